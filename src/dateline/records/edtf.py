"""The part of EDTF (ISO 8601-2, levels 0 and 1) that Dateline writes, and its bounds.

A year, month or day; a season (21 spring to 24 winter); a decade or century (``199X``);
``~`` for about; and intervals of these, open at either end (``..``).
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta

Bounds = tuple[date | None, date | None]
"""First possible day (inclusive) and first day after the last (exclusive), UTC; None is open."""

_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?[~?%]?", re.ASCII)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


def edtf_bounds(value: str) -> Bounds:
    """The days that an EDTF value covers, as half-open bounds.

    Raises:
        ValueError: If `value` is not of the part of EDTF described above, or ends before it begins.
    """
    if "/" not in value:
        return _part_bounds(value)
    first, _, last = value.partition("/")
    start = None if first == ".." else _part_bounds(first)[0]
    end = None if last == ".." else _part_bounds(last)[1]
    if start is None and end is None:
        raise ValueError(f"{value!r} is open at both ends")
    if start is not None and end is not None and end <= start:
        raise ValueError(f"{value!r} ends before it begins")
    return start, end


def _part_bounds(part: str) -> tuple[date, date]:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(f"{part!r} is not an EDTF date that Dateline reads")
    year, month, day = found.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first < 1 or last >= MAXYEAR or ("X" in year and month):
        raise ValueError(f"{part!r} is not an EDTF date that Dateline reads")
    if month is None:
        return date(first, 1, 1), date(last + 1, 1, 1)
    number = int(month)
    if number in _SEASONS:
        if day:
            raise ValueError(f"{part!r} gives a season a day")
        return _months(first, _SEASONS[number], 3)
    if day is None:
        return _months(first, number, 1)
    start = date(first, number, int(day))
    return start, start + timedelta(days=1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = month - 1 + count
    return date(year, month, 1), date(year + after // 12, after % 12 + 1, 1)


def edtf_of_days(first: date, last: date) -> str:
    """The shortest EDTF value for the days from `first` to `last`, both included.

    Raises:
        ValueError: If `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    end = last + timedelta(days=1)
    if first == last:
        return first.isoformat()
    if first.day == 1 and end.day == 1:
        if (end.year, end.month) == (
            (first.year, first.month + 1) if first.month < 12 else (first.year + 1, 1)
        ):
            return f"{first.year:04}-{first.month:02}"
        if first.month == 1 and end.month == 1 and end.year == first.year + 1:
            return f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"
