"""The records export: JSON Lines, one record a line, the same bytes for the same case.

Claims name their participants by chain; here a chain becomes the entity that owns it.
Beside the fields of the format stand a few more: how a report was read (`media_type`, `encoding`,
`published_from`, `notes`) and what stands in its place (`replaced_by`), `kind` of a mention,
`ended`, `since` and `until` of a role, `venue` of a place, `anchor` and `doubts` of a time,
`origin_list`, `reasons`, `series` (what changed as time went on) and `apart` (claims of another
time or place) of an event, `sides` of a conflict, `unnamed_who`, `unnamed_whom`, `counts` and
`in_headline` of a claim, `sort` of a source without a name. A claim that a person says is misread
bears `misread`, and is in no event.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from dateline.records import (
    Chain,
    Claim,
    Conflict,
    Count,
    Entity,
    Event,
    Mention,
    Origin,
    Participant,
    Quote,
    Reason,
    Report,
    Series,
    Source,
    When,
    Where,
)

Json = dict[str, Any]


def write_records(
    reports: Iterable[Report],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    events: Iterable[Event],
    copies: Mapping[str, str] | None = None,
    misread: Container[str] = frozenset(),
) -> Iterator[str]:
    """The lines of the export, each ended by a newline: reports, entities, claims, events by id.

    Args:
        copies: Report id to the id of the report whose text it repeats.
        misread: Ids of the claims that somebody says are misread.

    Raises:
        KeyError: If a claim names a chain that no entity owns.
    """
    entities = sorted(entities, key=_id)
    owner = entity_of_chain(entities)
    copies = copies or {}
    for report in sorted(reports, key=_id):
        yield _line(_report(report, copies.get(report.id, report.copy_of)))
    for entity in entities:
        yield _line(_entity(entity, owner))
    for claim in sorted(claims, key=_id):
        marked = {"misread": True} if claim.id in misread else {}
        yield _line(_claim(claim, owner) | marked)
    for event in sorted(events, key=_id):
        yield _line(_event(event))


def entity_of_chain(entities: Iterable[Entity]) -> dict[str, str]:
    """Chain id to the id of the entity that owns it."""
    return {chain: entity.id for entity in entities for chain in entity.chains}


def entities_of(participants: Iterable[Participant], owner: Mapping[str, str]) -> list[str]:
    """The entities that take part, each once, in the order of the words."""
    return list(dict.fromkeys(owner[participant.chain] for participant in participants))


def _id(record: Report | Entity | Claim | Event | Chain) -> str:
    return record.id


def _line(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _report(report: Report, copy_of: str | None) -> Json:
    dateline = report.dateline
    return {
        "record": "report", "id": report.id, "file": report.file, "url": report.url,
        "sha256": report.sha256, "outlet": report.outlet, "title": report.title,
        "authors": list(report.authors), "published": report.published,
        "modified": report.modified,
        "dateline": dateline
        and {"place": dateline.place, "date": dateline.date, "agency": dateline.agency},
        "language": report.language, "text_length": len(report.text), "copy_of": copy_of,
        "revision_of": report.revision_of, "replaced_by": report.replaced_by,
        "media_type": report.media_type, "encoding": report.encoding,
        "published_from": report.published_from, "notes": list(report.notes),
    }  # fmt: skip


def _entity(entity: Entity, owner: Mapping[str, str]) -> Json:
    return {
        "record": "entity", "id": entity.id, "schema": entity.schema, "name": entity.name,
        "names": list(entity.names),
        "roles": [
            {
                "title": role.title,
                # A resolver may keep the chain that the report gave; the export names entities.
                "organization": owner.get(role.organization or "", role.organization),
                "claim": role.claim,
                "ended": role.ended,
                "since": role.since,
                "until": role.until,
            }
            for role in entity.roles
        ],
        "mentions": [_mention(mention) for mention in entity.mentions],
        "reasons": [_reason(reason) for reason in entity.reasons],
    }  # fmt: skip


def _mention(mention: Mention) -> Json:
    return {"report": mention.report, **_quote(mention.words), "kind": mention.kind}


def _claim(claim: Claim, owner: Mapping[str, str]) -> Json:
    return {
        "record": "claim", "id": claim.id, "report": claim.report, "quote": _quote(claim.quote),
        "trigger": _quote(claim.trigger), "kind": claim.kind, "type": claim.type,
        "mode": claim.mode, "who": entities_of(claim.who, owner),
        "whom": entities_of(claim.whom, owner), "when": claim.when and _claim_when(claim.when),
        "where": claim.where and _claim_where(claim.where),
        "sources": [_source(source, owner) for source in claim.sources],
        "polarity": claim.polarity, "certainty": claim.certainty, "known_by": claim.known_by,
        "found_by": [_reason(reason) for reason in claim.found_by],
        "unnamed_who": [_quote(words) for words in claim.unnamed_who],
        "unnamed_whom": [_quote(words) for words in claim.unnamed_whom],
        "counts": [_count(count) for count in claim.counts],
        "in_headline": claim.in_headline,
    }  # fmt: skip


def _count(count: Count) -> Json:
    return {
        "of": count.of,
        "least": count.least,
        "most": count.most,
        "about": count.about,
        "words": _quote(count.words),
        "whom": count.whom and _quote(count.whom),
        "as_of": count.as_of and _claim_when(count.as_of),
    }


def _source(source: Source, owner: Mapping[str, str]) -> Json:
    return {
        "kind": source.kind,
        "name": source.name,
        "entity": owner[source.chain] if source.chain else None,
        "words": source.words and _quote(source.words),
        "sort": source.sort,
    }


def _event(event: Event) -> Json:
    return {
        "record": "event", "id": event.id, "type": event.type, "claims": sorted(event.claims),
        "who": list(event.who), "whom": list(event.whom), "when": event.when and _when(event.when),
        "where": event.where and _where(event.where), "origins": len(event.origins),
        "publishers": event.publishers, "copies": event.copies,
        "conflicts": [_conflict(conflict) for conflict in event.conflicts],
        "origin_list": [_origin(origin) for origin in event.origins],
        "reasons": [_reason(reason) for reason in event.reasons],
        "series": [_series(series) for series in event.series], "apart": list(event.apart),
    }  # fmt: skip


def _conflict(conflict: Conflict) -> Json:
    return {
        "on": conflict.on,
        "claims": sorted({claim for side in conflict.sides for claim in side.claims}),
        "sides": [
            {"says": side.says, "claims": list(side.claims), "origins": side.origins}
            for side in conflict.sides
        ],
    }


def _series(series: Series) -> Json:
    return {
        "on": series.on,
        "of": series.of,
        "steps": [
            {"says": step.says, "told": step.told, "claims": list(step.claims)}
            for step in series.steps
        ],
    }


def _origin(origin: Origin) -> Json:
    return {
        "kind": origin.kind,
        "name": origin.name,
        "claims": list(origin.claims),
        "reports": list(origin.reports),
        "reason": origin.reason,
        "collapses": [
            {"by": one.by, "reports": list(one.reports), "words": one.words}
            for one in origin.collapses
        ],
    }


def _when(when: When) -> Json:
    return {
        "edtf": when.edtf,
        "start": when.start and when.start.isoformat(),
        "end": when.end and when.end.isoformat(),
    }


def _claim_when(when: When) -> Json:
    return {
        **_when(when),
        "words": _quote(when.words),
        "basis": when.basis,
        "anchor": when.anchor,
        "reasons": list(when.reasons),
        "doubts": list(when.doubts),
    }


def _where(where: Where) -> Json:
    return {
        "name": where.name, "country": where.country, "geonames": where.geonames,
        "lat": where.lat, "lon": where.lon, "radius_km": where.radius_km, "venue": where.venue,
    }  # fmt: skip


def _claim_where(where: Where) -> Json:
    place = _where(where)
    return {
        "name": place.pop("name"),
        "words": _quote(where.words),
        **place,
        "reasons": list(where.reasons),
    }


def _quote(quote: Quote) -> Json:
    return {"start": quote.start, "end": quote.end, "exact": quote.exact}


def _reason(reason: Reason) -> Json:
    return {"rule": reason.rule, "score": reason.score, "words": reason.words}
