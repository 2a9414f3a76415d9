"""Dates of publication: machine-readable ones of a page, printed ones of bylines and datelines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files

_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MACHINE = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?"
    r" ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE | re.ASCII,
)
_AHEAD = timedelta(days=3)
"""A dateline may be this much later than the publication: zones, and papers of the next day."""


def read_instant(untrusted: str) -> str | None:
    """An ISO date, or an instant to the second with its zone, from a machine-readable value.

    A time without a zone is dropped: only its day is sure. None for what is no date, and for
    the zero dates that publishing systems write for "none".
    """
    value = untrusted.strip()[:40]
    found = _MACHINE.match(value)
    if found is None or value[found.end() : found.end() + 1].isdigit():
        return _from_mail_date(value)
    day = _day(*(int(part) for part in found.group(1, 2, 3)))
    if day is None or day == date(1970, 1, 1):
        return None
    hour, minute, second, zone = found.group(4, 5, 6, 7)
    if hour is None or zone is None:
        return day.isoformat()
    offset = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else _offset(zone)
    written = f"{day.isoformat()}T{hour}:{minute}:{second or '00'}{offset}"
    try:
        return datetime.fromisoformat(written).isoformat(timespec="seconds")
    except ValueError:
        return day.isoformat()


def _offset(zone: str) -> str:
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _from_mail_date(value: str) -> str | None:
    """ "Mon, 03 Mar 2025 10:00:00 GMT", as some pages write in their meta elements."""
    if "," not in value[:4]:
        return None
    try:
        instant = parsedate_to_datetime(value)
    except (ValueError, OverflowError, IndexError):
        return None
    if _day(instant.year, instant.month, instant.day) is None:
        return None
    return instant.date().isoformat() if instant.tzinfo is None else instant.isoformat()


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in words.

    Attributes:
        year: None if the words give none.
        start, end: Where they stand in the text that was searched, half-open.
    """

    year: int | None
    month: int
    day: int
    start: int
    end: int

    def iso(self, published: str | None = None) -> str | None:
        """The ISO date; without a year, the last such day not after `published` (ISO).

        None if no year can be told.
        """
        if self.year is not None:
            return date(self.year, self.month, self.day).isoformat()
        if published is None:
            return None
        latest = date.fromisoformat(published[:10]) + _AHEAD
        for year in range(latest.year, latest.year - 9, -1):
            day = _day(year, self.month, self.day)
            if day is not None and day <= latest:
                return day.isoformat()
        return None


@cache
def _months() -> dict[str, int]:
    lines = files(__package__).joinpath("months.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name.casefold(): int(number) for number, *names in rows for name in names}


@cache
def _printed() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    month = rf"(?:{month})(?![^\W\d_])\.?"
    day = r"(?:3[01]|[12]\d|0?[1-9])"
    year = r"(?:1[89]|2[01])\d\d"
    suffix = r"(?:st|nd|rd|th|er|[.ºª])?"
    return re.compile(
        rf"(?<![\w/-])(?:"
        rf"(?P<y1>{year})(?P<s1>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=s1)(?P<d1>{day})(?!\d)"
        rf"|(?P<d2>{day})(?P<s2>[./-])(?P<m2>{day})(?P=s2)(?P<y2>{year})(?!\d)"
        rf"|(?P<d3>{day}){suffix}[ \xa0]?(?:(?:de|of)[ \xa0])?(?P<m3>{month})"
        rf"(?:,?[ \xa0]{{1,2}}(?:de[ \xa0])?(?P<y3>{year})(?!\d))?"
        rf"|(?P<d5>{day})-(?P<m5>{month})-(?P<y5>{year})(?!\d)"
        rf"|(?P<m4>{month})[ \xa0](?P<d4>{day})(?:st|nd|rd|th)?(?!\w|:\d)"
        rf"(?:,?[ \xa0]{{1,2}}(?P<y4>{year})(?!\d))?"
        rf")",
        re.IGNORECASE,
    )


def find_dates(text: str) -> list[PrintedDate]:
    """The calendar dates printed in `text`, in its order.

    A date in figures whose day and month could be either way round is left out.
    """
    found = (_read_printed(match) for match in _printed().finditer(text))
    return [printed for printed in found if printed is not None]


def _read_printed(match: re.Match[str]) -> PrintedDate | None:
    form = next(n for n in "12345" if match[f"d{n}"])
    day, year = int(match[f"d{form}"]), match[f"y{form}"]
    if form in "12":
        month = int(match[f"m{form}"])
    else:
        month = _months().get(match[f"m{form}"].rstrip(".").casefold(), 0)  # 0: a dotless i
    if form == "2" and match["s2"] != ".":  # day first, or the American month first
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    if _day(int(year) if year else 2000, month, day) is None:
        return None
    return PrintedDate(int(year) if year else None, month, day, match.start(), match.end())


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
