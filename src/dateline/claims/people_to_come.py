"""Whom a threat, an offer or a promise is aimed at: whoever the deed to come is done to."""

from __future__ import annotations

from dateline.claims.lexicon import Entry, load_lexicon
from dateline.claims.people_clauses import Phrases
from dateline.claims.people_reach import is_named
from dateline.records import Token

_SAID_BEFORE = frozenset({"offer", "promise"})
_AT_SOMEBODY = frozenset({"to", "against", "with", "from", "on", "for"})
_TO_COME = frozenset({"to", "will", "would", "'ll"})
_CONDITIONS = frozenset({"if", "unless", "until"})


def of_deed_to_come(phrases: Phrases, verb: Token, entry: Entry) -> list[Token]:
    """Whom a deed is to befall that is threatened or offered: "threatened to jail Keller".

    A threat that says no such thing is aimed at whoever is to meet its condition: "unless Keller
    pays".
    """
    if entry.type != "THREATEN" and entry.mode not in _SAID_BEFORE:
        return []
    found = [t for deed in _deeds(phrases, verb) for t in _reached(phrases, deed)]
    if entry.type == "THREATEN" and not any(is_named(phrases, t) for t in found):
        for clause in phrases.grammar.children(verb.index, "advcl"):
            marks = {m.text.casefold() for m in phrases.grammar.children(clause.index, "mark")}
            if marks & _CONDITIONS:
                found += phrases.heads(phrases.subject(clause))
    return found


def _deeds(phrases: Phrases, verb: Token) -> list[Token]:
    """The verbs of what is said to come: "to jail", "that it would jail"."""
    return [
        clause
        for clause in phrases.grammar.children(verb.index, "xcomp", "ccomp")
        if clause.pos == "VERB"
        for aux in phrases.grammar.children(clause.index, "aux")[:1]
        if aux.text.casefold() in _TO_COME
    ]


def _reached(phrases: Phrases, deed: Token) -> list[Token]:
    """Those whom a verb is done to, or who stand after "to", "against" … on it or on its object."""
    found: list[Token] = []
    things = phrases.objects(deed, "dobj", "dative")
    lemma = load_lexicon().lemma_of(deed.text, deed.lemma)
    if ("VERB", lemma) in load_lexicon().events:
        found += things
    for word in (deed, *things):
        found += phrases.after(word, _AT_SOMEBODY)
    return found
