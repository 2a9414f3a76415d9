"""People and bodies: the list, and the dossier of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import UnknownId
from dateline.export.listed import entity_rows
from dateline.export.rows import ClaimCard, EventRow
from dateline.records import Entity, Event
from dateline.views.wording import list_names, name_outlet, say_date
from dateline.web.choosing import is_named, row_key
from dateline.web.pages import render
from dateline.web.paging import Key, cut_page
from dateline.web.snapshot import Desk, Snapshot

KINDS = {
    "Person": "person",
    "Organization": "organisation",
    "PublicBody": "public body",
    "Company": "company",
    "Country": "country",
}


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name, with the outlets that print it and how often it stands there."""

    name: str
    outlets: tuple[tuple[str, str], ...]
    times: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A line of the table of an entity's events.

    Attributes:
        others: Those who took part beside it.
        denied_by: Who says that it did not happen.
    """

    row: EventRow
    day: str
    others: tuple[Entity, ...]
    where: str
    origins: int
    denied_by: tuple[ClaimCard, ...]


def show_people(request: Request) -> Response:
    """The list of people and bodies, the most mentioned first."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    name = request.query_params.get("name", "").strip()[:200]
    kind = request.query_params.get("kind", "")
    found = [
        one
        for one in sorted(snapshot.entities.values(), key=entity_key)
        if (not name or is_named(one, name)) and (not kind or one.schema == kind)
    ]
    page = cut_page(found, entity_key, request.query_params.get("after"))
    numbers = {one.id: len(snapshot.claims_of_entity.get(one.id, ())) for one in page.items}
    rows = {
        one.id: row
        for one in page.items
        for row in entity_rows(_with_bodies(snapshot, one), snapshot.claims)
        if row.id == one.id
    }
    return render(
        request, "people.html", title="People", page=page, rows=rows, name=name, kind=kind,
        kinds=KINDS, numbers=numbers, reports=len(snapshot.reports), total=len(snapshot.entities),
        snapshot=snapshot,
    )  # fmt: skip


def entity_key(entity: Entity) -> Key:
    """The order of the list: the most mentioned first."""
    return -len(entity.mentions), entity.id


def _with_bodies(snapshot: Snapshot, entity: Entity) -> list[Entity]:
    """An entity and those that its posts are in."""
    bodies = (snapshot.owners.get(role.organization or "") for role in entity.roles)
    found = {one.id: one for one in bodies if one is not None}
    return [entity, *(one for id_, one in found.items() if id_ != entity.id)]


def show_entity(request: Request) -> Response:
    """The dossier of one: names, posts, events, ties, and what is open."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    entity = snapshot.entities.get(request.path_params["entity"])
    if entity is None:
        raise UnknownId("The case has no such person or body.")
    own = entity_rows(_with_bodies(snapshot, entity), snapshot.claims)
    claims = snapshot.claims_of_entity.get(entity.id, [])
    events = {event.id: event for one in claims if (event := snapshot.event_of_claim.get(one.id))}
    meetings = _meetings(snapshot, entity, events.values())
    cards = snapshot.cards(one for one in claims if one.kind == "relation")
    return render(
        request, "entity.html", title=entity.name, entity=entity,
        row=next(one for one in own if one.id == entity.id), kind=KINDS[entity.schema],
        names=used_names(snapshot, entity),
        meetings=[one for one in meetings if snapshot.events[one.row.id].type == "CONSULT"],
        others=[one for one in meetings if snapshot.events[one.row.id].type != "CONSULT"],
        ties=list(cards.values()), snapshot=snapshot, questions=_questions(meetings),
        list_names=list_names,
    )  # fmt: skip


def used_names(snapshot: Snapshot, entity: Entity) -> list[UsedName]:
    """The names that reports print, the most used first, and who prints each."""
    used: dict[str, list[str]] = defaultdict(list)
    for mention in entity.mentions:
        if mention.kind == "name":
            used[" ".join(mention.words.exact.split())].append(mention.report)
    found = []
    for name, reports in used.items():
        outlets: dict[str, str] = {}
        for report in sorted(reports):
            outlets.setdefault(name_outlet(snapshot.reports.get(report)), report)
        found.append(UsedName(name, tuple(sorted(outlets.items())), len(reports)))
    return sorted(found, key=lambda one: (-one.times, one.name))


def _meetings(snapshot: Snapshot, entity: Entity, events: Iterable[Event]) -> list[Meeting]:
    chosen = sorted(events, key=lambda one: row_key(snapshot.row(one)))
    found = []
    for event, row in zip(chosen, snapshot.rows(chosen), strict=True):
        line = snapshot.row(event)
        others = dict.fromkeys((*event.who, *event.whom))
        found.append(
            Meeting(
                row,
                say_date(line.edtf) if line.edtf else "",
                tuple(snapshot.entities[one] for one in others if one != entity.id),
                line.where or "",
                line.origins,
                tuple(card for card in row.claims if card.standing == "denied"),
            )
        )
    return found


def _questions(meetings: Iterable[Meeting]) -> list[tuple[str, EventRow]]:
    """What the reports leave open of these events, a sentence each."""
    found = []
    for one in meetings:
        if one.row.flags:
            found.append((f"Sources differ: {', '.join(one.row.flags)}.", one.row))
        if not one.day and not one.row.is_bare_saying:
            found.append(("No report says when.", one.row))
    return found
