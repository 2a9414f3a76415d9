"""The countries of the world as outlines, offline, and how a part of it is laid flat."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

KM_PER_DEGREE = 111.2
"""Along a meridian."""

_COARSE_FROM = 70.0
"""Degrees of latitude and longitude from which the coarser outlines are drawn."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country.

    Attributes:
        country: ISO 3166-1 alpha-2; None where there is no code (a disputed region).
        geonames: GeoNames id, or None.
        rings: Closed lines of longitude and latitude, without holes, the longest first.
        boxes: West, south, east and north of each ring.
    """

    country: str | None
    geonames: int | None
    rings: tuple[tuple[Point, ...], ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world on a flat page, in pixels from the upper left.

    Equirectangular, true to scale along the parallel in its middle: distances there are the same
    in both directions, and a circle of 100 km is one.

    Attributes:
        west, south, east, north: Degrees, WGS84.
        width: Pixels; the height follows.
    """

    west: float
    south: float
    east: float
    north: float
    width: float = 1000.0

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(math.cos(math.radians((self.south + self.north) / 2)), 0.1)

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """Pixels."""
        return (self.north - self.south) * self.scale

    def lay(self, lon: float, lat: float) -> Point:
        """Where a point of the world is on the page."""
        return (lon - self.west) * self.scale * self.squeeze, (self.north - lat) * self.scale

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point is on the page."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@cache
def outlines(scale: str) -> tuple[Outline, ...]:
    """Every country.

    Args:
        scale: "110m" for pictures of the world, "50m" for parts of it.
    """
    packed = (files(__package__) / "data" / "world.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return tuple(
        _outline(country, geonames, rings)
        for name, country, geonames, rings in (row for row in rows if not row[0].startswith("#"))
        if name == scale
    )


def _outline(country: str, geonames: str, written: str) -> Outline:
    rings = []
    for one in written.split(";"):
        steps = [int(value) for value in one.split()]
        xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
        rings.append(tuple((x / 100, y / 100) for x, y in zip(xs, ys, strict=True)))
    boxes = [
        (min(x for x, _ in ring), min(y for _, y in ring),
         max(x for x, _ in ring), max(y for _, y in ring))
        for ring in rings
    ]  # fmt: skip
    return Outline(
        None if country == "-" else country,
        None if geonames == "-" else int(geonames),
        tuple(rings),
        tuple(boxes),
    )


@cache
def country_ids() -> frozenset[int]:
    """The GeoNames ids of those that have an outline."""
    return frozenset(one.geonames for one in outlines("50m") if one.geonames is not None)


def draw_outlines(window: Window) -> list[tuple[Outline, str]]:
    """Each country on the page with its line as the `d` of an SVG path, cut a little outside."""
    wide = window.east - window.west > _COARSE_FROM or window.north - window.south > _COARSE_FROM
    margin = (window.north - window.south) * 0.05
    box = (
        window.west - margin, window.south - margin, window.east + margin, window.north + margin,
    )  # fmt: skip
    found = []
    for outline in outlines("110m" if wide else "50m"):
        parts = [
            _path(window, cut)
            for ring, (west, south, east, north) in zip(outline.rings, outline.boxes, strict=True)
            if west < box[2] and east > box[0] and south < box[3] and north > box[1]
            and len(cut := cut_ring(ring, box)) > 2
        ]  # fmt: skip
        if path := "".join(parts):
            found.append((outline, path))
    return found


def cut_ring(ring: Iterable[Point], box: tuple[float, float, float, float]) -> Sequence[Point]:
    """The part of a ring within a box, by Sutherland and Hodgman (1974).

    Args:
        box: West, south, east, north.
    """
    west, south, east, north = box
    found = list(ring)
    for axis, bound, is_lower in (
        (0, west, True),
        (0, east, False),
        (1, south, True),
        (1, north, False),
    ):
        if found:
            found = _cut_side(found, axis, bound, is_lower)
    return found


def _cut_side(ring: Sequence[Point], axis: int, bound: float, is_lower: bool) -> list[Point]:
    def is_in(point: Point) -> bool:
        return point[axis] >= bound if is_lower else point[axis] <= bound

    found: list[Point] = []
    before = ring[-1]
    for point in ring:
        if is_in(point) != is_in(before):
            share = (bound - before[axis]) / (point[axis] - before[axis])
            found.append(
                (
                    before[0] + share * (point[0] - before[0]),
                    before[1] + share * (point[1] - before[1]),
                )
            )
        if is_in(point):
            found.append(point)
        before = point
    return found


def _path(window: Window, ring: Iterable[Point]) -> str:
    """Points closer than a pixel are one."""
    kept: list[tuple[int, int]] = []
    for point in ring:
        x, y = window.lay(*point)
        at = (round(x), round(y))
        if not kept or at != kept[-1]:
            kept.append(at)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
