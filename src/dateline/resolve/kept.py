"""What a report says of its chains, as it is kept while a case grows.

It is worked out from the whole report once. When some of its chains are resolved again, neither
its other chains nor its claims need be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec

from dateline.records import Chain
from dateline.resolve.block import Party, party_of
from dateline.resolve.context import AllSaid, Clue, Context
from dateline.resolve.evidence import Evidence
from dateline.resolve.nouns import Told


@dataclass(frozen=True, slots=True)
class ChainSaid:
    """What its report says of one chain.

    Attributes:
        employers: See `Party.employers`.
        company: Whom it met, and where; see `context`.
        state: That of a noun or an office, "" if unknown; None if it is neither.
    """

    chain: str
    employers: tuple[str, ...]
    company: tuple[Clue, ...]
    ages: tuple[int, ...]
    births: tuple[int, ...]
    state: str | None


@dataclass(frozen=True, slots=True)
class ReportSaid:
    """What one report says of its chains.

    Attributes:
        named: The names that tell of what a report is about; see `context`.
        beside: The names that its nouns stand beside; see `nouns`.
    """

    report: str
    named: tuple[Clue, ...]
    beside: tuple[str, ...]
    chains: tuple[ChainSaid, ...]


_DECODER = msgspec.json.Decoder(ReportSaid)


def write_said(said: ReportSaid) -> str:
    return msgspec.json.encode(said).decode()


def read_said(text: str) -> ReportSaid:
    """The record of a text that `write_said` gave."""
    return _DECODER.decode(text)


def said_by_reports(evidence: Evidence) -> list[ReportSaid]:
    """What the evidence on all chains of some reports comes to, by report."""
    told, names = evidence.told, evidence.context.said.named
    chains: dict[str, list[ChainSaid]] = defaultdict(list)
    for number, party in enumerate(evidence.parties):
        chains[party.chain.report].append(_chain_said(evidence, number, party))
    return [
        ReportSaid(
            report,
            tuple(sorted(names.get(report, ()))),
            tuple(told.named.get(report, ())),
            tuple(some),
        )
        for report, some in sorted(chains.items())
    ]


def _chain_said(evidence: Evidence, number: int, party: Party) -> ChainSaid:
    said = evidence.context.said
    return ChainSaid(
        party.chain.id,
        tuple(sorted(party.employers)),
        tuple(sorted(said.company.get(number, ()))),
        tuple(sorted(said.ages.get(number, ()))),
        tuple(sorted(said.births.get(number, ()))),
        evidence.told.state_of.get(number),
    )


def recall_evidence(
    chains: Iterable[Chain],
    said: Iterable[ReportSaid],
    is_person: Mapping[str, bool],
    common: Set[str],
) -> Evidence:
    """The evidence on some chains of a case, from what is kept of their reports."""
    reports = {one.report: one for one in said}
    of_chain = {one.chain: one for report in reports.values() for one in report.chains}
    ordered = sorted({one.id: one for one in chains}.values(), key=lambda one: one.id)
    parties = [party_of(one, of_chain[one.id].employers, is_person[one.id]) for one in ordered]
    known = [of_chain[one.id] for one in ordered]
    states = {n: one.state for n, one in enumerate(known) if one.state is not None}
    named = {one.report: one.beside for one in reports.values()}
    return Evidence(parties, _context(parties, known, reports), Told(states, named), common)


def _context(
    parties: Sequence[Party], known: Sequence[ChainSaid], reports: Mapping[str, ReportSaid]
) -> Context:
    company = {number: set(one.company) for number, one in enumerate(known) if one.company}
    ages = {number: set(one.ages) for number, one in enumerate(known) if one.ages}
    births = {number: set(one.births) for number, one in enumerate(known) if one.births}
    named = {one.report: set(one.named) for one in reports.values()}
    return Context(AllSaid(parties, company, named, ages, births), frozenset((*ages, *births)))
