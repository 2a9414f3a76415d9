"""The contract that both databases keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from dateline.errors import CaseLocked, CaseNotFound, DatelineError, UnknownId
from dateline.records import Chain, Claim, Report
from dateline.store import Database, Problem
from tests.store.found import add, find, group, join_chains, resolve


def _ids(records: list[Report] | list[Chain] | list[Claim]) -> list[str]:
    return [one.id for one in records]


@contextmanager
def _statements(database: Database) -> Iterator[list[str]]:
    """The statements that the database is given meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(database.backend.writer, "before_cursor_execute", note)
    yield seen
    event.remove(database.backend.writer, "before_cursor_execute", note)


def test_a_report_comes_back_with_all_that_was_found_in_it(database: Database) -> None:
    made = find(1)
    assert database.add_report(*made) is True
    assert database.has_report(made.report.id)
    assert database.report(made.report.id) == made.report
    assert database.reports() == [made.report]
    assert database.chains() == sorted(made.chains, key=lambda one: one.id)
    assert database.claims() == sorted(made.claims, key=lambda one: one.id)
    assert database.claim(made.claims[0].id) == made.claims[0]
    assert database.blob(made.report.sha256) == made.data
    assert database.check() == []


def test_a_case_keeps_its_records_when_it_is_closed(address: str) -> None:
    with Database.open(address, create=True) as database:
        made = add(database, 1, 2)
    with Database.open(address) as database:
        assert {one.id for one in database.reports()} == {one.report.id for one in made}
        assert database.blob(made[0].report.sha256) == made[0].data


def test_a_report_that_is_there_stays_as_it_is(database: Database) -> None:
    made = find(1)
    database.add_report(*made)
    other = replace(made.report, title="Another title")
    assert database.add_report(other, made.data, (), ()) is False
    assert database.report(made.report.id) == made.report
    assert len(database.claims()) == len(made.claims)


def test_records_are_sorted_by_id_in_whatever_order_they_came(database: Database) -> None:
    add(database, 5, 3, 9, 1)
    for records in (database.reports(), database.chains(), database.claims()):
        assert _ids(records) == sorted(_ids(records))
        assert len(records) >= 4


def test_claims_can_be_asked_for_by_report_kind_and_day(database: Database) -> None:
    first, second = add(database, 1, 2)
    undated = replace(first.claims[0], id="c_undated", when=None)
    tie = replace(undated, id="c_tie", kind="relation", type="leads")
    other = find(3)
    moved = [replace(one, report=other.report.id) for one in (undated, tie)]
    database.add_report(other.report, other.data, (), moved)
    assert {one.report for one in database.claims(second.report.id)} == {second.report.id}
    assert database.claims("r_none") == []
    assert _ids(database.claims(kind="relation")) == ["c_tie"]
    may_first = database.claims(since=date(2024, 5, 1), until=date(2024, 5, 2))
    assert {one.when.start for one in may_first if one.when} == {date(2024, 5, 1)}
    assert len(may_first) == 2
    assert len(database.claims(until=date(2024, 5, 1))) == 0
    assert len(database.claims(since=date(2024, 5, 2))) == 2


def test_bytes_that_are_not_the_report_s_are_refused_and_nothing_is_kept(
    database: Database,
) -> None:
    made = find(1)
    with pytest.raises(ValueError, match="not the bytes"):
        database.add_report(made.report, b"other", made.chains, made.claims)
    assert database.reports() == []


def test_a_claim_of_another_report_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="is not of"):
        database.add_report(find(1).report, find(1).data, (), find(2).claims)


def test_a_report_that_fails_half_way_leaves_nothing(database: Database) -> None:
    made = find(1)
    twice = (*made.claims, made.claims[0])
    with pytest.raises(DatelineError, match="refused"):
        database.add_report(made.report, made.data, made.chains, twice, input_name="a.txt")
    assert database.reports() == []
    assert database.chains() == []
    assert database.inputs() == []
    assert database.search("Rossi") == []
    assert database.add_report(*made) is True
    assert database.check() == []


def test_the_log_of_inputs_is_by_name_the_latest_first(database: Database) -> None:
    made = find(1)
    database.add_reading("b.txt", "failed", "It is empty.", None)
    database.add_report(*made, input_name="a.txt")
    database.add_report(*made, input_name="a.txt")
    database.add_reading("b.txt", "held", "It is over 20 MB.", None)
    assert [(one.name, one.state, one.reason, one.report) for one in database.inputs()] == [
        ("a.txt", "duplicate", None, made.report.id),
        ("a.txt", "added", None, made.report.id),
        ("b.txt", "held", "It is over 20 MB.", None),
        ("b.txt", "failed", "It is empty.", None),
    ]
    numbers = [one.number for one in database.inputs()]
    assert sorted(numbers) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "name", ["caf\udce9.txt", "two\nlines", "nul\0name", "\\udce9", "…/ﷺ/😀", ""]
)
def test_any_name_of_an_input_and_any_reason_comes_back(database: Database, name: str) -> None:
    database.add_reading(name, "failed", f"can't read {name}", None)
    (reading,) = database.inputs()
    assert (reading.name, reading.reason) == (name, f"can't read {name}")


