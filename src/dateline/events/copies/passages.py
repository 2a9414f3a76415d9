"""Which passages of one text stand in another, in partly other words perhaps.

Pairs of neighbouring words that both texts have, in either order, are followed from one to the
next while they stay near each other in both. A pair that a text has very often is followed to its
first few places only, so the time is linear in the two texts, whatever they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.events.copies.body import WORD, Body, Reader
from dateline.records import Report, SharedPassage

NEAR = 8
"""So many words that tell may lie between two pairs of one passage."""

PLACES = 8
"""A pair is looked for at so many places of the other text."""

MARGIN = 3
"""So many words at either end of a passage may belong to it without a pair."""

LEAST = 3
"""A passage has at least so many words in common with the other."""

SOLID = 8
"""A passage that is shown where there is no copy has at least so many, and nearly no others."""


class Stretch(NamedTuple):
    """A passage as places in the words of two bodies; ranges are half-open.

    Attributes:
        common: The places of the words that both have, in the first body.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    common: tuple[int, ...]

    @property
    def is_solid(self) -> bool:
        return len(self.common) >= max(SOLID, 0.8 * (self.end - self.start))


@dataclass(frozen=True, slots=True)
class Alignment:
    """What a body has in common with another.

    Attributes:
        share, names, numbers: How much of its words, of its names with numbers, and of its numbers
            stands in the passages, from 0 to 1; 1 where there are none.
        stretches: In the order of the body, without overlap in it.
    """

    share: float
    names: float
    numbers: float
    stretches: tuple[Stretch, ...]


def align(body: Body, other: Body) -> Alignment:
    """The passages of a body that stand in another."""
    words, others = body.words.tolist(), other.words.tolist()
    stretches = tuple(_widen(words, others, _follow(words, others)))
    found = np.zeros(len(body.words), np.bool_)
    found[[place for one in stretches for place in one.common]] = True
    return Alignment(
        share=float(found.mean()) if len(found) else 0.0,
        names=_share(found[body.names]),
        numbers=_share(found[body.numbers]),
        stretches=stretches,
    )


def _share(found: NDArray[np.bool_]) -> float:
    return float(found.mean()) if len(found) else 1.0


def _follow(words: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Rough passages: first and last place of their pairs, in one text and in the other."""
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, pair in enumerate(pairwise(others)):
        known = places[min(pair), max(pair)]
        if len(known) < PLACES:
            known.append(place)
    start = end = first = last = at = -1
    for place, pair in enumerate(pairwise(words)):
        known = places.get((min(pair), max(pair)), [])
        if not known:
            continue
        near = [one for one in known if first - NEAR <= one <= last + NEAR]
        if start >= 0 and place - end <= NEAR and near:
            expected = at + place - end
            at = min(near, key=lambda one: (abs(one - expected), one))
            end, first, last = place, min(first, at), max(last, at)
            continue
        if start >= 0:
            yield start, end + 1, first, last + 1
        start, end, first, last, at = place, place, known[0], known[0], known[0]
    if start >= 0:
        yield start, end + 1, first, last + 1


def _widen(
    words: Sequence[int], others: Sequence[int], rough: Iterable[tuple[int, int, int, int]]
) -> Iterator[Stretch]:
    """Rough passages with what else belongs to them; those with too little are left out."""
    free = 0
    for start, end, first, last in rough:
        start, end = max(free, start - MARGIN), min(len(words) - 1, end + MARGIN)
        first, last = max(0, first - MARGIN), min(len(others) - 1, last + MARGIN)
        there = set(others[first : last + 1])
        common = tuple(place for place in range(start, end + 1) if words[place] in there)
        if len(common) < LEAST:
            continue
        here = {words[place] for place in common}
        while others[first] not in here:
            first += 1
        while others[last] not in here:
            last -= 1
        free = common[-1] + 1
        yield Stretch(common[0], free, first, last + 1, common)


def show_passages(
    report: Report, other: Report, stretches: Sequence[Stretch]
) -> tuple[SharedPassage, ...]:
    """Stretches as ranges of the two texts; those that follow each other in both are one."""
    here, there = _Printed(report), _Printed(other)
    joined: list[list[int]] = []
    free = 0
    nexts = [here.telling[one.start] for one in stretches[1:]]
    for one, most in zip(stretches, [*nexts, len(here)], strict=True):
        start, other_start = here.telling[one.start], there.telling[one.other_start]
        end, other_end = here.telling[one.end - 1], there.telling[one.other_end - 1]
        while start > free and other_start > 0 and here.same(start - 1, there, other_start - 1):
            start, other_start = start - 1, other_start - 1
        while end + 1 < most and here.same(end + 1, there, other_end + 1):
            end, other_end = end + 1, other_end + 1
        free = end + 1
        if joined and (joined[-1][1] + 1, joined[-1][3] + 1) == (start, other_start):
            joined[-1][1], joined[-1][3] = end, other_end
        else:
            joined.append([start, end, other_start, other_end])
    return tuple(SharedPassage(*here.range(*one[:2]), *there.range(*one[2:])) for one in joined)


class _Printed:
    """The words of a report's body where they stand.

    Attributes:
        telling: The numbers of those that tell.
    """

    def __init__(self, report: Report) -> None:
        reader = Reader()
        found = WORD.finditer(report.text, report.body_start)
        self._spans = [one.span() for one in found]
        words = [report.text[start:end] for start, end in self._spans]
        self._folded = [word.casefold() for word in words]
        self.telling = [number for number, word in enumerate(words) if reader.tells(word)]

    def __len__(self) -> int:
        return len(self._folded)

    def same(self, number: int, other: _Printed, of_other: int) -> bool:
        """Whether the word at a place is that of the other, if it has one there."""
        return self._folded[number : number + 1] == other._folded[of_other : of_other + 1]

    def range(self, first: int, last: int) -> tuple[int, int]:
        """The code points from one word to another, both in it."""
        return self._spans[first][0], self._spans[last][1]
