"""The commands for what happened: whose word it rests on, who repeats whom, who disagrees."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline import Case
from dateline.cli import main
from dateline.cli.footnote import Footnotes
from dateline.verification import Contents
from tests.cli.test_injection import UNSAFE
from tests.views.told_event import tell_event

WIRE = (
    "Gunmen of the Ridge Front attacked the market of Graz on Saturday and killed 12 people, "
    "police chief Otto Krenn said. The attackers came in three trucks and fled to the hills "
    "before noon, he added, and the army closed the road to the north of the town. Shops stayed "
    "shut, and the mayor asked people to give blood at the two hospitals of the town."
)
REPORTS = {
    "wire.txt": f"GRAZ, Austria, March 4, 2024 (Alpine Wire) — {WIRE}\n",
    "post.html": (
        "<!doctype html><html><head><title>Attack on market</title>"
        '<meta property="article:published_time" content="2024-03-05T09:00:00Z">'
        '<meta property="og:site_name" content="Styria Post"></head><body><article>'
        f"<h1>Attack on market</h1><p>GRAZ, March 4 (Alpine Wire) — {WIRE}</p>"
        "</article></body></html>"
    ),
    "courier.html": (
        "<!doctype html><html><head><title>Hospital counts 15 dead</title>"
        '<meta property="article:published_time" content="2024-03-03T19:00:00Z">'
        '<meta property="og:site_name" content="Adriatic Courier"></head><body><article>'
        "<h1>Hospital counts 15 dead</h1><p>The Ridge Front attacked the market of Graz on "
        "March 2, 2024 and killed 15 people, according to Clara Moser, who leads a hospital "
        "there.</p><p>Police arrested Viktor Lenz in Graz on Sunday. Lenz is a member of the "
        "Harbour Union.</p></article></body></html>"
    ),
}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An attack as an agency, an outlet that prints its text, and another outlet tell it."""
    folder = tmp_path_factory.mktemp("attack")
    (folder / "in").mkdir()
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with Case(folder / "my.case") as made:
        made.add(folder / "in")
    return folder / "my.case"


@pytest.fixture(scope="module")
def attack(case: Path) -> str:
    """The id of the event that all three tell."""
    with Case(case, create=False) as opened:
        whole = opened.contents()
    report_of = {claim.id: claim.report for claim in whole.claims}
    (found,) = [
        one.id
        for one in whole.events
        if one.type == "ASSAULT" and one.conflicts and len({report_of[c] for c in one.claims}) == 3
    ]
    return found


def test_events_can_be_asked_for_by_origins_and_conflicts(case: Path, attack: str) -> None:
    every = records(run("events", case, "--json"))
    two = records(run("events", case, "--min-origins", "2", "--json"))
    assert attack in {one["id"] for one in two}
    assert len(two) == sum(one["origins"] >= 2 for one in every) < len(every)
    disputed = run("events", case, "--conflicts", "--min-origins", "2")
    assert disputed.exit_code == 0
    assert attack in disputed.stdout
    assert "disagree on how many" in disputed.stdout


def test_events_can_be_asked_for_by_name_and_time(case: Path, attack: str) -> None:
    assert attack in run("events", case, "--from", "2024-03").stdout
    said = run("events", case, "--who", "Otto Krenn")
    assert "say: Otto Krenn" in said.stdout
    assert attack not in said.stdout
    none = run("events", case, "--to", "2023")
    assert (none.exit_code, none.stdout) == (4, "")
    assert "No event" in none.stderr
    assert run("events", case, "--min-origins", "0").exit_code == 2


def test_an_event_is_a_matrix_of_its_sources(case: Path, attack: str) -> None:
    shown = run("event", case, attack[:8])
    assert shown.exit_code == 0
    for words in ("Who says what", "Otto Krenn", "≠ 12 killed", "≠ 15 killed", "Clara Moser"):
        assert words in shown.stdout
    assert "Conflict: how many" in shown.stdout


def test_an_event_shows_who_has_it_from_whom_and_how_to_overrule_it(
    case: Path, attack: str
) -> None:
    lines = run("event", case, attack).stdout.splitlines()
    tree = lines[lines.index("Who has it from whom") :]
    (copy,) = [line for line in tree if line.startswith("   └─ ")]
    assert "Styria Post, 5 Mar 2024" in copy
    with Case(case, create=False) as opened:
        ids = {report.outlet: report.id for report in opened.reports()}
    commands = [line.split() for line in tree if line.startswith("  dateline ")]
    assert [command[1] for command in commands] == ["different", "same"]
    assert ids["Styria Post"] in commands[0]
    assert all(report in ids.values() for command in commands for report in command[3:])


def test_every_claim_of_an_event_can_be_looked_up_from_its_picture(case: Path, attack: str) -> None:
    (record,) = [one for one in records(run("events", case, "--json")) if one["id"] == attack]
    shown = run("event", case, attack).stdout
    assert [claim for claim in record["claims"] if claim not in shown] == []


def test_the_id_of_a_claim_finds_its_event(case: Path, attack: str) -> None:
    (view,) = records(run("event", case, attack, "--json"))
    claim = view["row"]["claims"][0]["id"]
    assert records(run("event", case, claim, "--json")) == [view]


def test_the_json_of_an_event_has_all_that_the_picture_has(case: Path, attack: str) -> None:
    (view,) = records(run("event", case, attack, "--json"))
    assert set(view) == {"row", "matrix", "origins", "disputes", "changes"}
    rows = view["matrix"]["rows"]
    assert {cell["stance"] for row in rows for cell in row["cells"]} >= {"agrees", "differs"}


