"""What a text itself says of a change that was made to it: notices of corrections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.records import Quote, Report, cut

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_HEAD = 200
"""Characters at the beginning of a line in which the words that open a notice may stand."""
_MOST_BETWEEN = 6
_MOST_WORDS = 400
"""Words of a line in which a notice is looked for; a notice is short."""


def find_notices(report: Report) -> list[Quote]:
    """The lines of a report that tell of a change to its text, in their order."""
    text = report.text
    lines = (cut(text, *found.span()) for found in _LINE.finditer(text) if found[0].strip())
    return [line for line in lines if _opens(line.exact) or _tells(line.exact)]


def _opens(line: str) -> bool:
    """Whether a line begins with "Correction:", "CORRECTION (March 3)" or is but "Correction"."""
    heads, _ = _notices()
    words = []
    for found in _WORD.finditer(line[:_LONGEST_HEAD]):
        words.append(found[0].casefold())
        after = line[found.end() :].lstrip(" *")
        if tuple(words) in heads and (not after or after[0] in ":(—–[|"):
            return True
        if len(words) > 4:
            break
    return False


def _tells(line: str) -> bool:
    """Whether a line says that an earlier version gave something else, or that it was corrected."""
    _, sentences = _notices()
    words = [found[0].casefold() for found in _WORD.finditer(line)][:_MOST_WORDS]
    return any(
        _follows(words, start + len(opening), end)
        for opening, end in sentences
        for start in _starts(words, opening)
    )


def _starts(words: Sequence[str], opening: tuple[str, ...]) -> list[int]:
    size = len(opening)
    return [n for n, word in enumerate(words) if word == opening[0] and
            tuple(words[n : n + size]) == opening]  # fmt: skip


def _follows(words: Sequence[str], start: int, end: tuple[str, ...]) -> bool:
    places = range(start, start + _MOST_BETWEEN + 1)
    return any(tuple(words[n : n + len(end)]) == end for n in places)


@cache
def _notices() -> tuple[frozenset[tuple[str, ...]], list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """What opens a notice, and the beginnings and ends of what makes a sentence one."""
    data = (files("dateline.events") / "data" / "correction_notices.txt").read_text("utf-8")
    lines = [line for line in data.splitlines() if line and not line.startswith("#")]
    middle = lines.index("---")
    heads = frozenset(tuple(line.split()) for line in lines[:middle])
    sentences = [line.split("...") for line in lines[middle + 1 :]]
    return heads, [(tuple(a.split()), tuple(b.split())) for a, b in sentences]
