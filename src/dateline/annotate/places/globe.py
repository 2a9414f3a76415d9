"""Distances on the globe, and the middle of an area by the points of its towns."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""

_FAR = 2.0
"""Towns farther off than this many times the 97th percentile are not the area's: data err."""


def distances_km(
    lat: float, lon: float, lats: npt.NDArray[np.float64], lons: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Great-circle distances from a point to points, in kilometres."""
    first, second = math.radians(lat), np.radians(lats)
    half = (
        np.sin((second - first) / 2) ** 2
        + math.cos(first) * np.cos(second) * np.sin(np.radians(lons - lon) / 2) ** 2
    )
    return np.asarray(6371.0 * 2 * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def middle(points: Sequence[Point]) -> tuple[float, float]:
    """Latitude and longitude of the centroid of the hull round the points.

    The hull stands for the area itself: the mean of its towns would lie where people live.
    """
    lons, lats = np.array(points).T
    around = np.radians(lons)
    start = float(np.degrees(np.arctan2(np.sin(around).mean(), np.cos(around).mean())))
    lons = (lons - start + 180) % 360 - 180  # an area may lie across the 180th meridian
    away = distances_km(float(np.median(lats)), 0.0, lats, lons)
    near = away <= max(_FAR * float(np.percentile(away, 97)), 10.0)
    lat, lon = _centroid(_hull(sorted(set(zip(lons[near], lats[near], strict=True)))))
    return lat, (lon + start + 180) % 360 - 180


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull of sorted points, counter-clockwise."""
    if len(points) < 3:
        return points
    lower, upper = _half(points), _half(points[::-1])
    return lower[:-1] + upper[:-1]


def _half(points: Sequence[Point]) -> list[Point]:
    hull: list[Point] = []
    for point in points:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _centroid(hull: Sequence[Point]) -> tuple[float, float]:
    area = lat = lon = 0.0
    for (x, y), (u, v) in zip(hull, [*hull[1:], hull[0]], strict=True):
        cross = x * v - u * y
        area += cross
        lon += (x + u) * cross
        lat += (y + v) * cross
    if abs(area) < 1e-6:
        return (
            float(np.mean([point[1] for point in hull])),
            float(np.mean([point[0] for point in hull])),
        )
    return float(lat / (3 * area)), float(lon / (3 * area))


def distances_between(
    lats: npt.NDArray[np.float64], lons: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Great-circle distances of all pairs, in kilometres; not a number where a point is unknown."""
    north, east = np.radians(lats), np.radians(lons)
    half = (
        np.sin((north[:, None] - north[None, :]) / 2) ** 2
        + np.cos(north)[:, None]
        * np.cos(north)[None, :]
        * np.sin((east[:, None] - east[None, :]) / 2) ** 2
    )
    return np.asarray(6371.0 * 2 * np.arcsin(np.sqrt(np.clip(half, 0, 1))))
