"""A resolution that grows report by report, and always equals one made of all reports at once.

What it keeps is what a store has to keep: how the chains vote on names, the keys of each chain,
and the entities. See `Growth.add` for what is looked up, and in which order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import Chain, Claim, Entity, Judgement
from dateline.resolve.block import kind, plain_name, votes_of
from dateline.resolve.closure import JudgedKeys, keys_of
from dateline.resolve.entities import make_entities
from dateline.resolve.evidence import read_evidence
from dateline.resolve.join import join_evidence
from dateline.resolve.ties import KeyIndex, Keys


@dataclass(frozen=True, slots=True)
class Change:
    """What an addition did to the entities of a case.

    Attributes:
        gone: Ids of the entities that are no more or were made anew, sorted.
        made: The entities in their place, sorted by id.
        looked_at: How many chains were resolved again.
    """

    gone: tuple[str, ...]
    made: tuple[Entity, ...]
    looked_at: int


class Growth:
    """The entities of a case while reports and judgements come in.

    Invariant: `entities()` is what `resolve_entities` makes of all that was added.
    """

    def __init__(self) -> None:
        self._chains: dict[str, Chain] = {}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._in_report: dict[str, list[str]] = defaultdict(list)
        self._log: tuple[Judgement, ...] = ()
        self._votes: Counter[tuple[str, bool]] = Counter()
        self._called: dict[str, set[str]] = defaultdict(set)
        self._is_person: dict[str, bool] = {}
        self._index = KeyIndex()
        self._posts_in: dict[str, set[str]] = defaultdict(set)
        self._entities: dict[str, Entity] = {}
        self._entity_of: dict[str, str] = {}

    def entities(self) -> tuple[Entity, ...]:
        return tuple(entity for _id, entity in sorted(self._entities.items()))

    def add(self, chains: Sequence[Chain], claims: Iterable[Claim] = ()) -> Change:
        """Adds the chains of whole reports, with their claims; each report once.

        1. The votes of the chains are counted; a chain that now is a person's and was a body's,
           or the other way round, draws its report in.
        2. The keys of all chains of the reports drawn in are worked out anew.
        3. Whatever those chains' old and new keys tied before or tie now is looked at again.
        4. People who hold a post in a body whose entity has another id now are made anew as well.
        """
        for claim in claims:
            self._claims[claim.report].append(claim)
        reports = {chain.report for chain in chains}
        for chain in chains:
            self._chains[chain.id] = chain
            self._in_report[chain.report].append(chain.id)
            self._called[plain_name(chain.name)].add(chain.id)
            for role in chain.roles:
                if role.organization is not None:
                    self._posts_in[role.organization].add(chain.id)
        votes = [vote for chain in chains for vote in votes_of(chain)]
        self._votes.update(votes)
        asked = {id_ for name, _ in votes for id_ in self._called.get(name, ())}
        for id_ in sorted(asked | {chain.id for chain in chains}):
            found = kind(self._chains[id_], self._votes)
            if self._is_person.get(id_) != found:
                self._is_person[id_] = found
                reports.add(self._chains[id_].report)
        return self._renew([id_ for report in reports for id_ in self._in_report[report]])

    def judge(self, log: Sequence[Judgement]) -> Change:
        """Takes the whole log of judgements, in its order, in place of the one before."""
        judged = {id_ for one in (self._log, log) for id_ in JudgedKeys(one).chains(self._chains)}
        self._log = tuple(log)
        return self._renew(
            id_ for report in {self._chains[id_].report for id_ in judged}
            for id_ in self._in_report[report]
        )  # fmt: skip

    def _renew(self, dirty: Iterable[str]) -> Change:
        """Works out the keys of some chains anew, and the entities that depend on them."""
        new = self._keys(dirty)
        touched = {key for id_ in new for key in (*new[id_].all, *self._index.of(id_).all)}
        near = self._index.closure(new.keys() & self._entity_of.keys(), touched)
        for id_, keys in new.items():
            self._index.put(id_, keys)
        near = self._index.closure(near | new.keys(), touched)
        before = dict(self._entity_of)
        gone, made = self._resolve(near)
        bodies = [id_ for id_ in near if before.get(id_) != self._entity_of[id_]]
        holders = {id_ for body in bodies for id_ in self._posts_in.get(body, ())} - near
        holders = self._index.closure(holders, ())
        more_gone, more_made = self._resolve(holders - near)
        return Change(
            tuple(sorted(gone | more_gone)),
            tuple(sorted((*made, *more_made), key=lambda entity: entity.id)),
            len(near | holders),
        )

    def _keys(self, chains: Iterable[str]) -> dict[str, Keys]:
        """The keys of chains; whole reports are given."""
        some = [self._chains[id_] for id_ in chains]
        claims = [claim for report in {c.report for c in some} for claim in self._claims[report]]
        evidence = read_evidence(some, claims, self._is_person, frozenset())
        keys = keys_of(evidence, JudgedKeys(self._log))
        return {party.chain.id: one for party, one in zip(evidence.parties, keys, strict=True)}

    def _resolve(self, chains: set[str]) -> tuple[set[str], tuple[Entity, ...]]:
        """Resolves closures anew; the ids of the entities that were there, and the new ones."""
        if not chains:
            return set(), ()
        reports = {self._chains[id_].report for id_ in chains}
        around = [self._chains[id_] for report in reports for id_ in self._in_report[report]]
        claims = [claim for report in reports for claim in self._claims[report]]
        evidence = read_evidence(around, claims, self._is_person, self._index.common)
        numbers = [n for n, party in enumerate(evidence.parties) if party.chain.id in chains]
        groups = join_evidence(evidence.part(numbers), self._log)
        made = make_entities(groups, claims, self._entity_of)
        gone = {self._entity_of[id_] for id_ in chains if id_ in self._entity_of}
        for id_ in gone:
            del self._entities[id_]
        for entity in made:
            self._entities[entity.id] = entity
            self._entity_of.update(dict.fromkeys(entity.chains, entity.id))
        return gone, made
