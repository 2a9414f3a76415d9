"""The commands for a person's word on who is who and what is one event, and to take it back."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, Any, cast, get_args

import click

from dateline.cli.entry import (
    case_argument,
    examples,
    json_option,
    open_case,
    print_json,
    print_line,
    say,
)
from dateline.cli.judged_names import SideNames
from dateline.cli.terminal import clean
from dateline.records import ConflictOn, ConflictStatus
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.judging import Change
    from dateline.pipeline import Case
    from dateline.records import Judgement, JudgementKind, ReadingJudgement
    from dateline.views.history import HistoryEntry

user_option = click.option(
    "--user", metavar="NAME", help="Who judges; DATELINE_USER or the login name otherwise."
)
reason_option = click.option("--reason", default="", metavar="WORDS", help="Why, in a few words.")


@click.command(
    epilog=examples(
        "dateline review my.case",
        "dateline review my.case --unsure",
        "dateline review my.case --events",
    )
)
@case_argument
@click.option("--events", "is_of_events", is_flag=True, help="Ask about events, not about names.")
@click.option("--unsure", is_flag=True, help="Ask again about pairs judged unsure.")
@json_option
@user_option
def review(case: str, is_of_events: bool, unsure: bool, as_json: bool, user: str | None) -> None:
    """Judge pairs that may be one and the same: people and bodies, or with --events claims of
    one event.

    One pair at a time, those that the machine is least sure of first: what differs, what agrees,
    and the passages. A key decides (? lists the keys), and each decision is kept at once; the
    next review goes on where this one stopped. Where standard input is no terminal, each of its
    lines is a key, with the reason after it. --json lists the pairs and asks nothing.
    """
    from dateline.cli.review import review_pairs
    from dateline.cli.review_decks import EntityDeck, EventDeck

    with open_case(case) as opened:
        if as_json and is_of_events:
            print_json(asdict(pair) for pair in opened.events_to_review(unsure=unsure))
        elif as_json:
            print_json(asdict(pair) for pair in opened.pairs_to_review(unsure=unsure))
        else:
            deck = EventDeck(opened, unsure) if is_of_events else EntityDeck(opened, unsure)
            review_pairs(opened, user_name(user), deck)


@click.command(
    epilog=examples(
        "dateline same my.case e_1f0e e_77a0",
        'dateline same my.case "Anna Keller" Keller --reason "one photograph"',
        "dateline same my.case v_77a0 v_2b11",
    )
)
@case_argument
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@reason_option
@user_option
def same(case: str, left: str, right: str, reason: str, user: str | None) -> None:
    """Say that two are one and the same.

    ID is the beginning of the id of an entity (e_…) or of a chain (h_…, as `dateline show`
    lists them), a name that one entity alone has, or an id of something outside CASE such as
    NK-… or ofac-sdn:1234. It holds for reports that are added later.

    Two events (v_…) or claims (c_…) become one event, whatever they disagree on. Two reports
    (r_…) count as one origin: what one tells comes from the other.
    """
    _judge(case, "same", left, right, reason, user)


@click.command(
    epilog=examples(
        "dateline different my.case e_1f0e e_77a0",
        'dateline different my.case h_0c1d h_9b2e --reason "born ten years apart"',
        'dateline different my.case r_51f0 r_a07c --reason "each had a reporter there"',
    )
)
@case_argument
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@reason_option
@user_option
def different(case: str, left: str, right: str, reason: str, user: str | None) -> None:
    """Say that two are not the same, or split one.

    ID is as for `dateline same`. Two chains of one entity split it: each of its other chains
    stays with the side that it is nearer to. Reports that are added later never join the two.

    Two claims (c_…) of one event split it likewise. Two reports (r_…) count as two origins,
    though one may have the other's words.
    """
    _judge(case, "different", left, right, reason, user)


@click.command(
    epilog=examples(
        "dateline mark my.case v_77a0 count open",
        'dateline mark my.case v_77a0 when explained --reason "one paper corrected its date"',
    )
)
@case_argument
@click.argument("event", metavar="EVENT")
@click.argument("on", type=click.Choice(get_args(ConflictOn)))
@click.argument("status", type=click.Choice(get_args(ConflictStatus)))
@reason_option
@user_option
def mark(case: str, event: str, on: str, status: str, reason: str, user: str | None) -> None:
    """Say that a conflict stays open, or how it is explained.

    EVENT is the beginning of the id of an event (v_…) or of one of its claims (c_…); then what
    its sources differ on, and what you say of it. Both sides stay as they are, and every view
    shows your word beside them. It holds for reports that are added later, as long as the claims
    contradict each other; `dateline undo` takes it back.
    """
    with open_case(case) as opened:
        changes = opened.mark_conflicts(
            event, cast(ConflictOn, on), cast(ConflictStatus, status), user=user_name(user),
            reason=reason,
        )  # fmt: skip
        names = SideNames(opened)
        for change in changes:
            print_line(clean(f"{change.entry.id}  {names.say(change.entry)}"))


@click.command(
    epilog=examples(
        "dateline misread my.case c_77a0",
        'dateline misread my.case c_77a0 --reason "Keller is the victim, not the gunman"',
    )
)
@case_argument
@click.argument("claim", metavar="C_ID")
@reason_option
@user_option
def misread(case: str, claim: str, reason: str, user: str | None) -> None:
    """Say that a claim is not what its words say.

    C_ID is the beginning of its id. It is kept, and shown as misread, but counts for nothing: it
    is in no event, conflict, count of origins or tie any more. It says nothing of whether what is
    claimed is so. `dateline undo` takes it back; `dateline claim` adds what the words do say.
    """
    _judge_reading(case, claim, "misread", reason, user)


@click.command(epilog=examples("dateline checked my.case c_77a0"))
@case_argument
@click.argument("claim", metavar="C_ID")
@reason_option
@user_option
def checked(case: str, claim: str, reason: str, user: str | None) -> None:
    """Say that a claim is what its words say.

    C_ID is the beginning of its id. You compared it with the passage; whether what is claimed is
    so remains open. It takes the place of `dateline misread` on the same claim.
    """
    _judge_reading(case, claim, "checked", reason, user)


@click.command(epilog=examples("dateline undo my.case", "dateline undo my.case j_4c0f"))
@case_argument
@click.argument("id_", required=False, metavar="[J_ID]")
@user_option
def undo(case: str, id_: str | None, user: str | None) -> None:
    """Take a judgement back: the last one, or J_ID.

    What was taken back stays in the log; to take back the undoing, give its id.
    """
    with open_case(case) as opened:
        change = opened.undo(id_, user=user_name(user))
        names = SideNames(opened)
        gone = next(one for one in opened.judgements() if one.id == change.entry.undoes)
        _tell(change)
        print_line(clean(f"{change.entry.id}  took back {gone.id}: {names.say(gone)}"))


@click.command(
    epilog=examples(
        "dateline judgements my.case",
        "dateline judgements my.case --export > resolver.json",
        "dateline judgements my.case --import resolver.json",
    )
)
@case_argument
@json_option
@click.option(
    "--import", "source", type=click.File("r", encoding="utf-8", errors="replace"), metavar="FILE",
    help="Add the judgements of a nomenklatura resolver's lines.",
)  # fmt: skip
@click.option("--export", "is_export", is_flag=True, help="Print those that hold as such lines.")
def judgements(case: str, as_json: bool, source: IO[str] | None, is_export: bool) -> None:
    """List what people judged, and whether it holds."""
    from dateline.cli.writing import print_export

    with open_case(case) as opened:
        if source is not None:
            _import(opened, source)
        if is_export:
            print_export(opened.export_judgements())
        elif as_json:
            print_json(_rows(opened))
        elif source is None:
            _show(opened, case)


JUDGING = (review, same, different, mark, misread, checked, undo, judgements)


def user_name(given: str | None) -> str:
    """Who judges: the name given, else that of the settings, else the login name."""
    named = given or Settings.from_env(os.environ).user
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may know no name for its user
        return "unknown"


def _judge(
    case: str, kind: JudgementKind, left: str, right: str, reason: str, user: str | None
) -> None:
    with open_case(case) as opened:
        change = opened.judge(kind, left, right, user=user_name(user), reason=reason)
        _tell(change)
        names = SideNames(opened)
        print_line(clean(f"{change.entry.id}  {names.say(change.entry)}"))
        for line in names.homes(change.entry):
            print_line(clean(line))


def _judge_reading(
    case: str, claim: str, kind: ReadingJudgement, reason: str, user: str | None
) -> None:
    with open_case(case) as opened:
        change = opened.judge_reading(claim, kind, user=user_name(user), reason=reason)
        _tell(change)
        print_line(clean(f"{change.entry.id}  {SideNames(opened).say(change.entry)}"))


def _tell(change: Change) -> None:
    """What else the new entry of the log changed."""
    for one in change.ended:
        say(f"This overrides {_whose(one)}")
    for one in change.restored:
        say(f"Holds again: {_whose(one)}")


def _whose(one: Judgement) -> str:
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.id}: {one.kind}, by {one.user} on {one.time[:10]}{reason}."


def _states(case: Case) -> Sequence[HistoryEntry]:
    """Each entry of the log, with its state."""
    from dateline.views.history import draw_history

    return draw_history(case.judgements(), case.settled())


def _rows(case: Case) -> Iterator[dict[str, Any]]:
    for one in _states(case):
        yield {**asdict(one.judgement), "state": one.state, "by": list(one.by)}


def _show(case: Case, address: str) -> None:
    from dateline.cli.screen import Block, show_blocks

    found = _states(case)
    if not found:
        say(f"Nobody judged anything in {address} yet: dateline review {address}")
        return
    names = SideNames(case)
    show_blocks(
        Block(
            side=one.time[:10],
            head=names.say(one) if one.undoes is None else f"undo of {one.undoes}",
            quotes=(one.reason,) if one.reason else (),
            lines=(" · ".join((f"by {one.user}", " ".join((entry.state, *entry.by)), one.id)),),
        )
        for entry in found
        for one in (entry.judgement,)
    )


def _import(case: Case, source: IO[str]) -> None:
    found = case.import_judgements(source)
    case.contents()  # groups anew what was judged
    told = [f"{len(found.added)} added", f"{found.known} known"]
    for number, what in (
        (found.suggestions, "without a judgement"),
        (found.deleted, "deleted"),
        (found.overridden, "overridden by newer ones"),
    ):
        told += [f"{number} {what}"] if number else []
    say(", ".join(told))
