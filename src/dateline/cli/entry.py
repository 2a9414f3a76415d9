"""How every command begins and ends: the case opened, errors in one line, exit codes."""

from __future__ import annotations

import atexit
import errno
import gc
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.terminal import clean, json_line
from dateline.errors import DatelineError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Case

case_argument = click.argument("case", metavar="CASE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")

EXIT_ERROR = 1
EXIT_PARTIAL = 3
EXIT_NOTHING = 4
EXIT_INTEGRITY = 7
EXIT_HELD = 8
EXIT_STOPPED = 130

# At its end the interpreter looks for cycles among all that the libraries made, in vain and longer
# than a command may take: what is there by then need not be looked through.
atexit.register(gc.freeze)


class DatelineGroup(click.Group):
    """A group whose commands end with one line on standard error when something goes wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the work, not of the alphabet

    def main(self, *args: Any, **options: Any) -> Any:
        # Words of a report that the terminal has no letters for come as \uXXXX, not as an error.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            say(f"dateline: {error}")
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader of a pipe went away: click ends quietly
            where = f" ({error.filename})" if error.filename else ""
            say(f"dateline: {error.strerror or error}{where}")
            ctx.exit(EXIT_ERROR)
        except KeyboardInterrupt:
            say("dateline: stopped.")
            ctx.exit(EXIT_STOPPED)


def open_case(address: str | Path, create: bool = False) -> Case:
    """The case at an address; the library is loaded only now, so that help comes at once."""
    from dateline.pipeline import Case

    settings = Settings.from_env()
    return Case(address, create, timeout_s=settings.timeout_s, publishers=settings.publishers)


def examples(*lines: str) -> str:
    """The epilog of a command's help; \\b keeps click from joining the lines."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def print_line(line: str, color: bool | None = None) -> None:
    """A line for people on standard output; it must be cleaned."""
    # Left to itself, click would write UTF-8 to a terminal that says it is ASCII.
    click.echo(line, file=sys.stdout, color=color)


def say(message: str) -> None:
    """A line for people on standard error."""
    click.echo(clean(message), file=sys.stderr)


def say_empty(case: str) -> None:
    """Says why there is nothing to show, and what to do."""
    say(f"{case} has no reports yet: dateline add {case} FILE")


def print_json(records: Iterable[Any]) -> None:
    """JSON Lines on standard output, in UTF-8 whatever the terminal's encoding."""
    stream = sys.stdout.buffer
    for record in records:
        stream.write(json_line(record).encode("utf-8") + b"\n")
    stream.flush()
