"""Where users see that a headline, and not the body, makes a claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import Case
from dateline.cli import main

REPORT = """Keller meets Karsh in Vienna

By Ida Lind
15 March 2024

Minister Anna Keller of Norway met Omar Karsh in Vienna on Tuesday.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("headlines")
    (folder / "report.txt").write_text(REPORT)
    with Case(folder / "my.case") as made:
        made.add(folder / "report.txt")
    return folder / "my.case"


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.output


def test_records_mark_each_claim_as_the_headline_s_or_the_body_s(case: Path) -> None:
    records = [json.loads(line) for line in run("export", case, "--as", "records").splitlines()]
    claims = [r for r in records if r["record"] == "claim" and r["type"] == "CONSULT"]
    told = {r["quote"]["exact"]: r["in_headline"] for r in claims}
    assert told == {
        "Keller meets Karsh in Vienna": True,
        "Minister Anna Keller of Norway met Omar Karsh in Vienna on Tuesday.": False,
    }


def test_lists_and_footnotes_say_that_a_headline_claims_it(case: Path) -> None:
    with Case(case) as opened:
        (headline,) = [claim.id for claim in opened.claims() if claim.in_headline]
        body = [claim.id for claim in opened.claims() if not claim.in_headline]
    assert run("claims", case).count("in the headline") == 1
    assert "in the headline" in " ".join(run("show", case, headline).split())
    assert not any("in the headline" in run("show", case, id_) for id_ in body)


def test_an_event_of_both_shows_the_body_first_and_has_one_origin(case: Path) -> None:
    with Case(case) as opened:
        (row,) = [r for r in opened.timeline().rows if r.type == "CONSULT"]
    assert [claim.in_headline for claim in row.claims] == [False, True]
    assert (row.origins, row.edtf) == (1, "2024-03-12")


def test_the_timeline_says_it_of_an_event_that_the_headline_alone_tells(tmp_path: Path) -> None:
    text = REPORT.replace("Keller meets Karsh in Vienna", "Brandt arrested in Oslo").replace(
        "Tuesday.", "Tuesday. Tomas Brandt was not there."
    )
    (tmp_path / "report.txt").write_text(text)
    run("add", tmp_path / "my.case", tmp_path / "report.txt")
    assert run("timeline", tmp_path / "my.case").count("in the headline") == 1


def test_a_vaguer_source_in_the_headline_is_no_origin_of_its_own(tmp_path: Path) -> None:
    text = (
        "Police arrest five dockers, say sources\n\nBy Omar Lie\n16 March 2024\n\n"
        "Police arrested five dockers in Oslo on Friday, Anna Keller said.\n"
    )
    (tmp_path / "report.txt").write_text(text)
    with Case(tmp_path / "my.case") as made:
        made.add(tmp_path / "report.txt")
        told = {claim.id: claim for claim in made.claims()}
        (event,) = [e for e in made.events() if e.type == "COERCE"]
    assert sorted(told[id_].in_headline for id_ in event.claims) == [False, True]
    assert [(o.kind, o.name) for o in event.origins] == [("person", "Anna Keller")]
