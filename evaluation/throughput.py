"""How fast Dateline is on one core, beside the bare language model, and how much memory it takes.

Three processes of their own, each held to one core and one thread: one writes the reports, one
times the stages of a single report in turn with the language model alone on the same texts, one
loads all reports into a case, so that its peak memory is the product's alone. Times are of the
processor, not of the clock, so other work on the machine does not count.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.benchmark import BenchmarkSet, DataMissing, Result
from evaluation.gold import GOLD, find_cases

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
MODEL = "language model alone"


def measure(reports: int, seed: int = 1) -> Result:
    """Makes `reports` reports of the sample's and, where they are here, the gold set's, and times.

    Its figures: `reports_per_s` of one report's stages (read, annotate, claims), their
    `ratio_to_model` and `ratio_to_model_in_batches` (1 would be as fast as the bare model, called
    text by text and given all at once), `ratio_to_parser` (the bare model without its recogniser
    of names, which the product does without), `case_reports_per_s` of the whole way into a
    case, its `case_peak_mib`.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-throughput-") as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        _child("write", str(texts), str(reports), str(seed), *_seed_folders())
        speed = _child("stages", str(texts))
        case = _child("case", str(texts), str(Path(folder) / "throughput.case"))
    figures = {
        "reports_per_s": speed["reports"] / speed["ours_s"],
        "ratio_to_model": speed["model_s"] / speed["ours_s"],
        "ratio_to_model_in_batches": speed["model_in_batches_s"] / speed["ours_s"],
        "ratio_to_parser": speed["parser_s"] / speed["ours_s"],
        "peak_mib": speed["peak_mib"],
        "case_reports_per_s": reports / case["case_s"],
        "case_peak_mib": case["peak_mib"],
    }
    bare = {"reports_per_s": speed["reports"] / speed["model_s"], "ratio_to_model": 1.0}
    part = f"made of the sample's and the gold set's texts, seed {seed}; one core"
    return Result("throughput", reports, figures, {MODEL: bare}, part)


def _seed_folders() -> list[str]:
    gold = GOLD.default
    if gold is None or not gold.is_dir():
        return []
    return [str(case / "texts") for case in find_cases(gold)]


def _child(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "evaluation.timing", *arguments]
    environment = {**os.environ, **ONE_THREAD, "PYTHONHASHSEED": "0"}
    here = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=here
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _refuse(_data: Path) -> Result:
    raise DataMissing("throughput makes its own reports and takes no folder")


THROUGHPUT = BenchmarkSet(
    name="throughput",
    measures="reports a second on one core, beside the bare language model, and peak memory",
    run=_refuse,
    headline=("reports_per_s", "ratio_to_model", "case_peak_mib"),
)
