"""The steps that make a case, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, create_engine, inspect

from dateline.errors import CaseNotFound, CaseTooNew
from dateline.store import Database, migrations, tables
from tests.store.found import add, find, resolve


def _columns(database: Database) -> dict[str, set[str]]:
    with database.backend.reader.begin() as connection:
        seen = inspect(connection)
        return {
            name: {str(column["name"]) for column in seen.get_columns(name)}
            for name in seen.get_table_names()
        }


def test_the_tables_are_those_that_the_code_speaks_of(database: Database) -> None:
    made = _columns(database)
    for name, table in tables.metadata.tables.items():
        assert made[name] >= {column.name for column in table.columns}
    is_postgres = database.backend.reader.dialect.name == "postgresql"
    assert ("blobs" in made) is is_postgres


def test_each_step_runs_once(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[str] = []

    def m999_more(connection: object) -> None:
        runs.append("m999_more")

    with Database.open(address, create=True) as database:
        (made,) = add(database, 1)
    later = (*migrations.MIGRATIONS, m999_more)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    for _ in range(3):
        with Database.open(address) as database:
            assert database.reports() == [made.report]
    assert runs == ["m999_more"]


def test_a_case_of_before_it_knew_what_was_grouped_is_grouped_anew(address: str) -> None:
    with Database.open(address, create=True) as database:
        (made,) = add(database, 1)
        resolve(database, (), (), {})
        with database.backend.writer.begin() as connection:
            connection.exec_driver_sql("DROP TABLE ungrouped")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name = 'm004_ungrouped'")
    with Database.open(address) as database:
        assert not database.is_grouped()
        assert database.reports() == [made.report]


def test_records_of_before_hashes_were_kept_get_theirs_when_the_case_is_opened(
    address: str,
) -> None:
    with Database.open(address, create=True) as database:
        (made,) = add(database, 1)
        with database.backend.writer.begin() as connection:
            for table in ("reports", "chains", "claims"):
                connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN payload_sha256")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name LIKE 'm005%%'")
    with Database.open(address) as database:
        assert database.check() == []
        with database.backend.writer.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE claims SET payload = replace(payload, 'reported', 'asserted')"
            )
        changed = {one.record for one in database.check()}
    assert changed == {one.id for one in made.claims}


def test_reports_of_before_they_were_numbered_are_numbered_as_the_log_has_them(
    address: str,
) -> None:
    with Database.open(address, create=True) as database:
        made = [find(number) for number in range(6)]
        for number in (4, 2, 0, 5):
            database.add_report(*made[number], input_name=f"{number}.txt")
        database.add_report(*made[2], input_name="again.txt")
        for number in (1, 3):
            database.add_report(*made[number])  # of a case without a log
        with database.backend.writer.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE reports DROP COLUMN number")
            for table in ("texts", "settled_copies", "unused_blobs"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql("DROP INDEX copies_copy_of")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name = 'm009_revisions'")
    with Database.open(address) as database:
        numbers = database.numbers()
        assert not database.is_grouped()
        unlogged = sorted(made[number].report.id for number in (1, 3))
        logged = [made[number].report.id for number in (4, 2, 0, 5)]
        assert sorted(numbers, key=numbers.__getitem__) == [*logged, *unlogged]
        assert sorted(numbers.values()) == list(range(1, 7))


def test_a_step_that_fails_leaves_the_case_as_it_was(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def m998_table(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE more (id TEXT)")

    def m999_broken(connection: object) -> None:
        raise RuntimeError("half way")

    with Database.open(address, create=True) as database:
        before = _columns(database)
        (made,) = add(database, 1)
    with monkeypatch.context() as patch:
        later = (*migrations.MIGRATIONS, m998_table, m999_broken)
        patch.setattr(migrations, "MIGRATIONS", later)
        with pytest.raises(RuntimeError):
            Database.open(address)
    with Database.open(address) as database:
        assert _columns(database) == before
        assert database.reports() == [made.report]


def test_a_case_of_a_newer_version_is_refused_and_left_alone(address: str) -> None:
    with Database.open(address, create=True) as database:
        (made,) = add(database, 1)
        with database.backend.writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO migrations VALUES ('m123_future')")
    for create in (False, True):
        with pytest.raises(CaseTooNew, match=r"newer version of Dateline \(m123_future\)"):
            Database.open(address, create=create)
    assert made


def test_a_postgresql_database_of_something_else_is_refused(postgres_address: str) -> None:
    engine = create_engine(postgres_address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE invoices (id TEXT)")
    engine.dispose()
    for create in (False, True):
        with pytest.raises(CaseNotFound, match="holds other tables"):
            Database.open(postgres_address, create=create)


def test_names_of_steps_are_numbered_in_their_order() -> None:
    names = [step.__name__ for step in migrations.MIGRATIONS]
    assert names == sorted(names)
    assert [int(name[1:4]) for name in names] == list(range(1, len(names) + 1))
