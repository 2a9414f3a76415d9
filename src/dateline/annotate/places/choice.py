"""Chooses among places of one name by what is named around, and says why."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.annotate.places.gazetteer import Gazetteer, Place

SMALL_TOWN = 15_000
"""A town with fewer people needs support by another name."""

_NEAR_KM = 150.0
_NEAR_DEGREES = 1.4
_KIND_WEIGHT = {"country": 2.5, "region": 7.0, "admin1": -1.5, "admin2": -1.5, "town": 0.0}
_BIG_TOWN = 500_000
_LONGEST_LIST = 40
_SETTLED = 24
"""Of how many places that are certain others take their bearings."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a name was taken for, and why; `is_supported` if another name speaks for it."""

    place: Place
    reasons: tuple[str, ...]
    is_supported: bool


@dataclass(slots=True)
class Surroundings:
    """What a report names: counts by country and area, its dateline, places that are certain.

    Attributes:
        settled: The first places that are certain.
        points: Those of them that are towns or small areas, each with its latitude.
    """

    countries: Counter[str] = field(default_factory=Counter)
    areas: Counter[int] = field(default_factory=Counter)
    dateline: Place | None = None
    settled: list[Place] = field(default_factory=list)
    points: list[tuple[float, Place]] = field(default_factory=list)

    def settle(self, place: Place) -> None:
        """Note a place that is certain, for others to take their bearings by."""
        if place.country:
            self.countries[place.country] += 1
        if place.admin1 is not None:
            self.areas[place.admin1] += 1
        if len(self.settled) < _SETTLED:
            self.settled.append(place)
            if place.lat is not None and place.kind in ("town", "admin2"):
                self.points.append((place.lat, place))


def contains(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in `outer`, by the gazetteer's hierarchy."""
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    if outer.kind in ("admin1", "admin2"):
        return outer.number in (inner.admin1, inner.admin2)
    if outer.kind == "region" and inner.kind in ("town", "admin2"):
        return (
            outer.country in (None, inner.country) and distance_km(outer, inner) <= outer.radius_km
        )
    return False


def distance_km(left: Place, right: Place) -> float:
    """Great-circle distance; infinite if a point is unknown."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return math.inf
    first, second = math.radians(left.lat), math.radians(right.lat)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def choose(
    places: Sequence[Place],
    around: Surroundings,
    gazetteer: Gazetteer,
    containers: Sequence[Place] = (),
    nearby: Mapping[str, int] | None = None,
) -> Choice | None:
    """The best of the places that share a name; None if there is none with a point.

    Args:
        containers: Readings of the name after the comma ("Punjab" in "Gujranwala, Punjab").
        nearby: Countries named in the same sentence, with counts.
    """
    namesakes = frozenset(place.number for place in places)
    best: tuple[float, Place, list[str], bool] | None = None
    for place in places[:_LONGEST_LIST]:
        if place.lat is None:
            continue
        score, reasons, is_supported = _score(
            place, around, gazetteer, containers, nearby or {}, namesakes
        )
        if best is None or score > best[0]:
            best = (score, place, reasons, is_supported)
    if best is None:
        return None
    _, place, reasons, is_supported = best
    others = sum(other.lat is not None for other in places) - 1
    if others:
        reasons = [*reasons, f"chosen among {others + 1} places of that name"]
    return Choice(place, tuple(reasons), is_supported)


def _score(
    place: Place,
    around: Surroundings,
    gazetteer: Gazetteer,
    containers: Sequence[Place],
    nearby: Mapping[str, int],
    namesakes: frozenset[int],
) -> tuple[float, list[str], bool]:
    score = math.log10(place.population + 10) + _KIND_WEIGHT[place.kind]
    if place.is_alternate and place.kind in ("town", "admin2"):
        score -= 0.5 if place.population >= _BIG_TOWN else 2.0
    score -= 1.5 * place.is_loose
    reasons: list[str] = []
    is_supported = False
    for container in containers:
        if contains(container, place):
            score += 50
            is_supported = True
            reasons.append(f"in {container.name}, which follows it")
            break
    if place.kind in ("country", "admin1"):
        inside = sum(contains(place, other) for other in around.settled)
        score += min(4.5, 1.5 * inside)
    if place.kind == "country":
        return score, [*reasons, "name of a country"], True
    if place.country and place.country in nearby:
        score += 2.5
        is_supported = True
        reasons.append(f"{gazetteer.country_name(place.country)} is named in the sentence")
    elif place.country and around.countries[place.country]:
        score += 1.2 + min(1.0, 0.3 * around.countries[place.country])
        is_supported = True
        reasons.append(f"{gazetteer.country_name(place.country)} is named in the report")
    if place.admin1 is not None and around.areas[place.admin1]:
        score += 2.5
        is_supported = True
        reasons.append(f"{gazetteer.get(place.admin1).name} is named in the report")
    if around.dateline is not None and around.dateline.number != place.number:
        if around.dateline.country == place.country:
            score += 1.5
            is_supported = True
            reasons.append(f"in the country of the dateline ({around.dateline.name})")
        if place.admin1 is not None and around.dateline.admin1 == place.admin1:
            score += 1.5
    near = _nearest(place, around.points, namesakes)
    if near is not None:
        score += 1.5
        is_supported = True
        reasons.append(f"near {near.name}, also named")
    if place.kind == "town":
        reasons.append(f"town of {place.population:,} people" if place.population else "small town")
    return score, reasons, is_supported


def _nearest(
    place: Place, points: Sequence[tuple[float, Place]], namesakes: frozenset[int]
) -> Place | None:
    """A town or small area that is certain and near, other than a namesake."""
    if place.kind != "town" or place.lat is None:
        return None
    south, north = place.lat - _NEAR_DEGREES, place.lat + _NEAR_DEGREES
    for lat, other in points:
        if (
            south < lat < north
            and other.number not in namesakes
            and distance_km(place, other) <= _NEAR_KM
        ):
            return other
    return None
