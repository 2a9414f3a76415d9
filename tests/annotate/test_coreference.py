"""Pronouns and descriptions, led to the names that they refer to."""

from __future__ import annotations

import pytest

from tests.annotate.reading import Reading, not_yet, read


def referred(reading: Reading) -> dict[str, list[str]]:
    """For each entity the pronouns and descriptions that refer to it."""
    return {
        c.name: words
        for c in reading.annotations.chains
        if (words := [m.words.exact for m in c.mentions if m.kind != "name"])
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title or a kin word tells of gender, and a gendered pronoun fixes it
        (
            "Spokeswoman Anna Keller addressed the crowd in Oslo. She thanked them.",
            {"Anna Keller": ["She"]},
        ),
        (
            "Minister Anna Keller spoke in Oslo. She met Tomas Brandt, and he thanked her.",
            {"Anna Keller": ["She", "her"], "Tomas Brandt": ["he"]},
        ),
        # "he" is not the woman who was named last
        (
            "Tomas Brandt met the actress Mrs. Anna Keller in Bonn. He praised her.",
            {"Tomas Brandt": ["He"], "Anna Keller": ["her"]},
        ),
        # the owner of a subject is what the sentence is about
        ("Tomas Brandt's lawyer resigned in Bonn. He was ill.", {"Tomas Brandt": ["He"]}),
        # a body is "it", and a person is not
        (
            "The Harbour League held a rally in Oslo. It praised Anna Keller.",
            {"Harbour League": ["It"]},
        ),
        ("Anna Keller held a rally in Oslo. It was long.", {}),
        # an object pronoun is not the subject of its own clause, a reflexive is
        ("Sami Nur saw himself in the mirror.", {"Sami Nur": ["himself"]}),
        ("Sami Nur met Omar Karsh. Anna Keller thanked him.", {"Sami Nur": ["him"]}),
        # beyond three sentences nobody is meant
        ("Anna Keller spoke. It rained. It snowed. Days passed. Years passed. She left.", {}),
    ],
)
def test_a_pronoun_refers_to_whom_a_reader_would_take_it_for(
    text: str, expected: dict[str, list[str]]
) -> None:
    assert referred(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour League was in Oslo. It is likely that Sami Nur left.",
        "The Harbour League was in Oslo. It seems that Sami Nur left.",
        pytest.param(
            "The Harbour League was in Oslo. It was raining.",
            marks=not_yet("“it” of the weather is known only before a clause"),
        ),
    ],
)
def test_an_it_that_means_nothing_refers_to_nobody(text: str) -> None:
    assert "Harbour League" not in referred(read(text))


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
        # unless a post was given to one person before
        (
            "Omar Karsh, chief of the Falcon Brigade, spoke in Tunis. The chief was ill.",
            "Omar Karsh",
            "The chief",
        ),
        # or the official is identified by name, before or after
        (
            "A Falcon Brigade official was seen in Tunis. Police identified the official as "
            "Sami Nur.",
            "Sami Nur",
            "the official",
        ),
    ],
)
def test_a_description_refers_to_the_entity_it_describes(
    text: str, name: str, description: str
) -> None:
    assert description in referred(read(text)).get(name, [])


def test_an_unnamed_official_takes_the_name_that_is_given_later() -> None:
    reading = read(
        "A video shows the Falcon Brigade official in Tunis. Police identified the Falcon "
        "Brigade official as Sami Nur."
    )

    assert reading.mentions("Sami Nur") == [
        "the Falcon Brigade official",
        "the Falcon Brigade official",
        "Sami Nur",
    ]


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


def test_a_person_in_apposition_gets_no_second_chain() -> None:
    reading = read("Omar Karsh, the chief of the Falcon Brigade, spoke in Tunis.")

    assert sorted(reading.names()) == ["Falcon Brigade", "Omar Karsh"]


def test_a_predicate_is_not_a_mention_of_the_body_it_names() -> None:
    reading = read("Lena Brandt was appointed director of the Lamp Trust.")

    assert reading.mentions("Lamp Trust") == ["Lamp Trust"]


def test_a_given_name_tells_whom_he_and_her_mean() -> None:
    reading = read(
        "Police arrested Elena Brandt, who runs the Harbour Bank, prosecutor Marco Sol said. He "
        "accused her of fraud."
    )

    assert reading.mentions("Marco Sol")[-1] == "He"
    assert reading.mentions("Elena Brandt")[-1] == "her"


def test_the_police_of_another_town_are_another_body() -> None:
    reading = read("Maltese police arrested Sami Nur. Police in Porto searched a bank.")

    assert reading.mentions("Maltese police") == ["Maltese police"]
