"""What crosses reports: who is who, who copies whom and what happened, worked out over a case.

Either of all evidence at once (`group`), or of what is new, in step with what that touches
(`grow`). Both come to the same. What `resolve.growth`, `events.replacing`, `events.copying` and
`events.growth` look up and write is kept by `store.growing`.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.events import (
    find_copies,
    find_current_texts,
    group_events,
    grow_copies,
    grow_current_texts,
    grow_events,
    grow_settled,
    read_publishers,
    settle_copies,
)
from dateline.records import Chain, Claim
from dateline.records.settled import misread_claims
from dateline.resolve import grow_entities, resolve_entities
from dateline.store import Evidence, Ledgers, name_with_table
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


@contextmanager
def _without_collector() -> Iterator[None]:
    """Grouping makes many records and no cycles: looking for some took up to half of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collector()
def group(evidence: Evidence) -> Contents:
    """The case that the evidence gives; pure."""
    texts = find_current_texts(evidence.reports, evidence.numbers)
    copies = settle_copies(find_copies(evidence.reports), texts.places)
    reports = tuple(texts.mark(one, copies) for one in evidence.reports)
    named = [one for one in evidence.judgements if one.about == "entity"]
    misread = misread_claims(evidence.judgements)
    well_read = [one for one in evidence.claims if one.id not in misread]
    entities = resolve_entities(evidence.chains, well_read, named)
    current = [one for one in reports if one.replaced_by is None]
    claims = [one for one in well_read if texts.stands(one.report)]
    publishers = read_publishers(evidence.publishers)
    events = group_events(claims, entities, current, evidence.judgements, copies, publishers)
    return Contents(reports, tuple(evidence.claims), entities, events, misread)


@_without_collector()
def grow(ledgers: Ledgers) -> Regrouped:
    """Takes in the reports and judgements that are not grouped yet.

    All of the case if it was grouped by other rules, or if a text takes another's place.
    """
    rules = name_with_table(name_rules(), ledgers.publishers)
    is_stale = ledgers.rules() != rules
    if is_stale or grow_current_texts(ledgers.texts, ledgers.new_reports()):
        ledgers.clear(rules)  # what came of a text that was replaced is no more
        grow_current_texts(ledgers.texts, ledgers.new_reports())
    reports, log, unheeded = ledgers.new_reports(), ledgers.judgements(), ledgers.unheeded()
    heeded = {one.id for one in log} - unheeded
    named = [one for one in log if one.about == "entity"]
    said = {one.right for one in log if one.about == "reading" and one.id in unheeded}
    grown = grow_entities(
        ledgers.entities, reports, named, heeded, reread=said, misread=misread_claims(log)
    )
    recopied = grow_copies(ledgers.copies, reports) | grow_settled(ledgers.texts)
    current = ledgers.texts.current(reports)
    publishers = read_publishers(ledgers.publishers)
    claims = grow_events(
        ledgers.events, current, grown.gone, grown.made, recopied, log, heeded, publishers
    )
    ledgers.set_grouped(reports, unheeded)
    written = ledgers.entities.written, ledgers.events.written
    return Regrouped(len(reports), grown.looked_at, claims, *written)


@_without_collector()
def grow_by_hand(
    ledgers: Ledgers,
    report: str,
    chains: Sequence[Chain],
    added: Sequence[Claim],
    lost: Sequence[str],
) -> None:
    """Takes in that a person added claims to a report that is in the case, or took some away.

    What waits to be grouped beside it is grouped too.

    Args:
        chains: The chains that came with the claims; none may have gone.
        lost: Ids of the claims that are no more.
    """
    rules = name_with_table(name_rules(), ledgers.publishers)
    if ledgers.rules() == rules and report not in ledgers.new_reports():
        log, unheeded = ledgers.judgements(), ledgers.unheeded()
        log = [one for one in log if one.id not in unheeded]
        named = [one for one in log if one.about == "entity"]
        heeded = {one.id for one in log}
        grown = grow_entities(
            ledgers.entities, (), named, heeded,
            reread=[report], chains=chains, misread=misread_claims(log),
        )  # fmt: skip
        told = added if ledgers.texts.current([report]) else ()
        grow_events(
            ledgers.events, (), grown.gone, grown.made, (), log, heeded,
            read_publishers(ledgers.publishers), told, lost,
        )  # fmt: skip
    grow(ledgers)


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
