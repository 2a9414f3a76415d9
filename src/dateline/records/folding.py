"""Names and words folded for comparison: what printers differ in is taken off."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What stands for no letter and no digit of ASCII, for `str.translate`."""


def strip_marks(text: str) -> str:
    """`text` without case and without marks on its letters ("Erdoğan" → "erdogan")."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 14)
def fold_name(text: str) -> str:
    """`text` without case, marks and punctuation, its words one space apart; "" if none is left."""
    plain = strip_marks(text)
    if plain.isascii():
        return " ".join(plain.translate(_BLANKS).split())
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