def test_a_report_with_a_nul_and_a_name_that_is_not_utf_8_comes_back(database: Database) -> None:
    made = find(1)
    text = made.report.text + "\nnul \0 and ﷺ"
    report = replace(made.report, text=text, file="caf\udce9.txt")
    database.add_report(report, made.data)
    assert database.report(report.id) == report
    assert database.check() == []


def test_a_resolution_replaces_the_one_before_and_leaves_the_evidence(database: Database) -> None:
    first, second = add(database, 1, 2)
    before = (database.claims(), database.chains())
    both = join_chains(first.chains[0], second.chains[0])
    apart = [join_chains(first.chains[0]), join_chains(second.chains[0])]
    met = group(first.claims[0], second.claims[0])
    copies = {second.report.id: first.report.id}
    resolve(database, [both], [met], copies)
    assert database.entities() == [both]
    assert database.entity(both.id) == both
    assert database.events() == [met]
    assert database.event(met.id) == met
    assert database.copies() == copies
    assert database.report(second.report.id).copy_of == first.report.id
    assert {one.id: one.copy_of for one in database.reports()} == {
        first.report.id: None,
        second.report.id: first.report.id,
    }
    resolve(database, apart, [], {})
    assert database.entities() == sorted(apart, key=lambda one: one.id)
    assert database.events() == []
    assert database.report(second.report.id) == second.report
    assert (database.claims(), database.chains()) == before


def test_what_is_the_same_is_not_written_again(database: Database) -> None:
    first, second = add(database, 1, 2)
    entities = [join_chains(one) for one in (*first.chains, *second.chains)]
    events = [group(claim) for claim in (*first.claims, *second.claims)]
    resolve(database, entities, events, {second.report.id: first.report.id})
    with _statements(database) as statements:
        resolve(database, entities, events, {second.report.id: first.report.id})
        assert not [one for one in statements if one.startswith(("INSERT", "DELETE", "UPDATE"))]
        renamed = replace(entities[0], name="Marta de Rossi")
        resolve(database, [renamed, *entities[1:]], events, {})
    deleted = [one.split()[2] for one in statements if one.startswith("DELETE")]
    assert deleted == ["entities", "bearers", "copies"]
    assert renamed in database.entities()
    assert len(database.entities()) == 4


def test_a_case_is_grouped_once_a_resolution_has_seen_all_its_reports(database: Database) -> None:
    assert database.is_grouped()
    first, second = add(database, 1, 2)
    assert not database.is_grouped()
    assert database.grouped() is None
    resolve(database, (), (), {}, [first.report.id])
    assert not database.is_grouped()
    resolve(database, (), (), {}, [first.report.id, second.report.id])
    assert database.is_grouped()
    database.add_report(*first)
    assert database.is_grouped()
    grouped = database.grouped()
    assert grouped is not None
    assert grouped.reports == database.reports()
    assert grouped.claims == database.claims()


def test_evidence_is_all_or_what_can_still_be_read(database: Database) -> None:
    first, second = add(database, 1, 2)
    whole = database.evidence()
    numbers = {first.report.id: 1, second.report.id: 2}
    assert whole[:5] == (database.reports(), database.chains(), database.claims(), [], numbers)
    assert whole.publishers == ""
    with database.backend.writer.begin() as connection:
        connection.exec_driver_sql(f"UPDATE claims SET payload = '' WHERE id = '{whole[2][0].id}'")
    with pytest.raises(DatelineError, match="no claim any more"):
        database.evidence()
    left = database.evidence(skip_broken=True)
    assert left[:5] == (*whole[:2], whole[2][1:], [], numbers)
    assert {first.report.id, second.report.id} == {one.id for one in whole[0]}


def test_entities_are_found_by_any_of_their_names(database: Database) -> None:
    (made,) = add(database, 1)
    rossi, lenz = (join_chains(chain) for chain in made.chains)
    renamed = replace(lenz, name="Karl Lénz-Öst")
    resolve(database, [rossi, renamed], [], {})
    assert database.entities("ROSSI") == [rossi]
    assert database.entities("karl lenz öst") == [renamed]
    assert database.entities("Karl") == []
    assert database.entities("?!") == []
    resolve(database, [rossi, lenz], [], {})
    assert database.entities("Karl Lénz-Öst") == []


