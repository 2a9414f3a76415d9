"""Parties that are called by a common word before a post: "Conservative MP Ana Ruiz"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from dateline.annotate.names.name import Name, name_of
from dateline.records import Token

_SEAT = re.compile(r"[A-Z]-[A-Z][\w.]*(?: [A-Z][\w.]*)?")
""" "R-Texas" in brackets after a lawmaker's name: a letter and a state, no body."""
_PREFIX = re.compile(r"[Ee]x-(?=[A-Z])")
""" "Ex-" in front of a body's name speaks of the post after it."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Word lists: `parties` as written, the others in lower case."""

    parties: frozenset[str]
    posts: frozenset[str]
    chambers: frozenset[str]


@lru_cache(maxsize=1)
def load_party_words() -> PartyWords:
    """The word lists of the package."""
    text = (files("dateline.annotate") / "data" / "parties.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return PartyWords(
        parties=frozenset(row["word"] for row in rows["party"]),
        posts=frozenset(rows["posts"]),
        chambers=frozenset(rows["chambers"]),
    )


def with_parties(names: Iterable[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names with parties told by a word before a post, and without such words in others."""
    words = load_party_words()
    kept = [part for name in names for part in _mended(name, tokens, words)]
    taken = {i for name in kept if not _is_open(name) for i in range(name.first, name.last)}
    parties = [
        replace(name_of(tokens, token.index, token.index + 1), kind="organization")
        for token in tokens
        if token.text in words.parties
        and token.index not in taken
        and (_is_before_post(tokens, token, words) or _is_one_of(tokens, token))
    ]
    new = {party.first for party in parties}
    others = [n for n in kept if new.isdisjoint(range(n.first, n.last))]
    return sorted([*others, *parties], key=lambda name: name.start)


def _is_open(name: Name) -> bool:
    """Whether a name may give way to a party: no name, or one word taken for a place."""
    return name.kind == "other" or (name.kind == "place" and name.last - name.first == 1)


def _mended(name: Name, tokens: Sequence[Token], words: PartyWords) -> list[Name]:
    """A name without the party before a chamber; none for a seat in brackets."""
    if _SEAT.fullmatch(name.text) and name.first and tokens[name.first - 1].text == "(":
        return []
    if name.kind not in ("organization", "other"):
        return [name]
    prefix = _PREFIX.match(name.text)
    if prefix and name.kind == "organization":
        cut = prefix.end()
        return [replace(name, text=name.text[cut:], start=name.start + cut)]
    first, last = tokens[name.first], tokens[name.last - 1]
    if first.text not in words.parties or last.text.casefold() not in words.chambers:
        return [name]
    if name.last - name.first < 2:
        return [name]
    rest = replace(name_of(tokens, name.first + 1, name.last), kind=name.kind)
    return [rest] if rest.text[:1].isupper() else []


def _is_before_post(tokens: Sequence[Token], token: Token, words: PartyWords) -> bool:
    after = tokens[token.index + 1 : token.index + 2]
    return bool(after) and after[0].text.casefold() in words.posts


def _is_one_of(tokens: Sequence[Token], token: Token) -> bool:
    """ "A Republican, Ana Ruiz": a member is called by the party's word."""
    before, after = tokens[max(0, token.index - 1)], tokens[token.index + 1 : token.index + 2]
    is_whole = not after or after[0].text in (",", ".", "from", "who")
    return is_whole and before.text.casefold() in ("a", "an")
