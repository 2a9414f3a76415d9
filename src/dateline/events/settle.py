"""What the tellings of one event support together: its time and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta

from dateline.events.compare import compare_places, days_meet
from dateline.events.conflicts.differing import MOST_VALUES
from dateline.events.telling import Telling
from dateline.records import When, Where, edtf_of_days

ONE_DAY = timedelta(days=1)


def tell_of_it(tellings: Sequence[Telling]) -> list[Telling]:
    """Those that say it took place; where none does, all: plans and denials alone still date it."""
    took_place = [t for t in tellings if t.claim.polarity == "+" and t.claim.certainty != "planned"]
    return took_place or list(tellings)


def settle_when(tellings: Sequence[Telling], corrected: Set[str] = frozenset()) -> When | None:
    """The tightest time that the tellings support together; None if none gives any.

    Where they conflict it is the range of all days that are told by those that do, as far as the
    others allow, never a choice; of an open time it takes in the day that it begins or ends with,
    and is not itself open.

    Args:
        corrected: Ids of the claims whose time was put right by another of them.
    """
    stand = [t for t in tellings if t.claim.id not in corrected]
    dated = [t for t in tell_of_it(stand) if t.is_dated] or [t for t in stand if t.is_dated]
    if not dated:
        return None
    starts = [t.start for t in dated if t.start is not None]
    ends = [t.end for t in dated if t.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    narrowest = min(dated, key=_narrowness)
    assert narrowest.claim.when is not None
    if start is not None and end is not None and start >= end:  # ranges of days: some two differ
        first, last = _cover(dated, start, end)
        return _covering(narrowest.claim.when, first, last, "covers dates that conflict")
    same = [t for t in dated if (t.start, t.end) == (start, end)]
    if same:
        return min(same, key=_narrowness).claim.when
    return _covering(narrowest.claim.when, start, end, f"what {len(dated)} claims share")


def _cover(dated: Sequence[Telling], latest: date, earliest: date) -> tuple[date, date]:
    """The days of those that conflict, cut where a telling that conflicts with none ends.

    Args:
        latest, earliest: The latest of all starts, and the earliest of all ends.
    """
    at_odds: list[Telling] = []
    fitting: list[Telling] = []
    for telling in dated:
        misses = (telling.start and telling.start >= earliest) or (
            telling.end and telling.end <= latest
        )
        (at_odds if misses else fitting).append(telling)
    starts = [t.start for t in at_odds if t.start is not None]
    ends = [t.end for t in at_odds if t.end is not None]
    first = min(starts + [end - ONE_DAY for end in ends])
    last = max(ends + [start + ONE_DAY for start in starts])
    first = max([first, *(t.start for t in fitting if t.start is not None)])
    last = min([last, *(t.end for t in fitting if t.end is not None)])
    return first, last


def _narrowness(telling: Telling) -> tuple[int, bool, str]:
    if telling.start is None or telling.end is None:
        days = 10**9
    else:
        days = (telling.end - telling.start).days
    assert telling.claim.when is not None
    return days, telling.claim.when.basis != "explicit", telling.claim.id


def _covering(words: When, start: date | None, end: date | None, reason: str) -> When:
    if start is not None and end is not None:
        edtf = edtf_of_days(start, end - ONE_DAY)
    elif start is not None:
        edtf = f"{start.isoformat()}/.."
    else:
        assert end is not None
        edtf = f"../{(end - ONE_DAY).isoformat()}"
    return When(edtf, start, end, words.words, words.basis, words.anchor, (reason,))


def settle_where(tellings: Sequence[Telling]) -> Where | None:
    """The finest place that all tellings allow; None if none gives any.

    Where they conflict it is the finest of the told that can hold them all (the country of two
    towns), else None.
    """
    placed = [t for t in tell_of_it(tellings) if t.where] or [t for t in tellings if t.where]
    places = [t.where for t in placed if t.where is not None]
    uses = Counter(where.name for where in places)
    distinct = {(w.name, w.country, w.lat, w.lon, w.radius_km): w for w in places}
    told_most = sorted(distinct.values(), key=lambda w: (-uses[w.name], w.name, str(w)))
    compared = told_most[:MOST_VALUES]
    return next(
        (
            where
            for where in sorted(places, key=lambda w: _coarseness(w, uses))
            if all(compare_places(where, o) != "places that differ" for o in compared)
        ),
        None,
    )


def find_apart(
    tellings: Sequence[Telling],
    when: When | None,
    where: Where | None,
    sides: Iterable[str],
) -> tuple[str, ...]:
    """Ids of the claims whose own time or place does not hold with that of the event, sorted.

    Args:
        sides: Ids of the claims on a side of a conflict of time or place.
    """
    found = set(sides)
    for telling in tellings:
        days_miss = when and not days_meet(telling.start, telling.end, when.start, when.end)
        if days_miss or compare_places(telling.where, where) == "places that differ":
            found.add(telling.claim.id)
    return tuple(sorted(found))


def _coarseness(where: Where, uses: Counter[str]) -> tuple[object, ...]:
    radius = where.radius_km if where.radius_km is not None and where.lat is not None else 10**6
    return (
        radius, where.venue is None, -uses[where.name], where.name, where.venue or "",
        where.words.start, where.words.exact,
    )  # fmt: skip
