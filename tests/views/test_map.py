"""The map: what is a dot, what an area, what has no place, and what is too close to tell apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.records import Event, Where
from dateline.views import TimelineRow, draw_timeline
from dateline.views.globe import Window
from dateline.views.map import WORLD, MapMark, WorldMap, draw_map, fit, gather_places, look_at
from tests.views.case import build_case

TUNISIA = 2464461


def told(*places: Where | None) -> tuple[list[TimelineRow], dict[str, Event]]:
    """An event at each of these places."""
    case = build_case()
    drawn = draw_timeline(case.events, case.claims, case.entities, case.reports).rows
    row = next(one for one in drawn if one.type == "CONSULT")
    event = next(one for one in case.events if one.id == row.event)
    events = {f"v_{n}": replace(event, id=f"v_{n}", where=at) for n, at in enumerate(places)}
    return [replace(row, event=id_) for id_ in events], events


def place(
    name: str, lat: float | None, lon: float | None, radius: float | None = 10.0,
    geonames: int | None = None,
) -> Where:  # fmt: skip
    words = next(one.where for one in build_case().events if one.where).words
    return Where(name, words, "TN", geonames, lat, lon, radius)


def drawn(*places: Where | None, window: Window | None = None, most: int = 120) -> WorldMap:
    return draw_map(gather_places(*told(*places)), window, most)


def mark(found: WorldMap, name: str) -> MapMark:
    return next(one for one in found.marks if name in [at.name for at in one.places])


SFAX = place("Sfax", 34.74, 10.76, geonames=2467454)
TUNIS = place("Tunis", 36.82, 10.17, geonames=2464470)
GOVERNORATE = place("Medenine", 33.3, 10.9, 60.0, geonames=2469472)
COUNTRY = place("Tunisia", 34.0, 9.0, 300.0, geonames=TUNISIA)
UNKNOWN = place("Harbour Hall", None, None, None)


def test_a_town_is_a_dot_a_province_a_circle_and_a_country_is_shaded() -> None:
    found = drawn(SFAX, GOVERNORATE, COUNTRY)
    assert [mark(found, one).shape for one in ("Sfax", "Medenine", "Tunisia")] == [
        "dot", "area", "country",
    ]  # fmt: skip
    assert sum(land.shaded for land in found.lands) == 1
    kilometres = mark(found, "Medenine").r / found.window.scale * 111.2
    assert kilometres == pytest.approx(60.0, rel=0.01)


def test_a_country_puts_no_dot_anywhere() -> None:
    found = drawn(COUNTRY)
    assert [one.r for one in found.marks] == [0.0]
    assert not any(one.shape == "dot" for one in found.marks)


def test_the_places_are_listed_the_fullest_first_with_all_their_events() -> None:
    found = drawn(TUNIS, SFAX, SFAX, None, UNKNOWN)
    assert [(one.name, len(one.events)) for one in found.places] == [("Sfax", 2), ("Tunis", 1)]
    assert found.places[0].events == ("v_1", "v_2")
    assert [one.name for one in found.unplaced] == ["Harbour Hall"]
    assert found.homeless == 1


def test_every_place_is_on_the_page_where_no_part_of_the_world_is_asked_for() -> None:
    far = place("Tarn", -45.0, 170.0)
    found = drawn(SFAX, TUNIS, GOVERNORATE, far)
    assert found.outside == 0
    for one in found.marks:
        assert 0 <= one.x <= found.window.width
        assert 0 <= one.y <= found.window.height


def test_what_lies_outside_a_window_is_counted_and_not_drawn() -> None:
    found = drawn(SFAX, TUNIS, window=look_at(34.74, 10.76, 3.0))
    assert [one.name for at in found.marks for one in at.places] == ["Sfax"]
    assert (found.outside, len(found.places)) == (1, 2)


def test_towns_too_close_to_tell_apart_are_one_mark_with_their_number() -> None:
    near = place("Thyna", 34.58, 10.70)
    found = drawn(SFAX, SFAX, near, window=WORLD)
    (one,) = found.marks
    assert [at.name for at in one.places] == ["Sfax", "Thyna"]
    assert one.number == 3
    assert one.label == "Sfax and 1 more"
    close = drawn(SFAX, near, window=look_at(34.72, 10.76, 1.0))
    assert len(close.marks) == 2


def test_labels_cover_neither_each_other_nor_a_dot() -> None:
    grid = [place(f"Town {n}", 34 + n % 5 * 0.4, 9 + n // 5 * 0.4) for n in range(25)]
    found = drawn(*grid)
    boxes = [
        (one.label_x - (7 * len(one.label) if one.anchor == "end" else 0), one.label_y - 11,
         one.label_x + (0 if one.anchor == "end" else 7 * len(one.label)), one.label_y + 3)
        for one in found.marks if one.label
    ]  # fmt: skip
    assert len(boxes) > 4
    for at, box in enumerate(boxes):
        for other in boxes[:at]:
            assert (
                box[0] >= other[2] or box[2] <= other[0] or box[1] >= other[3] or box[3] <= other[1]
            )


def test_a_label_keeps_off_the_next_dot_also_in_a_wide_font() -> None:
    window = look_at(34.0, 9.0, 8.0)
    west, east = place("Aarburg", 34.0, 9.0), place("Sankt Veit", 34.0, 10.18)
    found = drawn(west, east, window=window)
    mark = next(one for one in found.marks if one.label == "Aarburg")
    dot = next(one for one in found.marks if one.places[0].name == "Sankt Veit")
    assert mark.x + 5 + mark.r + 7 * len("Aarburg") < dot.x - dot.r  # room, in a narrow one
    assert mark.anchor == "end"
    far = drawn(west, place("Sankt Veit", 34.0, 10.6), window=window)
    assert next(one for one in far.marks if one.label == "Aarburg").anchor == "start"


def test_only_so_many_places_are_drawn_and_all_are_listed() -> None:
    many = [place(f"Town {n}", -60 + n * 0.6, -170 + n * 1.6) for n in range(200)]
    found = drawn(*many, most=30)
    assert sum(len(one.places) for one in found.marks) <= 30
    assert len(found.places) == 200


def test_a_window_is_held_to_what_can_be_drawn() -> None:
    assert look_at(34.0, 9.0, 0.001).north - look_at(34.0, 9.0, 0.001).south >= 3.0
    assert look_at(0.0, 0.0, 500.0) == WORLD
    edge = look_at(10.0, 179.0, 20.0)
    assert edge.east <= 180.0
    assert edge.holds(179.0, 10.0)
    assert fit([]) == WORLD


def test_a_mark_stands_as_the_surest_of_its_events() -> None:
    rows, events = told(SFAX, SFAX)
    denied = tuple(replace(one, polarity="-") for one in rows[1].claims)
    rows[1] = replace(rows[1], claims=denied)
    assert [one.standing for one in draw_map(gather_places(rows, events)).marks] == ["asserted"]
    assert [one.standing for one in draw_map(gather_places(rows[1:], events)).marks] == ["denied"]
