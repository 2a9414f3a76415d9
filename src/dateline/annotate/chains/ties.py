"""Names that the words of a report tie together: "the HWU, better known as", "alias", brackets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.chains.acronyms import is_acronym, is_initials, shares_letters
from dateline.annotate.chains.phrases import read_phrase
from dateline.annotate.names import Name
from dateline.records import Grammar, Token, bearers

LONGEST_GAP = 14
"""Tokens between two names that may tie them."""
LONGEST_ALIAS = 5
QUOTES = frozenset(['"', "“", "”", "'", "‘", "’", "``", "''", "«", "»", "„"])
_OPENING = frozenset(["(", "["])
_IN_FRONT = ("compound", "nmod", "amod", "poss")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two names of one, and the words that say so."""

    first: Name
    second: Name
    reason: str


def find_ties(names: Sequence[Name], grammar: Grammar) -> list[Tie]:
    """The ties of a report, in text order; the second name may be one that nobody had found."""
    starts = {name.first: name for name in names}
    heads = {name.last - 1: name for name in names}
    found: list[Tie] = []
    for name in names:
        if name.kind in ("person", "organization", "country"):
            found += _brackets(name, starts, grammar)
            found += _phrases(name, starts, heads, grammar)
    return found


def _brackets(first: Name, starts: Mapping[int, Name], grammar: Grammar) -> Iterator[Tie]:
    """ "NAME (ACR)", "ACR (NAME)", 'NAME ("Short")', "NAME, or ACR"."""
    tokens = grammar.tokens
    at = first.last
    opened = [t.text for t in tokens[at : at + 3]]
    if opened[:1] and opened[0] in _OPENING:
        at += 1 + (opened[1:2] in (["the"], ["The"]))
        quoted = at < len(tokens) and tokens[at].text in QUOTES
        second = starts.get(at + quoted)
        if second is None or not _is_closed(tokens, second.last, quoted):
            return
        if _bracket_ties(first, second, quoted):
            yield Tie(first, second, f"“{second.text}” stands in brackets after “{first.text}”")
    elif opened[:2] == [",", "or"] or opened[:1] == ["or"]:
        at += 1 + (opened[0] == ",")
        at += at < len(tokens) and tokens[at].text == "the"
        second = starts.get(at)
        if second is not None and _is_acronym_of(first.text, second.text):
            yield Tie(first, second, f"“{first.text}, or {second.text}”")


def _is_closed(tokens: Sequence[Token], after: int, quoted: bool) -> bool:
    close = after + quoted
    return close < len(tokens) and tokens[close].text in (")", "]", ",", ";")


def _bracket_ties(first: Name, second: Name, quoted: bool) -> bool:
    """Whether what stands in brackets is another name of the one before, not its party or place."""
    if first.kind in ("person", "country"):
        return quoted or is_initials(second.text, first.text)
    if second.bracketed or quoted:
        return True
    return second.kind != "person" and _is_acronym_of(first.text, second.text)


def _is_acronym_of(one: str, other: str) -> bool:
    if is_acronym(other):
        one, other = other, one
    return is_acronym(one) and " " in other and shares_letters(one, other)


def _phrases(
    first: Name, starts: Mapping[int, Name], heads: Mapping[int, Name], grammar: Grammar
) -> Iterator[Tie]:
    """ "X, better known as Y": the next name, or words with capitals or in quotation marks."""
    tokens = grammar.tokens
    end = min(len(tokens), first.last + LONGEST_GAP)
    for at in range(first.last + 1, end):
        if tokens[at].sentence != tokens[first.last - 1].sentence:
            return
        quoted = tokens[at - 1].text in QUOTES
        if not (at in starts or tokens[at].text[:1].isupper() or quoted):
            continue
        phrase = read_phrase(tokens[first.last : at], is_body=first.kind == "organization")
        if phrase is not None:
            bearer = first if phrase.noun is None else _bearer(phrase.noun, heads, grammar)
            second = _alias(at, quoted, starts, grammar)
            if bearer is not None and second is not None and second.text != bearer.text:
                yield Tie(bearer, second, f"“{bearer.text}”, {phrase.words} “{second.text}”")
            return
        if at in starts:
            return


def _bearer(noun: Token, heads: Mapping[int, Name], grammar: Grammar) -> Name | None:
    """The person of whom a noun before the phrase is said: "X, a commander known as Y"."""
    for token in bearers(grammar, noun):
        name = heads.get(token.index)
        if name is not None and name.kind == "person":
            return name
    return None


def _alias(at: int, quoted: bool, starts: Mapping[int, Name], grammar: Grammar) -> Name | None:
    """The name that begins at a token, or the words up to the closing quotation mark."""
    tokens = grammar.tokens
    name = starts.get(at)
    if quoted:
        last = at
        while last < min(at + LONGEST_ALIAS, len(tokens)) and tokens[last].text not in QUOTES:
            last += 1
        words = tokens[at:last]
        if words and last < len(tokens) and tokens[last].text in QUOTES:
            while words and words[-1].text in (",", "."):
                words = words[:-1]
            if not words or not any(t.text[:1].isupper() for t in words):
                return None
            return name if name and name.last == words[-1].index + 1 else _new(words, grammar)
    if name is None:
        last = at
        while last < min(at + LONGEST_ALIAS, len(tokens)) and tokens[last].text[:1].isupper():
            last += 1
        name = _new(tokens[at:last], grammar)
    head = tokens[name.last - 1]
    in_front = head.dep in _IN_FRONT and head.head >= name.last
    return None if in_front else name


def _new(words: Sequence[Token], grammar: Grammar) -> Name:
    text = grammar.text[words[0].start : words[-1].end]
    return Name(text, words[0].start, words[-1].end, words[0].index, words[-1].index + 1, "other")
