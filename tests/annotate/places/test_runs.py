"""Words that may stand in names: tokens, cut at hyphens and slashes between names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.language import parse
from dateline.annotate.places.runs import Runs
from dateline.records import Token


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Egypt-US talks", ["Egypt", "US"]),
        ("Senator Ann Fenwick, R-Ohio", ["R", "Ohio"]),
        ("the Havanese-Maltese cross", ["Havanese", "Maltese"]),
        ("a well-known street", []),
    ],
)
def test_words_joined_by_hyphens_are_cut_before_a_capital(text: str, parts: list[str]) -> None:
    words = Runs(text, parse(text).tokens).words
    assert [word.text for word in words if word.is_part] == parts
    assert all(text[word.start : word.end] == word.text for word in words)


def test_a_run_ends_before_a_comma_and_with_its_line() -> None:
    text = "He left Leeds, York\nLagos"
    runs = Runs(text, parse(text).tokens)
    ends = {
        word.text: runs.words[end - 1].text for word, end in zip(runs.words, runs.ends, strict=True)
    }
    assert (ends["He"], ends["York"], ends["Lagos"]) == ("Leeds", "York", "Lagos")


@given(st.text(alphabet="aA-/–", min_size=1, max_size=30))
def test_parts_lie_in_their_token_in_order(word: str) -> None:
    token = Token(0, 5, 5 + len(word), word, word, "PROPN", "NNP", "ROOT", 0, 0)
    parts = Runs(" " * 5 + word, [token]).words
    assert parts
    assert all(word[p.start - 5 : p.end - 5] == p.text for p in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
