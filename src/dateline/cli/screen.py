"""Rows of records laid out for people: as wide as the terminal, with every word cleaned."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.cli.entry import print_line
from dateline.cli.terminal import clean

if TYPE_CHECKING:  # it is slow to import, and most commands print nothing with it
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_WHOLE = ("kind", "published", "claims", "mentions", "id")
"""Columns of a table whose words are never parted."""


_ID_WIDTH = 18
"""Columns of an id, which is never parted."""

_TABLE_WIDTH = 90
"""Columns that a table needs at least."""


@dataclass(frozen=True, slots=True)
class Block:
    """One record in lines: a date at the side, what is said of it, and the words it rests on.

    Attributes:
        side: What stands in the left column ("2–5 Jan 2026").
        head: The first line.
        quotes: The words that it rests on, put in quotation marks.
        lines: Those below, dimmed; empty ones are left out.
    """

    side: str
    head: str
    quotes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def make_console(stderr: bool = False) -> Console:
    """A console that never reads markup, links or emoji out of the words it prints."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    # Beyond colours, NO_COLOR turns bold and dim off: what is asked for is plain text.
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(file=stream, markup=False, highlight=False, emoji=False, color_system=colours)


def show_blocks(blocks: Iterable[Block]) -> None:
    """Prints records below one another, a blank line between them."""
    from rich.table import Table
    from rich.text import Text

    console = make_console()
    grid = Table.grid(padding=(0, 2), expand=False)
    side = max(14, min(24, console.width // 4))
    grid.add_column(overflow="fold", max_width=max(6, min(side, console.width - _ID_WIDTH - 2)))
    grid.add_column(overflow="fold")
    for block in blocks:
        grid.add_row(Text(clean(block.side), style="bold"), _body(block))
    print_plain(console, grid)


def _body(block: Block) -> Text:
    from rich.text import Text

    body = Text(clean(block.head))
    for quote in block.quotes:
        body.append(f"\n“{clean(quote)}”", style="italic")
    for line in filter(None, block.lines):
        body.append("\n" + clean(line), style="dim")
    return body.append("\n")


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows under heads; None is shown as a dash."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head in _WHOLE)
    for row in rows:
        table.add_row(*(Text("–" if cell is None else clean(str(cell))) for cell in row))
    print_plain(make_console(), table)


def is_narrow() -> bool:
    """Whether a table would cut its words and ids: then records are shown as blocks."""
    return make_console().width < _TABLE_WIDTH


def print_plain(console: Console, table: Table) -> None:
    """Prints a table without the blanks that fill its lines up."""
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().rstrip().split("\n"))
    print_line("\n".join(lines), color=True)
