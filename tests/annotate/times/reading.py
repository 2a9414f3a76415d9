"""What is found of time in a short text of our own, in rows that a test can compare."""

from __future__ import annotations

from dateline.annotate.language import parse
from dateline.annotate.times import find_times
from dateline.records import Dateline, Report, TimeExpression, cut

PUBLISHED = "2026-01-07"  # a Wednesday
Row = tuple[str, str | None, str | None]
"""The words, the EDTF of their date, and their TIMEX3 value."""


def times(
    text: str, published: str | None = PUBLISHED, dateline: str | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions; with the date of a dateline, what stands before " — " is one."""
    line = None
    start = text.index(" — ") + 3 if dateline else 0
    if dateline:
        line = Dateline(None, dateline, None, cut(text, 0, start))
    report = Report("r_1", text, "0" * 64, published=published, dateline=line, body_start=start)
    parsed = parse(text, start)
    return find_times(report, parsed.tokens, parsed.sentences)


def rows(text: str, published: str | None = PUBLISHED) -> list[Row]:
    return [
        (found.words.exact, found.when.edtf if found.when else None, found.value)
        for found in times(text, published)
    ]


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [found.value for found in times(text, published)]
