"""Taking a report out of a case, on both databases."""

from __future__ import annotations

import pytest

from dateline.errors import UnknownId
from dateline.grouping import grow, name_rules
from dateline.store import Database
from tests.histories import assert_as_rebuilt
from tests.store.found import Found, add, find


def remove(database: Database, *found: Found) -> None:
    with database.removing([one.report.id for one in found], "a forgery") as ledgers:
        ledgers.clear(name_rules())
        grow(ledgers)


def take_in(database: Database) -> None:
    with database.growing() as ledgers:
        grow(ledgers)


def assert_gone(database: Database, found: Found, number: int) -> None:
    report = found.report
    assert report.id not in {one.id for one in database.reports()}
    assert not database.has_report(report.id)
    assert not database.chains(report.id)
    assert not database.claims(report.id)
    assert database.search(f"storynumber{number}") == []
    with pytest.raises(UnknownId):
        database.blob(report.sha256)
    assert report.id not in {place.report for one in database.entities() for place in one.mentions}
    told = {claim for one in database.events() for claim in one.claims}
    assert told.isdisjoint(one.id for one in found.claims)
    assert database.check() == []


def test_what_came_from_a_report_goes_with_it_and_the_rest_stays(database: Database) -> None:
    first, second = add(database, 1, 5)
    take_in(database)
    remove(database, first)
    assert_gone(database, first, 1)
    assert database.is_grouped()
    assert_as_rebuilt(database)
    assert database.blob(second.report.sha256) == second.data
    assert [one.report for one in database.search("storynumber5")] == [second.report.id]
    assert {one for event in database.events() for one in event.claims} == {
        one.id for one in second.claims
    }


def test_the_log_keeps_that_it_was_there_and_why_it_went(database: Database) -> None:
    (made,) = add(database, 1)
    database.add_reading("talks.txt", "added", None, made.report.id)
    database.add_reading("again.txt", "duplicate", None, made.report.id)
    remove(database, made)
    assert [(one.name, one.state, one.reason, one.report) for one in database.inputs()] == [
        ("again.txt", "removed", "a forgery", made.report.id),
        ("again.txt", "duplicate", None, made.report.id),
        ("talks.txt", "removed", "a forgery", made.report.id),
        ("talks.txt", "added", None, made.report.id),
    ]


def test_a_removed_report_can_be_added_again_as_the_last(database: Database) -> None:
    first, second = add(database, 1, 2)
    take_in(database)
    before = database.grouped()
    remove(database, first)
    assert database.add_report(*first)
    take_in(database)
    assert database.grouped() == before
    assert database.blob(first.report.sha256) == first.data
    assert database.numbers() == {second.report.id: 2, first.report.id: 3}


def test_nothing_goes_if_one_is_not_there_or_what_follows_fails(database: Database) -> None:
    (made,) = add(database, 1)
    take_in(database)
    before = database.grouped()
    with (
        pytest.raises(UnknownId, match="no report r_ffff"),
        database.removing([made.report.id, "r_ffff"], ""),
    ):
        pass
    with pytest.raises(RuntimeError), database.removing([made.report.id], ""):
        raise RuntimeError("half way")
    assert database.grouped() == before
    assert database.blob(made.report.sha256) == made.data
    assert database.inputs() == []
    assert database.check() == []


def test_bytes_that_a_crash_left_are_deleted_later_unless_they_came_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = add(database, 1, 2)
    with monkeypatch.context() as crash:
        crash.setattr(Database, "sweep_blobs", lambda self: None)
        remove(database, first, second)
    assert database.blob(first.report.sha256) == first.data
    database.add_report(*second)
    database.sweep_blobs()
    with pytest.raises(UnknownId):
        database.blob(first.report.sha256)
    assert database.blob(second.report.sha256) == second.data
    database.add_report(*first)
    database.sweep_blobs()
    assert database.blob(first.report.sha256) == first.data == find(1).data
