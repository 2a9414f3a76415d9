"""Forms of persons' names: which are one person's, and which nobody can tell."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # spelt otherwise, with the article and without
        (
            "Khalid al-Qadoumi spoke in Doha. Khaled Qaddoumi, a Falcon Brigade official, later "
            "denied it, and al-Qadoumi flew home.",
            "Khalid al-Qadoumi",
            ["Khalid al-Qadoumi", "Khaled Qaddoumi", "al-Qadoumi"],
        ),
        (
            "Mohammed Dahlani spoke in Doha. Police said that Muhammad Dahlani had left.",
            "Mohammed Dahlani",
            ["Mohammed Dahlani", "Muhammad Dahlani"],
        ),
        # a suffix left out
        (
            "Tomas Brandt Jr. spoke in Oslo. Tomas Brandt then left.",
            "Tomas Brandt Jr.",
            ["Tomas Brandt Jr.", "Tomas Brandt"],
        ),
    ],
)
def test_variants_of_one_name_are_one_person(text: str, name: str, mentions: list[str]) -> None:
    assert read(text).mentions(name) == mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a vowel at the end, and two in one sentence
        ("Anna Keller spoke. Anne Keller left.", ["Anna Keller", "Anne Keller"]),
        (
            "Khalid Qadoumi and Khaled Qaddoumi were both arrested in Doha.",
            ["Khalid Qadoumi", "Khaled Qaddoumi"],
        ),
        # initials in the middle keep their place
        (
            "Tomas W. Brandt met Tomas H. W. Brandt in Oslo.",
            ["Tomas W. Brandt", "Tomas H. W. Brandt"],
        ),
        # a short form that fits two full names
        (
            "Anna Maria Keller spoke. Anna Louise Keller left. Later Anna Keller was freed.",
            ["Anna Maria Keller", "Anna Louise Keller", "Anna Keller"],
        ),
    ],
)
def test_two_people_of_like_names_stay_two(text: str, names: list[str]) -> None:
    assert read(text).names() == names


def test_a_title_tells_which_of_a_couple_is_meant() -> None:
    reading = read(
        "John Keller and his wife Anna Keller were arrested. Mr. Keller denied it. "
        "Mrs. Keller wept. Later Keller left."
    )
    named = {
        chain.name: sum(mention.kind == "name" for mention in chain.mentions)
        for chain in reading.annotations.chains
    }

    assert named == {"John Keller": 2, "Anna Keller": 2, "Keller": 1}, "the last is nobody's"


def test_a_lady_of_the_family_is_not_the_man_named_before() -> None:
    reading = read("John Keller was arrested in Oslo. Mrs. Keller wept.")

    assert reading.mentions("John Keller") == ["John Keller"]
    assert reading.mentions("Mrs. Keller") == ["Keller"]


def test_a_post_tells_which_of_two_is_meant() -> None:
    reading = read(
        "President Omar Haddad met Samir Haddad in Lima. President Haddad smiled. Haddad left."
    )

    assert reading.mentions("Omar Haddad") == ["Omar Haddad", "Haddad"]
    assert reading.mentions("Samir Haddad") == ["Samir Haddad"]


def test_brothers_named_together_share_the_surname_and_neither_has_it_alone() -> None:
    reading = read("Brothers Omar and Sami Karsh were arrested in Oslo. Karsh denied it.")

    assert reading.names() == ["Omar", "Sami Karsh", "Karsh"]


def test_every_variant_is_joined_with_a_reason() -> None:
    reading = read("Khalid Qadoumi spoke in Doha. Later Khaled Qaddoumi left. Qadoumi slept.")

    assert reading.chain("Khalid Qadoumi").reasons == (
        "“Khalid Qadoumi” is another spelling of “Khaled Qaddoumi”",
        "“Qadoumi” is the surname of “Khaled Qaddoumi”",
    )
