"""Nouns that name no post: ages, parts, callings."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Omar Karsh, 45, was arrested in Lima. The 45-year-old denied all.",
            ["Omar Karsh", "The 45-year-old"],
        ),
        (
            "Police arrested Omar Karsh in Lima on Monday. The suspect denied all.",
            ["Omar Karsh", "The suspect"],
        ),
        (
            "Gunmen killed Omar Karsh in Lima. The victim was a father of two.",
            ["Omar Karsh", "The victim"],
        ),
        (
            "The student Omar Karsh spoke in Lima. The student was tired.",
            ["Omar Karsh", "The student"],
        ),
    ],
)
def test_a_noun_stands_for_the_only_one_of_whom_it_is_told(text: str, mentions: list[str]) -> None:
    assert read(text).mentions("Omar Karsh") == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Omar Karsh, 45, and Anna Keller, 45, left Lima. The 45-year-old denied all.",
        "Omar Karsh, 45, left Lima. The 46-year-old denied all.",
        "Police arrested Omar Karsh in Lima. Anna Keller was charged. The suspect denied all.",
        "Omar Karsh arrested Anna Keller in Lima. The suspect denied all.",
        "A student wept. The student Omar Karsh spoke. The student was tired.",
    ],
)
def test_nobody_is_meant_where_two_could_be_or_none(text: str) -> None:
    assert read(text).mentions("Omar Karsh") == ["Omar Karsh"]


def test_the_church_is_the_one_with_that_word_in_its_name() -> None:
    reading = read("The Lamp Church sued the Harbour League in Oslo. The church was pleased.")

    assert reading.mentions("Lamp Church") == ["Lamp Church", "The church"]


def test_the_reason_is_told() -> None:
    chain = read("Omar Karsh, 45, was arrested. The 45-year-old denied all.").chain("Omar Karsh")

    assert chain.reasons == ("“The 45-year-old”: nobody else is told to be 45",)
