"""Rulings and judgements: the type hangs on what is said of the thing."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from dateline.claims.verdicts import load_blaming_words
from tests.annotate.reading import read

VERDICTS = tomllib.loads(
    (files("dateline.claims") / "lexicon" / "verdicts.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("text", "type_"),
    [(row["example"], "REJECT") for row in VERDICTS["ruling"]]
    + [(row["example"], "ACCUSE") for row in VERDICTS["judging"]],
)
def test_every_verb_is_read_by_its_example(text: str, type_: str) -> None:
    assert [c.type for c in read(text).claims if c.kind == "event"] == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Court found that the tax was not unlawful.",
        "The Harbour Court ruled that the tax was valid.",
        "Lena Brandt called the killer a hero.",
        "Lena Brandt called for an end to the brutal war.",
        "Lena Brandt described the fire.",
    ],
)
def test_what_blames_nobody_is_neither(text: str) -> None:
    assert not {"REJECT", "ACCUSE"} & {claim.type for claim in read(text).claims}


def test_the_reason_names_the_verb_and_the_word_that_decided() -> None:
    claim = read("Lena Brandt called the plan a disaster.").claim("ACCUSE")

    assert claim.found_by[0].rule == "accuse: call disaster"


def test_words_that_blame_are_plain_words() -> None:
    words = load_blaming_words()

    assert {"disaster", "illegal", "unjust"} <= words
    assert all(word.isalpha() and word.islower() for word in words)


@pytest.mark.parametrize("text", [row["example"] for row in VERDICTS["consenting"]])
def test_not_to_consent_is_to_refuse(text: str) -> None:
    (claim,) = (c for c in read(text).claims if c.mode == "refuse")

    assert (claim.type, claim.polarity) == ("REJECT", "+")


@pytest.mark.parametrize(
    "text",
    [
        "The senate has not yet ratified the treaty.",
        "The senate could not approve the treaty.",
        "The senate ratified the treaty.",
    ],
)
def test_what_was_not_yet_done_is_no_refusal(text: str) -> None:
    assert "REJECT" not in {claim.type for claim in read(text).claims}
