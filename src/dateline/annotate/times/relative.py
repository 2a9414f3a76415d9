"""Reads words that point from the publication, or from the last day told: yesterday, on Thursday,
two weeks ago, the next day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from dateline.annotate.times.days import (
    day_of,
    last_day,
    month_edtf,
    part_of_month,
    part_of_year,
    quarter_edtf,
    shift_month,
    week_of,
    weekend_of,
)
from dateline.annotate.times.holidays import read_holiday
from dateline.annotate.times.periods import read_period, read_the_year, read_year_ago
from dateline.annotate.times.setting import Reading, Setting, explicit, from_event, relative
from dateline.annotate.times.values import timex_of
from dateline.annotate.times.weekdays import read_weekday, read_weekdays
from dateline.annotate.times.words import MONTHS, UNITS, number_of, unit_of
from dateline.annotate.times.years import infer_year
from dateline.records import edtf_bounds, edtf_of_days

Parts = Mapping[str, str]
_BACK = frozenset({"last", "past", "previous"})
_AHEAD = frozenset({"next", "coming", "following"})
_LONGEST = {"D": 3700, "W": 520, "M": 1200, "Q": 400, "Y": 900, "E": 90, "C": 9}


def read_relative(shape: str, parts: Parts, setting: Setting) -> Reading | None:
    """The reading of a relative expression; None if what it points from is unknown."""
    return _READERS[shape](parts, setting)


def is_relative(shape: str) -> bool:
    return shape in _READERS


def _today(parts: Parts, setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    words = parts.get("day", parts["words"]).lower()
    days = -1 if "yesterday" in words else 1 if "tomorrow" in words else 0
    return relative((setting.published + timedelta(days=days)).isoformat(), setting.against)


def _day_part(parts: Parts, setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    days = -1 if parts["rel"].lower() == "last" else 0
    return relative((setting.published + timedelta(days=days)).isoformat(), setting.against)


def _rel_unit(parts: Parts, setting: Setting) -> Reading | None:
    word, unit = parts["rel"].lower(), parts["unit"].lower()
    if unit == "day":
        return _next_day({"which": word, "unit": unit}, setting)
    reference, is_told = setting.published, False
    if word in ("that", "same", "following", "previous"):
        if unit == "year" and setting.year_told is not None:
            reference, is_told = date(setting.year_told, 7, 1), True
        elif setting.told is not None:
            reference, is_told = setting.told, True
        elif unit == "year" and setting.dated is not None:
            reference, is_told = date(setting.dated[0].year, 7, 1), True
        elif unit == "month" and setting.dated is not None:
            reference, is_told = setting.dated[0], True
        elif word != "previous":
            return None
    if word == "next" and parts.get("the") and setting.tense == "past" and setting.told:
        reference, is_told = setting.told, True
    if reference is None:
        return None
    steps = -1 if word in _BACK else 1 if word in _AHEAD else 0
    edtf = _unit_edtf(unit, reference, steps, parts.get("adv", "").lower())
    if edtf is None:
        return None
    value = _unit_value(unit, reference, steps)
    if is_told:
        reason = f"“{word} {unit}” read against {reference}, told before"
        return from_event(edtf, reason, value=value)
    return relative(edtf, f"“{word} {unit}” {setting.against}", value=value)


def _unit_value(unit: str, now: date, steps: int) -> str | None:
    """The TIMEX3 value of the whole unit, of which the words may name a part."""
    edtf = _unit_edtf(unit, now, steps)
    return timex_of(edtf) if edtf else None


def _unit_edtf(unit: str, now: date, steps: int, part: str = "") -> str | None:
    """EDTF of the week, month … that lies `steps` from that of `now`, or a part of it."""
    if unit == "week":
        return _span_of_week(
            *week_of(now + timedelta(days=7 * steps)), now, part if not steps else ""
        )
    if unit == "weekend":
        return edtf_of_days(*weekend_of(now + timedelta(days=7 * steps)))
    if unit == "month":
        year, month = shift_month(now.year, now.month, steps)
        if part in ("earlier", "later") and not steps:
            return _cut(date(year, month, 1), last_day(year, month), now, part)
        return part_of_month(year, month, _edge(part)) if part else month_edtf(year, month)
    if unit == "quarter":
        year, month = shift_month(now.year, now.month, 3 * steps)
        return quarter_edtf(year, (month + 2) // 3)
    if unit == "year":
        year = now.year + steps
        if part in ("earlier", "later") and not steps:
            return _cut(date(year, 1, 1), date(year, 12, 31), now, part)
        return part_of_year(year, _edge(part)) if part else f"{year:04}"
    if unit == "decade":
        return f"{now.year // 10 + steps:03}X"
    return f"{now.year // 100 + steps:02}XX" if unit == "century" else None


def _edge(part: str) -> str:
    return {"earlier": "early", "later": "late", "beginning": "early", "start": "early",
            "middle": "mid", "end": "late"}.get(part, part)  # fmt: skip


def _span_of_week(monday: date, sunday: date, now: date, part: str) -> str:
    return (
        _cut(monday, sunday, now, part)
        if part in ("earlier", "later")
        else edtf_of_days(monday, sunday)
    )


def _cut(first: date, last: date, now: date, part: str) -> str:
    """The days before ("earlier") or after ("later") the day of publication, if there are any."""
    if part == "earlier" and now > first:
        last = min(last, now - timedelta(days=1))
    if part == "later" and now < last:
        first = max(first, now + timedelta(days=1))
    return edtf_of_days(first, last)


def _the_unit(parts: Parts, setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    word, unit = parts.get("rel", "this").lower(), parts["unit"].lower()
    if word not in _BACK | _AHEAD | {"this"} or unit in ("day", "decade", "century", "quarter"):
        return None
    steps = -1 if word in _BACK else 1 if word in _AHEAD else 0
    edtf = _unit_edtf(unit, setting.published, steps, _edge(parts["edge"]))
    value = _unit_value(unit, setting.published, steps)
    return relative(edtf, setting.against, value=value) if edtf else None


def _part_of_unit(parts: Parts, setting: Setting) -> Reading | None:
    """ "Earlier in the day", "later in the week"."""
    unit = parts["unit"].lower()
    if unit == "day":
        day = setting.told or setting.published
        if day is None:
            return None
        if day == setting.told:
            return from_event(day.isoformat(), f"the day told before, {day}")
        return relative(day.isoformat(), setting.against)
    if setting.published is None:
        return None
    edtf = _unit_edtf(unit, setting.published, 0, parts["edge"].lower())
    value = _unit_value(unit, setting.published, 0)
    return relative(edtf, setting.against, value=value) if edtf else None


def _year_end(parts: Parts, setting: Setting) -> Reading | None:
    if "year" in parts:
        return explicit(month_edtf(int(parts["year"]), 12), value=parts["year"])
    if setting.published is None:
        return None
    year = setting.published.year
    return relative(month_edtf(year, 12), setting.against, value=f"{year:04}")


def _the_month(parts: Parts, setting: Setting) -> Reading | None:
    """ "For the week", "of the month": those of the publication."""
    return _rel_unit({"rel": "this", "unit": parts["unit"]}, setting)


def _beside_day(parts: Parts, setting: Setting) -> Reading | None:
    """ "The day before yesterday", "the day after Christmas"."""
    if "holiday" in parts:
        reading = read_holiday({"holiday": parts["holiday"]}, setting)
    elif "dow" in parts:
        given = {name: parts[name] for name in ("dow", "rel") if name in parts}
        reading = read_weekday(given, setting)
    else:
        reading = _today({"words": parts["of"]}, setting)
    if reading is None:
        return None
    day = date.fromisoformat(reading.edtf)
    day += timedelta(days=-1 if parts["side"].lower() == "before" else 1)
    reason = f"the day {parts['side'].lower()} {reading.edtf}, {setting.against}"
    return replace(reading, edtf=day.isoformat(), reasons=(reason,))


def _weekend(parts: Parts, setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    now = setting.published
    is_over = setting.tense != "future" and now.isoweekday() < 6
    return relative(
        edtf_of_days(*weekend_of(now - timedelta(days=7 if is_over else 0))),
        f"{setting.tense_words}, {setting.against}",
    )


def _year_before(parts: Parts, setting: Setting) -> Reading | None:
    """ "The year before", "the month earlier"."""
    unit = parts["unit"].lower()
    if unit == "year" and setting.quarter is not None:
        return read_year_ago(parts, setting)
    return _rel_unit({"rel": "previous", "unit": unit}, setting)


def _offset(parts: Parts, setting: Setting) -> Reading | None:
    count, unit = number_of(parts["n"]), unit_of(parts["unit"])
    tail = (parts.get("tail") or parts.get("tail2") or "").lower()
    if count is None or unit is None:
        return None
    if count == 1 and unit == "year" and tail in ("ago", "earlier") and setting.quarter:
        return read_year_ago(parts, setting)
    sign = -1 if tail in ("ago", "earlier", "before", "previously") else 1
    if tail in ("ago", "from now", "hence"):
        reference, is_told = setting.published, False
    else:
        if setting.span_told is not None:
            return _from_span(setting.span_told, sign * count, UNITS[unit])
        reference, is_told = setting.told, True
        if reference is None and tail in ("earlier", "previously"):
            reference, is_told = setting.published, False
    if reference is None:
        return None
    edtf = _shifted(reference, sign * count, UNITS[unit])
    if edtf is None:
        return None
    if is_told:
        return from_event(edtf, f"counted from {reference}, told before")
    return relative(edtf, f"counted from the {setting.published_name} {reference}")


def _from_span(span: str, count: int, unit: str) -> Reading | None:
    """A time counted from a month, a year or a range; None in a unit finer than that."""
    start, end = edtf_bounds(span)
    if start is None or end is None:
        return None
    days = (end - start).days
    if {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366, "E": 3660}.get(unit, 0) < days:
        return None
    edtf = _shifted(start, count, unit)
    return from_event(edtf, f"counted from {span}, told before") if edtf else None


def _shifted(day: date, count: int, unit: str) -> str | None:
    """EDTF, at the precision of the unit, of the time that lies `count` units from `day`."""
    if abs(count) > _LONGEST.get(unit, 0):
        return None
    if unit == "D":
        return (day + timedelta(days=count)).isoformat()
    if unit == "W":
        return edtf_of_days(*week_of(day + timedelta(days=7 * count)))
    if unit in ("M", "Q"):
        year, month = shift_month(day.year, day.month, count * (3 if unit == "Q" else 1))
        return month_edtf(year, month)
    year = day.year + count * {"Y": 1, "E": 10, "C": 100}[unit]
    if not 1 <= year < MAXYEAR - 100:
        return None
    return (
        f"{year:04}"
        if unit == "Y"
        else f"{year // 10:03}X"
        if unit == "E"
        else f"{year // 100:02}XX"
    )


def _offset_event(parts: Parts, setting: Setting) -> Reading | None:
    """ "Exactly one week after the October 7 attacks": only where the year of that day is known."""
    count, unit = number_of(parts["n"]), unit_of(parts["unit"])
    if count is None or unit is None:
        return None
    setting = replace(setting, is_loose=True)
    month = MONTHS[parts.get("m") or parts["m3"]]
    number = int("".join(c for c in (parts.get("d") or parts["d3"]) if c.isdecimal()))
    year = (
        int(parts["year"]) if "year" in parts else (infer_year(month, number, setting) or (0,))[0]
    )
    day = day_of(year, month, number)
    if day is None:
        return None
    letter = UNITS[unit]
    sign = -1 if parts["tail"].lower() in ("before", "prior to") else 1
    if letter == "W" and parts.get("exactly", "").lower() == "exactly":
        letter, count = "D", 7 * count
    if letter == "Y":
        letter, count = "M", 12 * count
    edtf = _shifted(day, sign * count, letter)
    return (
        from_event(edtf, f"counted from {day}, the date of the {parts['noun']}") if edtf else None
    )


def _next_day(parts: Parts, setting: Setting) -> Reading | None:
    word = parts["which"].lower()
    if setting.told is None:
        if word not in ("previous", "before", "earlier") or setting.published is None:
            return None
        day = setting.published - timedelta(days=1)
        return relative(day.isoformat(), f"“{word}” {setting.against}")
    days = {"previous": -1, "before": -1, "earlier": -1, "same": 0, "that": 0}.get(word, 1)
    if word in ("last", "past", "this", "coming"):
        return None
    day = setting.told + timedelta(days=days)
    return from_event(day.isoformat(), f"“{word}” read against {setting.told}, told before")


_READERS: dict[str, Callable[[Parts, Setting], Reading | None]] = {
    "today": _today,
    "day_part": _day_part,
    "weekday": read_weekday,
    "weekdays": read_weekdays,
    "weekdays_between": read_weekdays,
    "rel_unit": _rel_unit,
    "the_unit": _the_unit,
    "part_of_unit": _part_of_unit,
    "later_today": _today,
    "year_ago": read_year_ago,
    "year_end": _year_end,
    "period": read_period,
    "the_quarter": read_period,
    "the_year": read_the_year,
    "the_month": _the_month,
    "beside_day": _beside_day,
    "weekend": _weekend,
    "year_before": _year_before,
    "offset": _offset,
    "offset_event": _offset_event,
    "next_day": _next_day,
    "that_day": _next_day,
    "day_before": _next_day,
}
