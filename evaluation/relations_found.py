"""What the product's claims tie in a text of re3d: by its own names, or by the entities given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from dateline import extract_claims
from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.records import Chain, Claim, Mention, Participant, Report, Schema, chain_id, cut
from evaluation.running_text import Extent

AT = "at"
"""The tie of whoever takes part in an event to the place where it happens; no claim of its own."""
_SCHEMAS: Mapping[str, Schema] = {
    "Person": "Person",
    "Organisation": "Organization",
    "Location": "Country",
    "Nationality": "Country",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A pair of ends that a claim of ours ties, and its type."""

    type: str
    who: Extent
    whom: Extent


@dataclass(frozen=True, slots=True)
class Given:
    """An entity that the set marks, with the set's type."""

    at: Extent
    type: str


def find_told(report: Report, judged: frozenset[str]) -> Iterator[Told]:
    """The pairs that the product's claims tie: of mutual acts every two, else doer and done to."""
    yield from _told(extract_claims(report), judged)


def find_told_given(
    report: Report, entities: Iterable[Given], judged: frozenset[str]
) -> Iterator[Told]:
    """The same with the set's entities in place of those that the product finds."""
    chains = tuple(_chain(report, e) for e in sorted(set(entities), key=lambda e: (e.at, e.type)))
    annotations = replace(annotate(report), chains=tuple(c for c in chains if c is not None))
    yield from _told(find_claims(report, annotations), judged)


def _chain(report: Report, entity: Given) -> Chain | None:
    """An entity of a person, body or place as a chain of its one mention."""
    schema = _SCHEMAS.get(entity.type)
    if schema is None or not report.text[slice(*entity.at)].strip():
        return None
    words = cut(report.text, *entity.at)
    name = words.exact
    mention = Mention(report.id, words, "name")
    return Chain(chain_id(report.id, words, name), report.id, schema, name, (name,), (mention,))


def _told(claims: Iterable[Claim], judged: frozenset[str]) -> Iterator[Told]:
    for claim in claims:
        if claim.type in judged and claim.polarity == "+":
            yield from _pairs(claim)
        if AT in judged and claim.kind == "event" and claim.polarity == "+":
            yield from _placed(claim)


def _pairs(claim: Claim) -> Iterator[Told]:
    who, whom = ([_extent(p) for p in end] for end in (claim.who, claim.whom))
    yield from (Told(claim.type, one, other) for one in who for other in whom)
    if claim.kind == "event" and claim.type != "ASSAULT":
        yield from (Told(claim.type, *sorted(pair)) for pair in combinations(who, 2))


def _placed(claim: Claim) -> Iterator[Told]:
    """Those who take part, each with the place that the claim's own sentence names."""
    words = claim.where.words if claim.where is not None else None
    if words is not None and claim.quote.start <= words.start < claim.quote.end:
        place = (words.start, words.end)
        for participant in (*claim.who, *claim.whom):
            yield Told(AT, *sorted((_extent(participant), place)))


def _extent(participant: Participant) -> Extent:
    return participant.words.start, participant.words.end
