"""What a word says of that which it governs: "plans to meet", "failed to sign"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.certainty.scope import (
    clause,
    gerunds_under,
    governed,
    happenings_under,
    is_negated,
    nouns_with,
    objects,
    told,
)
from dateline.annotate.cues import Cues
from dateline.records import Grammar, Stance, Token

_OF_A_NOUN = ("of", "for", "on", "to", "about", "over")
_OF_THE_SOUGHT = ("for", "over", "with")


def of_governor(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What a word such as "plan", "fail", "deny" or "due" says of what it governs."""
    lemma = token.lemma.casefold()
    cue = grammar.words(token.index, token.index)
    complements = _complements(grammar, token)
    yield from _of_plan(grammar, cues, token, complements)
    if lemma in cues.inferring and token.dep == "pobj":
        for subject in _read_as(grammar, token):
            yield Stance(subject, "+", "inferred", cue)
    if lemma in cues.failing and not is_negated(grammar, token):
        for child in complements:
            yield Stance(child.index, "-", None, cue)
    if lemma in cues.keeping and not is_negated(grammar, token):
        for child in gerunds_under(grammar, token, "from"):
            for target in governed(grammar, cues, child):
                yield Stance(target, "-", None, cue)
    if lemma in cues.asking and lemma not in cues.planning:
        for child in complements:
            if child.dep == "xcomp" or child.tag == "VB" or _is_subjunctive(grammar, child):
                for target in clause(grammar, child):
                    yield Stance(target, "+", None, cue, hypothetical=True)
    for noun in _objects_of(grammar, token, cues.wanted_objects.get(lemma, frozenset())):
        yield Stance(noun.index, "+", None, cue, hypothetical=True)
    if lemma in cues.open:
        for child in complements:
            for target in governed(grammar, cues, child):
                yield Stance(target, "+", "alleged", cue)
    yield from _of_suspicion(grammar, cues, token)
    yield from _of_denial(grammar, cues, token, complements)


