"""What does not fit about a date, and is kept as it stands: flagged, not mended."""

from __future__ import annotations

from datetime import date

from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.setting import Publication, Reading, Setting
from dateline.records import edtf_bounds

_FURTHEST_APART = 7
"""Days between the dateline and the publication of a report that is printed as news."""


def doubts_of_day(expression: Expression, reading: Reading, setting: Setting) -> tuple[str, ...]:
    """A date that is told as past, but lies after the publication: printed with its year, or a
    day so soon after it that last year's cannot be meant."""
    is_day = expression.shape in ("month_day", "day_month")
    if reading.basis != "explicit" or setting.published is None:
        return ()
    if "year" not in expression.parts and not is_day:
        return ()
    if setting.tense != "past" or setting.is_loose:
        return ()
    try:
        start, _ = edtf_bounds(reading.edtf)
    except ValueError:
        return ()
    if start is None or start <= setting.published:
        return ()
    return (
        f"told as past (“{setting.verb}”), but {reading.edtf} is after the "
        f"{setting.published_name} {setting.published}",
    )


def doubts_of_publication(publication: Publication) -> tuple[str, ...]:
    """A dateline that cannot be of the report as it was published, where words hang on either."""
    other: date | None = publication.other
    if other is None or publication.day is None:
        return ()
    if 0 <= (publication.day - other).days <= _FURTHEST_APART:
        return ()
    return (f"the dateline says {other}, the report was published on {publication.day}",)
