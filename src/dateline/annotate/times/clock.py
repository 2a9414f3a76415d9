"""Reads times of day: the part of a TIMEX3 value that follows the day ("T09:00", "TMO")."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotate.times.words import HOURS, number_of

_UTC = frozenset({"GMT", "UTC", "Z"})


def clock_value(parts: Mapping[str, str], words: str) -> str | None:
    """The hour of a "clock" or "hour_word" expression; None if there is no such hour.

    An hour of universal time ends in "Z"; of other zones the words alone tell.
    """
    if parts.get("hour"):
        return HOURS.get(parts["hour"].lower())
    digits = next((parts[name] for name in ("h", "h2", "h3", "h4") if name in parts), None)
    if digits is None:
        return HOURS.get(words.lower())
    hour = number_of(digits) or 0
    minute = int(next((parts[name] for name in ("min", "min2", "min3") if name in parts), "0"))
    half = parts.get("half", "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif parts.get("of") in ("afternoon", "evening") or parts.get("at"):
        hour += 12 if hour < 12 else 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    zone = parts.get("zone") or parts.get("zone3") or ""
    return f"T{hour:02}:{minute:02}{'Z' if zone in _UTC else ''}"
