"""Names that the words between them tie together."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read

KARSH = ["Omar Karsh", "Abu Nidar", "Abu Nidar"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Omar Karsh, better known as Abu Nidar, was killed. Abu Nidar was 45.", KARSH),
        ("Omar Karsh, alias Abu Nidar, was arrested in Oslo. Abu Nidar was 45.", KARSH),
        ("Omar Karsh, a.k.a. Abu Nidar, was arrested. Abu Nidar was 45.", KARSH),
        ("Omar Karsh, who goes by the nom de guerre Abu Nidar, spoke. Abu Nidar left.", KARSH),
        ("Omar Karsh, a commander known as Abu Nidar, spoke. Abu Nidar left.", KARSH),
        ("Omar Karsh, a Hamas commander known as Abu Nidar, spoke. Abu Nidar left.", KARSH),
        # the other way round
        (
            "Abu Nidar, whose real name is Omar Karsh, was killed in Oslo. Karsh was 45.",
            ["Abu Nidar", "Omar Karsh", "Karsh"],
        ),
        # words that are no name by themselves
        (
            "Omar Karsh (call sign “Redis”) spoke in Oslo. Redis left.",
            ["Omar Karsh", "Redis", "Redis"],
        ),
        ("Omar Karsh, nicknamed the Fox, spoke. The Fox left.", ["Omar Karsh", "Fox", "Fox"]),
    ],
)
def test_an_alias_is_the_same_person(text: str, mentions: list[str]) -> None:
    assert read(text).mentions("Omar Karsh") == mentions


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The HWU (Harbour Workers Union) marched in Porto.",
            "Harbour Workers Union",
            ["HWU", "Harbour Workers Union"],
        ),
        # letters of another tongue
        (
            "The FLN (National Liberation Front) marched in Porto.",
            "National Liberation Front",
            ["FLN", "National Liberation Front"],
        ),
        (
            "The Harbour Workers Union, or HWU, marched in Porto.",
            "Harbour Workers Union",
            ["Harbour Workers Union", "HWU"],
        ),
        # a short name for the rest of the report
        (
            "Police raided Delmar Holdings Ltd (“Delmar”) in Oslo. On Friday Delmar sued.",
            "Delmar Holdings Ltd",
            ["Delmar Holdings Ltd", "Delmar", "Delmar"],
        ),
        # a former name, and the kind that it tells
        (
            "Wagner, formerly known as the Harbour Group, left Mali.",
            "Harbour Group",
            ["Wagner", "Harbour Group"],
        ),
    ],
)
def test_two_names_of_a_body_are_tied(text: str, name: str, mentions: list[str]) -> None:
    assert read(text).mentions(name) == mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # to call somebody something is no alias
        ("Omar Karsh called Anna Keller a liar in Oslo.", ["Omar Karsh", "Anna Keller"]),
        ("Omar Karsh nicknamed Anna Keller “the Fox”.", ["Omar Karsh", "Anna Keller"]),
        # a post, not a name
        (
            "Omar Karsh, better known as Hamas spokesman, met Anna Keller.",
            ["Omar Karsh", "Hamas", "Anna Keller"],
        ),
        # one body in brackets after another
        ("The FBI (Justice Department) watched.", ["FBI", "Justice Department"]),
        # a person's party
        ("Anna Keller (CDU) spoke in Berlin. The CDU won.", ["Anna Keller", "CDU"]),
    ],
)
def test_what_is_no_alias_ties_nothing(text: str, names: list[str]) -> None:
    assert read(text).names() == names


def test_a_tie_is_told_in_the_words_of_the_report() -> None:
    chain = read("Omar Karsh, better known as Abu Nidar, was killed.").chain("Omar Karsh")

    assert chain.reasons == ("“Omar Karsh”, better known as “Abu Nidar”",)


def test_initials_given_to_two_bodies_are_of_each_only_beside_its_name() -> None:
    reading = read(
        "The Northern Relief Council (NRC) accused the National Rescue Committee (NRC) of theft."
        " The NRC left."
    )

    assert reading.mentions("Northern Relief Council") == ["Northern Relief Council", "NRC"]
    assert reading.mentions("National Rescue Committee") == ["National Rescue Committee", "NRC"]
    assert reading.names()[2:] == ["NRC"]  # of which, nobody can tell


def test_initials_given_twice_to_one_body_stay_one() -> None:
    reading = read(
        "The Harbour Workers Union (HWU) left. The Harbour Workers' Union (HWU) is old. HWU won."
    )

    assert len(reading.names()) == 1
