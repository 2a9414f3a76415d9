"""What else changes in a case when reports are taken out of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.records import Entity, Event, Report
from dateline.verification import Contents

R = TypeVar("R", Entity, Event)


@dataclass(frozen=True, slots=True)
class EntityChange:
    """An entity that lost something.

    Attributes:
        after: What is left of it, sorted by id: nothing if it ended, several if what joined it
            is gone.
    """

    before: Entity
    after: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that lost something, or got another count of origins or another conflict.

    Attributes:
        after: The events that its claims are in now, sorted by id: none if it ended.
    """

    before: Event
    after: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken out of a case, and what else changed.

    Attributes:
        reports: The reports that are gone, as they were; sorted by id.
        claims: How many claims went with them.
        back: Ids of reports that stand again, since the text that replaced them is gone; sorted.
        entities, events: What ended or changed, sorted by the id that it had.
        new_events: Events of claims that were in none before.
    """

    reports: tuple[Report, ...]
    claims: int
    back: tuple[str, ...]
    entities: tuple[EntityChange, ...]
    events: tuple[EventChange, ...]
    new_events: tuple[Event, ...]


def compare_contents(before: Contents, after: Contents) -> Removal:
    """What a case lost, and what else is different in it."""
    left = {one.id: one for one in after.reports}
    gone = tuple(one for one in before.reports if one.id not in left)
    replaced = {one.id for one in before.reports if one.replaced_by is not None}
    back = tuple(id_ for id_ in sorted(replaced & left.keys()) if left[id_].replaced_by is None)
    told = {claim for one in before.events for claim in one.claims}
    return Removal(
        reports=gone,
        claims=len(before.claims) - len(after.claims),
        back=back,
        entities=_entity_changes(before.entities, after.entities),
        events=_event_changes(before.events, after.events),
        new_events=tuple(one for one in after.events if told.isdisjoint(one.claims)),
    )


def _entity_changes(before: Sequence[Entity], after: Sequence[Entity]) -> tuple[EntityChange, ...]:
    by_id = {one.id: one for one in after}
    owner = {chain: one.id for one in after for chain in one.chains}
    changes = []
    for one in before:
        now = _found(one.chains, owner, by_id)
        if len(now) != 1 or _shown_entity(one) != _shown_entity(now[0]):
            changes.append(EntityChange(one, now))
    return tuple(changes)


def _shown_entity(entity: Entity) -> tuple[object, ...]:
    return entity.id, entity.schema, entity.name, entity.names, entity.mentions, entity.roles


def _event_changes(before: Sequence[Event], after: Sequence[Event]) -> tuple[EventChange, ...]:
    by_id = {one.id: one for one in after}
    owner = {claim: one.id for one in after for claim in one.claims}
    changes = []
    for one in before:
        now = _found(one.claims, owner, by_id)
        if len(now) != 1 or _shown_event(one) != _shown_event(now[0]):
            changes.append(EventChange(one, now))
    return tuple(changes)


def _shown_event(event: Event) -> tuple[object, ...]:
    counts = event.origins, event.publishers, event.copies, event.conflicts
    return event.id, event.claims, event.who, event.whom, event.when, event.where, *counts


def _found(
    parts: Collection[str], owner: Mapping[str, str], by_id: Mapping[str, R]
) -> tuple[R, ...]:
    """The records that some parts of one are in now."""
    ids = {owner[part] for part in parts if part in owner}
    return tuple(by_id[id_] for id_ in sorted(ids))
