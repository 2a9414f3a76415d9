"""Ties that nouns tell by their own arguments: an alliance, a seat on a board, "his party"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.claims.lexicon import Lexicon
from dateline.claims.participants import People
from dateline.claims.tie import Tie
from dateline.claims.tie_words import load_tie_words
from dateline.records import Chain, Grammar, Token, bodies


def ties_of_noun(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], lexicon: Lexicon, token: Token
) -> Iterator[Tie]:
    """The ties that a noun tells which is no post."""
    lemma = lexicon.lemma_of(token.text, token.lemma)
    if lemma in lexicon.boards:
        yield from _on_board(grammar, people, lexicon.boards[lemma], token)
    if lemma in lexicon.between:
        yield from _between(grammar, people, lexicon.between[lemma], token)
    if lemma in lexicon.belonging:
        yield from _belonging(grammar, people, lexicon.belonging[lemma], token)
    if token.index in people.at:
        yield from _owned(grammar, people, chains, token)


def _between(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    ends = people.after(token, {"between", "with", "among"})
    ends = [*(p for c in grammar.children(token.index, "poss") for p in people.of(c)), *ends]
    unique = list({p.chain: p for p in ends}.values())
    for other in unique[1:]:
        yield Tie(type_, token, (unique[0],), (other,), f"tie noun: {token.lemma}")


def _on_board(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    """ "X sits on the board of BODY"."""
    prep = grammar.tokens[token.head]
    verb = grammar.tokens[prep.head]
    if token.dep != "pobj" or prep.text != "on" or verb.lemma not in ("be", "sit", "serve"):
        return
    seated = people.of(people.subject(verb))
    owners = [p for child, _ in bodies(grammar, token) for p in people.of(child)]
    for holder in seated:
        for body in owners[:1]:
            yield Tie(type_, token, (holder,), (body,), f"seat on: {token.lemma}")


def _belonging(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    owners = [p for c in grammar.children(token.index, "poss") for p in people.of(c)]
    within = people.after(token, {"in", "within", "of", "at", "with"})
    for owner in owners[:1]:
        for body in within:
            yield Tie(type_, token, (owner,), (body,), f"belonging noun: {token.lemma}")


def _owned(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], token: Token
) -> Iterator[Tie]:
    """ "His Harbour Party", and the other way round "the Harbour Party's Lena Brandt"."""
    for owner in (p for c in grammar.children(token.index, "poss") for p in people.at_head(c)):
        for owned in people.at_head(token):
            one, other = chains[owner.chain], chains[owned.chain]
            is_name = owned.words.exact in other.names
            if one.schema == "Person" and other.schema == "Organization" and is_name:
                if token.text.casefold() in load_tie_words().camps:
                    yield Tie(
                        "member_of", token, (owner,), (owned,), "somebody's party", is_aside=True
                    )
            elif other.schema == "Person" and one.schema == "Organization" and is_name:
                yield Tie("member_of", token, (owned,), (owner,), "a body's person", is_aside=True)
