"""The way from one entity to another: over as few others as can be, and as well supported."""

from __future__ import annotations

from collections.abc import Callable, Mapping

MOST_HOPS = 6
"""Longer ways tie anybody to anybody, and say nothing."""

MOST_SEEN = 5_000
"""Entities that are looked at before the search is given up."""

Neighbours = Callable[[str], Mapping[str, int]]
"""Asked for an entity: those that it is tied to, each with the support of the tie."""


def find_path(start: str, goal: str, neighbours: Neighbours) -> tuple[str, ...] | None:
    """The entities from one to the other, both included; None if no way is short enough.

    Breadth first. Of ways of one length it is the one whose weakest tie has most support, then
    the one with most support in all, then the first by ids.
    """
    if start == goal:
        return (start,)
    best: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {start: ((0, 0), (start,))}
    level = dict(best)
    for _ in range(MOST_HOPS):
        reached: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {}
        for _, path in sorted(level.values(), key=lambda one: one[1]):
            weakest, total = best[path[-1]][0]
            for other, support in sorted(neighbours(path[-1]).items()):
                if other in best:
                    continue
                least = support if len(path) == 1 else min(weakest, support)
                found = (least, total + support), (*path, other)
                if other not in reached or found[0] > reached[other][0]:
                    reached[other] = found
        if goal in reached:
            return reached[goal][1]
        best |= reached
        level = reached
        if not level or len(best) > MOST_SEEN:
            return None
    return None
