"""The command that shows a case in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.entry import case_argument, examples, open_case, say


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
def serve(case: str, port: int, host: str, password_file: Path | None) -> None:
    """Show CASE in the browser.

    Prints a link that works once. Only this machine can open it, and no other site's page can
    read what it shows. Nothing is loaded from the network.

    With --host for an address that others reach, everybody who knows the password can look; the
    way is not encrypted. Ctrl-C stops it.
    """
    from dateline.web.server import serve as serve_case

    with open_case(case) as opened:
        serve_case(opened, say, host=host, port=port, password_file=password_file)
