"""A person's word in a case: given, told, taken back, brought in and out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import Case
from dateline.errors import BadJudgement, UnknownId, UnreadableInput
from dateline.records import Entity

REPORTS = {
    "one.txt": "GRAZ, March 1, 2024 (Styria Post) — Anna Keller met Tomas Brandt in Graz.\n",
    "two.txt": "LINZ, March 2, 2024 (Linz Post) — Tomas Brandt visited Linz on March 1, 2024.\n",
    "three.txt": "WIEN, March 3, 2024 (Wien Post) — Viktor Lenz arrested Anna Keller in Vienna.\n",
    "four.txt": "LINZ, March 9, 2024 (Linz Post) — Police met Anna Keller and Jan Roe in Linz.\n",
}


def write(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(REPORTS[name], encoding="utf-8")
    return [folder / name for name in names]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "my.case") as opened:
        opened.add(*write(tmp_path / "in", "one.txt", "two.txt", "three.txt"))
        yield opened


def named(case: Case, name: str) -> list[Entity]:
    return [one for one in case.entities() if name in one.names]


def test_two_that_are_judged_the_same_are_one_entity_and_who_said_so_is_a_reason(
    case: Case,
) -> None:
    change = case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida", reason="an alias")
    (found,) = named(case, "Viktor Lenz")
    assert "Tomas Brandt" in found.names
    assert found.reasons[0].rule == "judged the same"
    assert found.reasons[0].words == f"by Ida on {change.entry.time[:10]}: an alias"
    assert case.verify().problems == ()


def test_an_entity_is_split_by_two_of_its_chains_and_stays_split_when_reports_come(
    case: Case, tmp_path: Path
) -> None:
    (keller,) = named(case, "Anna Keller")
    assert len(keller.chains) == 2
    case.judge("different", *keller.chains, user="Ida")
    assert len(named(case, "Anna Keller")) == 2
    case.add(*write(tmp_path / "in", "four.txt"))
    homes = {chain: one.id for one in named(case, "Anna Keller") for chain in one.chains}
    assert homes[keller.chains[0]] != homes[keller.chains[1]]
    assert len(homes) == 3
    assert case.verify().problems == ()


def test_a_chain_against_its_own_entity_is_split_off_whichever_it_is(case: Case) -> None:
    (keller,) = named(case, "Anna Keller")
    case.judge("different", keller.id, min(keller.chains), user="Ida")
    assert len(named(case, "Anna Keller")) == 2


def test_two_entities_that_are_judged_different_stay_so_over_later_reports(
    case: Case, tmp_path: Path
) -> None:
    case.judge("different", "Tomas Brandt", "Viktor Lenz", user="Ida")
    case.judge("same", "Anna Keller", "Viktor Lenz", user="Ida")
    case.add(*write(tmp_path / "in", "four.txt"))
    (lenz,) = named(case, "Viktor Lenz")
    assert "Anna Keller" in lenz.names
    assert "Tomas Brandt" not in lenz.names


def test_what_a_new_judgement_overrides_is_told(case: Case) -> None:
    first = case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida").entry
    second = case.judge("same", "Viktor Lenz", "NK-7", user="Ida").entry
    (brandt,) = {first.left, first.right} - {second.left, second.right}
    change = case.judge("different", "NK-7", brandt, user="Jan")
    assert change.ended == (first,)
    assert case.settled().overridden[0].by == (change.entry,)
    again = case.judge("same", first.left, first.right, user="Jan")
    assert again.ended == (second,)  # of what can't all hold, the oldest goes
    undone = case.undo(user="Jan")
    assert undone.entry.undoes == again.entry.id
    assert set(undone.restored) == set(again.ended)


def test_undo_takes_back_the_last_that_stands_and_then_the_one_before(case: Case) -> None:
    before = case.entities()
    first = case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida").entry
    second = case.judge("different", "Anna Keller", "Viktor Lenz", user="Ida").entry
    assert case.undo(user="Ida").entry.undoes == second.id
    assert case.undo(user="Ida").entry.undoes == first.id
    assert case.entities() == before
    with pytest.raises(UnknownId, match="no judgement to take back"):
        case.undo(user="Ida")
    with pytest.raises(BadJudgement, match=r"taken back by Ida on .* \(j_"):
        case.undo(first.id, user="Jan")
    redo = case.undo(case.judgements()[-1].id, user="Ida")
    assert redo.restored == (first,)
    assert len(named(case, "Viktor Lenz")[0].names) > 1
    assert len(case.judgements()) == 5  # nothing leaves the log


def test_a_name_or_an_old_id_still_means_who_was_joined_to_another(case: Case) -> None:
    (brandt,), (lenz,) = (named(case, name) for name in ("Tomas Brandt", "Viktor Lenz"))
    case.judge("same", brandt.id, lenz.id, user="Ida")
    case.judge("different", "Tomas Brandt", "Viktor Lenz", user="Ida")
    assert {one.id for one in case.entities()} >= {brandt.id, lenz.id}
    case.undo(user="Ida")
    assert len({one.id for one in case.entities()} & {brandt.id, lenz.id}) == 1
    case.judge("different", brandt.id, lenz.id, user="Ida")
    assert {one.id for one in case.entities()} >= {brandt.id, lenz.id}


def test_a_clock_that_was_set_back_changes_nothing(case: Case) -> None:
    future = datetime(2999, 1, 1, tzinfo=UTC)
    case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida", time=future)
    last = case.judge("different", "Tomas Brandt", "Viktor Lenz", user="Ida").entry
    assert last.time > case.judgements()[0].time
    assert len(named(case, "Viktor Lenz")[0].names) == 1


@pytest.mark.parametrize(
    ("left", "right", "error", "said"),
    [
        ("Anna Keller", "Nobody Known", UnknownId, "Nobody in the case is called 'Nobody Known'"),
        ("Anna Keller", "", UnknownId, "called ''"),
        ("Anna Keller", "e_", UnknownId, "More than one id begins with 'e_'"),
        ("Anna Keller", "e_zz", UnknownId, "Nobody"),
        ("Anna Keller", "h_ffffffffffffffffff", UnknownId, "No record"),
        ("Anna Keller", "Anna Keller", BadJudgement, "one and the same; to split an entity"),
        ("NK-1", "NK-1", BadJudgement, "one and the same"),
        ("Anna Keller", "x:\x1b[2J", UnknownId, "Nobody"),
    ],
)
def test_what_can_t_be_judged_is_told(
    left: str, right: str, error: type[Exception], said: str, case: Case
) -> None:
    with pytest.raises(error) as caught:
        case.judge("same", left, right, user="Ida")
    assert said in str(caught.value)
    assert case.judgements() == ()


def test_what_is_not_of_one_sort_is_not_compared(case: Case) -> None:
    claim, report = case.claims()[0].id, case.reports()[0].id
    for other, said in (
        (claim, "a claim"),
        (report, "a report"),
        (case.events()[0].id, "an event"),
    ):
        with pytest.raises(
            BadJudgement, match=f"Anna Keller is an entity and {other} {said}; give"
        ):
            case.judge("same", "Anna Keller", other, user="Ida")
    with pytest.raises(BadJudgement, match="x:1 is a thing outside the case and c_"):
        case.judge("same", "x:1", claim, user="Ida")
    assert case.judgements() == ()


def test_a_name_of_two_is_not_guessed_at(case: Case) -> None:
    (keller,) = named(case, "Anna Keller")
    case.judge("different", *keller.chains, user="Ida")
    with pytest.raises(UnknownId, match="2 entities are called 'Anna Keller': e_"):
        case.judge("same", "Anna Keller", "Tomas Brandt", user="Ida")


def test_a_person_is_no_body(case: Case, tmp_path: Path) -> None:
    case.add(*write(tmp_path / "in", "four.txt"))
    with pytest.raises(BadJudgement, match="one is a person and the other is not"):
        case.judge("same", "Anna Keller", "Police", user="Ida")
    case.judge("different", "Anna Keller", "Police", user="Ida")


def test_words_of_the_user_are_one_line_of_bounded_length(case: Case) -> None:
    long = "why\n" * 1000
    entry = case.judge("unsure", "Anna Keller", "Tomas Brandt", user="Ida\tÅ", reason=long).entry
    assert entry.user == "Ida Å"
    assert "\n" not in entry.reason
    assert len(entry.reason) == 500


def test_judgements_go_out_and_come_in(case: Case, tmp_path: Path) -> None:
    case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida")
    case.judge("different", "Anna Keller", "Viktor Lenz", user="Ida")
    case.judge("unsure", "Anna Keller", "list:7", user="Ida")
    lines = list(case.export_judgements())
    known = case.import_judgements(lines)
    assert (len(known.added), known.known) == (1, 3)  # the id that the cluster was given
    with Case(tmp_path / "other.case") as other:
        early = other.import_judgements(lines) if other.add(tmp_path / "in" / "one.txt") else None
        assert early is not None
        assert len(early.added) == 4
        other.add(tmp_path / "in")  # judgements wait for the reports that they speak of
        assert other.entities()[0].names == case.entities()[0].names
        pairs = [(one.id, one.names) for one in other.entities()]
        assert pairs == [(one.id, one.names) for one in case.entities()]


def test_an_import_that_breaks_off_adds_nothing(case: Case) -> None:
    good = '["NK-1", "NK-2", "positive", null, "ida", null]'
    with pytest.raises(UnreadableInput, match="Line 2"):
        case.import_judgements([good, "broken"])
    assert case.judgements() == ()


def test_what_is_imported_and_older_than_what_contradicts_it_is_counted(case: Case) -> None:
    case.judge("different", "Tomas Brandt", "Viktor Lenz", user="Ida")
    brandt, lenz = (named(case, name)[0].id for name in ("Tomas Brandt", "Viktor Lenz"))
    lines = [
        f'["NK-1", "{brandt}", "positive", null, "jan", "2020-01-01T00:00:00"]',
        f'["NK-1", "{lenz}", "positive", null, "jan", "2020-01-02T00:00:00"]',
        f'["NK-1", "{lenz}", "no_judgement", 0.5, "jan", "2020-01-02T00:00:00"]',
    ]
    found = case.import_judgements(lines)
    assert (len(found.added), found.suggestions, found.overridden) == (2, 1, 1)
    assert named(case, "Tomas Brandt")[0].id == brandt


def test_pairs_to_review_leave_out_what_is_settled(case: Case, tmp_path: Path) -> None:
    (tmp_path / "in" / "five.txt").write_text(
        "GRAZ, March 7, 2024 (Graz Post) — Brandt visited Graz on March 6, 2024.\n", "utf-8"
    )
    case.add(tmp_path / "in")
    pairs = case.pairs_to_review()
    assert len(pairs) == 1
    case.judge("unsure", pairs[0].left, pairs[0].right, user="Ida", score=pairs[0].score)
    assert case.pairs_to_review() == ()
    assert case.pairs_to_review(unsure=True) == pairs


def test_two_events_are_one_and_stay_so_when_reports_come_and_go(
    case: Case, tmp_path: Path
) -> None:
    one, two = (event for event in case.events() if event.type != "COERCE")
    change = case.judge("same", one.id, two.id, user="Ida", reason="a visit is a meeting")
    assert change.entry.about == "event"
    assert {change.entry.left, change.entry.right} == {min(one.claims), min(two.claims)}
    for _ in range(2):
        (both,) = (event for event in case.events() if one.claims[0] in event.claims)
        assert {*one.claims, *two.claims} <= {*both.claims}
        assert both.reasons[0].rule == "judged the same"
        assert both.reasons[0].words.endswith(": a visit is a meeting")
        assert case.verify().problems == ()
        case.add(*write(tmp_path / "in", "four.txt"))
    with pytest.raises(BadJudgement, match="one and the same; to split an event, give two of its"):
        case.judge("different", both.id, both.id, user="Ida")
    case.judge("different", both.id, min(one.claims), user="Ida")  # a claim against the rest
    assert not any({*one.claims, *two.claims} <= {*event.claims} for event in case.events())
    assert case.settled().overridden == ()
    case.undo(user="Ida")
    case.undo(user="Ida")
    assert {one, two} <= set(case.events())


def test_an_old_id_of_an_event_still_means_the_claim_that_it_was_called_after(case: Case) -> None:
    one, two, *_ = case.events()
    case.judge("same", one.id, two.id, user="Ida")
    assert {event.id for event in case.events()} & {one.id, two.id} != {one.id, two.id}
    case.judge("different", one.id, two.id, user="Ida")
    assert {one.id, two.id} <= {event.id for event in case.events()}


def test_a_tie_is_part_of_no_event(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "GRAZ, March 1, 2024 (Styria Post) — Anna Keller leads the Styria Bank. She met Jan Roe.\n",
        "utf-8",
    )
    with Case(tmp_path / "my.case") as case:
        case.add(tmp_path / "one.txt")
        tie = next(one.id for one in case.claims() if one.kind == "relation")
        event = next(one.id for one in case.claims() if one.kind == "event")
        with pytest.raises(BadJudgement, match="tells of a lasting tie, which is part of no event"):
            case.judge("same", tie, event, user="Ida")


def test_judgements_on_events_and_reports_go_out_and_come_in(case: Case, tmp_path: Path) -> None:
    one, two, *_ = case.events()
    reports = [report.id for report in case.reports()]
    case.judge("same", one.id, two.id, user="Ida")
    case.judge("different", reports[0], reports[1], user="Ida")
    case.judge("unsure", reports[0], reports[2], user="Ida")
    lines = list(case.export_judgements())
    with Case(tmp_path / "other.case") as other:
        other.add(tmp_path / "in" / "one.txt")
        assert len(other.import_judgements(lines).added) == len(lines)
        other.add(tmp_path / "in")  # judgements wait for the reports that they speak of
        assert other.events() == case.events()
        assert {said.about for said in other.settled().holding} == {"event", "origin"}
        assert other.verify().problems == ()


def test_verify_tells_of_a_judgement_that_was_edited(case: Case, tmp_path: Path) -> None:
    entry = case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida").entry
    assert case.verify().problems == ()
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        connection.execute("UPDATE judgements SET payload = replace(payload, 'Ida', 'Jan')")
    connection.close()
    assert [one.record for one in case.verify().problems] == [entry.id]


def test_verify_compares_entities_with_what_people_judged(case: Case, tmp_path: Path) -> None:
    case.judge("same", "Tomas Brandt", "Viktor Lenz", user="Ida")
    case.contents()
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        connection.execute("DELETE FROM judgements")  # as if nobody had judged
    connection.close()
    assert case.verify().problems


steps = st.lists(
    st.tuples(
        st.sampled_from(["same", "different", "unsure", "undo", "add"]),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps)
def test_a_case_after_any_history_is_what_a_new_case_makes_of_its_log(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    paths = write(folder / "in", *REPORTS)
    waiting = paths[1:]
    with Case(folder / "my.case") as case:
        case.add(paths[0])
        for number, (what, left, right) in enumerate(history):
            chains = [one.id for one in case.chains()] + ["NK-1"]
            ends = chains[left % len(chains)], chains[right % len(chains)]
            with suppress(BadJudgement, UnknownId):
                if what == "add" and waiting:
                    case.add(waiting.pop(left % len(waiting)))
                elif what == "undo":
                    log = case.judgements()
                    case.undo(log[left % len(log)].id if log else None, user="Ida")
                elif what in ("same", "different", "unsure"):
                    time = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(minutes=number)
                    case.judge(what, *ends, user="Ida", time=time)  # type: ignore[arg-type]
        case.add(*waiting)
        assert case.verify().problems == ()
        log, entities = case.judgements(), case.entities()
    with Case(folder / "new.case") as new:
        new.add(*reversed(paths))
        new._database.add_judgements(log)
        assert new.entities() == entities
