"""Ties that could be of several occurrences: days of a series, and tellings too loose to choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.events.candidates import Edge
from dateline.events.compare import SYMMETRIC
from dateline.events.sides import DAYS, PLACES
from dateline.events.telling import Telling

LOOSE_DAYS = 7
"""A time of more days than a week may be that of several occurrences."""


def is_loose(telling: Telling) -> bool:
    """Whether a dated telling may mean several: a wide time, one side of a meeting, or nobody."""
    if telling.start is None or telling.end is None:
        return False
    least = 2 if telling.claim.type in SYMMETRIC else 1
    return (telling.end - telling.start).days > LOOSE_DAYS or len(telling.everyone) < least


def is_loose_edge(tellings: Sequence[Telling], edge: Edge) -> bool:
    """Whether an edge ties a loose telling; what is kept as a conflict was chosen with more care.

    Two that are loose in the same way mean the same, whatever it is.
    """
    if not {DAYS, PLACES}.isdisjoint(edge.match.features):
        return False
    left, right = tellings[edge.left], tellings[edge.right]
    if (left.who, left.whom, left.start, left.end) == (
        right.who, right.whom, right.start, right.end
    ):  # fmt: skip
        return False
    return is_loose(left) or is_loose(right)


def without_series(tellings: Sequence[Telling], edges: Sequence[Edge]) -> list[Edge]:
    """The edges but for those between days of a series, which nobody got wrong.

    Three days at even distances are one: a council that meets each Tuesday.
    """
    ties = [
        (edge, first, second)
        for edge in edges
        if DAYS in edge.match.features
        for first, second in [(_day(tellings[edge.left]), _day(tellings[edge.right]))]
    ]
    days: dict[int, set[int]] = defaultdict(set)
    for edge, first, second in ties:
        days[edge.left].add((second - first).days)
        days[edge.right].add((first - second).days)
    of_series = {
        edge
        for edge, first, second in ties
        if (first - second).days in days[edge.left] or (second - first).days in days[edge.right]
    }
    return [edge for edge in edges if edge not in of_series] if of_series else list(edges)


def _day(telling: Telling) -> date:
    assert telling.start is not None  # else its days could not differ from any
    return telling.start
