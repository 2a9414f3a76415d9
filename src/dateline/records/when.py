"""The time that a claim speaks of, as precise as its words and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records.edtf import edtf_bounds
from dateline.records.span import Quote

Basis = Literal["explicit", "relative", "event"]
"""What a time was read from: a calendar date in words; words read against the publication
date; words read against another event that the report dates."""


@dataclass(frozen=True, slots=True)
class When:
    """A time as EDTF with half-open bounds.

    Attributes:
        edtf: EDTF, levels 0 and 1, at the precision of the words.
        start: First possible day (inclusive); None if open.
        end: First day after the last possible one (exclusive); None if open.
        words: The expression in the report.
        basis: What it was read from.
        anchor: ISO date that relative words were read against; None if explicit.
        reasons: How it was read, a clause each, in the order of the reading.
        doubts: What does not fit, and was not mended: a weekday that is not that date's, a day told
            as past that lies after the publication.
    """

    edtf: str
    start: date | None
    end: date | None
    words: Quote
    basis: Basis
    anchor: str | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_when(
    edtf: str,
    words: Quote,
    basis: Basis,
    anchor: str | None = None,
    reasons: tuple[str, ...] = (),
    doubts: tuple[str, ...] = (),
) -> When:
    """The time of an EDTF value; its bounds are worked out from it.

    Raises:
        ValueError: If `edtf` is not EDTF that Dateline reads.
    """
    start, end = edtf_bounds(edtf)
    return When(edtf, start, end, words, basis, anchor, reasons, doubts)
