"""The reader as it ships: what it must give, and that words never lose their place."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.annotate.language import Parse, parse
from dateline.annotate.reader import Reading, load_reader
from dateline.records import Sentence, Token

FIXTURE = Path(__file__).parents[2] / "training" / "data" / "reader.json"


def _tokens(sentences: list[list[str]]) -> tuple[list[Token], list[Sentence]]:
    """Sentences of one paragraph, a space between their words."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    at = 0
    for number, words in enumerate(sentences):
        first = len(tokens)
        for word in words:
            i = len(tokens)
            tokens.append(Token(i, at, at + len(word), word, word, "", "", "", i, number))
            at += len(word) + 1
        found.append(Sentence(tokens[first].start, at - 1, first, len(tokens), 0))
    return tokens, found


@pytest.mark.parametrize("row", json.loads(FIXTURE.read_text("utf-8")))
def test_the_files_give_the_labels_that_training_saw(row: dict[str, object]) -> None:
    words = row["words"]
    assert isinstance(words, list)
    reading = load_reader().read(*_tokens([words]))
    best = {layer: shares.argmax(axis=1).tolist() for layer, shares in reading.shares.items()}
    assert best == row["labels"]


def _names(parsed: Parse, text: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.label) for n in parsed.names]


def test_names_speakers_events_and_certainty_come_of_one_reading() -> None:
    text = "Ilse Quandt met Danish envoys in Bern on Tuesday. The embassy said talks failed."
    parsed = parse(text)
    assert _names(parsed, text) == [("Ilse Quandt", "PERSON"), ("Danish", "NORP"), ("Bern", "GPE")]
    words = [token.text for token in parsed.tokens]
    reading = parsed.reading
    assert [words[m.first] for m in reading.marks("cue")] == ["said"]
    assert [" ".join(words[m.first : m.last]) for m in reading.marks("source")] == ["The embassy"]
    assert ("met", "CONSULT") in [(words[m.first], m.type) for m in reading.triggers()]
    assert reading.share("factuality", words.index("met"), "+") > 0.9


def _same(one: Reading, other: Reading) -> bool:
    return all(np.array_equal(shares, other.shares[layer]) for layer, shares in one.shares.items())


def test_what_is_read_does_not_depend_on_the_reports_read_before() -> None:
    text = "Gunmen attacked a convoy near Goma, police said.\n\nPeru denied it."
    alone = parse(text).reading
    parse("An entirely different report. " * 40)
    assert _same(alone, parse(text).reading)


def test_without_the_reader_nothing_is_read_and_no_name_guessed() -> None:
    parsed = parse("Ilse Quandt met envoys in Bern.", with_reader=False)
    assert not parsed.reading
    assert parsed.names == ()
    assert parsed.reading.share("names", 0, "B-person") == 0


_ODD = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aA1. \n“”'’-\u200b\u200d\u0301\u202e\x00\x85\u2028é北مİß🇩🇪"),
    ),
    max_size=120,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ODD)
def test_whatever_the_characters_every_mark_is_a_cut_of_the_text(text: str) -> None:
    parsed = parse(text)
    for token in parsed.tokens:
        assert text[token.start : token.end] == token.text
    for layer in ("names", "source", "cue", "content", "trigger"):
        end = 0
        for mark in parsed.reading.marks(layer):
            assert end <= mark.first < mark.last <= len(parsed.tokens)
            assert 0 < mark.share <= 1.0001
            end = mark.last
    for name in parsed.names:
        assert 0 <= name.start < name.end <= len(text)
    for shares in parsed.reading.shares.values():
        assert shares.shape[0] == len(parsed.tokens)
        assert np.allclose(shares.sum(axis=1), 1, atol=1e-4)


def test_a_sentence_longer_than_the_model_reads_at_once_is_read_whole() -> None:
    words = ["Quandt", "met", "Olsen", ","] * 400
    reading = load_reader().read(*_tokens([words]))
    marked = {m.first for m in reading.marks("names")}
    assert len(marked) > 700
    assert max(marked) > 1590
