"""Signs that an "it" stands for nobody: of weather, time and clauses ("it is likely that")."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.nouns import load_nouns
from dateline.records import Grammar, Token

_WEATHER = {"rain", "snow", "hail", "dawn", "drizzle", "thunder"}
_WEATHER_NOUNS = {
    "rainy",
    "sunny",
    "cold",
    "hot",
    "warm",
    "dark",
    "cloudy",
    "windy",
    "late",
    "early",
}
_COPULAS = {"be", "seem", "appear", "become", "remain", "look", "sound", "feel", "turn"}
_TAKING = {"take", "cost"}
_MAKING = {"make", "find", "consider", "think", "deem", "leave", "keep", "believe"}
_CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl")


def signs_of_nobody(token: Token, grammar: Grammar) -> Iterator[str]:
    """The signs that a pronoun stands for nobody, none twice."""
    verb = grammar.tokens[token.head]
    if token.dep == "expl":
        yield "expletive"
    if token.tag != "PRP" or verb.pos not in ("VERB", "AUX"):
        return
    lemma = verb.lemma.casefold()
    is_subject = token.dep in ("nsubj", "nsubjpass", "expl")
    if is_subject and lemma in _WEATHER:
        yield "weather"
    if is_subject and lemma in _COPULAS:
        yield from _of_copula(verb, grammar)
    if is_subject and lemma in _TAKING and _clause(verb, grammar, "to"):
        yield "takes to"
    if is_subject and token.dep == "nsubjpass" and _clause(verb, grammar, "that"):
        yield "is said that"
    if not is_subject and (lemma in _MAKING or grammar.tokens[verb.head].lemma in _MAKING):
        yield "makes it"


def _of_copula(verb: Token, grammar: Grammar) -> Iterator[str]:
    nouns = load_nouns()
    said = grammar.children(verb.index, "acomp", "attr", "oprd", "prep")
    of_adjective = any(t.pos in ("ADJ", "VERB") for t in said)
    for mark in ("that", "to"):
        if _clause(verb, grammar, mark) or any(_clause(t, grammar, mark) for t in said):
            yield f"is adjective {mark}" if of_adjective else f"is {mark}"
            break
    if any(t.text.casefold() in _WEATHER_NOUNS for t in said):
        yield "weather"
    for noun in said:
        if noun.pos in ("NOUN", "PROPN", "NUM"):
            if nouns.kind_of(noun.lemma.casefold()) == "time":
                yield "is time"
            if grammar.children(noun.index, "relcl"):
                yield "is who"


def _clause(head: Token, grammar: Grammar, mark: str) -> bool:
    """Whether a clause after a word opens with "that" or an infinitive with "to"."""
    for clause in grammar.children(head.index, *_CLAUSES):
        if clause.index > head.index:
            marks = [t.text.casefold() for t in grammar.children(clause.index, "mark", "aux")]
            if mark in marks or (mark == "that" and clause.dep == "ccomp" and "to" not in marks):
                return True
    return False
