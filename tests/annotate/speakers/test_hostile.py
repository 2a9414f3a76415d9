"""Texts made to be slow, and readings that mean nothing, cost no more than their length."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pytest

from dateline.annotate.cues import load_cues
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.reader import Reading
from dateline.annotate.speakers import find_attributions
from dateline.records import Attribution, Grammar, Token

_SIZE = 12_000


def tokens(words: Sequence[str], heads: Sequence[int], poses: Sequence[str]) -> list[Token]:
    """A parse made by hand: one sentence of words with a space between."""
    found: list[Token] = []
    start = 0
    for index, (word, head, pos) in enumerate(zip(words, heads, poses, strict=True)):
        dep = "ROOT" if head == index else "ccomp" if pos == "VERB" else "nsubj"
        end = start + len(word)
        found.append(Token(index, start, end, word, word, pos, "VB", dep, head, 0))
        start = end + 1
    return found


def any_reading(size: int) -> Reading:
    """Shares drawn by lot, the same each time."""
    lots = np.random.default_rng(7)
    shares = {}
    for layer in ("source", "cue", "content"):
        drawn = lots.random((size, 3), dtype=np.float32)
        shares[layer] = drawn / drawn.sum(axis=1, keepdims=True)
    labels = {layer: ("O", f"B-{layer}", f"I-{layer}") for layer in shares}
    return Reading(labels, shares)


def attributions(parsed: list[Token]) -> tuple[Attribution, ...]:
    grammar = Grammar(" ".join(t.text for t in parsed), parsed)
    reading = any_reading(len(parsed))
    return find_attributions(grammar, (), load_cues(), load_knowledge(), reading)


def deep(size: int) -> list[Token]:
    """ "He say he say he say …", each verb under the one before."""
    places = range(size)
    heads = [max(i - 2, 1) if i % 2 else i + 1 for i in places]
    return tokens(["say" if i % 2 else "he" for i in places], heads, ["PRON", "VERB"] * (size // 2))


def flat(size: int) -> list[Token]:
    """One verb with thousands of quotation marks and verbs right under it."""
    words = ["say" if i % 3 else "“" for i in range(size)]
    return tokens(words, [1] * size, ["VERB" if w == "say" else "PUNCT" for w in words])


@pytest.mark.parametrize("shape", [deep, flat])
def test_cost_and_findings_grow_in_step_with_the_text(shape: object) -> None:
    assert callable(shape)
    parsed = shape(_SIZE)
    start = time.process_time()
    found = attributions(parsed)
    seconds = time.process_time() - start

    assert seconds < 8
    assert sum(len(words.exact) for a in found for words in a.content) < 60 * parsed[-1].end


def test_whatever_the_reader_says_the_words_are_those_of_the_text() -> None:
    parsed = flat(900)
    text = " ".join(t.text for t in parsed)
    found = attributions(parsed)

    assert found
    assert found == attributions(parsed)
    for one in found:
        quotes = [one.cue, *one.content, *(s.words for s in one.sources if s.words)]
        assert one.content
        assert all(text[q.start : q.end] == q.exact for q in quotes)
