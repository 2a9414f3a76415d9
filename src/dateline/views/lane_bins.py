"""Counts for each stretch of time, where a lane has too many events to show each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from dateline.records.edtf import Bounds
from dateline.views.axis import Axis

Unit = Literal["day", "week", "month", "quarter", "year", "decade"]
_UNITS: Final[tuple[tuple[Unit, int], ...]] = (
    ("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366), ("decade", 3653),
)  # fmt: skip
_MOST_BINS = 34


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events lie in a stretch of time.

    Attributes:
        start, end: What of the calendar it is, as a year, a month or a day, both included; a bin
            of an open end has "" there.
        is_coarse: Whether the reports date these events no closer than this, while other bins of
            the lane are narrower.
        row: Coarse bins that would cover one another stand on rows, from 0.
        share: Of the fullest bin of its kind, from 0 to 1.
    """

    left: float
    width: float
    start: str
    end: str
    number: int
    share: float
    is_coarse: bool
    row: int = 0


def finest_unit(axis: Axis) -> Unit:
    """The finest unit with which an axis has no more bins than can be told apart."""
    days = sum(stretch.last - stretch.first for stretch in axis.stretches)
    return next((unit for unit, length in _UNITS if days <= length * _MOST_BINS), "decade")


def count_bins(times: Iterable[Bounds], axis: Axis, unit: Unit) -> tuple[Bin, ...]:
    """Bins of a lane; what the words date more coarsely than the unit has a bin of its own."""
    coarser = [one for one, _ in _UNITS[[name for name, _ in _UNITS].index(unit) :]]
    found: Counter[tuple[str, date | None, date | None]] = Counter()
    for start, end in times:
        found[_cell(start, end, coarser)] += 1
    fine = [number for (name, _, _), number in found.items() if name == unit]
    coarse = [number for (name, _, _), number in found.items() if name != unit]
    most = max(fine, default=1), max(coarse, default=1)
    made = (
        _bin(first, last, number, most[name != unit], name, axis, name != unit)
        for (name, first, last), number in sorted(
            found.items(),
            key=lambda one: (one[0][0] == unit, one[0][1] or date.min, one[0][2] or date.max),
        )
    )
    return tuple(_stack(made))


def _stack(bins: Iterable[Bin]) -> Iterator[Bin]:
    ends: list[float] = []
    for one in bins:
        if not one.is_coarse:
            yield one
            continue
        row = next((n for n, end in enumerate(ends) if end <= one.left + 0.1), len(ends))
        ends[row:] = [one.left + one.width, *ends[row + 1 :]]
        yield replace(one, row=row)


def _cell(
    start: date | None, end: date | None, units: Sequence[Unit]
) -> tuple[str, date | None, date | None]:
    if start is None or end is None:
        return "open", start, end
    for unit in units:
        first, last = _CELLS[unit](start)
        if end <= last:
            return unit, first, last
    return "open", start, end


def _day(day: date) -> tuple[date, date]:
    return day, _after(day)


def _week(day: date) -> tuple[date, date]:
    first = date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return first, date.fromordinal(min(date.max.toordinal(), first.toordinal() + 7))


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, _after(first.replace(day=28) + timedelta(days=3)).replace(day=1)


def _quarter(day: date) -> tuple[date, date]:
    first = day.month - (day.month - 1) % 3
    return day.replace(month=first, day=1), _month(day.replace(month=first + 2, day=1))[1]


def _year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), _new_year(day.year + 1)


def _decade(day: date) -> tuple[date, date]:
    first = day.year - day.year % 10
    return date(max(1, first), 1, 1), _new_year(first + 10)


def _new_year(year: int) -> date:
    return date(year, 1, 1) if year <= date.max.year else date.max


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


_CELLS: Final[dict[Unit, Callable[[date], tuple[date, date]]]] = {
    "day": _day, "week": _week, "month": _month, "quarter": _quarter, "year": _year,
    "decade": _decade,
}  # fmt: skip


def _bin(
    first: date | None, last: date | None, number: int, most: int, unit: str, axis: Axis,
    is_coarse: bool,
) -> Bin:  # fmt: skip
    left = axis.at(first) if first else 0.0
    right = axis.at(last) if last else 100.0
    before = last - timedelta(days=1) if last else None
    return Bin(
        left, round(max(right - left, 0.4), 2), _edtf(first, unit), _edtf(before, unit), number,
        round(number / most, 3), is_coarse,
    )  # fmt: skip


def _edtf(day: date | None, unit: str) -> str:
    if day is None:
        return ""
    letters = {"year": 4, "decade": 4, "month": 7, "quarter": 7}.get(unit, 10)
    return day.isoformat()[:letters]
