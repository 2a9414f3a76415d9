"""A claim that somebody says is misread: kept, shown as such, and counted for nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import Case
from dateline.cli import main
from dateline.errors import UnknownId
from dateline.records import Claim, make_judgement
from tests import test_marking
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401

REPORTS = {
    "one.txt": test_marking.REPORTS["one.txt"],
    "two.txt": test_marking.REPORTS["two.txt"] + "\nJan Roe leads the Graz Hospital Union.\n",
}


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Case(address) as opened:
        opened.add(folder)
        yield opened


def claims_with(case: Case, words: str) -> list[Claim]:
    return [one for one in case.claims() if words in one.quote.exact and one.counts]


def in_events(case: Case) -> set[str]:
    return {claim for event in case.events() for claim in event.claims}


def conflicts(case: Case) -> list[str]:
    return [one.on for event in case.events() for one in event.conflicts]


def test_it_is_in_no_event_and_no_conflict_and_stays_in_the_case(case: Case) -> None:
    assert "count" in conflicts(case)
    before = case.events()
    wrong = claims_with(case, "15 people")
    for claim in wrong:
        change = case.judge_reading(claim.id, "misread", user="Ida", reason="an older toll")
        assert change.entry.about == "reading"
    gone = {one.id for one in wrong}
    assert in_events(case) == {id_ for event in before for id_ in event.claims} - gone
    assert "count" not in conflicts(case)
    assert gone <= {one.id for one in case.claims()}
    assert case.contents().misread == gone
    assert gone.isdisjoint(one.id for one in case.contents().current_claims)
    assert case.verify().problems == ()
    for _ in wrong:
        case.undo(user="Ida")
    assert case.events() == before


def test_it_speaks_for_nobody_s_being_one_with_another(address: str, tmp_path: Path) -> None:  # noqa: F811
    texts = {
        "one": "Peter Keller met Ann Lee in Graz on May 2, 2024.",
        "two": "Anna Keller met Thomas Brandt in Linz on May 3, 2024.",
        "three": "Keller met Thomas Brandt in Linz on May 9, 2024.",
    }
    for name, text in texts.items():
        head = "GRAZ, May 10, 2024 (Styria Post) — "
        (tmp_path / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    with Case(address) as case:
        case.add(*(tmp_path / f"{name}.txt" for name in texts))

        def why() -> str:
            keller = next(one for one in case.entities() if "Keller" in one.names)
            return " ".join(one.words for one in keller.reasons)

        assert "met the same" in why()
        assert "same place: Linz" in why()
        (met,) = [one for one in case.claims() if texts["three"] in one.quote.exact]
        case.judge_reading(met.id, "misread", user="Ida")
        assert "met the same" not in why()
        assert "same place" not in why()
        assert case.verify().problems == ()
        case.undo(user="Ida")
        assert "met the same" in why()


def test_a_later_report_does_not_bring_it_back(case: Case, tmp_path: Path) -> None:
    wrong = claims_with(case, "12 people")
    for claim in wrong:
        case.judge_reading(claim.id, "misread", user="Ida")
    (tmp_path / "later.txt").write_text(test_marking.LATER, encoding="utf-8")
    case.add(tmp_path / "later.txt")
    assert in_events(case).isdisjoint(one.id for one in wrong)
    assert case.verify().problems == ()
    regrouped = case.regroup()
    assert regrouped.misread == {one.id for one in wrong}


def test_the_last_word_holds(case: Case) -> None:
    claim = claims_with(case, "12 people")[0]
    case.judge_reading(claim.id, "misread", user="Ida")
    case.judge_reading(claim.id[:8], "checked", user="Jan", reason="it does say so")
    assert case.readings()[claim.id].user == "Jan"
    assert case.contents().misread == frozenset()
    assert claim.id in in_events(case)
    case.undo(user="Jan")
    assert claim.id not in in_events(case)


def test_what_is_said_twice_takes_nothing_else_away(case: Case) -> None:
    event = next(one for one in case.events() if len(one.claims) > 2)
    claim = event.claims[-1]
    case.judge_reading(claim, "misread", user="Ida")
    once = case.events()
    case.judge_reading(claim, "misread", user="Jan")
    assert case.events() == once
    assert case.verify().problems == ()


def test_it_is_of_a_claim_alone(case: Case) -> None:
    with pytest.raises(UnknownId, match="is no claim"):
        case.judge_reading(case.events()[0].id, "misread", user="Ida")
    for sides in (("c_1", "c_2"), ("r_1", "r_2"), ("h_1", "h_2")):
        with pytest.raises(ValueError, match="misread or checked"):
            make_judgement("misread", *sides, user="Ida", time="2024-03-05T00:00:00+00:00")
    with pytest.raises(ValueError, match="misread or checked"):
        make_judgement("same", "c_1", "r_1", user="Ida", time="2024-03-05T00:00:00+00:00")


def test_it_leaves_by_its_own_name_and_not_as_a_judgement_of_a_resolver(case: Case) -> None:
    claim = claims_with(case, "12 people")[0]
    case.judge_reading(claim.id, "misread", user="Ida")
    rows = [json.loads(line) for line in case.export("records")]
    assert [row["id"] for row in rows if row.get("misread")] == [claim.id]
    assert claim.id not in "".join(case.export("csv"))
    assert f'id="{claim.id}"' not in "".join(case.export("html"))
    assert list(case.export_judgements()) == []


def test_the_commands_say_it_and_every_list_tells(tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "my.case"
    with Case(path) as made:
        made.add(*(tmp_path / name for name in REPORTS))
        claim = claims_with(made, "12 people")[0]

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, list(words))
        return done.exit_code, done.output

    code, said = run("misread", str(path), claim.id, "--reason", "a drill", "--user", "Ida")
    assert code == 0
    assert "misread: “" in said
    assert "misread, says Ida (" in run("show", str(path), claim.id)[1]
    assert "a drill" in run("show", str(path), claim.id)[1]
    assert "misread: " in run("show", str(path), claim.report)[1]
    assert "misread: " in run("claims", str(path))[1]
    assert "misread: “" in run("judgements", str(path))[1]
    assert run("checked", str(path), claim.id, "--user", "Jan")[0] == 0
    assert "compared with its words by Jan (" in run("show", str(path), claim.id)[1]
    assert "misread" not in run("claims", str(path))[1]
    assert run("misread", str(path), "c_0000000000")[0] == 4
