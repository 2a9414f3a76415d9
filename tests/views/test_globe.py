"""The outlines of the world, and how a part of it is laid flat."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.views.globe import Window, country_ids, cut_ring, draw_outlines, outlines


@pytest.mark.parametrize("scale", ["110m", "50m"])
def test_every_outline_is_on_the_globe_and_none_jumps_over_the_180th_meridian(scale: str) -> None:
    for outline in outlines(scale):
        for ring in outline.rings:
            assert len(ring) > 2
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
            steps = pairwise(ring)
            assert all(abs(one[0] - other[0]) < 180 for one, other in steps)


def test_countries_are_known_by_their_codes() -> None:
    known = {one.country: one.geonames for one in outlines("50m")}
    assert known["TN"] == 2464461
    assert known["XK"] == 831053
    assert 2464461 in country_ids()
    assert len(country_ids()) > 200


def test_a_window_is_true_to_scale_along_its_middle() -> None:
    window = Window(0.0, 50.0, 20.0, 70.0)
    left, right = window.lay(9.0, 60.0), window.lay(11.0, 60.0)
    low, high = window.lay(10.0, 59.5), window.lay(10.0, 60.5)
    assert right[0] - left[0] == pytest.approx(low[1] - high[1])
    assert window.lay(0.0, 70.0) == (0.0, 0.0)
    assert window.lay(20.0, 50.0) == pytest.approx((window.width, window.height))


def test_a_ring_is_cut_to_a_box() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert set(cut_ring(square, (1.0, 1.0, 3.0, 3.0))) == {(1, 1), (3, 1), (3, 3), (1, 3)}
    assert cut_ring(square, (-1.0, -1.0, 5.0, 5.0)) == square
    assert not cut_ring(square, (5.0, 5.0, 6.0, 6.0))


def test_only_what_lies_in_the_window_is_drawn() -> None:
    found = {one.country for one, _ in draw_outlines(Window(7.0, 33.0, 12.0, 37.5))}
    assert {"TN", "DZ", "IT"} <= found <= {"TN", "DZ", "IT", "LY", "MT"}
    world = {one.country for one, _ in draw_outlines(Window(-180.0, -58.0, 180.0, 80.0))}
    assert len(world) > 150


def test_paths_stay_on_the_page_but_for_a_small_margin() -> None:
    window = Window(7.0, 33.0, 12.0, 37.5)
    for _, path in draw_outlines(window):
        points = [part.split() for part in path.replace("Z", "").replace("M", "L").split("L")[1:]]
        assert all(-60 <= int(x) <= window.width + 60 for x, _ in points)
        assert all(-60 <= int(y) <= window.height + 60 for _, y in points)
