"""The command line: ``python -m evaluation [SET] [--data DIR] [--peers DIR] [--json] [--write]``.

A set whose documents are not here is skipped: one line on standard error, exit code 0, so that
a run over all sets goes on. Other tools are measured beside the product where they were set up:
``python -m evaluation.peers.setup``.
"""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path

import click

from evaluation.benchmark import BenchmarkSet, DataMissing, Result, open_data
from evaluation.peers.environment import VARIABLE
from evaluation.scores import as_json, as_table, misses_table, write_scores
from evaluation.sets import SETS
from evaluation.throughput import THROUGHPUT, measure

_json = click.option("--json", "is_json", is_flag=True, help="One JSON object.")
_write = click.option("--write", "is_written", is_flag=True, help="Also into docs/scores.md.")
_date = click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="Default: today.")


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Measures Dateline on labelled reports; without a SET, lists them."""
    if context.invoked_subcommand is None:
        for chosen in (*SETS, THROUGHPUT):
            click.echo(f"{chosen.name:16} {chosen.measures}")


def _add(chosen: BenchmarkSet) -> None:
    @main.command(chosen.name, help=f"Measures {chosen.measures}.")
    @click.option("--data", type=click.Path(path_type=Path), help="The unpacked set.")
    @click.option("--peers", type=click.Path(), help="Where other tools were set up.")
    @_json
    @_write
    @_date
    def command(
        data: Path | None, peers: str | None, is_json: bool, is_written: bool, on: datetime | None
    ) -> None:
        if peers:
            os.environ[VARIABLE] = peers
        try:
            with open_data(chosen, data) as folder:
                result = chosen.run(folder)
        except DataMissing as missing:
            click.echo(f"skipped: {missing}", err=True)
            if is_json:
                empty = as_json(Result(chosen.name, 0, {}))
                click.echo(json.dumps({**empty, "skipped": str(missing)}))
            return
        _show(chosen, result, is_json, is_written, on)


@main.command("throughput", help=f"Measures {THROUGHPUT.measures}.")
@click.option("--reports", default=1000, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True, help="Another seed makes other reports.")
@_json
@_write
@_date
def throughput(
    reports: int, seed: int, is_json: bool, is_written: bool, on: datetime | None
) -> None:
    _show(THROUGHPUT, measure(reports, seed), is_json, is_written, on)


def _show(
    chosen: BenchmarkSet, result: Result, is_json: bool, is_written: bool, on: datetime | None
) -> None:
    if is_json:
        click.echo(json.dumps(as_json(result), ensure_ascii=False))
    else:
        click.echo(f"{result.set}: {result.documents:,} reports, {result.part}\n")
        click.echo(as_table(result))
        for note in result.notes:
            click.echo(f"\n{note}")
        if result.counts:
            click.echo(f"\nThe most common kinds of miss:\n\n{misses_table(result)}")
    if is_written:
        write_scores(result, chosen, on.date() if on else date.today())  # noqa: DTZ011  # the user's own day


for _chosen in SETS:
    _add(_chosen)

if __name__ == "__main__":
    main(prog_name="python -m evaluation")
