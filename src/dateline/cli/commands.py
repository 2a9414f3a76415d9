"""The commands: each parses its words, makes one call to the library, and prints.

Data goes to standard output, messages and progress to standard error. Exit codes: 0 done,
1 error, 2 wrong use, 3 some inputs failed, 4 nothing found, 5 case locked, 6 case needs another
version, 7 a quote or a byte differs, 8 none failed but one was held, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from dateline import __version__
from dateline.cli import lists
from dateline.cli.claiming import CLAIMING
from dateline.cli.entry import (
    EXIT_INTEGRITY,
    EXIT_NOTHING,
    EXIT_STOPPED,
    DatelineGroup,
    case_argument,
    examples,
    json_option,
    open_case,
    print_json,
    print_line,
    say,
    say_empty,
)
from dateline.cli.events import EVENTS
from dateline.cli.judging import JUDGING
from dateline.cli.revising import REVISING
from dateline.cli.screen import make_console
from dateline.cli.screening import screen
from dateline.cli.serving import serve
from dateline.cli.terminal import clean
from dateline.views.wording import count

if TYPE_CHECKING:
    from dateline.pipeline import ExportKind


@click.group(
    cls=DatelineGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "dateline demo", "dateline add my.case reports/ story.html", "dateline timeline my.case"
    ),
)
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Turn news reports into a sourced record: who did what, with whom, when, where, and
    according to whom.

    CASE is a folder that `dateline add` makes, or a postgresql:// address.
    """


@main.command(
    epilog=examples(
        "dateline add my.case reports/ story.html",
        "curl https://example.org/story | dateline add my.case -",
        "dateline add my.case reports/ --json > inputs.jsonl",
    )
)
@case_argument
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@json_option
def add(case: str, paths: tuple[str, ...], as_json: bool) -> None:
    """Add files, folders and standard input to CASE.

    A folder stands for all files in it, "-" for standard input. Prints a row for each input:
    added, duplicate, skipped (a folder that is another case), held (over a limit) or failed, and
    why. A broken input never stops the rest; exit code 3 says that there was one, 8 that one was
    held. Ctrl-C finishes the report at hand and stops.
    """
    from dateline.cli.adding import add_inputs

    with open_case(case, create=True) as opened:
        code = add_inputs(opened, paths, as_json)
    click.get_current_context().exit(code)


@main.command(epilog=examples("dateline reports my.case", "dateline reports my.case --json"))
@case_argument
@json_option
def reports(case: str, as_json: bool) -> None:
    """List the reports: outlet, day, title, claims."""
    _list_kind(case, as_json, "report", lists.show_reports)


@main.command(epilog=examples("dateline claims my.case", "dateline claims my.case --json"))
@case_argument
@json_option
def claims(case: str, as_json: bool) -> None:
    """List what the reports assert, and who says so."""
    _list_kind(case, as_json, "claim", lists.show_claims)


@main.command(epilog=examples("dateline entities my.case", "dateline entities my.case --json"))
@case_argument
@json_option
def entities(case: str, as_json: bool) -> None:
    """List people and bodies, the most mentioned first."""
    _list_kind(case, as_json, "entity", lists.show_entities)


for command in EVENTS:
    main.add_command(command)


def _list_kind(case: str, as_json: bool, kind: str, show: Callable[[Any], None]) -> None:
    with open_case(case) as opened:
        if as_json:
            print_json(lists.exported_rows(opened, kind))
            return
        contents = opened.contents()
        if not contents.reports:
            say_empty(case)
        elif getattr(contents, lists.PLURALS[kind]):
            show(contents)
        else:
            say(f"The {len(contents.reports)} reports in {case} hold no {lists.PLURALS[kind]}.")


@main.command(
    epilog=examples(
        "dateline timeline my.case",
        'dateline timeline my.case --who "Anna Keller" --from 2023 --to 2024-06',
        "dateline timeline my.case --json",
    )
)
@case_argument
@click.option("--who", metavar="NAME", help="Only events with this person or organisation.")
@click.option("--from", "start", metavar="DATE", help="Only from this year, month or day on.")
@click.option("--to", "end", metavar="DATE", help="Only up to this one, all of it included.")
@click.option("--all", "is_whole", is_flag=True, help="Also sayings without a date.")
@json_option
def timeline(
    case: str, who: str | None, start: str | None, end: str | None, is_whole: bool, as_json: bool
) -> None:
    """Print the events by time, each with its words.

    A date is as precise as the report's words; undated events come last. With --from or --to,
    only events whose time may lie in the range. --json holds every event, with or without --all.
    """
    with open_case(case) as opened:
        drawn = opened.timeline(who, start, end)
        is_empty = not opened.reports()
    if as_json:
        print_json(drawn.to_dicts())
    elif drawn.rows:
        lists.show_timeline(drawn, is_whole)
    if drawn.undated_left_out:
        left = count(drawn.undated_left_out, "undated event")
        say(f"{left} left out, since --from and --to hold only dated ones.")
    if is_empty:
        say_empty(case)
    elif not drawn.rows and any((who, start, end)):
        say(f"Nothing in {case} matches; leave out --who, --from or --to.")
        click.get_current_context().exit(EXIT_NOTHING)
    elif not drawn.rows:
        say(f"The reports in {case} tell of no event.")


