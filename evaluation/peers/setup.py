"""The command line: ``python -m evaluation.peers.setup [--peers DIR] [NAME ...]``.

Installs other tools to measure beside the product, each into an environment of its own. Of one
that is on no package index it says which files a person must put where first.
"""

from __future__ import annotations

from pathlib import Path

import click

from evaluation.peers.environment import VARIABLE, PeerMissing, folder_of_peers, set_up
from evaluation.peers.known import PEERS


@click.command()
@click.argument("names", nargs=-1, type=click.Choice([peer.name for peer in PEERS]))
@click.option(
    "--peers",
    type=click.Path(path_type=Path),
    help=f"The folder to install into. Default: {VARIABLE}, or one in the user's cache.",
)
def main(names: tuple[str, ...], peers: Path | None) -> None:
    """Sets up the named tools, or all; one that can't be is told in a line."""
    folder = peers or folder_of_peers()
    for peer in PEERS:
        if names and peer.name not in names:
            continue
        click.echo(f"{peer.title}: {', '.join(peer.packages)}. {peer.licence}")
        try:
            set_up(peer, folder)
        except PeerMissing as missing:
            click.echo(str(missing), err=True)


if __name__ == "__main__":
    main(prog_name="python -m evaluation.peers.setup")
