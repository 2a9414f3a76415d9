"""Capitals, seats and peoples that act, and those that only are there."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        # a capital is its state, whether it speaks or is dealt with
        (
            "Moscow said the talks failed. Kyiv rejected the plan.",
            [("Russia", "Country"), ("Ukraine", "Country")],
        ),
        ("Relations with Beijing worsened.", [("China", "Country")]),
        # and joins the state if that is named
        ("Russia attacked on Monday. Moscow denied this.", [("Russia", "Country")]),
        # a seat of government is a body
        ("Downing Street said the talks failed.", [("Downing Street", "Organization")]),
        # a province that sues
        ("Texas sued the ministry.", [("Texas", "Organization")]),
        # a people without a state
        ("Kurds signed a truce on Monday. The Kurds then left.", [("Kurds", "Organization")]),
        ("Gunmen attacked the Kurds on Monday.", [("Kurds", "Organization")]),
        # the people of a state, where it acts for that
        ("The Russians shelled a town on Monday.", [("Russia", "Country")]),
    ],
)
def test_what_acts_is_a_state_or_a_body(text: str, chains: list[tuple[str, str]]) -> None:
    found = [(c.name, str(c.schema)) for c in read(text).annotations.chains]

    assert [one for one in found if one[0] != "ministry"] == chains


@pytest.mark.parametrize(
    "text",
    [
        "Fighting went on in Kyiv on Monday.",
        "Snow fell in Downing Street.",
        "He lives between Moscow and Oslo.",
        "Russians like tea.",
        "Many Kurds live in Oslo.",
    ],
)
def test_a_place_or_people_that_does_nothing_is_nobody(text: str) -> None:
    assert read(text).names() == []


def test_a_person_of_a_capitals_name_stays_a_person() -> None:
    reading = read("Sofia Brandt met Petra Roth. Sofia said she was happy.")

    assert reading.mentions("Sofia Brandt")[:2] == ["Sofia Brandt", "Sofia"]


def test_the_reason_says_for_which_state_a_capital_acts() -> None:
    reading = read("Moscow said the talks failed.")

    assert reading.chain("Moscow").reasons == ("“Moscow” acts for Russia, whose capital it is",)
