"""What is said of a happening as a whole: called off, put off, doubted, cleared of, surmised."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.certainty.scope import (
    full_clauses,
    gerunds_under,
    goes_with,
    governed,
    happenings_under,
    is_negated,
    objects,
    told,
)
from dateline.annotate.cues import Cues
from dateline.records import Certainty, Grammar, Polarity, Stance, Token

_ENDS: tuple[tuple[str, Polarity, Certainty | None], ...] = (
    ("cancelling", "-", None),
    ("putting_off", "+", "planned"),
)
"""Fields of `Cues`: verbs that end a happening before it came, and what they say of it."""


def of_happening(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """The stances that a word gives to a happening that is its object, subject or clause."""
    yield from _of_end(grammar, cues, token)
    lemma = token.lemma.casefold()
    cue = grammar.words(token.index, token.index)
    clauses = grammar.children(token.index, "acl", "ccomp", "xcomp")
    if token.pos == "ADJ" and _does_not_hold(grammar, cues, token):
        beside = grammar.children(token.head, "ccomp", "xcomp") if token.dep == "acomp" else []
        for child in [*clauses, *beside, *_told_of_subject(grammar, cues, token)]:
            for target in governed(grammar, cues, child):
                yield Stance(target, "-", "inferred", cue)
    if lemma in cues.clearing:
        for word in (
            token,
            *grammar.children(token.index, "dobj"),
        ):  # the parser hangs it both ways
            for child in (
                *gerunds_under(grammar, word, "of", "from"),
                *happenings_under(grammar, word, "of", "from"),
            ):
                yield Stance(child.index, "-", None, cue)
    if token.pos != "NOUN":
        return
    if lemma in cues.showing and is_negated(grammar, token):
        for child in [*clauses, *full_clauses(grammar, token)]:
            for target in governed(grammar, cues, child):
                yield Stance(target, "-", None, cue)
    elif lemma in cues.surmising:
        for child in clauses:
            for target in governed(grammar, cues, child):
                yield Stance(target, "+", "inferred", cue)


def _of_end(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What was called off or put off; who "has not ruled out" something leaves it open."""
    cue = grammar.words(token.index, token.index)
    for verbs, polarity, certainty in _ENDS:
        partner = getattr(cues, verbs).get(token.lemma.casefold())
        if token.pos != "VERB" or partner is None or not goes_with(grammar, token, partner):
            continue
        if is_negated(grammar, token):
            if partner != "out":
                continue
            polarity, certainty = "+", "alleged"
        for child in objects(grammar, token):
            if child.pos == "NOUN":
                yield Stance(child.index, polarity, certainty, cue)


def _does_not_hold(grammar: Grammar, cues: Cues, adjective: Token) -> bool:
    """Whether an adjective denies its clause: "untrue", "not true", and not "not untrue"."""
    lemma = adjective.lemma.casefold()
    negated = bool(grammar.children(adjective.index, "neg")) or (
        adjective.dep == "acomp" and bool(grammar.children(adjective.head, "neg"))
    )
    return lemma in (cues.holding if negated else cues.doubting)


def _told_of_subject(grammar: Grammar, cues: Cues, adjective: Token) -> Iterator[Token]:
    """What the telling tells that an adjective is said of: "claims that they met are false"."""
    if adjective.dep == "acomp":
        for subject in grammar.children(adjective.head, "nsubj"):
            if subject.lemma.casefold() in cues.nouns:
                yield from told(grammar, subject)
                yield from full_clauses(grammar, subject)
