"""Names and titles from outside, made safe to print on one line."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile("[\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks that print nothing, or turn round what stands after them."""
_SEPARATORS = re.compile(r"[/\\]")


def one_line(untrusted: str) -> str:
    """The words on one line: no control characters, bidi marks or halves of surrogate pairs."""
    text = untrusted.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _HIDDEN.sub("", text)
    text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join(text.split())


def base_name(untrusted: str) -> str | None:
    """The last part of a path, fit to print; None if nothing is left of it."""
    return one_line(_SEPARATORS.split(untrusted.rstrip("/\\"))[-1]) or None