def _is_subjunctive(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb has no ending after one subject: "demanded that the envoy resign"."""
    return verb.tag == "VBP" and any(
        s.tag in ("NN", "NNP") and not grammar.children(s.index, "conj")
        for s in grammar.children(verb.index, "nsubj")
    )


def _complements(grammar: Grammar, token: Token) -> list[Token]:
    """The clauses under a word. One that it follows tells who says so: "she told me, he plans"."""
    found = grammar.children(token.index, "xcomp", "ccomp", "acl", "pcomp")
    return [c for c in found if c.dep != "ccomp" or c.index > token.index]


# -------------------------------------------------------------------------------------- plans


def _of_plan(
    grammar: Grammar, cues: Cues, token: Token, complements: list[Token]
) -> Iterator[Stance]:
    """What is to come; who "does not plan to" or has "no plans to" says that it will not."""
    cue = grammar.words(token.index, token.index)
    denied = is_negated(grammar, token) or _has_none(grammar, token)
    for target in _planned(grammar, cues, token, complements):
        yield Stance(target, "-" if denied else "+", "planned", cue)


def _has_none(grammar: Grammar, noun: Token) -> bool:
    """Whether a verb says that there is no such plan: "does not have plans to"."""
    verb = grammar.tokens[noun.head]
    return noun.dep == "dobj" and verb.lemma == "have" and is_negated(grammar, verb)


def _planned(grammar: Grammar, cues: Cues, token: Token, complements: list[Token]) -> Iterator[int]:
    lemma = token.lemma.casefold()
    is_participle = token.tag == "VBN" and token.text.casefold() in cues.planning  # "is bound to"
    if lemma in cues.planning or is_participle:
        for child in (*complements, *_purposes(grammar, token)):
            yield from governed(grammar, cues, child)
            if child.dep == "xcomp" and child.lemma in cues.occurring:
                yield from (s.index for s in grammar.children(token.index, "nsubj", "nsubjpass"))
    elif lemma == "go" and token.tag == "VBG":  # "is going to meet"
        for child in grammar.children(token.index, "xcomp"):
            if child.tag == "VB":
                yield from governed(grammar, cues, child)
    elif lemma == "be" and token.pos in ("AUX", "VERB"):
        for child in complements:
            marked = any(a.text == "to" for a in grammar.children(child.index, "aux"))
            if child.dep == "xcomp" and marked and child.tag == "VB":
                yield from governed(grammar, cues, child)
    yield from _planned_nouns(grammar, cues, token)


def _purposes(grammar: Grammar, token: Token) -> list[Token]:
    """What an object is for: "paid the guard 500 to open the gate"."""
    if not grammar.children(token.index, "dobj", "dative"):
        return []
    return [c for c in grammar.children(token.index, "advcl") if c.tag == "VB"]


def _planned_nouns(grammar: Grammar, cues: Cues, token: Token) -> Iterator[int]:
    lemma = token.lemma.casefold()
    for noun in _objects_of(grammar, token, cues.planning_objects.get(lemma, frozenset())):
        yield noun.index
    if token.pos != "NOUN":
        return
    for child in grammar.children(token.index, "acl", "relcl"):
        if _is_to_be_done(grammar, child):  # "a treaty to be signed in May"
            yield token.index
            yield child.index
    if lemma in cues.planning_nouns:
        for child in gerunds_under(grammar, token, *_OF_A_NOUN):
            yield from governed(grammar, cues, child)
        if cues.planning_nouns[lemma]:
            for noun in happenings_under(grammar, token, *_OF_A_NOUN):
                yield noun.index


def _is_to_be_done(grammar: Grammar, verb: Token) -> bool:
    marks = {c.text.casefold() for c in grammar.children(verb.index, "aux", "auxpass")}
    return verb.tag == "VBN" and {"to", "be"} <= marks


def _objects_of(grammar: Grammar, token: Token, between: frozenset[str]) -> Iterator[Token]:
    """The nouns that are the object of a word, or under one of its prepositions."""
    if "" in between and token.pos == "VERB" and not is_negated(grammar, token):
        for child in objects(grammar, token):
            yield from nouns_with(grammar, child)
    yield from happenings_under(grammar, token, *(word for word in sorted(between) if word))


# ------------------------------------------------------------------------- doubts and denials


def _of_suspicion(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What is feared or suspected: "fears of an attack", "wanted for killing"."""
    cue = grammar.words(token.index, token.index)
    lemma = token.lemma.casefold()
    found: list[Token] = []
    if token.pos == "NOUN" and lemma in cues.fearing and not _is_denied(grammar, cues, token):
        found += gerunds_under(grammar, token, "of", "about")
        found += happenings_under(grammar, token, "of", "about")
    if token.tag == "VBN" and lemma in cues.sought:
        found += gerunds_under(grammar, token, *_OF_THE_SOUGHT)
    for child in found:
        for target in governed(grammar, cues, child):
            yield Stance(target, "+", "alleged", cue)


def _is_denied(grammar: Grammar, cues: Cues, noun: Token) -> bool:
    """Whether a telling is what a verb denies: "rejected allegations of meeting"."""
    verb = cues.verbs.get(grammar.tokens[noun.head].lemma.casefold())
    return noun.dep == "dobj" and verb is not None and verb.denies


def _of_denial(
    grammar: Grammar, cues: Cues, token: Token, complements: list[Token]
) -> Iterator[Stance]:
    """What somebody says did not happen: "denied that they met", "rejected claims of meeting"."""
    verb = cues.verbs.get(token.lemma.casefold())
    is_undenied = bool(grammar.children(token.index, "neg"))  # "did not deny that"
    if verb is None or not verb.denies or token.pos != "VERB" or is_undenied:
        return
    cue = grammar.words(token.index, token.index)
    things = grammar.children(token.index, "dobj")
    denied = [o for o in things if o.lemma.casefold() not in cues.tellings]
    said = [c for o in things if o.lemma.casefold() in cues.nouns for c in told(grammar, o)]
    for child in [*complements, *denied, *said]:
        for target in governed(grammar, cues, child):
            yield Stance(target, "-", None, cue)


def _read_as(grammar: Grammar, noun: Token) -> Iterator[int]:
    """What is said to be "part of a pattern": the writer's reading, no plain happening."""
    part = grammar.tokens[grammar.tokens[noun.head].head]
    verb = grammar.tokens[part.head]
    if part.lemma == "part" and part.dep == "attr" and verb.lemma == "be":
        yield from (subject.index for subject in grammar.children(verb.index, "nsubj"))
