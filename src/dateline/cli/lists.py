"""What each list command shows of a record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli import wording
from dateline.cli.entry import say
from dateline.cli.screen import Block, is_narrow, show_blocks, show_table
from dateline.views import Timeline, TimelineRow, describe_sources
from dateline.views.wording import (
    count,
    owners_of,
    say_count,
    say_date,
    say_more,
    say_standing,
    say_type,
    say_unnamed,
)

if TYPE_CHECKING:
    from dateline.pipeline import Case
    from dateline.records import Claim, Entity, Report
    from dateline.store import Passage
    from dateline.verification import Contents

PLURALS = {"report": "reports", "claim": "claims", "entity": "entities", "event": "events"}


def exported_rows(case: Case, kind: str) -> Iterator[Any]:
    """The records of one kind as the records export has them."""
    head = f'{{"record": "{kind}", '  # of each of its lines: nothing else need be parsed
    return (json.loads(line) for line in case.export("records") if line.startswith(head))


def passage_row(passage: Passage) -> dict[str, Any]:
    """A passage as JSON has it: spans are half-open code points of the report's text."""
    quote = passage.quote
    return {
        "report": passage.report,
        "claim": passage.claim,
        "quote": {"start": quote.start, "end": quote.end, "exact": quote.exact},
        "words": [{"start": one.start, "end": one.end} for one in passage.words],
    }


def show_reports(contents: Contents) -> None:
    """A row a report, by day of publication; reports without one come last."""
    number = Counter(claim.report for claim in contents.claims)
    ordered = sorted(contents.reports, key=_by_day)
    if is_narrow():
        show_blocks(
            Block(
                side=_day(one) or "no date",
                head=one.title or one.file or "no title",
                lines=(_outlet(one), f"{count(number[one.id], 'claim')} · {one.id}"),
            )
            for one in ordered
        )
        return
    show_table(
        ("outlet", "published", "title", "claims", "id"),
        (
            (_outlet(one), _day(one), one.title or one.file, number[one.id], one.id)
            for one in ordered
        ),
    )


def show_entities(contents: Contents) -> None:
    """A row an entity, the most mentioned first."""
    owners = owners_of(contents.entities)
    ordered = sorted(contents.entities, key=lambda one: (-len(one.mentions), one.id))
    if is_narrow():
        show_blocks(
            Block(
                side=one.schema,
                head=_names(one),
                lines=(
                    wording.say_roles(one, owners),
                    f"{count(len(one.mentions), 'mention')} · {one.id}",
                ),
            )
            for one in ordered
        )
        return
    show_table(
        ("name", "kind", "roles", "mentions", "id"),
        (
            (_names(one), one.schema, wording.say_roles(one, owners), len(one.mentions), one.id)
            for one in ordered
        ),
    )


def show_claims(contents: Contents) -> None:
    """A block a claim, by report and place in the text."""
    reports = {one.id: one for one in contents.reports}
    owners = owners_of(contents.entities)
    ordered = sorted(contents.claims, key=lambda one: (one.report, one.trigger.start, one.id))
    show_blocks(
        _claim_block(one, reports[one.report], owners, one.id in contents.misread)
        for one in ordered
    )


def _claim_block(claim: Claim, report: Report, owners: wording.Owners, is_misread: bool) -> Block:
    kind = say_type(claim.type, claim.mode)
    is_tie = claim.kind == "relation" and claim.when is None
    return Block(
        side="" if is_tie else say_date(claim.when.edtf if claim.when else None),
        head=f"{'misread: ' if is_misread else ''}{wording.say_claim(claim, owners)}",
        quotes=(claim.quote.exact,),
        lines=(
            say_more(say_unnamed(claim), (say_count(told) for told in claim.counts)),
            f"according to {describe_sources(claim, report, owners)}",
            f"{say_standing(claim)} · {kind} · {claim.id}",
        ),
    )


def show_timeline(timeline: Timeline, is_whole: bool = False) -> None:
    """A block an event: the words of its best claim, and according to whom.

    Args:
        is_whole: Show also what tells, undated, only that somebody said something. If not, a
            last line says how many such events there are.
    """
    shown = [row for row in timeline.rows if is_whole or row.edtf or not row.is_bare_saying]
    if shown:
        show_blocks(_event_block(row, is_whole=False) for row in shown)
    if left := len(timeline.rows) - len(shown):
        say(f"{count(left, 'saying')} without a date not shown; --all shows {_them(left)}.")


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def show_events(rows: Iterable[TimelineRow]) -> None:
    """A block an event: the words of all its claims."""
    show_blocks(_event_block(row, is_whole=True) for row in rows)


def _event_block(row: TimelineRow, is_whole: bool) -> Block:
    told = [f"“{one.quote.exact}” — {one.source}, {one.id}" for one in row.claims]
    return Block(
        side=say_date(row.edtf),
        head=wording.say_row(row),
        quotes=() if is_whole else (row.label,),
        lines=(
            say_more(row.unnamed, row.counts),
            *(told if is_whole else [f"according to {row.source}"]),
            wording.say_conflicts(row),
            f"{say_standing(row.claims[0])} · {wording.say_backing(row)} · {row.event}",
        ),
    )


def show_passages(passages: Sequence[Passage], reports: Sequence[Report]) -> None:
    """A block a passage: its words, and the claim or report to look up."""
    by_id = {one.id: one for one in reports}
    show_blocks(
        Block(
            side=_day(by_id[one.report]) or "no date",
            head=wording.say_report(by_id[one.report]),
            quotes=(one.quote.exact,),
            lines=(one.claim or one.report,),
        )
        for one in passages
    )


def _names(entity: Entity) -> str:
    others = [name for name in entity.names if name != entity.name]
    return f"{entity.name} (also {', '.join(others)})" if others else entity.name


def _by_day(report: Report) -> tuple[bool, str, str]:
    return not report.published, report.published_on or "", report.id


def _day(report: Report) -> str | None:
    return say_date(report.published_on) if report.published else None


def _outlet(report: Report) -> str:
    """The outlet; where the report doesn't name one, its agency; whose text it repeats."""
    agency = report.dateline.agency if report.dateline else None
    name = report.outlet or agency or "–"
    if report.copy_of or not report.replaced_by:
        return f"{name} (copy of {report.copy_of})" if report.copy_of else name
    return f"{name} (replaced by {report.replaced_by})"
