"""The lists that a user gives, opened one by one, and the case held against each."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.cli.candidates import Shown, say_edition
from dateline.cli.entry import EXIT_NOTHING, EXIT_PARTIAL, print_line, say
from dateline.errors import UnreadableInput
from dateline.resolve.matching import SAME
from dateline.resolve.screening import ListFile, Screening, open_list
from dateline.views.wording import count, plain_line

if TYPE_CHECKING:
    from dateline.pipeline import Case
    from dateline.resolve.screening import ListCandidate, ListKind, WatchList

CLOSING = (
    "A name in common is no finding about a person: read the passages, and look at what differs."
)


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """What the user asks for.

    Attributes:
        least: How alike two names must be at least, 0 to 1.
        surnames: Whether a single word is enough of a person's name.
        is_whole: Whether to show those ruled out too, and all candidates of each entity.
    """

    as_json: bool = False
    list_name: str | None = None
    edition: str | None = None
    kind: ListKind | None = None
    aliases: Path | None = None
    least: float = SAME
    surnames: bool = False
    is_whole: bool = False


def screen_case(case: Case, paths: Sequence[str], options: ScreenOptions) -> int:
    """Holds a case against lists and prints the candidates.

    Returns:
        0, `EXIT_NOTHING` if no name is like one of a list, or `EXIT_PARTIAL` if a list or some of
        its lines could not be read.
    """
    whole = case.contents()
    if not whole.reports:
        say(f"{case.address} has no reports yet: dateline add {case.address} FILE")
        return EXIT_NOTHING
    screening = Screening(
        whole.entities, case.chains(), whole.well_read_claims, whole.reports, case.settled(),
        least=options.least, surnames=options.surnames,
    )  # fmt: skip
    shown = Shown(
        str(case.address), {one.id: one for one in whole.reports}, options.as_json, options.is_whole
    )
    failed = found = 0
    for path in paths:
        try:
            watch, candidates = _screen_list(screening, path, options)
        except UnreadableInput as error:
            say(f"dateline: {error}")
            failed += 1
            continue
        except OSError as error:
            if len(paths) == 1:
                raise
            say(f"dateline: {error.strerror or error} ({path})")
            failed += 1
            continue
        failed += watch.failed
        found += shown.show(watch, candidates)
        _tell(watch, path, screening)
    _close(screening, shown, found, options)
    if failed:
        return EXIT_PARTIAL
    return 0 if found else EXIT_NOTHING


def _screen_list(
    screening: Screening, path: str, options: ScreenOptions
) -> tuple[WatchList, tuple[ListCandidate, ...]]:
    with ExitStack() as opened:
        stream: BinaryIO = sys.stdin.buffer
        if path != "-":
            stream = opened.enter_context(Path(path).open("rb"))
        aliases = options.aliases or _aliases_beside(path)
        beside = opened.enter_context(aliases.open("rb")) if aliases else None
        name = options.list_name or _name_of(path)
        changed = None if path == "-" else _day_of(stream)
        file = ListFile(path, name, stream, options.kind, options.edition, changed, beside)
        watch, entries = open_list(file)
        candidates = screening.screen(watch, entries)
    if not watch.entries and watch.failed:
        told = "; ".join(f"line {one.line}: {one.message}" for one in watch.problems[:1])
        raise UnreadableInput(f"{path}: no line of it could be read ({told}); is --format right?")
    return watch, candidates


def _day_of(stream: BinaryIO) -> str:
    """The day on which an open file was last changed."""
    return datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, UTC).date().isoformat()


def _name_of(path: str) -> str:
    """What a list is called whose user gave it no name: its file without suffixes."""
    if path == "-":
        return "list"
    name = plain_line(Path(path).name.partition(".")[0]) or "list"
    return "OFAC SDN" if name.casefold() == "sdn" else name


def _aliases_beside(path: str) -> Path | None:
    """The OFAC file of aliases that lies beside SDN.CSV or CONS_PRIM.CSV."""
    given = Path(path)
    wanted = {"sdn.csv": "alt.csv", "cons_prim.csv": "cons_alt.csv"}.get(given.name.casefold())
    if wanted is None:
        return None
    beside = sorted(given.parent.iterdir())
    return next((one for one in beside if one.name.casefold() == wanted), None)


def _tell(watch: WatchList, path: str, screening: Screening) -> None:
    """What was read of a list, and what was not."""
    for one in watch.problems:
        say(f"{path} line {one.line}: {one.message}.")
    if watch.failed > len(watch.problems):
        say(f"{path}: {watch.failed - len(watch.problems)} more lines could not be read.")
    left = sum(watch.other_kinds.values())
    some = [f"{number:,} {plain_line(kind)}" for kind, number in watch.other_kinds.most_common(3)]
    beside = f", beside {left:,} of other kinds ({', '.join(some)})" if left else ""
    entities = count(screening.screened, "entity", "entities")
    said = f"Held {entities} against {watch.entries:,} entries of {say_edition(watch)}{beside}."
    say(said)


def _close(screening: Screening, shown: Shown, found: int, options: ScreenOptions) -> None:
    if screening.single:
        people = count(screening.single, "person", "people")
        say(f"{people} left out whom reports call by a single name; --surnames looks for such too.")
    if shown.ruled_out and not options.is_whole:
        say(f"{count(shown.ruled_out, 'candidate')} ruled out by a person; --all shows such too.")
    if not found:
        say("No name is like one on the list.")
    elif options.as_json:
        say(CLOSING)
    else:
        print_line(CLOSING)
