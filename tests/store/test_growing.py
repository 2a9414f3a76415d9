"""What a case keeps to grow by, in both databases."""

from __future__ import annotations

from random import Random

import pytest

from dateline.grouping import grow, name_rules
from dateline.store import Database
from tests.histories import assert_as_rebuilt, draw_report, live

KEPT = (
    "signs", "votes", "chain_keys", "posts", "bearers", "tellings", "telling_keys",
    "telling_ties", "outlets", "bodies", "runs", "rules",
)  # fmt: skip


def count(database: Database, table: str) -> int:
    with database.backend.reader.begin() as connection:
        return int(connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar_one())


def test_a_grown_case_equals_a_rebuilt_one(database: Database) -> None:
    for number, _ in enumerate(live(database, Random(7), 24)):
        if number % 3 == 0:
            assert_as_rebuilt(database)
    assert_as_rebuilt(database)
    assert all(count(database, table) for table in KEPT)


def test_what_is_grouped_already_is_not_looked_at_again(database: Database) -> None:
    for _ in live(database, Random(3), 5):
        pass
    with database.growing() as ledgers:
        again = grow(ledgers)
    assert (again.reports, again.chains, again.claims, again.entities, again.events) == (0,) * 5


def grow_and_fail(database: Database) -> None:
    with database.growing() as ledgers:
        grow(ledgers)
        raise RuntimeError("the power fails")


def test_nothing_is_kept_of_a_growth_that_fails(database: Database) -> None:
    for _ in live(database, Random(5), 4):
        pass
    before = {table: count(database, table) for table in (*KEPT, "entities", "events")}
    late = draw_report(Random(6), 99)
    database.add_report(*late)
    with pytest.raises(RuntimeError):
        grow_and_fail(database)
    assert {table: count(database, table) for table in before} == before
    assert not database.is_grouped()
    with database.growing() as ledgers:
        grow(ledgers)
    assert_as_rebuilt(database)


def test_names_of_any_length_and_kind_can_be_keys(database: Database) -> None:
    for number, name in enumerate(
        ("Zoë " + "Längstname " * 400 + "Ost", "Nul\0l Ost", "\ud800 Ost")
    ):
        made = draw_report(Random(number), number)
        chain = made.chains[0]
        odd = type(chain)(chain.id, chain.report, "Person", name, (name, "Ost"), chain.mentions)
        database.add_report(made.report, made.data, (odd, *made.chains[1:]), made.claims)
        with database.growing() as ledgers:
            grow(ledgers)
    assert_as_rebuilt(database)


def test_a_case_of_before_it_grew_is_grouped_once_more_when_it_is_opened(address: str) -> None:
    with Database.open(address, create=True) as database:
        for _ in live(database, Random(9), 6):
            pass
        whole = database.grouped()
        with database.backend.writer.begin() as connection:
            for table in KEPT:
                connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name = 'm007_growth'")
    with Database.open(address) as database:
        assert not database.is_grouped()
        assert len(database.judgements()) > 0
        with database.growing() as ledgers:
            assert ledgers.rules() is None
            grow(ledgers)
            assert ledgers.rules() == name_rules()
        assert database.grouped() == whole
        assert_as_rebuilt(database)
