"""Names with a nickname inside: Viktor "Boss" Ivanov."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.annotate.chains.ties import QUOTES
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.records import Grammar

LONGEST = 3
"""Words of a nickname."""


@dataclass(frozen=True, slots=True)
class Nicknamed:
    """A name whose words stand on both sides of a nickname; `name` covers them all."""

    name: Name
    nickname: Name


def join_nicknames(
    names: Sequence[Name], grammar: Grammar, knowledge: Knowledge
) -> tuple[list[Name], list[Nicknamed]]:
    """The names with such halves joined, and the joined ones with their nicknames."""
    joined: list[Nicknamed] = []
    kept: list[Name] = []
    for name in names:
        found = _join(kept, name, grammar, knowledge)
        if found is None:
            kept.append(name)
            continue
        while kept and kept[-1].start >= found.name.start:
            kept.pop()
        kept.append(found.name)
        joined.append(found)
    return kept, joined


def _join(
    before: Sequence[Name], last: Name, grammar: Grammar, knowledge: Knowledge
) -> Nicknamed | None:
    """The name that ends in `last` and has a nickname in quotation marks before it."""
    tokens = grammar.tokens
    close = last.first - 1
    if close < 3 or tokens[close].text not in QUOTES:
        return None
    earliest = max(1, close - LONGEST - 1)
    between = range(close - 2, earliest - 1, -1)
    opening = next((i for i in between if tokens[i].text in QUOTES), None)
    if opening is None:
        return None
    first = _ending_at(opening, before)
    if first is None or any(t.text in QUOTES for t in tokens[first.first : first.last]):
        return None
    if tokens[first.first].sentence != tokens[last.first].sentence:
        return None
    given = first.kind == "person" or first.text.split()[0] in knowledge.given_names
    if not given or last.kind in ("country", "organization"):
        return None
    inside = tokens[opening + 1 : close]
    if not all(t.text[:1].isupper() or t.text in ("the", "of") for t in inside):
        return None
    words = grammar.words(opening + 1, close - 1)
    nickname = Name(words.exact, words.start, words.end, opening + 1, close, "person")
    whole = replace(
        first, text=f"{first.text} {last.text}", end=last.end, last=last.last, kind="person"
    )
    return Nicknamed(whole, nickname)


def _ending_at(token: int, names: Sequence[Name]) -> Name | None:
    """The name that ends right before a token."""
    for name in reversed(names):
        if name.last <= token:
            return name if name.last == token else None
    return None
