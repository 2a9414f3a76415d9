"""What a printed name may stand for: by the gazetteer, or as an adjective, an abbreviation, a part.

The gazetteer itself knows no adjectives and no abbreviations: they would be taken for names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from dateline.annotate.places.choice import contains
from dateline.annotate.places.gazetteer import Gazetteer, Place

Via = Literal["name", "kind", "adjective", "abbreviation", "part", "alike"]
"""How a place was read: by its name, by its name and what it is ("Oaxaca State"), as an adjective
or a people, as an abbreviation, by a part of the words ("Dubai World Cup"), by a like spelling."""

_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_EDGES = ' \t\n,;:()"“”'
_WORDS: dict[str, list[str]] = tomllib.loads(
    files("dateline.annotate").joinpath("data/place_words.toml").read_text(encoding="utf-8")
)
_AREAS, _DISTRICTS, _TOWNS, _NATURE, _PARTS, _SITES, _WAYS, _MISSIONS = (
    frozenset(_WORDS[kind])
    for kind in ("areas", "districts", "towns", "nature", "parts", "sites", "ways", "missions")
)
_NO_PART = _SITES | _WAYS | _NATURE | _PARTS
_LONGEST_PART = 4
_LONGEST_SHORT = 4
"""Longer words all in capitals are a headline's or a dateline's, not an abbreviation."""
_SMALLEST_PART = 15_000
_LARGE_AREA = 500_000
_CODE = 2
_LONGEST_ALIKE = 30
_LIKE_SOUNDS = ("td", "bp", "kgqc", "vwf", "sz", "ou", "aeo", "iey")
"""Letters that take each other's place when a name is brought from another script."""


_KINDS_MEANT = {
    "region": ("region", "admin1", "admin2"),
    "country": ("country", "region", "admin1"),
}
"""What our tables of words call a region or a state may be another thing in the gazetteer."""


class Reading(NamedTuple):
    """A place that the printed name may stand for, and how it was read."""

    place: Place
    via: Via


class _Other(NamedTuple):
    name: str
    kind: str
    country: str
    via: Via


def read_name(printed: str, gazetteer: Gazetteer) -> list[Reading]:
    """What the printed name may stand for, without order of merit; empty if nothing is known."""
    name = printed.strip(_EDGES).removeprefix("the ").removeprefix("The ")
    if name.isupper() and len(name) > _LONGEST_SHORT:
        name = name.title()
    bare = _POSSESSIVE.sub("", name)
    for form in dict.fromkeys((name, bare)):
        found = _whole(form, gazetteer)
        if found:
            return found
    found = _with_kind(bare, gazetteer)
    if not found:
        found = [Reading(place, "alike") for place in gazetteer.look_up(bare)]
    return found or _part(bare, gazetteer)


