"""A case held against a watch-list: which entries each entity could be, and what speaks for it.

A candidate is a name in common, never a finding: what agrees and what differs is told beside it,
and a person decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.records import Chain, Claim, Entity, Judgement, JudgementKind, Report
from dateline.records.settled import Settled
from dateline.resolve.matching import SAME, NameMatch, PreparedName, compare_names
from dateline.resolve.screening.entry import ListEntry
from dateline.resolve.screening.facts import CaseFacts
from dateline.resolve.screening.fields import WEIGHTS, ScreenField, compare_fields
from dateline.resolve.screening.index import CaseIndex, count_words, prepare_all, prepare_once
from dateline.resolve.screening.watch_list import WatchList


@dataclass(frozen=True, slots=True)
class ListCandidate:
    """An entry that an entity could be.

    Attributes:
        reported: The name as reports print it.
        listed: The name of the entry that it is like.
        match: How alike the two names are, and why; None if a person says that they are one
            though no names are alike.
        fields: What else both sides tell, those that differ first.
        score: 0 to 1: the names' likeness, raised and lowered by the fields; for the order only.
        is_bare: Whether all that is alike is a single word of a person's name, or an acronym.
        judged: What a person said of the two, or what follows from it; None if nothing.
        judgement: The entry of the log, if one was made on just these two.
    """

    entity: Entity
    entry: ListEntry
    reported: str
    listed: str
    match: NameMatch | None
    fields: tuple[ScreenField, ...] = ()
    score: float = 0.0
    is_bare: bool = False
    judged: JudgementKind | None = None
    judgement: Judgement | None = None


_ACRONYM = 4
"""Letters of a body's name that is compared as an acronym is: whole or not at all."""

_Hits = dict[tuple[str, str], ListCandidate]


