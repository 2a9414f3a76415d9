"""The words of a report that may tell of an event, whoever takes part: verbs and event nouns."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.event_words import find_word, lemma_of
from dateline.records import Grammar, Token

_EMPTY = frozenset(("be", "have", "do", "let", "seem", "become"))
"""Verbs that tell of nothing by themselves."""


def find_event_words(grammar: Grammar) -> Iterator[Token]:
    """The words, in text order: verbs but for auxiliaries, and nouns that come of verbs."""
    for token in grammar.tokens:
        if token.pos == "VERB" and token.dep not in ("aux", "auxpass"):
            if token.lemma.casefold() not in _EMPTY:
                yield token
        elif token.pos in ("NOUN", "PROPN") and _tells_of_event(token):
            yield token


def _tells_of_event(noun: Token) -> bool:
    """Whether the list knows a noun as a word for an event, with others derived from it."""
    word = find_word(lemma_of(noun.text, noun.lemma, noun.pos))
    return word is not None and bool(word.vector) and bool(word.derived)