def hint(printed: str, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The country, region or state that exactly these words stand for; empty if for none."""
    return _hints(gazetteer).get(printed, ())


def _whole(name: str, gazetteer: Gazetteer) -> list[Reading]:
    other = _others().get(name)
    if other is not None:
        found = [Reading(place, other[0].via) for place in _places(other, gazetteer)]
        if found:
            return found
    return [Reading(p, "name") for p in gazetteer.look_up(name) if not p.is_loose]


def _places(others: tuple[_Other, ...], gazetteer: Gazetteer) -> Iterator[Place]:
    for other in others:
        for place in gazetteer.look_up(other.name):
            kinds = _KINDS_MEANT.get(other.kind, (other.kind,))
            if place.kind in kinds and (place.country or "") == other.country:
                yield place
                break


def _with_kind(name: str, gazetteer: Gazetteer) -> list[Reading]:
    """Readings of "Oaxaca State", "City of Leeds", "downtown Lagos", "northern Mali"."""
    words = name.split()
    if len(words) < 2:
        return []
    first, last = words[0].lower(), words[-1].lower()
    if last in _AREAS | _DISTRICTS | _TOWNS | _NATURE:
        kept = _whole(" ".join(words[:-1]), gazetteer)
        fitting = [r for r in kept if _fits(r.place, last)]
        if fitting:
            return [Reading(place, "kind") for place, _ in fitting]
    if len(words) > 2 and words[1].lower() == "of" and first in _AREAS | _DISTRICTS | _TOWNS:
        kept = _whole(" ".join(words[2:]), gazetteer)
        return [Reading(place, "kind") for place, _ in kept if _fits(place, first)]
    place = 0
    while place < len(words) - 1 and words[place].lower().strip("-") in _PARTS:
        place += 1
    rest = _whole(" ".join(words[place:]), gazetteer) if place else []
    return [Reading(found, "kind") for found, _ in rest if _is_of_note(found)]


def _fits(place: Place, kind: str) -> bool:
    if kind in _AREAS and place.kind in ("admin1", "region", "country"):
        return True
    if kind in _DISTRICTS and place.kind == "admin2":
        return True
    return (kind in _TOWNS and place.kind in ("town", "admin2")) or (
        kind in _NATURE and place.kind not in ("country",)
    )


def is_state_code(printed: str, gazetteer: Gazetteer) -> bool:
    """Whether it is a code of two letters for a province ("PA"), which much else is called too."""
    if len(printed) != _CODE or not printed.isupper():
        return False
    found = hint(printed, gazetteer)
    return bool(found) and found[0].via == "abbreviation" and found[0].place.kind == "admin1"


def read_alike(printed: str, holders: Sequence[Place], gazetteer: Gazetteer) -> list[Reading]:
    """Places inside one of the holders whose names differ in one letter of a like sound."""
    found: dict[int, Reading] = {}
    name = printed.strip(_EDGES)[:_LONGEST_ALIKE]
    for at, letter in enumerate(name):
        for group in _LIKE_SOUNDS:
            for other in group if letter in group else "":
                for place in gazetteer.look_up(name[:at] + other + name[at + 1 :]):
                    if other != letter and any(contains(holder, place) for holder in holders):
                        found[place.number] = Reading(place._replace(is_loose=True), "alike")
    return list(found.values())


def is_site(printed: str) -> bool:
    """Whether the name ends in a word for a building, a street or the like."""
    words = printed.strip(_EDGES).lower().rstrip(".").split()
    return bool(words) and words[-1].removesuffix("s") in _SITES | _WAYS


def _part(name: str, gazetteer: Gazetteer) -> list[Reading]:
    """The longest run of words inside the name that is a place of note, the first of its length.

    A people is none where the name is a building's: the Russian embassy is not in Russia.
    """
    words = name.split()[:12]
    kinds = {word.lower().rstrip(".") for word in words}
    if kinds & _WAYS:
        return []
    is_abroad = is_site(name) or bool(kinds & _MISSIONS)
    for length in range(min(_LONGEST_PART, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length]).strip(_EDGES)
            if not run[:1].isupper() or len(run) < 3 or run.lower() in _NO_PART:
                continue
            found = [
                Reading(place, "part")
                for place, via in _whole(run, gazetteer)
                if not (via == "adjective" and is_abroad) and _is_of_note(place)
            ]
            if found:
                return found
    return []


def _is_of_note(place: Place) -> bool:
    if place.kind in ("country", "region"):
        return True
    return not place.is_alternate and (place.kind != "town" or place.population >= _SMALLEST_PART)


@lru_cache(maxsize=1)
def _others() -> Mapping[str, tuple[_Other, ...]]:
    """Adjectives and abbreviations as written, with what they stand for."""
    found: dict[str, tuple[_Other, ...]] = {}
    for adjectives, peoples, country, code in _lines("demonyms.tsv"):
        if code == "iso2":
            continue
        for word in (*adjectives.split("|"), *peoples.split("|")):
            if word:
                found[word] = (*found.get(word, ()), _Other(country, "country", code, "adjective"))
    for printed, name, kind, country, what in _lines("short_names.tsv"):
        via: Via = "adjective" if what == "adjective" else "abbreviation"
        for word in printed.split("|"):
            found[word] = (*found.get(word, ()), _Other(name, kind, country, via))
    return found


@lru_cache(maxsize=2)
def _hints(gazetteer: Gazetteer) -> Mapping[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for place in gazetteer.areas("country", "region", "admin1"):
        if place.kind != "admin1" or place.population >= _LARGE_AREA:
            found[place.name] = (*found.get(place.name, ()), Reading(place, "name"))
    for word, others in _others().items():
        readings = tuple(Reading(place, others[0].via) for place in _places(others, gazetteer))
        if readings:
            found[word] = readings
    return found


def _lines(name: str) -> Iterator[list[str]]:
    text = files("dateline.annotate").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")
