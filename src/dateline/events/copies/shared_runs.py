"""Bodies that have runs of words in common: found by an index of runs, never from all pairs.

A run leads from a body to the first few, by place, that print it. So what a thousand reports
print, a form or a footer, costs a thousand times a little, and leads to the first that printed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.events.copies.body import Body

FIRST = 16
"""A run leads to so many bodies, the first by place that have it."""

LEAST_RUNS = 3
"""Two bodies are compared if so many runs lead from the later to the earlier."""

_AT_ONCE = 1 << 22

Numbers = NDArray[np.int64]


def find_pairs(bodies: Sequence[Body]) -> Iterator[tuple[int, int]]:
    """The pairs to compare, as the numbers of the later and the earlier body; sorted.

    Args:
        bodies: Sorted by place.
    """
    owners, ranks = _index_runs(bodies)
    later = np.flatnonzero(ranks > 0)
    later = later[np.argsort(owners[later], kind="stable")]
    whose = owners[later]
    counts = np.minimum(ranks[later], FIRST)
    ends = np.cumsum(counts)
    start = 0
    while start < len(later):
        done = ends[start - 1] if start else 0
        end = int(np.searchsorted(ends, done + _AT_ONCE, "right"))
        end = max(end, start + 1)
        if end < len(later):  # a body's runs stay together
            first = int(np.searchsorted(whose, whose[end], "left"))
            end = first if first > start else int(np.searchsorted(whose, whose[end], "right"))
        yield from _count(owners, ranks, later[start:end], counts[start:end], len(bodies))
        start = end


def _index_runs(bodies: Sequence[Body]) -> tuple[Numbers, Numbers]:
    """All runs sorted by hash, then place: whose each is, and how many before it are the same."""
    leads = [body.leads for body in bodies]
    sizes = np.fromiter(map(len, leads), np.int64, len(leads))
    runs = np.concatenate([*leads, np.zeros(0, np.int64)])
    order = np.argsort(runs, kind="stable")
    owners = np.repeat(np.arange(len(bodies), dtype=np.int64), sizes)[order]
    runs = runs[order]
    places = np.arange(len(runs), dtype=np.int64)
    is_first = np.ones(len(runs), np.bool_)
    is_first[1:] = runs[1:] != runs[:-1]
    firsts = np.maximum.accumulate(np.where(is_first, places, 0))
    return owners, places - firsts


def _count(
    owners: Numbers, ranks: Numbers, later: Numbers, counts: Numbers, bodies: int
) -> Iterator[tuple[int, int]]:
    """The pairs that enough runs of some later bodies lead to."""
    total = int(counts.sum())
    within = np.arange(total, dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
    first = np.repeat(later - ranks[later], counts)
    pairs = np.repeat(owners[later], counts) * bodies + owners[first + within]
    found, often = np.unique(pairs, return_counts=True)
    for pair in found[often >= LEAST_RUNS].tolist():
        yield divmod(pair, bodies)
