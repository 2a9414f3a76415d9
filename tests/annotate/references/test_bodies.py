"""Bodies called by common nouns, led to the names that they refer to."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read
from tests.annotate.references.referred import referred


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        # "the group", "the party": the body named last, the one with that word first
        (
            "The Harbour League met in Oslo. The group condemned the war.",
            "Harbour League",
            "The group",
        ),
        (
            "The Lamp Party met the Falcon Brigade in Oslo. The party condemned the war.",
            "Lamp Party",
            "The party",
        ),
        # an outlet that is told something is not the group
        (
            "A Falcon Brigade spokesman told Reuters the group had left.",
            "Falcon Brigade",
            "the group",
        ),
        # unnamed members count as their group
        (
            "Falcon Brigade fighters attacked a base.",
            "Falcon Brigade",
            "Falcon Brigade fighters",
        ),
        (
            "Officers of the Harbour Guard searched a boat.",
            "Harbour Guard",
            "Officers of the Harbour Guard",
        ),
        # so do the officials of a state, by its adjective
        ("Maltese officials arrested a man in Oslo.", "Malta", "Maltese officials"),
        # and a lone unnamed one
        ("A Falcon Brigade official was seen.", "Falcon Brigade", "A Falcon Brigade official"),
    ],
)
def test_a_body_and_its_members_are_found_by_their_nouns(
    text: str, name: str, description: str
) -> None:
    assert description in referred(read(text)).get(name, [])


def test_these_two_organizations_are_the_two_named_most() -> None:
    reading = read(
        "The Harbour League and the Falcon Brigade signed a pact. These two organizations left."
    )

    assert referred(reading) == {
        "Harbour League": ["These two organizations"],
        "Falcon Brigade": ["These two organizations"],
    }


def test_a_group_that_was_never_named_refers_to_nobody() -> None:
    assert read("The group condemned the war on Monday.").names() == []


def test_the_police_of_another_town_are_another_body() -> None:
    reading = read("Maltese police arrested Sami Nur. Police in Porto searched a bank.")

    assert reading.mentions("Maltese police") == ["Maltese police"]


def test_former_members_are_not_the_body() -> None:
    reading = read("Former OpenAI staff founded Lumen Labs in Oslo. OpenAI staff left.")

    assert reading.mentions("OpenAI") == ["OpenAI", "OpenAI", "OpenAI staff"]


def test_a_national_team_is_not_the_state() -> None:
    assert read("The Maltese team won in Porto.").names() == []


def test_the_ministry_is_the_one_named_last() -> None:
    reading = read(
        "The Fisheries Ministry fined a trawler. The ministry was pleased. The Harbour Ministry "
        "fined a ship. The ministry was sad."
    )

    assert reading.mentions("Fisheries Ministry") == ["Fisheries Ministry", "ministry"]
    assert reading.mentions("Harbour Ministry") == ["Harbour Ministry", "ministry"]


def test_the_company_is_the_only_organisation_near_by() -> None:
    one = read("Lumen Labs raised money in Oslo. The company hired Anna Keller.")
    two = read("Lumen Labs sued Delmar Works in Oslo. The company hired Anna Keller.")

    assert one.mentions("Lumen Labs") == ["Lumen Labs", "The company"]
    assert two.mentions("Lumen Labs") == ["Lumen Labs"], "nobody can tell which"
