"""What an expression of time is read against: the publication, the verb, the dates around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.annotate.times.tense import Tense
from dateline.records import Basis


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

    @property
    def against(self) -> str:
        return f"read against the {self.published_name} {self.published}"

    @property
    def tense_words(self) -> str:
        if self.tense is None:
            return "no tensed verb"
        return f"{self.tense} tense (“{self.verb}”)" if self.verb else f"{self.tense} tense"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was read as: EDTF, and why."""

    edtf: str
    basis: Basis
    reasons: tuple[str, ...] = ()


def explicit(edtf: str, *reasons: str) -> Reading:
    return Reading(edtf, "explicit", reasons)


def relative(edtf: str, *reasons: str) -> Reading:
    return Reading(edtf, "relative", reasons)


def from_event(edtf: str, *reasons: str) -> Reading:
    return Reading(edtf, "event", reasons)
