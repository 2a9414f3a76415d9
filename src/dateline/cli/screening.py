"""The command for watch-lists: screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import click

from dateline.cli.entry import case_argument, examples, json_option, open_case


@click.command(
    epilog=examples(
        "dateline screen my.case sdn.csv",
        "dateline screen my.case entities.ftm.json --list-name OpenSanctions --json",
        "dateline screen my.case names.csv --edition 2024-03-01 --min 0.8",
        'dateline different my.case e_1f0e ofac-sdn:1234 --reason "born 1951, ours is 30"',
    )
)
@case_argument
@click.argument("lists", nargs=-1, required=True, metavar="LIST...")
@click.option("--list-name", metavar="NAME", help="What to call the list; its file name otherwise.")
@click.option("--edition", metavar="DATE", help="The day of its edition, such as 2024-03-01.")
@click.option(
    "--format", "kind", type=click.Choice(["auto", "ftm", "ofac", "csv"]), default="auto",
    show_default=True, help="FollowTheMoney's JSON Lines, OFAC's CSV, or a table of names.",
)  # fmt: skip
@click.option(
    "--aliases", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="OFAC's ALT.CSV, if it doesn't lie beside SDN.CSV.",
)  # fmt: skip
@click.option(
    "--min", "least", type=click.FloatRange(0, 1), metavar="SCORE",
    help="How alike two names must be, 0 to 1; from 0.5 on they may be one.",
)  # fmt: skip
@click.option(
    "--surnames", is_flag=True,
    help="Also people known by a single name, and acronyms: mostly chance.",
)  # fmt: skip
@click.option("--all", "is_whole", is_flag=True, help="Also those ruled out, and every candidate.")
@json_option
def screen(
    case: str, lists: tuple[str, ...], list_name: str | None, edition: str | None,
    kind: Literal["auto", "ftm", "ofac", "csv"], aliases: Path | None, least: float | None,
    surnames: bool, is_whole: bool, as_json: bool,
) -> None:  # fmt: skip
    """Hold people and bodies against watch-lists.

    LIST is a file of FollowTheMoney entities (OpenSanctions' entities.ftm.json), an OFAC list
    (SDN.CSV, its aliases in ALT.CSV beside it), or a CSV table with a column of names; "-" is
    standard input. Nothing leaves this machine.

    Shows whom an entity could be: = what agrees, ≠ what differs, · what only one side tells, and
    a passage to check. A name in common is no finding about a person. To rule a namesake out, use
    `dateline different`, to confirm one `dateline same`, each with the ids shown and a reason: it
    holds for later editions of the list and for reports added later.

    Exit code 4 says that no name is like one listed, 3 that lines of a list could not be read.
    """
    from dateline.cli.watch_lists import ScreenOptions, screen_case

    if len(lists) > 1 and (list_name or edition or aliases):
        raise click.UsageError("--list-name, --edition and --aliases are of one list: give one.")
    options = ScreenOptions(
        as_json=as_json,
        list_name=list_name,
        edition=_read_day(edition),
        kind=None if kind == "auto" else kind,
        aliases=aliases,
        surnames=surnames,
        is_whole=is_whole,
        **({} if least is None else {"least": least}),
    )
    with open_case(case) as opened:
        code = screen_case(opened, lists, options)
    click.get_current_context().exit(code)


def _read_day(written: str | None) -> str | None:
    try:
        return date.fromisoformat(written).isoformat() if written else None
    except ValueError:
        raise click.UsageError(f"--edition {written!r} is no day such as 2024-03-01.") from None
