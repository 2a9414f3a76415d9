"""Chains of all reports → entities: who is one and the same, and why."""

from dateline.resolve.entities import resolve_entities
from dateline.resolve.growth import grow_entities
from dateline.resolve.join import find_persons
from dateline.resolve.review import ReviewPair, pairs_to_review

__all__ = [
    "ReviewPair", "find_persons", "grow_entities", "pairs_to_review", "resolve_entities",
]  # fmt: skip
