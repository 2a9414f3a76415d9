"""Days and years of birth: as lists write them, and as ages and years beside a name in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from dateline.records import Chain, Report, edtf_bounds

_MONTHS = {
    name: number
    for number, names in enumerate(
        (("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",),
         ("jun", "june"), ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"),
         ("oct", "october"), ("nov", "november"), ("dec", "december")),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_SHAPES = (
    re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?(?:T[\d:.Z+-]*)?"),
    re.compile(rf"(?:(?P<d>\d{{1,2}})[ -])?(?P<n>{_MONTH})[ ,-]+(?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<n>{_MONTH}) (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})"),
)
_ABOUT = re.compile(r"(?:circa|about|approximately|approx\.?|c\.|ca\.?|early|late|mid) ?-?", re.I)
_BETWEEN = re.compile(r" to | - |–|(?<=\d{4})-(?=\d{4})")

_AGE_AFTER = re.compile(r",? \(?(?:aged )?(\d{1,2})(?=[,.;)]| years)")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})-year-old (?:[\w-]+ ){0,3}\Z")
_BORN_AFTER = re.compile(r",? \(?(?:who )?(?:was )?born (?:[\w.,]+ ){0,4}?(1[89]\d\d|20\d\d)\b")
_NEAR = 80


def read_birth(written: str) -> str | None:
    """A date of birth as an EDTF value: "10 Dec 1948", "circa 1960", "1946 to 1948".

    Of a day like 03/04/1951, which may be of March or April, the year alone is kept.

    Returns:
        None if no date can be read.
    """
    text = " ".join(written.split()).strip(" .,")
    if len(text) > 60:
        return None
    about = _ABOUT.match(text)
    rest = text[about.end() :] if about else text
    first, *last = _BETWEEN.split(rest)
    if len(last) > 1:
        return None
    parts = [_read_day(one.strip()) for one in (first, *last)]
    if None in parts:
        return None
    value = "/".join(filter(None, parts)) + ("~" if about and not last else "")
    try:
        edtf_bounds(value)
    except ValueError:
        return None
    return value


def _read_day(text: str) -> str | None:
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(text))), None)
    if found is None:
        return None
    named = found.groupdict()
    month, day = named.get("m"), named.get("d")
    if named.get("n"):
        month = str(_MONTHS[named["n"].rstrip(".").casefold()])
    if named.get("a"):
        one, other = int(named["a"]), int(named["b"])
        if one > 12 or one == other:  # only then is the order of day and month known
            day, month = named["a"], named["b"]
        elif other > 12:
            month, day = named["a"], named["b"]
    if month is None or not 1 <= int(month) <= 12:
        return str(named["y"])
    if day is None or not 1 <= int(day) <= 31:
        return f"{named['y']}-{int(month):02}"
    return f"{named['y']}-{int(month):02}-{int(day):02}"


def do_births_agree(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether any two of the dates may be one; "about" allows two years on either side."""
    ours, theirs = ([_bounds(value) for value in side] for side in (left, right))
    return any(a < d and c < b for a, b in ours for c, d in theirs)


def _bounds(value: str) -> tuple[date, date]:
    start, end = edtf_bounds(value)
    assert start is not None
    assert end is not None
    if value.endswith("~"):
        start = date(max(start.year - 2, 1), 1, 1)
        end = date(min(end.year + 2, date.max.year), 1, 1)
    return start, end


def find_births(chain: Chain, report: Report) -> Iterator[tuple[str, str]]:
    """The years of birth that a report gives a person, with the words beside the name.

    An age is of the day of publication, so two years of birth fit it: "54" in 2024 gives
    1969/1970.
    """
    day = report.published_on
    for mention in chain.mentions:
        if mention.kind != "name":
            continue
        start, end = mention.words.start, mention.words.end
        before, after = report.text[max(0, start - _NEAR) : start], report.text[end : end + _NEAR]
        born = _BORN_AFTER.match(after)
        if born:
            yield born[1], born[0].strip(" ,(")
        aged = _AGE_AFTER.match(after) or _AGE_BEFORE.search(before)
        if aged and day and int(day[:4]) - 1 > int(aged[1]) >= 10:
            year = int(day[:4]) - int(aged[1])
            yield f"{year - 1}/{year}", aged[0].strip(" ,(.;")
