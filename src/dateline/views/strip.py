"""How many events there are in each month or year: what a stretch of time is chosen by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOST = 48
"""Bars of a strip; of more months it counts years, and of more years only those with events."""


@dataclass(frozen=True, slots=True)
class StripBar:
    """A month or a year.

    Attributes:
        unit: As EDTF: "2024" or "2024-03".
        number: Of events that begin in it.
        share: Of the fullest bar, 0 to 1.
    """

    unit: str
    number: int
    share: float


def draw_strip(days: Iterable[date]) -> tuple[StripBar, ...]:
    """The months or years from the first to the last day; none if there are no days."""
    known = sorted(days)
    if not known:
        return ()
    first, last = known[0], known[-1]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST:
        counted = Counter(f"{one.year:04}-{one.month:02}" for one in known)
        start = first.year * 12 + first.month - 1
        units = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, start + months)]
    else:
        counted = Counter(f"{one.year:04}" for one in known)
        units = [f"{year:04}" for year in range(first.year, last.year + 1)]
        if len(units) > MOST:
            units = sorted(counted)[-MOST:]
    most = max(counted.values())
    return tuple(StripBar(unit, counted[unit], counted[unit] / most) for unit in units)
