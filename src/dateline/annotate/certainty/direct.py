"""What a cue says of the word that it stands on: "not", "may", "alleged", "if", a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.certainty.scope import clause, governed
from dateline.annotate.cues import Cues
from dateline.records import SUBJECTS, Grammar, Stance, Token

_NOBODY = {"nobody", "none", "neither"}
_SUPPOSING = {"had", "should", "were"}
"""Verbs that open a condition by themselves: "Had Keller met Brandt, she would have left"."""
_LACKS = {"lack", "absence"}
_CASES = {"event", "case"}
"""Nouns that with "in" and "of" make a condition: "in the event of an attack"."""


def of_cue(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """The stances that a word gives by itself to its head, and to what goes with that."""
    lower = token.text.casefold()
    cue = grammar.words(token.index, token.index)
    head = grammar.tokens[token.head]
    if token.dep == "neg" or (token.dep == "det" and lower == "no"):
        for target in governed(grammar, cues, head):
            if not _is_only_described(grammar, head, target):
                yield Stance(target, "-", None, cue)
    if token.dep == "advmod" and lower in cues.nearly and _stands_before(token, head):
        yield Stance(head.index, "-", None, cue)
    for target in _emptied(grammar, cues, token):
        yield Stance(target, "-", None, cue)
    if token.dep == "aux":
        yield from _of_auxiliary(grammar, cues, token)
    if token.dep == "amod":
        yield from _of_adjective(cues, lower, Stance(head.index, "+", None, cue))
    if _makes_a_condition(grammar, cues, token):
        for target in clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.lemma in _CASES and grammar.tokens[token.head].text.casefold() == "in":
        for of in grammar.children(token.index, "prep"):
            for target in clause(grammar, of):
                yield Stance(target, "+", None, cue, hypothetical=True)


def _is_only_described(grammar: Grammar, verb: Token, word: int) -> bool:
    """Whether a verb says of its subject what it is not: "the arrest was not a surprise"."""
    is_copula = verb.lemma == "be" and bool(grammar.children(verb.index, "attr", "acomp"))
    return is_copula and grammar.tokens[word].dep in SUBJECTS


def _of_auxiliary(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What modals say: "may meet", "would have met"; and a heading's "Norway to meet Malta"."""
    lower, head = token.text.casefold(), grammar.tokens[token.head]
    cue = grammar.words(token.index, token.index)
    is_perfect = any(a.lemma == "have" for a in grammar.children(head.index, "aux"))
    is_duty = lower in cues.duties or (lower == "must" and not is_perfect)
    is_unreal = lower in ("would", "'d") and is_perfect  # it did not come to that
    if is_duty or is_unreal:
        for target in governed(grammar, cues, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    elif lower in cues.modals:
        for target in governed(grammar, cues, head):
            yield Stance(target, "+", cues.modals[lower], cue)
    elif lower == "to" and (head.dep, head.tag) == ("ROOT", "VB"):
        for target in governed(grammar, cues, head) if _has_subject(grammar, head) else ():
            yield Stance(target, "+", "planned", cue)


def _has_subject(grammar: Grammar, verb: Token) -> bool:
    return bool(grammar.children(verb.index, "nsubj"))


def _of_adjective(cues: Cues, lower: str, plain: Stance) -> Iterator[Stance]:
    token, cue = plain.token, plain.cue
    if lower in cues.planned_adjectives:
        yield Stance(token, "+", "planned", cue)
    if lower in cues.averted_adjectives:
        yield Stance(token, "-", None, cue)
    if lower in cues.open and lower not in cues.planned_adjectives:
        yield Stance(token, "+", cues.open[lower], cue)


def _makes_a_condition(grammar: Grammar, cues: Cues, token: Token) -> bool:
    """Whether a word makes a question or a condition of the clause of its head."""
    lower = token.text.casefold()
    if token.dep in ("mark", "advmod") and lower in cues.conditional:
        return True
    if token.text == "?":
        return True
    return token.dep in ("aux", "auxpass") and lower in _SUPPOSING and _opens(grammar, token)


def _opens(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb stands before its subject at the begin of a clause that hangs on another."""
    head = grammar.tokens[verb.head]
    before = grammar.tokens[max(0, verb.index - 1)]
    begins = before.sentence != verb.sentence or before.pos == "PUNCT" or verb.index == 0
    subjects = grammar.children(head.index, *SUBJECTS)
    return begins and head.dep != "ROOT" and any(s.index > verb.index for s in subjects)


def _stands_before(adverb: Token, verb: Token) -> bool:
    """Whether an adverb stands right before a verb that tells of a deed as done."""
    done = verb.tag in ("VBD", "VBN", "VBZ", "VBP")
    return verb.pos == "VERB" and done and verb.index == adverb.index + 1


def _emptied(grammar: Grammar, cues: Cues, token: Token) -> Iterator[int]:
    """What did not happen by other words than "not": "no one met", "took no step", "without"."""
    lower, head = token.text.casefold(), grammar.tokens[token.head]
    if lower == "longer" and any(c.text.casefold() == "no" for c in grammar.children(token.index)):
        yield head.index
    elif lower == "yet" and head.lemma in ("have", "be"):  # "has yet to meet"
        for child in grammar.children(head.index, "xcomp"):
            if child.tag == "VB" and child.index > token.index:
                yield from governed(grammar, cues, child)
    elif lower == "without":
        yield from (child.index for child in grammar.children(token.index, "pcomp"))
        yield from (c.index for c in grammar.children(token.index, "pobj") if c.pos == "NOUN")
    elif token.lemma in _LACKS and token.pos == "NOUN":
        for of in grammar.children(token.index, "prep"):
            if of.text == "of":
                nouns = grammar.children(of.index, "pobj")
                yield from (child.index for child in nouns if child.pos == "NOUN")
    elif lower in ("short", "close") and head.lemma in ("stop", "fall", "come"):
        for preposition in grammar.children(token.index, "prep"):  # "stopped short of meeting"
            yield from (child.index for child in grammar.children(preposition.index, "pcomp"))
    elif lower == "instead":
        for of in (head, *grammar.children(token.index, "prep")):  # the parser hangs it both ways
            if of.text == "of":
                yield from (child.index for child in grammar.children(of.index, "pcomp"))
    elif lower in _NOBODY and token.dep in ("nsubj", "nsubjpass"):
        yield head.index
    elif lower in ("no", "neither") and token.dep in ("det", "preconj", "cc"):
        verb = grammar.tokens[head.head]
        if head.dep in ("nsubj", "nsubjpass", "dobj") and verb.pos == "VERB":
            yield verb.index
