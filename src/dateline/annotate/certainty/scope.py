"""How far a cue reaches: what a verb or noun governs, a whole clause, what a telling tells."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.cues import Cues
from dateline.records import SUBJECTS, Grammar, Token

_LIGHT = frozenset(("hold", "have", "take", "make", "give", "conduct", "carry", "be"))


def governed(grammar: Grammar, cues: Cues, head: Token) -> Iterator[int]:
    """A word, those coordinated with it, the object of a light verb ("did not hold talks"), and
    the subject of one that says that it takes place ("talks will begin").
    """
    contrast = [c.index for c in grammar.children(head.index, "cc") if c.lemma == "but"]
    for token in grammar.conjuncts(head.index):
        negated_apart = token.index != head.index and (
            grammar.children(token.index, "neg", "aux", *SUBJECTS)
            or any(c < token.index for c in contrast)
        )
        if not negated_apart:
            yield token.index
            if token.lemma in _LIGHT:
                for child in grammar.children(token.index, "dobj", "attr", "nsubjpass"):
                    yield child.index
    if head.lemma in cues.occurring:
        for child in grammar.children(head.index, "nsubj"):
            yield child.index


def clause(grammar: Grammar, head: Token) -> Iterator[int]:
    """All verbs and nouns of a clause."""
    for index in grammar.subtree(head.index):
        if grammar.tokens[index].pos in ("VERB", "AUX", "NOUN"):
            yield index


def objects(grammar: Grammar, verb: Token) -> list[Token]:
    """What a verb is done to; the parser may hang it on the verb's "off"."""
    found = grammar.children(verb.index, "dobj", "nsubjpass")
    for particle in grammar.children(verb.index, "prt"):
        found += grammar.children(particle.index, "pobj")
    return found


def happenings_under(grammar: Grammar, head: Token, *between: str) -> Iterator[Token]:
    """The nouns under a word by one of some prepositions, with those coordinated with them."""
    for preposition in grammar.children(head.index, "prep"):
        if preposition.text.casefold() in between:
            for noun in grammar.children(preposition.index, "pobj"):
                yield from nouns_with(grammar, noun)


def gerunds_under(grammar: Grammar, head: Token, *between: str) -> Iterator[Token]:
    """The gerunds under a word by one of some prepositions: "prevented him from leaving"."""
    for preposition in grammar.children(head.index, "prep"):
        if preposition.text.casefold() in between:
            yield from grammar.children(preposition.index, "pcomp")


def nouns_with(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """A common noun and those coordinated with it; nothing of a name."""
    return (token for token in grammar.conjuncts(noun.index) if token.pos == "NOUN")


def told(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """What a telling tells: "claims that they met", "allegations of meeting".

    What it asks for is left out: "calls to meet".
    """
    for child in grammar.children(noun.index, "acl"):
        if grammar.children(child.index, *SUBJECTS):
            yield child
    yield from gerunds_under(grammar, noun, "of")


def full_clauses(grammar: Grammar, noun: Token) -> list[Token]:
    """Clauses with a subject that the parser takes for relative: "no evidence Keller met her"."""
    return [c for c in grammar.children(noun.index, "relcl") if _has_own_subject(grammar, c)]


def _has_own_subject(grammar: Grammar, verb: Token) -> bool:
    subjects = grammar.children(verb.index, *SUBJECTS)
    return any(s.tag not in ("WDT", "WP") for s in subjects)


def is_negated(grammar: Grammar, token: Token) -> bool:
    """Whether "not", "never" or, before a noun, "no" stands on a word."""
    if grammar.children(token.index, "neg"):
        return True
    return any(c.text.casefold() == "no" for c in grammar.children(token.index, "det"))


def goes_with(grammar: Grammar, verb: Token, partner: str) -> bool:
    """Whether a verb has its word with it: "off" of "called off"; "" asks for none."""
    near = grammar.children(verb.index, "prt", "advmod", "prep")
    return not partner or any(child.text.casefold() == partner for child in near)
