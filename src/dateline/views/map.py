"""Events on a map: a dot for a town, an area for what is coarser, and no place where none is told.

Nothing is put on a capital because only a country is known: a country is shaded as a whole, a
province is a circle that covers it. What lies too close together is one mark with a number.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.records import Event, Where
from dateline.views.globe import KM_PER_DEGREE, Window, country_ids, draw_outlines
from dateline.views.timeline import TimelineRow
from dateline.views.wording import STANDINGS, standing_of

Shape = Literal["dot", "area", "country"]

WORLD = Window(-180.0, -58.0, 180.0, 80.0)
"""All land but the Antarctic."""

_TALL = 0.54
"""Height of the page by its width."""
_LEAST_SPAN, _MOST_SPAN = 3.0, 138.0
"""Degrees of latitude: closer, the outlines are too coarse to tell anything."""
_TOWN_KM = 30.0
"""A place that a circle of this covers is a dot."""
_CHARACTER_PX, _LINE_PX = 8.0, 15.0
"""Width and height of a label's letters at the width of `Window`, in the widest common font."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with its events.

    Attributes:
        key: Its GeoNames id, or its name where the gazetteer has none.
        shape: None where nobody knows where it lies.
        events: Ids, as the timeline has them.
        standing: Of the surest of its events.
    """

    key: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    shape: Shape | None
    events: tuple[str, ...]
    standing: str


Gathered = tuple[list[MapPlace], int]
"""Places, the fullest first, and how many events have none."""


@dataclass(frozen=True, slots=True)
class MapMark:
    """One or several places as drawn; pixels.

    Attributes:
        places: The one with most events first.
        number: Of events.
        r: Radius of the dot, or of the circle that covers the place; of a country 0.
        label: Empty where there is no room.
    """

    shape: Shape
    places: tuple[MapPlace, ...]
    number: int
    standing: str
    x: float
    y: float
    r: float
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: Literal["start", "end", "middle"] = "start"


@dataclass(frozen=True, slots=True)
class Land:
    """A country's line as the `d` of an SVG path; `shaded` where events are told of no finer."""

    path: str
    shaded: bool


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The picture and what is not on it.

    Attributes:
        marks: Areas first, so that dots lie over them.
        places: All with a known position, the fullest first, on the page or not.
        outside: How many of these the page does not show.
        unplaced: Places told of that have no known position.
        homeless: Events of which no report gives a place.
    """

    window: Window
    lands: tuple[Land, ...]
    marks: tuple[MapMark, ...]
    places: tuple[MapPlace, ...]
    outside: int
    unplaced: tuple[MapPlace, ...]
    homeless: int


def draw_map(gathered: Gathered, window: Window | None = None, most: int = 120) -> WorldMap:
    """Where events were, as their reports tell it.

    Args:
        gathered: The places of the events to show: see `gather_places`.
        window: What part of the world; that of all places if None.
        most: How many places are drawn, the fullest first.
    """
    places, homeless = gathered
    known = tuple(place for place in places if place.shape)
    shown_in = window or fit(known)
    inside = [one for one in known if one.shape == "country" or shown_in.holds(*_point(one))]
    shaded = {int(one.key) for one in inside if one.shape == "country"}
    return WorldMap(
        shown_in,
        tuple(Land(path, outline.geonames in shaded) for outline, path in draw_outlines(shown_in)),
        tuple(_label(_marks(inside[:most], shown_in), shown_in)),
        known,
        len(known) - sum(shown_in.holds(*_point(one)) for one in known),
        tuple(place for place in places if not place.shape),
        homeless,
    )


def gather_places(rows: Iterable[TimelineRow], events: Mapping[str, Event]) -> Gathered:
    """The places of some events, the fullest first; how many events have none."""
    of: defaultdict[str, list[TimelineRow]] = defaultdict(list)
    where: dict[str, Where] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    homeless = 0
    for row in rows:
        place = events[row.event].where
        if place is None:
            homeless += 1
            continue
        key = str(place.geonames) if place.geonames is not None else place.name
        of[key].append(row)
        where.setdefault(key, place)
        names[key][place.name] += 1
    found = [
        _place(key, where[key], min(names[key], key=lambda name: (-names[key][name], name)), told)
        for key, told in of.items()
    ]
    return sorted(found, key=lambda one: (-len(one.events), one.name, one.key)), homeless


def _place(key: str, where: Where, name: str, told: Sequence[TimelineRow]) -> MapPlace:
    shape: Shape | None = None
    if where.geonames in country_ids():
        shape = "country"
    elif where.lat is not None and where.lon is not None:
        shape = "area" if (where.radius_km or 0.0) > _TOWN_KM else "dot"
    return MapPlace(
        key, name, where.country, where.lat, where.lon, where.radius_km, shape,
        tuple(row.event for row in told), _surest(told),
    )  # fmt: skip


def _surest(told: Iterable[TimelineRow]) -> str:
    found = STANDINGS[-1]
    for row in told:
        found = min(found, standing_of(row.claims), key=STANDINGS.index)
        if found == STANDINGS[0]:  # none is surer: a full place needs no further look
            break
    return found


def _point(place: MapPlace) -> tuple[float, float]:
    return place.lon or 0.0, place.lat or 0.0


def look_at(lat: float, lon: float, span: float) -> Window:
    """The part of the world round a point.

    Args:
        span: Degrees of latitude from edge to edge; held within what can be drawn.
    """
    span = min(max(span, _LEAST_SPAN), _MOST_SPAN)
    lat = min(max(lat, -80.0 + span / 2), 88.0 - span / 2)
    wide = span / _TALL / max(math.cos(math.radians(lat)), 0.1)
    if wide >= 360.0 or span >= _MOST_SPAN:
        return WORLD
    lon = min(max(lon, -180.0 + wide / 2), 180.0 - wide / 2)
    return Window(lon - wide / 2, lat - span / 2, lon + wide / 2, lat + span / 2)


def fit(places: Iterable[MapPlace]) -> Window:
    """The smallest part of the world that has all of them, with room around."""
    boxes = []
    for place in places:
        lon, lat = _point(place)
        up = (place.radius_km or 10.0) / KM_PER_DEGREE
        side = up / max(math.cos(math.radians(lat)), 0.1)
        boxes.append((lon - side, lat - up, lon + side, lat + up))
    if not boxes:
        return WORLD
    west, south = (min(box[at] for box in boxes) for at in (0, 1))
    east, north = (max(box[at] for box in boxes) for at in (2, 3))
    middle = (south + north) / 2
    wide = (east - west) * max(math.cos(math.radians(middle)), 0.1)
    return look_at(middle, (west + east) / 2, 1.2 * max(north - south, wide * _TALL))


def _marks(places: Iterable[MapPlace], window: Window) -> list[MapMark]:
    """Countries, then areas, then dots; dots that would cover one another are one."""
    marks = [_mark(place, window) for place in places]
    dots: list[MapMark] = []
    for mark in (one for one in marks if one.shape == "dot"):
        near = next(
            (at for at, dot in enumerate(dots)
             if math.hypot(dot.x - mark.x, dot.y - mark.y) < dot.r + mark.r),
            None,
        )  # fmt: skip
        if near is None:
            dots.append(mark)
        else:
            dots[near] = _joined(dots[near], mark)
    coarse = [one for one in marks if one.shape != "dot"]
    return sorted(coarse, key=lambda one: (one.shape != "country", -one.r)) + dots


def _mark(place: MapPlace, window: Window) -> MapMark:
    assert place.shape is not None
    x, y = window.lay(*_point(place))
    if place.shape == "country":
        r = 0.0
    elif place.shape == "area":
        r = max((place.radius_km or 0.0) / KM_PER_DEGREE * window.scale, 9.0)
    else:
        r = _dot_radius(len(place.events))
    number = len(place.events)
    return MapMark(
        place.shape, (place,), number, place.standing, round(x, 1), round(y, 1), round(r, 1)
    )


def _dot_radius(number: int) -> float:
    return min(5.0 + 2.2 * math.sqrt(number - 1), 20.0)


def _joined(one: MapMark, other: MapMark) -> MapMark:
    return replace(
        one,
        places=one.places + other.places,
        number=one.number + other.number,
        standing=min(one.standing, other.standing, key=STANDINGS.index),
        r=round(_dot_radius(one.number + other.number), 1),
    )


def _label(marks: Iterable[MapMark], window: Window) -> list[MapMark]:
    """A name beside each mark where it covers no other name and no dot; fuller marks first."""
    marks = list(marks)
    taken = [
        (one.x - one.r, one.y - one.r, one.x + one.r, one.y + one.r)
        for one in marks
        if one.shape == "dot"
    ]
    found = {}
    for mark in sorted(marks, key=lambda one: (one.shape == "area", -one.number)):
        others = len(mark.places) - 1
        words = mark.places[0].name[:40] + (f" and {others} more" if others else "")
        if mark.shape != "dot":
            words += f" ({mark.number})"
        for made, box in _sides(mark, words):
            if _is_free(box, taken, window, own=mark):
                taken.append(box)
                found[id(mark)] = made
                break
    return [found.get(id(mark), mark) for mark in marks]


Box = tuple[float, float, float, float]


def _sides(mark: MapMark, words: str) -> Iterable[tuple[MapMark, Box]]:
    """The places for a label: right and left of a dot, in the middle of what is coarser."""
    width, high = len(words) * _CHARACTER_PX, _LINE_PX / 2
    if mark.shape != "dot":
        away = max(mark.r, _LINE_PX) + high + 2
        for y in (mark.y, mark.y + away, mark.y - away):
            yield (
                replace(
                    mark, label=words, label_x=mark.x, label_y=round(y + 4, 1), anchor="middle"
                ),
                (mark.x - width / 2, y - high, mark.x + width / 2, y + high),
            )
        return
    gap = mark.r + 5
    yield (
        replace(mark, label=words, label_x=round(mark.x + gap, 1), label_y=round(mark.y + 4, 1)),
        (mark.x + gap, mark.y - high, mark.x + gap + width, mark.y + high),
    )
    yield (
        replace(mark, label=words, label_x=round(mark.x - gap, 1), label_y=round(mark.y + 4, 1),
                anchor="end"),
        (mark.x - gap - width, mark.y - high, mark.x - gap, mark.y + high),
    )  # fmt: skip


def _is_free(box: Box, taken: Iterable[Box], window: Window, own: MapMark) -> bool:
    if box[0] < 0 or box[1] < 0 or box[2] > window.width or box[3] > window.height:
        return False
    around = (own.x - own.r, own.y - own.r, own.x + own.r, own.y + own.r)
    return not any(
        one != around
        and box[0] < one[2] and box[2] > one[0] and box[1] < one[3] and box[3] > one[1]
        for one in taken
    )  # fmt: skip
