"""The whole chain of sources: who stands behind a source, who passes it on, who speaks with it."""

from __future__ import annotations

import pytest

from dateline.annotate.speakers.lists import load_lists
from tests.annotate.reading import read

MET = "Omar Karsh met Lena Brandt in Tunis"

CHAINS = [
    # an outlet that cites or quotes another source
    (f"{MET}, the Evening Star reported on Monday, citing two officials.",
     "unnamed two officials < outlet the Evening Star"),
    (f"Citing two officials, Reuters reported that {MET}.",
     "unnamed two officials < outlet Reuters"),
    (f"The Quayside Gazette, quoting the Evening Star, reported that {MET}.",
     "outlet the Evening Star < outlet Quayside Gazette"),
    (f"According to the Evening Star, which cited two officials, {MET}.",
     "unnamed two officials < outlet Evening Star"),
    (f"{MET}, Nadir Sol told the Evening Star.", "person Nadir Sol < outlet Evening Star"),
    (f"Speaking to Reuters, Nadir Sol said that {MET}.", "person Nadir Sol < outlet Reuters"),
    (f"In an interview published by the Evening Star, Nadir Sol said that {MET}.",
     "person Nadir Sol < outlet the Evening Star"),
    (f"Nadir Sol was quoted as saying that {MET}.", "person Nadir Sol"),
    # several who speak together
    (f"Nadir Sol and Ida Lind said that {MET}.", "person Nadir Sol < person Ida Lind"),
    (f"{MET}, said Nadir Sol and Ida Lind.", "person Nadir Sol < person Ida Lind"),
    (f"{MET}, according to Nadir Sol and Ida Lind.", "person Nadir Sol < person Ida Lind"),
    (f"Two officials, Nadir Sol and Ida Lind, said that {MET}.",
     "person Nadir Sol < person Ida Lind"),
    # documents and recordings, and who is behind them
    (f"According to an article of 10 January 2022, {MET}.",
     "document an article of 10 January 2022"),
    (f"According to an article published on 4 March by the Evening Star, {MET}.",
     "outlet the Evening Star"),
    (f"As per a police report, {MET}.", "document a police report"),
    (f"{MET}, the report says.", "document the report"),
    (f"A report by the Lamp Trust said that {MET}.",
     "organization Lamp Trust < document A report"),
    (f"{MET}, according to a statement released by Nadir Sol's office.",
     "organization Nadir Sol's office < document a statement"),
    (f"In a post on X, Nadir Sol said that {MET}.", "person Nadir Sol < media post on X"),
    (f"In a statement, Nadir Sol said that {MET}.", "person Nadir Sol < document a statement"),
    (f"Documents seen by Reuters show that {MET}.", "document Documents < outlet Reuters"),
    # outlets, and those who only sound like one
    (f"The newspaper said that {MET}.", "outlet The newspaper"),
    (f"The state news agency reported that {MET}.", "outlet The state news agency"),
    (f"{MET}, a senior diplomat said.", "unnamed a senior diplomat"),
    (f"Local media reported that {MET}.", "unnamed Local media"),
    # names after a description, and offices
    (f"A student named Nadir Sol said that {MET}.", "person Nadir Sol"),
    (f"According to Nadir Sol's office, {MET}.", "organization Nadir Sol's office"),
    # nobody with a name
    (f"The jury was told that {MET}.", "unnamed unnamed source"),
    (f"It emerged that {MET}.", "unnamed unnamed source"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), CHAINS, ids=[text for text, _ in CHAINS])
def test_a_claim_has_its_whole_chain_origin_first(text: str, chain: str) -> None:
    reading = read(text)

    assert reading.credited(reading.claim("CONSULT", "met")).rsplit(": ", 1)[0] == chain


def test_what_stands_before_a_semicolon_is_not_said_after_it() -> None:
    reading = read(f"Nadir Sol says {MET}; Ida Lind said all ships were late.")

    assert reading.credited(reading.claim("CONSULT", "met")).startswith("person Nadir Sol: ")
    assert reading.credited(reading.claim("STATE", "says")).startswith("author")


def test_nested_outlets_keep_their_order() -> None:
    reading = read(
        f"The Quayside Gazette says that the Evening Star quotes an official as saying that {MET}."
    )
    claim = reading.claim("CONSULT", "met")

    assert [s.name for s in claim.sources] == [
        "an official",
        "the Evening Star",
        "Quayside Gazette",
    ]


@pytest.mark.parametrize(
    ("who", "sort"),
    [
        ("two officials", "official"),
        ("a security source", "official"),
        ("a local official", "official"),  # where he is from says less than what he is
        ("a military source", "military"),
        ("two army officers", "military"),
        ("a soldier", "military"),
        ("a diplomatic source", "diplomatic"),
        ("a senior diplomat", "diplomatic"),
        ("residents", "local"),
        ("local sources", "local"),
        ("witnesses", "local"),
        ("sources", "anonymous"),
        ("a person familiar with the matter", "anonymous"),
        ("reports", None),
        ("critics", None),
        ("the jury", None),
    ],
)
def test_a_source_without_a_name_is_of_a_sort(who: str, sort: str | None) -> None:
    claim = read(f"{MET}, {who} said.").claim("CONSULT", "met")

    assert [(s.kind, s.sort) for s in claim.sources] == [("unnamed", sort)]


@pytest.mark.parametrize("noun", sorted({n for _, _, nouns in load_lists().sorts for n in nouns}))
def test_each_noun_of_a_sort_stands_in_one_list(noun: str) -> None:
    assert [noun in nouns for _, _, nouns in load_lists().sorts].count(True) == 1


@pytest.mark.parametrize("lemma", sorted(load_lists().no_report))
def test_what_is_dreamt_or_forgotten_is_no_report(lemma: str) -> None:
    assert read(f"Lena Brandt may {lemma} that Omar Karsh attacked Tunis.").credits() == []


def test_who_asks_not_to_be_named_asks_for_no_report() -> None:
    (found,) = read(f"An official who asked not to be named said that {MET}.").credits()

    assert found == "unnamed An official: told, reported"


def test_per_request_of_somebody_is_no_report() -> None:
    assert read(f"Per request of Nadir Sol, {MET}.").credits() == []


def test_a_hedge_in_what_somebody_says_is_no_second_source() -> None:
    police = read("Omar Karsh allegedly attacked Lena Brandt, according to the police.")
    expected = read("Reuters said Omar Karsh was expected to visit Tunis.")
    reportedly = read("Omar Karsh reportedly met Lena Brandt in Tunis, the Evening Star said.")

    assert police.credited(police.claim("ASSAULT")) == "organization police: told, alleged"
    assert expected.credited(expected.claim("CONSULT")) == "outlet Reuters: told, planned"
    assert [s.name for s in reportedly.claim("CONSULT").sources] == [
        "reportedly",
        "the Evening Star",
    ]
