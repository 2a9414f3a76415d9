"""Reads the parts of a year: seasons, quarters, halves, weeks of a month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateline.annotate.times.days import (
    FIRST_YEAR,
    LAST_YEAR,
    day_of,
    last_day,
    month_edtf,
    part_of_year,
    quarter_edtf,
    season_year,
    week_of,
    weekday_after,
    weekday_before,
)
from dateline.annotate.times.setting import Reading, Setting, explicit, relative
from dateline.annotate.times.words import MONTHS, ORDINALS, SEASONS, WEEKDAYS, year_of_words
from dateline.annotate.times.years import infer_year
from dateline.records import edtf_of_days

Parts = Mapping[str, str]


def _season(parts: Parts, setting: Setting) -> Reading | None:
    season = SEASONS[parts["season"].lower()]
    month = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    year_words = year_of_words(parts["spelled"]) if "spelled" in parts else None
    if "year" in parts or year_words:
        return explicit(f"{year_words or int(parts['year']):04}-{season}")
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
    if "year" in parts or "year0" in parts:
        return explicit(quarter_edtf(int(parts.get("year") or parts["year0"]), number))
    now = setting.published
    if setting.year is not None and (now is None or abs(setting.year - now.year) > 1):
        return explicit(
            quarter_edtf(setting.year, number), f"year {setting.year} from the same sentence"
        )
    if now is None:
        return None
    word = "last" if "ago" in parts else (parts.get("relyear") or parts.get("rel") or "").lower()
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


def _half_year(parts: Parts, setting: Setting) -> Reading | None:
    """ "Second-half" results: the last such half that had begun, or the one ahead."""
    now = setting.published
    if "year" in parts:
        return _half(parts, setting)
    if now is None:
        return None
    is_second = parts["n"].lower() == "second"
    is_ahead = is_second and now.month <= 6 and setting.tense != "future"
    edtf = part_of_year(now.year - is_ahead, "half2" if is_second else "half1")
    return relative(edtf, f"{setting.tense_words}, {setting.against}")


def _part_of_month(parts: Parts, setting: Setting) -> Reading | None:
    """ "The first week of May", "the second half of March": days counted from the first."""
    month, year = MONTHS[parts["m"]], int(parts.get("year", "0"))
    reasons: tuple[str, ...] = ()
    if not year:
        inferred = infer_year(month, 1, setting)
        if inferred is None:
            return None
        year, reasons = inferred[0], (inferred[1],)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = last_day(year, month)
    if "dow" in parts:
        day = _nth_weekday(parts["n"].lower(), WEEKDAYS[parts["dow"]], last)
        return Reading(day.isoformat(), "explicit", reasons)
    days = _days_of_part(parts["n"].lower(), parts["unit"].lower(), last)
    whole = month_edtf(year, month)
    return Reading(edtf_of_days(*days), "explicit", reasons, whole) if days else None


def _nth_weekday(nth: str, weekday: int, last: date) -> date:
    if nth == "last":
        return weekday_before(last, weekday, same_day=True)
    first = weekday_after(last.replace(day=1), weekday, same_day=True)
    return first + timedelta(days=7 * (ORDINALS[nth] - 1))


def _days_of_part(nth: str, unit: str, last: date) -> tuple[date, date] | None:
    if unit == "half":
        if nth == "first":
            return last.replace(day=1), last.replace(day=15)
        return (last.replace(day=16), last) if nth in ("second", "last") else None
    if unit == "weekend":
        saturday = _nth_weekday(nth, 6, last)
        return saturday, saturday + timedelta(days=1)
    if nth == "last":
        return last - timedelta(days=6), last
    first = last.replace(day=7 * ORDINALS[nth] - 6)
    return first, first + timedelta(days=6)


def _week_of(parts: Parts, setting: Setting) -> Reading | None:
    """ "The week of March 6"."""
    month, number = (
        MONTHS[parts.get("m") or parts["m3"]],
        int("".join(c for c in parts.get("d") or parts["d3"] if c.isdecimal())),
    )
    year = int(parts.get("year", "0"))
    reasons: tuple[str, ...] = ()
    if not year:
        inferred = infer_year(month, number, setting)
        if inferred is None:
            return None
        year, reasons = inferred[0], (inferred[1],)
    day = day_of(year, month, number)
    return Reading(edtf_of_days(*week_of(day)), "explicit", reasons) if day else None


YEAR_PARTS: Mapping[str, Callable[[Parts, Setting], Reading | None]] = {
    "season": _season,
    "quarter": _quarter,
    "quarter_year": _quarter,
    "half": _half,
    "two_quarters": _half,
    "half_year": _half_year,
    "week_of": _week_of,
    "part_of_month": _part_of_month,
}
"""The reader of each shape."""
