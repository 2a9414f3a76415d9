"""A plain rule to measure beside us: who and whom are the nearest subject and object.

For every trigger that the product sees: the nearest subject of the verbs that it hangs on, and
the nearest object under it, also one after a preposition; a passive turns them round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.records import Grammar, Token, TriggerGuess

NEAREST = "nearest subject and object"


def nearest_deeds(
    grammar: Grammar, guesses: Iterable[TriggerGuess]
) -> Iterator[tuple[Token | None, str, Token | None]]:
    """Who, the type and whom of every trigger, in text order."""
    for trigger in find_triggers(grammar, load_lexicon(), guesses):
        who, whom = nearest_ends(grammar, trigger.token)
        yield who, trigger.entry.type, whom


def nearest_ends(grammar: Grammar, token: Token) -> tuple[Token | None, Token | None]:
    """The heads of the nearest subject and object of a word; None where there is none."""
    under = _object(grammar, token)
    for verb in (token, *grammar.ancestors(token.index)):
        for child in grammar.children(verb.index, "nsubj", "nsubjpass"):
            is_passive = child.dep == "nsubjpass"
            return (under, child) if is_passive else (child, under)
    return None, under


def _object(grammar: Grammar, token: Token) -> Token | None:
    for child in grammar.children(token.index, "dobj", "dative"):
        return child
    for prep in grammar.children(token.index, "prep", "agent"):
        for child in grammar.children(prep.index, "pobj"):
            return child
    return None
