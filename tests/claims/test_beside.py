"""Ties that stand beside a name, read off the order of the words."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harbour League Secretary-General Tomas Vell spoke on Monday.",
            ["leads Tomas Vell > Harbour League"],
        ),
        (
            "House of Deputies Speaker Nancy Pell announced a vote.",
            ["leads Nancy Pell > House of Deputies"],
        ),
        ("Mira Olsen of the Harbour Party said nothing.", ["member_of Mira Olsen > Harbour Party"]),
        (
            "Regina Ippen from the National Union camp said the speech was good.",
            ["member_of Regina Ippen > National Union"],
        ),
    ],
)
def test_a_body_beside_a_name_is_tied_to_it(text: str, expected: list[str]) -> None:
    assert read(text).told("relation") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Former Harbour League Secretary-General Tomas Vell spoke on Monday.",
        "Harbour League former chairman Tomas Vell spoke on Monday.",
        "Mira Olsen of Norway said nothing.",
        "The Harbour League met Tomas Vell on Monday.",
        "After the Harbour League, chairman Tomas Vell spoke.",
    ],
)
def test_what_is_over_or_stands_apart_is_no_tie(text: str) -> None:
    assert read(text).told("relation") == []


def test_lawmakers_named_together_have_one_body() -> None:
    reading = read("Harbour League lawmakers Colin Pater and Jeff Drow voted on Monday.")

    assert reading.told("relation") == [
        "member_of Colin Pater > Harbour League",
        "member_of Jeff Drow > Harbour League",
    ]


def test_what_the_grammar_tells_is_not_told_twice() -> None:
    reading = read("Falcon Brigade commander Sami Nur left.")

    assert reading.told("relation") == ["member_of Sami Nur > Falcon Brigade"]
