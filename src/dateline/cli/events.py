"""The commands for what happened: events, event, origins, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from dateline.cli.entry import (
    EXIT_NOTHING,
    case_argument,
    examples,
    json_option,
    open_case,
    print_json,
    say,
    say_empty,
)
from dateline.views.wording import count

if TYPE_CHECKING:
    from dateline.pipeline import Case
    from dateline.records import Copy, Event, Judgement
    from dateline.verification import Contents
    from dateline.views import EventDrawer
    from dateline.views.disputes import Dispute


@click.command(
    epilog=examples(
        "dateline events my.case",
        "dateline events my.case --min-origins 2 --conflicts",
        'dateline events my.case --who "Anna Keller" --from 2023 --to 2024-06 --json',
    )
)
@case_argument
@click.option(
    "--min-origins", type=click.IntRange(min=1), default=1, metavar="N",
    help="Only events with N independent first tellers or more.",
)  # fmt: skip
@click.option("--conflicts", is_flag=True, help="Only events whose sources cannot all be right.")
@click.option("--who", metavar="NAME", help="Only events with this person or organisation.")
@click.option("--from", "start", metavar="DATE", help="Only from this year, month or day on.")
@click.option("--to", "end", metavar="DATE", help="Only up to this one, all of it included.")
@json_option
def events(
    case: str, min_origins: int, conflicts: bool, who: str | None, start: str | None,
    end: str | None, as_json: bool,
) -> None:  # fmt: skip
    """List occurrences: their claims and their origins.

    An origin is a first teller: copies of one text, outlets that quote the same person, and an
    outlet that cites another count once. With --from or --to, only events whose time may lie in
    the range, and no undated ones. `dateline event` opens one.

    Exit code 4 if nothing fits what was asked for.
    """
    from dateline.cli import lists

    is_asked = min_origins > 1 or conflicts or any(one is not None for one in (who, start, end))
    with open_case(case) as opened:
        drawn = opened.timeline(who, start, end)
        rows = [
            row
            for row in drawn.rows
            if row.origins >= min_origins and (row.conflicts or not conflicts)
        ]
        if as_json:
            wanted = {row.event for row in rows}
            exported = lists.exported_rows(opened, "event")
            print_json(one for one in exported if not is_asked or one["id"] in wanted)
        elif rows:
            lists.show_events(rows)
        number = len(opened.reports())
    if not number:
        say_empty(case)
    elif not rows and is_asked:
        say(f"No event in {case} fits: ask for less, or leave an option out.")
        click.get_current_context().exit(EXIT_NOTHING)
    elif not rows:
        say(f"The {count(number, 'report')} in {case} tell of no event.")


@click.command(
    epilog=examples(
        "dateline event my.case v_77a0c2",
        "dateline event my.case c_1f0e",
        "dateline event my.case v_77a0c2 --json",
    )
)
@case_argument
@click.argument("id_", metavar="ID")
@json_option
def event(case: str, id_: str, as_json: bool) -> None:
    """Compare the sources of one event.

    ID is the beginning of the id of an event (v_…), or of a claim (c_…) that tells of it.

    Prints a table with a row for each source and a column each for when, where, who, how many and
    whether it happened: what a source says there, and whether it agrees, says less, cannot hold
    with another, or is silent. Then the conflicts with what each side rests on, and the tree of
    who copied, carried or cited whom. Nothing is decided by numbers.
    """
    from dateline.cli.event_picture import show_event

    with open_case(case) as opened:
        whole = opened.contents()
        found = find_event(opened, whole, id_)
        told = {report for origin in found.origins for report in origin.reports}
        view = make_drawer(whole, opened.copies(told), opened.conflict_statuses()).draw(found)
    if as_json:
        print_json([view.to_dict()])
    else:
        show_event(view, case)


def find_event(case: Case, contents: Contents, id_: str) -> Event:
    """The event whose id begins so, or that the claim of that id tells of.

    Raises:
        UnknownId: If there is none, or more than one.
    """
    from dateline.errors import UnknownId
    from dateline.records import Claim, Event

    record = case.find(id_)
    if isinstance(record, Event):
        return record
    if isinstance(record, Claim):
        for one in contents.events:
            if record.id in one.claims:
                return one
        if record.kind == "event":
            raise UnknownId(
                f"{record.id} stands in no event: its report was replaced by a later text; "
                "dateline show shows it."
            )
        raise UnknownId(
            f"{record.id} tells of a lasting tie and belongs to no event; dateline show shows it."
        )
    raise UnknownId(
        f"{id_} is neither an event (v_…) nor a claim (c_…); dateline events lists the events."
    )


def make_drawer(
    contents: Contents, copies: Iterable[Copy] = (), said: Sequence[Judgement] = ()
) -> EventDrawer:
    """What draws the events of a case.

    Args:
        said: What holds of what people said of conflicts.
    """
    from dateline.views import EventDrawer

    shares = {one.report: one for one in copies}
    return EventDrawer(contents.claims, contents.entities, contents.reports, shares, said)


@click.command(epilog=examples("dateline origins my.case", "dateline origins my.case --json"))
@case_argument
@json_option
def origins(case: str, as_json: bool) -> None:
    """List who first tells what, and what counts once.

    An origin is the first teller that a source chain leads to: a person, a document, a recording,
    an agency, an outlet in its own voice. Shown with each: how many events rest on it, how many of
    them on nothing else, which outlets print it, and why their reports count once. Then the
    reports that repeat another's text, and those that share some, such as a statement.

    Counted wrongly? `dateline different CASE REPORT REPORT` says that two reports are independent,
    `dateline same CASE REPORT REPORT` that one has it from the other; `dateline undo` takes it
    back.
    """
    from dateline.cli.event_lists import origin_record, show_copies, show_origins, show_shared
    from dateline.views.origin_list import list_copies, list_origins, list_shared

    with open_case(case) as opened:
        whole = opened.contents()
        shares = {one.report: one for one in opened.copies()}
        pairs = opened.shared_texts()
    reports = {one.id: one for one in whole.reports}
    copies = {one.id: one.copy_of for one in whole.reports if one.copy_of}
    found = list_origins(whole.events, reports, copies)
    repeated, shared = list_copies(reports, shares), list_shared(reports, pairs)
    if as_json:
        print_json(origin_record(one, repeated, shared) for one in found)
    elif found:
        show_origins(found, case)
        show_copies(repeated, case)
        show_shared(shared, case)
    if not reports:
        say_empty(case)
    elif not found:
        say(f"The {count(len(reports), 'report')} in {case} tell of no event.")


@click.command(
    epilog=examples(
        "dateline conflicts my.case",
        "dateline conflicts my.case --status open",
        "dateline conflicts my.case --json",
    )
)
@case_argument
@click.option(
    "--status", type=click.Choice(["new", "open", "explained"]),
    help="Only those that nobody marked, or that somebody marked so (see dateline mark).",
)  # fmt: skip
@json_option
def conflicts(case: str, status: str | None, as_json: bool) -> None:
    """List what sources cannot all be right on.

    For each conflict the event, and the sides: what each says, how many independent origins it
    has, and which reports print it. No side is chosen: origins are no votes. Dates of different
    closeness ("March", "3 March") and numbers that grow with time are no conflicts.

    `dateline mark` says of a conflict that it stays open, or how it is explained.
    Exit code 4 if nothing has the --status.
    """
    from dateline.cli.event_lists import conflict_records, show_conflicts

    with open_case(case) as opened:
        whole = opened.contents()
        order = [row.event for row in opened.timeline().rows]
        said = opened.conflict_statuses()
    by_id = {one.id: one for one in whole.events if one.conflicts}
    drawer = make_drawer(whole, said=said)
    views = [drawer.draw(by_id[id_]) for id_ in order if id_ in by_id]
    number = len(views)
    if status is not None:
        narrowed = (
            replace(view, disputes=tuple(one for one in view.disputes if _status(one) == status))
            for view in views
        )
        views = [view for view in narrowed if view.disputes]
    if as_json:
        print_json(one for view in views for one in conflict_records(view))
    elif views:
        show_conflicts(views)
    if not whole.reports:
        say_empty(case)
    elif not views and number:
        say(f"No conflict of {case} has that status.")
        click.get_current_context().exit(EXIT_NOTHING)
    elif not views:
        say(f"No event of {case} holds a conflict; claims in different events are not compared.")


def _status(dispute: Dispute) -> str:
    return dispute.status.kind if dispute.status else "new"


EVENTS = (events, event, origins, conflicts)
