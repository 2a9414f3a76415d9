"""Words that look like a time and are none."""

from __future__ import annotations

import pytest

from tests.annotate.times.reading import rows


@pytest.mark.parametrize(
    "text",
    [
        # papers, programmes, persons
        "She told USA Today that the dam held.",
        'She appeared on "This Week" in Rome.',
        "In an interview with Dawn, she denied it.",
        "The reporters of '60 Minutes came.",
        "June Harker sang with April Stone.",
        # holidays as a quality
        "They sold Christmas trees.",
        "The park was Halloween-themed.",
        "She spoke of her love for Easter.",
        # lengths and hours
        "One day he may return.",
        "The 26-year-old man fled.",
        "They marked the quarter-final.",
        "She won the race in 2:14:04.",
        # kinds of things
        "The quarterly dividend was cut.",
        "The party's daily Granmar denied it.",
        "She was named woman of the year.",
        # ages, and the days of a thing
        "Aged 16 to 18 years, they fled.",
        "On the last night of the fair it rained.",
        "In this day and age they pray.",
        "The club meets on the last Friday of the month.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He fled the day before the vote.", []),
        ("It came just weeks prior to the attack.", [None]),
        ("He joined in the week leading up to the vote.", []),
    ],
)
def test_what_counts_from_an_event_without_a_date_has_none(
    text: str, words: list[str | None]
) -> None:
    assert [edtf for _, edtf, _ in rows(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The third-quarter loss was large.", "third-quarter"),
        ("The third quarter was good.", "The third quarter"),
        ("He got a 20-year term.", "20-year"),
        ("They signed the two-year, $3 million contract.", "two-year"),
        ("He stayed for a three-year period.", "a three-year period"),
        ("He stayed for the nine months.", "the nine months"),
    ],
)
def test_an_article_belongs_to_the_words_only_where_they_are_the_phrase(
    text: str, words: str
) -> None:
    assert [row[0] for row in rows(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("June sales fell.", "June"),
        ("The May vote was void.", "May"),
        ("1998 saw a boom.", "1998"),
        ("It came after the August storm.", "August"),
    ],
)
def test_a_name_of_a_month_before_a_thing_is_a_month(text: str, words: str) -> None:
    assert [row[0] for row in rows(text)] == [words]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # a plan made then, and one made for then
        ("On Thursday she proposed to cut the tax.", "2026-01-01"),
        ("She scheduled the vote for Thursday.", "2026-01-08"),
        ("She planned a march in Rome on Thursday.", "2026-01-08"),
        ("The vote was postponed until Thursday.", "../2026-01-08"),
        ("They agreed to meet on Thursday.", "2026-01-08"),
        ("They managed to flee on Thursday.", "2026-01-01"),
        # since is never ahead
        ("He will be missed, as he has been gone since May.", "2025-05/.."),
        # a year at which something ends is not that of its sentence
        ("The notes due 2035 were sold on Jan. 3.", "2026-01-03"),
        # "will" is ahead of the report, whatever year its sentence tells of
        ("The club, founded in 1998, will move on March 12.", "2026-03-12"),
    ],
)
def test_the_tense_that_counts_is_that_of_what_the_date_is_of(text: str, edtf: str) -> None:
    assert rows(text)[-1][1] == edtf
