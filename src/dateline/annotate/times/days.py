"""Days, weeks and months: the arithmetic that words of time need, and its EDTF."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dateline.records import edtf_of_days

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Years outside this range are read as numbers."""


def month_edtf(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None if the month has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that lie `months` later (earlier if negative)."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday, monday + timedelta(days=6)


def weekend_of(day: date) -> tuple[date, date]:
    """Saturday and Sunday of the week of `day`."""
    monday, sunday = week_of(day)
    return monday + timedelta(days=5), sunday


def weekday_before(day: date, weekday: int, *, same_day: bool = False) -> date:
    """The last such weekday (ISO number) before `day`; `day` itself if `same_day` allows it."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back if back or same_day else 7)


def weekday_after(day: date, weekday: int, *, same_day: bool = False) -> date:
    """The first such weekday (ISO number) after `day`; `day` itself if `same_day` allows it."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if ahead or same_day else 7)


def part_of_month(year: int, month: int, part: str) -> str:
    """EDTF of the early (1-10), mid (11-20) or late (21-) days of a month."""
    if part == "early":
        return edtf_of_days(date(year, month, 1), date(year, month, 10))
    if part == "mid":
        return edtf_of_days(date(year, month, 11), date(year, month, 20))
    return edtf_of_days(date(year, month, 21), last_day(year, month))


def part_of_year(year: int, part: str) -> str:
    """EDTF of the early (January-April), mid (May-August) or late third, or a half, of a year."""
    first, last = {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "half1": (1, 6),
        "half2": (7, 12),
    }[part]
    return f"{month_edtf(year, first)}/{month_edtf(year, last)}"


def part_of_decade(first: int, part: str) -> str:
    """EDTF of the early (0-3), mid (4-6) or late (7-9) years of a decade, by its first year."""
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return f"{first + start:04}/{first + end:04}"


def quarter_edtf(year: int, quarter: int) -> str:
    return f"{month_edtf(year, quarter * 3 - 2)}/{month_edtf(year, quarter * 3)}"


def season_year(season: int, month: int, year: int) -> int:
    """The year that EDTF gives the season at `month`: a winter belongs to its December."""
    return year - 1 if season == 24 and month <= 2 else year
