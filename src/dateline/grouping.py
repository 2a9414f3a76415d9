"""What crosses reports: who is who, who copies whom and what happened, worked out over a case.

Either of all evidence at once (`group`), or of what is new, in step with what that touches
(`grow`). Both come to the same. What `resolve.growth`, `events.copying` and `events.growth`
look up and write is kept by `store.growing`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dateline.events import find_copies, group_events, grow_copies, grow_events
from dateline.resolve import grow_entities, resolve_entities
from dateline.store import Evidence, Ledgers
from dateline.verification import Contents

_RULES = ("records", "resolve", "events")
"""The folders whose code and tables decide how a case is grouped."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What an addition made to be worked out again.

    Attributes:
        reports: How many reports were new.
        chains: How many chains were resolved again.
        claims: How many event claims were grouped again.
        entities, events: How many were written, since they are new or are others now.
    """

    reports: int
    chains: int
    claims: int
    entities: int
    events: int


def group(evidence: Evidence) -> Contents:
    """The case that the evidence gives; pure."""
    copies = find_copies(evidence.reports)
    reports = tuple(replace(one, copy_of=copies.get(one.id)) for one in evidence.reports)
    entities = resolve_entities(evidence.chains, evidence.claims, evidence.judgements)
    events = group_events(evidence.claims, entities, reports)
    return Contents(reports, tuple(evidence.claims), entities, events)


def grow(ledgers: Ledgers) -> Regrouped:
    """Takes in the reports and judgements that are not grouped yet.

    All of the case if it was grouped by other rules.
    """
    if ledgers.rules() != name_rules():
        ledgers.clear(name_rules())
    reports, log, unheeded = ledgers.new_reports(), ledgers.judgements(), ledgers.unheeded()
    heeded = {one.id for one in log} - unheeded
    grown = grow_entities(ledgers.entities, reports, log, heeded)
    recopied = grow_copies(ledgers.copies, reports)
    claims = grow_events(ledgers.events, reports, grown.gone, grown.made, recopied)
    ledgers.set_grouped(reports, unheeded)
    written = ledgers.entities.written, ledgers.events.written
    return Regrouped(len(reports), grown.looked_at, claims, *written)


@cache
def name_rules() -> str:
    """A name for the code and the tables by which a case is grouped: others have another."""
    digest = hashlib.sha256()
    home = Path(__file__).parent
    for folder in _RULES:
        for path in sorted((home / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(home).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
