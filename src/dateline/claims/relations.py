"""Lasting ties: who leads, represents, belongs to, is a front for, is designated by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.claims.beside import NameTies
from dateline.claims.lexicon import Lexicon
from dateline.claims.participants import People
from dateline.claims.posts import Posts
from dateline.claims.tenure import Tenure
from dateline.claims.tie import Tie
from dateline.claims.tie_nouns import ties_of_noun
from dateline.claims.tie_verbs import ties_of_verb
from dateline.claims.titles import letters_after_names, titles_before_names
from dateline.records import Chain, Grammar, Participant, Token

__all__ = ["Tie", "find_ties"]

_Ends = tuple[str, frozenset[str], frozenset[str]]


def find_ties(
    grammar: Grammar,
    people: People,
    chains: dict[str, Chain],
    lexicon: Lexicon,
    tenure: Tenure,
) -> list[Tie]:
    """The ties that the words of a report tell, once for each pair of ends, type and time.

    What is over is a tie only with the time up to which it was one.
    """
    kept: dict[_Ends, dict[str | None, Tie]] = {}
    for tie in _tell(grammar, people, chains, lexicon, tenure):
        ends = _ends(tie)
        if tie.who and tie.whom and not ends[1] & ends[2]:
            kept.setdefault(ends, {}).setdefault(tie.when.edtf if tie.when else None, tie)
    tied = {ends[1:] for ends in kept}
    titled = {(t.trigger.index, _ids(t.who)) for ties in kept.values() for t in ties.values()}
    for beside in NameTies(grammar, people, chains, lexicon).find():
        tie = Tie(beside.type, beside.trigger, (beside.who,), (beside.whom,), beside.rule)
        told = _ends(tie)[1:] in tied or (tie.trigger.index, _ids(tie.who)) in titled
        if not told:  # what the grammar tells already says more
            kept.setdefault(_ends(tie), {}).setdefault(None, tie)
    found = [tie for ties in kept.values() for tie in ties.values()]
    return sorted(found, key=lambda tie: tie.trigger.index)


def _ends(tie: Tie) -> _Ends:
    return tie.type, _ids(tie.who), _ids(tie.whom)


def _ids(participants: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(p.chain for p in participants)


def _tell(
    grammar: Grammar, people: People, chains: dict[str, Chain], lexicon: Lexicon, tenure: Tenure
) -> Iterator[Tie]:
    """The ties that each word tells, with their times."""
    posts = Posts(grammar, people, chains, lexicon)
    for token in grammar.tokens:
        for tie in _at(grammar, people, chains, lexicon, posts, token):
            dated = _dated(tie, tenure)
            if dated is not None:
                yield dated
    yield from titles_before_names(grammar, people, chains, lexicon)
    yield from letters_after_names(grammar, people, chains)


def _at(
    grammar: Grammar,
    people: People,
    chains: dict[str, Chain],
    lexicon: Lexicon,
    posts: Posts,
    token: Token,
) -> Iterator[Tie]:
    if token.pos in ("NOUN", "PROPN"):
        yield from posts.at(token)
        yield from ties_of_noun(grammar, people, chains, lexicon, token)
    yield from ties_of_verb(grammar, people, chains, lexicon, token)


def _dated(tie: Tie, tenure: Tenure) -> Tie | None:
    """A tie with its time; None for one that is over since nobody knows when."""
    if tie.is_over and tie.trigger.pos in ("VERB", "AUX"):
        when = tenure.ended(tie.trigger)
    else:
        when = tenure.of(tie.trigger, tie.trigger if tie.is_over else None)
    return None if tie.is_over and when is None else replace(tie, when=when)
