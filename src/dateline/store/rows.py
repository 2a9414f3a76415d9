"""Records as rows of the tables, and rows of the search index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from dateline.records import Chain, Claim, Entity, Event, Judgement, Report, When
from dateline.store.backend import Indexed
from dateline.store.kept import Kind, Reading
from dateline.store.payload import Payload
from dateline.store.search import Hit
from dateline.store.words import find_words, split_parts

Row = dict[str, Any]

REPORT: Final = Payload(Report)
CHAIN: Final = Payload(Chain)
CLAIM: Final = Payload(Claim)
ENTITY: Final = Payload(Entity)
EVENT: Final = Payload(Event)
READING: Final = Payload(Reading)
JUDGEMENT: Final = Payload(Judgement)

PAYLOADS: Final[Mapping[Kind, Payload[Any]]] = {
    "report": REPORT,
    "chain": CHAIN,
    "claim": CLAIM,
    "entity": ENTITY,
    "event": EVENT,
    "judgement": JUDGEMENT,
}


def report_row(report: Report) -> Row:
    return {"id": report.id, "sha256": report.sha256, **_sealed(REPORT.write(report))}


def chain_row(chain: Chain) -> Row:
    return {"id": chain.id, "report": chain.report, **_sealed(CHAIN.write(chain))}


def claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "type": claim.type,
        **_days(claim.when),
        **_sealed(CLAIM.write(claim)),
    }


def entity_row(entity: Entity) -> Row:
    return {"id": entity.id, "schema": entity.schema, "payload": ENTITY.write(entity)}


def event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        **_days(event.when),
        "payload": EVENT.write(event),
    }


def reading_row(reading: Reading) -> Row:
    return {
        "number": reading.number,
        "name": name_key(reading.name),
        "payload": READING.write(reading),
    }


def judgement_row(number: int, judgement: Judgement) -> Row:
    return {
        "number": number,
        "id": judgement.id,
        **_sealed(JUDGEMENT.write(judgement)),
    }


def entity_name_rows(entities: Iterable[Entity]) -> list[Row]:
    """Each name of each entity as search compares it, once."""
    return [
        {"entity": entity.id, "words": words}
        for entity in entities
        for words in sorted({fold_name(name) for name in (entity.name, *entity.names)} - {""})
    ]


def fold_name(name: str) -> str:
    """A name as search compares it: its words, parted by a space; empty if it has none."""
    return " ".join(word.folded for word in find_words(name))


def name_key(name: str) -> str:
    """The name of an input, escaped so that both databases can hold and sort any name.

    A file name may hold line breaks or bytes that are not UTF-8.
    """
    return json.dumps(name, ensure_ascii=False)[1:-1].encode("utf-8", "backslashreplace").decode()


def hash_payload(payload: str) -> str:
    """The SHA-256 that stands beside the payload of a record of the evidence."""
    return hashlib.sha256(payload.encode("utf-8")).hexdigest()


def _sealed(payload: str) -> Row:
    return {"payload": payload, "payload_sha256": hash_payload(payload)}


def _days(when: When | None) -> dict[str, str | None]:
    if when is None:
        return {"start_day": None, "end_day": None}
    return {"start_day": _day(when.start), "end_day": _day(when.end)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def index_rows(report: Report, claims: Iterable[Claim], first_id: int) -> list[Indexed]:
    """The rows of a report in the search index, numbered from `first_id`."""
    found = [*_quote_rows(claims), *_text_rows(report)]
    return [
        Indexed(first_id + place, hit, words) for place, (hit, words) in enumerate(found) if words
    ]


def _quote_rows(claims: Iterable[Claim]) -> Iterator[tuple[Hit, Any]]:
    for claim in claims:
        quote = claim.quote
        for part in split_parts(find_words(quote.exact, quote.start)):
            yield Hit(claim.report, claim.id, quote.start, quote.end), part


def _text_rows(report: Report) -> Iterator[tuple[Hit, Any]]:
    for part in split_parts(find_words(report.text)):
        yield Hit(report.id, None, part[0].start, part[-1].end), part
