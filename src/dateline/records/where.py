"""The place that a claim speaks of: the printed name beside the gazetteer's."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.span import Quote


@dataclass(frozen=True, slots=True)
class Where:
    """A place, as precise as the words.

    Attributes:
        name: The gazetteer's name of the place, or the printed one if it knows none.
        words: The name as the report prints it.
        country: ISO 3166-1 alpha-2, or None (a sea, a disputed region).
        geonames: GeoNames id; None where the gazetteer has none.
        lat, lon: WGS84 degrees of a representative point; None if unknown.
        radius_km: How coarse the place is: the circle round the point that covers it.
        venue: The building or event inside the place ("Karachi Press Club"), as printed.
        reasons: Why this place of that name, a clause each.
    """

    name: str
    words: Quote
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    venue: str | None = None
    reasons: tuple[str, ...] = ()
