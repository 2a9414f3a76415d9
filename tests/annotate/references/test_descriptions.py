"""Persons described without a name, led to whom the report says they are."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read
from tests.annotate.references.referred import referred


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        # a post that was given to one person before
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
        # the post in the body that is told
        (
            "Omar Karsh, a Hamas official, spoke in Doha. The Hamas official denied all.",
            "Omar Karsh",
            "The Hamas official",
        ),
        (
            "Maltese President Omar Karsh met President Lena Brandt. The Maltese president left.",
            "Omar Karsh",
            "The Maltese president",
        ),
        (
            "Anna Keller came with her lawyer, Maria Papas. Keller smiled. Her lawyer left.",
            "Maria Papas",
            "Her lawyer",
        ),
    ],
)
def test_a_description_refers_to_the_person_it_describes(
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


def test_a_person_in_apposition_gets_no_second_chain() -> None:
    reading = read("Omar Karsh, the chief of the Falcon Brigade, spoke in Tunis.")

    assert sorted(reading.names()) == ["Falcon Brigade", "Omar Karsh"]


def test_a_predicate_is_not_a_mention_of_the_body_it_names() -> None:
    reading = read("Lena Brandt was appointed director of the Lamp Trust.")

    assert reading.mentions("Lamp Trust") == ["Lamp Trust"]


@pytest.mark.parametrize(
    "text",
    [
        # another post of the same noun
        "Omar Karsh, the interior minister, spoke. The foreign minister left.",
        "Vice President Omar Karsh spoke in Oslo. The president left.",
        # of another state
        "President Omar Karsh spoke. The Maltese president left.",
        # a post that is over
        "Omar Karsh, former chief of the Falcon Brigade, spoke. The chief left.",
        # somebody else without a name, since then
        "Omar Karsh, a Hamas official, spoke. A second Hamas official left. The official slept.",
        # somebody else's lawyer
        "Sami Nur came with his lawyer, Omar Karsh. Anna Keller came with her lawyer.",
    ],
)
def test_a_role_holder_takes_no_name_that_the_report_does_not_give(text: str) -> None:
    assert read(text).mentions("Omar Karsh") == ["Omar Karsh"]


def test_a_former_member_is_not_the_body() -> None:
    reading = read("A former Hamas official spoke in Doha. Ex-Hamas officials left.")

    assert "A former Hamas official" not in reading.mentions("Hamas")
