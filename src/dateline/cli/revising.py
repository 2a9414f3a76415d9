"""The commands for texts that took the place of others, and for reports that are to go."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.entry import (
    EXIT_NOTHING,
    case_argument,
    examples,
    json_option,
    open_case,
    print_json,
    print_line,
    say,
)
from dateline.cli.terminal import clean

if TYPE_CHECKING:
    from dateline.pipeline import Case
    from dateline.records import Claim, ClaimChange, Event, History, Report, Revision
    from dateline.removing import EventChange, Removal


@click.command(
    epilog=examples(
        "dateline revisions my.case",
        "dateline revisions my.case r_1f0e --all",
        "dateline revisions my.case --json",
    )
)
@case_argument
@click.argument("report", required=False, metavar="[REPORT]")
@click.option("--all", "is_whole", is_flag=True, help="Also claims that say the same as before.")
@json_option
def revisions(case: str, report: str | None, is_whole: bool, as_json: bool) -> None:
    """List what outlets changed in a text.

    Reports of one address are texts of it: the last one stands, the others stay readable and count
    for nothing. Of each later text: what it says of the change, and which claims it changed,
    withdrew or added, with the old and the new words. REPORT is the beginning of the id of one of
    the texts. --json holds every claim and every sentence.
    """
    with open_case(case) as opened:
        found = opened.revisions(report)
        claims = {one.id: one for one in opened.claims()}
        reports = {one.id: one for one in opened.reports()}
    if as_json:
        print_json(_history_row(one, claims) for one in found)
    else:
        for one in found:
            _show_history(one, reports, claims, is_whole)
    if not found:
        say(f"No address in {case} had more than one text.")
        click.get_current_context().exit(EXIT_NOTHING)


def _show_history(
    history: History, reports: dict[str, Report], claims: dict[str, Claim], is_whole: bool
) -> None:
    print_line(clean(f"{history.address}: {len(history.reports)} texts"))
    by_report = {one.report: one for one in history.revisions}
    for id_ in history.reports:
        revision = by_report.get(id_)
        stands = "stands" if id_ == history.current else "replaced"
        if revision is not None and revision.is_same_words:
            stands = f"the same words as {revision.of}, captured again"
        print_line(clean(f"{id_}  {_day(reports[id_])}  {stands}"))
        if revision is not None and not revision.is_same_words:
            _show_revision(revision, claims, is_whole)


def _day(report: Report) -> str:
    return max(report.modified or "", report.published or "")[:10] or "no date"


def _show_revision(revision: Revision, claims: dict[str, Claim], is_whole: bool) -> None:
    from dateline.cli.screen import Block, show_blocks
    from dateline.views.revised import STATES, count_states, say_field

    for notice in revision.notices:
        print_line(clean(f"It says: “{notice.exact}”"))
    states = STATES if is_whole else STATES[:-1]
    shown = [one for state in states for one in revision.claims if one.state == state]
    show_blocks(
        Block(
            side=one.state,
            head="; ".join(map(say_field, one.fields)) or _type(one, claims),
            quotes=tuple(dict.fromkeys(claims[id_].quote.exact for id_ in _ids(one))),
            lines=(" → ".join(_ids(one)),),
        )
        for one in shown
    )  # fmt: skip
    print_line(f"Claims: {count_states(revision.claims)}.")
    print_line(f"Sentences: {count_states(revision.passages)}.")


def _ids(change: ClaimChange) -> list[str]:
    return [id_ for id_ in (change.old, change.new) if id_ is not None]


def _type(change: ClaimChange, claims: dict[str, Claim]) -> str:
    from dateline.views.wording import say_type

    claim = claims[_ids(change)[-1]]
    return say_type(claim.type, claim.mode)


def _history_row(history: History, claims: dict[str, Claim]) -> dict[str, Any]:
    """A history as JSON has it; quotes are half-open code points of the text of their report."""
    row = asdict(history)
    for revision in row["revisions"]:
        for change in revision["claims"]:
            for side in ("old", "new"):
                if change[side] is not None:
                    quote = asdict(claims[change[side]].quote)
                    change[side] = {"id": change[side], "quote": quote}
    return row


# Taking reports out -------------------------------------------------------------------------------


@click.command(
    epilog=examples(
        "dateline remove my.case r_1f0e",
        'dateline remove my.case r_1f0e r_77a0 --yes --reason "a forgery"',
    )
)
@case_argument
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log of inputs.")
@json_option
def remove(case: str, reports: tuple[str, ...], is_sure: bool, reason: str, as_json: bool) -> None:
    """Take reports out, with all that came from them.

    REPORT is the beginning of the id of a report. Its bytes and its claims are deleted, and all
    that rested on them is worked out anew; what else changed is printed. What people judged and
    the line of the log stay, and a removed report can be added again.
    """
    with open_case(case) as opened:
        if not is_sure:
            _ask(opened, reports)
        claims = {one.id: one for one in opened.claims()}
        removal = opened.remove(*reports, reason=reason)
    if as_json:
        print_json([_removal_row(removal)])
    else:
        for line in _removal_lines(removal, claims):
            print_line(clean(line))


def _ask(case: Case, ids: Sequence[str]) -> None:
    from dateline.cli.wording import say_report
    from dateline.records import Report

    if not sys.stdin.isatty():
        raise click.UsageError("Nobody can be asked here: give --yes to remove the reports.")
    found = {one.id: one for one in map(case.find, ids) if isinstance(one, Report)}
    number = Counter(claim.report for claim in case.claims())
    for id_, report in sorted(found.items()):
        say(f"{id_}  {say_report(report)}, {_many(number[id_], 'claim')}")
    click.confirm(f"Remove {_many(len(found), 'report')}?", abort=True, err=True)


def _removal_lines(removal: Removal, claims: dict[str, Claim]) -> Iterator[str]:
    from dateline.cli.wording import say_report

    for report in removal.reports:
        yield f"Removed {report.id}: {say_report(report)}"
    yield f"{_many(removal.claims, 'claim')} went with it."
    for id_ in removal.back:
        yield f"{id_} stands again."
    ended = [one.before for one in removal.entities if not one.after]
    for entity in ended:
        yield f"{entity.id}  {entity.name}: no report names it any more"
    for change in removal.entities:
        now = ", ".join(f"{one.id} {one.name}" for one in change.after)
        if len(change.after) > 1 or [one.name for one in change.after] != [change.before.name]:
            yield from [f"{change.before.id}  {change.before.name} → {now}"] if now else []
    fewer = len(removal.entities) - len(ended)
    if fewer:
        yield f"{_many(fewer, 'entity', 'entities')} with fewer mentions, names or posts"
    for event in removal.events:
        yield f"{event.before.id}  {_words(event.before, claims)} {_after(event)}"
    for new in removal.new_events:
        yield f"{new.id}  {_words(new, claims)} new: {_backing(new)}"


def _words(event: Event, claims: dict[str, Claim]) -> str:
    from dateline.views.wording import shorten

    claim = claims[event.claims[0]]
    return f"“{shorten(claim.quote.exact, claim.trigger.exact)}”"


def _after(change: EventChange) -> str:
    if not change.after:
        return f"ended: {_backing(change.before)}"
    now = "; ".join(f"{_backing(one)} ({one.id})" for one in change.after)
    return f"{_backing(change.before)} → {now}"


def _backing(event: Event) -> str:
    counts = (len(event.claims), "claim"), (len(event.origins), "origin")
    return ", ".join(_many(*one) for one in (*counts, (len(event.conflicts), "conflict")))


def _many(number: int, one: str, many: str = "") -> str:
    from dateline.views.wording import count

    return count(number, one, many)


def _removal_row(removal: Removal) -> dict[str, Any]:
    """What a removal did, as JSON has it."""
    return {
        "reports": [one.id for one in removal.reports],
        "claims": removal.claims,
        "back": list(removal.back),
        "entities": [
            {"id": one.before.id, "name": one.before.name,
             "now": [{"id": now.id, "name": now.name} for now in one.after]}
            for one in removal.entities
        ],
        "events": [
            {"before": _event_row(one.before), "after": [_event_row(now) for now in one.after]}
            for one in removal.events
        ],
        "new_events": [_event_row(one) for one in removal.new_events],
    }  # fmt: skip


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.id, "type": event.type, "claims": list(event.claims),
        "origins": len(event.origins), "publishers": event.publishers, "copies": event.copies,
        "conflicts": [one.on for one in event.conflicts],
    }  # fmt: skip


REVISING = (revisions, remove)
