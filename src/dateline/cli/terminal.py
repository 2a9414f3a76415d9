"""The one door between what reports say and the terminal.

Whatever comes from a report, a file name or a query may hold codes that move the cursor, rename
the window or turn the reading order round. Everything printed passes `clean` (text for people)
or `json_line` (data for programs).
"""

from __future__ import annotations

import json
import re
from typing import Any

_BLANKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
_CODES = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 with ESC, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags: text that no reader sees
    "]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` as one line that a terminal only prints: control codes out, line ends as a space."""
    return _SURROGATES.sub("\ufffd", _CODES.sub("", _BLANKS.sub(" ", text)))


def clean_lines(text: str) -> str:
    """Like `clean`, but line ends stay: for output of our own making that has lines."""
    return "\n".join(clean(line) for line in text.split("\n"))


def json_line(record: Any) -> str:
    """One line of JSON: nothing is lost, and what `clean` would drop is written as ``\\uXXXX``."""
    line = json.dumps(record, ensure_ascii=False)
    return _SURROGATES.sub(_escape, _CODES.sub(_escape, line))


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