class Screening:
    """A case made ready to be held against lists, one after the other.

    Attributes:
        screened: How many entities are looked for.
        unnamed: How many are not, since no report gives their name.
        single: How many people are not, since reports give a single word of their name.
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        chains: Iterable[Chain],
        claims: Iterable[Claim],
        reports: Iterable[Report],
        settled: Settled,
        *,
        least: float = SAME,
        surnames: bool = False,
    ) -> None:
        """Takes the case in.

        Args:
            least: How alike two names must be at least, 0 to 1.
            surnames: Whether a single word of a person's name is enough, and an acronym of a body.
        """
        every = tuple(entities)
        self._facts = CaseFacts(every, chains, claims, reports)
        self._settled, self._least, self._surnames = settled, least, surnames
        self.screened = self.unnamed = self.single = 0
        named = [pair for one in every for pair in self._names_of(one)]
        self._indexes: Mapping[bool, CaseIndex[Entity]] = {
            kind: CaseIndex([pair for pair in named if pair[0].is_person is kind])
            for kind in (True, False)
        }
        self._judged = _clusters_of(every, settled)
        self._outside = {id_ for one in settled.holding for id_ in (one.left, one.right)}

    def _names_of(self, entity: Entity) -> list[tuple[PreparedName, Entity]]:
        if entity.schema == "Country":
            return []
        if not any(mention.kind == "name" for mention in entity.mentions):
            self.unnamed += 1
            return []
        names = prepare_all(entity.names, entity.schema)
        telling = [name for name in names if _is_telling(name)]
        if not telling and self._surnames:
            telling = names
        if telling:
            self.screened += 1
        elif entity.schema == "Person":
            self.single += 1
        else:
            self.unnamed += 1
        return [(name, entity) for name in telling]

    def screen(self, watch: WatchList, entries: Iterable[ListEntry]) -> tuple[ListCandidate, ...]:
        """The candidates among the entries of a list, which are read once and not kept.

        Returns:
            Those that a person says are the same first, then by the best score of each entity.
        """
        hits: _Hits = {}
        for entry in entries:
            self._look_up(entry, hits)
            if not self._outside.isdisjoint((entry.id, *entry.former_ids)):
                self._take_judged(entry, hits)
        return self._ordered(self._finish(hit, watch) for hit in hits.values())

    def _look_up(self, entry: ListEntry, hits: _Hits) -> None:
        kinds = (True, False) if entry.is_person is None else (entry.is_person,)
        for is_person in kinds:
            index = self._indexes[is_person]
            for printed in entry.names if len(index) else ():
                name = prepare_once(printed, "Person" if is_person else "Organization")
                if not name.parts or not (self._surnames or _is_telling(name)):
                    continue
                for other, entity in index.candidates(name):
                    self._compare(entity, entry, other, name, hits)

    def _compare(
        self, entity: Entity, entry: ListEntry, ours: PreparedName, theirs: PreparedName,
        hits: _Hits,
    ) -> None:  # fmt: skip
        match = compare_names(ours, theirs)
        known = hits.get((entity.id, entry.id))
        best = known.match.score if known and known.match else -1.0
        if match.score >= self._least and match.score > best:
            bare = _are_bare(ours, theirs)
            if bare and not self._surnames:
                return
            hits[entity.id, entry.id] = ListCandidate(
                entity, entry, ours.printed, theirs.printed, match, is_bare=bare
            )

    def _take_judged(self, entry: ListEntry, hits: _Hits) -> None:
        """Takes in whom a person says the entry to be, whatever the names."""
        for id_ in (entry.id, *entry.former_ids):
            entity = self._judged.get(self._settled.cluster(id_))
            if entity is not None and (entity.id, entry.id) not in hits:
                hits[entity.id, entry.id] = ListCandidate(
                    entity, entry, entity.name, entry.name, None
                )

    def _finish(self, hit: ListCandidate, watch: WatchList) -> ListCandidate:
        entry = hit.entry
        told = (watch.programs.get(id_, ()) for id_ in (entry.id, *entry.former_ids))
        programs = (*entry.programs, *(one for some in told for one in some))
        entry = replace(entry, programs=tuple(dict.fromkeys(programs)))
        fields = compare_fields(hit.entity, self._facts.of(hit.entity), entry)
        judged, judgement = self._said(hit.entity, entry)
        return replace(
            hit, entry=entry, fields=fields, score=_score(hit.match, fields),
            judged=judged, judgement=judgement,
        )  # fmt: skip

    def _said(
        self, entity: Entity, entry: ListEntry
    ) -> tuple[JudgementKind | None, Judgement | None]:
        """What a person said of any chain of the entity and the entry, and in which words."""
        ids = [id_ for id_ in (entry.id, *entry.former_ids) if id_ in self._outside]
        pairs = [(chain, id_) for id_ in ids for chain in entity.chains]
        found: JudgementKind | None = None
        for chain, id_ in pairs:
            said = self._settled.between(chain, id_)
            direct = self._settled.on(chain, id_)
            if said and direct and direct.kind == said:
                return said, direct
            found = found or said
        return found, None

    @staticmethod
    def _ordered(found: Iterable[ListCandidate]) -> tuple[ListCandidate, ...]:
        every = sorted(
            found, key=lambda one: (-_rank(one), -one.score, one.entity.id, one.entry.id)
        )
        place: dict[str, int] = {}
        for one in every:
            place.setdefault(one.entity.id, len(place))
        return tuple(sorted(every, key=lambda one: place[one.entity.id]))


def _rank(one: ListCandidate) -> int:
    return {"same": 2, "different": 0}.get(one.judged or "", 1)


def _is_telling(name: PreparedName) -> bool:
    """Whether a name says whom it means: a person's of two words, a body's of a word of its own."""
    if name.is_person:
        return count_words(name) > 1 or (
            count_words(name) == 1 and any(part.kind == "initial" for part in name.parts)
        )
    return count_words(name) > 1 or any(part.kind == "name" for part in name.parts)


def _are_bare(ours: PreparedName, theirs: PreparedName) -> bool:
    """Whether two names are too short to mean one: a surname, an acronym of other letters."""
    shortest = min(len(ours.joined), len(theirs.joined))
    is_acronym = not ours.is_person and shortest <= _ACRONYM and ours.joined != theirs.joined
    return is_acronym or not (_is_telling(ours) and _is_telling(theirs))


def _clusters_of(entities: Iterable[Entity], settled: Settled) -> dict[str, Entity]:
    """Each cluster of things that are judged the same → the entity in it."""
    if not settled.cluster_of:
        return {}
    return {
        settled.cluster(chain): one
        for one in entities
        for chain in one.chains
        if settled.node(chain) in settled.cluster_of
    }


def _score(match: NameMatch | None, fields: Iterable[ScreenField]) -> float:
    name = min(max(match.score if match else 0.5, 1e-6), 1 - 1e-6)
    total = math.log(name / (1 - name))
    total += sum(WEIGHTS.get((one.label, one.agreement), 0.0) for one in fields)
    return round(1 / (1 + math.exp(-total)), 4)
