"""Times and places of one event that cannot both be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dateline.events.compare import compare_places, days_meet
from dateline.events.conflicts.differing import Sides, Value, part
from dateline.events.knowledge import load_venues
from dateline.events.telling import Telling, words_of
from dateline.records import When, Where

Days = tuple[date | None, date | None]

_WIDE_OPEN = 10.0**9


def time_sides(tellings: Iterable[Telling]) -> Sides:
    """Those of their days that share none; no sides if all do."""
    values: dict[Days, Value[Days]] = {}
    for telling in tellings:
        when = telling.claim.when
        if when is None or not telling.is_dated:
            continue
        days = days_of(when)
        found = values.setdefault(days, Value(when.edtf, days, width_of(days), set()))
        found.says = min(found.says, when.edtf, key=lambda words: (len(words), words))
        found.claims.add(telling.claim.id)
    starts = [start for start, _ in values if start is not None]
    ends = [end for _, end in values if end is not None]
    if not starts or not ends or max(starts) < min(ends):
        return ()  # ranges that meet two by two all share a day
    at_odds = [v for days, v in sorted(values.items(), key=str) if _misses(days, starts, ends)]
    return part(at_odds, lambda left, right: not days_meet(*left, *right))


def days_of(when: When) -> Days:
    """The days that a time may be; one that is told as not exact may be as much off as it is wide.

    Half-open; None is open.
    """
    start, end = when.start, when.end
    if start is None or end is None or not set(when.edtf) & set("~?%"):
        return start, end
    slack = min(end - start, start - date.min, date.max - end)
    return start - slack, end + slack


def width_of(days: Days) -> float:
    """How many days a range has; an open one is wider than all others."""
    start, end = days
    return _WIDE_OPEN if start is None or end is None else float((end - start) / timedelta(days=1))


def place_sides(tellings: Iterable[Telling]) -> Sides:
    """Those of their places that cannot lie in one another; no sides if all can."""
    values: dict[tuple[object, ...], Value[Where]] = {}
    for telling in tellings:
        where = telling.where
        if where is None:
            continue
        key = (where.name.casefold(), where.country, where.lat, where.lon, where.radius_km,
               where.venue)  # fmt: skip
        radius = where.radius_km if where.radius_km is not None else _WIDE_OPEN
        values.setdefault(key, Value(_name(where), where, radius, set())).claims.add(
            telling.claim.id
        )
    ordered = [value for _, value in sorted(values.items(), key=lambda item: str(item[0]))]
    return part(ordered, places_differ)


def places_differ(left: Where, right: Where) -> bool:
    """Whether neither can lie in the other: other towns, or two buildings of one town."""
    if compare_places(left, right) == "places that differ":
        return True
    return bool(left.venue and right.venue) and _venues_differ(left.venue, right.venue)  # type: ignore[arg-type]


def _venues_differ(left: str, right: str) -> bool:
    """Whether two names are of two buildings, each by a name of its own."""
    one, other = _name_of_building(left), _name_of_building(right)
    return bool(one and other) and one.isdisjoint(other)


def _name_of_building(venue: str) -> set[str]:
    """The words of a building's name but for what it is; empty if it is none, or has no name."""
    kinds = load_venues()
    words = words_of(venue)
    if not kinds.intersection(words):
        return set()
    named = {word for part_ in venue.split() if part_[:1].isupper() for word in words_of(part_)}
    return named - kinds


def _name(where: Where) -> str:
    place = f"{where.name}, {where.country}" if where.country else where.name
    own = where.venue if where.venue and _name_of_building(where.venue) else None
    return f"{own}, {place}" if own else place


def _misses(days: Days, starts: Sequence[date], ends: Sequence[date]) -> bool:
    start, end = days
    return (start is not None and start >= min(ends)) or (end is not None and end <= max(starts))
