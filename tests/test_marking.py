"""What a person says of a conflict: it stands beside both sides, lasts, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import Case
from dateline.cli import main
from dateline.errors import BadJudgement, UnknownId
from dateline.records import Conflict, Event, Side, make_judgement
from dateline.records.settled import conflict_status, settle
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401

REPORTS = {
    "one.txt": "GRAZ, March 4, 2024 (Styria Post) — Gunmen of the Iron Circle attacked a depot in "
    "Graz on March 2, 2024, and killed 12 people, police chief Anna Keller said.\n",
    "two.txt": "GRAZ, March 4, 2024 (Linz Post) — Gunmen of the Iron Circle attacked a depot in "
    "Graz on March 2, 2024, and killed 15 people, a doctor, Jan Roe, said.\n",
}
LATER = (
    "WIEN, March 4, 2024 (Wien Post) — Gunmen of the Iron Circle attacked a depot in Graz on "
    "March 2, 2024, and killed 15 people, a nurse, Ida Moser, said.\n"
)


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Case(address) as opened:
        opened.add(folder)
        yield opened


def disputed(case: Case) -> Event:
    (event,) = [one for one in case.events() if any(c.on == "count" for c in one.conflicts)]
    return event


def status(case: Case) -> str | None:
    (conflict,) = [one for one in disputed(case).conflicts if one.on == "count"]
    found = conflict_status(conflict, case.conflict_statuses())
    return found.kind if found else None


def test_a_conflict_that_stays_open_keeps_both_sides(case: Case) -> None:
    before = disputed(case)
    (change,) = case.mark_conflicts(before.id, "count", "open", user="Ida", reason="no list yet")
    assert change.entry.about == "conflict"
    assert disputed(case) == before
    assert status(case) == "open"
    assert case.verify().problems == ()


def test_it_holds_for_reports_that_come_later(case: Case, tmp_path: Path) -> None:
    case.mark_conflicts(disputed(case).id, "count", "open", user="Ida")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    case.add(tmp_path / "later.txt")
    assert len(disputed(case).claims) > 4
    assert status(case) == "open"


def test_the_last_word_counts_and_can_be_taken_back(case: Case) -> None:
    event = disputed(case)
    case.mark_conflicts(event.id, "count", "open", user="Ida")
    case.mark_conflicts(
        event.claims[0], "count", "explained", user="Jan", reason="three died later"
    )
    assert status(case) == "explained"
    case.undo(user="Jan")
    assert status(case) == "open"
    case.undo(user="Ida")
    assert status(case) is None


def test_an_explanation_needs_words(case: Case) -> None:
    with pytest.raises(BadJudgement, match="Say how"):
        case.mark_conflicts(disputed(case).id, "count", "explained", user="Ida", reason="  ")
    assert case.judgements() == ()


def test_only_a_conflict_that_is_there_can_be_marked(case: Case) -> None:
    with pytest.raises(UnknownId, match="do not differ on 'when'"):
        case.mark_conflicts(disputed(case).id, "when", "open", user="Ida")
    with pytest.raises(UnknownId):
        case.mark_conflicts("v_0000", "count", "open", user="Ida")


def test_judgements_on_the_same_claims_do_not_touch_it(case: Case) -> None:
    event = disputed(case)
    (change,) = case.mark_conflicts(event.id, "count", "open", user="Ida")
    case.judge("same", change.entry.left, change.entry.right, user="Ida")
    assert status(case) == "open"
    settled = case.settled()
    assert settled.between(change.entry.left, change.entry.right) == "same"
    assert {one.kind for one in settled.holding} == {"open", "same"}
    assert next(json.loads(line)[2] for line in case.export_judgements()) == "positive"


def test_a_status_is_of_the_conflict_whose_sides_its_claims_are_on() -> None:
    said = [
        make_judgement(
            "open", "c_1", "c_2", user="Ida", time="2024-03-05T00:00:00+00:00", on="when"
        )
    ]
    sides = (Side("a", ("c_1", "c_3"), 1), Side("b", ("c_2",), 1))
    assert conflict_status(Conflict("when", sides), said) == said[0]
    assert conflict_status(Conflict("count", sides), said) is None
    together = (Side("a", ("c_1", "c_2"), 1), Side("b", ("c_3",), 1))
    assert conflict_status(Conflict("when", together), said) is None
    assert settle(said).holding == tuple(said)
    assert not settle(said).cluster_of


def test_the_commands_say_it_show_it_and_list_by_it(tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "my.case"
    with Case(path) as made:
        made.add(tmp_path / "one.txt", tmp_path / "two.txt")
        event = disputed(made).id

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, list(words))
        return done.exit_code, done.output

    assert run("conflicts", str(path), "--status", "open")[0] == 4
    assert (
        run("mark", str(path), event, "count", "open", "--reason", "no list", "--user", "Ida")[0]
        == 0
    )
    for command in (["conflicts", str(path), "--status", "open"], ["event", str(path), event]):
        code, said = run(*command)
        assert code == 0
        assert "looked at, stays open (Ida," in said
        assert "no list" in said
    code, said = run("conflicts", str(path), "--json")
    assert json.loads(said.splitlines()[0])["status"]["kind"] == "open"
    assert "on how many" in run("judgements", str(path))[1]
    page = run("export", str(path), "--as", "html")[1]
    assert "looked at, stays open (Ida," in page
    assert "numbers differ (looked at, stays open)" in page
    assert run("conflicts", str(path), "--status", "new")[0] in (0, 4)
