"""One deed that is laid to different doers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dateline.events.compare import DEEDS
from dateline.events.conflicts.differing import Sides, Value, part
from dateline.events.knowledge import load_bodies
from dateline.events.telling import Telling, stem, words_of

Doers = tuple[frozenset[str], frozenset[str]]
"""Ids of those who did it, and stems of the words that name them."""


def doer_sides(tellings: Iterable[Telling]) -> Sides:
    """Those who are named as having done it, where these are others; a longer list is none.

    A body and one of its own agree where their names share a word: "Israel", "Israeli forces".
    """
    names: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    claims: dict[frozenset[str], set[str]] = defaultdict(set)
    for telling in tellings:
        claim = telling.claim
        if claim.type in DEEDS and telling.who:
            claims[telling.who].add(claim.id)
            names[telling.who][" and ".join(sorted(p.words.exact for p in claim.who))] += 1
    if len(claims) < 2:
        return ()
    values = [
        Value(says, (who, _stems(names[who])), float(len(who)), claims[who])
        for who in sorted(claims, key=sorted)
        if (says := _name(names[who])) is not None
    ]
    return part(values, _differ)


def _differ(left: Doers, right: Doers) -> bool:
    return left[0].isdisjoint(right[0]) and left[1].isdisjoint(right[1])


def _name(names: Counter[str]) -> str | None:
    """What they are called most; None if no name is among it ("he", "the gunmen")."""
    named = [(-uses, -len(name), name) for name, uses in names.items() if name != name.lower()]
    return min(named)[2] if named else None


def _stems(names: Counter[str]) -> frozenset[str]:
    words = {word for name in names for word in words_of(name)} - load_bodies()
    return frozenset(stem(word) for word in words if len(word) > _SHORT)


_SHORT = 3
"""Words no longer than this are shared by chance ("of the")."""
