"""Reporting clauses at the end of what they credit: "They met, police said on Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.speakers.context import Context, Range
from dateline.annotate.speakers.quotations import QUOTATION_MARKS
from dateline.records import Token

_SHORTEST = 3
"""Words: what is credited is a clause."""
_LONGEST_TAG = 30
"""Words: the speaker with his posts, the verb, and when he spoke."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OPENS_CLAUSE = {"after", "when", "if", "although", "though", "while", "because", "since", "before",
                 "once", "unless", "until", "as", "where", "whereas"}  # fmt: skip
_NOT_THERE = ("ccomp", "xcomp", "oprd", "acomp")


def tagged(context: Context, verb: Token) -> Range | None:
    """What stands before a reporting clause that ends its sentence; None if it is no such clause.

    The parse often hangs such a clause on a part of what it credits.
    """
    begin = _start(context, verb)
    if begin is None:
        return None
    last = _end(context, verb, begin + _LONGEST_TAG)
    if last is None or not _ends(context, verb, last):
        return None
    comma = begin - 1
    if context.tokens[comma].text.casefold() == "as":
        comma -= 1
    first = _first(context, verb)
    if comma <= first + _SHORTEST or context.tokens[comma].text != ",":
        return None
    before = context.tokens[first:comma]
    if any(t.text in QUOTATION_MARKS for t in before[-1:]) or not _is_clause(before):
        return None
    return first, comma


def _start(context: Context, verb: Token) -> int | None:
    """Where a reporting clause begins: at its subject, or at the verb that stands before it."""
    if verb.tag not in _FINITE:
        return None
    for subject in context.grammar.children(verb.index, "nsubj"):
        begin, end = context.under(subject.index)
        if end <= verb.index and not _is_relative(subject):
            return begin
        if begin == verb.index + 1:
            return verb.index
    return None


def _is_relative(subject: Token) -> bool:
    return subject.tag in ("WDT", "WP") or subject.text.casefold() == "that"


def _end(context: Context, verb: Token, limit: int) -> int | None:
    """Where the sentence ends; None if that is further away than a reporting clause is long."""
    last, tokens = verb.index + 1, context.tokens
    while last < len(tokens) and tokens[last].sentence == verb.sentence:
        last += 1
        if last > limit:
            return None
    return last


def _first(context: Context, verb: Token) -> int:
    first, tokens = verb.index, context.tokens
    while first and tokens[first - 1].sentence == verb.sentence:
        first -= 1
    return first


def _ends(context: Context, verb: Token, last: int) -> bool:
    """Whether nothing follows the clause but when, where and to whom it was said."""
    after = [c for c in context.grammar.children(verb.index) if c.index > verb.index]
    if any(c.dep in _NOT_THERE for c in after):
        return False
    if any(c.dep in ("cc", "conj") for c in after):
        return False
    tokens = context.tokens[verb.index + 1 : last]
    clauses = [t for t in tokens if t.tag in _FINITE]
    return all(t.dep == "relcl" or t.dep.startswith("aux") for t in clauses)


def _is_clause(words: Sequence[Token]) -> bool:
    has_verb = any(t.tag in _FINITE or t.dep.startswith("aux") for t in words)
    opens = words[0].text.casefold() in _OPENS_CLAUSE and all(t.text != "," for t in words)
    return has_verb and not opens
