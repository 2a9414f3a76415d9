"""How sure the words are of a happening: negation, modals, plans, conditions, questions.

The scope follows the parse: a cue speaks of the verb or noun that it hangs on, and of what
that verb governs where it takes its standing along ("plans to meet", "failed to sign").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.cues import Cues
from dateline.records import SUBJECTS, Grammar, Polarity, Stance, Token


def find_stances(grammar: Grammar, cues: Cues) -> tuple[Stance, ...]:
    """The verbs and nouns whose happening is denied, planned, possible or supposed."""
    found: dict[int, Stance] = {}
    for token in grammar.tokens:
        for stance in _stances(grammar, cues, token):
            known = found.get(stance.token)
            found[stance.token] = stance if known is None else _both(known, stance)
    return tuple(found[i] for i in sorted(found))


def _both(one: Stance, other: Stance) -> Stance:
    """Two cues on one word: a negation and a modal each say their part."""
    polarity: Polarity = "-" if "-" in (one.polarity, other.polarity) else "+"
    certainty = one.certainty or other.certainty
    hypothetical = one.hypothetical or other.hypothetical
    return Stance(one.token, polarity, certainty, min(one.cue, other.cue), hypothetical)


def _stances(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    lower = token.text.casefold()
    cue = grammar.words(token.index, token.index)
    head = grammar.tokens[token.head]
    if token.dep == "neg" or (token.dep == "det" and lower == "no"):
        for target in _governed(grammar, head):
            yield Stance(target, "-", None, cue)
    if token.dep == "aux" and lower in cues.modals:
        for target in _governed(grammar, head):
            yield Stance(target, "+", cues.modals[lower], cue)
    if token.dep == "aux" and lower in cues.duties:
        for target in _governed(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.dep == "amod" and lower in cues.planned_adjectives:
        yield Stance(head.index, "+", "planned", cue)
    if token.dep == "amod" and lower in cues.averted_adjectives:
        yield Stance(head.index, "-", None, cue)
    if token.dep in ("mark", "advmod") and lower in cues.conditional:
        for target in _clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.pos in ("VERB", "ADJ", "NOUN", "AUX"):
        yield from _of_governor(grammar, cues, token)
    if token.text == "?":
        for target in _clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)


def _of_governor(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What a word such as "plan", "fail", "deny" or "due" says of its infinitive."""
    lemma = token.lemma.casefold()
    cue = grammar.words(token.index, token.index)
    if lemma in cues.inferring and token.dep == "pobj":
        for subject in _read_as(grammar, token):
            yield Stance(subject, "+", "inferred", cue)
    complements = grammar.children(token.index, "xcomp", "ccomp", "acl", "pcomp")
    if lemma in cues.planning:
        for child in complements:
            for target in _governed(grammar, child):
                yield Stance(target, "+", "planned", cue)
    elif lemma == "be" and token.pos in ("AUX", "VERB"):
        for child in complements:
            marked = any(a.text == "to" for a in grammar.children(child.index, "aux"))
            if child.dep == "xcomp" and marked and child.tag == "VB":
                for target in _governed(grammar, child):
                    yield Stance(target, "+", "planned", cue)
    if lemma in cues.failing:
        for child in complements:
            yield Stance(child.index, "-", None, cue)
    if lemma in cues.asking and lemma not in cues.planning:
        for child in complements:
            if child.dep == "xcomp" or child.tag == "VB":
                for target in _clause(grammar, child):
                    yield Stance(target, "+", None, cue, hypothetical=True)
    if lemma in cues.open:
        for child in complements:
            for target in _governed(grammar, child):
                yield Stance(target, "+", "alleged", cue)
    verb = cues.verbs.get(lemma)
    if verb is not None and verb.denies and token.pos == "VERB":
        objects = grammar.children(token.index, "dobj")
        denied = [o for o in objects if o.lemma.casefold() not in cues.tellings]
        for child in [*complements, *denied]:
            for target in _governed(grammar, child):
                yield Stance(target, "-", None, cue)


def _read_as(grammar: Grammar, noun: Token) -> Iterator[int]:
    """What is said to be "part of a pattern": the writer's reading, no plain happening."""
    part = grammar.tokens[grammar.tokens[noun.head].head]
    verb = grammar.tokens[part.head]
    if part.lemma == "part" and part.dep == "attr" and verb.lemma == "be":
        yield from (subject.index for subject in grammar.children(verb.index, "nsubj"))


def _governed(grammar: Grammar, head: Token) -> Iterator[int]:
    """A word, those coordinated with it, and the object of a light verb ("did not hold talks")."""
    contrast = [c.index for c in grammar.children(head.index, "cc") if c.lemma == "but"]
    for token in grammar.conjuncts(head.index):
        negated_apart = token.index != head.index and (
            grammar.children(token.index, "neg", "aux", *SUBJECTS)
            or any(c < token.index for c in contrast)
        )
        if not negated_apart:
            yield token.index
            for child in grammar.children(token.index, "dobj", "attr", "nsubjpass"):
                if token.lemma in (
                    "hold",
                    "have",
                    "take",
                    "make",
                    "give",
                    "conduct",
                    "carry",
                    "be",
                ):
                    yield child.index
    for child in grammar.children(head.index, "nsubj"):
        if head.lemma in ("take", "occur", "happen", "be"):
            yield child.index


def _clause(grammar: Grammar, head: Token) -> Iterator[int]:
    """All verbs and nouns of a clause."""
    for index in grammar.subtree(head.index):
        if grammar.tokens[index].pos in ("VERB", "AUX", "NOUN"):
            yield index
