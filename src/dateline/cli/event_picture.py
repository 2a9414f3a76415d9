"""One event as a picture of lines: the matrix of its sources, its conflicts, who has it from whom.

A table where the terminal has room for its columns; else a paragraph for each source.
"""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.cli import wording
from dateline.cli.entry import print_line
from dateline.cli.screen import make_console, print_plain
from dateline.cli.terminal import clean
from dateline.views.event_matrix import HEADS, SIGNS, STANCES
from dateline.views.origin_tree import say_kind
from dateline.views.wording import count, say_date, say_standing, say_type

if TYPE_CHECKING:
    from rich.text import Text

    from dateline.views import EventView
    from dateline.views.disputes import Change, Dispute, DisputedReport
    from dateline.views.event_matrix import Cell, EventMatrix, MatrixRow
    from dateline.views.origin_tree import OriginNode, ReportNode

_SOURCE_WIDTH, _CELL_WIDTH = 20, 12
"""Columns of the terminal that a source and a cell need at least in a table."""
_DEEPEST = 6
"""Steps to the right that a tree takes; what lies deeper is not moved further."""


def show_event(view: EventView, case: str) -> None:
    """Prints the picture of one event; `case` is its address as the user wrote it."""
    console = make_console()
    width = max(24, console.width)
    for line in _head(view, width):
        print_line(line)
    _title("Who says what")
    if width >= _SOURCE_WIDTH + (_CELL_WIDTH + 1) * len(view.matrix.columns):
        _show_table(view.matrix, width)
    else:
        _print(_paragraphs(view.matrix, width))
    _print(_legend(view.matrix, width))
    for dispute in view.disputes:
        _title(f"≠ Conflict: {dispute.words}")
        _print(_dispute(dispute, width))
    for change in view.changes:
        _title(f"» Told otherwise as time went on: {change.words}")
        _print(_change(change, width))
    _title("Who has it from whom")
    _print(_tree(view.origins, width))
    _title("The words")
    _print(_words(view, width))
    overrule = list(overrule_lines(view.origins, case, width))
    if overrule:
        _title("Counted wrongly? Your word goes before every rule")
        _print(overrule)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print_line(line)


def _title(words: str) -> None:
    from rich.text import Text

    print_line("")
    console = make_console()
    with console.capture() as captured:
        console.print(Text("\n".join(wrap(words, max(24, console.width))), style="bold"))
    print_line(captured.get().rstrip("\n"), color=True)


