"""A snapshot made of the one before is the same as one made of the whole case."""

from __future__ import annotations

from pathlib import Path
from random import Random
from threading import Event

import pytest

from dateline import Case
from dateline.store import Database
from dateline.web.snapshot import Desk, Snapshot
from dateline.web.writing import Writer
from tests.conftest import write_stories
from tests.histories import draw_report, live


def facts(snapshot: Snapshot) -> dict[str, object]:
    """All that a snapshot holds."""
    known = {name: value for name, value in vars(snapshot).items() if name != "_shares"}
    orders = (
        "contents", "inputs", "timeline", "people", "reports_by_day", "copies_of", "all_claims",
        "undated_claims", "own_claims", "misread_claims",
    )  # fmt: skip
    return known | {name: getattr(snapshot, name) for name in orders}


def assert_as_new(desk: Desk) -> None:
    """What the desk shows is what one shows that opens the case now."""
    shown, new = facts(desk.snapshot()), facts(Desk(desk.case).snapshot())
    for name, value in new.items():
        assert shown[name] == value, name


@pytest.mark.parametrize("seed", range(12))
def test_after_any_history_a_snapshot_equals_a_new_one(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "my.case"
    with Database.open(folder, create=True) as database, Case(folder) as case:
        desk = Desk(case)
        for _ in live(database, Random(seed), 12):
            assert_as_new(desk)


def test_a_snapshot_stays_as_it_was_when_the_case_changes(stories: Path, tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories / "keller-visit.txt")
        desk = Desk(case)
        first = desk.snapshot()
        before = facts(first)
        case.add(stories / "brandt-denies.txt")
        second = desk.snapshot()
        assert len(second.reports) == 2
        assert facts(first) == before


def test_a_case_that_did_not_change_is_not_read_again(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        desk = Desk(case)
        assert desk.snapshot() is desk.snapshot()
        assert desk.latest() is desk.snapshot()


def test_what_was_judged_shows_on_the_next_page(tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(write_stories(tmp_path / "stories"))
        desk = Desk(case)
        left, right = (one.id for one in desk.snapshot().people[:2])
        number = len(desk.snapshot().entities)
        case.judge("same", left, right, user="ida")
        assert len(desk.snapshot().entities) == number - 1
        case.undo(user="ida")
        assert len(desk.snapshot().entities) == number


def test_a_page_does_not_wait_for_a_writer_that_is_at_work(tmp_path: Path) -> None:
    folder = tmp_path / "my.case"
    chance, waiting = Random(1), Event()
    with Database.open(folder, create=True) as database, Case(folder) as case:
        database.add_report(*draw_report(chance, 1))
        desk, writer = Desk(case), Writer(case)
        desk.write_through(writer.submit)
        before = desk.snapshot()
        writer.submit(lambda _: waiting.wait(30))
        database.add_report(*draw_report(chance, 2))
        assert desk.snapshot() is before
        assert desk.snapshot() is before
        assert not database.is_grouped()
        waiting.set()
        writer.submit(lambda _: None).result(30)
        assert len(desk.snapshot().reports) == 2
        writer.close()
