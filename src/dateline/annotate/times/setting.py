"""What an expression of time is read against: the publication, the verb, the dates around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.annotate.times.days import FIRST_YEAR, LAST_YEAR
from dateline.annotate.times.tense import Tense
from dateline.annotate.times.year_frames import Carried
from dateline.records import Basis, Report

_FILED = 3
"""Days that a report may wait from its dateline to its publication."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The day that relative words are read against.

    Attributes:
        day: Of the dateline, where it stands just before the publication: the words were written
            then. Else of the publication; None if neither is known.
        name: How reasons call it.
        other: The dateline's day, where the publication's was taken.
    """

    day: date | None
    name: str = "publication date"
    other: date | None = None


def publication_of(report: Report) -> Publication:
    """The day that the relative words of a report are read against."""
    dateline = _day(report.dateline.date if report.dateline else None)
    published = _day(report.published_on)
    if published is None:
        return Publication(dateline, "dateline") if dateline else Publication(None)
    if dateline is not None and 0 <= (published - dateline).days <= _FILED:
        return Publication(dateline, "dateline")
    return Publication(published, other=dateline)


def _day(value: str | None) -> date | None:
    try:
        day = date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR < day.year < LAST_YEAR else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where an expression stands.

    Attributes:
        published: Day of publication, or of the dateline; None if neither is known.
        published_name: How reasons call it.
        tense: Of the governing verb, whose form is `verb`; None if there is none.
        year: The year that the same sentence or list item prints.
        year_month: The month printed with it, or None.
        is_year_after: Whether it is printed after the expression.
        told: The last day that the text dates at most two sentences before, or in this sentence.
        dated: First day, and first day after, of the last day or month whose year is known, no
            further off than `told`; or of the event that the sentence names by its date.
        is_loose: Whether the words hang on a noun or adjective, so that the tense weighs less.
        quarter: Year and number of the last quarter that was told nearby.
        year_told: The last year that is printed before, no further off than `told`.
        is_ahead: Whether the verb is in the future of the report itself ("will").
        is_old_plan: Whether it tells of a plan that may be over ("had been due on Friday").
        carried: The year that a heading or the paragraph tells for what follows.
        span_told: The last month, year or range that was told, where it was told after `told`.
    """

    published: date | None
    published_name: str = "publication date"
    tense: Tense | None = None
    verb: str = ""
    year: int | None = None
    year_month: int | None = None
    is_year_after: bool = False
    told: date | None = None
    dated: tuple[date, date] | None = None
    is_loose: bool = False
    quarter: tuple[int, int] | None = None
    year_told: int | None = None
    is_ahead: bool = False
    is_old_plan: bool = False
    carried: Carried | None = None
    span_told: str | None = None

    @property
    def against(self) -> str:
        return f"read against the {self.published_name} {self.published}"

    @property
    def tense_words(self) -> str:
        if self.tense is None:
            return "no tensed verb"
        return f"{self.tense} tense"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was read as, and why.

    Attributes:
        edtf: As precise as the words.
        value: Of TIMEX3, where `edtf` does not give it ("early July" is "2025-07").
        reasons, doubts: As in `When`.
    """

    edtf: str
    basis: Basis
    reasons: tuple[str, ...] = ()
    value: str | None = None
    doubts: tuple[str, ...] = ()


def explicit(edtf: str, *reasons: str, value: str | None = None) -> Reading:
    return Reading(edtf, "explicit", reasons, value)


def relative(edtf: str, *reasons: str, value: str | None = None) -> Reading:
    return Reading(edtf, "relative", reasons, value)


def from_event(edtf: str, *reasons: str, value: str | None = None) -> Reading:
    return Reading(edtf, "event", reasons, value)
