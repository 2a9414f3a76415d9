"""A case whose reports try in every field to run, to load or to break out of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.grouping import grow
from dateline.records import Dateline, Quote
from dateline.store import Database
from tests.factory import make_chain, make_claim, make_report, make_source, make_where

IN_ONE = 6
"""Payloads that a report has in each field: a page of its own for each would take too long."""

_VERB = "conferred"


def read_payloads() -> dict[str, list[str]]:
    """The payloads of each way."""
    found = tomllib.loads(Path(__file__).with_name("payloads.toml").read_text(encoding="utf-8"))
    return {way: [_spelled(one) for one in those] for way, those in found.items()}


def _spelled(one: str | list[str | int]) -> str:
    if isinstance(one, str):
        return one
    begin, part, times, end = one
    return f"{begin}{str(part) * int(times)}{end}"


def groups() -> Iterator[tuple[str, ...]]:
    """The payloads, as many together as a report holds; each group has some of several ways."""
    every = [one for those in read_payloads().values() for one in those]
    number = -(-len(every) // IN_ONE)
    yield from (tuple(every[start::number]) for start in range(number))


def write_case(folder: Path) -> None:
    """Makes the case: for each group of payloads a report with a meeting and a tie."""
    with Database.open(folder, create=True) as database:
        for number, group in enumerate(groups()):
            _add(database, number, group)
        with database.growing() as ledgers:
            grow(ledgers)


def _add(database: Database, number: int, group: Sequence[str]) -> None:
    # Forth in some fields and back in others, so that no payload always hides behind another.
    forth, back = " · ".join(group), " · ".join(reversed(group))
    ways = list(group)
    names = [f"{ways[0]} {number}", f"{ways[1]} {number}", f"{ways[2]} Union {number}"]
    place, source, venue = ways[3 % len(ways)], ways[-1], ways[-2]
    meeting = f"{names[0]} {_VERB} with {names[1]} in {place}, {source} told the press."
    tie = f"{names[0]} belongs to {names[2]}: {forth}."
    text = f"{back}\n\n{meeting}\n\n{tie}"
    address = forth if number % 2 else f"https://outlet.example/{forth}"
    report = make_report(
        text, outlet=f"{back} {number % 7}", published=f"2024-03-{1 + number % 28:02}",
        title=f"{forth} {number}", authors=(forth,), file=back, url=address, notes=(forth,),
        modified="2024-04-01" if number % 3 else None,
        dateline=Dateline(place, "TN", source, Quote(0, 1, text[:1])),
    )  # fmt: skip
    people = [make_chain(report, name) for name in names[:2]]
    body = make_chain(report, names[2], schema="Organization")
    claims = [
        replace(
            make_claim(
                report, _VERB, "CONSULT", people[:1], people[1:], quote=meeting,
                when="2024-03" if number % 4 else None,
                sources=(make_source("person", source, None, report),),
                where=make_where(report, place, "TN", 34.0, 10.0, venue=venue),
            ),
            mode="meet",
        ),
        make_claim(report, "belongs", "member_of", people[:1], (body,), quote=tie),
    ]  # fmt: skip
    data = f"{report.outlet}\n{report.published}\n{report.file}\n{text}".encode()  # see make_report
    database.add_report(report, data, [*people, body], claims, input_name=forth)
    database.add_reading(back, "failed", forth, None)
