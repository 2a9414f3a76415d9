"""Forms of the names of bodies: which are one body's."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.chains.bodies import Bodies
from dateline.annotate.knowledge import load_knowledge
from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # initials with a small letter, which the model alone misses
        (
            "Lashkar-e-Taiba attacked a base. LeT fighters fled, and Lashkar denied all.",
            "Lashkar-e-Taiba",
            ["Lashkar-e-Taiba", "LeT", "LeT fighters", "Lashkar"],
        ),
        # two orders of a ministry's name
        (
            "The Ministry of Fisheries fined a trawler. The Fisheries Ministry left.",
            "Ministry of Fisheries",
            ["Ministry of Fisheries", "Fisheries Ministry"],
        ),
        # spelt otherwise
        (
            "The Lamp Organisation met in Oslo. Later the Lamp Organization left.",
            "Lamp Organisation",
            ["Lamp Organisation", "Lamp Organization"],
        ),
        # the house of a state, by its last word
        (
            "The Tunisian Parliament met on Monday. The Parliament passed a law.",
            "Tunisian Parliament",
            ["Tunisian Parliament", "Parliament"],
        ),
    ],
)
def test_variants_of_one_name_are_one_body(text: str, name: str, mentions: list[str]) -> None:
    assert read(text).mentions(name) == mentions


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # a part of it
        ("Hamas said that the Hamas Interior Ministry was hit.", "Hamas", ["Hamas"]),
        # a house is not the White House
        ("The White House said that the House will vote.", "White House", ["White House"]),
        # a body against it
        (
            "The Coalition to Defeat ISIS met in Oslo. Later ISIS attacked a town.",
            "ISIS",
            ["ISIS"],
        ),
    ],
)
def test_another_body_with_the_same_word_stays_another(
    text: str, name: str, mentions: list[str]
) -> None:
    assert read(text).mentions(name) == mentions


def test_a_list_of_two_thousand_bodies_is_compared_within_seconds() -> None:
    forms = {f"League of Port {i}": frozenset([i]) for i in range(1_000)}
    forms |= {f"L{chr(65 + i % 26)}P": frozenset([i]) for i in range(1_000)}
    started = time.perf_counter()
    bodies = Bodies(forms, load_knowledge())

    assert bodies.home("LAP").words == ("lap",), "nobody can tell which league"
    assert time.perf_counter() - started < 5
