"""Reads how long and how often: the TIMEX3 values of durations and sets ("P13M", "XXXX-WXX-5")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.annotate.times.words import (
    HOURS,
    MONTHS,
    OFTEN,
    SEASONS,
    UNITS,
    WEEKDAYS,
    number_of,
    unit_of,
)

_YEARS_IN = {"E": 10}
_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_FRACTION = re.compile(r"(\d{1,4})\s(\d/\d)")
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,3}")
_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def length_value(parts: Mapping[str, str], shape: str = "length") -> str | None:
    """The value of a duration: "P13M"; "PXD" where its number is vague; None if it has no unit."""
    unit = unit_of(parts.get("unit", ""))
    if unit is None:
        return "PXX" if not parts.get("unit") else None
    words = parts.get("n", "")
    if shape == "quarter_century":
        return "P25Y"
    if shape in ("lasting", "all_day"):
        words = "" if "many" in parts else "one"
    if "half" in words.lower().split() and "dozen" not in words.lower():
        return _half(UNITS[unit])
    count = _count(words) if words else None  # of "two to three weeks", the first
    if count is not None and ("and a half" in parts.get("more", "") or parts.get("half")):
        count += 0.5
    return _duration(count, UNITS[unit])


def set_value(shape: str, parts: Mapping[str, str]) -> str | None:
    """The value of a set: the time from one to the next ("P1D"), or the days with "X" for any."""
    if "days" in parts:
        return "XXXX-WXX-WE" if parts["days"].lower() == "weekends" else "XXXX-WXX-WD"
    if "dow" in parts:
        part = HOURS.get(parts.get("at", "").lower(), "")
        return f"XXXX-WXX-{_weekday(parts['dow'])}{part}"
    if "m" in parts:
        return f"XXXX-{MONTHS[parts['m']]:02}"
    if "season" in parts:
        return f"XXXX-{_SEASON_CODES[SEASONS[parts['season'].lower()]]}"
    if "hour" in parts:
        return f"XXXX-XX-XX{HOURS.get(parts['hour'].lower(), '')}"
    if shape == "adverb":
        return OFTEN.get(parts["words"].lower())
    unit = unit_of(parts.get("unit", ""))
    if unit is None:
        return None
    count = 2 if parts.get("other") else number_of(parts.get("n") or "1")
    return _duration(count, UNITS[unit])


def _weekday(name: str) -> int:
    return WEEKDAYS.get(name.capitalize()) or WEEKDAYS[name.capitalize().removesuffix("s")]


def _count(words: str) -> float | None:
    words = words.lower()
    if found := _FRACTION.fullmatch(words):
        return int(found[1]) + _FRACTIONS.get(found[2], 0.0)
    if _DECIMAL.fullmatch(words):
        return float(words)
    if "few" in words or words in ("some", "several", "many"):
        return None
    if words == "another":
        return 1
    if "couple" in words:
        return 2
    if words.endswith(" of"):
        return None
    return number_of(words)


def _half(letter: str) -> str | None:
    return {"Y": "P6M", "TH": "PT30M", "TM": "PT30S", "D": "PT12H", "E": "P5Y", "C": "P50Y"}.get(
        letter
    )


def _duration(count: float | None, letter: str) -> str | None:
    """ISO 8601 of so many units; "X" where it is not told how many."""
    if letter == "WE":
        return f"P{_figure(count)}WE"
    if letter == "TS":
        return f"PT{_figure(count)}S"
    if letter.startswith("T"):
        return f"P{letter[0]}{_figure(count)}{letter[1]}"
    if count is not None and letter in _YEARS_IN:
        return f"P{_figure(count * _YEARS_IN[letter])}Y"
    return f"P{_figure(count)}{letter}"


def _figure(count: float | None) -> str:
    return "X" if count is None else f"{count:g}" if count < 1e6 else f"{int(count)}"
