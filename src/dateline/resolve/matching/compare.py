"""Two prepared names → a score over 0 to 1, and the features that make it up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.resolve.matching.features import find_features
from dateline.resolve.matching.parts import PreparedName
from dateline.resolve.matching.weights import BODY_WEIGHTS, PERSON_WEIGHTS

SAME = 0.5
"""From this score on two names are held to be one's."""


@dataclass(frozen=True, slots=True)
class NameFeature:
    """One thing that speaks for or against.

    Attributes:
        name: A key of the table of weights.
        weight: Log-odds for each unit.
        value: How much of it there is.
        reason: What it is here, in words.
    """

    name: str
    weight: float
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What comparing two names gave.

    Attributes:
        score: 0 to 1: the logistic function of the sum of weight times value.
        features: What makes it up, "start" first.
    """

    score: float
    features: tuple[NameFeature, ...]

    @property
    def is_same(self) -> bool:
        """Whether the names are held to be of one."""
        return self.score >= SAME

    @property
    def conflicts(self) -> tuple[NameFeature, ...]:
        """The features that say that the names are of two: number, place, suffix, or name part."""
        return tuple(one for one in self.features if "conflict" in one.name)


def compare_names(left: PreparedName, right: PreparedName) -> NameMatch:
    """Compares two names; a person with a body is never the same."""
    if left.is_person != right.is_person:
        return NameMatch(0.0, (NameFeature("other kind", -10.0, 1.0, "a person and a body"),))
    weights = PERSON_WEIGHTS if left.is_person else BODY_WEIGHTS
    found = tuple(
        NameFeature(name, weights[name], value, reason)
        for name, value, reason in find_features(left, right)
        if name in weights
    )
    return NameMatch(_logistic(sum(one.weight * one.value for one in found)), found)


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(min(total, 30), -30)))
