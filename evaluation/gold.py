"""The set `gold`: whole reports annotated by hand, in cases, with their own scorer.

A case is a folder with ``case.json`` and ``texts/*.txt``. Each is loaded into a Dateline case of
its own; its records export is what the scorer of the set (``score.py``) reads.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.benchmark import BenchmarkSet, DataMissing, Result
from evaluation.misses import count_misses
from evaluation.product import export_records

ALL = "all"
"""The scorer's name for all cases together."""


def find_cases(data: Path) -> list[Path]:
    """The case folders in `data`, or `data` itself if it is one; sorted by name."""
    if (data / "case.json").exists():
        return [data]
    return sorted(path.parent for path in data.glob("*/case.json"))


def run(data: Path) -> Result:
    """Runs the product over each case in `data`, and the set's scorer over what it exports.

    Raises:
        DataMissing: If `data` holds no case with texts, or no scorer.
    """
    texts = {case: sorted(case.glob("texts/*.txt")) for case in find_cases(data)}
    texts = {case: files for case, files in texts.items() if files}
    if not texts:
        raise DataMissing(f"gold: {data} holds no CASE/case.json with CASE/texts/*.txt")
    scorer = find_scorer(data)
    with tempfile.TemporaryDirectory(prefix="dateline-gold-") as folder:
        records = Path(folder)
        for case, files in texts.items():
            export_records(files, records / f"{case.name}.jsonl")
        scores = json.loads(_score(scorer, data, records, "--json"))
        misses = _score(scorer, data, records, "--misses", "1000000")
    return _result(scores, [case.name for case in texts], sum(map(len, texts.values())), misses)


def find_scorer(data: Path) -> Path:
    """The scorer that comes with the set: beside the cases, or beside the one case given."""
    for folder in (data, data.resolve().parent):
        if (folder / "score.py").is_file():
            return folder / "score.py"
    raise DataMissing(f"gold: {data} holds no score.py")


def _score(scorer: Path, data: Path, records: Path, *options: str) -> str:
    # -B: the set may lie in a folder that nobody may write to.
    command = [sys.executable, "-B", str(scorer), str(data), str(records), *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout


def _result(
    scores: Mapping[str, Mapping[str, Mapping[str, float | None]]],
    cases: Sequence[str],
    documents: int,
    misses: str,
) -> Result:
    figures = {
        case: {
            name.lower().replace(" ", "_"): figure["value"]
            for name, figure in of_case.items()
            if figure["value"] is not None
        }
        for case, of_case in scores.items()
    }
    return Result(
        set="gold",
        documents=documents,
        figures=figures.pop(ALL),
        part=f"cases {', '.join(cases)}",
        parts=figures,
        counts=count_misses(misses),
    )


GOLD = BenchmarkSet(
    name="gold",
    measures="claims with who, what, when, where and according to whom, on whole reports",
    run=run,
    default=Path(__file__).resolve().parents[2] / "shared" / "gold",
    headline=("sourced_claim_f1", "event_claim_f1", "relation_claim_f1", "linking_f1"),
)
