"""What happened: the list of events, one event with all its sources, and the timeline."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import UnknownId
from dateline.views.disputes import DISPUTED, draw_disputes
from dateline.views.wording import say_date
from dateline.web.choosing import Choice, choose_rows, read_choice, row_key
from dateline.web.pages import render
from dateline.web.paging import cut_page
from dateline.web.snapshot import Desk

_TIMELINE_PAGE = 100


def show_events(request: Request) -> Response:
    """The list of events, narrowed as the address says."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    found = choose_rows(snapshot, choice)
    page = cut_page(found, row_key, request.query_params.get("after"))
    rows = snapshot.rows(snapshot.events[row.event] for row in page.items)
    return render(
        request, "events.html", title="Events", choice=choice, page=page, rows=rows,
        lines=dict(zip((row.id for row in rows), page.items, strict=True)), disputed=DISPUTED,
        reports=len(snapshot.reports), total=len(snapshot.timeline.rows),
    )  # fmt: skip


def show_timeline(request: Request) -> Response:
    """The events by day; the undated after all others."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    found = choose_rows(snapshot, choice)
    page = cut_page(found, row_key, request.query_params.get("after"), _TIMELINE_PAGE)
    rows = snapshot.rows(snapshot.events[row.event] for row in page.items)
    days = [
        (day, [row for _, row in group])
        for day, group in groupby(zip(page.items, rows, strict=True), lambda one: one[0].edtf)
    ]
    undated = sum(row.precision == "undated" for row in found)
    return render(
        request, "timeline.html", title="Timeline", choice=choice, page=page, undated=undated,
        days=[(say_date(day, is_long=True) if day else "", group) for day, group in days],
        reports=len(snapshot.reports), total=len(snapshot.timeline.rows),
    )  # fmt: skip


def show_event(request: Request) -> Response:
    """One event: who says what, where sources differ, who has it from whom, and the words."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    event = snapshot.events.get(request.path_params["event"])
    if event is None:
        raise UnknownId("The case has no such event.")
    (row,) = snapshot.rows([event])
    return render(
        request, "event.html", title=row.label, row=row, view=snapshot.view(event), event=event,
        reports_of={claim.id: claim.report.id for claim in row.claims}, snapshot=snapshot,
        who=[snapshot.entities[one] for one in (*event.who, *event.whom)],
    )  # fmt: skip


def show_conflicts(request: Request) -> Response:
    """What sources disagree on, side by side."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    on = request.query_params.get("on", "")
    found = [
        row
        for row in choose_rows(snapshot, Choice(choice.who, choice.start, choice.end, 1, True))
        if not on or any(conflict.on == on for conflict in row.conflicts)
    ]
    page = cut_page(found, row_key, request.query_params.get("after"), 25)
    events = [snapshot.events[row.event] for row in page.items]
    disputes = {
        event.id: [
            one
            for one in draw_disputes(event, snapshot.claims, snapshot.reports)
            if not on or one.on == on
        ]
        for event in events
    }
    return render(
        request, "conflicts.html", title="Conflicts", choice=choice, page=page, on=on,
        rows=snapshot.rows(events), disputes=disputes, kinds=DISPUTED,
        reports_of={claim: snapshot.claims[claim].report for one in events for claim in one.claims},
        reports=len(snapshot.reports), snapshot=snapshot,
    )  # fmt: skip
