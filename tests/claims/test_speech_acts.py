"""What a saying does by what is said: it accuses, asks, backs, rejects, threatens or states."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from dateline.records import Claim
from tests.annotate.reading import read

ACTS = tomllib.loads((files("dateline.claims") / "lexicon" / "speech_acts.toml").read_text("utf-8"))


def told_by(text: str, name: str) -> Claim:
    """The claim that the one of this name does by saying something."""
    found = read(text)
    names = {chain.id: chain.name for chain in found.annotations.chains}
    return next(c for c in found.claims if [names[p.chain] for p in c.who] == [name])


def names_of(text: str, claim: Claim) -> list[str]:
    names = {chain.id: chain.name for chain in read(text).annotations.chains}
    return [names[p.chain] for p in claim.whom]


@pytest.mark.parametrize(
    ("text", "type_"),
    [(row["example"], "ACCUSE") for row in ACTS["wrongdoing"]]
    + [(row["example"], "REQUEST") for row in ACTS["duty_modal"] + ACTS["duty_verb"]]
    + [(row["example"], row["type"]) for row in ACTS["performing"]]
    + [(row["example"], "THREATEN") for row in ACTS["threatening"]],
)
def test_every_word_is_read_by_its_example(text: str, type_: str) -> None:
    claim = told_by(text, "Lena Brandt")

    assert claim.type == type_
    assert claim.found_by[0].rule == f"speech act: {type_.lower()}"


@pytest.mark.parametrize(
    "text",
    [
        '"The mayor is a disgrace," Lena Brandt said.',
        '"This is a deeply dangerous way to govern," Lena Brandt said.',
        "Lena Brandt said that the tax was unlawful.",
    ],
)
def test_what_is_said_of_a_thing_in_words_that_blame_accuses(text: str) -> None:
    assert told_by(text, "Lena Brandt").type == "ACCUSE"


@pytest.mark.parametrize(
    "text",
    [
        "Lena Brandt said that the tax was not unlawful.",
        '"It would be a disgrace if the harbour closed," Lena Brandt said.',
        '"I am a failure," Lena Brandt said.',
        '"We have ignored the islands," Lena Brandt said.',
        '"We must open the harbour," Lena Brandt said.',
        '"It must be Tuesday," Lena Brandt said.',
        '"I would support Erik Holm," Lena Brandt said.',
        '"We do not support Erik Holm," Lena Brandt said.',
        '"We will not attack Norland," Lena Brandt said.',
        '"We attacked Norland," Lena Brandt said.',
        "Lena Brandt said that the harbour was open.",
        *(row["example"] for row in ACTS["unwilled"]),
        '"They must have left on Monday," Lena Brandt said.',
        '"They have to win," Lena Brandt said.',
    ],
)
def test_what_blames_and_asks_nobody_only_states(text: str) -> None:
    (said,) = (claim for claim in read(text).claims if claim.trigger.exact == "said")

    assert said.type == "STATE"


def test_what_the_speaker_does_by_saying_so_is_one_claim() -> None:
    (claim,) = read('"I urge Erik Holm to open the harbour," Lena Brandt said.').claims

    assert (claim.type, claim.trigger.exact) == ("REQUEST", "said")


def test_whoever_is_blamed_is_the_one_that_it_is_done_to() -> None:
    text = "Lena Brandt said on Monday that the Harbour Ministry was breaking the law."

    assert names_of(text, told_by(text, "Lena Brandt")) == ["Harbour Ministry"]


def test_whoever_owns_what_is_blamed_is_the_one_that_it_is_done_to() -> None:
    text = '"Erik Holm\'s plan is a disgrace," Lena Brandt said.'

    assert names_of(text, told_by(text, "Lena Brandt")) == ["Erik Holm"]


def test_whoever_is_asked_is_the_one_that_it_is_done_to() -> None:
    text = '"I count on Erik Holm to open the harbour," Lena Brandt said.'

    assert names_of(text, told_by(text, "Lena Brandt")) == ["Erik Holm"]


def test_what_nobody_does_blames_nobody() -> None:
    assert told_by("Lena Brandt said that the weather was bad.", "Lena Brandt").type == "STATE"
