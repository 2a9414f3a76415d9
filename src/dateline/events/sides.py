"""What a group of tellings says, and whether two groups can be of one occurrence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.events.candidates import Edge
from dateline.events.compare import CONFLICT_DAYS, compare_places, days_apart, days_meet
from dateline.events.telling import Telling
from dateline.records import Where

Days = tuple[date | None, date | None]
Place = tuple[object, ...]
Cast = tuple[frozenset[str], frozenset[str]]

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
    places: dict[Place, tuple[Where, set[str]]] = field(default_factory=dict)
    casts: dict[Cast, int] = field(default_factory=dict)
    latest_start: date = date.min
    earliest_end: date = date.max
    days_differ: bool = False
    places_differ: bool = False

    def add(self, other: Side, edge: Edge | None) -> None:
        """Take in a side that `edge` may join to this one; None: a person, without any conflict."""
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


def read_side(number: int, telling: Telling) -> Side:
    """A telling by itself."""
    report = telling.claim.report
    mode = telling.claim.mode
    side = Side([number], {mode} if mode else set())
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


def _may_differ(feature: str, one: bool, other: bool, edge: Edge | None) -> bool:
    """Whether a conflict of two sides is known: the edge says so, or a side holds one already.

    A join by an edge that knows of none brings none, so this tells of the joined side as well.
    """
    return one or other or (edge is not None and feature in edge.match.features)


def days_agree(one: Side, other: Side, edge: Edge | None) -> bool:
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


def places_agree(one: Side, other: Side, edge: Edge | None) -> bool:
    """Whether all places can lie in one another, or differ where a conflict is known."""
    known = edge is not None and _may_differ(PLACES, one.places_differ, other.places_differ, edge)
    for key, (where, reports) in one.places.items():
        for other_key, (other_where, other_reports) in other.places.items():
            if key == other_key or compare_places(where, other_where) != PLACES:
                continue
            if not known or not reports.isdisjoint(other_reports):
                return False
    return True
