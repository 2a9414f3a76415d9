"""The words right before a date that open or blur it: since, until, before, after, about."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.annotate.times.days import month_edtf, shift_month
from dateline.annotate.times.setting import Reading
from dateline.annotate.times.words import HOURS, one_of
from dateline.records import edtf_bounds

_BEFORE = re.compile(
    r"(?:^|(?<=[\s(]))"
    r"(since|until|till|up to|through|on or before|before|after|prior to|from|about|around|circa"
    r"|c\.|by|(?:no|not) later than|(?:no|not) (?:earlier|sooner) than|as (?:early|soon) as)"
    r"(?: at least| about| around)?(?: the)?[ \u00a0\n]{1,2}\Z",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\d ?[ap]\.?m\b|\d:\d\d|\d{4} ?(?:GMT|UTC)|o['’]clock|" + one_of(HOURS), re.IGNORECASE
)
_BESIDE = frozenset({"before", "after", "prior to", "about", "around"})
_BY = frozenset({"by", "no later than", "not later than", "on or before"})
_NOT_BEFORE = frozenset(
    f"{no} {word} than" for no in ("no", "not") for word in ("earlier", "sooner")
)
_END_OF = re.compile(r"(?:the )?end of ", re.IGNORECASE)
_ONWARDS = re.compile(r" (?:onwards?|on)\b(?! the)")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def bound(
    text: str, start: int, end: int, reading: Reading, published: date | None = None
) -> Reading:
    """The reading, opened or blurred by the words before it."""
    found = _BEFORE.search(text, max(0, start - 30), start)
    if found is None or text[end : end + 2] in ("'s", "’s"):
        return reading
    word = found[1].lower()
    words = text[start:end]
    if _HOUR.search(words) and word in _BESIDE:
        edtf: str | None = None  # "after 5 p.m. on Tuesday" is on Tuesday
    elif word in _BY:
        edtf = f"../{_whole_or_last(words, reading)}"
    elif word.startswith("as "):
        edtf = _earliest(reading.edtf, published)
    else:
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


def _whole_or_last(words: str, reading: Reading) -> str:
    """What "by" closes with: the last part, or all of what it is the end of."""
    value = reading.value or ""
    if _END_OF.match(words) and (_YEAR.fullmatch(value) or _MONTH.fullmatch(value)):
        return value
    return reading.edtf.rpartition("/")[2]


def _earliest(edtf: str, published: date | None) -> str | None:
    """ "As early as Friday" opens what is to come; what is over was then."""
    first = edtf.partition("/")[0]
    start, _ = edtf_bounds(first)
    is_ahead = start is not None and published is not None and start > published
    return f"{first}/.." if is_ahead else None


def _bounded(word: str, edtf: str, *, is_onwards: bool) -> str | None:
    first, _, last = edtf.partition("/")
    last = last or first
    if word in ("about", "around", "circa", "c."):
        return None if "/" in edtf else f"{edtf}~"
    if word == "since" or word in _NOT_BEFORE or (word == "from" and is_onwards):
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
