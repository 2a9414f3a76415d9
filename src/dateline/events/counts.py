"""How many people a quote says were killed, injured or detained."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.events.knowledge import load_bounds, load_harms, load_not_counts, load_numbers

Bound = Literal["exactly", "least", "most", "about"]

_WORD = re.compile(r"\d[\d,]*|[^\W\d_]+|[,;:]")
_REACH = 5
"""Steps between a number and the word that it counts for; a comma or "and" is three steps."""

_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people and what befell them ("killed", "injured", "detained")."""

    harm: str
    number: int
    bound: Bound

    @property
    def words(self) -> str:
        """Such as "at least 12 killed"."""
        before = {"exactly": "", "least": "at least ", "most": "at most ", "about": "about "}
        return f"{before[self.bound]}{self.number} {self.harm}"

    def conflicts(self, other: Count) -> bool:
        """Whether both cannot be: "about" is too loose to conflict with anything."""
        if self.harm != other.harm or "about" in (self.bound, other.bound):
            return False
        low, high = max(self._range[0], other._range[0]), min(self._range[1], other._range[1])
        return low > high

    @property
    def _range(self) -> tuple[int, int]:
        return (
            0 if self.bound == "most" else self.number,
            _LARGEST if self.bound == "least" else self.number,
        )


def find_counts(quote: str) -> tuple[Count, ...]:
    """The counts of a quote, one for each harm; a harm with two numbers is left out."""
    words = _WORD.findall(quote.casefold())
    found: dict[str, set[Count]] = {}
    place = 0
    while place < len(words):
        number, end = _read_number(words, place)
        if number is None:
            place += 1
            continue
        harm = _governing_harm(words, place, end)
        if harm and not _is_no_count(words, place, end, number):
            found.setdefault(harm, set()).add(Count(harm, number, _bound_before(words, place)))
        place = end
    return tuple(counts.copy().pop() for _harm, counts in sorted(found.items()) if len(counts) == 1)


def _read_number(words: Sequence[str], place: int) -> tuple[int | None, int]:
    """The number that begins at `place`, and where it ends; "two dozen", "twenty-three"."""
    numbers = load_numbers()
    word = words[place]
    digits = word.replace(",", "")
    if digits.isascii() and digits.isdigit():
        if len(digits) > 7:
            return None, place + 1
        value = int(digits)
    elif word in numbers:
        value = numbers[word]
    else:
        return None, place + 1
    end = place + 1
    while end < len(words) and words[end] in numbers:
        following = numbers[words[end]]
        if following in (12, 100, 1000) and value < following:
            value *= following
        elif following < 10 <= value and value % 10 == 0:
            value += following
        else:
            break
        end += 1
    return min(value, _LARGEST), end


def _governing_harm(words: Sequence[str], start: int, end: int) -> str | None:
    """The nearest word of harm on either side, before another number."""
    harms = load_harms()
    best: tuple[int, int, str] | None = None
    for side, places in enumerate((range(end, len(words)), range(start - 1, -1, -1))):
        steps = 0
        for place in places:
            word = words[place]
            steps += 3 if word in (",", ";", ":", "and") else 1
            if steps > _REACH or (word[0].isdigit() or word in load_numbers()):
                break
            if word in harms:
                found = (steps, side, harms[word])
                best = found if best is None else min(best, found)
                break
    return best[2] if best else None


def _is_no_count(words: Sequence[str], start: int, end: int, number: int) -> bool:
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    year = 1900 <= number <= 2100 and words[start].isdigit()
    return year or before in load_not_counts("before") or after in load_not_counts("after")


def _bound_before(words: Sequence[str], start: int) -> Bound:
    for length in (3, 2, 1):
        found = load_bounds().get(tuple(words[max(0, start - length) : start]))
        if found:
            return "least" if found == "least" else "most" if found == "most" else "about"
    return "exactly"
