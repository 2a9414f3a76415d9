"""Reads calendar dates: days, months, quarters, seasons, years, decades, and ranges of these.

A year that the words leave out is inferred (`times_years`).
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
    quarter_edtf,
    season_year,
)
from dateline.annotate.times.setting import Reading, Setting, explicit, relative
from dateline.annotate.times.words import MONTHS, ORDINALS, PARTS, SEASONS, WEEKDAYS
from dateline.annotate.times.years import infer_year
from dateline.records import edtf_of_days

Parts = Mapping[str, str]
_NEAR_YEARS = (0, -1, 1)


def read_calendar(shape: str, parts: Parts, setting: Setting) -> Reading | None:
    """The reading of a calendar expression; None if it names no real day, or two."""
    return _READERS[shape](parts, setting)


def is_calendar(shape: str) -> bool:
    return shape in _READERS


def _number(digits: str) -> int:
    return int("".join(c for c in digits if c.isdecimal()))


def full_year(digits: str, setting: Setting) -> int:
    """Four digits of a year that may be printed with two: the one nearest to the publication."""
    year = _number(digits)
    if len(digits) > 2:
        return year
    now = setting.published.year if setting.published else 2000
    return min((1900 + year, 2000 + year), key=lambda y: (abs(y - now), y))


def _iso(parts: Parts, setting: Setting) -> Reading | None:
    day = day_of(int(parts["year"]), int(parts["m"]), int(parts["d"]))
    return explicit(day.isoformat()) if day else None


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
            or infer_year(month, first, setting)
        )
        if inferred is None:
            return None
        year1, reason = inferred
        year, reasons = year1 + (month2 < month), (reason,)
    start = day_of(year1, month, first)
    end = start if second is None else day_of(year, month2, second)
    if start is None or end is None or end < start:
        return None
    reasons += _weekday_flag(parts, start)
    return Reading(edtf_of_days(start, end), "explicit", reasons)


def _year_of_weekday(
    parts: Parts, month: int, day: int, setting: Setting
) -> tuple[int, str] | None:
    if "dow" not in parts or setting.published is None or setting.year is not None:
        return None
    weekday = WEEKDAYS[parts["dow"]]
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


def _weekday_flag(parts: Parts, day: date) -> tuple[str, ...]:
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
    edtf = part_of_month(year, month, part) if part else month_edtf(year, month)
    return Reading(edtf, "relative" if parts.get("rel") else "explicit", reasons)


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


def _month_of_year(parts: Parts, setting: Setting) -> Reading | None:
    return _month({**parts, "of_year": "yes"}, setting)


def _years(parts: Parts, setting: Setting) -> Reading | None:
    first = int(parts["year1"])
    last = int(parts["year"]) if "year" in parts else first // 100 * 100 + int(parts["short"])
    return explicit(f"{first:04}/{last:04}") if first < last else None


def _year(parts: Parts, setting: Setting) -> Reading | None:
    year = full_year(parts["year"].strip("'’"), setting)
    part = PARTS.get(parts.get("part", "").lower())
    return explicit(part_of_year(year, part) if part else f"{year:04}")


def _decade(parts: Parts, setting: Setting) -> Reading | None:
    year = full_year(parts["year"], setting)
    if len(parts["year"]) == 2 and setting.published and year > setting.published.year:
        year -= 100
    part = PARTS.get(parts.get("part", "").lower())
    return explicit(part_of_decade(year, part) if part else f"{year // 10:03}X")


def _century(parts: Parts, setting: Setting) -> Reading | None:
    number = int(parts["n"])
    if not 10 <= number <= 22 or "part" in parts:
        return None
    return explicit(f"{number - 1:02}XX")


def _season(parts: Parts, setting: Setting) -> Reading | None:
    season = SEASONS[parts["season"].lower()]
    month = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    if "year" in parts:
        return explicit(f"{int(parts['year']):04}-{season}")
    word, now = parts.get("rel", "").lower(), setting.published
    if now is None:
        return None
    if word in ("last", "past", "previous"):
        # "Last summer" said in winter is the latest one that is over.
        year = now.year if now.month >= month + 3 else now.year - 1
        if season == 24:
            year = now.year - 1 if now.month >= 3 else now.year - 2
    elif word in ("next", "coming"):
        year = now.year if now.month < month else now.year + 1
    elif word == "this":
        year = season_year(season, now.month, now.year)
    elif word:
        return None
    else:
        inferred = infer_year(month, 1, setting)
        if inferred is None:
            return None
        return Reading(f"{inferred[0]:04}-{season}", "explicit", (inferred[1],))
    return relative(f"{year:04}-{season}", f"“{word} {parts['season']}” {setting.against}")


def _quarter(parts: Parts, setting: Setting) -> Reading | None:
    number = int(parts["n"]) if parts["n"].isdecimal() else ORDINALS[parts["n"].lower()]
    if "year" in parts:
        return explicit(quarter_edtf(int(parts["year"]), number))
    if setting.year is not None:
        return explicit(
            quarter_edtf(setting.year, number), f"year {setting.year} from the same sentence"
        )
    now = setting.published
    if now is None:
        return None
    word = (parts.get("relyear") or parts.get("rel") or "").lower()
    if word:
        year = now.year + {"last": -1, "previous": -1, "next": 1}.get(word, 0)
        return relative(quarter_edtf(year, number), f"“{word}” {setting.against}")
    years = (now.year - 1, now.year, now.year + 1)
    if setting.tense == "future":
        year = min(years, key=lambda y: abs((date(y, number * 3 - 1, 15) - now).days))
    else:
        year = max(y for y in years if date(y, number * 3 - 2, 1) <= now)
    return relative(quarter_edtf(year, number), f"{setting.tense_words}, {setting.against}")


def _half(parts: Parts, setting: Setting) -> Reading | None:
    part = "half1" if parts["n"].lower() == "first" else "half2"
    if "year" in parts:
        return explicit(part_of_year(int(parts["year"]), part))
    if setting.published is None:
        return None
    year = setting.published.year + {"last": -1, "next": 1}.get(parts.get("relyear", ""), 0)
    return relative(part_of_year(year, part), setting.against)


_READERS: dict[str, Callable[[Parts, Setting], Reading | None]] = {
    "iso": _iso,
    "figures": _figures,
    "month_day": _days,
    "day_month": _days,
    "day_month_range": _days,
    "month_day_between": _days,
    "day_month_between": _days,
    "month_year": _month,
    "month_between": _month,
    "month": _month,
    "month_of_year": _month_of_year,
    "years": _years,
    "years_between": _years,
    "year": _year,
    "short_year": _year,
    "fiscal_year": _year,
    "decade": _decade,
    "short_decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "quarter_year": _quarter,
    "half": _half,
}
