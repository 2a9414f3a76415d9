"""Who first tells what in a case: each origin with the events that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.records import Copy, Event, Origin, Report, SharedPassage, SourceKind
from dateline.views.network import origin_key
from dateline.views.origin_tree import reasons_of
from dateline.views.wording import name_outlet, plain_line, shorten


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A report that repeats another's text.

    Attributes:
        share: How much of its text is the other's, from 0 to 1; None if not known.
        passages: What they have in common, in the order of the report's text; none if not known.
        longest: The words of the longest passage, cut where they are long; "" if not known.
    """

    report: str
    outlet: str
    published: str | None
    original: str
    original_outlet: str
    original_published: str | None
    share: float | None
    passages: tuple[SharedPassage, ...]
    longest: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """Two reports that print some text in common, though neither copies the other.

    Attributes:
        share: How much of the report's text stands in the other's, from 0 to 1.
        passages: What they have in common, in the order of the report's text.
        longest: The words of the longest passage, cut where they are long.
    """

    report: str
    outlet: str
    published: str | None
    other: str
    other_outlet: str
    other_published: str | None
    share: float
    passages: tuple[SharedPassage, ...]
    longest: str


@dataclass(frozen=True, slots=True)
class OriginSummary:
    """A first teller of a case.

    Attributes:
        events: Ids of the events that rest on it, sorted.
        alone: How many of them rest on nothing else.
        reports: Ids of the reports that lead to it, the earliest first.
        outlets: Who publishes these, each once, in the order of the reports.
        copies: How many of the reports only repeat another's text.
        reasons: Why reports count once, each once.
        pair: Two reports of different outlets that count once in some event; None if none do.
    """

    name: str
    kind: SourceKind
    events: tuple[str, ...]
    alone: int
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    copies: int
    reasons: tuple[str, ...]
    pair: tuple[str, str] | None


def list_origins(
    events: Iterable[Event], reports: Mapping[str, Report], copies: Mapping[str, str]
) -> tuple[OriginSummary, ...]:
    """The origins of a case, those that most events rest on first.

    Args:
        reports: By id; at least those that the events name.
        copies: Report id → id of the report whose text it repeats.
    """
    groups: dict[tuple[str, str], list[tuple[Event, Origin]]] = {}
    for event in sorted(events, key=lambda one: one.id):
        for origin in event.origins:
            groups.setdefault(origin_key(origin, copies), []).append((event, origin))
    found = [_summary(told, reports, copies) for told in groups.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.events), one.name, one.kind, one.reports)))


def _summary(
    told: list[tuple[Event, Origin]], reports: Mapping[str, Report], copies: Mapping[str, str]
) -> OriginSummary:
    first = told[0][1]
    ids = sorted({report for _event, origin in told for report in origin.reports},
                 key=lambda one: _age(one, reports))  # fmt: skip
    outlets = dict.fromkeys(name_outlet(reports.get(report)) for report in ids)
    joined = [origin for _event, origin in told if len(origin.reports) > 1]
    reasons = dict.fromkeys(words for origin in joined for words in reasons_of(origin))
    return OriginSummary(
        plain_line(first.name),
        first.kind,
        tuple(dict.fromkeys(event.id for event, _origin in told)),
        sum(len(event.origins) == 1 for event, _origin in told),
        tuple(ids),
        tuple(outlets),
        sum(report in copies for report in ids),
        tuple(reasons),
        next(filter(None, (_pair(origin, reports) for origin in joined)), None),
    )


def _pair(origin: Origin, reports: Mapping[str, Report]) -> tuple[str, str] | None:
    """The earliest report of an origin, and the earliest of another outlet."""
    first, *others = sorted(origin.reports, key=lambda one: _age(one, reports))
    own = name_outlet(reports.get(first))
    other = next((one for one in others if name_outlet(reports.get(one)) != own), None)
    return (first, other) if other else None


def list_copies(
    reports: Mapping[str, Report], shares: Mapping[str, Copy] | None = None
) -> tuple[CopyRow, ...]:
    """The reports of a case that repeat another's text, the earliest text first.

    Args:
        shares: Report id → what it repeats, where that is known.
    """
    copies = [report for report in reports.values() if report.copy_of]
    copies.sort(key=lambda one: (_age(one.copy_of or "", reports), _age(one.id, reports)))
    rows = []
    for report in copies:
        original, share = reports.get(report.copy_of or ""), (shares or {}).get(report.id)
        rows.append(
            CopyRow(
                report.id,
                name_outlet(report),
                report.published_on,
                report.copy_of or "",
                name_outlet(original),
                original.published_on if original else None,
                share.share if share else None,
                share.passages if share else (),
                _longest(report, share.passages) if share else "",
            )
        )
    return tuple(rows)


def list_shared(reports: Mapping[str, Report], shared: Iterable[Copy]) -> tuple[SharedRow, ...]:
    """The pairs of reports that share text, the earliest report first.

    Args:
        reports: By id; at least those of the pairs.
    """
    rows = []
    for one in sorted(shared, key=lambda c: (_age(c.report, reports), _age(c.of, reports))):
        report, other = reports[one.report], reports[one.of]
        rows.append(
            SharedRow(
                report.id,
                name_outlet(report),
                report.published_on,
                other.id,
                name_outlet(other),
                other.published_on,
                one.share,
                one.passages,
                _longest(report, one.passages),
            )
        )
    return tuple(rows)


def _longest(report: Report, passages: Iterable[SharedPassage]) -> str:
    found = max(passages, key=lambda one: (one.end - one.start, -one.start), default=None)
    return shorten(report.text[found.start : found.end]) if found else ""


def _age(report: str, reports: Mapping[str, Report]) -> tuple[str, str]:
    known = reports.get(report)
    return (known.published if known else None) or "9999", report
