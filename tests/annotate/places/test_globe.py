"""Distances on the globe, and the middle of an area by its towns."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.places.globe import Point, distances_between, distances_km, middle


def test_a_degree_of_latitude_is_111_km() -> None:
    (km,) = distances_km(10.0, 20.0, np.array([11.0]), np.array([20.0]))
    assert km == pytest.approx(111.2, abs=0.1)


def test_distances_of_all_pairs_agree_with_those_from_one_point() -> None:
    lats, lons = np.array([33.7, 31.5, -33.9]), np.array([73.1, 74.3, 18.4])
    pairs = distances_between(lats, lons)
    assert pairs == pytest.approx(pairs.T)
    for row in range(3):
        assert pairs[row] == pytest.approx(distances_km(lats[row], lons[row], lats, lons))


def test_a_distance_to_nowhere_is_not_a_number() -> None:
    pairs = distances_between(np.array([1.0, np.nan]), np.array([1.0, np.nan]))
    assert np.isnan(pairs[0, 1])
    assert pairs[0, 0] == 0


SQUARE: list[Point] = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]


@pytest.mark.parametrize(
    ("points", "expected", "why"),
    [
        (SQUARE, (2.0, 2.0), "the centre of a square"),
        ([*SQUARE, *[(3.9, 3.9 - n / 100) for n in range(50)]], (2.0, 2.0), "not where they crowd"),
        ([*SQUARE * 10, (60.0, 40.0)], (2.0, 2.0), "one town far away is data err"),
        ([(1.0, 5.0)], (5.0, 1.0), "one town"),
        ([(1.0, 5.0), (3.0, 5.0)], (5.0, 2.0), "two towns"),
        ([(179.0, 0.0), (-179.0, 0.0), (-179.0, 2.0), (179.0, 2.0)], (1.0, -180.0), "far east"),
    ],
)  # fmt: skip
def test_the_middle_of_an_area(
    points: list[Point], expected: tuple[float, float], why: str
) -> None:
    assert middle(points) == pytest.approx(expected, abs=0.1), why
