"""The timeline: lanes as a picture, and the same events as a table below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.views import TimelineRow
from dateline.views.lanes import LANE_KINDS, LaneKind, Lanes, draw_lanes
from dateline.views.wording import say_date
from dateline.web.choosing import Choice, choose_rows, read_choice, row_key, window_of
from dateline.web.filters import is_unknown, name_person, set_filters
from dateline.web.pages import address, render
from dateline.web.paging import cut_page
from dateline.web.snapshot import Desk, Snapshot

_PAGE = 50
_LANES, _MORE_LANES, _MOST_LANES = 10, 15, 60
WORDS: dict[LaneKind, tuple[str, str]] = {
    "person": ("Who", "people and bodies"),
    "place": ("Where", "places"),
    "event": ("What", "kinds of events"),
}
"""What stands on the tab of the lanes, and what one has more of."""


def show_timeline(request: Request) -> Response:
    """The events by time; the undated after all others."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    kind, most = _read_lanes(request.query_params)
    found = choose_rows(snapshot, choice)
    page = cut_page(found, row_key, request.query_params.get("after"), _PAGE)
    rows = snapshot.rows(snapshot.events[row.event] for row in page.items)
    days = [
        (day, [row for _, row in group])
        for day, group in groupby(zip(page.items, rows, strict=True), lambda one: one[0].edtf)
    ]
    own = {"lane": kind if kind != "person" else "", "lanes": most if most != _LANES else ""}
    return render(
        request, "timeline.html", title="Timeline", choice=choice, page=page, kind=kind,
        lanes=draw(snapshot, found, choice, kind, most), words=WORDS,
        more=min(most + _MORE_LANES, _MOST_LANES) if most < _MOST_LANES else None,
        days=[(say_date(day, is_long=True) if day else "", group) for day, group in days],
        person=name_person(snapshot, choice), is_unknown=is_unknown(snapshot, choice),
        filters=set_filters(snapshot, choice, "/timeline", **own),
        undated=sum(row.precision == "undated" for row in found), own=own,
        address_of=lambda **parameters: timeline_address(choice, kind, **parameters),
        reports=len(snapshot.reports), total=len(snapshot.timeline.rows),
    )  # fmt: skip


def draw(
    snapshot: Snapshot, rows: Sequence[TimelineRow], choice: Choice, kind: LaneKind, most: int
) -> Lanes:
    """The lanes of a choice; of the whole timeline they are drawn once."""
    if choice.is_any:
        known = snapshot.lanes.get((kind, most))
        if known is None:
            known = snapshot.lanes[kind, most] = _draw(snapshot, rows, choice, kind, most)
        return known
    return _draw(snapshot, rows, choice, kind, most)


def _draw(
    snapshot: Snapshot, rows: Sequence[TimelineRow], choice: Choice, kind: LaneKind, most: int
) -> Lanes:
    def name_events(ids: Sequence[str]) -> Mapping[str, str]:
        events = [snapshot.events[one] for one in ids]
        return {row.id: row.label for row in snapshot.rows(events)}

    return draw_lanes(
        rows, snapshot.events, snapshot.names, kind,
        most=most, window=window_of(choice), name_events=name_events,
    )  # fmt: skip


def timeline_address(choice: Choice, kind: LaneKind, **parameters: object) -> str:
    """A timeline like this one but for these parameters."""
    return address(
        "/timeline", **{"lane": kind if kind != "person" else "", **choice.parameters, **parameters}
    )


def _read_lanes(parameters: Mapping[str, str]) -> tuple[LaneKind, int]:
    kind = parameters.get("lane", "") or "person"
    number = parameters.get("lanes", "") or str(_LANES)
    if kind not in get_args(LaneKind):
        raise BadQuery(f"There are no such lanes: give one of {', '.join(LANE_KINDS)}.")
    if not (number.isascii() and number.isdigit() and len(number) < 4):
        raise BadQuery("The number of lanes can't be read.")
    return cast(LaneKind, kind), min(max(1, int(number)), _MOST_LANES)
