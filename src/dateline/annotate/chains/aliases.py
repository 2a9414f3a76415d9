"""Names after their ties are known: aliases that nobody had found, and the kinds of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.annotate.chains.acronyms import initials_of, is_acronym, is_initials, letters_of
from dateline.annotate.chains.nicknames import join_nicknames
from dateline.annotate.chains.ties import Tie, find_ties
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.annotate.names.name import NameKind
from dateline.records import Grammar, Token

_FIXED = ("place", "country")
"""Kinds of names that an alias leaves to the other mentions: the town stays one."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Names in text order, with the ties between them.

    Attributes:
        nicknames: Names that stand inside others; they are no mentions of their own.
    """

    names: list[Name]
    ties: list[Tie]
    nicknames: list[Name]


def tie_names(names: Sequence[Name], grammar: Grammar, knowledge: Knowledge) -> Tied:
    """The names with their ties; a tied name has the kind of the one that it is tied to."""
    names, nicknamed = join_nicknames(names, grammar, knowledge)
    names = _without_parties(names, knowledge)
    ties = find_ties(names, grammar)
    for found in nicknamed:
        reason = f"“{found.nickname.text}” stands inside “{found.name.text}”"
        ties.append(Tie(found.name, found.nickname, reason))
    inside = [found.nickname for found in nicknamed]
    names = _with_new(names, ties, inside, grammar)
    kinds: dict[int, NameKind] = {}
    forms: dict[str, NameKind] = {}
    for tie in ties:
        kind = _kind(tie)
        for name in (tie.first, tie.second):
            kinds[name.start] = kind
            if name.kind not in _FIXED:
                forms.setdefault(name.text, kind)
    retyped = [_of_kind(name, kinds.get(name.start) or forms.get(name.text)) for name in names]
    return Tied(retyped, ties, inside)


def _kind(tie: Tie) -> NameKind:
    """The kind of both names: the first one's, unless that is a bare word and the other a body."""
    first, second = tie.first, tie.second
    if first.kind == "person" and second.kind == "organization":
        return "organization" if " " in second.text and " " not in first.text else "person"
    return first.kind


def _of_kind(name: Name, kind: NameKind | None) -> Name:
    return name if kind is None or kind == name.kind else replace(name, kind=kind)


def _without_parties(names: Sequence[Name], knowledge: Knowledge) -> list[Name]:
    """Undo that a person has the kind of an acronym in brackets: "Anna Keller (CDU)"."""
    kinds: dict[str, NameKind] = {}
    for before, name in pairwise(names):
        if name.bracketed and before.kind == name.kind and not is_initials(name.text, before.text):
            words = before.text.split()
            body = any(word.casefold() in knowledge.body_words for word in words)
            if before.kind == "person" or (
                words[0] in knowledge.given_names and 1 < len(words) < 4 and not body
            ):
                kinds[before.text], kinds[name.text] = "person", "organization"
    return [_of_kind(name, kinds.get(name.text)) for name in names]


def _with_new(
    names: Sequence[Name], ties: Iterable[Tie], inside: Sequence[Name], grammar: Grammar
) -> list[Name]:
    """The names with those that only a tie shows, and more mentions of these."""
    known = {name.start for name in (*names, *inside)}
    fresh = [tie.second for tie in ties if tie.second.start not in known]
    spans = {i for name in fresh for i in range(name.first, name.last)}
    kept = [n for n in names if spans.isdisjoint(range(n.first, n.last))]
    taken = spans | {i for name in kept for i in range(name.first, name.last)}
    again = list(_again([*fresh, *inside], grammar.tokens, taken))
    bodies = frozenset(
        letters for n in kept if n.kind == "organization" for letters in initials_of(n.text)
    )
    kept = [_of_kind(n, _kind_of_initials(n, bodies)) for n in kept]
    again += _initials(bodies, grammar.tokens, taken)
    return sorted([*kept, *fresh, *again], key=lambda name: name.start)


def _kind_of_initials(name: Name, bodies: frozenset[str]) -> NameKind | None:
    """What initials of a body are, if the name is such and was taken for nobody."""
    if name.kind not in ("other", "person") or not is_acronym(name.text):
        return None
    return "organization" if letters_of(name.text) in bodies else None


def _again(fresh: Iterable[Name], tokens: Sequence[Token], taken: set[int]) -> Iterator[Name]:
    """Where the same words stand outside of names, with a capital."""
    by_word: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in fresh:
        words = tuple(t.text for t in tokens[name.first : name.last])
        if words[0][:1].isupper() and (len(words) > 1 or len(words[0]) > 2):
            by_word.setdefault(words[0], {}).setdefault(words, name)
    for at, token in enumerate(tokens):
        for words, name in by_word.get(token.text, {}).items():
            last = at + len(words)
            if tuple(t.text for t in tokens[at:last]) == words and taken.isdisjoint(
                range(at, last)
            ):
                taken.update(range(at, last))
                start, end = tokens[at].start, tokens[last - 1].end
                yield Name(name.text, start, end, at, last, "other")
                break


def _initials(bodies: frozenset[str], tokens: Sequence[Token], taken: set[int]) -> Iterator[Name]:
    """Initials of a body that stand outside of names: "LeT fighters"."""
    for token in tokens:
        if token.index in taken or not is_acronym(token.text):
            continue
        if letters_of(token.text) in bodies:
            taken.add(token.index)
            first, last = token.index, token.index + 1
            yield Name(token.text, token.start, token.end, first, last, "organization")
