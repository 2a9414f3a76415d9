"""What the tellings of one event support together: its time and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.events.compare import compare_places
from dateline.events.telling import Telling
from dateline.records import When, Where, edtf_of_days

ONE_DAY = timedelta(days=1)


def tell_of_it(tellings: Sequence[Telling]) -> list[Telling]:
    """Those that say it took place; where none does, all: plans and denials alone still date it."""
    took_place = [t for t in tellings if t.claim.polarity == "+" and t.claim.certainty != "planned"]
    return took_place or list(tellings)


def settle_when(tellings: Sequence[Telling]) -> When | None:
    """The tightest time that the tellings support together; None if none gives any.

    Where they conflict it is the range of all days that are told, never a choice; of an open
    time it takes in the day that it begins or ends with, and is not itself open.
    """
    dated = [t for t in tell_of_it(tellings) if t.is_dated] or [t for t in tellings if t.is_dated]
    if not dated:
        return None
    starts = [t.start for t in dated if t.start is not None]
    ends = [t.end for t in dated if t.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    narrowest = min(dated, key=_narrowness)
    assert narrowest.claim.when is not None
    if start is not None and end is not None and start >= end:  # ranges of days: some two differ
        first, last = (
            min(starts + [end - ONE_DAY for end in ends]),
            max(ends + [s + ONE_DAY for s in starts]),
        )
        return _covering(narrowest.claim.when, first, last, "covers dates that conflict")
    same = [t for t in dated if (t.start, t.end) == (start, end)]
    if same:
        return min(same, key=_narrowness).claim.when
    return _covering(narrowest.claim.when, start, end, f"what {len(dated)} claims share")


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
    """The finest place that all tellings allow; None if none gives any or they conflict."""
    placed = [t for t in tell_of_it(tellings) if t.where] or [t for t in tellings if t.where]
    places = [t.where for t in placed if t.where is not None]
    distinct = list({(w.name, w.country, w.lat, w.lon): w for w in places}.values())
    for number, left in enumerate(distinct):
        for right in distinct[number + 1 :]:
            if compare_places(left, right) == "places that differ":
                return None
    uses = Counter(where.name for where in places)
    return min(places, key=lambda w: _coarseness(w, uses), default=None)


def _coarseness(where: Where, uses: Counter[str]) -> tuple[object, ...]:
    radius = where.radius_km if where.radius_km is not None and where.lat is not None else 10**6
    return (
        radius, where.venue is None, -uses[where.name], where.name, where.venue or "",
        where.words.start, where.words.exact,
    )  # fmt: skip
