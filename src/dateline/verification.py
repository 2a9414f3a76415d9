"""A case compared with the bytes that it came from.

What is quoted is looked up again in the text that the stored bytes give, and what is stored
is compared with the hashes and the grouping that it should have.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from dateline.errors import DatelineError
from dateline.read import read_bytes
from dateline.records import Chain, Claim, Entity, Event, Quote, Report
from dateline.store import Database, Evidence, Problem


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a case holds, each list sorted by id.

    Attributes:
        misread: Ids of the claims that somebody says are misread; they are in no event.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    misread: frozenset[str] = frozenset()

    @property
    def well_read_claims(self) -> tuple[Claim, ...]:
        """All claims but those that somebody says are misread."""
        return tuple(one for one in self.claims if one.id not in self.misread)

    @property
    def current_claims(self) -> tuple[Claim, ...]:
        """The claims that count: not misread, and of a text that no later one replaced."""
        replaced = {one.id for one in self.reports if one.replaced_by is not None}
        return tuple(one for one in self.well_read_claims if one.report not in replaced)


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification looked at, and what it found.

    Attributes:
        reports: How many reports were read again from their bytes.
        quotes: How many quotes were compared with the text, code point by code point.
        problems: What differs; empty if nothing does.
    """

    reports: int
    quotes: int
    problems: tuple[Problem, ...]


def verify_case(database: Database, group: Callable[[Evidence], Contents]) -> Verification:
    """Reads every report again from its stored bytes and compares every quote with it.

    Reports, chains and claims are also compared with the hash that was kept when they were
    added; entities, events and copies, if all else is well, with what grouping gives now.
    What can't be read any more is a problem, and the rest is checked nevertheless.

    This finds accidents and edits of single records. It does not find a forger who edits a
    claim and works out its hash again, and it does not say that a claim is read rightly.

    Args:
        group: What the evidence of a case gives when it is grouped.

    Raises:
        DatelineError: If the database can't be read on and nothing is known to be wrong with it.
    """
    problems = database.check()
    told = {problem.record for problem in problems}
    try:
        evidence = database.evidence(skip_broken=True)
    except DatelineError:
        if not problems:
            raise
        return Verification(0, 0, tuple(problems))
    for report in evidence.reports:
        if report.id not in told:
            problems += _reread(database, report)
    quotes, misquotes = _compare_quotes(evidence, told)
    problems += misquotes
    known = told.union(one.id for one in evidence.chains)
    problems += (gone for claim in evidence.claims for gone in _gone_chains(claim, known))
    if not problems:  # of damaged evidence, everything would be grouped otherwise
        problems += _grouped_otherwise(database, evidence, group)
    return Verification(len(evidence.reports), quotes, tuple(problems))


def quotes_in(record: object) -> Iterator[Quote]:
    """Every quote anywhere in a record, or in a tuple of records."""
    if isinstance(record, Quote):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from quotes_in(part)
    elif is_dataclass(record):
        for field in fields(record):
            yield from quotes_in(getattr(record, field.name))


def _reread(database: Database, report: Report) -> Iterator[Problem]:
    try:
        data = database.blob(report.sha256)
        text = read_bytes(data, file=report.file, url=report.url).text
    except DatelineError as error:
        yield Problem(report.id, f"The bytes of {report.id} can't be read any more: {error}")
        return
    if text != report.text:
        yield Problem(report.id, f"The bytes of {report.id} read as another text now.")


def _compare_quotes(evidence: Evidence, told: Container[str | None]) -> tuple[int, list[Problem]]:
    """How many quotes there are, and those that do not stand in their report's text.

    Args:
        told: Ids that something is known to be wrong with.
    """
    texts = {report.id: report.text for report in evidence.reports}
    records: list[Report | Chain | Claim] = [*evidence.reports, *evidence.chains]
    quotes, problems = 0, []
    for record in (*records, *evidence.claims):
        home = record.id if isinstance(record, Report) else record.report
        text = texts.get(home)
        if text is not None:
            found = list(quotes_in(record))
            quotes += len(found)
            wrong = [one for one in found if text[one.start : one.end] != one.exact]
            problems += [_misquote(record, one) for one in wrong]
        elif record.id not in told and home not in told:
            problems.append(Problem(record.id, f"The report of {record.id} is not there."))
    return quotes, problems


def _grouped_otherwise(
    database: Database, evidence: Evidence, group: Callable[[Evidence], Contents]
) -> Iterator[Problem]:
    """What is stored of the grouping and is not what the evidence gives."""
    found = database.grouped()
    if found is None or len(found.reports) != len(evidence.reports):
        return  # not grouped yet, or another process adds at this moment
    whole = group(evidence)
    pairs = (
        (found.reports, whole.reports, "whose text it copies"),
        (found.entities, whole.entities, "who it is"),
        (found.events, whole.events, "what it brings together"),
    )
    for stored, worked_out, what in pairs:
        yield from _differences(stored, worked_out, what)


def _differences(
    stored: Iterable[Report | Entity | Event],
    worked_out: Iterable[Report | Entity | Event],
    what: str,
) -> Iterator[Problem]:
    left, right = ({one.id: one for one in side} for side in (stored, worked_out))
    for id_ in sorted(left.keys() | right.keys()):
        if left.get(id_) != right.get(id_):
            yield Problem(
                id_,
                f"{id_}: {what} is not what the claims give; it was edited, or grouped by "
                "another version of Dateline.",
            )


def _gone_chains(claim: Claim, known: Container[str | None]) -> Iterator[Problem]:
    named = [one.chain for one in (*claim.who, *claim.whom)]
    named += [one.chain for one in claim.sources if one.chain]
    for id_ in dict.fromkeys(named):
        if id_ not in known:
            yield Problem(id_, f"{id_} is not there, but the claim {claim.id} names it.")


def _misquote(record: Report | Chain | Claim, quote: Quote) -> Problem:
    return Problem(
        record.id, f"{record.id} quotes {quote.exact[:60]!r}, which does not stand there."
    )
