"""Where the claims of one event cannot all hold. Both sides are kept; none is chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.events.compare import compare_places, days_meet
from dateline.events.counts import differ, main_counts, name_count
from dateline.events.settle import tell_of_it
from dateline.events.telling import Telling
from dateline.records import Conflict, ConflictOn, Count, When, Where

HARM_TYPES = frozenset({"ASSAULT", "COERCE"})
"""Types of which numbers of killed, injured, detained … are compared."""

MOST_VALUES = 64
"""Distinct values that are compared with one another; an event with more is no one event."""

T = TypeVar("T")


def find_conflicts(tellings: Sequence[Telling]) -> tuple[Conflict, ...]:
    """The conflicts of one event, in the order when, where, count, happened."""
    told = tell_of_it(tellings)
    found = [
        _differ("when", _gather(told, _times), _times_differ),
        _differ("where", _gather(told, _places), _places_differ),
        *(_differ("count", counts, differ) for counts in _counts_by_harm(told)),
        _happened(tellings),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


Values = dict[str, tuple[T, set[str]]]
"""What is said, in words → the value, and the ids of the claims that say it."""


def _gather(
    tellings: Iterable[Telling], read: Callable[[Telling], Iterable[tuple[str, T]]]
) -> Values[T]:
    found: Values[T] = {}
    for telling in tellings:
        for words, value in read(telling):
            found.setdefault(words, (value, set()))[1].add(telling.claim.id)
    return found


def _times(telling: Telling) -> list[tuple[str, When]]:
    when = telling.claim.when
    return [(when.edtf, when)] if when else []


def _times_differ(left: When, right: When) -> bool:
    return not days_meet(left.start, left.end, right.start, right.end)


def _places(telling: Telling) -> list[tuple[str, Where]]:
    where = telling.where
    if where is None:
        return []
    return [(f"{where.name}, {where.country}" if where.country else where.name, where)]


def _places_differ(left: Where, right: Where) -> bool:
    return compare_places(left, right) == "places that differ"


def _counts_by_harm(tellings: Iterable[Telling]) -> list[Values[Count]]:
    by_harm: dict[str, list[tuple[Telling, Count]]] = defaultdict(list)
    for telling in tellings:
        if telling.claim.type in HARM_TYPES:
            for count in main_counts(telling.claim):
                by_harm[count.of].append((telling, count))
    gathered = []
    for _harm, pairs in sorted(by_harm.items()):
        values: Values[Count] = {}
        for telling, count in pairs:
            values.setdefault(name_count(count), (count, set()))[1].add(telling.claim.id)
        gathered.append(values)
    return gathered


def _differ(
    on: ConflictOn, values: Mapping[str, tuple[T, set[str]]], conflict: Callable[[T, T], bool]
) -> Conflict | None:
    """The values that conflict with another one, each a side; None if all can hold."""
    compared = sorted(values)[:MOST_VALUES]
    sides = [
        (words, tuple(sorted(values[words][1])))
        for words in compared
        if any(conflict(values[words][0], values[other][0]) for other in compared)
    ]
    return Conflict(on, tuple(sides)) if sides else None


def _happened(tellings: Sequence[Telling]) -> Conflict | None:
    """Told as done by some and denied by others; a plan that is denied is no conflict."""
    done = [t for t in tellings if t.claim.polarity == "+" and t.claim.certainty != "planned"]
    denied = [t for t in tellings if t.claim.polarity == "-"]
    if not done or not denied:
        return None
    sides = (("happened", done), ("did not happen", denied))
    return Conflict(
        "happened",
        tuple((words, tuple(sorted(t.claim.id for t in side))) for words, side in sides),
    )
