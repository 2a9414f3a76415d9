"""When a tie held: as its words say, and no more."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read

PUBLISHED = "2024-03-15"


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Every tie of a text with its time as EDTF."""
    reading = read(text, published)
    ties = [c for c in reading.claims if c.kind == "relation"]
    return [(reading.shown(c), c.when.edtf if c.when else None) for c in ties]


LEADS = "leads Lena Brandt > Harbour League"
MEMBER = "member_of Sami Nur > Harbour League"


@pytest.mark.parametrize(
    ("text", "tie", "when"),
    [
        # an interval, open where the words leave it open
        ("Lena Brandt has led the Harbour League since 2019.", LEADS, "2019/.."),
        ("Lena Brandt, leader of the Harbour League since March 2018, left.", LEADS, "2018-03/.."),
        ("Lena Brandt was chair of the Harbour League from 2010 to 2014.", LEADS, "2010/2014"),
        ("Lena Brandt, chair of the Harbour League from 2010 to 2014, left.", LEADS, "2010/2014"),
        ("Lena Brandt, chair of the Harbour League (2010-2014), left.", LEADS, "2010/2014"),
        ("Lena Brandt, who headed the Harbour League until December, left.", LEADS, "../2023-12"),
        ("Sami Nur was a member of the Harbour League until last year.", MEMBER, "../2023"),
        # a point says that it held then
        ("Lena Brandt became leader of the Harbour League last year.", LEADS, "2023"),
        ("Sami Nur rose when elected in 2001 as a member of the Harbour League.", MEMBER, "2001"),
        ("Sami Nur joined the Harbour League in 2010.", MEMBER, "2010"),
        # what it ended with
        ("Sami Nur left the Harbour League in 2015.", MEMBER, "../2015"),
        ("Sami Nur was expelled from the Harbour League in 2015.", MEMBER, "../2015"),
    ],
)
def test_a_tie_has_the_time_that_its_words_give(text: str, tie: str, when: str) -> None:
    assert times(text) == [(tie, when)]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour League chair Lena Brandt said on Monday that it was over.",
        "Lena Brandt, the chair of the Harbour League, arrived on Monday.",
        "Lena Brandt, who is chair of the Harbour League, arrived in 2019.",
        "Lena Brandt, the chair of the Harbour League, which was founded in 1990, left.",
    ],
)
def test_the_time_of_what_else_happens_is_not_the_tie_s(text: str) -> None:
    assert times(text) == [(LEADS, None)]


def test_what_is_over_had_ended_when_the_report_was_published() -> None:
    text = "Lena Brandt, a former chair of the Harbour League, left."
    (claim,) = [c for c in read(text, PUBLISHED).claims if c.kind == "relation"]

    assert claim.when is not None
    assert claim.when.edtf == f"../{PUBLISHED}"
    assert claim.when.start is None
    assert (claim.when.basis, claim.when.anchor) == ("relative", PUBLISHED)
    assert claim.when.reasons == ("over when the report was published: chair",)
    assert text[claim.when.words.start : claim.when.words.end] == claim.when.words.exact


def test_what_is_over_makes_no_tie_where_nobody_knows_when_it_was_told() -> None:
    assert times("Lena Brandt, a former chair of the Harbour League, left.", None) == []
    assert times("Sami Nur quit the Harbour League.", None) == []


def test_who_quit_was_a_member_up_to_then() -> None:
    assert times("Sami Nur quit the Harbour League.") == [(MEMBER, f"../{PUBLISHED}")]


def test_a_plan_to_leave_ends_nothing() -> None:
    assert times("Sami Nur will leave the Harbour League in 2026.") == []


def test_a_tie_is_told_again_where_its_time_is_told() -> None:
    text = "Sami Nur is a member of the Harbour League. Nur joined the Harbour League in 2010."

    assert times(text) == [(MEMBER, None), (MEMBER, "2010")]
