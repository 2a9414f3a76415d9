"""Edges → groups of tellings: best edges first, and none that a hard constraint forbids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dateline.events.candidates import Edge
from dateline.events.compare import THRESHOLD, casts_agree, compare_tellings, modes_agree
from dateline.events.sides import Side, days_agree, places_agree, read_side
from dateline.events.telling import Telling
from dateline.records import Judgement
from dateline.records.settled import Settled

Forbidden = Literal["types", "judged different", "modes", "people", "days", "places"]
"""Why two groups may not be joined: what differs, or what a person said."""

MOST_SIDES = 50
"""How many sides of what a person split each further telling is tried with."""


class Groups:
    """Tellings in groups that only grow.

    A group is one part, but where a person joined what conflicts: then the parts are one event,
    and each goes on to take in what fits it.

    Invariants: a part is of one type, and its modes and its casts agree two by two; its days
    share a day two by two, or differ by no more than `CONFLICT_DAYS` between reports; its
    places can lie in one another, or differ between reports. What is judged the same is in one
    group, and what is judged different never is.
    """

    def __init__(self, tellings: Sequence[Telling], settled: Settled | None = None) -> None:
        self.tellings = tellings
        self.settled = settled
        self.joined: list[Edge] = []
        self.judged: list[tuple[int, Judgement]] = []
        self._groups, self._parts = list(range(len(tellings))), list(range(len(tellings)))
        self._members = [[number] for number in range(len(tellings))]
        self._sides = [read_side(number, telling) for number, telling in enumerate(tellings)]
        self._casts_differ: set[tuple[int, int]] = set()
        self._judged_apart: dict[int, set[str]] = {}  # group → its clusters that others are not
        if settled is not None:
            self._join_judged(settled)

    def find(self, number: int) -> int:
        """The number of the group that a telling is in."""
        return _root(self._groups, number)

    def members(self, group: int) -> list[int]:
        return sorted(self._members[group])

    def all_groups(self) -> list[int]:
        return [number for number, parent in enumerate(self._groups) if number == parent]

    def join(self, edges: Iterable[Edge]) -> None:
        """Join the pairs that may be joined, highest score first, then by the claims' ids."""
        ranked = sorted(edges, key=_rank)
        parted = [edge for edge in ranked if self._join(edge) == "judged different"]
        for rest in self._without_the_parted(parted):
            self._join(rest)

    def _join(self, edge: Edge) -> Forbidden | None:
        if _root(self._parts, edge.left) == _root(self._parts, edge.right):
            return None
        why = self.forbidden(edge.left, edge.right, edge)
        if why is None:
            if self.find(edge.left) != self.find(edge.right):
                self.joined.append(edge)
            self._unite_groups(edge.left, edge.right)
            self._unite_parts(edge.left, edge.right, edge)
        return why

    def _unite_parts(self, left: int, right: int, edge: Edge | None) -> None:
        ends = {_root(self._parts, left), _root(self._parts, right)}
        large, small = sorted(ends, key=lambda part: (-len(self._sides[part].members), part))
        self._parts[small] = large
        self._sides[large].add(self._sides[small], edge)
        self._sides[small] = Side([], set())

    def _unite_groups(self, left: int, right: int) -> None:
        ends = {self.find(left), self.find(right)}
        if len(ends) == 2:
            large, small = sorted(ends, key=lambda group: (-len(self._members[group]), group))
            self._groups[small] = large
            self._members[large] += self._members[small]
            self._members[small] = []
            if apart := self._judged_apart.pop(small, None):
                self._judged_apart.setdefault(large, set()).update(apart)

    def fits(self, left: int, right: int) -> bool:
        """Whether two tellings could be joined without any conflict."""
        return self.forbidden(left, right, None) is None

    def forbidden(self, left: int, right: int, edge: Edge | None) -> Forbidden | None:
        """Why an edge may not join what two tellings are in; None if it may.

        Args:
            edge: None for one that knows of no conflict.
        """
        if self._judged_different(self.find(left), self.find(right)):
            return "judged different"
        left, right = _root(self._parts, left), _root(self._parts, right)
        one, other = self._sides[left], self._sides[right]
        if self.tellings[left].claim.type != self.tellings[right].claim.type:
            return "types"
        if not all(modes_agree(mode, more) for mode in one.modes for more in other.modes):
            return "modes"
        pair = (min(left, right), max(left, right))
        if pair in self._casts_differ:  # parts only grow, so casts that differ stay so
            return "people"
        if not self._casts_agree(one, other):
            self._casts_differ.add(pair)
            return "people"
        if not days_agree(one, other, edge):
            return "days"
        return None if places_agree(one, other, edge) else "places"

    def _casts_agree(self, one: Side, other: Side) -> bool:
        return all(
            cast == other_cast or casts_agree(self.tellings[number], self.tellings[other_number])
            for cast, number in one.casts.items()
            for other_cast, other_number in other.casts.items()
        )

    # What a person judged ----------------------------------------------------------------------

    def _join_judged(self, settled: Settled) -> None:
        """Joins what is judged the same, and notes what is judged different."""
        number_of = {telling.claim.id: number for number, telling in enumerate(self.tellings)}
        clusters: dict[str, list[int]] = defaultdict(list)
        for claim in {*settled.cluster_of, *settled.apart} & number_of.keys():
            clusters[settled.cluster(claim)].append(number_of[claim])
        for cluster, members in sorted(clusters.items()):
            first, *others = sorted(members)
            for other in others:
                self._unite_groups(first, other)
                near = (one for one in sorted(members) if one < other and self.fits(one, other))
                if (one := next(near, None)) is not None:
                    self._unite_parts(one, other, None)
            if cluster in settled.apart:
                self._judged_apart[self.find(first)] = {cluster}
        for said in settled.holding:
            if said.kind == "same" and len(clusters.get(settled.cluster(said.left), ())) > 1:
                ends = (number_of.get(id_) for id_ in (said.left, said.right))
                self.judged += [(end, said) for end in ends if end is not None][:1]

    def _judged_different(self, left: int, right: int) -> bool:
        one, other = self._judged_apart.get(left), self._judged_apart.get(right)
        if self.settled is None or not one or not other:
            return False
        return any(not self.settled.apart[cluster].isdisjoint(other) for cluster in one)

    def _without_the_parted(self, parted: Iterable[Edge]) -> Iterator[Edge]:
        """Edges between those that were to be one with a third, which judgements keep them from.

        Ties lead each to the first of its like; where that one is split off, the rest is alike.
        """
        stars: dict[int, dict[int, Edge]] = defaultdict(dict)
        for edge in parted:
            stars[edge.left].setdefault(edge.right, edge)
            stars[edge.right].setdefault(edge.left, edge)
        for _star, others in sorted(stars.items()):
            firsts: list[int] = []
            for other, edge in sorted(others.items()):
                for first in firsts:
                    yield from self._between(first, other, others[first], edge)
                if len({self.find(one) for one in (*firsts, other)}) > len(firsts):
                    firsts = [*firsts, other][:MOST_SIDES]

    def _between(self, left: int, right: int, one: Edge, other: Edge) -> Iterator[Edge]:
        if one.match == other.match and one.match.features == ("same words throughout",):
            yield Edge(left, right, one.match)
        elif self.tellings[left].claim.type == self.tellings[right].claim.type:
            match = compare_tellings(self.tellings[left], self.tellings[right])
            if match is not None and match.score >= THRESHOLD:
                yield Edge(left, right, match)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _rank(edge: Edge) -> tuple[float, int, int, tuple[str, ...]]:
    return -edge.match.score, edge.left, edge.right, edge.match.features
