"""The table export: CSV, one row a claim, safe to open in a spreadsheet.

RFC 4180: UTF-8, comma, CRLF, quotes doubled. A spreadsheet runs a cell that begins with ``=``,
``+``, ``-``, ``@`` or a tab as a formula, even one that a report wrote. So a text cell that begins
so gets a leading ``'``. To read such a cell back: where a text begins with ``'`` marks and then
one of those signs, take one ``'`` off. Numbers and our own one-letter values stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from dateline.export.records import entities_of, entity_of_chain
from dateline.records import Claim, Entity, Event, Report, Source
from dateline.views.wording import say_count

COLUMNS = (
    "id", "report", "file", "outlet", "published", "title", "kind", "type", "mode", "who", "whom",
    "when", "start", "end", "when_words", "when_basis", "where", "venue", "country", "lat", "lon",
    "radius_km", "sources", "polarity", "certainty", "known_by", "event", "origins", "quote",
    "trigger", "quote_start", "quote_end", "found_by", "unnamed_who", "unnamed_whom", "counts",
)  # fmt: skip
"""`outlet` is the agency of the dateline where a report names no outlet.

Lists (`who`, `whom`, `unnamed_who`, `unnamed_whom`, `counts`) are joined by "; ", source chains by
" < ": origin first."""

Cell = str | int | float | None

# The signs and their full-width forms, behind spaces too: some programs trim before they look.
_FORMULA = re.compile(r"'*[ \u00a0\u3000]*[=+\-@\t\r\n＝＋－＠]")


def write_csv(
    reports: Iterable[Report],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    events: Iterable[Event],
) -> Iterator[str]:
    """The rows of the table, a head first, then the claims by id, each ended by CRLF.

    Raises:
        KeyError: If a claim names a report, or a chain, that is not among those given.
    """
    entities = list(entities)
    names = {entity.id: entity.name for entity in entities}
    owner = entity_of_chain(entities)
    report_of = {report.id: report for report in reports}
    event_of = {claim: event for event in events for claim in event.claims}
    yield _row(COLUMNS)
    for claim in sorted(claims, key=lambda claim: claim.id):
        who, whom = ("; ".join(names[entity] for entity in entities_of(side, owner))
                     for side in (claim.who, claim.whom))  # fmt: skip
        yield _row(
            _cells(claim, report_of[claim.report], who, whom, event_of.get(claim.id)).values()
        )


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula; see the module for the way back."""
    return "'" + text if _FORMULA.match(text) else text


def source_chain(sources: Iterable[Source]) -> str:
    """A source chain in one cell, origin first: "viral video < Levant Wire"."""
    return " < ".join(source.name or source.kind for source in sources)


def _cells(
    claim: Claim, report: Report, who: str, whom: str, event: Event | None
) -> Mapping[str, Cell]:
    when, where = claim.when, claim.where
    agency = report.dateline.agency if report.dateline else None
    texts: dict[str, str | None] = {
        "id": claim.id, "report": report.id, "file": report.file, "outlet": report.outlet or agency,
        "published": report.published, "title": report.title, "kind": claim.kind,
        "type": claim.type, "mode": claim.mode, "who": who, "whom": whom,
        "when": when.edtf if when else None,
        "start": when.start.isoformat() if when and when.start else None,
        "end": when.end.isoformat() if when and when.end else None,
        "when_words": when.words.exact if when else None,
        "when_basis": when.basis if when else None,
        "where": where.name if where else None, "venue": where.venue if where else None,
        "country": where.country if where else None,
        "sources": source_chain(claim.sources), "certainty": claim.certainty,
        "known_by": claim.known_by, "event": event.id if event else None,
        "quote": claim.quote.exact, "trigger": claim.trigger.exact,
        "found_by": claim.found_by[0].rule if claim.found_by else None,
        "unnamed_who": "; ".join(words.exact for words in claim.unnamed_who),
        "unnamed_whom": "; ".join(words.exact for words in claim.unnamed_whom),
        "counts": "; ".join(say_count(count) for count in claim.counts),
    }  # fmt: skip
    numbers: dict[str, Cell] = {
        "lat": where.lat if where else None, "lon": where.lon if where else None,
        "radius_km": where.radius_km if where else None, "polarity": claim.polarity,
        "origins": len(event.origins) if event else None,
        "quote_start": claim.quote.start, "quote_end": claim.quote.end,
    }  # fmt: skip
    cells = {name: safe_cell(text) for name, text in texts.items() if text is not None} | numbers
    return {name: cells.get(name) for name in COLUMNS}


def _row(cells: Iterable[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
