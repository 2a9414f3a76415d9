"""Edges → groups of tellings: best edges first, and none that a hard constraint forbids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.events.candidates import Edge
from dateline.events.compare import (
    CONFLICT_DAYS,
    compare_places,
    days_apart,
    days_meet,
    people_agree,
)
from dateline.events.telling import Telling
from dateline.records import Where

Days = tuple[date | None, date | None]

DAYS, PLACES = "days that differ", "places that differ"
"""The features of an edge between tellings that conflict."""


@dataclass(slots=True)
class Side:
    """What a group says, each distinct thing once, with the reports that say it.

    Attributes:
        latest_start, earliest_end: All its days share one, if the first is before the second.
        days_differ, places_differ: Whether it holds a conflict already.
    """

    members: list[int]
    modes: set[str]
    days: dict[Days, set[str]] = field(default_factory=dict)
    places: dict[tuple[object, ...], tuple[Where, set[str]]] = field(default_factory=dict)
    casts: dict[tuple[frozenset[str], frozenset[str]], int] = field(default_factory=dict)
    latest_start: date = date.min
    earliest_end: date = date.max
    days_differ: bool = False
    places_differ: bool = False

    def add(self, other: Side, edge: Edge) -> None:
        """Take in a side that `edge` may join to this one."""
        self.members.extend(other.members)
        self.modes |= other.modes
        for days, reports in other.days.items():
            self.days.setdefault(days, set()).update(reports)
        for key, (where, reports) in other.places.items():
            self.places.setdefault(key, (where, set()))[1].update(reports)
        for cast, number in other.casts.items():
            self.casts.setdefault(cast, number)
        self.latest_start = max(self.latest_start, other.latest_start)
        self.earliest_end = min(self.earliest_end, other.earliest_end)
        self.days_differ = _may_differ(DAYS, self.days_differ, other.days_differ, edge)
        self.places_differ = _may_differ(PLACES, self.places_differ, other.places_differ, edge)


class Groups:
    """Tellings in groups that only grow.

    Invariants: a group is of one type and no two modes; its casts agree two by two; its days
    share a day two by two, or differ by no more than `CONFLICT_DAYS` between reports; its
    places can lie in one another, or differ between reports.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        self.joined: list[Edge] = []
        self._parent = list(range(len(tellings)))
        self._apart: set[tuple[int, int]] = set()
        self._sides = [_one_side(number, telling) for number, telling in enumerate(tellings)]

    def find(self, number: int) -> int:
        """The number of the group that a telling is in."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def members(self, group: int) -> list[int]:
        return sorted(self._sides[group].members)

    def all_groups(self) -> list[int]:
        return [number for number, parent in enumerate(self._parent) if number == parent]

    def join(self, edges: Iterable[Edge]) -> None:
        """Join the pairs that may be joined, highest score first, then by the claims' ids."""
        for edge in sorted(edges, key=_rank):
            left, right = self.find(edge.left), self.find(edge.right)
            if left != right and self._allowed(left, right, edge):
                large, small = sorted(
                    (left, right), key=lambda g: (-len(self._sides[g].members), g)
                )
                self._parent[small] = large
                self._sides[large].add(self._sides[small], edge)
                self._sides[small] = Side([], set())
                self.joined.append(edge)

    def fits(self, left: int, right: int) -> bool:
        """Whether two groups could be joined without any conflict."""
        return self._allowed(left, right, None)

    def _allowed(self, left: int, right: int, edge: Edge | None) -> bool:
        one, other = self._sides[left], self._sides[right]
        if self.tellings[left].claim.type != self.tellings[right].claim.type:
            return False
        pair = (min(left, right), max(left, right))
        if pair in self._apart:  # groups only grow, so modes and casts that differ stay so
            return False
        if len(one.modes | other.modes) > 1 or not self._casts_agree(one, other):
            self._apart.add(pair)
            return False
        return _days_agree(one, other, edge) and _places_agree(one, other, edge)

    def _casts_agree(self, one: Side, other: Side) -> bool:
        return all(
            cast == other_cast or people_agree(self.tellings[number], self.tellings[other_number])
            for cast, number in one.casts.items()
            for other_cast, other_number in other.casts.items()
        )


def _rank(edge: Edge) -> tuple[float, int, int, tuple[str, ...]]:
    return -edge.match.score, edge.left, edge.right, edge.match.features


def _one_side(number: int, telling: Telling) -> Side:
    report = telling.claim.report
    side = Side([number], {telling.claim.mode} if telling.claim.mode else set())
    if telling.is_dated:
        side.days[telling.start, telling.end] = {report}
        side.latest_start = telling.start or date.min
        side.earliest_end = telling.end or date.max
    if telling.where is not None:
        where = telling.where
        key = (where.name, where.country, where.lat, where.lon, where.radius_km)
        side.places[key] = (where, {report})
    side.casts[telling.who, telling.whom] = number
    return side


def _may_differ(feature: str, one: bool, other: bool, edge: Edge) -> bool:
    """Whether a conflict of two sides is known: the edge says so, or a side holds one already.

    A join by an edge that knows of none brings none, so this tells of the joined side as well.
    """
    return one or other or feature in edge.match.features


def _days_agree(one: Side, other: Side, edge: Edge | None) -> bool:
    """Whether all days meet, or differ a little between reports where a conflict is known."""
    if max(one.latest_start, other.latest_start) < min(one.earliest_end, other.earliest_end):
        return True  # ranges that meet two by two all share a day
    known = edge is not None and _may_differ(DAYS, one.days_differ, other.days_differ, edge)
    for days, reports in one.days.items():
        for other_days, other_reports in other.days.items():
            if days_meet(*days, *other_days):
                continue
            near = days_apart(*days, *other_days) <= CONFLICT_DAYS
            if not known or not near or not reports.isdisjoint(other_reports):
                return False
    return True


def _places_agree(one: Side, other: Side, edge: Edge | None) -> bool:
    known = edge is not None and _may_differ(PLACES, one.places_differ, other.places_differ, edge)
    for key, (where, reports) in one.places.items():
        for other_key, (other_where, other_reports) in other.places.items():
            if key == other_key or compare_places(where, other_where) != PLACES:
                continue
            if not known or not reports.isdisjoint(other_reports):
                return False
    return True
