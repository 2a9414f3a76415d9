"""Pairs → groups of parties: best pairs first, and none that a hard constraint forbids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from dateline.records import Judgement
from dateline.records.settled import Settled
from dateline.resolve.block import Party, words_of
from dateline.resolve.compare import THRESHOLD, Pair, names_conflict
from dateline.resolve.names import PersonName

T = TypeVar("T")

Forbidden = Literal["person and body", "judged different", "one report", "names conflict"]
"""Why two groups may not be joined."""

_MOST_SIDES = 50
"""How many groups of a name that a person split each further chain is tried with."""


class Refused(NamedTuple):
    """A pair that was good enough and was not joined."""

    pair: Pair
    why: Forbidden


class Groups:
    """Parties in groups that only grow.

    Invariants: a group is all persons or all bodies; what is judged the same is in one group and
    what is judged different never is; no two full names of a group conflict, and no weak pair
    has joined two groups that tell of one report, unless a judgement says that they are one.
    """

    def __init__(self, parties: Sequence[Party], settled: Settled | None = None) -> None:
        self.parties = parties
        self.settled = settled
        self.joined: list[Pair] = []
        self.refused: list[Refused] = []
        self.judged: list[tuple[int, Judgement]] = []
        self._parent = list(range(len(parties)))
        self._reports: list[Set[str]] = [{party.chain.report} for party in parties]
        self._names = [_full_names(party.people) for party in parties]
        self._posts: list[Set[str]] = [party.posts for party in parties]
        self._employers: list[Set[str]] = [party.employers for party in parties]
        self._apart: dict[
            int, set[str]
        ] = {}  # group → its judged clusters that others are apart from
        self._excused: dict[int, set[frozenset[PersonName]]] = {}
        self._placed: set[int] = set()  # bare parties that a judgement put with a full name
        if settled is not None:
            self._join_judged(settled)

    def find(self, index: int) -> int:
        """The number of the group that a party is in: the least of its members."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def reports(self, group: int) -> Set[str]:
        return self._reports[group]

    def names(self, group: int) -> Set[PersonName]:
        return self._names[group]

    def shared(self, group: int, party: Party) -> list[str]:
        """Which of `RAISES` a party shares with a bearer in the group."""
        found = []
        if not party.posts.isdisjoint(self._posts[group]):
            found.append("same post")
        if not party.employers.isdisjoint(self._employers[group]):
            found.append("same organisation")
        return found

    def join(self, pairs: Iterable[Pair]) -> None:
        """Join the pairs that may be joined, highest score first, then by the parties' ids."""
        ranked = sorted(pairs, key=lambda p: (-p.score, p.left, p.right, p.rule, p.words))
        parted = [
            pair
            for pair in ranked
            if pair.score >= THRESHOLD and self._join(pair) == "judged different"
        ]
        for rest in self._without_the_parted(parted):
            self._join(rest)

    def _join(self, pair: Pair) -> Forbidden | None:
        left, right = sorted((self.find(pair.left), self.find(pair.right)))
        if left == right:
            return None
        why = self._forbidden(left, right, pair)
        if why is None:
            self._unite(left, right)
            self.joined.append(pair)
        elif why != "person and body":
            self.refused.append(Refused(pair, why))
        return why

    def _unite(self, left: int, right: int) -> None:
        self._parent[right] = left
        self._reports[left] = _united(self._reports[left], self._reports[right])
        self._names[left] = _united(self._names[left], self._names[right])
        self._posts[left] = _united(self._posts[left], self._posts[right])
        self._employers[left] = _united(self._employers[left], self._employers[right])
        if right in self._apart:
            self._apart.setdefault(left, set()).update(self._apart.pop(right))
        if right in self._excused:
            self._excused.setdefault(left, set()).update(self._excused.pop(right))

    def _forbidden(self, left: int, right: int, pair: Pair) -> Forbidden | None:
        if self.parties[left].is_person != self.parties[right].is_person:
            return "person and body"
        if self._judged_different(left, right):
            return "judged different"
        if pair.is_weak and not self._placed.isdisjoint((pair.left, pair.right)):
            return "judged different"  # a person said who is meant; no guess leads further
        if pair.is_weak and not self._reports[left].isdisjoint(self._reports[right]):
            return "one report"
        return "names conflict" if any(self._conflicts(left, right)) else None

    def _conflicts(self, left: int, right: int) -> Iterator[frozenset[PersonName]]:
        """Full names of two groups that can't be one person's, so far as nobody judged."""
        excused = self._excused.get(left, set()) | self._excused.get(right, set())
        for one in self._names[left]:
            for other in self._names[right]:
                if names_conflict(one, other) and frozenset((one, other)) not in excused:
                    yield frozenset((one, other))

    # What a person judged ----------------------------------------------------------------------

    def _join_judged(self, settled: Settled) -> None:
        """Joins what is judged the same, and notes what is judged different."""
        number_of = {party.chain.id: number for number, party in enumerate(self.parties)}
        clusters: dict[str, list[int]] = defaultdict(list)
        for node in {*settled.cluster_of, *settled.apart} & number_of.keys():
            clusters[settled.cluster(node)].append(number_of[node])
        for cluster, members in sorted(clusters.items()):
            group = min(members)
            for other in sorted(members)[1:]:
                self._excused.setdefault(group, set()).update(self._conflicts(group, other))
                self._unite(group, other)
            if cluster in settled.apart:
                self._apart[group] = {cluster}
            if any(not self.parties[number].is_bare for number in members):
                self._placed.update(n for n in members if self.parties[n].is_bare)
        for said in settled.holding:
            if said.kind == "same" and len(clusters.get(settled.cluster(said.left), ())) > 1:
                ends = (number_of.get(settled.node(id_)) for id_ in (said.left, said.right))
                self.judged += [(end, said) for end in ends if end is not None][:1]

    def _judged_different(self, left: int, right: int) -> bool:
        if self.settled is None or not (left in self._apart and right in self._apart):
            return False
        others = self._apart[right]
        return any(not self.settled.apart[one].isdisjoint(others) for one in self._apart[left])

    def _without_the_parted(self, parted: Iterable[Pair]) -> Iterator[Pair]:
        """Pairs of those that were to be one with a third, which judgements keep them from.

        Pairs lead each to one of their name; where that one is split off, the rest stay together.
        """
        stars: dict[tuple[str, int], dict[int, Pair]] = defaultdict(dict)
        for pair in parted:
            stars[pair.rule, pair.left].setdefault(pair.right, pair)
            stars[pair.rule, pair.right].setdefault(pair.left, pair)
        for _star, others in sorted(stars.items()):
            firsts: list[int] = []
            for other, pair in sorted(others.items()):
                for first in firsts:
                    words = words_of(self.parties[first], self.parties[other])
                    yield replace(pair, left=first, right=other, words=words)
                if len({self.find(one) for one in (*firsts, other)}) > len(firsts):
                    firsts = [*firsts, other][:_MOST_SIDES]


@lru_cache(maxsize=65_536)
def _full_names(people: tuple[PersonName, ...]) -> Set[PersonName]:
    """One set for all parties of the same names: a case has far fewer names than parties."""
    return frozenset(form for form in people if not form.is_bare)


def _united(left: Set[T], right: Set[T]) -> Set[T]:
    """Both sets in one; the larger is added to, so that many joins cost little."""
    small, large = sorted((left, right), key=len)
    if isinstance(large, set):
        large |= small
        return large
    return large if small <= large else large | small
