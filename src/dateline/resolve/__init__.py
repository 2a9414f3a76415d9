"""Chains of all reports → entities: who is one and the same, and why."""

from dateline.resolve.entities import resolve_entities
from dateline.resolve.growth import grow_entities
from dateline.resolve.join import find_persons
from dateline.resolve.judged import (
    JUDGED,
    Override,
    Settled,
    say_who_judged,
    settle,
    standing,
    taken_back,
)
from dateline.resolve.review import ReviewPair, pairs_to_review

__all__ = [
    "JUDGED", "Override", "ReviewPair", "Settled",
    "find_persons", "grow_entities", "pairs_to_review", "resolve_entities", "say_who_judged",
    "settle", "standing", "taken_back",
]  # fmt: skip
