"""Mentions of events in several reports → which of them tell of one event, with reasons.

A pure table: the log-odds of a pair are the sum of the weights of its features. Groups are joined
best first; how two groups fit is the mean of their best pair and of all their pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np
import numpy.typing as npt

from dateline.events.mentions.features import compare_mentions, may_be_same
from dateline.events.mentions.read import EventTelling
from dateline.events.mentions.story import MentionStory

Pairs = Mapping[tuple[int, int], Sequence[str]]
"""Places of two mentions, the first less → their features."""

THRESHOLD = -0.25
"""Log-odds from which two groups are joined."""
BEST_SHARE = 0.5
"""How much the best pair between two groups weighs against the mean of all pairs."""
UNCOMPARED = -3.0
"""Log-odds of a pair that is not worth comparing."""
MOST = 6.0
"""One pair's log-odds count no more than so much, either way."""
MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class SameEvent:
    """Mentions that are held to tell of one event.

    Attributes:
        mentions: Their places in the row of all mentions of the tellings given, sorted.
        reasons: Names of the features that spoke most for the joins, the weightiest first.
    """

    mentions: tuple[int, ...]
    reasons: tuple[str, ...] = ()


@cache
def load_weights() -> dict[str, float]:
    """Feature → what it adds to the log-odds that two mentions are one; "start" is always added."""
    text = (files("dateline.events") / "data" / "same.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: float(row[1]) for row in rows[1:]}


def score_pair(features: Sequence[str], weights: Mapping[str, float]) -> float:
    """The log-odds that two mentions of these features tell of one event."""
    odds = weights["start"] + sum(weights.get(feature, 0.0) for feature in features)
    return max(-MOST, min(MOST, odds))


def compare_all(tellings: Sequence[EventTelling]) -> Pairs:
    """The features of all pairs that are worth comparing, of reports that tell related things."""
    story = MentionStory(tellings)
    mentions = [mention for one in tellings for mention in one.mentions]
    return {
        (left, right): compare_mentions(mentions[left], mentions[right], story)
        for left, right in combinations(range(len(mentions)), 2)
        if may_be_same(mentions[left], mentions[right])
    }


def join_mentions(tellings: Sequence[EventTelling]) -> list[SameEvent]:
    """The events that mentions tell of; every mention is in exactly one.

    The reports should tell of related things: it takes time by the square of their mentions.
    """
    count = sum(len(one.mentions) for one in tellings)
    return group_mentions(count, compare_all(tellings), load_weights())


def group_mentions(count: int, pairs: Pairs, weights: Mapping[str, float]) -> list[SameEvent]:
    """The groups, by their first mention.

    Args:
        count: How many mentions there are.
    """
    odds = np.full((count, count), UNCOMPARED)
    for (left, right), features in pairs.items():
        odds[left, right] = odds[right, left] = score_pair(features, weights)
    return [
        SameEvent(tuple(sorted(group)), _reasons(sorted(group), pairs, weights))
        for group in _join(odds)
    ]


def _join(odds: npt.NDArray[np.float64]) -> list[list[int]]:
    """The groups of places, joined best first; of equals the first in order."""
    count = len(odds)
    best, total, sizes = odds.copy(), odds.copy(), np.ones(count)
    groups = [[place] for place in range(count)]
    alive = np.ones(count, dtype=bool)
    fit = odds.copy()
    np.fill_diagonal(fit, -np.inf)
    while count:
        left, right = sorted(divmod(int(fit.argmax()), count))
        if fit[left, right] <= THRESHOLD:
            break
        groups[left] += groups[right]
        groups[right] = []
        sizes[left] += sizes[right]
        alive[right] = False
        total[left] += total[right]
        best[left] = np.maximum(best[left], best[right])
        total[:, left], best[:, left] = total[left], best[left]
        now = BEST_SHARE * best[left] + (1 - BEST_SHARE) * total[left] / (sizes[left] * sizes)
        now[~alive] = now[left] = -np.inf
        fit[right] = fit[:, right] = -np.inf
        fit[left] = fit[:, left] = now
    return [group for group in groups if group]


def _reasons(group: Sequence[int], pairs: Pairs, weights: Mapping[str, float]) -> tuple[str, ...]:
    """What spoke for the best pair of each mention with one before it."""
    spoke: set[str] = set()
    for place, right in enumerate(group):
        before = [pairs[left, right] for left in group[:place] if (left, right) in pairs]
        if before:
            best = max(before, key=lambda features: score_pair(features, weights))
            spoke.update(feature for feature in best if weights.get(feature, 0.0) > 0)
    return tuple(sorted(spoke, key=lambda name: (-weights[name], name))[:MOST_REASONS])
