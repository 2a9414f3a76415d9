"""Ties read off the order of the words round a name, where the parser runs them together.

Before it: a post, "of" or "for", a body's name, perhaps brackets ("director of the Lamp Trust Ana
Ruiz"); after it the letter of a party and a seat in brackets ("Ana Ruiz (R-Ohio)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.claims.lexicon import Lexicon, RoleNoun
from dateline.claims.participants import People
from dateline.claims.tie import Tie, may_be_who, may_be_whom
from dateline.claims.tie_words import load_tie_words
from dateline.records import ENDED, Chain, Grammar, Participant, Token

_SEAT = re.compile(r"[A-Z] ?[-‐–] ?[A-Z]")
_OF = {"of", "for", "at"}
_LONGEST_POST = 3
_MOST_BRACKETED = 3


def titles_before_names(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], lexicon: Lexicon
) -> Iterator[Tie]:
    """The ties of such titles, in the order of the names."""
    starts = {token.start: token for token in grammar.tokens}
    ends = {token.end: token for token in grammar.tokens}
    names = [
        (mention.words, chain)
        for chain in chains.values()
        for mention in chain.mentions
        if mention.kind == "name" and chain.schema != "Country"
    ]
    by_last = {
        ends[words.end].index: (starts[words.start].index, Participant(chain.id, words))
        for words, chain in names
        if chain.schema != "Person" and words.end in ends and words.start in starts
    }
    for words, chain in sorted(names, key=lambda n: n[0]):
        first = starts.get(words.start)
        if chain.schema != "Person" or first is None:
            continue
        at = _before_brackets(grammar, first.index - 1)
        if at not in by_last:
            continue
        begin, body = by_last[at]
        post = _post_before(grammar, lexicon, begin - 1)
        if post is None:
            continue
        role, token = post
        type_ = _type(grammar, people, chains, role, token)
        if type_ and may_be_who(type_, chain) and may_be_whom(type_, chains[body.chain]):
            rule = f"title: {role.lemma}"
            yield Tie(type_, token, (Participant(chain.id, words),), (body,), rule, is_aside=True)


def letters_after_names(
    grammar: Grammar, people: People, chains: Mapping[str, Chain]
) -> Iterator[Tie]:
    """The ties that "(R-Ohio)" tells, where the report names the party."""
    letters = load_tie_words().letters
    of_letter = {
        letter: [c for c in chains.values() if {n.casefold() for n in c.names} & names]
        for letter, names in letters.items()
    }
    for token in grammar.tokens[1:-2]:
        letter = grammar.tokens[token.index + 1].text.partition("-")[0]
        if token.text != "(" or letter not in letters:
            continue
        seat = _SEAT.match(grammar.text, grammar.tokens[token.index + 1].start)
        parties = of_letter[letter]
        if seat is None or len(parties) != 1:
            continue
        end = Participant(parties[0].id, parties[0].mentions[0].words)
        for holder in people.at_head(grammar.tokens[token.index - 1]):
            if chains[holder.chain].schema == "Person":
                trigger = grammar.tokens[token.index + 1]
                yield Tie("member_of", trigger, (holder,), (end,), "party letter", is_aside=True)


def _before_brackets(grammar: Grammar, at: int) -> int:
    """The token before what stands in brackets there, if anything does."""
    if at < 0 or grammar.tokens[at].text != ")":
        return at
    for back in range(at - 1, max(-1, at - 2 - _MOST_BRACKETED), -1):
        if grammar.tokens[back].text == "(":
            return back - 1
    return at


def _post_before(grammar: Grammar, lexicon: Lexicon, at: int) -> tuple[RoleNoun, Token] | None:
    """The post whose "of" stands here, and its noun."""
    tokens = grammar.tokens
    if at >= 0 and tokens[at].text.casefold() == "the":
        at -= 1
    if at < 1 or tokens[at].text.casefold() not in _OF:
        return None
    noun = tokens[at - 1]
    for length in range(_LONGEST_POST, 0, -1):
        words = tokens[max(0, at - length) : at]
        role = lexicon.roles.get(" ".join(lexicon.lemma_of(w.text, w.lemma) for w in words))
        if role is not None and len(words) == length:
            before = tokens[max(0, at - length - 1)].text.casefold()
            return None if before in ENDED else (role, noun)
    return None


def _type(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], role: RoleNoun, token: Token
) -> str | None:
    """The tie of a post; one for a country among others ("Kenya director of") is no lead."""
    before = people.at_head(grammar.tokens[token.index - 1]) if token.index else []
    is_of_part = any(chains[p.chain].schema == "Country" for p in before)
    return "works_for" if role.type == "leads" and is_of_part else role.type
