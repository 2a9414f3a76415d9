"""Dateline's claims as templates of MUC-4: the mapping of its slots, and nothing learnt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from dateline.annotate.places import load_gazetteer
from dateline.records import Annotations, Claim, Report, Where
from evaluation.muc4_corpus import MONTHS, Filler, Template
from evaluation.muc4_doers import find_doers, find_weapons
from evaluation.muc4_harmed import Harmed, find_harmed
from evaluation.muc4_incidents import COUNTRIES, RECENT, Incident, find_incidents, load_mapping
from evaluation.muc4_scene import Scene, last_word, load_words

WIDE = 60.0
"""Kilometres: from this radius on a place is an area and no town."""
OPENING = 1200
"""Code points of a report's beginning: what it reports itself stands there."""


def write_templates(
    report: Report, annotations: Annotations, claims: Sequence[Claim]
) -> list[Template]:
    """The templates of a report, in text order; none if it tells of no such incident."""
    scene = Scene(report, annotations, claims)
    found = []
    for incident in find_incidents(report, annotations, claims):
        harmed = find_harmed(scene, incident)
        if _is_wanted(scene, incident, harmed):
            found.append(_template(scene, incident, harmed))
    return found


# ------------------------------------------------------------------------------ what is wanted


def _is_wanted(scene: Scene, incident: Incident, harmed: Harmed) -> bool:
    """Whether the set asks for it: recent, of one of its states, and not among fighters."""
    days, published = incident.days, scene.report.published_on
    if days and published and days[1] < date.fromisoformat(published) - RECENT:
        return False
    if not harmed and incident.type != "KIDNAPPING":
        return False
    are_forces = [last_word(words) in load_words()["forces"] for words in harmed.descriptions]
    if are_forces and all(are_forces) and not harmed.names and not harmed.targets:
        return False
    if _is_in_passing(scene, incident, harmed):
        return False
    return _country(scene, incident) in COUNTRIES.values()


def _is_in_passing(scene: Scene, incident: Incident, harmed: Harmed) -> bool:
    """Whether it is only alluded to: deep in the report and without name, time or place."""
    claims, plurals = incident.claims, load_mapping()["phrases"]["plural"]
    if all(c.certainty == "alleged" for c in claims):
        return True
    if not incident.days and all(c.trigger.exact.casefold() in plurals for c in claims):
        return True
    is_early = claims[0].trigger.start - scene.report.body_start < OPENING
    is_bare = not (harmed.names or incident.days or incident.places)
    return is_bare and len(claims) == 1 and not is_early


# ------------------------------------------------------------------------------------ its slots


def _template(scene: Scene, incident: Incident, harmed: Harmed) -> Template:
    doers = find_doers(scene, incident)
    slots = {
        "date": (_date(scene, incident),),
        "location": (_location(scene, incident),),
        "type": (incident.type,),
        "instrument": find_weapons(scene, incident),
        "perp_individual": doers.individuals,
        "perp_organization": tuple(name for name, _ in doers.bodies),
        "target": () if incident.type == "KIDNAPPING" else harmed.targets,
        "victim_name": harmed.names,
        "victim_description": harmed.descriptions,
    }
    fillers = {
        slot: tuple(Filler((value,)) for value in values if value) for slot, values in slots.items()
    }
    fillers["victim_description"] += tuple(
        Filler((title,), referents=(name,)) for title, name in harmed.titles
    )
    fillers["perp_confidence"] = tuple(
        Filler((view,), referents=(name,)) for name, view in doers.bodies
    )
    return Template({slot: found for slot, found in fillers.items() if found})


def _date(scene: Scene, incident: Incident) -> str:
    """The days of an incident; where none are told, up to the day of the message."""
    days, published = incident.days, scene.report.published_on
    if days is None:
        return f"- {_print_day(date.fromisoformat(published))}" if published else ""
    first, last = map(_print_day, days)
    return first if first == last else f"{first} - {last}"


def _print_day(day: date) -> str:
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"


def _location(scene: Scene, incident: Incident) -> str:
    country = _country(scene, incident)
    finest = _finest(incident) or _near_place(scene, incident, country)
    if finest is None or (not finest.geonames and finest.country is None):
        return country
    name = re.sub(r"[^\w ]", "", finest.words.exact.upper())
    return country if name == country else f"{country}: {name}"


def _near_place(scene: Scene, incident: Incident, country: str) -> Where | None:
    """The only town of that state that the sentences of an incident name."""
    quotes = [claim.quote for claim in incident.claims]
    towns = {
        place.where.name: place.where
        for place in scene.annotations.places
        if place.use == "place"
        and any(quote.holds(place.words) for quote in quotes)
        and COUNTRIES.get(place.where.country or "") == country
        and (place.where.radius_km or WIDE) < WIDE
    }
    return next(iter(towns.values())) if len(towns) == 1 else None


def _country(scene: Scene, incident: Incident) -> str:
    """The state that an incident lies in, as the set calls its own; else a code, or nothing."""
    finest = _finest(incident)
    code = finest.country if finest is not None else None
    if finest is None or code is None or (code not in COUNTRIES and _is_stray(scene, finest)):
        code = _home(scene) or code
    return COUNTRIES.get(code or "", code or "")


def _is_stray(scene: Scene, where: Where) -> bool:
    """Whether nothing else in the report lies in the state that a place was found in."""
    return not any(
        place.where.country == where.country and place.words.exact != where.words.exact
        for place in scene.annotations.places
    )


def _finest(incident: Incident) -> Where | None:
    places = [c.where for c in incident.claims if c.where is not None]
    return min(places, key=lambda w: w.radius_km or 1000.0, default=None)


def _home(scene: Scene) -> str | None:
    """The state that most places and peoples of the report belong to, one of the set's first."""
    counts = Counter(p.where.country for p in scene.annotations.places if p.where.country)
    dateline = scene.report.dateline
    if dateline is not None and dateline.place:
        for place in load_gazetteer().look_up(dateline.place)[:1]:
            counts[place.country or ""] += 2
    ours = [code for code in COUNTRIES if counts[code]]
    return max(ours or counts, key=lambda code: (counts[code], code), default=None)