def test_what_is_no_event_is_refused_with_what_to_do(case: Path) -> None:
    report = str(records(run("reports", case, "--json"))[0]["id"])
    refused = run("event", case, report)
    assert refused.exit_code == run("show", case, "v_none").exit_code != 0
    assert "dateline events" in refused.stderr
    ties = [one for one in records(run("claims", case, "--json")) if one["kind"] == "relation"]
    assert ties
    lasting = run("event", case, str(ties[0]["id"]))
    assert "lasting tie" in lasting.stderr


@pytest.mark.parametrize("columns", ["30", "40", "60", "80", "100", "160"])
def test_an_event_fits_the_terminal(
    columns: str, case: Path, attack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for words in (("event", case, attack), ("origins", case), ("conflicts", case)):
        lines = run(*words).stdout.splitlines()
        # A command is printed on one line, so that it can be copied.
        text = [line for line in lines if not line.strip().startswith("dateline ")]
        assert max(map(len, text)) <= int(columns)


def test_an_event_that_no_timeline_shows_can_be_looked_at() -> None:
    """What tells only that somebody did not say something is left out of timelines."""
    told = tell_event()
    unsaid = replace(told.claims["hint"], type="STATE", mode="say", polarity="-")
    event = replace(
        told.event, type="STATE", claims=(unsaid.id,), who=told.event.who[:1], where=None,
        conflicts=(), series=(), origins=told.event.origins[2:],
    )  # fmt: skip
    records = tuple(told.reports.values()), (unsaid,), told.entities, (event,)
    lines = list(Footnotes(Contents(*records)).event(event))
    assert any("may have met Lena Okoro" in line for line in lines)


def test_origins_say_what_rests_on_them_and_what_counts_once(case: Path) -> None:
    shown = " ".join(run("origins", case).stdout.split())
    assert "Otto Krenn (person)" in shown
    assert "2 reports by Alpine Wire and Styria Post, 1 copy" in shown
    assert "Styria Post of 5 Mar 2024, repeats Alpine Wire of 4 Mar 2024" in shown
    found = {str(one["name"]): one for one in records(run("origins", case, "--json"))}
    (copied,) = found["Otto Krenn"]["copies"]
    assert copied["outlet"] == "Styria Post"
    assert copied["share"] == 1
    assert "100 % of its text, in 1 passage" in shown


STATEMENT = (
    "“The members of our union built this harbour with their own hands, and they will not watch "
    "while the owners sell its cranes and quays to whoever pays most for them this year. Every "
    "family in these streets has lost a father, a brother or a son to that cold grey water.”"
)
OWN = (
    "Clara Moser met Otto Krenn in Linz on May 2, 2024. They spoke of wages and of the new ferry.",
    "Viktor Lenz visited Vienna on May 3, 2024. Snow fell on the road over the pass that morning.",
)


def test_origins_show_a_statement_that_two_reports_print(tmp_path: Path) -> None:
    for number, own in enumerate(OWN):
        text = f"GRAZ, May {number + 4}, 2024 (Wire {number}) — {own} {STATEMENT}\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    run("add", tmp_path / "my.case", tmp_path / "0.txt", tmp_path / "1.txt")
    shown = " ".join(run("origins", tmp_path / "my.case").stdout.split())
    assert "share text; neither is a copy" in shown
    assert "of the text of the first, in 1 passage the longest: “" in shown
    assert "if one has it from the other: dateline same" in shown
    rows = records(run("origins", tmp_path / "my.case", "--json"))
    pair = next(pair for row in rows for pair in row["shared"])
    assert 0.25 <= pair["share"] < 1
    assert pair["longest"].strip("“")[:30] in STATEMENT
    assert not any(row["copies"] for row in rows)


def test_conflicts_give_both_sides_and_no_verdict(case: Path, attack: str) -> None:
    (found,) = [one for one in records(run("conflicts", case, "--json")) if one["event"] == attack]
    assert found["on"] == "count"
    assert [side["says"] for side in found["sides"]] == ["12 killed", "15 killed"]
    assert [side["origins"] for side in found["sides"]] == [1, 1]
    shown = " ".join(run("conflicts", case).stdout.split())
    assert "• 12 killed — 1 origin: Otto Krenn" in shown
    assert "• 15 killed — 1 origin: Clara Moser" in shown


@pytest.mark.parametrize("command", ["events", "origins", "conflicts"])
def test_an_empty_case_says_what_to_do(command: str, case: Path, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("The weather in Graz was fine.\n", encoding="utf-8")
    made = tmp_path / "my.case"
    run("add", made, tmp_path / "bare.txt")
    shown = run(command, made)
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.strip()
    nowhere = run(command, tmp_path / "nowhere.case")
    assert nowhere.exit_code == run("reports", tmp_path / "nowhere.case").exit_code != 0


def test_a_case_with_a_blank_in_its_name_is_quoted_in_commands(
    case: Path, attack: str, tmp_path: Path
) -> None:
    shutil.copytree(case, tmp_path / "my own.case")
    shown = run("event", tmp_path / "my own.case", attack).stdout
    assert "my own.case' r_" in shown


def test_nothing_of_a_report_steers_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        hostile = text.replace("Krenn", "Krenn\x1b[2J\u202e").replace("Post", "Post&#27;[2J")
        (tmp_path / "in" / name).write_text(hostile, encoding="utf-8")
    run("add", tmp_path / "my.case", tmp_path / "in")
    events = [str(one["id"]) for one in records(run("events", tmp_path / "my.case", "--json"))]
    seen = run("origins", tmp_path / "my.case").output
    seen += run("conflicts", tmp_path / "my.case").output
    for event in events:
        seen += run("event", tmp_path / "my.case", event).output
        seen += run("event", tmp_path / "my.case", event, "--json").output
    assert "Who says what" in seen
    assert UNSAFE.findall(seen) == []
