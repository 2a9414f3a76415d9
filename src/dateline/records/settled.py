"""The log of judgements → what holds of it now: pure, and the same whenever it is worked out.

Of two entries on one pair the later holds, and of two on one conflict. Where entries contradict one
another (a is b, b is c, a is not c) the newest prevail, and the older ones are kept and told of,
with what overrides them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.records.entity import entity_id
from dateline.records.event import Conflict
from dateline.records.judgement import Judgement, JudgementKind

Pair = tuple[str, str]

JUDGED = "judged the same"
"""The rule of a reason that is a person's word; `say_who_judged` gives the rest of it."""


def say_who_judged(said: Judgement) -> str:
    """Whose word it is, of which day, and why: "by Anna on 2024-03-15: one passport"."""
    return f"by {said.user} on {said.time[:10]}" + (f": {said.reason}" if said.reason else "")


@dataclass(frozen=True, slots=True)
class Override:
    """A judgement that nobody took back and that does not hold.

    Attributes:
        by: The newer judgements that contradict it, newest first; empty if it can't hold in this
            case at all, since it says that a person is a body.
    """

    judgement: Judgement
    by: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a log of judgements comes to.

    Nodes are ids of chains, claims or reports and of things outside the case; an entity's id
    stands for its chain.

    Attributes:
        holding: The judgements that hold, newest first; at most one a pair.
        overridden: Those that newer ones override, newest first.
        cluster_of: Each node that is judged the same as another → the least of its cluster.
        apart: Each cluster → the clusters that are judged different from it.
        unsure: Pairs of nodes, the lesser first, that are judged "unsure".
    """

    holding: tuple[Judgement, ...]
    overridden: tuple[Override, ...]
    cluster_of: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]
    chain_of: Mapping[str, str]
    unsure: frozenset[Pair] = frozenset()

    def node(self, id_: str) -> str:
        """The node that an id stands for: of an entity the chain, else the id itself."""
        return self.chain_of.get(id_, id_)

    def cluster(self, id_: str) -> str:
        """The least node among those that are judged to be one with this one; itself if none."""
        node = self.node(id_)
        return self.cluster_of.get(node, node)

    def between(self, one: str, other: str) -> JudgementKind | None:
        """What is settled of a pair: by a judgement on it, or by what others come to.

        Returns:
            "same", "different" or "unsure"; None if nothing was said.
        """
        left, right = self.cluster(one), self.cluster(other)
        if left == right:
            return "same"
        if right in self.apart.get(left, ()):
            return "different"
        pair = _ordered(self.node(one), self.node(other))
        return "unsure" if pair in self.unsure else None

    def on(self, one: str, other: str) -> Judgement | None:
        """The judgement that holds on just this pair, if there is one."""
        pair = _ordered(self.node(one), self.node(other))
        return next(
            (said for said in self.holding if said.on is None and self._pair(said) == pair), None
        )

    def status(self, conflict: Conflict) -> Judgement | None:
        """What was said last of a conflict: by an entry on claims of two of its sides."""
        return conflict_status(conflict, self.holding)

    def _pair(self, said: Judgement) -> Pair:
        return _ordered(self.node(said.left), self.node(said.right))


def conflict_status(conflict: Conflict, said: Iterable[Judgement]) -> Judgement | None:
    """What was said last of a conflict, if anything.

    Args:
        said: Judgements that hold, in any order.
    """
    side_of = {claim: at for at, side in enumerate(conflict.sides) for claim in side.claims}
    found = [
        one
        for one in said
        if one.on == conflict.on
        and one.left in side_of
        and one.right in side_of
        and side_of[one.left] != side_of[one.right]
    ]
    return max(found, key=lambda one: (one.time, one.id), default=None)


def judged_readings(log: Iterable[Judgement]) -> dict[str, Judgement]:
    """Claim id → what was said last of how it was read, if that was not taken back."""
    held = settle([one for one in log if one.about == "reading"]).holding
    return {one.left: one for one in held}


def misread_claims(log: Iterable[Judgement]) -> frozenset[str]:
    """Ids of the claims that somebody says are misread."""
    return frozenset(
        claim for claim, said in judged_readings(log).items() if said.kind == "misread"
    )


def standing(log: Sequence[Judgement]) -> list[Judgement]:
    """The entries that nobody took back, without the undoings, in the order of the log.

    An undoing that is itself taken back undoes nothing.
    """
    gone = taken_back(log)
    return [entry for entry in log if entry.undoes is None and entry.id not in gone]


def taken_back(log: Sequence[Judgement]) -> set[str]:
    """Ids of the entries that somebody took back, undoings among them."""
    gone: set[str] = set()
    for entry in reversed(log):
        if entry.undoes is not None and entry.id not in gone:
            gone.add(entry.undoes)
    return gone


def settle(
    log: Sequence[Judgement], is_person: Mapping[str, bool] = MappingProxyType({})
) -> Settled:
    """What the log comes to.

    Args:
        log: In the order in which the entries were added.
        is_person: Each chain of the case → whether it is a person's; nothing where it is not of
            chains that the log speaks.
    """
    chain_of = _chains_of_entities(log, is_person)
    latest: dict[Pair, Judgement] = {}
    statuses: dict[tuple[str, ...], Judgement] = {}
    for entry in sorted(standing(log), key=lambda entry: entry.time):
        if entry.on is not None:
            statuses[entry.on, entry.left, entry.right] = entry
            continue
        pair = _ordered(*(chain_of.get(id_, id_) for id_ in (entry.left, entry.right)))
        if pair[0] != pair[1]:
            latest.pop(pair, None)  # so that the order of the words is that of the pairs
            latest[pair] = entry
    graph = _Graph(is_person)
    holding, overridden = [], []
    for pair, entry in reversed(latest.items()):
        against = graph.add(pair, entry)
        if against is None:
            holding.append(entry)
        else:
            overridden.append(Override(entry, against))
    unsure = frozenset(pair for pair, entry in latest.items() if entry.kind == "unsure")
    return Settled(
        _newest_first([*holding, *statuses.values()]) if statuses else tuple(holding),
        tuple(overridden), graph.clusters(), graph.all_apart(), chain_of, unsure,
    )  # fmt: skip


def _chains_of_entities(log: Iterable[Judgement], chains: Iterable[str]) -> dict[str, str]:
    """The chains that the entity ids in a log stand for."""
    named = {id_ for entry in log for id_ in (entry.left, entry.right) if id_.startswith("e_")}
    if not named:  # else every chain of the case would be hashed
        return {}
    found = ((entity_id((chain,)), chain) for chain in chains)
    return {entity: chain for entity, chain in found if entity in named}


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


class _Graph:
    """Judgements that do not contradict one another, added newest first."""

    def __init__(self, is_person: Mapping[str, bool]) -> None:
        self._is_person = is_person
        self._parent: dict[str, str] = {}
        self._kinds: dict[str, bool] = {}
        self._same: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
        self._apart: dict[str, dict[str, Judgement]] = defaultdict(dict)

    def add(self, pair: Pair, entry: Judgement) -> tuple[Judgement, ...] | None:
        """Takes a judgement in; gives those that forbid it if it can't be, else None."""
        left, right = (self._find(node) for node in pair)
        if entry.kind == "same":
            return self._join(pair, left, right, entry)
        if entry.kind == "different":
            if left == right:
                return _newest_first(self._path(*pair))
            self._apart[left].setdefault(right, entry)
            self._apart[right].setdefault(left, entry)
        return None

    def clusters(self) -> dict[str, str]:
        return {node: self._find(node) for node in self._parent if node in self._same}

    def all_apart(self) -> dict[str, frozenset[str]]:
        return {cluster: frozenset(others) for cluster, others in self._apart.items() if others}

    def _find(self, node: str) -> str:
        self._parent.setdefault(node, node)
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def _kind(self, cluster: str) -> bool | None:
        return self._kinds.get(cluster, self._is_person.get(cluster))

    def _join(
        self, pair: Pair, left: str, right: str, entry: Judgement
    ) -> tuple[Judgement, ...] | None:
        if right in self._apart.get(left, ()):
            return (self._apart[left][right],)
        kinds = {self._kind(left), self._kind(right)} - {None}
        if len(kinds) == 2:
            return ()
        one, other = pair
        self._same[one].append((other, entry))
        self._same[other].append((one, entry))
        if left != right:
            least, gone = _ordered(left, right)
            self._parent[gone] = least
            self._kinds.update((least, kind) for kind in kinds if kind is not None)
            for far, said in self._apart.pop(gone, {}).items():
                self._apart[least].setdefault(far, said)
                del self._apart[far][gone]
                self._apart[far].setdefault(least, said)
        return None

    def _path(self, start: str, end: str) -> list[Judgement]:
        """The judgements that make two nodes one, by the shortest way."""
        came: dict[str, tuple[str, Judgement]] = {}
        queue = deque([start])
        while queue and end not in came:
            node = queue.popleft()
            for other, entry in self._same[node]:
                if other not in came and other != start:
                    came[other] = (node, entry)
                    queue.append(other)
        path = []
        while end != start:
            end, entry = came[end]
            path.append(entry)
        return path


def _newest_first(entries: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.time, entry.id), reverse=True))
