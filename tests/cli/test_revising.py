"""The commands for revisions and removals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.judged import run
from tests.revised import AGAIN, FIRST, LATER, OTHER, add_pages


@pytest.fixture
def case(tmp_path: Path) -> Path:
    add_pages(tmp_path / "my.case", OTHER, FIRST, AGAIN, LATER)
    return tmp_path / "my.case"


def ids(case: Path) -> dict[str, str]:
    """File name to report id: 0 the other outlet's, 1 to 3 the texts of the address."""
    rows = [json.loads(line) for line in run("reports", case, "--json").stdout.splitlines()]
    return {row["file"][0]: row["id"] for row in rows}


def test_revisions_tell_what_was_changed_withdrawn_and_added_with_both_words(case: Path) -> None:
    result = run("revisions", case)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    texts = ids(case)
    assert shown.startswith("harbourtimes.example/blast (harbour times): 3 texts")
    assert f"{texts['1']} 2024-03-04 replaced" in shown
    assert f"{texts['2']} 2024-03-04 the same words as {texts['1']}, captured again" in shown
    assert f"{texts['3']} 2024-03-05 stands It says: “Correction: An earlier version" in shown
    assert "changed count: Twelve killed → Fourteen killed “Twelve people were killed" in shown
    assert "withdrawn COERCE (arrest) “Police arrested Karl Lenz" in shown
    assert "new CONSULT (visit)" in shown
    assert "kept ASSAULT" not in shown
    assert "kept ASSAULT" in " ".join(run("revisions", case, texts["1"], "--all").stdout.split())


def test_add_says_how_many_texts_took_the_place_of_others_and_how_many_are_copies(
    tmp_path: Path,
) -> None:
    for name, page in (("a", FIRST), ("b", AGAIN), ("c", LATER)):
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    case, first = tmp_path / "my.case", tmp_path / "a.html"
    assert run("add", case, first).stderr == "1 added\n"
    said = run("add", case, tmp_path / "b.html", tmp_path / "c.html").stderr.splitlines()
    assert said == [
        "2 added",
        "1 text took the place of an older one (see dateline revisions)",
        "1 report repeats another's text (see dateline origins)",
    ]
    assert run("add", case, first).stderr == "1 duplicate\n"


def test_revisions_as_json_hold_every_claim_and_sentence(case: Path) -> None:
    (row,) = map(json.loads, run("revisions", case, "--json").stdout.splitlines())
    assert row["current"] == ids(case)["3"]
    same, later = row["revisions"]
    assert same["is_same_words"]
    changed = next(one for one in later["claims"] if one["state"] == "changed")
    assert changed["fields"] == [
        {"on": "count", "before": "Twelve killed", "after": "Fourteen killed"}
    ]
    assert changed["old"]["quote"]["exact"].startswith("Twelve people")
    assert {one["state"] for one in later["passages"]} == {"kept", "changed", "withdrawn", "new"}


def test_a_case_without_revisions_says_so(tmp_path: Path) -> None:
    add_pages(tmp_path / "my.case", OTHER)
    result = run("revisions", tmp_path / "my.case")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "No address" in result.stderr


def test_removing_says_what_else_changed(case: Path) -> None:
    texts = ids(case)
    result = run("remove", case, texts["3"][:9], "--yes", "--reason", "forged")
    assert result.exit_code == 0
    shown = result.stdout
    assert f"Removed {texts['3']}: Harbour Times, “Blast in Trieste”" in shown
    assert f"{texts['1']} stands again." in shown
    assert "Marta Rossi: no report names it any more" in shown
    assert "2 origins, 1 conflict → " in shown
    assert "2 origins, 0 conflicts" in shown
    assert run("verify", case).exit_code == 0
    assert texts["3"] not in ids(case).values()


def test_removing_as_json_has_the_counts_before_and_after(case: Path) -> None:
    (row,) = map(
        json.loads, run("remove", case, ids(case)["3"], "--yes", "--json").stdout.splitlines()
    )
    assert row["back"] == [ids(case)["1"]]
    changed = next(one for one in row["events"] if one["before"]["conflicts"])
    assert changed["before"]["conflicts"] == ["count"]
    assert [one["conflicts"] for one in changed["after"]] == [[]]


def test_nothing_is_removed_where_nobody_can_be_asked_or_the_id_is_of_no_report(
    case: Path,
) -> None:
    before = run("reports", case, "--json").stdout
    asked = run("remove", case, ids(case)["0"])
    assert asked.exit_code == 2
    assert "--yes" in asked.stderr
    for wrong in ("r_ffff", "e_", "\x1b[2J"):
        result = run("remove", case, ids(case)["0"], wrong, "--yes")
        assert result.exit_code == 4
        assert len(result.stderr.splitlines()) == 1
        assert "\x1b" not in result.output
    assert run("reports", case, "--json").stdout == before
