"""``dateline review --events``: which claims tell of one occurrence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import Case
from tests.cli.judged import run

REPORTS = {
    "one.txt": "GRAZ, March 4, 2024 (Styria Post) — Anna Keller met Tomas Brandt in Graz on "
    "March 1, 2024.\n",
    "two.txt": "LINZ, March 9, 2024 (Linz Post) — Anna Keller met Tomas Brandt in Graz on "
    "March 3, 2024, over the price of salt.\n",
    "three.txt": "WIEN, June 3, 2024 (Wien Post) — Viktor Lenz arrested Jan Roe in Vienna on "
    "June 1, 2024.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    with Case(tmp_path / "my.case") as opened:
        opened.add(tmp_path / "in")
        assert len(opened.events()) == 2
        assert len(opened.events_to_review()) == 1
    return tmp_path / "my.case"


def events(case: Path) -> list[int]:
    """How many claims each event has."""
    with Case(case, create=False) as opened:
        assert opened.verify().problems == ()
        return sorted(len(one.claims) for one in opened.events())


def test_a_card_shows_both_sides_and_a_key_splits_them(case: Path) -> None:
    result = run("review", case, "--events", stdin="n two visits\n")
    lines = result.stdout.splitlines()
    assert lines[0] == "1 of 1"
    assert lines[1].startswith("The machine: joined, ")
    assert "days that differ" in lines[1]
    shown = "\n".join(lines)
    assert "1 Mar 2024" in shown
    assert "3 Mar 2024" in shown
    assert "Anna Keller [met] Tomas Brandt in Graz" in shown
    assert "Styria Post, 4 Mar 2024" in shown
    assert result.stderr == "Judged: 1 different. Nothing left to review.\n"
    assert events(case) == [1, 1, 1]
    with Case(case) as opened:
        (said,) = opened.judgements()
        assert (said.about, said.reason, said.score is not None) == ("event", "two visits", True)


def test_undo_and_unsure_and_the_next_time(case: Path) -> None:
    result = run("review", case, "--events", stdin="n\n")
    again = run("review", case, "--events", stdin="z\n")
    assert again.stdout == ""
    assert (
        "No pair to review: each join rests on people, day and place, or a person" in again.stderr
    )
    with Case(case) as opened:
        opened.undo(user="Ida")
    result = run("review", case, "--events", stdin="?\nu\n")
    assert "y  the same: they become one event" in result.stdout
    assert events(case) == [1, 2]
    assert "1 pair judged unsure" in run("review", case, "--events").stderr
    back = run("review", case, "--events", "--unsure", stdin="n\n")
    assert back.exit_code == 0
    assert events(case) == [1, 1, 1]


def test_judgements_on_names_are_no_matter_of_it(case: Path) -> None:
    run("same", case, "Anna Keller", "x:1")
    result = run("review", case, "--events", stdin="z\nq\n")
    assert "There is no judgement of yours to take back." in result.stderr


def test_json_lists_the_pairs_and_asks_nothing(case: Path) -> None:
    result = run("review", case, "--events", "--json", stdin="y\n")
    (pair,) = (json.loads(line) for line in result.stdout.splitlines())
    assert {"left", "right", "score", "is_joined", "features", "apart"} == set(pair)
    assert pair["left"].startswith("c_")


def test_events_are_joined_and_split_and_the_list_and_the_footnote_name_the_sides(
    case: Path,
) -> None:
    with Case(case) as opened:
        one, two = (event.id for event in opened.events())
        claims = {event.id: event.claims for event in opened.events()}
        reports = [report.id for report in opened.reports()]
    joined = run("same", case, one, two, "--reason", "one night")
    assert "same: “" in joined.stdout
    assert "in 3 claims" in joined.stdout
    assert events(case) == [3]
    listed = run("judgements", case).stdout
    assert "Viktor Lenz arrested Jan Roe" in listed
    assert "holds" in listed
    with Case(case) as opened:
        (said,) = opened.judgements()
    shown = run("show", case, said.id).stdout
    assert "arrested" in shown
    assert "one night" in shown
    run("undo", case)
    assert events(case) == [1, 2]
    pair = next(ids for ids in claims.values() if len(ids) == 2)
    assert run("different", case, *pair).exit_code == 0
    assert events(case) == [1, 1, 1]
    told = run("different", case, *reports[:2]).stdout
    assert "Post" in told
    assert reports[0] in told
    assert "Post" in run("judgements", case).stdout


def test_what_can_t_be_compared_ends_with_one_line(case: Path) -> None:
    with Case(case) as opened:
        event, report = opened.events()[0], opened.reports()[0].id
    for words, said in (
        ((event.id, "Anna Keller"), "is an event and Anna Keller an entity; give two entities"),
        ((event.claims[0], report), "a report; give two entities, two claims or events, or two"),
        ((event.id, event.id), "one and the same; to split an event, give two of its claims"),
        ((report, report), "one and the same; give two reports."),
    ):
        result = run("same", case, *words)
        assert result.exit_code == 2
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
