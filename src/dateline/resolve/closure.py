"""Which chains of a case can have a say in one another's entity.

The entities of a case are those of its closures, each resolved by itself, to the letter; only the
bodies that people hold posts in are looked up beyond.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Chain, Claim, Judgement, entity_id
from dateline.records.settled import standing
from dateline.resolve.evidence import Evidence, read_evidence
from dateline.resolve.ties import Keys, components, party_keys


class JudgedKeys:
    """The keys that judgements give chains: one for all that a row of judgements leads to.

    They are wider than what holds: a judgement that newer ones override ties as well.
    """

    def __init__(self, log: Sequence[Judgement]) -> None:
        self._parent: dict[str, str] = {}
        for entry in standing(log):
            left, right = sorted((self._find(_node(entry.left)), self._find(_node(entry.right))))
            self._parent[right] = left

    def of(self, chain: str) -> str | None:
        """The key of a chain; None if nobody judged it."""
        if not self._parent:
            return None
        node = _node(chain)
        return self._find(node) if node in self._parent else None

    def around(self, ids: Iterable[str]) -> set[str]:
        """The ids given and all that judgements lead to from them, each chain as its entity."""
        nodes = {_node(id_) for id_ in ids}
        keys = {self._find(node) for node in nodes & self._parent.keys()}
        return nodes | {node for node in tuple(self._parent) if self._find(node) in keys}

    def _find(self, node: str) -> str:
        self._parent.setdefault(node, node)
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node


def _node(id_: str) -> str:
    """A chain and the entity that is called after it are one."""
    return entity_id((id_,)) if id_.startswith("h_") else id_


def keys_of(evidence: Evidence, judged: JudgedKeys) -> list[Keys]:
    """The keys of each party."""
    states, named = evidence.told.state_of, evidence.told.named
    return [
        party_keys(
            party,
            states.get(number, ""),
            named.get(party.chain.report, ()),
            judged.of(party.chain.id),
        )
        for number, party in enumerate(evidence.parties)
    ]


def closures(
    chains: Iterable[Chain], claims: Iterable[Claim] = (), judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Chain, ...], ...]:
    """The chains of a case in closures: no rule and no judgement leads from one to another.

    Returns:
        The chains of each by id, the closures by their first chain; every chain is in one.
    """
    evidence = read_evidence(chains, claims)
    found = components(keys_of(evidence, JudgedKeys(judgements)), evidence.common)
    return tuple(tuple(evidence.parties[number].chain for number in row) for row in found)