def wrap(words: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Words as cleaned lines of this width, the first after `first`, the rest under it."""
    return textwrap.wrap(
        clean(words), width, initial_indent=first, break_on_hyphens=False,
        subsequent_indent=" " * len(first) if rest is None else rest,
    )  # fmt: skip


def _head(view: EventView, width: int) -> Iterator[str]:
    row = view.row
    yield from wrap(f"{wording.say_row(row)} — {say_type(row.type, row.mode)}", width)
    differ = {dispute.on for dispute in view.disputes}
    standing = "sources differ" if "happened" in differ else say_standing(row.claims[0])
    fields = (
        ("when", say_date(row.edtf) + ("; sources differ" if "when" in differ else "")),
        ("standing", standing),
        ("behind it", wording.say_backing(row)),
        ("id", row.event),
    )
    for label, words in fields:
        yield from wrap(words, width, f"{label:<10}")


# The matrix -------------------------------------------------------------------------------------


def _show_table(matrix: EventMatrix, width: int) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    rows = [
        (depth, one)
        for row in matrix.rows
        for depth, one in ([(0, row)] if row.only else _flat(row, 0))
    ]
    sources, *answers = _widths(matrix, rows, width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    table.add_column("source", overflow="fold", width=sources)
    for column, wide in zip(matrix.columns, answers, strict=True):
        table.add_column(HEADS[column.on], overflow="fold", width=wide)
    for number, (depth, one) in enumerate(rows):
        if number and depth == 0:
            table.add_row(Text(""))
        cells = [_cell_text(*pair) for pair in zip(one.cells, answers, strict=True)]
        table.add_row(_source_text(one, depth, sources), *cells)
    print_plain(make_console(), table)


def _widths(
    matrix: EventMatrix, rows: Sequence[tuple[int, MatrixRow]], width: int
) -> tuple[int, ...]:
    """How wide each column is: as its words ask for; where there is no room the widest gives."""
    wanted = [max(_SOURCE_WIDTH, *(2 * depth + len(_report_words(row)) for depth, row in rows))]
    for place, column in enumerate(matrix.columns):
        said = (len(one.words) + 2 for _, row in rows for one in row.cells[place].shown)
        wanted.append(max(len(HEADS[column.on]), *said, 0))
    widths = [min(one, width) for one in wanted]
    while sum(widths) + 2 * len(widths) > width:
        widest = max(range(len(widths)), key=lambda place: widths[place] - 8 * (place == 0))
        widths[widest] -= 1
    return tuple(widths)


def _flat(row: MatrixRow, depth: int) -> Iterator[tuple[int, MatrixRow]]:
    yield depth, row
    for one in row.under:
        yield from _flat(one, depth + 1)


def _source_text(row: MatrixRow, depth: int, width: int) -> Text:
    from rich.text import Text

    if row.kind is None:
        shift = "  " * min(depth, _DEEPEST)
        return Text("\n".join(wrap(_report_words(row), width, shift)))
    text = Text("\n".join(wrap(row.name, width)), style="bold")
    if row.only:
        lines = wrap(_only_words(row.only, row.is_own_voice), width, "  ")
        text.append("\n" + "\n".join(lines), style="not bold")
    return text


def _only_words(only: MatrixRow, is_own_voice: bool) -> str:
    if is_own_voice:
        day = say_date(only.published) if only.published else ""
        return ", ".join(filter(None, ("in its own voice", day)))
    return f"in {_report_words(only)}"


def _report_words(row: MatrixRow | ReportNode | DisputedReport) -> str:
    from dateline.views.event_matrix import MatrixRow

    name = row.name if isinstance(row, MatrixRow) else row.outlet
    return ", ".join(filter(None, (name, say_date(row.published) if row.published else "")))


def _cell_text(cell: Cell, width: int) -> Text:
    from rich.text import Text

    text = Text()
    for number, saying in enumerate(cell.shown):
        lines = wrap(saying.words, width, f"{SIGNS[saying.stance]} ")
        style = "bold" if saying.stance == "differs" else ""
        text.append("\n" * (number > 0) + "\n".join(lines), style)
    return text if cell.sayings else Text(SIGNS["silent"], style="dim")


def _paragraphs(matrix: EventMatrix, width: int) -> Iterator[str]:
    for row in matrix.rows:
        rows = [(0, row)] if row.only else list(_flat(row, 0))
        for depth, one in rows:
            name = _report_words(one) if one.kind is None else one.name
            if one.only:
                name += f", {_only_words(one.only, one.is_own_voice)}"
            shift = " " * 2 * min(depth, _DEEPEST)
            yield from wrap(name, width, shift)
            if one.kind is None or one.only:  # of an origin with more reports these say it all
                yield from _answers(one, matrix, shift, width)


def _answers(row: MatrixRow, matrix: EventMatrix, shift: str, width: int) -> Iterator[str]:
    for column, cell in zip(matrix.columns, row.cells, strict=True):
        head = HEADS[column.on]
        for saying in cell.shown:
            first = f"{shift}  {head:<10}{SIGNS[saying.stance]} "
            yield from wrap(saying.words, width, first)
            head = ""


def _legend(matrix: EventMatrix, width: int) -> Iterator[str]:
    rows = [one for row in matrix.rows for _depth, one in _flat(row, 0)]
    seen = {one.stance for row in rows for cell in row.cells for one in cell.shown}
    seen |= {cell.stance for row in rows for cell in row.cells}
    parts = [f"{SIGNS[stance]} {words}" for stance, words in STANCES.items() if stance in seen]
    yield ""
    yield from wrap("   ".join(parts), width)
    open_ = [HEADS[on] for on in ("when", "where", "who") if on in matrix.unanswered]
    if open_:
        yield from wrap(f"No source says {' or '.join(open_)}.", width)


# What differs -----------------------------------------------------------------------------------


def _dispute(dispute: Dispute, width: int) -> Iterator[str]:
    for side in dispute.sides:
        tellers = f" ({', '.join(side.tellers)})" if side.tellers else ""
        yield from wrap(
            f"{side.says} — {count(side.origins, 'origin')}{tellers}", width, "  ", "    "
        )
        yield from _reports(side.reports, width)
    for line in status_lines(dispute):
        yield from wrap(line, width, "  ", "    ")


def status_lines(dispute: Dispute) -> Iterator[str]:
    """What somebody who looked at a conflict says of it; nothing if nobody did."""
    if dispute.status is not None:
        reason = f": {dispute.status.reason}" if dispute.status.reason else ""
        yield f"{dispute.status.words}{reason}  {dispute.status.judgement}"


def _change(change: Change, width: int) -> Iterator[str]:
    for step in change.steps:
        told = f"told {step.told}: " if step.told else ""
        yield from wrap(f"{told}{step.says}", width, "  ", "    ")
        yield from _reports(step.reports, width)


def _reports(reports: Sequence[DisputedReport], width: int) -> Iterator[str]:
    for one in reports:
        yield from wrap(f"{_report_words(one)}  {' '.join(one.claims)}", width, "    ")


# Who has it from whom ---------------------------------------------------------------------------


def _tree(origins: Sequence[OriginNode], width: int) -> Iterator[str]:
    for node in origins:
        yield from wrap(f"{node.name} ({say_kind(node.kind)})", width)
        yield from _branches(node.under, "", width)
        if len(node.reports) > 1 and node.reasons:
            yield from wrap(f"counted once: {'; '.join(node.reasons)}", width, "   ")


def _branches(nodes: Sequence[ReportNode], shift: str, width: int) -> Iterator[str]:
    for number, node in enumerate(nodes):
        is_last = number + 1 == len(nodes)
        here, below = (shift + "└─ ", shift + "   ") if is_last else (shift + "├─ ", shift + "│  ")
        yield from wrap(f"{_report_words(node)} — {node.words} · {node.report}", width, here, below)
        yield from _branches(node.under, below if len(below) <= 3 * _DEEPEST else shift, width)


def _words(view: EventView, width: int) -> Iterator[str]:
    for claim in view.row.claims:
        yield from wrap(f"“{claim.quote.exact.strip()}”", width)
        yield from wrap(f"{claim.source}  {claim.id}", width, "   ")


# A person's word --------------------------------------------------------------------------------


def overrule_lines(origins: Sequence[OriginNode], case: str, width: int) -> Iterator[str]:
    """What to type where reports are counted once, or apart, and should not be.

    A command is never parted, so that it can be copied.
    """
    many = next((one for one in origins if len(one.reports) > 1), None)
    if many is not None:
        left, right = many.reports[:2]
        words = f"If {left.outlet} and {right.outlet} are independent of one another:"
        yield from wrap(words, width)
        yield f"  {judge_line('different', case, left.report, right.report)}"
    firsts = [one.reports[0] for one in origins]
    other = next((one for one in firsts[1:] if one.report != firsts[0].report), None)
    if other is not None:
        words = f"If {firsts[0].outlet} and {other.outlet} have it from one teller:"
        yield from wrap(words, width)
        yield f"  {judge_line('same', case, firsts[0].report, other.report)}"


def judge_line(kind: str, case: str, left: str, right: str) -> str:
    """The command that says of two reports whether what they tell comes from one teller."""
    return clean(f"dateline {kind} {shlex.quote(case)} {left} {right}")