def test_events_are_found_by_their_days(database: Database) -> None:
    (made,) = add(database, 1)
    events = [group(claim) for claim in made.claims]
    undated = replace(events[0], id="v_undated", when=None)
    resolve(database, [], [*events, undated], {})
    found = database.events(since=date(2024, 5, 2), until=date(2024, 6, 1))
    assert [one.when.edtf for one in found if one.when] == ["2024-05-02"]
    assert len(found) == 1


def test_an_id_is_found_by_its_beginning(database: Database) -> None:
    (made,) = add(database, 1)
    entity, met = join_chains(made.chains[0]), group(*made.claims)
    resolve(database, [entity], [met], {})
    assert database.find_id(made.report.id[:6]) == ("report", made.report)
    assert database.find_id("e_") == ("entity", entity)
    assert database.find_id(met.id) == ("event", met)
    assert database.find_id(made.claims[1].id) == ("claim", made.claims[1])
    assert database.find_id(made.chains[1].id) == ("chain", made.chains[1])


def test_an_id_that_begins_another_is_found_itself(database: Database) -> None:
    made = find(1)
    claims = [replace(made.claims[0], id=id_) for id_ in ("c_1", "c_12", "c_123", "c_1234")]
    database.add_report(made.report, made.data, (), claims)
    assert database.find_id("c_1") == ("claim", claims[0])
    with pytest.raises(UnknownId, match="More than one id"):
        database.find_id("c_")


@pytest.mark.parametrize("prefix", ["c_zz", "%", "_", "c%", "\0", "\udce9", "' OR 1=1", "R_"])
def test_an_id_that_is_not_there_is_unknown(database: Database, prefix: str) -> None:
    add(database, 1)
    for look in (database.find_id, database.report, database.claim, database.event):
        with pytest.raises(UnknownId):
            look(prefix)
    with pytest.raises(UnknownId):
        database.blob(prefix)
    assert not database.has_report(prefix)
    assert database.claims(prefix) == []


def test_an_empty_prefix_is_no_id(database: Database) -> None:
    with pytest.raises(UnknownId, match="No record"):
        database.find_id("")
    add(database, 1)
    with pytest.raises(UnknownId, match="More than one"):
        database.find_id("")


def test_a_writer_that_waits_too_long_is_told_that_the_case_is_locked(address: str) -> None:
    with (
        Database.open(address, create=True) as first,
        Database.open(address, timeout_s=0.1) as second,
    ):
        made = find(1)
        with (
            first.backend.writer.begin(),
            pytest.raises(CaseLocked, match="Another process is writing"),
        ):
            second.add_report(*made)
        assert second.reports() == []
        assert second.add_report(*made) is True
        assert first.reports() == [made.report]


def test_readers_do_not_wait_for_a_writer(address: str) -> None:
    with (
        Database.open(address, create=True) as first,
        Database.open(address, timeout_s=0.1) as second,
    ):
        (made,) = add(first, 1)
        with first.backend.writer.begin():
            assert second.reports() == [made.report]
            assert second.search("Rossi")


def test_a_case_that_is_not_there_is_not_made_unasked(address: str) -> None:
    with pytest.raises(CaseNotFound):
        Database.open(address)
    with pytest.raises(CaseNotFound):
        Database.open(address)


def test_opening_with_create_keeps_a_case_that_is_there(address: str) -> None:
    with Database.open(address, create=True) as database:
        (made,) = add(database, 1)
    with Database.open(address, create=True) as database:
        assert database.reports() == [made.report]


def test_a_closed_case_is_not_opened_again_in_silence(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(ValueError, match="closed"):
        database.reports()


def test_check_names_a_record_that_was_changed(database: Database) -> None:
    (made,) = add(database, 1)
    with database.backend.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE claims SET payload = '{\"id\": 7}'")
    problems = database.check()
    assert sorted(one.record or "" for one in problems) == sorted(one.id for one in made.claims)
    with pytest.raises(DatelineError, match="no claim any more"):
        database.claims()


def test_check_names_bytes_that_are_not_there(database: Database) -> None:
    first = find(1)
    add(database, 1, 2)
    lost = "0" * 64
    with database.backend.writer.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE reports SET sha256 = '{lost}' WHERE id = '{first.report.id}'"
        )
    assert database.check() == [
        Problem(first.report.id, f"The bytes of {first.report.id} are not there ({lost}).")
    ]