@main.command(epilog=examples("dateline show my.case c_1f0e", "dateline show my.case v_77a0c2"))
@case_argument
@click.argument("id_", metavar="ID")
def show(case: str, id_: str) -> None:
    """Show one record as a footnote.

    ID is the beginning of the id of a claim, an event, an entity, a report or a judgement.

    For a claim: the quote in its context, the source chain, time, place, and why it was found.
    """
    from dateline.cli.footnote import Footnotes

    with open_case(case) as opened:
        width, contents = make_console().width, opened.contents()
        footnotes = Footnotes(contents, width, opened.chains(), opened.readings())
        for line in footnotes.lines(opened.find(id_)):
            print_line(line)


@main.command(
    epilog=examples(
        "dateline search my.case vienna", "dateline search my.case 'Karachi \"press club\"'"
    )
)
@case_argument
@click.argument("query", nargs=-1, required=True)
@json_option
def search(case: str, query: tuple[str, ...], as_json: bool) -> None:
    """Find passages with every word and every "phrase"."""
    with open_case(case) as opened:
        found = opened.search(" ".join(query))
        reports = opened.reports()
    if as_json:
        print_json(lists.passage_row(one) for one in found)
    elif found:
        lists.show_passages(found, reports)
    if not reports:
        say_empty(case)
    elif not found:
        say(f"Nothing found for {' '.join(query)}: try fewer words.")
    if not found:
        click.get_current_context().exit(EXIT_NOTHING)


for command in (*JUDGING, *CLAIMING, screen, *REVISING, serve):
    main.add_command(command)


@main.command(
    epilog=examples(
        "dateline export my.case --as records > my.jsonl",
        "dateline export my.case --as html -o my.html",
    )
)
@case_argument
@click.option(
    "--as", "kind", type=click.Choice(["records", "csv", "html"]), default="records",
    show_default=True, help="JSON Lines, a table of claims, or one page that needs no network.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write to FILE, wholly or not at all; standard output otherwise.",
)  # fmt: skip
def export(case: str, kind: str, output: Path | None) -> None:
    """Write CASE out as records, a table or a page.

    The same case gives the same bytes.
    """
    from dateline.cli.writing import print_export, write_file

    with open_case(case) as opened:
        lines = opened.export(cast("ExportKind", kind))
        if output is None or str(output) == "-":
            print_export(lines)
        else:
            write_file(output, lines)
            say(f"Wrote {output}.")


@main.command(epilog=examples("dateline verify my.case"))
@case_argument
def verify(case: str) -> None:
    """Check every quote against the stored bytes.

    Reads every report of CASE again and compares every quote with its text, every claim with the
    hash kept when it was added, and every entity and event with what the claims give.

    Exit code 7 if anything differs, with the ids on standard output.
    """
    with open_case(case) as opened:
        result = opened.verify()
    for problem in result.problems:
        print_line(clean(f"{problem.record or 'case'}  {problem.message}"))
    state = f"{len(result.problems)} differ" if result.problems else "all as they were"
    reports = count(result.reports, "report")
    print_line(f"Checked {count(result.quotes, 'quote')} in {reports}: {state}.")
    click.get_current_context().exit(EXIT_INTEGRITY if result.problems else 0)


@main.command(epilog=examples("dateline demo", "dateline demo build/"))
@click.argument("folder", default="dateline-demo", metavar="[DIR]", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Build the fictional sample case in DIR.

    Prints its timeline, and writes DIR/demo.html and a watch-list to screen the case against.
    """
    from dateline.cli.adding import add_inputs
    from dateline.cli.writing import write_file
    from dateline.sample import sample_paths, watch_list_path

    with open_case(folder / "demo.case", create=True) as case:
        code = add_inputs(case, sample_paths(), as_json=False, quiet=True)
        if code == EXIT_STOPPED:
            click.get_current_context().exit(code)
        lists.show_timeline(case.timeline())
        write_file(folder / "demo.html", case.export("html", fictional=True))
    say(f"All people and outlets in it are fictional. The page: {folder / 'demo.html'}")
    (folder / "watch-list.csv").write_bytes(watch_list_path().read_bytes())
    say(f"Look closer: dateline show {folder / 'demo.case'} ID")
    say(f"Who disagrees: dateline conflicts {folder / 'demo.case'}")
    say(f"Who is who: dateline review {folder / 'demo.case'}")
    say(f"Screen it: dateline screen {folder / 'demo.case'} {folder / 'watch-list.csv'}")
