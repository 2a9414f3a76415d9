"""The year of a heading, or one that opens a paragraph, holds for the dates after it."""

from __future__ import annotations

import pytest

from dateline.annotate.times.year_frames import year_headings
from tests.annotate.times.reading import rows, times

PUBLISHED = "2026-03-03"


def read(text: str) -> list[str | None]:
    return [edtf for _, edtf, _ in rows(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2015, Haddad fled to Turkey. In March, he met Karim Shaw.", "2015-03"),
        ("In 2023, the League seized Aden. It raided Sibi (Oct 29).", "2023-10-29"),
        ("In 2015, Haddad fled to Turkey. His house was burned on March 2.", "2015-03-02"),
        ("In early 2015, Haddad fled to Turkey. In March, he met Karim Shaw.", "2015-03"),
        # not what is still to come, and not after the publication
        ("In 2015, Haddad fled to Turkey. In April, he will meet Karim Shaw.", "2026-04"),
        ("In 2026, Haddad fled to Turkey. He was held there in May.", "2025-05"),
        # a year inside a sentence, or another time that opens one, frames nothing
        ("The League was founded in 2015. In February, it seized Aden.", "2026-02"),
        ("In 2015, Haddad fled. He was held last month. In February, he died.", "2026-02"),
        # a weekday that is not that year's tells another
        ("In 2015, Haddad fled. On Sunday, March 1, he was held.", "2015-03-01"),
        ("In 2014, Haddad fled. On Sunday, March 1, he was held.", "2026-03-01"),
    ],
)
def test_a_year_that_opens_a_sentence_holds_for_its_paragraph(text: str, edtf: str) -> None:
    assert read(text)[-1] == edtf


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_new_paragraph_is_read_against_the_publication_again(gap: str) -> None:
    text = f"In 2015, Haddad fled to Turkey.{gap}On March 1 he was arrested."
    assert read(text) == ["2015", "2026-03-01"]


@pytest.mark.parametrize("heading", ["2023\n\n", "2023\n", "2023:\n", "## 2023\n", "**2023**\n"])
def test_a_heading_holds_for_all_items_of_its_list(heading: str) -> None:
    text = (
        f"{heading}- January 8: The League attacked Sibi.\n"
        "- 11 March: The League raids Quetta.\n\n"
        "On March 1 the mayor was arrested."
    )
    assert read(text)[-3:] == ["2023-01-08", "2023-03-11", "2026-03-01"]


def test_each_heading_holds_up_to_the_next() -> None:
    text = "2023\n\n- May 8: The League attacked Sibi\n\n2024\n\n- May 9: It raided Quetta\n"
    assert [edtf for edtf in read(text) if edtf and "-" in edtf] == ["2023-05-08", "2024-05-09"]
    text = "2023\nOn May 8 it attacked Sibi.\n\nHis arrest\n\nOn March 1 he was arrested.\n"
    assert read(text)[-2:] == ["2023-05-08", "2026-03-01"]


def test_a_list_without_a_heading_has_no_year() -> None:
    assert year_headings("- January 8: nothing\n\nText of 2023.\n") == []


def test_years_one_below_the_other_are_a_table() -> None:
    assert read("2023\n2024\n2025\n\nOn March 1 he was held.")[-1] == "2026-03-01"


def test_the_reason_names_the_heading() -> None:
    found = times("2023\n\n- January 8: The League attacked Sibi.\n", PUBLISHED)
    assert found[-1].when is not None
    assert "year 2023 from the heading above" in found[-1].when.reasons[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025\n\n- 11 March: Gunmen fled.", ["2025", "11 March"]),
        ("It began in 2025\n- 11 March: Gunmen fled.", ["2025", "11 March"]),
        ("Gunmen fled in March\n2024\n- May 5: They were held.", ["March", "May 5"]),
        ("Gunmen fled on March\n3, 2025 from Sibi.", ["March\n3, 2025"]),
    ],
)
def test_no_date_runs_on_into_another_line_unless_a_paragraph_is_wrapped(
    text: str, words: list[str]
) -> None:
    assert [found.words.exact for found in times(text, PUBLISHED)] == words
