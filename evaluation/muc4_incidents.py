"""Which of a report's claims tell of one incident, and which of its incidents MUC-4 asks for.

The product's own grouping comes first; claims of one report that nothing keeps apart then go
together, as the set has one template for all that happened at one time and place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.events import group_events
from dateline.records import Annotations, Claim, Report
from dateline.resolve import resolve_entities

COUNTRIES = {
    "SV": "EL SALVADOR",
    "GT": "GUATEMALA",
    "HN": "HONDURAS",
    "AR": "ARGENTINA",
    "BO": "BOLIVIA",
    "CL": "CHILE",
    "CO": "COLOMBIA",
    "EC": "ECUADOR",
    "PE": "PERU",
}
"""The states that the set is about, by ISO 3166-1 alpha-2."""

LONG = timedelta(days=45)
"""A claim of a longer time sums up."""
MANY = 100
"""So does one of as many victims."""
_BY_BOMB = ("attack", "destroy", "injure", "kill", "die")

RECENT = timedelta(days=62)
"""An incident that is older than this when the message is sent is history to the set."""


@lru_cache(maxsize=1)
def load_mapping() -> dict[str, Any]:
    """The tables of `muc4_mapping.toml`."""
    path = Path(__file__).with_name("muc4_mapping.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(slots=True)
class Incident:
    """Claims that tell of one incident, in text order."""

    type: str
    claims: list[Claim] = field(default_factory=list)

    @property
    def days(self) -> tuple[date, date] | None:
        """The narrowest range of days that a claim gives, last day included."""
        ranges = [
            (c.when.start, c.when.end - timedelta(days=1))
            for c in self.claims
            if c.when is not None and c.when.start and c.when.end
        ]
        return min(ranges, key=lambda r: r[1] - r[0], default=None)

    @property
    def places(self) -> set[str]:
        """The names of the places that claims give."""
        return {c.where.name for c in self.claims if c.where is not None}

    @property
    def harmed(self) -> set[str]:
        """Whom it befell: chains and words."""
        named = {p.chain for c in self.claims for p in c.whom}
        return named | {words.exact.casefold() for c in self.claims for words in c.unnamed_whom}

    @property
    def names(self) -> set[str]:
        """The chains whom it befell."""
        return {p.chain for c in self.claims for p in c.whom}


def find_incidents(
    report: Report, annotations: Annotations, claims: Sequence[Claim]
) -> list[Incident]:
    """The incidents of a report, by their first claims."""
    types, effects = load_mapping()["types"], load_mapping()["modes"]["effects"]
    told = [
        c
        for c in claims
        if c.kind == "event"
        and c.type in ("ASSAULT", "COERCE")
        and c.mode in types
        and (c.polarity == "+" or _is_presupposed(report, c))
        and c.certainty != "planned"
        and _is_specific(c)
    ]
    incidents: list[Incident] = []
    entities = resolve_entities(annotations.chains, claims)
    events = group_events(told, entities, [report])
    of_event = {id_: n for n, event in enumerate(events) for id_ in event.claims}
    for claim in sorted(told, key=lambda c: (c.mode in effects, c.trigger)):
        type_ = _type(claim)
        into = _choose(incidents, claim, type_, of_event)
        if into is not None:
            into.claims.append(claim)
            if into.type == "ATTACK":
                into.type = type_
        elif claim.mode not in effects or _is_by_violence(claim):
            incidents.append(Incident(type_, [claim]))
    for incident in incidents:
        incident.claims.sort(key=lambda c: c.trigger)
    return sorted(incidents, key=lambda i: i.claims[0].trigger)


def _is_specific(claim: Claim) -> bool:
    """Whether it tells of one incident, and does not sum up: "13,000 people since 1980"."""
    when = claim.when
    if when is not None and (
        when.end is None or when.start is None or when.end - when.start > LONG
    ):
        return False
    numbers = (re.sub(r"[^\d]", "", w.exact) for w in claim.unnamed_whom)
    return all(int(number) < MANY for number in numbers if number)


def _is_by_violence(claim: Claim) -> bool:
    """Whether the sentence that tells of dead or injured tells of violence, too."""
    words = set(re.findall(r"[a-z]+", claim.quote.exact.casefold()))
    tables = load_mapping()["words"]
    violent = not words.isdisjoint([*tables["violence"], *tables["explosives"]])
    return bool(claim.who or claim.unnamed_who or violent)


def _is_presupposed(report: Report, claim: Claim) -> bool:
    """Whether the words take it as given, whatever is denied of it: "rejected the murder"."""
    before = report.text[max(0, claim.trigger.start - 4) : claim.trigger.start]
    return before.casefold() == "the "


def _type(claim: Claim) -> str:
    """The type of incident of a claim; what harms by a bomb is a bombing."""
    type_: str = load_mapping()["types"][claim.mode or ""]
    words = set(re.findall(r"[a-z]+", claim.quote.exact.casefold()))
    is_bomb = not words.isdisjoint(load_mapping()["words"]["explosives"])
    return "BOMBING" if type_ == "ATTACK" and is_bomb and claim.mode in _BY_BOMB else type_


def _choose(
    incidents: Iterable[Incident], claim: Claim, type_: str, of_event: dict[str, int]
) -> Incident | None:
    """The incident that a claim tells of, the nearest of those that nothing speaks against."""
    single, best = Incident(type_, [claim]), None
    nearest = 0.0
    for incident in incidents:
        if not _same_type(incident.type, type_):
            continue
        if any(of_event[c.id] == of_event[claim.id] for c in incident.claims):
            return incident
        score = _agree(incident, single)
        gap = min(abs(c.trigger.start - claim.trigger.start) for c in incident.claims)
        if score - gap / 10_000 > nearest:
            nearest, best = score - gap / 10_000, incident
    return best


def _same_type(left: str, right: str) -> bool:
    return left == right or {left, right} in ({"ATTACK", "BOMBING"}, {"ATTACK", "ARSON"})


def _agree(left: Incident, right: Incident) -> float:
    """How well two tell of one incident: 0 where something keeps them apart."""
    score = 0.4
    if left.days and right.days:
        if left.days[0] > right.days[1] or right.days[0] > left.days[1]:
            return 0.0
        score += 0.3 if left.days == right.days else 0.0
    if left.places and right.places:
        if left.places & right.places:
            score += 0.3
        elif not _within(left, right):
            return 0.0
    if left.harmed & right.harmed:
        score += 0.6
    elif left.names and right.names:
        return 0.0
    return max(score, 0.0)


def _within(left: Incident, right: Incident) -> bool:
    """Whether one place may lie in the other: one of them is a country or a wide area."""
    ranks = [
        [c.where.radius_km or 0.0 for c in i.claims if c.where is not None] for i in (left, right)
    ]
    return max(max(r) for r in ranks) > 60
