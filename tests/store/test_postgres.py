"""What is particular to a case in PostgreSQL."""

from __future__ import annotations

import sys

import pytest

from dateline.errors import CaseNotFound, DatelineError
from dateline.store import Database
from dateline.store.postgres import is_address


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[postgres\]'"):
        Database.open("postgresql://user@host/case")


def test_only_an_address_is_an_address() -> None:
    assert is_address("postgresql://host/case")
    assert is_address("postgres://host/case")
    assert not is_address("postgresql.case")
    assert not is_address("./postgresql://")


def test_a_server_that_is_not_there_gives_one_sentence_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(CaseNotFound, match="No database answers at") as caught:
        Database.open("postgresql://ida:secretword@/case?host=/nonexistent")
    assert "secretword" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_address_that_can_t_be_read_gives_one_sentence_without_the_password() -> None:
    with pytest.raises(CaseNotFound, match="can't be read") as caught:
        Database.open("postgresql://ida:secretword@host:port/case")
    assert "secretword" not in str(caught.value)


def test_a_database_that_is_not_there_gives_one_sentence(postgres_server: str) -> None:
    with pytest.raises(CaseNotFound, match="does not exist"):
        Database.open(f"postgresql://dateline@/nothing?host={postgres_server}", create=True)


def test_a_server_set_to_lose_commits_is_told_not_to(postgres_address: str) -> None:
    address = f"{postgres_address}&options=-c%20synchronous_commit%3Doff"
    with (
        Database.open(address, create=True) as database,
        database.backend.writer.begin() as connection,
    ):
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"


def test_ids_sort_by_code_point_whatever_the_server_s_language(postgres_address: str) -> None:
    with (
        Database.open(postgres_address, create=True) as database,
        database.backend.reader.begin() as connection,
    ):
        found = connection.exec_driver_sql(
            "SELECT collation_name FROM information_schema.columns"
            " WHERE table_name = 'claims' AND column_name = 'id'"
        )
        assert found.scalar_one() == "C"
