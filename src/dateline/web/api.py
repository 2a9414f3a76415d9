"""`/api/v1`: the records behind the screens as JSON, a page at a time; `openapi.json` says how.

A record has the fields that the records export gives it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dateline.errors import BadQuery, UnknownId
from dateline.export import write_records
from dateline.records import Claim, Entity, Event, Report
from dateline.records.settled import conflict_status
from dateline.views.map import gather_places
from dateline.views.network import NetworkEdge
from dateline.web.around import draw_ties
from dateline.web.choosing import choose_rows, read_choice, row_key
from dateline.web.paging import MOST, PAGE, Page, cut_page
from dateline.web.screens.people import entity_key
from dateline.web.screens.reports import report_key
from dateline.web.screens.search import search_page
from dateline.web.snapshot import Desk, Snapshot, claim_key

Json = dict[str, Any]


def problem(status: int, detail: str) -> Response:
    """An error as RFC 9457 has it."""
    titles = {400: "Bad request", 401: "Closed", 404: "Not found", 405: "Method not allowed"}
    body = {"status": status, "title": titles.get(status, "Failed"), "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def list_reports(request: Request) -> Response:
    """All reports, by day of publication."""
    snapshot = _snapshot(request)
    page = cut_page(snapshot.reports_by_day, report_key, *_paging(request))
    return _answer(page, _records(snapshot, reports=page.items))


def get_report(request: Request) -> Response:
    """One report, with its text."""
    snapshot = _snapshot(request)
    report = _one(snapshot.reports, request)
    (record,) = _records(snapshot, reports=[report])
    return JSONResponse({**record, "text": report.text})


def list_claims(request: Request) -> Response:
    """All claims, by report and place in the text; of one report or one entity if asked."""
    snapshot = _snapshot(request)
    report, entity = (request.query_params.get(name) for name in ("report", "entity"))
    found = snapshot.all_claims
    if entity is not None:
        found = snapshot.claims_of_entity.get(entity, [])
        found = [one for one in found if report is None or one.report == report]
    elif report is not None:
        found = snapshot.claims_of_report.get(report, [])
    page = cut_page(found, claim_key, *_paging(request))
    return _answer(page, _records(snapshot, claims=page.items))


def get_claim(request: Request) -> Response:
    """One claim."""
    snapshot = _snapshot(request)
    return JSONResponse(_records(snapshot, claims=[_one(snapshot.claims, request)])[0])


def list_entities(request: Request) -> Response:
    """All people and bodies, the most mentioned first; those of a name if asked."""
    snapshot = _snapshot(request)
    name = request.query_params.get("name", "").strip()[:200]
    named = snapshot.entities_named(name) if name else snapshot.entities.keys()
    found = [one for one in snapshot.people if one.id in named]
    page = cut_page(found, entity_key, *_paging(request))
    return _answer(page, _records(snapshot, entities=page.items))


def get_entity(request: Request) -> Response:
    """One person or body."""
    snapshot = _snapshot(request)
    return JSONResponse(_records(snapshot, entities=[_one(snapshot.entities, request)])[0])


def list_events(request: Request) -> Response:
    """The events by time, the undated last, narrowed as on the screen."""
    snapshot = _snapshot(request)
    found = choose_rows(snapshot, read_choice(request.query_params))
    page = cut_page(found, row_key, *_paging(request))
    events = [snapshot.events[row.event] for row in page.items]
    return _answer(page, _records(snapshot, events=events))


def get_event(request: Request) -> Response:
    """One event with the matrix of its sources, its origins and its conflicts."""
    snapshot = _snapshot(request)
    event = _one(snapshot.events, request)
    (record,) = _records(snapshot, events=[event])
    return JSONResponse({**record, "view": snapshot.view(event).to_dict()})


def list_conflicts(request: Request) -> Response:
    """The conflicts of events, in the order of the timeline."""
    snapshot = _snapshot(request)
    rows = choose_rows(snapshot, read_choice(request.query_params))
    page = cut_page([row for row in rows if row.conflicts], row_key, *_paging(request))
    events = [snapshot.events[row.event] for row in page.items]
    found = [
        {"event": one["id"], "conflicts": one["conflicts"], "statuses": _statuses(snapshot, event)}
        for one, event in zip(_records(snapshot, events=events), events, strict=True)
    ]
    return _answer(page, found)


def _statuses(snapshot: Snapshot, event: Event) -> list[Json | None]:
    """What somebody said of each conflict of an event, in their order."""
    found = [conflict_status(one, snapshot.statuses) for one in event.conflicts]
    return [
        {
            "judgement": one.id, "status": one.kind, "user": one.user, "time": one.time,
            "reason": one.reason,
        } if one else None
        for one in found
    ]  # fmt: skip


def list_ties(request: Request) -> Response:
    """Who takes part in claims with one person or body, those with most claims first."""
    snapshot, choice = _snapshot(request), read_choice(request.query_params)
    entity = _one(snapshot.entities, request)
    network = draw_ties(snapshot, entity, choice)
    ordered = sorted(network.edges, key=_tie_key)
    page = cut_page(ordered, _tie_key, *_paging(request))
    found = [
        {
            "left": one.left, "right": one.right, "standing": one.standing,
            "origins": one.origins, "claims": list(one.claims),
        }
        for one in page.items
    ]  # fmt: skip
    return _answer(page, found)


def _tie_key(tie: NetworkEdge) -> tuple[int, int, str, str]:
    return -tie.origins, -len(tie.claims), tie.left, tie.right


def list_places(request: Request) -> Response:
    """The places of events, those with most events first, narrowed as on the screen."""
    snapshot = _snapshot(request)
    rows = choose_rows(snapshot, read_choice(request.query_params))
    places, _ = gather_places(rows, snapshot.events)
    page = cut_page(places, lambda one: (-len(one.events), one.name, one.key), *_paging(request))
    found = [
        {
            "name": one.name, "country": one.country, "lat": one.lat, "lon": one.lon,
            "radius_km": one.radius_km, "shape": one.shape, "events": list(one.events),
        }
        for one in page.items
    ]  # fmt: skip
    return _answer(page, found)


def search(request: Request) -> Response:
    """The passages that hold every word of `q`, best first."""
    desk: Desk = request.app.state.desk
    after, limit = _paging(request)
    page = search_page(
        desk, desk.snapshot(), request.query_params.get("q", "")[:400],
        request.query_params.get("among", ""), request.query_params.get("outlet", ""), after, limit,
    )  # fmt: skip
    found = [
        {
            "report": one.report,
            "claim": one.claim,
            "quote": {"start": one.quote.start, "end": one.quote.end, "exact": one.quote.exact},
            "words": [{"start": span.start, "end": span.end} for span in one.words],
        }
        for _, one in page.items
    ]
    return _answer(page, found)


def show_openapi(request: Request) -> Response:
    """What this API offers, as an OpenAPI document."""
    return Response(openapi_text(), media_type="application/json")


def openapi_text() -> str:
    """The OpenAPI document."""
    return (files(__package__) / "openapi.json").read_text(encoding="utf-8")


def _nothing_here(request: Request) -> Response:
    return problem(404, "There is no such address in the API.")


API_ROUTES: Final = (
    Route("/api/v1/reports", list_reports),
    Route("/api/v1/reports/{id}", get_report),
    Route("/api/v1/claims", list_claims),
    Route("/api/v1/claims/{id}", get_claim),
    Route("/api/v1/entities", list_entities),
    Route("/api/v1/entities/{id}", get_entity),
    Route("/api/v1/entities/{id}/ties", list_ties),
    Route("/api/v1/events", list_events),
    Route("/api/v1/events/{id}", get_event),
    Route("/api/v1/conflicts", list_conflicts),
    Route("/api/v1/places", list_places),
    Route("/api/v1/search", search),
    Route("/api/v1/openapi.json", show_openapi),
    Route("/api/{rest:path}", _nothing_here),
)


def _snapshot(request: Request) -> Snapshot:
    desk: Desk = request.app.state.desk
    return desk.snapshot()


def _paging(request: Request) -> tuple[str | None, int]:
    given = request.query_params.get("limit", str(PAGE))
    if not (given.isascii() and given.isdigit() and 0 < int(given[:6]) <= MOST):
        raise BadQuery(f"limit is {given[:40]!r}; give a number from 1 to {MOST}.")
    return request.query_params.get("after"), int(given[:6])


def _one(records: dict[str, Any], request: Request) -> Any:
    found = records.get(request.path_params["id"])
    if found is None:
        raise UnknownId(f"The case has no record {request.path_params['id'][:80]!r}.")
    return found


def _answer(page: Page[Any], items: list[Json]) -> Response:
    return JSONResponse({"items": items, "total": page.total, "next": page.next})


def _records(
    snapshot: Snapshot,
    *,
    reports: Sequence[Report] = (),
    entities: Sequence[Entity] = (),
    claims: Sequence[Claim] = (),
    events: Sequence[Event] = (),
) -> list[Json]:
    """Records as the export has them, in their order."""
    named = {one.id: one for claim in claims for one in snapshot.people_of(claim)}
    for entity in entities:
        bodies = (snapshot.owners.get(role.organization or "") for role in entity.roles)
        named |= {one.id: one for one in (entity, *bodies) if one is not None}
    found = {}
    lines = write_records(reports, named.values(), claims, events, misread=snapshot.misread)
    for line in lines:
        record: Json = json.loads(line)
        found[record["id"]] = record
    wanted = [one.id for one in reports] + [one.id for one in entities]
    wanted += [one.id for one in claims] + [one.id for one in events]
    return [found[id_] for id_ in wanted]
