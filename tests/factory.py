"""Records with sane defaults, from plain arguments: fictional reports and what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from dateline.records import (
    AUTHOR,
    RELATION_TYPES,
    Chain,
    Claim,
    Dateline,
    Mention,
    Participant,
    Quote,
    Report,
    Role,
    Schema,
    Source,
    SourceKind,
    Where,
    chain_id,
    claim_id,
    read_when,
    report_id,
)


def make_report(
    text: str, *, outlet: str | None = "Harbour Times", published: str | None = "2024-03-15",
    agency: str | None = None, **fields: Any,
) -> Report:  # fmt: skip
    """A report of this text; the outlet goes into its id, so that two can print one text."""
    digest = hashlib.sha256(f"{outlet}\n{published}\n{fields.get('file')}\n{text}".encode())
    sha256 = digest.hexdigest()
    if agency and "dateline" not in fields:
        fields["dateline"] = Dateline(None, None, agency, Quote(0, len(text[:1]), text[:1]))
    return Report(
        report_id(sha256), text, sha256, outlet=outlet, published=published, language="en", **fields
    )


def find_words(report: Report, words: str, nth: int = 0) -> Quote:
    """The nth place where a report prints these words."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return Quote(start, start + len(words), words)


def make_chain(
    report: Report, *names: str, schema: Schema = "Person", nth: int = 0,
    roles: Sequence[tuple[str, Chain | None] | str] = (), ended: bool = False,
) -> Chain:  # fmt: skip
    """A chain of these names, fullest first, with a mention at the nth place of each."""
    places = sorted({find_words(report, name, nth) for name in names})
    kept: list[Quote] = []
    for place in places:
        if not any(other.overlaps(place) for other in kept):
            kept.append(place)
    posts = []
    for role in roles:
        title, body = (role, None) if isinstance(role, str) else role
        posts.append(Role(find_words(report, title), body.id if body else None, ended))
    mentions = tuple(Mention(report.id, place, "name") for place in kept)
    return Chain(
        chain_id(report.id, find_words(report, names[0], nth), names[0]),
        report.id, schema, names[0], tuple(names), mentions, tuple(posts),
    )  # fmt: skip


def make_where(
    report: Report, name: str, country: str | None = None, lat: float | None = None,
    lon: float | None = None, radius_km: float | None = 10.0, venue: str | None = None,
) -> Where:  # fmt: skip
    """A place that the report prints."""
    return Where(name, find_words(report, name), country, None, lat, lon, radius_km, venue)


def make_source(
    kind: SourceKind,
    name: str | None = None,
    chain: Chain | None = None,
    report: Report | None = None,
) -> Source:
    """One link of a source chain; its words are found in the report if it prints them."""
    words = find_words(report, name) if report and name and name in report.text else None
    return Source(kind, name, chain.id if chain else None, words)


def make_claim(
    report: Report, trigger: str, type_: str = "CONSULT", who: Sequence[Chain] = (),
    whom: Sequence[Chain] = (), *, quote: str | None = None, when: str | None = None, nth: int = 0,
    sources: Sequence[Source] = (AUTHOR,), **fields: Any,
) -> Claim:  # fmt: skip
    """A claim whose quote is the sentence round the trigger, unless one is given."""
    words = find_words(report, trigger, nth)
    said = find_words(report, quote) if quote else _sentence(report, words)
    ends = [",".join(chain.id for chain in side) for side in (who, whom)]
    kind = fields.pop("kind", "relation" if type_ in RELATION_TYPES else "event")
    return Claim(
        claim_id(report.id, kind, type_, words, *ends), report.id, said, words, kind, type_,
        who=_participants(who), whom=_participants(whom),
        when=read_when(when, words, "explicit") if when else None,
        sources=tuple(sources), **fields,
    )  # fmt: skip


def _participants(chains: Sequence[Chain]) -> tuple[Participant, ...]:
    return tuple(Participant(chain.id, chain.mentions[0].words) for chain in chains)


def _sentence(report: Report, words: Quote) -> Quote:
    before = max(report.text.rfind(end, 0, words.start) for end in (". ", "\n"))
    start = 0 if before < 0 else before + (2 if report.text[before] == "." else 1)
    ends = [report.text.find(end, words.end) for end in (". ", "\n")]
    found = [end for end in ends if end >= 0]
    end = min(found) + 1 if found else len(report.text)
    exact = report.text[start:end].rstrip("\n")
    return Quote(start, start + len(exact), exact)
