"""What grouping costs as a case grows: made-up claims, ten times as many each time.

Every measurement is a process of its own, held to one core and one thread, in processor seconds.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from evaluation.benchmark import BenchmarkSet, Result
from evaluation.generated_claims import CLAIMS_A_REPORT

SIZES = (10_000, 100_000, 1_000_000)
CASE = 100_000
"""Claims of the case that more reports are added to."""

MORE = 100
"""Reports that are added."""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def measure(folder: Path, sizes: tuple[int, ...] = SIZES, case: int = CASE) -> Result:
    """Figures: seconds and MiB of each size, the steepest `slope` between two neighbours.

    A slope of 1 is a cost in step with the claims, of 2 one by their square. `add_s` is what
    adding `MORE` reports to a case of `case` claims takes, `add_whole_s` the whole case at once.
    """
    figures: dict[str, float] = {}
    seconds = []
    for size in sizes:
        found = _child("group", str(size))
        seconds.append(found["seconds"])
        figures[f"group_{size}_s"] = found["seconds"]
        figures[f"group_{size}_mib"] = found["peak_mib"]
    steps = zip(pairwise(sizes), pairwise(seconds), strict=True)
    figures["slope"] = max(math.log(b / a, n / m) for (m, n), (a, b) in steps)
    grown = _child("grow", str(case), str(MORE), str(folder / "grown.case"))
    figures["add_s"], figures["add_whole_s"] = grown["more_s"], grown["whole_s"]
    part = f"made-up claims; {MORE} reports added to a case of {case:,} claims"
    return Result("growth-cost", sum(sizes) // CLAIMS_A_REPORT, figures, part=part)


def _child(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "evaluation.growth_timing", *arguments]
    environment = {**os.environ, **ONE_THREAD, "PYTHONHASHSEED": "0"}
    here = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=here
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


GROWTH_COST = BenchmarkSet(
    name="growth-cost",
    measures="seconds and memory of grouping claims, and of adding to a large case",
    run=measure,
    headline=("slope", "add_s"),
    is_generated=True,
)
