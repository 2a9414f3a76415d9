"""Ties read off the order of the words round a name."""

from __future__ import annotations

import pytest

from dateline.claims.tie_words import load_tie_words
from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a post for one country among a body's many is no lead
        (
            "Malta director of the Lamp Trust Ana Ruiz said nothing.",
            ["works_for Ana Ruiz > Lamp Trust"],
        ),
        (
            "Member of Parliament (MP) Yvette Coop of the Harbour Party said nothing.",
            ["member_of Yvette Coop > Parliament", "member_of Yvette Coop > Harbour Party"],
        ),
        (
            "Sen. Ana Ruiz (R-Ohio) spoke to Republicans on Monday.",
            ["member_of Ana Ruiz > Republicans"],
        ),
    ],
)
def test_a_title_whose_words_run_into_a_name_is_read(text: str, expected: list[str]) -> None:
    assert read(text).told("relation") == expected


def test_the_letter_of_a_party_that_is_not_named_says_nothing() -> None:
    assert read("Sen. Ana Ruiz (R-Ohio) spoke on Monday.").told("relation") == []


def test_the_lists_of_words_are_in_lower_case_and_not_empty() -> None:
    words = load_tie_words()

    for entries in (words.camps, words.crowds, words.shorts, words.seats):
        assert entries
        assert all(entry == entry.casefold() for entry in entries)
    assert all(end == end.casefold() for ends in words.seats.values() for end in ends)
