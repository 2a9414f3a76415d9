"""What is particular to a case in a folder."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pysqlite3.dbapi2 as driver
import pytest

from dateline.errors import CaseLocked, CaseTooNew
from dateline.store import Database
from dateline.store.sqlite import OLDEST, check_version
from tests.store.found import add, find, resolve


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (2, 99, 99)])
def test_a_library_that_can_damage_a_case_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(CaseTooNew, match=r"is too old: versions before 3\.51\.3"):
        check_version(version)


def test_the_library_in_use_is_new_enough() -> None:
    check_version(OLDEST)
    check_version(driver.sqlite_version_info)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("mmap_size", 0),
        ("busy_timeout", 1500),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_keeps_what_it_acknowledged(
    tmp_path: Path, pragma: str, value: str | int
) -> None:
    with Database.open(tmp_path / "case", create=True, timeout_s=1.5) as database:
        backend = database.backend
        with backend.writer.begin() as first, backend.reader.begin() as second:
            for connection in (first, second):
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_write_takes_the_lock_at_its_beginning(tmp_path: Path) -> None:
    with Database.open(tmp_path / "case", create=True) as database:
        other = driver.connect(str(tmp_path / "case" / "case.db"), isolation_level=None, timeout=0)
        with (
            database.backend.writer.begin(),
            pytest.raises(driver.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_new_case_opened_by_many_at_once_opens_for_each(tmp_path: Path) -> None:
    workers = 6
    for number in range(20):
        together = Barrier(workers)

        def open_it(path: Path, together: Barrier = together) -> str:
            together.wait()
            with Database.open(path, create=True) as database:
                return database.name

        with ThreadPoolExecutor(workers) as pool:
            path = tmp_path / f"{number}.case"
            assert list(pool.map(open_it, [path] * workers)) == [path.name] * workers


def test_a_case_locked_by_any_other_program_is_locked(tmp_path: Path) -> None:
    with Database.open(tmp_path / "case", create=True, timeout_s=0.05) as database:
        other = driver.connect(str(tmp_path / "case" / "case.db"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseLocked) as caught:
            database.add_report(*find(1))
        assert caught.value.exit_code == 5
        other.execute("ROLLBACK")
        other.close()
        add(database, 1)
        assert database.check() == []


def test_check_names_what_rows_point_to_and_is_not_there(tmp_path: Path) -> None:
    with Database.open(tmp_path / "case", create=True) as database:
        first, second = add(database, 1, 2)
        claim = second.claims[0].id
        resolve(database, (), (), {})
        other = driver.connect(str(tmp_path / "case" / "case.db"), isolation_level=None)
        other.execute("DELETE FROM reports WHERE id = ?", (first.report.id,))
        other.execute("DELETE FROM claims WHERE id = ?", (claim,))
        other.close()
        problems = database.check()
    assert sorted(one.record or "" for one in problems) == sorted([first.report.id, claim])
    assert all("is not there" in one.message for one in problems)
    of_report = next(one.message for one in problems if one.record == first.report.id)
    assert f"{len(first.claims)} of claims" in of_report
    assert f"{len(first.chains)} of chains" in of_report
