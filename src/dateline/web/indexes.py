"""The records of a case with the indexes that pages need, kept up as the case changes.

A change costs what it changed, not what the case holds: the indexes before it are copied, and
only what it touches is worked out anew.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable
from operator import itemgetter
from typing import Protocol, Self, TypeVar

from dateline.records import Claim, Copy, Entity, Event, Judgement, Report, fold_name
from dateline.records.settled import judged_readings, misread_claims
from dateline.store import Changes, Reading
from dateline.views import TimelineRow
from dateline.views.timeline import RowDrawer
from dateline.views.wording import owners_of
from dateline.web.choosing import row_key
from dateline.web.paging import Key


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)
T = TypeVar("T")

_MANY = 500
"""Rows from which on the timeline is sorted anew, and not each put in its place."""


class Indexes:
    """A case without anything in it; `after` gives that of a case which has something.

    Never changed, so that many may read it at once. What is told of an id that is in no index is
    nothing: use `get`.

    Attributes:
        reports, claims, entities, events: The records by id, sorted by it.
        readings: The log of inputs, in its order.
        owners: Chain id → its entity, and entity id → the entity.
        claims_of_report: Report id → its claims, in the order of the text.
        claims_of_chain: Chain id → the claims in which it takes part or is credited.
        claims_of_entity: Entity id → the claims that count in which it takes part, in the order of
            the reports.
        judged_claims: Claim id → what holds of what people said of how it was read.
        misread: Ids of the claims that are misread by that.
        event_of_claim: Claim id → the event that it tells of.
        row_of_event: Event id → its row, also of one that the timeline leaves out.
        timeline_rows: The rows of the timeline in its order, each after its key.
    """

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.claims: dict[str, Claim] = {}
        self.entities: dict[str, Entity] = {}
        self.events: dict[str, Event] = {}
        self.readings: list[Reading] = []
        self.judgements: list[Judgement] = []
        self.owners: dict[str, Entity] = {}
        self.claims_of_report: dict[str, list[Claim]] = {}
        self.claims_of_chain: dict[str, list[Claim]] = {}
        self.claims_of_entity: dict[str, list[Claim]] = {}
        self.judged_claims: dict[str, Judgement] = {}
        self.misread: frozenset[str] = frozenset()
        self.event_of_claim: dict[str, Event] = {}
        self.row_of_event: dict[str, TimelineRow] = {}
        self.timeline_rows: list[tuple[Key, TimelineRow]] = []
        self._folded: dict[str, str] = {}
        self._shares: dict[tuple[str, str], Copy | None] = {}

    def after(self, changes: Changes) -> Self:
        """The case after changes of this one."""
        made = type(self)()
        made._take(self, changes)
        return made

    def _take(self, old: Indexes, changes: Changes) -> None:
        gone = changes.gone
        lost = [old.claims[one] for one in gone.get("claim", ())]
        self.reports = _patched(old.reports, changes.reports, gone.get("report", ()))
        self.claims = _patched(old.claims, changes.claims, gone.get("claim", ()))
        self.entities = _patched(old.entities, changes.entities, gone.get("entity", ()))
        self.events = _patched(old.events, changes.events, gone.get("event", ()))
        self.readings = [*old.readings, *changes.readings]
        self.judgements = [*old.judgements, *changes.judgements]
        self.judged_claims, self.misread = old.judged_claims, old.misread
        if any(one.about == "reading" for one in changes.judgements):
            self.judged_claims = judged_readings(self.judgements)
            self.misread = misread_claims(self.judgements)
        self._shares = old._shares  # the texts of two reports: true as long as both are there
        self._index_claims(old, changes.claims, lost)
        self._index_entities(old, changes, [*changes.claims, *lost, *self._recounted(old, changes)])
        self._index_events(old, changes)

    def _index_claims(self, old: Indexes, new: list[Claim], lost: list[Claim]) -> None:
        gone = {one.id for one in lost}
        self.claims_of_report = _patched_lists(
            old.claims_of_report,
            ((one.report, one) for one in new),
            {one.report for one in lost},
            gone,
        )
        self.claims_of_chain = _patched_lists(
            old.claims_of_chain,
            ((chain, one) for one in new for chain in dict.fromkeys(chains_of(one))),
            {chain for one in lost for chain in chains_of(one)},
            gone,
        )

    def counts(self, claim: Claim) -> bool:
        """Whether a claim counts: it is not misread, and no later text took its report's place."""
        return claim.id not in self.misread and self.reports[claim.report].replaced_by is None

    def _recounted(self, old: Indexes, changes: Changes) -> list[Claim]:
        """The claims that counted and perhaps no longer do, or the other way round."""
        other = old.misread ^ self.misread
        claims = [self.claims[id_] for id_ in other if id_ in self.claims]
        for report in changes.reports:
            before = old.reports.get(report.id)
            if before is not None and before.replaced_by != report.replaced_by:
                claims += self.claims_of_report.get(report.id, ())
        return claims

    def _index_entities(self, old: Indexes, changes: Changes, claims: list[Claim]) -> None:
        before = [old.entities[one.id] for one in changes.entities if one.id in old.entities]
        before += [old.entities[one] for one in changes.gone.get("entity", ())]
        self.owners = dict(old.owners)
        self.claims_of_entity = dict(old.claims_of_entity)
        self._folded = dict(old._folded)
        for entity in before:
            self.claims_of_entity.pop(entity.id, None)
            self._folded.pop(entity.id, None)
            for key in (entity.id, *entity.chains):
                self.owners.pop(key, None)
        self.owners.update(owners_of(changes.entities))
        self._folded.update((one.id, _fold_names(one)) for one in changes.entities)
        chains = {chain for one in claims for chain in _taking_part(one)}
        touched = {self.owners[chain].id for chain in chains if chain in self.owners}
        for id_ in touched.union(one.id for one in changes.entities):
            found = {
                one.id: one
                for chain in self.entities[id_].chains
                for one in self.claims_of_chain.get(chain, ())
                if chain in _taking_part(one) and self.counts(one)
            }
            _put(self.claims_of_entity, id_, sorted(found.values(), key=claim_key))

    def _index_events(self, old: Indexes, changes: Changes) -> None:
        before = [old.events[one] for one in changes.gone.get("event", ())]
        before += [old.events[one.id] for one in changes.events if one.id in old.events]
        self.event_of_claim = dict(old.event_of_claim)
        self.row_of_event = dict(old.row_of_event)
        for event in before:
            self.row_of_event.pop(event.id, None)
            for claim in event.claims:
                self.event_of_claim.pop(claim, None)
        self.event_of_claim.update((claim, one) for one in changes.events for claim in one.claims)
        other = {one.id for one in changes.events} | self._renamed(old, changes.entities)
        drawn = self._draw_rows([self.events[one] for one in sorted(other)])
        self.row_of_event.update((row.event, row) for row in drawn)
        away = other.union(one.id for one in before)
        self.timeline_rows = [pair for pair in old.timeline_rows if pair[1].event not in away]
        shown = [(row_key(row), row) for row in drawn if not _is_left_out(row)]
        if len(shown) > _MANY:
            self.timeline_rows = sorted([*self.timeline_rows, *shown], key=itemgetter(0))
        else:
            for pair in shown:
                insort(self.timeline_rows, pair, key=itemgetter(0))

    def _renamed(self, old: Indexes, entities: Iterable[Entity]) -> set[str]:
        """The events whose rows name somebody who stood under another name before."""
        found: set[str] = set()
        for entity in entities:
            for chain in entity.chains:
                known = old.owners.get(chain)
                if known is None or known.name != entity.name:
                    claims = self.claims_of_chain.get(chain, ())
                    events = (self.event_of_claim.get(one.id) for one in claims)
                    found.update(one.id for one in events if one is not None)
        return found

    def _draw_rows(self, events: list[Event]) -> list[TimelineRow]:
        claims = [self.claims[claim] for event in events for claim in event.claims]
        people = {one.id: one for claim in claims for one in self.people_of(claim)}
        people |= {one: self.entities[one] for event in events for one in (*event.who, *event.whom)}
        reports = {one.report: self.reports[one.report] for one in claims}
        drawer = RowDrawer(claims, people.values(), reports.values())
        return [drawer.row(event) for event in events]

    def people_of(self, claim: Claim) -> list[Entity]:
        """Those who take part in a claim or are credited with it."""
        return [self.owners[one] for one in chains_of(claim) if one in self.owners]

    def entities_named(self, words: str) -> set[str]:
        """Ids of those whose name holds these whole words, without case and marks; or the id."""
        wanted = fold_name(words)
        found = {words.strip()} & self.entities.keys()
        if wanted:
            found |= {id_ for id_, names in self._folded.items() if f" {wanted} " in names}
        return found


