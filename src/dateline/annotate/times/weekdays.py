"""Reads days of the week: which Thursday is meant, by its words, the tense and the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.annotate.times.days import week_of, weekday_after, weekday_before
from dateline.annotate.times.setting import Reading, Setting, from_event, relative
from dateline.annotate.times.words import WEEKDAYS
from dateline.records import edtf_of_days

Parts = Mapping[str, str]


def read_weekday(parts: Parts, setting: Setting) -> Reading | None:
    weekday, word, now = WEEKDAYS[parts["dow"]], parts.get("rel", "").lower(), setting.published
    if word in ("following", "previous", "same", "that"):
        return _weekday_told(weekday, word, setting)
    if now is None:
        return None
    if "relweek" in parts:
        weeks = {"last": -7, "next": 7}.get(parts["relweek"], 0)
        day = week_of(now + timedelta(days=weeks))[0] + timedelta(days=weekday - 1)
        return relative(day.isoformat(), f"“{parts['relweek']} week”", setting.against)
    if word in ("last", "past"):
        day, why = _last_weekday(now, weekday, word)
    elif word in ("next", "coming"):
        day, why = weekday_after(now, weekday), f"“{word}”"
    elif word == "this":
        day, why = week_of(now)[0] + timedelta(days=weekday - 1), "“this”"
        if setting.tense == "past" and day > now:
            day, why = day - timedelta(days=7), f"“this”, {setting.tense_words}"
    elif setting.is_old_plan:
        day, why = _nearest_weekday(now, weekday), "the nearest, as planned before"
    elif setting.tense == "future" and not _may_be_over(parts, setting):
        day, why = weekday_after(now, weekday, same_day=True), setting.tense_words
    else:
        day, why = weekday_before(now, weekday, same_day=True), setting.tense_words
    return relative(day.isoformat(), f"{parts['dow']} → {day}: {why}, {setting.against}")


def _may_be_over(parts: Parts, setting: Setting) -> bool:
    """ "Tuesday's ruling may bring peace": what may come of it does not date the ruling."""
    return setting.is_loose and "has" in parts and not setting.is_ahead


def _last_weekday(now: date, weekday: int, word: str) -> tuple[date, str]:
    """ "Last Thursday" is not the day before: that one is "yesterday", or "Thursday"."""
    day = weekday_before(now, weekday)
    if word == "last" and day == now - timedelta(days=1):
        return day - timedelta(days=7), "“last” is not the day before"
    return day, "“last”"


def _nearest_weekday(now: date, weekday: int) -> date:
    before = weekday_before(now, weekday, same_day=True)
    after = weekday_after(now, weekday, same_day=True)
    return min(before, after, key=lambda day: abs((day - now).days))


def _weekday_told(weekday: int, word: str, setting: Setting) -> Reading | None:
    if setting.told is None:
        return None
    if word == "following":
        day = weekday_after(setting.told, weekday)
    else:
        day = weekday_before(setting.told, weekday, same_day=word != "previous")
    return from_event(day.isoformat(), f"“{word}” read against {setting.told}, told before")


def read_weekdays(parts: Parts, setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    first, second = WEEKDAYS[parts["dow"]], WEEKDAYS[parts["dow2"]]
    if setting.tense == "future":
        start = weekday_after(setting.published, first, same_day=True)
        end = weekday_after(start, second)
    elif setting.is_loose and _days_between(first, now := setting.published.isoweekday()) < (
        _days_between(first, second)
    ):
        start = setting.published - timedelta(days=_days_between(first, now))
        end = weekday_after(start, second)
    else:
        end = weekday_before(setting.published, second, same_day=True)
        start = weekday_before(end, first)
    return relative(edtf_of_days(start, end), f"{setting.tense_words}, {setting.against}")


def _days_between(first: int, second: int) -> int:
    return (second - first) % 7
