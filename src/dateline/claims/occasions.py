"""Appearances that no verb of appearing tells: deeds at an occasion, deeds alongside somebody."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from dateline.claims.lexicon import Entry
from dateline.claims.participants import People
from dateline.claims.triggers import Trigger
from dateline.records import Grammar, Token

_AT_OCCASION = Entry(("occasion",), "NOUN", "APPEAR", "attend", "self", frozenset(), "", "")
_ALONGSIDE = Entry(("alongside",), "NOUN", "APPEAR", "appear", "self", frozenset(), "", "")

APPEARANCES = (_AT_OCCASION, _ALONGSIDE)
"""Entries whose people are found by the clause, not by the word itself."""


@lru_cache(maxsize=1)
def _occasions() -> frozenset[str]:
    text = (files("dateline.claims") / "lexicon" / "occasions.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["occasion"])


def find_appearances(
    grammar: Grammar, people: People, triggers: Sequence[Trigger]
) -> Iterator[Trigger]:
    """Nouns of occasions whose clause tells nothing else, and "alongside" beside another deed."""
    carriers = {t.token.index: t for t in triggers}
    taken = {o.index for t in triggers for o in t.others}
    for token in grammar.tokens:
        if token.lemma.casefold() in _occasions() and token.index not in carriers:
            verb = _verb_at(grammar, token)
            if verb is None or verb.index in carriers or token.index in taken:
                continue
            if people.of(people.subject(verb)) and not people.is_passive(verb):
                yield Trigger(token, (), _AT_OCCASION)
        elif token.text.casefold() == "alongside" and token.dep == "prep":
            verb = _verb_of(grammar, token)
            trigger = carriers.get(verb.index) if verb is not None else None
            if trigger is not None and trigger.entry.type not in ("APPEAR", "CONSULT"):
                yield Trigger(token, (), _ALONGSIDE)


def _verb_at(grammar: Grammar, noun: Token) -> Token | None:
    """The verb of a clause that says that something was done at an occasion."""
    while noun.dep == "conj":
        head = grammar.tokens[noun.head]
        if head.pos in ("VERB", "AUX"):
            at = [c for c in grammar.children(head.index, "prep", "dobj") if c.index < noun.index]
            return head if at else None
        noun = head
    prep = grammar.tokens[noun.head]
    if noun.dep != "pobj" or prep.text.casefold() != "at":
        return None
    return _verb_of(grammar, prep)


def _verb_of(grammar: Grammar, token: Token) -> Token | None:
    return next((g for g in grammar.ancestors(token.index) if g.pos in ("VERB", "AUX")), None)
