"""Which of the places that a sentence names is whose event."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.claims.event_places import ANOTHER, BIAS, ENOUGH, EventPlaces, load_weights
from dateline.records import PlaceMention
from tests.annotate.reading import read


def found(text: str, word: str) -> tuple[PlaceMention, ...]:
    reading = read(text)
    return EventPlaces(reading.grammar, reading.annotations).at(reading.token(word))


def places(text: str, word: str) -> list[str]:
    return [mention.words.exact for mention in found(text, word)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # by a preposition of place, the event's own before that of a verb above or below it
        ("Police arrested Omar Karsh in Lima.", "arrested", ["Lima"]),
        (
            "In Lima, Anna Keller said that Omar Karsh was arrested in Porto.",
            "arrested",
            ["Porto"],
        ),
        # what is hit, held or gone to is where it was
        ("Rebels captured Marwa on Sunday.", "captured", ["Marwa"]),
        ("The navy patrolled the Gulf of Sidra.", "patrolled", ["Gulf of Sidra"]),
        # of a place and what holds it the one that the event is at
        (
            "Six farmers were killed in the village of Tel Marwa, north of Homs, on Friday.",
            "killed",
            ["Tel Marwa"],
        ),
        ("Two men were shot in the Sahel town of Marwa.", "shot", ["Marwa"]),
        ("Three people were killed in Graz's Andritz district.", "killed", ["Andritz"]),
        # all of a list
        (
            "Marchers protested in Porto, Lima and Graz on Friday.",
            "protested",
            ["Porto", "Lima", "Graz"],
        ),
        # a participle and a clause of time share the place of their verb
        ("Guards opened fire in Sfax, killing two men.", "killing", ["Sfax"]),
        ("Anna Keller was killed when a bomb went off near Sfax.", "killed", ["Sfax"]),
    ],
)
def test_an_event_is_at_the_place_that_its_words_give_it(
    text: str, word: str, expected: list[str]
) -> None:
    assert sorted(places(text, word)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Anna Keller resigned on Monday.", "resigned"),
        ("Lima's mayor praised Omar Karsh.", "praised"),
        ("Anna Keller captured Omar Karsh.", "captured"),
        ("Anna Keller met Omar Karsh of the Marwa League.", "met"),
    ],
)
def test_persons_bodies_and_owners_are_no_places_of_an_event(text: str, word: str) -> None:
    assert places(text, word) == []


def test_a_place_that_no_gazetteer_has_lies_in_the_one_that_holds_it() -> None:
    (mention,) = found("Two men were killed in the village of Tel Marwa in Tunisia.", "killed")

    assert mention.words.exact == mention.where.name == "Tel Marwa"
    assert mention.where.country == "TN"
    assert mention.where.geonames is None
    assert mention.where.reasons == ("Tel Marwa is in no gazetteer; it lies in Tunisia",)


def test_a_place_beside_another_does_not_lie_in_it() -> None:
    text = "Six farmers were killed in the village of Tel Marwa, north of Homs, on Friday."
    (mention,) = found(text, "killed")

    assert (mention.words.exact, mention.where.country) == ("Tel Marwa", None)


def test_a_place_that_nothing_is_known_of_has_no_coordinates() -> None:
    (mention,) = found("Six men were killed in the village of Tel Marwa on Monday.", "killed")

    assert (mention.where.name, mention.where.lat, mention.where.country) == (
        "Tel Marwa", None, None,
    )  # fmt: skip


def test_each_place_says_what_it_hangs_on() -> None:
    reading = read("Guards opened fire in Sfax, killing two men.")
    weighed = EventPlaces(reading.grammar, reading.annotations).weighed(reading.token("killing"))

    assert weighed[0].reason == "“in Sfax” hangs on “opened”, the likeliest place of “killing”"


def test_the_weightiest_place_comes_first() -> None:
    reading = read("In Lima, Anna Keller said that Omar Karsh was arrested in Porto.")
    weighed = EventPlaces(reading.grammar, reading.annotations).weighed(reading.token("arrested"))

    assert [place.mention.words.exact for place in weighed][:2] == ["Porto", "Lima"]
    assert weighed[0].weight > weighed[1].weight


def test_every_weight_is_a_line_with_its_phrase_and_an_example() -> None:
    text = (files("dateline.claims") / "placing.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    fixed = [row for row in rows if row[0] in (BIAS, ENOUGH, ANOTHER)]

    assert "event_location" in text
    assert "MIT" in text
    assert len(fixed) == 3
    assert len({row[0] for row in rows}) == len(rows) == len(load_weights())
    assert all(float(row[1]) for row in rows)
    assert all(" … " in row[2] for row in rows if row not in fixed)


def test_many_names_cost_little() -> None:
    """A sentence of names weighs the nearest ones only."""
    text = "Rebels shelled " + ", ".join(f"Marwa{chr(97 + n % 26)}" for n in range(600)) + "."
    reading = read(text)

    weighed = EventPlaces(reading.grammar, reading.annotations).weighed(reading.token("shelled"))

    assert len(weighed) <= 30
