"""The command that shows a case in the browser."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dateline.cli.entry import case_argument, examples, open_case, say
from dateline.cli.judging import user_name, user_option


@click.command(
    epilog=examples("dateline serve my.case", "dateline serve my.case --port 8123"),
)
@case_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N",
    help="Listen on this port; on any free one otherwise.",
)  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", metavar="ADDRESS", show_default=True,
    help="Listen on this address of the machine; needs --password-file.",
)  # fmt: skip
@click.option(
    "--password-file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="A file whose one line is the password, and that nobody else can read.",
)  # fmt: skip
@user_option
def serve(case: str, port: int, host: str, password_file: Path | None, user: str | None) -> None:
    """Show CASE in the browser.

    Prints a link that works once. A CASE that is not there yet is made, empty: reports are added in
    the browser. Only this machine can open it, and no other site's page can
    read what it shows. Nothing is loaded from the network.

    With --host for an address that others reach, everybody who knows the password can look; the
    way is not encrypted. Ctrl-C stops it.
    """
    from dateline.web.server import serve as serve_case

    is_new = "://" not in case and not os.path.lexists(case)
    with open_case(case, create=is_new) as opened:
        if is_new:
            opened.add()
            say(f"{case} is new and empty: add reports in the browser.")
        serve_case(
            opened, say, host=host, port=port, password_file=password_file, user=user_name(user)
        )
