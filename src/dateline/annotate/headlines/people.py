"""Whom a headline names: those whom the body knows, and of others only those it names plainly.

A capital says little in a headline. What the body does not know becomes somebody new only where
the words leave no doubt; "Harbour Strike" is nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.annotate.casing.words import load_forms
from dateline.annotate.chains.persons import MOST_SPELT, Persons, Words, name_words
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.annotate.names.name import NameKind, name_of
from dateline.records import Chain, Mention, Token, fold_name

_LONGEST = 6
_ARTICLES = frozenset({"the", "a", "an"})
_KINDS: dict[str, NameKind] = {"Person": "person", "Country": "country"}


def known_names(
    tokens: Sequence[Token], chains: Sequence[Chain], found: Sequence[Name], *, prefer: bool
) -> list[Name]:
    """The names of a headline, with those that the body knows where they stand in it.

    Args:
        prefer: Whether a name of the body goes before a longer one that was found round it, as
            where every word has a capital.
    """
    kinds = _forms(chains)
    known = [
        replace(name_of(tokens, first, last), kind=kind)
        for first, last, kind in _places(tokens, kinds)
    ]
    if not prefer:
        known = [k for k in known if not any(_is_inside(k, n) for n in found)]
    taken = {i for name in known for i in range(name.first, name.last)}
    free = [n for n in found if taken.isdisjoint(range(n.first, n.last))]
    return sorted([*known, *free], key=lambda name: name.start)


def _is_inside(one: Name, other: Name) -> bool:
    """Whether a longer name holds a name; "Harbour League office" is none: it has a small word."""
    if one.text == other.text or not other.first <= one.first <= one.last <= other.last:
        return False
    return not any(word.islower() for word in other.text.split())


def _forms(chains: Iterable[Chain]) -> dict[Words, NameKind]:
    kinds: dict[Words, NameKind] = {}
    for chain in chains:
        kind = _KINDS.get(chain.schema, "organization")
        for name in chain.names:
            words = tuple(name.replace("-", " - ").split())
            kinds.setdefault(words, kind)
            kinds.setdefault(tuple(name.split()), kind)
            if kind == "person" and len(words) > 1 and len(words[-1]) > 2:
                kinds.setdefault(words[-1:], kind)
    return kinds


def _places(
    tokens: Sequence[Token], kinds: dict[Words, NameKind]
) -> Iterator[tuple[int, int, NameKind]]:
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            run = tuple(t.text for t in tokens[at : at + length])
            if run in kinds and run[0][:1].isupper():
                yield at, at + length, kinds[run]
                step = length
                break
        at += step


class Body:
    """The chains of the body, by what may stand for them in a headline."""

    def __init__(self, chains: Sequence[Chain], knowledge: Knowledge) -> None:
        self._by_name: dict[str, Chain | None] = {}
        self._by_last_word: dict[str, Chain | None] = {}
        self._persons_by_words: dict[Words, Chain] = {}
        persons: dict[str, frozenset[int]] = {}
        for chain in chains:
            for name in (chain.name, *chain.names):
                folded = fold_name(name)
                other = self._by_name.get(folded, chain)
                self._by_name[folded] = chain if other is chain else None
                if chain.schema not in _KINDS and " " in folded:  # "the League"
                    last = folded.split()[-1]
                    before = self._by_last_word.get(last, chain)
                    self._by_last_word[last] = chain if before is chain else None
                if chain.schema == "Person" and len(persons) < MOST_SPELT:
                    persons[name] = frozenset()
                    self._persons_by_words.setdefault(name_words(name), chain)
        self._persons = Persons(persons, knowledge)

    def find(self, chain: Chain) -> Chain | None:
        """The chain of the body that a name of the headline means; None if none is it for sure."""
        by_name = self._by_name.get(fold_name(chain.name))
        if by_name is not None:
            return by_name
        if chain.schema != "Person":
            return self._by_last_word.get(fold_name(chain.name))
        home = self._persons.home(chain.name)
        return self._persons_by_words.get(home.words)

    def holds_part(self, chain: Chain) -> bool:
        """Whether some run of a name's words is a name of the body."""
        words = fold_name(chain.name).split()
        runs = range(1, len(words))
        return any(
            " ".join(words[i : i + n]) in self._by_name
            for n in runs
            for i in range(len(words) - n + 1)
        )

    def is_in_doubt(self, chain: Chain) -> bool:
        """Whether the body has several whom a single name may mean."""
        words = name_words(chain.name)
        return len(words) == 1 and (
            fold_name(chain.name) in self._by_name or self._persons.is_known(chain.name)
        )


def is_plain(
    chain: Chain,
    names: Iterable[Name],
    knowledge: Knowledge,
    *,
    titled: bool,
    known_parts: bool = False,
) -> bool:
    """Whether a headline by itself names somebody plainly enough to be believed.

    Args:
        known_parts: Whether a name of the body is a part of this one.
        titled: Whether every word of it came with a capital.
    """
    if chain.schema == "Country":
        return True
    words = chain.name.split()
    if chain.schema == "Person":
        starts = {m.words.start for m in chain.mentions}
        has_title = any(n.title is not None for n in names if n.start in starts)
        if len(words) == 1:
            return has_title and not titled
        return words[0] in knowledge.given_names or not titled or _are_no_words(words)
    if known_parts:
        return False  # "Harbour League office"
    is_body = any(w.casefold() in knowledge.body_words | knowledge.group_words for w in words)
    if len(words) == 1:
        return not titled and words[0].isupper() and len(words[0]) > 1
    return is_body or not titled


def _are_no_words(words: Iterable[str]) -> bool:
    """Whether no dictionary has any of the words, but as a name."""
    forms = load_forms()
    return not any(set(forms.of(word.casefold())) & {"l", "i"} for word in words)


def by_post(
    tokens: Sequence[Token], chains: Iterable[Chain], names: Iterable[Name], knowledge: Knowledge
) -> Iterator[tuple[str, int, int]]:
    """Posts that stand for the one person whom the body gives that post: "Minister meets envoy".

    The id of the chain, with the range of tokens. A post in front of a name is no one's by itself.
    """
    holders = [
        (fold_name(role.title.exact).split(), chain.id)
        for chain in chains
        if chain.schema == "Person"
        for role in chain.roles
        if not role.ended
    ]
    named = {i for name in names for i in range(name.first, name.last)}
    for token in tokens:
        word = token.text.casefold()
        if word not in knowledge.role_nouns or token.index in named | {i - 1 for i in named}:
            continue
        first = token.index
        while first and tokens[first - 1].head == token.index and first - 1 not in named:
            first -= 1
        before = {t.text.casefold() for t in tokens[first : token.index]}
        words = before - _ARTICLES - set(knowledge.demonyms)
        found = {id_ for title, id_ in holders if title[-1:] == [word] and words <= set(title)}
        if len(found) == 1 and first - 1 not in named:
            yield found.pop(), first, token.index


def joined(chain: Chain, mentions: Sequence[Mention], reason: str) -> Chain:
    """A chain of the body with its mentions in the headline; what names it stays as it is."""
    return replace(
        chain,
        mentions=tuple(sorted({*chain.mentions, *mentions}, key=lambda m: (m.words, m.kind))),
        reasons=tuple(dict.fromkeys((*chain.reasons, reason))) if reason else chain.reasons,
    )
