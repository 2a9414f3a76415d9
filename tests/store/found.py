"""Fictional reports with their bytes, chains and claims, any number of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.records import (
    Chain,
    Claim,
    Conflict,
    Entity,
    Event,
    Mention,
    Origin,
    Participant,
    Quote,
    Reason,
    Report,
    Role,
    Side,
    Source,
    Where,
    chain_id,
    claim_id,
    entity_id,
    event_id,
    read_when,
    report_id,
)
from dateline.store import Database

PLACES = ("Trieste", "Graz", "Zürich", "Izmir")


class Found(NamedTuple):
    """A report and what a reading of it found, as `Database.add_report` takes them."""

    report: Report
    data: bytes
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]


def find(number: int, claims: int = 2) -> Found:
    """The report of this number; its text holds the word ``storynumber<number>``."""
    place = PLACES[number % len(PLACES)]
    lines = [
        f"Marta Rossi met envoy Karl Lenz in {place} on 2024-05-{1 + line % 28:02} (talk {line})."
        for line in range(claims)
    ]
    text = "\n".join([f"Talks in {place}: storynumber{number}", *lines, "The sea was calm."])
    data = text.encode("utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    report = Report(
        report_id(sha256), text, sha256, file=f"talks-{number}.txt", outlet="Harbour Times",
        published="2024-06-01", authors=("Ida Berg",), language="en", notes=("read as utf-8",),
    )  # fmt: skip
    rossi = _find_chain(report, "Marta Rossi", "Rossi")
    lenz = _find_chain(report, "Karl Lenz", "Lenz", title="envoy")
    made = [_find_claim(report, line, place, rossi, lenz) for line in lines]
    return Found(report, data, (rossi, lenz), tuple(made))


def _cut(report: Report, words: str, start: int = 0) -> Quote:
    at = report.text.index(words, start)
    return Quote(at, at + len(words), words)


def _find_chain(report: Report, name: str, short: str, title: str | None = None) -> Chain:
    first = _cut(report, name)
    roles = (Role(_cut(report, title)),) if title else ()
    return Chain(
        chain_id(report.id, first, name), report.id, "Person", name, (name, short),
        (Mention(report.id, first, "name"),), roles, (f"{short} after {name}",),
    )  # fmt: skip


def _find_claim(report: Report, line: str, place: str, rossi: Chain, lenz: Chain) -> Claim:
    quote = _cut(report, line)
    trigger = _cut(report, "met", quote.start)
    day = _cut(report, line.split(" on ")[1][:10], quote.start)
    where = _cut(report, place, quote.start)
    people = tuple(Participant(one.id, one.mentions[0].words) for one in (rossi, lenz))
    return Claim(
        claim_id(report.id, "event", "CONSULT", trigger, rossi.id, lenz.id), report.id, quote,
        trigger, "event", "CONSULT", "meet", people[:1], people[1:],
        read_when(day.exact, day, "explicit", reasons=("a day in words",), doubts=("a Tuesday",)),
        Where(place, where, "IT", 3165185, 45.64953, 13.77678, 12.5, reasons=("only one",)),
        (Source("unnamed", "officials", None, trigger), Source("outlet", "Harbour Times")),
        "+", "reported", "told", (Reason("consult.meet", 0.1 + 0.2, "met"),),
    )  # fmt: skip


def join_chains(*chains: Chain, name: str | None = None) -> Entity:
    """The entity of these chains."""
    ids = tuple(sorted(chain.id for chain in chains))
    mentions = tuple(mention for chain in chains for mention in chain.mentions)
    reasons = (Reason("same name", 1.0, chains[0].name),)
    names = chains[0].names
    return Entity(
        entity_id(ids), "Person", name or chains[0].name, names, ids, mentions, (), reasons
    )


def group(*claims: Claim) -> Event:
    """The event of these claims."""
    ids = tuple(sorted(claim.id for claim in claims))
    reports = tuple(sorted({claim.report for claim in claims}))
    return Event(
        event_id(ids), "CONSULT", ids, ("e_1", "e_2"), (), claims[0].when, claims[0].where,
        (Origin("unnamed", "officials", ids, reports, "one wording"),), 1, 0,
        (Conflict("when", (Side("May 1", ids[:1], 1), Side("May 2", ids[1:], 1))),),
    )  # fmt: skip


def add(database: Database, *numbers: int) -> list[Found]:
    """Adds the reports of these numbers."""
    made = [find(number) for number in numbers]
    for one in made:
        database.add_report(*one)
    return made


def resolve(
    database: Database,
    entities: Iterable[Entity] = (),
    events: Iterable[Event] = (),
    copies: Mapping[str, str] | None = None,
    reports: Iterable[str] | None = None,
    judgements: Iterable[str] | None = None,
) -> None:
    """Puts these in the place of all entities, events and copies.

    Args:
        reports, judgements: What is taken in by it; everything if None.
    """
    gone, ended = database.entities(), [one.id for one in database.events()]
    copied, wanted = database.copies(), dict(copies or {})
    changed = {one for one in copied.keys() | wanted if copied.get(one) != wanted.get(one)}
    with database.growing() as ledgers:
        ledgers.entities.replace_entities(gone, list(entities))
        ledgers.events.replace_events(ended, list(events))
        ledgers.copies.set_copies({one: wanted.get(one) for one in changed})
        ledgers.set_grouped(
            ledgers.new_reports() if reports is None else reports,
            ledgers.unheeded() if judgements is None else judgements,
        )
