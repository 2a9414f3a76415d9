"""The place that a name was taken for; and which place holds which."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.annotate.places.gazetteer import Place

SMALL_TOWN = 15_000
"""A town with fewer people needs support by another name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a name was taken for, and why.

    Attributes:
        is_supported: Whether another name of the report speaks for it.
        is_within: Whether the name itself is in no table, as a street's or a hall's: the place is
            the one that it most likely lies in.
    """

    place: Place
    reasons: tuple[str, ...]
    is_supported: bool
    is_within: bool = False


def contains(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in `outer`, by the gazetteer's hierarchy; in a region, by distance."""
    if inner.kind == "country" or outer.number == inner.number:
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind in ("admin1", "admin2"):
        return outer.number in (inner.admin1, inner.admin2)
    if outer.kind == "region" and inner.kind != "region":
        is_state = outer.country in (None, inner.country)
        return is_state and distance_km(outer, inner) <= outer.radius_km
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
