"""What happened: the list of events, one event with all its sources, and the conflicts."""

from __future__ import annotations

from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery, UnknownId
from dateline.records import Conflict
from dateline.views import TimelineRow
from dateline.views.disputes import DISPUTED, STATUSES, draw_disputes, say_status
from dateline.web.choosing import Choice, choose_rows, read_choice, row_key
from dateline.web.filters import is_unknown, name_person, set_filters
from dateline.web.pages import address, render
from dateline.web.paging import cut_page
from dateline.web.snapshot import Desk

CHOICES: Final = {"new": "", "open": STATUSES["open"], "explained": STATUSES["explained"]}
"""What the list of conflicts can be narrowed to: those that nobody looked at, and the statuses."""


def show_events(request: Request) -> Response:
    """The list of events, narrowed as the address says."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    found = choose_rows(snapshot, choice)
    page = cut_page(found, row_key, request.query_params.get("after"))
    rows = snapshot.rows(snapshot.events[row.event] for row in page.items)
    return render(
        request, "events.html", title="Events", choice=choice, page=page, rows=rows,
        is_unknown=is_unknown(snapshot, choice),
        person=name_person(snapshot, choice), filters=set_filters(snapshot, choice, "/events"),
        lines=dict(zip((row.id for row in rows), page.items, strict=True)), disputed=DISPUTED,
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
        near=_near(snapshot.row(event)),
    )  # fmt: skip


def _near(row: TimelineRow) -> str:
    """The timeline of the days round an event; "" where its time is open or not known."""
    if row.start is None or row.end is None:
        return ""
    length = max(7, (row.end - row.start).days)
    first = max(date.min.toordinal(), row.start.toordinal() - length)
    last = min(date.max.toordinal(), row.end.toordinal() + length - 1)
    days = {"from": date.fromordinal(first), "to": date.fromordinal(last)}
    return address("/timeline", **days)


def show_conflicts(request: Request) -> Response:
    """What sources disagree on, side by side."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    on, status = (request.query_params.get(name, "") for name in ("on", "status"))
    if status and status not in CHOICES:
        raise BadQuery(f"There is no such status: give one of {', '.join(CHOICES)}.")

    def is_asked(conflict: Conflict) -> bool:
        said = say_status(conflict, snapshot.statuses) if status else ""
        return (not on or conflict.on == on) and (not status or said == CHOICES[status])

    found = [
        row
        for row in choose_rows(snapshot, Choice(choice.who, choice.start, choice.end, 1, True))
        if any(map(is_asked, snapshot.events[row.event].conflicts))
    ]
    page = cut_page(found, row_key, request.query_params.get("after"), 25)
    events = [snapshot.events[row.event] for row in page.items]
    disputes = {
        event.id: [
            one
            for one in draw_disputes(event, snapshot.claims, snapshot.reports, snapshot.statuses)
            if (not on or one.on == on)
            and (not status or (one.status.kind if one.status else "new") == status)
        ]
        for event in events
    }
    return render(
        request, "conflicts.html", title="Conflicts", choice=choice, page=page, on=on,
        status_of=status, statuses=CHOICES,
        rows=snapshot.rows(events), disputes=disputes, kinds=DISPUTED,
        reports_of={claim: snapshot.claims[claim].report for one in events for claim in one.claims},
        reports=len(snapshot.reports), snapshot=snapshot,
    )  # fmt: skip
