"""``dateline add``: rows, a progress bar, and a Ctrl-C that loses nothing."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli.entry import (
    EXIT_HELD,
    EXIT_NOTHING,
    EXIT_PARTIAL,
    EXIT_STOPPED,
    print_json,
    print_line,
    say,
)
from dateline.cli.terminal import clean
from dateline.views.wording import count

if TYPE_CHECKING:
    from dateline.pipeline import Case, Outcome

_STATES = ("added", "duplicate", "skipped", "held", "failed")


def add_inputs(case: Case, paths: Sequence[str | Path], as_json: bool, quiet: bool = False) -> int:
    """Adds inputs to a case, a row for each on standard output, and gives the exit code.

    Args:
        quiet: Print no rows, only those that did not become part of the case.
    """

    def show(outcome: Outcome) -> None:
        if as_json:
            print_json([asdict(outcome)])
        elif not quiet or not outcome.is_in_case:
            print_line(clean(_row(outcome)))

    with stop_on_interrupt() as is_stopped, _bar() as advance:
        # A bar and rows on one terminal would overwrite each other: then the rows come after.
        is_shared = advance is not None and sys.stdout.isatty()

        def progress(done: int, total: int, outcome: Outcome) -> None:
            if advance is not None:
                advance(done, total)
            if not is_shared:
                show(outcome)

        outcomes = case.add(*paths, progress=progress, should_stop=is_stopped)
    for outcome in outcomes if is_shared else ():
        show(outcome)
    say(_summary(outcomes, is_stopped()))
    for line in _found_lines(case, outcomes):
        say(line)
    return _exit_code(outcomes, is_stopped())


def _row(outcome: Outcome) -> str:
    claims = "" if outcome.claims is None else f"{outcome.claims} claims"
    parts = (outcome.name, outcome.report, claims, outcome.reason)
    return f"{outcome.state:<9}  " + "  ".join(filter(None, parts))


def _summary(outcomes: Sequence[Outcome], is_stopped: bool) -> str:
    if not outcomes and not is_stopped:
        return "There is no file in what was given; nothing was added."
    states = Counter[str](outcome.state for outcome in outcomes)
    said = ", ".join(f"{states[state]} {state}" for state in _STATES if states[state])
    return (said or "nothing added") + ("; stopped by Ctrl-C, the rest is left out" * is_stopped)


def _found_lines(case: Case, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What was found about the new reports and others: later texts of one address, and copies."""
    new = {one.report for one in outcomes if one.state == "added"}
    reports = case.reports() if new else ()
    later = sum(bool({one.id, one.revision_of} & new) for one in reports if one.revision_of)
    if later:
        older = "an older one" if later == 1 else "older ones"
        texts = count(later, "text")
        yield f"{texts} took the place of {older} (see dateline revisions)"
    copies = sum(bool({one.id, one.copy_of} & new) for one in reports if one.copy_of)
    if copies:
        repeat = "repeats" if copies == 1 else "repeat"
        yield f"{count(copies, 'report')} {repeat} another's text (see dateline origins)"


def _exit_code(outcomes: Sequence[Outcome], is_stopped: bool) -> int:
    states = {outcome.state for outcome in outcomes}
    if is_stopped:
        return EXIT_STOPPED
    if "failed" in states:
        return EXIT_PARTIAL
    if "held" in states:
        return EXIT_HELD
    return 0 if outcomes else EXIT_NOTHING


@contextmanager
def stop_on_interrupt() -> Iterator[Callable[[], bool]]:
    """Turns the first Ctrl-C into a wish to stop; the second one stops at once."""
    wished = threading.Event()

    def note(_signal: int, _frame: Any) -> None:
        if wished.is_set():
            raise KeyboardInterrupt
        wished.set()
        # Past the buffered stream: a handler may run while that stream is being written.
        os.write(2, b"\nFinishing the report at hand; Ctrl-C again stops at once.\n")

    if threading.current_thread() is not threading.main_thread():
        yield wished.is_set
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield wished.is_set
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, moved by what it yields; None if that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    from dateline.cli.screen import make_console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    console = make_console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        task = shown.add_task("reading", total=None)

        def advance(done: int, total: int) -> None:
            words = "reading" if done < total else "grouping"
            shown.update(task, completed=done, total=total, description=words)

        yield advance
