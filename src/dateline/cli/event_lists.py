"""Origins, copies and conflicts of a whole case, as rows for people and as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dateline.cli import wording
from dateline.cli.entry import print_line
from dateline.cli.event_picture import judge_line, status_lines, wrap
from dateline.cli.screen import Block, make_console, show_blocks
from dateline.views.origin_tree import say_kind, say_share
from dateline.views.wording import count, list_names, say_date

if TYPE_CHECKING:
    from dateline.views import EventView
    from dateline.views.disputes import Dispute, DisputedSide
    from dateline.views.origin_list import CopyRow, OriginSummary, SharedRow

_MANY = 4
"""Outlets and events of an origin that are named; the rest is counted."""


def show_origins(origins: Iterable[OriginSummary], case: str) -> None:
    """A paragraph an origin, those that most events rest on first."""
    width = max(24, make_console().width)
    for one in origins:
        for line in _origin_lines(one, case, width):
            print_line(line)
        print_line("")


def _origin_lines(one: OriginSummary, case: str, width: int) -> Iterator[str]:
    yield from wrap(f"{one.name} ({say_kind(one.kind)})", width)
    alone = f", {one.alone} of them on nothing else" if one.alone else ""
    yield from wrap(
        f"{count(len(one.events), 'event')} rest{'s' * (len(one.events) == 1)} on it{alone}",
        width,
        "  ",
    )
    copies = f", {count(one.copies, 'copy', 'copies')}" if one.copies else ""
    reports = f"{count(len(one.reports), 'report')} by {_some(one.outlets)}{copies}"
    yield from wrap(reports, width, "  ")
    yield from wrap(f"events: {_some(one.events)}", width, "  ")
    for reason in one.reasons:
        yield from wrap(f"counted once: {reason}", width, "  ")
    if one.pair:
        yield from wrap("if they are independent of one another:", width, "  ")
        yield f"    {judge_line('different', case, *one.pair)}"


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MANY:
        return list_names(names)
    return f"{', '.join(names[: _MANY - 1])} and {len(names) - _MANY + 1} more"


def show_copies(copies: Sequence[CopyRow], case: str) -> None:
    """A paragraph a report that repeats another's text; nothing if there is none."""
    width = max(24, make_console().width)
    for one in copies:
        for line in _copy_lines(one, case, width):
            print_line(line)
        print_line("")


def show_shared(shared: Sequence[SharedRow], case: str) -> None:
    """A paragraph a pair of reports that share text; nothing if there is none."""
    width = max(24, make_console().width)
    for one in shared:
        for line in _shared_lines(one, case, width):
            print_line(line)
        print_line("")


def _shared_lines(one: SharedRow, case: str, width: int) -> Iterator[str]:
    pair = _dated(one.outlet, one.published), _dated(one.other_outlet, one.other_published)
    yield from wrap(f"{pair[0]}, and {pair[1]}, share text; neither is a copy", width)
    passages = count(len(one.passages), "passage")
    yield from wrap(f"{say_share(one.share)} of the text of the first, in {passages}", width, "  ")
    yield from wrap(f"the longest: “{one.longest}”", width, "  ")
    yield from wrap("if one has it from the other:", width, "  ")
    yield f"    {judge_line('same', case, one.report, one.other)}"


def _copy_lines(one: CopyRow, case: str, width: int) -> Iterator[str]:
    original = _dated(one.original_outlet, one.original_published)
    yield from wrap(f"{_dated(one.outlet, one.published)}, repeats {original}", width)
    if one.share is not None:
        passages = count(len(one.passages), "passage")
        yield from wrap(f"{say_share(one.share)} of its text, in {passages}", width, "  ")
        yield from wrap(f"the longest: “{one.longest}”", width, "  ")
    yield from wrap("if they are independent of one another:", width, "  ")
    yield f"    {judge_line('different', case, one.original, one.report)}"


def _dated(outlet: str, published: str | None) -> str:
    return f"{outlet} of {say_date(published)}" if published else outlet


def origin_record(
    one: OriginSummary, copies: Iterable[CopyRow], shared: Iterable[SharedRow]
) -> dict[str, Any]:
    """An origin as JSON has it, with those of its reports that repeat or share another's text."""
    own = [asdict(copy) for copy in copies if copy.report in one.reports]
    pairs = [asdict(pair) for pair in shared if {pair.report, pair.other} & set(one.reports)]
    return {**asdict(one), "copies": own, "shared": pairs}


def show_conflicts(views: Iterable[EventView]) -> None:
    """A block a conflict: the event, and what each side says, with what it rests on."""
    show_blocks(_conflict_block(view, dispute) for view in views for dispute in view.disputes)


def _conflict_block(view: EventView, dispute: Dispute) -> Block:
    return Block(
        side=say_date(view.row.edtf),
        head=f"≠ {dispute.words} — {wording.say_row(view.row)}",
        lines=(
            *(line for side in dispute.sides for line in _side_lines(side)),
            *status_lines(dispute),
            view.row.event,
        ),
    )


def _side_lines(side: DisputedSide) -> Iterator[str]:
    tellers = f": {', '.join(side.tellers)}" if side.tellers else ""
    yield f"• {side.says} — {count(side.origins, 'origin')}{tellers}"
    for one in side.reports:
        yield f"   {_dated(one.outlet, one.published)}  {' '.join(one.claims)}"


def conflict_records(view: EventView) -> Iterator[dict[str, Any]]:
    """The conflicts of an event as JSON has them."""
    for dispute in view.disputes:
        yield {"event": view.row.event, **asdict(dispute)}
