"""What does not fit about a date: kept, flagged, and not mended."""

from __future__ import annotations

from dateline.records import When
from tests.annotate.times.reading import times


def dated(text: str, published: str, dateline: str | None = None) -> list[When]:
    return [found.when for found in times(text, published, dateline) if found.when]


def test_a_weekday_that_is_not_that_dates_is_a_doubt() -> None:
    (when,) = dated("They met on Monday, 3 March 2023.", "2023-03-10")
    assert when.edtf == "2023-03-03"
    assert when.doubts == ("2023-03-03 is a Friday, not a Monday as printed",)
    (when,) = dated("They met on Friday, 3 March 2023.", "2023-03-10")
    assert when.doubts == ()


def test_a_day_told_as_past_that_lies_ahead_is_a_doubt() -> None:
    (when,) = dated("He was killed on 5 May 2023.", "2023-03-10")
    assert when.edtf == "2023-05-05"
    assert when.doubts == (
        "told as past (“killed”), but 2023-05-05 is after the publication date 2023-03-10",
    )
    (when,) = dated("He will be tried on 5 May 2023.", "2023-03-10")
    assert when.doubts == ()


def test_a_dateline_that_contradicts_the_publication_is_a_doubt() -> None:
    (when,) = dated("ROME, March 19 — He was held yesterday.", "2023-03-10", "2023-03-19")
    assert (when.edtf, when.anchor) == ("2023-03-09", "2023-03-10")
    assert when.doubts == ("the dateline says 2023-03-19, the report was published on 2023-03-10",)


def test_a_dateline_just_before_the_publication_is_what_words_are_read_against() -> None:
    (when,) = dated("ROME, March 9 — He was held on Thursday.", "2023-03-10", "2023-03-09")
    assert (when.edtf, when.anchor, when.doubts) == ("2023-03-09", "2023-03-09", ())
    assert when.reasons == (
        "Thursday → 2023-03-09: past tense, read against the dateline 2023-03-09",
    )


def test_a_day_without_a_year_told_as_past_just_ahead_is_a_doubt_and_not_last_years() -> None:
    (when,) = dated("He was arrested on June 9.", "2025-06-06")
    assert when.edtf == "2025-06-09"
    assert when.doubts == (
        "told as past (“arrested”), but 2025-06-09 is after the publication date 2025-06-06",
    )
    (when,) = dated("He was arrested on June 30.", "2025-06-06")
    assert (when.edtf, when.doubts) == ("2024-06-30", ())
    (when,) = dated("He will be tried on June 9.", "2025-06-06")
    assert (when.edtf, when.doubts) == ("2025-06-09", ())