def claim_key(claim: Claim) -> Key:
    """The order of claims: by report and place in the text."""
    return claim.report, claim.trigger.start, claim.id


def chains_of(claim: Claim) -> list[str]:
    """The chains that take part in a claim or are credited with it."""
    return [*_taking_part(claim), *(one.chain for one in claim.sources if one.chain)]


def _taking_part(claim: Claim) -> list[str]:
    return [one.chain for one in (*claim.who, *claim.whom)]


def _is_left_out(row: TimelineRow) -> bool:
    """Whether a timeline leaves it out: it tells only that somebody did not say something."""
    return row.is_bare_saying and row.polarity == "-"


def _fold_names(entity: Entity) -> str:
    return "\n".join(f" {fold_name(name)} " for name in dict.fromkeys((entity.name, *entity.names)))


def _patched(old: dict[str, R], new: Collection[R], gone: Collection[str]) -> dict[str, R]:
    if not new and not gone:
        return old
    made = {**old, **{one.id: one for one in new}}
    for id_ in gone:
        del made[id_]
    return dict(sorted(made.items(), key=itemgetter(0)))


def _patched_lists(
    old: dict[str, list[Claim]],
    new: Iterable[tuple[str, Claim]],
    touched: set[str],
    gone: Collection[str],
) -> dict[str, list[Claim]]:
    added: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in new:
        added[key].append(claim)
    if not touched and not added:
        return old
    made = dict(old)
    for key in touched | added.keys():
        kept = [one for one in old.get(key, ()) if one.id not in gone]
        _put(made, key, sorted([*kept, *added.get(key, ())], key=claim_key))
    return made


def _put(lists: dict[str, list[T]], key: str, things: list[T]) -> None:
    """Sets a list; one without anything is not kept."""
    if things:
        lists[key] = things
    else:
        lists.pop(key, None)
