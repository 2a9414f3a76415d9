"""The words of time, from ``data/times.toml``, as look-ups and as parts of regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    files("dateline.annotate").joinpath("data/times.toml").read_text(encoding="utf-8")
)


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return (
        "(?:"
        + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
        + ")"
    )


MONTHS: dict[str, int] = _DATA["months"]
WEEKDAYS: dict[str, int] = _DATA["weekdays"]
SEASONS: dict[str, int] = _DATA["seasons"]
NUMBERS: dict[str, int] = _DATA["numbers"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
UNITS: dict[str, str] = _DATA["units"]
VAGUE: tuple[str, ...] = tuple(_DATA["vague"]["words"])
PLANS = frozenset(_DATA["tense"]["plans"])
AHEAD = frozenset(_DATA["tense"]["ahead"])
DONE = frozenset(_DATA["tense"]["done"])
BEFORE_DATES = frozenset(_DATA["context"]["before"])
AMBIGUOUS_MONTHS = frozenset(_DATA["context"]["ambiguous_months"])
EVENT_NOUNS = frozenset(_DATA["context"]["event_nouns"])
FURNITURE: tuple[str, ...] = tuple(_DATA["context"]["furniture"])

FULL_WEEKDAYS = tuple(name for name in WEEKDAYS if not name.endswith("."))
PARTS = {
    "early": "early", "beginning of": "early", "start of": "early", "mid": "mid",
    "middle of": "mid", "late": "late", "end of": "late",
}  # fmt: skip
"""How a part of a month, year or decade is called: early, mid or late."""


def number_of(words: str) -> int | None:
    """What a number in digits or words counts ("two", "twenty-five", "13"); None if it is vague."""
    words = words.lower().strip().replace(",", "")
    if words.isascii() and words.isdecimal():
        return int(words)
    if words in NUMBERS:
        return NUMBERS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in NUMBERS and ones in NUMBERS and NUMBERS[tens] >= 20:
        return NUMBERS[tens] + NUMBERS[ones]
    return None


def unit_of(word: str) -> str | None:
    """The singular of a unit of time ("weeks" → "week"), or None."""
    word = word.lower()
    if word == "centuries":
        return "century"
    word = word.removesuffix("s")
    return word if word in UNITS else None
