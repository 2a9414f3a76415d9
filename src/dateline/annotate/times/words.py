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


_PLURALS = {"centuries": "century", "millennia": "millennium"}


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    Sorted by first letter, for a long list is tried at every word of a text.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (
        f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())
    )
    return f"(?:{'|'.join(groups)})"


MONTHS: dict[str, int] = _DATA["months"]
WEEKDAYS: dict[str, int] = _DATA["weekdays"]
SEASONS: dict[str, int] = _DATA["seasons"]
NUMBERS: dict[str, int] = _DATA["numbers"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
UNITS: dict[str, str] = _DATA["units"]
SCALES: dict[str, int] = _DATA["scales"]
CENTURIES: dict[str, int] = _DATA["centuries"]
DECADES: dict[str, int] = _DATA["decades"]
VAGUE: dict[str, str] = _DATA["vague"]
HOURS: dict[str, str] = _DATA["hours"]
OFTEN: dict[str, str] = _DATA["often"]
HOLIDAYS: dict[str, str] = _DATA["holidays"]
PLANS = frozenset(_DATA["tense"]["plans"])
ACTS = frozenset(_DATA["tense"]["acts"])
AHEAD = frozenset(_DATA["tense"]["ahead"])
PLAN_NOUNS = frozenset(_DATA["tense"]["plan_nouns"])
ASKS = frozenset(_DATA["tense"]["asks"])
SAYS = frozenset(_DATA["tense"]["says"])
DONE = frozenset(_DATA["tense"]["done"])
BEFORE_DATES = frozenset(_DATA["context"]["before"])
AMBIGUOUS_MONTHS = frozenset(_DATA["context"]["ambiguous_months"])
EVENT_NOUNS = frozenset(word.lower() for word in _DATA["context"]["event_nouns"])
FURNITURE: tuple[str, ...] = tuple(_DATA["context"]["furniture"])

FULL_WEEKDAYS = tuple(name for name in WEEKDAYS if not name.endswith("."))
PARTS = {
    "early": "early", "beginning of": "early", "start of": "early", "mid": "mid",
    "middle of": "mid", "late": "late", "end of": "late",
}  # fmt: skip
"""How a part of a month, year or decade is called: early, mid or late."""
HOUR_WORDS = tuple(
    word for word in HOURS if word not in ("morning", "afternoon", "evening", "night")
)
"""The times of day that need no other word beside them."""
HOURS_IN_WORDS = tuple(word for word, number in NUMBERS.items() if len(word) > 2 and number <= 12)
"""As in "nine o'clock"."""


def number_of(words: str) -> int | None:
    """What a number counts ("13", "twenty-five", "two thousand"); None if it is vague."""
    words = words.lower().strip().removesuffix("+").replace(",", "")
    if words.isascii() and words.isdecimal():
        return int(words)
    total, part, seen = 0, 0, False
    last = 100
    for word in words.replace("-", " ").split():
        if word in SCALES:
            part = max(part, 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, part = total + part, 0
            last = 100
        elif word in NUMBERS:
            if last < 20 or last <= NUMBERS[word]:
                return total + part  # "five-six": the first of two numbers
            part, last = part + NUMBERS[word], NUMBERS[word]
        elif word.isascii() and word.isdecimal():
            part += int(word)
        elif word != "and" or not seen:
            return None
        seen = True
    return total + part if seen else None


def year_of_words(words: str) -> int | None:
    """A year spelled out ("nineteen ninety-four", "two thousand and three"), or None."""
    words = words.lower()
    if words.startswith("two thousand"):
        return number_of(words)
    first, _, rest = words.replace("-", " ").partition(" ")
    rest = rest.removeprefix("hundred").strip().removeprefix("and ").replace("oh ", "")
    after = number_of(rest.removeprefix("o ")) if rest else 0
    return None if after is None else NUMBERS[first] * 100 + after


def unit_of(word: str) -> str | None:
    """The singular of a unit of time ("weeks" → "week"), or None."""
    word = word.lower()
    if word in _PLURALS:
        return _PLURALS[word]
    word = word.removesuffix("s")
    return word if word in UNITS else None
