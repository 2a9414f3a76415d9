"""People and bodies: the list, and the dossier of one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import UnknownId
from dateline.export.listed import entity_rows
from dateline.records import Entity
from dateline.views.wording import list_names
from dateline.web.dossier import (
    denials_of,
    draw_deeds,
    draw_tenures,
    events_of,
    questions_of,
    used_names,
)
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


def show_people(request: Request) -> Response:
    """The list of people and bodies, the most mentioned first."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    name = request.query_params.get("name", "").strip()[:200]
    kind = request.query_params.get("kind", "")
    named = snapshot.entities_named(name) if name else snapshot.entities.keys()
    found = [one for one in snapshot.people if one.id in named and (not kind or one.schema == kind)]
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
    rows = events_of(snapshot, entity)
    done = [row for row in rows if row.type != "CONSULT"]
    did = [row for row in done if entity.id in snapshot.events[row.event].who]
    befell = [row for row in done if entity.id not in snapshot.events[row.event].who]
    claims = snapshot.claims_of_entity.get(entity.id, [])
    axis, tenures = draw_tenures(snapshot, entity, (c for c in claims if c.kind == "relation"))
    denies, denied = denials_of(snapshot, entity)
    return render(
        request, "entity.html", title=entity.name, entity=entity,
        row=next(one for one in own if one.id == entity.id), kind=KINDS[entity.schema],
        names=used_names(snapshot, entity), axis=axis, tenures=tenures,
        meetings=draw_deeds(snapshot, entity, [one for one in rows if one.type == "CONSULT"]),
        did=draw_deeds(snapshot, entity, did), befell=draw_deeds(snapshot, entity, befell),
        denies=denies, denied=denied, snapshot=snapshot, questions=questions_of(snapshot, rows),
        list_names=list_names,
    )  # fmt: skip
