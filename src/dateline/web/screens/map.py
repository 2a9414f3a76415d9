"""The map: where events were, and the same places as a table below it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.export.rows import EventRow
from dateline.views.globe import Window
from dateline.views.map import WORLD, MapMark, MapPlace, draw_map, gather_places, look_at
from dateline.web.choosing import choose_rows, read_choice
from dateline.web.filters import is_unknown, name_person, set_filters
from dateline.web.pages import address, render
from dateline.web.snapshot import Desk, Snapshot

_PLACES, _LISTED = 120, 40
"""Places that are drawn, and that stand in the table."""
_EVENTS = 3
"""Events that stand in the row of a place."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in words.

    Attributes:
        closer: The part of the world round it, as parameters; None where its position is unknown.
        events: The first of its events.
        more: How many it has besides.
    """

    place: MapPlace
    closer: Mapping[str, object] | None
    events: tuple[EventRow, ...]
    more: int


def show_map(request: Request) -> Response:
    """Where the events were that are asked for."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    window = _read_window(request.query_params)
    rows = choose_rows(snapshot, choice)
    gathered = snapshot.places if choice.is_any else gather_places(rows, snapshot.events)
    world = draw_map(gathered, window, _PLACES)
    part = _parameters(world.window) if window is not None else {}
    return render(
        request, "map.html", title="Map", choice=choice, world=world, total=len(rows),
        events_total=len(snapshot.timeline.rows), reports=len(snapshot.reports),
        places=_rows(snapshot, world.places[:_LISTED]),
        unplaced=_rows(snapshot, world.unplaced[:_LISTED]),
        moves=_moves(world.window), own=part, target_of=_target, row_id=row_id,
        person=name_person(snapshot, choice), is_unknown=is_unknown(snapshot, choice),
        filters=set_filters(snapshot, choice, "/map", **part),
        address_of=lambda given: address("/map", **{**choice.parameters, **given}),
        events_at=lambda place: address("/timeline", **{**choice.parameters, "place": place.key}),
    )  # fmt: skip


def _rows(snapshot: Snapshot, places: tuple[MapPlace, ...]) -> list[PlaceRow]:
    shown = {place: place.events[:_EVENTS] for place in places}
    rows = {
        row.id: row
        for row in snapshot.rows(snapshot.events[i] for ids in shown.values() for i in ids)
    }
    return [
        PlaceRow(
            place,
            _closer(place) if place.shape else None,
            tuple(rows[id_] for id_ in ids),
            len(place.events) - len(ids),
        )
        for place, ids in shown.items()
    ]


def _closer(place: MapPlace) -> dict[str, object]:
    assert place.lat is not None
    assert place.lon is not None
    span = max(3 * (place.radius_km or 0.0) / 111.2, 6.0)
    return _parameters(look_at(place.lat, place.lon, span))


def row_id(place: MapPlace) -> str:
    """The id of a place's row: letters and figures alone."""
    return "at-" + "".join(sign if sign.isalnum() else "-" for sign in place.key)


def _target(mark: MapMark) -> str:
    """What a mark leads to: its row; where it is several places, these from closer by."""
    if len(mark.places) == 1:
        return "#" + row_id(mark.places[0])
    lats, lons = ([getattr(one, of) for one in mark.places] for of in ("lat", "lon"))
    span = 2 * max(max(lats) - min(lats), (max(lons) - min(lons)) / 2)
    window = look_at((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2, span)
    return address("", **_parameters(window))


def _moves(window: Window) -> list[tuple[str, str, Mapping[str, object]]]:
    """What leads to other parts of the world: its sign, its words, the parameters."""
    lat, lon = (window.south + window.north) / 2, (window.west + window.east) / 2
    span = window.north - window.south
    high, wide = span / 2, (window.east - window.west) / 2
    given = [
        ("+", "Closer", (lat, lon, span / 2)),
        ("−", "Farther", (lat, lon, span * 2)),
        ("←", "West", (lat, lon - wide, span)),
        ("→", "East", (lat, lon + wide, span)),
        ("↑", "North", (lat + high, lon, span)),
        ("↓", "South", (lat - high, lon, span)),
    ]
    return [(sign, words, _parameters(look_at(*to))) for sign, words, to in given]


def _parameters(window: Window) -> dict[str, object]:
    if window == WORLD:
        return {"span": round(WORLD.north - WORLD.south, 1), "lat": 11.0, "lon": 0.0}
    return {
        "lat": round((window.south + window.north) / 2, 2),
        "lon": round((window.west + window.east) / 2, 2),
        "span": round(window.north - window.south, 2),
    }


def _read_window(parameters: Mapping[str, str]) -> Window | None:
    given = [parameters.get(name, "").strip() for name in ("lat", "lon", "span")]
    if not any(given):
        return None
    try:
        lat, lon, span = map(float, given)
    except ValueError:
        raise BadQuery(
            "A part of the map is lat, lon and span, in degrees: three numbers."
        ) from None
    if not (math.isfinite(lat + lon + span) and abs(lat) <= 90 and abs(lon) <= 180 and span > 0):
        raise BadQuery("No such part of the world: lat -90 to 90, lon -180 to 180, span above 0.")
    return look_at(lat, lon, span)
