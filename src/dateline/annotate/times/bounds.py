"""The words right before a date that open or blur it: since, until, before, after, about."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.annotate.times.days import month_edtf, shift_month
from dateline.annotate.times.setting import Reading
from dateline.records import edtf_bounds

_BEFORE = re.compile(
    r"(?:^|(?<=[\s(]))"
    r"(since|until|till|up to|through|before|after|prior to|from|about|around|circa|c\.)"
    r"(?: at least| about| around)?(?: the)?[ \u00a0\n]{1,2}\Z",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r" (?:onwards?|on)\b(?! the)")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def bound(text: str, start: int, end: int, reading: Reading) -> Reading:
    """The reading, opened or blurred by the words before it."""
    found = _BEFORE.search(text, max(0, start - 20), start)
    if found is None or text[end : end + 2] in ("'s", "’s"):
        return reading
    word = found[1].lower()
    edtf = _bounded(word, reading.edtf, is_onwards=bool(_ONWARDS.match(text, end)))
    if edtf is None or edtf == reading.edtf:
        return reading
    return Reading(
        edtf,
        reading.basis,
        (
            *reading.reasons,
            f"“{word}” leaves one end open" if ".." in edtf else f"“{word}”: not exact",
        ),
    )


def _bounded(word: str, edtf: str, *, is_onwards: bool) -> str | None:
    first, _, last = edtf.partition("/")
    last = last or first
    if word in ("about", "around", "circa", "c."):
        return None if "/" in edtf else f"{edtf}~"
    if word == "since" or (word == "from" and is_onwards):
        return f"{first}/.."
    if word in ("until", "till", "up to", "through"):
        return f"../{last}"
    start, end = edtf_bounds(edtf)
    if word in ("before", "prior to") and start is not None:
        return f"../{_step(first, start - timedelta(days=1), -1)}"
    if word == "after" and end is not None:
        return f"{_step(last, end, 1)}/.."
    return None


def _step(part: str, day: object, steps: int) -> str:
    """The neighbour of a year or month at its own precision; else the day next to it."""
    if _YEAR.fullmatch(part):
        return f"{int(part) + steps:04}"
    if _MONTH.fullmatch(part):
        return month_edtf(*shift_month(int(part[:4]), int(part[5:]), steps))
    return str(day)
