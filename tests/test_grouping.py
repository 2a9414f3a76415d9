"""A case that grows always equals one that is grouped at once, and an addition stays small."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time

import pytest

from dateline.events import candidates
from dateline.export import write_records
from dateline.grouping import Regrouped, grow
from dateline.records import Source, report_id
from dateline.resolve import ties
from dateline.store import Database, sqlite
from tests.histories import assert_as_rebuilt, draw_report, live
from tests.store.found import Found, find

HISTORIES = 100


def take_in(database: Database, *found: Found) -> Regrouped:
    """Adds reports and groups them."""
    for one in found:
        database.add_report(*one)
    with database.growing() as ledgers:
        return grow(ledgers)


@pytest.mark.parametrize("is_crowded", [False, True], ids=["as it is", "few to a key"])
def test_in_a_hundred_histories_a_grown_case_equals_a_rebuilt_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_crowded: bool
) -> None:
    monkeypatch.setattr(sqlite, "_WRITING", ("synchronous = OFF",))  # no power fails meanwhile
    if is_crowded:  # so that what only large cases meet is met
        monkeypatch.setattr(ties, "MOST_NAMES", 1)
        monkeypatch.setattr(candidates, "LARGEST_BLOCK", 2)
        monkeypatch.setattr(candidates, "WINDOW", 1)
    empty = tmp_path / "empty"
    Database.open(empty, create=True).close()
    for number in range(HISTORIES // 2):
        shutil.copytree(empty, tmp_path / f"{number}")
        with Database.open(tmp_path / f"{number}") as database:
            for _ in live(database, Random(f"{number}/{is_crowded}"), 4 + number % 4):
                assert_as_rebuilt(database)


def export(path: Path, steps: Sequence[Sequence[Found]]) -> str:
    with Database.open(path, create=True) as database:
        for some in steps:
            take_in(database, *some)
        found = database.grouped()
        assert found is not None
        copies = database.copies()
        return "".join(
            write_records(found.reports, found.entities, found.claims, found.events, copies)
        )


def test_the_records_are_the_same_bytes_however_a_case_was_added(tmp_path: Path) -> None:
    chance = Random(11)
    reports = [draw_report(chance, number) for number in range(25)]
    at_once = export(tmp_path / "a", [reports])
    assert at_once.count("\n") > 100
    assert export(tmp_path / "b", [[one] for one in reports]) == at_once
    chance.shuffle(reports)
    assert export(tmp_path / "c", [reports[:9], [], reports[9:10], reports[10:]]) == at_once


def story(number: int) -> Found:
    """A report of people and bodies that few others name, and of a country that many do."""
    tail = "".join(chr(97 + int(digit)) for digit in f"{number // 3:02}")
    people = (f"Joe Bad{tail}en", f"Bad{tail}en", f"Mary Od{tail}uya", f"Katya Bad{tail}en")
    bodies = (f"Kes{tail}trel Shipping", f"Kes{tail}trel", f"Salt {tail.title()} Exchange", "Malta")
    return draw_report(Random(f"lone {number}"), number, people, bodies)


def test_one_more_report_touches_few_of_a_hundred_and_fifty(tmp_path: Path) -> None:
    with Database.open(tmp_path / "my.case", create=True) as database:
        take_in(database, *(story(number) for number in range(150)))
        entities, events = len(database.entities()), len(database.events())
        grown = [take_in(database, story(number)) for number in range(150, 160)]
        assert_as_rebuilt(database)
    assert min(entities, events) > 100
    assert sorted(one.chains for one in grown)[5] < 10  # where no country is named
    assert sum(one.entities for one in grown) < 50
    assert sum(one.events for one in grown) < 30


def told_by(found: Found, *sources: Source) -> Found:
    return found._replace(claims=tuple(replace(one, sources=sources) for one in found.claims))


def test_an_earlier_text_without_claims_changes_whose_word_a_later_one_is(tmp_path: Path) -> None:
    late = told_by(find(1), Source("author"))
    data = late.data + b"\n"
    sha256 = hashlib.sha256(data).hexdigest()
    first = replace(
        late.report,
        id=report_id(sha256),
        sha256=sha256,
        outlet="Alpine Wire",
        published="2024-05-30",
    )
    with Database.open(tmp_path / "my.case", create=True) as database:
        take_in(database, late)
        assert {one.origins[0].name for one in database.events()} == {"Harbour Times"}
        take_in(database, Found(first, data, (), ()))
        assert {one.origins[0].name for one in database.events()} == {"Alpine Wire"}
        assert_as_rebuilt(database)


def test_a_second_bearer_of_a_name_parts_those_who_are_called_so(tmp_path: Path) -> None:
    one, other, third = find(1), find(5), find(9)
    one = told_by(one, Source("person", "Marta Rossi", one.chains[0].id))
    other = told_by(other, Source("person", "Marta Rossi"))
    names = ("Lenz Works", "Marta Rossi")
    ship = replace(third.chains[1], schema="Company", name=names[0], names=names, roles=())
    with Database.open(tmp_path / "my.case", create=True) as database:
        take_in(database, one, other)
        assert [len(event.origins) for event in database.events()] == [1, 1]
        take_in(database, third._replace(chains=(ship,), claims=()))
        assert [len(event.origins) for event in database.events()] == [2, 2]
        assert_as_rebuilt(database)


def seconds_to_add(database: Database, numbers: range) -> float:
    """The least time of a few additions, in seconds of the processor."""
    taken = []
    for number in numbers:
        begun = process_time()
        take_in(database, story(number))
        taken.append(process_time() - begun)
    return min(taken)


def test_the_time_of_an_addition_hardly_grows_with_the_case(tmp_path: Path) -> None:
    with Database.open(tmp_path / "my.case", create=True) as database:
        take_in(database, *(story(number) for number in range(20)))
        few = seconds_to_add(database, range(20, 28))
        take_in(database, *(story(number) for number in range(28, 200)))
        many = seconds_to_add(database, range(200, 208))
    assert many < 2.5 * few  # ten times as many reports
