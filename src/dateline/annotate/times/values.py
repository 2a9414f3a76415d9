"""The values that TIMEX3 of ISO-TimeML gives to dates; their EDTF says the same in days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.annotate.times.lengths import length_value
from dateline.annotate.times.words import MONTHS, VAGUE, WEEKDAYS

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED = {
    ("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4",
    ("01", "06"): "H1", ("07", "12"): "H2",
}  # fmt: skip


def timex_of(edtf: str) -> str:
    """The TIMEX3 value of what an EDTF value names: "1998-W07", "1998-Q1", "1998-SP", "199X".

    An interval that has no name of its own stays one, as ISO 8601 writes it.
    """
    edtf = edtf.rstrip("~?%")
    if found := _SEASON.fullmatch(edtf):
        return f"{found[1]}-{_SEASONS[found[2]]}"
    if found := _MONTHS.fullmatch(edtf):
        name = _NAMED.get((found[2], found[4]))
        return f"{found[1]}-{name}" if name and found[1] == found[3] else edtf
    first, _, last = edtf.partition("/")
    if _DAY.fullmatch(first) and _DAY.fullmatch(last):
        return _of_week(date.fromisoformat(first), date.fromisoformat(last)) or edtf
    return edtf


def open_value(shape: str, parts: Mapping[str, str]) -> str | None:
    """The value of a date that could not be resolved: "XXXX-05", "XXXX-WXX-4", "PAST_REF"."""
    if shape == "vague":
        return VAGUE.get(" ".join(parts["words"].lower().split()))
    if shape in ("month_day", "day_month") and "d2" not in parts:
        day = "".join(c for c in parts["d"] if c.isdecimal())
        return f"{parts.get('year', 'XXXX')}-{MONTHS[parts['m']]:02}-{int(day):02}"
    if shape == "month" and "m2" not in parts:
        return f"XXXX-{MONTHS[parts['m']]:02}"
    if shape == "weekday":
        return f"XXXX-WXX-{WEEKDAYS[parts['dow']]}"
    if shape in ("offset", "offset_event", "years_ago"):
        return _open_offset(parts)
    return None


def _open_offset(parts: Mapping[str, str]) -> str | None:
    tail = (parts.get("long") or parts.get("tail") or parts.get("tail2") or "").lower()
    if tail == "ago":
        return "PAST_REF"
    if tail in ("from now", "hence"):
        return "FUTURE_REF"
    return length_value(parts)


def week_value(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def is_day(value: str) -> bool:
    return _DAY.fullmatch(value) is not None


def _of_week(first: date, last: date) -> str | None:
    days = last - first
    if first.isoweekday() == 1 and days == timedelta(days=6):
        return week_value(first)
    if first.isoweekday() == 6 and days == timedelta(days=1):
        return f"{week_value(first)}-WE"
    return None
