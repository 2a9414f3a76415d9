"""The set `gold`: the product over each case, the set's own scorer over what it exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluation.__main__ import main
from evaluation.benchmark import DataMissing
from evaluation.gold import find_cases, run
from evaluation.sets import SETS

SCORER = '''
"""Stands for the scorer that comes with the set: it counts the reports of each export."""
import json, pathlib, sys

gold, records = map(pathlib.Path, sys.argv[1:3])
found = {}
for path in sorted(records.glob("*.jsonl")):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found[path.stem] = [line["file"] for line in lines if line["record"] == "report"]
if "--json" in sys.argv:
    found["all"] = sum(found.values(), [])
    print(json.dumps({case: {"report found": {"value": len(files)}, "type": {"value": None}}
                      for case, files in found.items()}))
else:
    print("missed: 1\\n  x/c1 CONSULT: met")
'''
STORY = (
    "GRAZ, Austria, March 9, 2024 (Styria Post) — Anna Keller met Tomas Brandt in Graz on "
    "March 7, 2024, a spokesman said. The two will meet again in Linz in May.\n"
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    data = tmp_path / "gold"
    for case, texts in {"one": ["a", "b"], "two": ["c"], "bare": []}.items():
        (data / case / "texts").mkdir(parents=True)
        (data / case / "case.json").write_text("{}", encoding="utf-8")
        for name in texts:
            story = STORY.replace("Keller", f"Keller-{name.upper()}")
            (data / case / "texts" / f"{name}.txt").write_text(story, encoding="utf-8")
    (data / "score.py").write_text(SCORER, encoding="utf-8")
    return data


def test_each_case_is_a_case_of_its_own_and_its_reports_keep_their_names(gold: Path) -> None:
    result = run(gold)
    assert result.documents == 3
    assert result.figures == {"report_found": 3}, "a figure with nothing to judge is left out"
    assert result.parts == {"one": {"report_found": 2}, "two": {"report_found": 1}}
    assert result.counts == (("claim missed: CONSULT", 1),)
    assert result.part == "cases one, two"


def test_the_command_prints_one_json_object(gold: Path) -> None:
    done = CliRunner().invoke(main, ["gold", "--data", str(gold / "two"), "--json"])
    assert done.exit_code == 0, done.output
    shown = json.loads(done.stdout)
    assert shown["set"] == "gold"
    assert shown["documents"] == 1
    assert shown["figures"] == {"report_found": 1}
    assert shown["peers"] == {}


def test_one_case_may_be_given_alone(gold: Path) -> None:
    assert find_cases(gold / "one") == [gold / "one"]


def test_a_folder_without_cases_is_missing_data(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds no CASE"):
        run(tmp_path)


def test_a_set_without_its_scorer_is_missing_data(gold: Path) -> None:
    (gold / "score.py").unlink()
    with pytest.raises(DataMissing, match="no score"):
        run(gold)


def test_a_set_that_is_not_here_is_skipped_in_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["gold", "--data", str(tmp_path / "nowhere"), "--json"])
    assert done.exit_code == 0
    assert done.stderr.startswith("skipped: gold: ")
    assert done.stderr.count("\n") == 1
    assert json.loads(done.stdout)["documents"] == 0


def test_without_a_set_the_sets_are_listed() -> None:
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        *(chosen.name for chosen in SETS),
        "throughput",
    ]
