"""Words of events that tell of none: fixed phrases ("heart attack"), and what storms do."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.claims.lexicon import Lexicon
from dateline.records import Grammar, Token

_OF_WORDS = frozenset({"attack", "assault", "hit", "savage"})
"""Verbs of violence that are often done with words alone."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Heads of phrases to the words that make them idle, forces without a will, and those whose
    attacks are words.
    """

    phrases: Mapping[str, frozenset[str]]
    forces: frozenset[str]
    critics: frozenset[str]


@cache
def load_idle() -> Idle:
    """The phrases and forces of the package's ``idle.toml``."""
    rows = tomllib.loads((files("dateline.claims") / "lexicon" / "idle.toml").read_text("utf-8"))
    phrases: dict[str, frozenset[str]] = {}
    for row in rows["phrase"]:
        phrases[row["head"]] = phrases.get(row["head"], frozenset()) | frozenset(row["with"])
    return Idle(phrases, frozenset(rows["force"]), frozenset(rows["critic"]))


def is_idle(grammar: Grammar, lexicon: Lexicon, token: Token) -> bool:
    """Whether a word that may carry an event tells of nothing that anybody does."""
    idle = load_idle()
    words = idle.phrases.get(lexicon.lemma_of(token.text, token.lemma), frozenset())
    if token.pos in ("NOUN", "PROPN"):
        return any(
            c.lemma.casefold() in words for c in grammar.children(token.index, "compound", "amod")
        )
    things = grammar.children(token.index, "dobj", "nsubjpass")
    if any(c.pos == "NOUN" and c.lemma.casefold() in words for c in things):
        return True
    doers = grammar.children(token.index, "nsubj")
    for agent in grammar.children(token.index, "agent"):
        doers += grammar.children(agent.index, "pobj")
    if token.dep == "conj" and not doers:
        doers = grammar.children(token.head, "nsubj")
    unwilled = idle.forces | (idle.critics if token.lemma in _OF_WORDS else frozenset())
    return any(doer.pos == "NOUN" and doer.lemma.casefold() in unwilled for doer in doers)
