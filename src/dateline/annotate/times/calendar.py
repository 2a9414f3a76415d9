"""Reads calendar dates: days, months, quarters, seasons, years, decades, and ranges of these.

A year that the words leave out is inferred (`years`); the parts of a year are read in `year_parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dateline.annotate.times.days import (
    day_of,
    month_edtf,
    part_of_decade,
    part_of_month,
    part_of_year,
)
from dateline.annotate.times.holidays import read_holiday
from dateline.annotate.times.setting import Reading, Setting, explicit
from dateline.annotate.times.words import (
    CENTURIES,
    DECADES,
    MONTHS,
    PARTS,
    WEEKDAYS,
    year_of_words,
)
from dateline.annotate.times.year_parts import YEAR_PARTS
from dateline.annotate.times.years import carried_year, infer_year
from dateline.records import edtf_of_days

Parts = Mapping[str, str]
_NEAR_YEARS = (0, -1, 1)
_AHEAD = 15
"""How many years ahead of the publication "'35" may be."""


def read_calendar(shape: str, parts: Parts, setting: Setting) -> Reading | None:
    """The reading of a calendar expression; None if it names no real day, or two."""
    return _READERS[shape](parts, setting)


def is_calendar(shape: str) -> bool:
    return shape in _READERS


def _number(digits: str) -> int:
    return int("".join(c for c in digits if c.isdecimal()))


def full_year(digits: str, setting: Setting) -> int:
    """Four digits of a year that may be printed with two: the last one that is not far ahead."""
    year = _number(digits)
    if len(digits) > 2:
        return year
    now = setting.published.year if setting.published else 2000
    return max(y for y in (1800 + year, 1900 + year, 2000 + year) if y <= max(now, 1900) + _AHEAD)


def _iso(parts: Parts, setting: Setting) -> Reading | None:
    day = day_of(int(parts["year"]), int(parts["m"]), int(parts["d"]))
    if day is None:
        return None
    return explicit(day.isoformat(), value=f"{day}{parts['hours']}" if "hours" in parts else None)


def _figures(parts: Parts, setting: Setting) -> Reading | None:
    left, right, year = int(parts["a"]), int(parts["b"]), full_year(parts["year"], setting)
    if len(parts["year"]) == 2 and parts["sep"] != "/":
        return None
    if left > 12 >= right:
        day = day_of(year, right, left)
    elif right > 12 >= left or left == right:
        day = day_of(year, left, right)
    else:
        return None
    return explicit(day.isoformat()) if day else None


def _days(parts: Parts, setting: Setting) -> Reading | None:
    """A day, or a range of days within a month or over two."""
    month = MONTHS[parts.get("m1") or parts["m"]]
    month2 = MONTHS[parts.get("m2") or parts["m"]]
    first, second = _number(parts["d"]), _number(parts["d2"]) if "d2" in parts else None
    reasons: tuple[str, ...] = ()
    if "year" in parts or "year1" in parts:
        year = _number(parts.get("year") or parts["year1"])
        year1 = _number(parts["year1"]) if "year1" in parts else year - (month2 < month)
    else:
        inferred = (
            _day_by_word(parts, month, first, setting)
            or _year_of_weekday(parts, month, first, setting)
            or infer_year(month, first, setting, is_day=True)
        )
        if inferred is None:
            return None
        year1, reason = inferred
        year, reasons = year1 + (month2 < month), (reason,)
    start = day_of(year1, month, first)
    end = start if second is None else day_of(year, month2, second)
    if start is None or end is None or end < start:
        return None
    edtf = edtf_of_days(start, end)
    return Reading(edtf, "explicit", reasons, edtf, _weekday_doubt(parts, start))


def _year_of_weekday(
    parts: Parts, month: int, day: int, setting: Setting
) -> tuple[int, str] | None:
    if "dow" not in parts or setting.published is None or setting.year is not None:
        return None
    weekday = WEEKDAYS[parts["dow"]]
    carried = carried_year(month, day, setting)
    there = day_of(carried[0], month, day) if carried else None
    if carried and there and (there.isoweekday() == weekday):
        return carried
    for offset in _NEAR_YEARS:
        found = day_of(setting.published.year + offset, month, day)
        if found and found.isoweekday() == weekday and abs((found - setting.published).days) < 200:
            return (
                found.year,
                f"the year near the {setting.published_name} in which it is a {parts['dow']}",
            )
    return None


def _day_by_word(parts: Parts, month: int, day: int, setting: Setting) -> tuple[int, str] | None:
    """The year of "last Oct. 23", and of "March 20 last year"."""
    word, now = parts.get("rel", "").lower(), setting.published
    if "of_year" in parts and now is not None:
        of_year = parts["of_year"]
        year = now.year + {"last": -1, "next": 1}.get(of_year, 0)
        return year, f"“{of_year} year” {setting.against}"
    if word not in ("last", "next") or now is None or day_of(now.year, month, day) is None:
        return None
    this = day_of(now.year, month, day) or now
    year = now.year - (this >= now) if word == "last" else now.year + (this <= now)
    return year, f"“{word}” {setting.against}"


def _weekday_doubt(parts: Parts, day: date) -> tuple[str, ...]:
    if "dow" in parts and WEEKDAYS[parts["dow"]] != day.isoweekday():
        return (f"{day.isoformat()} is a {day:%A}, not a {parts['dow']} as printed",)
    return ()


def _month(parts: Parts, setting: Setting) -> Reading | None:
    """A month, a part of it, or a range of months."""
    month = MONTHS[parts["m"]]
    month2 = MONTHS[parts.get("m2") or parts["m"]]
    reasons: tuple[str, ...] = ()
    if "year" in parts or "year1" in parts:
        year = _number(parts.get("year") or parts["year1"])
        year1 = _number(parts["year1"]) if "year1" in parts else year - (month2 < month)
    else:
        found = _month_by_word(parts, month, setting) or infer_year(month, 1, setting)
        if found is None:
            return None
        year1, reason = found
        year, reasons = year1 + (month2 < month), (reason,)
    if (year, month2) != (year1, month):
        if (year, month2) < (year1, month):
            return None
        return Reading(
            f"{month_edtf(year1, month)}/{month_edtf(year, month2)}", "explicit", reasons
        )
    part = PARTS.get(parts.get("part", "").lower())
    whole = month_edtf(year, month)
    edtf = part_of_month(year, month, part) if part else whole
    return Reading(edtf, "relative" if parts.get("rel") else "explicit", reasons, whole)


def _month_by_word(parts: Parts, month: int, setting: Setting) -> tuple[int, str] | None:
    """The year of "last June", "next May", "this July", "June of last year"."""
    word, now = parts.get("rel", "").lower(), setting.published
    if not word or now is None:
        return None
    if parts.get("of_year"):
        year = now.year + {"last": -1, "next": 1}.get(word, 0)
    elif word in ("last", "past", "previous"):
        year = now.year - (month >= now.month)
    elif word in ("next", "coming"):
        year = now.year + (month <= now.month)
    elif word == "this":
        year = now.year
    else:
        return None
    return year, f"“{word}” {setting.against}"


def _month_short_year(parts: Parts, setting: Setting) -> Reading | None:
    return _month({**parts, "year": f"{full_year(parts['yy'], setting):04}"}, setting)


def _month_of_year(parts: Parts, setting: Setting) -> Reading | None:
    return _month({**parts, "of_year": "yes"}, setting)


def _years(parts: Parts, setting: Setting) -> Reading | None:
    first = int(parts["year1"])
    last = int(parts["year"]) if "year" in parts else first // 100 * 100 + int(parts["short"])
    return explicit(f"{first:04}/{last:04}") if first < last else None


def _year(parts: Parts, setting: Setting) -> Reading | None:
    year = full_year(parts["year"].strip("'’"), setting)
    return _of_year(year, parts)


def _spelled_year(parts: Parts, setting: Setting) -> Reading | None:
    year = year_of_words(parts["spelled"])
    return None if year is None else _of_year(year, parts)


def _of_year(year: int, parts: Parts) -> Reading:
    part = PARTS.get(parts.get("part", "").lower())
    return explicit(part_of_year(year, part) if part else f"{year:04}", value=f"{year:04}")


def _beside_year(parts: Parts, setting: Setting) -> Reading | None:
    """ "Post-1959" politics: no time of anything, but the year has its value."""
    return explicit(parts["year"])


def _decade(parts: Parts, setting: Setting) -> Reading | None:
    year = full_year(parts["year"], setting)
    if len(parts["year"]) == 2 and setting.published and year > setting.published.year:
        year -= 100
    return _of_decade(year, parts.get("part", ""))


def _spelled_decade(parts: Parts, setting: Setting) -> Reading | None:
    now = setting.published
    year = 1900 + DECADES[parts["decade"].lower()]
    if now and year + 100 <= now.year - 5 and "nineteen" not in parts["words"].lower():
        year += 100
    return _of_decade(year, parts.get("part") or parts.get("part2") or "")


def _of_decade(year: int, part: str) -> Reading:
    whole, edge = f"{year // 10:03}X", PARTS.get(part.lower())
    return explicit(part_of_decade(year, edge) if edge else whole, value=whole)


def _century(parts: Parts, setting: Setting) -> Reading | None:
    number = int(parts["n"]) if "n" in parts else CENTURIES[parts["nth"].lower()]
    if not 10 <= number <= 22 or "part" in parts:
        return None
    return explicit(f"{number - 1:02}XX")


_READERS: dict[str, Callable[[Parts, Setting], Reading | None]] = {
    **YEAR_PARTS,
    "iso": _iso,
    "figures": _figures,
    "month_day": _days,
    "day_month": _days,
    "day_month_range": _days,
    "month_day_between": _days,
    "day_month_between": _days,
    "month_year": _month,
    "month_between": _month,
    "month_short_year": _month_short_year,
    "month": _month,
    "month_of_year": _month_of_year,
    "years": _years,
    "years_between": _years,
    "year": _year,
    "spelled_year": _spelled_year,
    "beside_year": _beside_year,
    "short_year": _year,
    "fiscal_year": _year,
    "decade": _decade,
    "short_decade": _decade,
    "spelled_decade": _spelled_decade,
    "century": _century,
    "holiday": read_holiday,
}
