"""The commands for a person's word: same, different, undo, judgements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from dateline import Case
from tests.cli.judged import build, run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return build(tmp_path)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def entities(case: Path) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in rows(run("entities", case, "--json"))}


def test_same_joins_two_and_says_where_they_are_now(case: Path) -> None:
    result = run("same", case, "Viktor Lenz", "Tomas Brandt", "--reason", "an alias")
    assert result.exit_code == 0
    first, home = result.stdout.splitlines()
    assert first.startswith("j_")
    assert "same: " in first
    assert "Tomas Brandt" in first
    assert home.split()[0] in {row["id"] for row in entities(case).values()}
    assert home.endswith("in 4 reports")
    shown = run("show", case, home.split()[0]).stdout
    assert "judged the same by Ida on 20" in shown
    assert "an alias" in shown


def test_different_splits_an_entity_by_the_chains_that_show_lists(case: Path) -> None:
    (lenz,) = (row for name, row in entities(case).items() if name == "Viktor Lenz")
    shown = run("show", case, lenz["id"]).stdout
    chains = [line.split()[1] for line in shown.splitlines() if line.startswith("chain ")]
    assert len(chains) == 2
    result = run("different", case, *chains)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3  # the judgement, and two entities
    lenzes = [row for row in rows(run("entities", case, "--json")) if row["name"] == "Viktor Lenz"]
    assert len(lenzes) == 2
    assert run("verify", case).exit_code == 0


def test_what_is_overridden_is_told_with_who_said_it_and_when(case: Path) -> None:
    first = run("same", case, "Viktor Lenz", "NK-1", "--user", "Jan", "--reason", "one\x1b[2J face")
    assert first.exit_code == 0
    run("same", case, "NK-1", "Tomas Brandt")
    result = run("different", case, "Viktor Lenz", "Tomas Brandt")
    id_ = first.stdout.split()[0]
    assert f"This overrides {id_}: same, by Jan on 20" in result.stderr
    assert "one[2J face" in result.stderr
    assert "\x1b" not in result.output
    undone = run("undo", case)
    assert f"Holds again: {id_}" in undone.stderr


def test_undo_takes_back_the_last_or_the_one_named(case: Path) -> None:
    before = entities(case)
    first = run("same", case, "Viktor Lenz", "Tomas Brandt").stdout.split()[0]
    second = run("different", case, "Anna Keller", "Jan Keller")
    assert second.exit_code == 0
    assert first in run("undo", case, first[:9]).stdout
    assert entities(case) == before
    assert second.stdout.split()[0] in run("undo", case).stdout
    nothing = run("undo", case)
    assert nothing.exit_code == 4
    assert nothing.stderr == "dateline: There is no judgement to take back.\n"
    again = run("undo", case, first)
    assert again.exit_code == 2
    assert "was taken back by Ida" in again.stderr


@pytest.mark.parametrize(
    ("left", "right", "code", "said"),
    [
        ("Anna Keller", "Zeppelin", 4, "Nobody in the case is called 'Zeppelin'"),
        ("Anna Keller", "e_00000000", 4, "No record of the case"),
        ("Keller Anna", "Anna Keller", 4, "Nobody in the case"),
        ("Anna Keller", "Anna Keller", 2, "one and the same"),
        ("\x1b[2J", "Anna Keller", 4, "Nobody"),
    ],
)
def test_a_judgement_that_can_t_be_ends_with_one_line(
    left: str, right: str, code: int, said: str, case: Path
) -> None:
    result = run("same", case, left, right)
    assert result.exit_code == code
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_who_judges_is_the_option_then_the_setting_then_the_login_name(case: Path) -> None:
    run("same", case, "Anna Keller", "x:1", "--user", "Jan")
    run("same", case, "Anna Keller", "x:2", DATELINE_USER="Eva")
    run("same", case, "Anna Keller", "x:3", DATELINE_USER="", LOGNAME="login", USER="login")
    assert [row["user"] for row in rows(run("judgements", case, "--json"))] == [
        "Jan", "Eva", "login",
    ]  # fmt: skip


def test_the_list_tells_of_each_judgement_whether_it_holds(case: Path) -> None:
    run("same", case, "Viktor Lenz", "Tomas Brandt", "--reason", "an alias")
    run("same", case, "Tomas Brandt", "NK-1")
    run("different", case, "Viktor Lenz", "NK-1")
    run("same", case, "Anna Keller", "x:1")
    run("different", case, "Anna Keller", "x:1")
    run("undo", case)
    run("same", case, "Anna Keller", "x:1")
    listed = rows(run("judgements", case, "--json"))
    assert [row["state"] for row in listed] == [
        "overridden", "holds", "holds", "judged again", "taken back", "holds", "holds",
    ]  # fmt: skip
    assert listed[0]["by"] == [listed[2]["id"]]
    assert listed[4]["by"] == [listed[5]["id"]]
    shown = run("judgements", case).stdout
    assert "“an alias”" in shown
    assert "by Ida · overridden j_" in shown
    assert "undo of j_" in shown
    one = run("show", case, listed[0]["id"]).stdout
    assert "an alias" in one
    assert listed[0]["time"] in one


def test_a_list_of_nothing_says_what_to_do(case: Path) -> None:
    result = run("judgements", case)
    assert result.stdout == ""
    assert f"dateline review {case}" in result.stderr
    assert run("judgements", case, "--export").stdout == ""


def test_judgements_leave_and_come_as_lines_of_a_resolver(case: Path, tmp_path: Path) -> None:
    run("same", case, "Viktor Lenz", "Tomas Brandt")
    run("different", case, "Anna Keller", "Jan Keller")
    lines = tmp_path / "resolver.json"
    lines.write_text(run("judgements", case, "--export").stdout, encoding="utf-8")
    assert [json.loads(line)[2] for line in lines.read_text("utf-8").splitlines()] == [
        "positive", "positive", "negative",
    ]  # fmt: skip
    (tmp_path / "again").mkdir()
    other = build(tmp_path / "again")
    result = run("judgements", other, "--import", lines)
    assert result.exit_code == 0
    assert result.stderr == "3 added, 0 known\n"
    assert entities(other) == {
        name: {**row, "reasons": entities(other)[name]["reasons"]}
        for name, row in entities(case).items()
    }
    assert run("judgements", other, "--import", lines).stderr == "0 added, 3 known\n"
    piped = run("judgements", other, "--import", "-", stdin='["a:1", "b:1", "maybe", 0, "x", ""]\n')
    assert piped.exit_code == 3
    assert "Line 1 judges 'maybe'" in piped.stderr
    with Case(other) as opened:
        assert len(opened.judgements()) == 3
