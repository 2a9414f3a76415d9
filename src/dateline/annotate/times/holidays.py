"""Reads holidays: the day of each in a year, and the year of one that is printed without."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.annotate.times.days import (
    FIRST_YEAR,
    LAST_YEAR,
    last_day,
    week_of,
    weekday_after,
    weekday_before,
    weekend_of,
)
from dateline.annotate.times.setting import Reading, Setting, explicit
from dateline.annotate.times.words import HOLIDAYS
from dateline.records import edtf_of_days


def read_holiday(parts: Mapping[str, str], setting: Setting) -> Reading | None:
    """The day of a holiday, or the days around it ("Easter week"); None without a year."""
    rule = HOLIDAYS[parts["holiday"]]
    if "year" in parts:
        dated: tuple[date, str] | None = (holiday_in(int(parts["year"]), rule), "")
    elif setting.year is not None:
        dated = (
            holiday_in(setting.year, rule),
            f"{parts['holiday']} of {setting.year}, the year of the same sentence",
        )
    else:
        dated = _by_tense(parts, rule, setting)
    if dated is None:
        return None
    day, reason = dated
    edtf, unit = day.isoformat(), parts.get("unit", "").lower()
    if unit == "week":
        edtf = edtf_of_days(*week_of(day))
    elif unit == "weekend":
        edtf = edtf_of_days(*weekend_of(day))
    return explicit(edtf, *([reason] if reason else []))


def holiday_in(year: int, rule: str) -> date:
    """The day on which a holiday falls, by its rule in the table."""
    fields = rule.split()
    if fields[0] == "easter":
        return _easter(year) + timedelta(days=int(fields[1]))
    if len(fields) == 1:
        month, _, day = rule.partition("-")
        return date(year, int(month), int(day))
    nth, weekday, month_ = (int(field) for field in fields)
    if nth < 0:
        return weekday_before(last_day(year, month_), weekday, same_day=True)
    return weekday_after(date(year, month_, 1), weekday, same_day=True) + timedelta(
        days=7 * (nth - 1)
    )


def _by_tense(parts: Mapping[str, str], rule: str, setting: Setting) -> tuple[date, str] | None:
    now = setting.published
    if now is None or not FIRST_YEAR < now.year < LAST_YEAR:
        return None
    days = [holiday_in(year, rule) for year in (now.year - 1, now.year, now.year + 1)]
    word = parts.get("rel", "").lower()
    if word == "last":
        return max(d for d in days if d < now), f"“last” {setting.against}"
    if word == "next" or (setting.tense == "future" and word != "this"):
        return min(d for d in days if d >= now), f"{word or setting.tense_words} {setting.against}"
    if setting.tense == "past" and word != "this":
        reach = timedelta(days=6 if "unit" in parts else 0)
        return max(d for d in days if d <= now + reach), f"{setting.tense_words}, {setting.against}"
    return min(days, key=lambda d: (abs((d - now).days), d)), f"the nearest, {setting.against}"


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the reckoning of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    leap, leap_rest = divmod(century, 4)
    shift = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * leap_rest + 2 * (rest // 4) - shift - rest % 4) % 7
    over = (year % 19 + 11 * shift + 22 * day) // 451
    month, of_month = divmod(shift + day - 7 * over + 114, 31)
    return date(year, month, of_month + 1)
