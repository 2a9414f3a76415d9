"""Where: by the grammar, or the likeliest name if hardly anything else is meant."""

from __future__ import annotations

import pytest

from dateline.claims.clauses import Clauses
from dateline.claims.placing import look_up_places, places_by_head
from dateline.records import Where
from tests.annotate.reading import read


def where(text: str, word: str, *others: str, weighed: bool = True) -> Where | None:
    """The place of a word in a text in which `others` carry events too."""
    reading = read(text)
    grammar, annotations = reading.grammar, reading.annotations
    trigger = reading.token(word)
    places = places_by_head(grammar, annotations)
    carriers = frozenset({trigger.index, *(reading.token(o).index for o in others)})
    clauses = Clauses(grammar, carriers, frozenset(places))
    return look_up_places(clauses, places, annotations if weighed else None).where(trigger)


def name(text: str, word: str, *others: str, weighed: bool = True) -> str | None:
    place = where(text, word, *others, weighed=weighed)
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "word", "others", "expected"),
    [
        ("Anna Keller met Omar Karsh in Lima.", "met", (), "Lima"),
        ("Anna Keller visited Lima.", "visited", (), "Lima"),
        ("Anna Keller flew to Lima.", "flew", (), "Lima"),
        ("Anna Keller fled to Lima.", "fled", (), "Lima"),
        ("The rebels withdrew from Lima.", "withdrew", (), "Lima"),
        ("Anna Keller fled from Porto to Lima.", "fled", (), "Lima"),
        ("Anna Keller was in Lima, where she met Omar Karsh.", "met", (), "Lima"),
        ("Guards fired at Omar Karsh in the port of Sfax.", "fired", (), "Sfax"),
        (
            "Anna Keller said in Lima that Omar Karsh met Sami Nur in Porto.",
            "met",
            ("said",),
            "Porto",
        ),
        ("Anna Keller of Lima met Omar Karsh.", "met", (), None),
        ("Lima mayor Anna Keller met Omar Karsh.", "met", (), None),
        ("Anna Keller said in Lima that Omar Karsh met Sami Nur.", "met", ("said",), None),
    ],
)
def test_the_grammar_says_where(
    text: str, word: str, others: tuple[str, ...], expected: str | None
) -> None:
    assert name(text, word, *others, weighed=False) == expected
    assert name(text, word, *others) == expected


def test_a_village_that_no_gazetteer_has_is_a_place() -> None:
    text = "Six farmers were killed in the village of Tel Marwa on Friday."

    assert name(text, "killed", weighed=False) is None
    assert name(text, "killed") == "Tel Marwa"


def test_the_likeliest_place_goes_before_one_that_only_stands_near_it() -> None:
    text = "Two men were shot in the village of Tel Marwa near Homs on Friday."

    assert name(text, "shot", weighed=False) == "Homs"
    assert name(text, "shot") == "Tel Marwa"


def test_a_likely_place_says_why() -> None:
    place = where("Six farmers were killed in the village of Tel Marwa on Friday.", "killed")

    assert place is not None
    assert place.reasons[-1] == "“in Tel Marwa” hangs on “killed”"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lima praised Omar Karsh on Friday.", "praised"),
        ("Lima's army killed Omar Karsh on Friday.", "killed"),
        ("Rebels captured Omar Karsh on Friday.", "captured"),
        ("Anna Keller met the mayor of Lima on Friday.", "met"),
        ("Anna Keller wrote a book about Lima on Friday.", "wrote"),
    ],
)
def test_a_place_that_acts_owns_or_is_only_near_is_not_where(text: str, word: str) -> None:
    assert name(text, word) is None
