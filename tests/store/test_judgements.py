"""The log of judgements, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dateline.errors import DatelineError
from dateline.records import Judgement, JudgementKind, make_judgement
from dateline.store import Database
from tests.store.found import add, resolve

START = datetime(2024, 3, 15, 9, tzinfo=UTC)


def say(
    kind: JudgementKind, one: str, other: str, minute: int = 0, *, reason: str = "",
    undoes: str | None = None,
) -> Judgement:  # fmt: skip
    time = START + timedelta(minutes=minute)
    return make_judgement(kind, one, other, user="Ida Å.", time=time, reason=reason, undoes=undoes)


def test_judgements_come_back_in_the_order_of_the_log(database: Database) -> None:
    later, earlier = say("same", "h_1", "h_2", 5), say("different", "h_3", "list:9", 1)
    undone = say("undo", "h_1", "h_2", 6, undoes=later.id)
    assert database.add_judgements([later, earlier]) == [later, earlier]
    assert database.add_judgements([undone]) == [undone]
    assert database.judgements() == [later, earlier, undone]
    assert database.evidence().judgements == [later, earlier, undone]
    assert database.find_id(later.id[:10]) == ("judgement", later)


def test_an_entry_that_is_in_the_log_stays_where_it_is(database: Database) -> None:
    first, second = say("same", "h_1", "h_2"), say("unsure", "h_1", "h_3")
    database.add_judgements([first, second, first])
    assert database.add_judgements([first]) == []
    assert database.judgements() == [first, second]


def test_a_log_survives_reports_and_resolutions_and_the_closing_of_the_case(address: str) -> None:
    said = [say("same", "h_1", f"h_{number}") for number in range(2, 1300)]
    with Database.open(address, create=True) as database:
        database.add_judgements(said)
        add(database, 1)
        resolve(database, (), (), {})
    with Database.open(address) as database:
        add(database, 2)
        assert database.judgements() == said
        assert database.add_judgements(said) == []


def test_a_case_is_not_grouped_till_its_judgements_are_heeded(database: Database) -> None:
    add(database, 1)
    first, second = say("same", "h_1", "h_2"), say("same", "h_1", "h_3")
    resolve(database, (), (), {})
    assert database.is_grouped()
    database.add_judgements([first, second])
    assert not database.is_grouped()
    assert database.grouped() is None
    resolve(database, (), (), {}, None, [first.id])  # the second came meanwhile
    assert not database.is_grouped()
    resolve(database, (), (), {}, None, [first.id, second.id])
    assert database.is_grouped()


def test_a_judgement_that_was_edited_is_found_out(database: Database) -> None:
    said = say("same", "h_1", "h_2", reason="one passport")
    database.add_judgements([said, say("unsure", "h_4", "h_5")])
    assert database.check() == []
    with database.backend.writer.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE judgements SET payload = replace(payload, 'passport', 'photograph')"
        )
    assert [one.record for one in database.check()] == [said.id]


def test_a_judgement_that_can_t_be_read_is_told_and_may_be_left_out(database: Database) -> None:
    broken, whole = say("same", "h_1", "h_2"), say("same", "h_1", "h_3")
    database.add_judgements([broken, whole])
    with database.backend.writer.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE judgements SET payload = '{{}}' WHERE id = '{broken.id}'"
        )
    with pytest.raises(DatelineError, match="no judgement any more"):
        database.judgements()
    assert database.evidence(skip_broken=True).judgements == [whole]


def test_a_case_of_before_judgements_gets_their_log(address: str) -> None:
    with Database.open(address, create=True) as database:
        add(database, 1)
        resolve(database, (), (), {})
        with database.backend.writer.begin() as connection:
            connection.exec_driver_sql("DROP TABLE unheeded")
            connection.exec_driver_sql("DROP TABLE judgements")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name LIKE 'm006%%'")
    with Database.open(address) as database:
        assert database.judgements() == []
        assert database.is_grouped()
        assert database.add_judgements([say("same", "h_1", "h_2")])
