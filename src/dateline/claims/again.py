"""Claims of one report that tell of one doing: said again in other words, or by its noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.claims.found import Found
from dateline.records import Claim

_DEATHS = frozenset({"kill", "assassinate", "execute", "die"})
"""Modes of what can befall a person only once."""
_DOER = "doer"
_SAYINGS = frozenset({"STATE", "APPEAR"})
"""Types of what the same people do again and again in one report."""


def told_twice(found: Sequence[Found], persons: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Pairs of claims that tell of one doing, by their places in `found`, the earlier first.

    A person dies once. What the same two did to each other in the same mode, and what a noun with
    its doer names ("Keller's request"), is taken for one doing unless the words date it twice.

    Args:
        persons: The chains of persons.
    """
    by_key: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, item in enumerate(found):
        for key in _keys(item, persons):
            by_key[key].append(i)
    for key, members in by_key.items():
        dates = {w.edtf for i in members if (w := found[i].claim.when) is not None}
        if len(dates) > 1:
            continue
        for i, j in pairwise(members):
            if (key[0] != _DOER or _is_by_noun(found[i], found[j])) and _agree(
                found[i].claim, found[j].claim
            ):
                yield i, j


def _keys(item: Found, persons: frozenset[str]) -> Iterator[tuple[object, ...]]:
    claim = item.claim
    who, whom = ({p.chain for p in side} for side in (claim.who, claim.whom))
    if claim.kind != "event" or claim.polarity == "-":
        return
    if claim.type == "ASSAULT" and claim.mode in _DEATHS:
        for victim in sorted(whom & persons):
            yield "death", victim
    if claim.type in _SAYINGS or claim.certainty == "planned":
        return
    if len(who | whom) > 1:
        yield claim.type, claim.mode, frozenset(who | whom)
    if len(who) == 1:
        yield _DOER, claim.type, claim.mode, frozenset(who)


def _is_by_noun(one: Found, other: Found) -> bool:
    """Whether one of two names the doing by a noun: "the request of Keller", "Keller's request"."""
    return "NOUN" in (one.trigger.pos, other.trigger.pos)


def _agree(one: Claim, other: Claim) -> bool:
    """Whether those it was done to can be the same."""
    mine, theirs = ({p.chain for p in claim.whom} for claim in (one, other))
    return not mine or not theirs or bool(mine & theirs)
