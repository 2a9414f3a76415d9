"""A case that grows counts origins as one that is grouped at once, and heeds a user's table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from dateline.errors import DatelineError
from dateline.grouping import grow
from dateline.records import Claim, Credit, Event, Source
from dateline.store import Database
from tests.events.origins.test_collapses import STORIES
from tests.events.origins.test_find import tell
from tests.histories import assert_as_rebuilt, draw_judgements, draw_report
from tests.store.found import Found

OUTLETS = ("BBC News", "BBC Urdu", "Harbour Times", "Harbour Times Urdu", "AFP", None)
CREDITS = ((), (), ("AFP",), ("Reuters",), ("AFP", "Reuters"), (None,))
SOURCES = (
    None, None, ("outlet", "Harbour Times"), ("organization", "Agence France-Presse"),
    ("media", "the video"), ("media", "video on X"), ("media", "BBC Urdu's Telegram channel"),
    ("document", "port ledger"), ("unnamed", "officials"),
)  # fmt: skip


def draw(chance: Random, number: int) -> Found:
    """A report with a credit, an outlet and sources of many sorts."""
    found = draw_report(chance, number)
    credits_ = tuple(Credit(name, None) for name in chance.choice(CREDITS))
    report = replace(found.report, outlet=chance.choice(OUTLETS), credits=credits_)
    return found._replace(report=report, claims=tuple(_say(chance, one) for one in found.claims))


def _say(chance: Random, claim: Claim) -> Claim:
    drawn = chance.choice(SOURCES)
    if drawn is None:
        return claim
    kind, name = drawn
    return replace(claim, sources=(Source(kind, name, None, claim.quote),))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", range(12))
def test_a_grown_case_has_the_origins_of_a_rebuilt_one(tmp_path: Path, number: int) -> None:
    chance = Random(f"origins {number}")
    with Database.open(tmp_path / "my.case", create=True) as database:
        for step in range(6):
            database.add_report(*draw(chance, step))
            database.add_judgements(draw_judgements(chance, database, step))
            with database.growing() as ledgers:
                grow(ledgers)
            assert_as_rebuilt(database)


# A user's table -----------------------------------------------------------------------------------


def add_two(database: Database) -> None:
    for number, outlet in enumerate(("Coast Daily", "Quayside")):
        report, claim, chains = tell(outlet, STORIES[number])
        data = f"{outlet}\n2024-03-15\nNone\n{report.text}".encode()
        database.add_report(report, data, tuple(chains.values()), (claim,))


def grown(database: Database) -> Event:
    with database.growing() as ledgers:
        grow(ledgers)
    assert_as_rebuilt(database)
    (event,) = database.events()
    return event


def test_a_table_beside_the_case_tells_which_outlets_are_of_one_publisher(tmp_path: Path) -> None:
    folder = tmp_path / "my.case"
    with Database.open(folder, create=True) as database:
        add_two(database)
        event = grown(database)
        assert (event.publishers, len(event.origins)) == (2, 2)
    table = folder / "publishers.tsv"
    table.write_text("Coast Daily\tQuay Group\nQuayside\tQuay Group\n", encoding="utf-8")
    with Database.open(folder) as database:
        assert not database.is_grouped()  # it was grouped without the table
        event = grown(database)
        assert database.is_grouped()
        assert (event.publishers, len(event.origins)) == (1, 1)
        assert [one.by for one in event.origins[0].collapses] == ["voice", "publisher"]
    table.unlink()
    with Database.open(folder) as database:
        assert len(grown(database).origins) == 2


def test_a_table_that_is_named_must_be_there_and_be_text(tmp_path: Path) -> None:
    folder = tmp_path / "my.case"
    Database.open(folder, create=True).close()
    with pytest.raises(DatelineError, match=r"own\.tsv"):
        Database.open(folder, publishers=tmp_path / "own.tsv")
    (folder / "publishers.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DatelineError, match="not UTF-8"):
        Database.open(folder)


def test_a_table_that_is_named_stands_for_the_one_beside_the_case(tmp_path: Path) -> None:
    folder, table = tmp_path / "my.case", tmp_path / "own.tsv"
    table.write_text("Coast Daily\tQuay Group\nQuayside\tQuay Group\n", encoding="utf-8")
    with Database.open(folder, create=True, publishers=table) as database:
        add_two(database)
        assert grown(database).publishers == 1
