"""How words for what happened stand to each other."""

from __future__ import annotations

import pytest

from dateline.events.event_words import find_word, kinship, lemma_of, likeness


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("arrest", "arrest", "same"),
        ("re-open", "reopen", "same"),
        ("announce", "announcement", "derived"),
        ("acquire", "acquisition", "derived"),
        ("buy", "purchase", "another word"),
        ("kill", "die", "brings with it"),
        ("robbery", "theft", "a kind of"),
        ("quake", "earthquake", "another word"),
        ("arrest", "sing", "other"),
        ("zorblax", "sing", "unknown"),
        ("zorblaxed", "zorblaxes", "near in spelling"),
    ],
)
def test_words_are_kin_as_wordnet_has_them(left: str, right: str, expected: str) -> None:
    assert kinship(left, right) == kinship(right, left) == expected


def test_words_that_are_used_alike_are_more_alike_than_others() -> None:
    alike, unlike = likeness("arrest", "detain"), likeness("arrest", "rain")
    assert alike is not None
    assert unlike is not None
    assert alike > 0.4 > 0.2 > unlike
    assert likeness("arrest", "arrest") == pytest.approx(1.0, abs=0.05)
    assert likeness("arrest", "zorblax") is None


@pytest.mark.parametrize(
    ("text", "lemma", "pos", "expected"),
    [
        ("killed", "kill", "VERB", "kill"),
        ("Dies", "Dies", "PROPN", "die"),
        ("Launches", "Launches", "PROPN", "launch"),
        ("Stopped", "Stopped", "PROPN", "stop"),
        ("Denies", "Denies", "PROPN", "deny"),
        ("Watergate", "Watergate", "PROPN", "watergate"),
    ],
)
def test_a_headline_s_capitals_hide_no_verb(text: str, lemma: str, pos: str, expected: str) -> None:
    assert lemma_of(text, lemma, pos) == expected


def test_a_word_of_many_senses_is_known_as_one() -> None:
    take, behead = find_word("take"), find_word("behead")
    assert take is not None
    assert behead is not None
    assert take.senses > 20 > 2 > behead.senses
    assert len(take.vector) == 64
