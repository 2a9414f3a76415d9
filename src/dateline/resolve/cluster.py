"""Pairs → groups of parties: best pairs first, and none that a hard constraint forbids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.resolve.block import Party
from dateline.resolve.compare import THRESHOLD, Pair, names_conflict
from dateline.resolve.names import PersonName

T = TypeVar("T")


class Groups:
    """Parties in groups that only grow.

    Invariants: a group is all persons or all bodies; no two of its full names conflict; no
    weak pair has joined two groups that tell of one report.
    """

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = parties
        self.joined: list[Pair] = []
        self._parent = list(range(len(parties)))
        self._reports = [{party.chain.report} for party in parties]
        self._names: list[set[PersonName]] = [
            {form for form in party.people if not form.is_bare} for party in parties
        ]
        self._posts = [set(party.posts) for party in parties]
        self._employers = [set(party.employers) for party in parties]

    def find(self, index: int) -> int:
        """The number of the group that a party is in: the least of its members."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def reports(self, group: int) -> set[str]:
        return self._reports[group]

    def names(self, group: int) -> set[PersonName]:
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
        for pair in ranked:
            if pair.score >= THRESHOLD:
                self._join(pair)

    def _join(self, pair: Pair) -> None:
        left, right = sorted((self.find(pair.left), self.find(pair.right)))
        if left == right or not self._allowed(left, right, pair.is_weak):
            return
        self._parent[right] = left
        self._reports[left] = _united(self._reports[left], self._reports[right])
        self._names[left] = _united(self._names[left], self._names[right])
        self._posts[left] = _united(self._posts[left], self._posts[right])
        self._employers[left] = _united(self._employers[left], self._employers[right])
        self.joined.append(pair)

    def _allowed(self, left: int, right: int, is_weak: bool) -> bool:
        if self.parties[left].is_person != self.parties[right].is_person:
            return False
        if is_weak and not self._reports[left].isdisjoint(self._reports[right]):
            return False
        return not any(
            names_conflict(one, other) for one in self._names[left] for other in self._names[right]
        )


def _united(left: set[T], right: set[T]) -> set[T]:
    """Both sets in the larger of them, so that many joins cost little."""
    small, large = sorted((left, right), key=len)
    large |= small
    return large
