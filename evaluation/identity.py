"""Who is who over a million mentions: how well, how fast, in how much memory; beside Splink.

The mentions are generated (see `identities.py`), so nothing here says how well real papers are
read; it says how quality, time and memory go with size. Each size is made and resolved by a process
of its own on one core, and Splink links the same mentions, as rows, in the same run.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result
from evaluation.identities import make_reports
from evaluation.identity_rows import rows_of
from evaluation.identity_run import score_pairs
from evaluation.peers.environment import PeerMissing, ask
from evaluation.peers.known import SPLINK
from evaluation.throughput import ONE_THREAD

QUICK = (2_000, 10_000)
SIZES = (10_000, 100_000, 1_000_000)
LARGEST = "DATELINE_IDENTITY_LARGEST"
"""Names the largest of `SIZES` to measure; without it `QUICK` is measured, in seconds."""
SPLINK_LARGEST = 100_000
"""Splink compares pairs, and a million mentions have too many of them for a small machine."""
SAME_NAME = "same name"


def measure(sizes: Sequence[int], seed: int = 1) -> Result:
    """Figures of the largest size: pairwise `precision`, `recall`, `f1`, `seconds`, `peak_mib`.

    `slope` is that of time against mentions, both as logarithms, by least squares over all sizes:
    1 where twice the mentions take twice the time. The parts are the sizes.
    """
    runs = {size: _child(size, seed) for size in sizes}
    largest = runs[max(sizes)]
    peers: dict[str, Figures] = {
        SAME_NAME: {name: largest[f"same_name_{name}"] for name in ("precision", "recall", "f1")}
    }
    notes = []
    parts = {f"{size:,} mentions": _figures(run) for size, run in runs.items()}
    for size in sizes:
        if size <= SPLINK_LARGEST:
            try:
                found = _splink(size, seed)
            except PeerMissing as missing:
                notes = [f"{missing}."]
                break
            parts[f"{size:,} mentions, {SPLINK.title}"] = found
            if size == max(sizes):
                peers[SPLINK.title] = found
    figures = _figures(largest)
    if len(sizes) > 1:
        figures["slope"] = slope([(size, run["resolve_s"]) for size, run in runs.items()])
    mentions, identities = int(largest["mentions"]), int(largest["identities"])
    part = f"{mentions:,} generated mentions of {identities:,} identities, seed {seed}"
    reports = int(largest["reports"])
    return Result("identity", reports, figures, peers, part, parts, notes=tuple(notes))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through points, both coordinates as logarithms, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum(
        (x - mean_x) ** 2 for x, _ in logs
    )


def _figures(run: Mapping[str, float]) -> dict[str, float]:
    return {
        "precision": run["precision"],
        "recall": run["recall"],
        "f1": run["f1"],
        "seconds": run["resolve_s"],
        "peak_mib": run["peak_mib"],
    }


def _child(size: int, seed: int) -> dict[str, float]:
    command = [sys.executable, "-m", "evaluation.identity_run", str(size), str(seed)]
    environment = {**os.environ, **ONE_THREAD, "PYTHONHASHSEED": "0"}
    here = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=here
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _splink(size: int, seed: int) -> dict[str, float]:
    """Splink's figures, at the thresholds that serve it best: of people and of bodies one each.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    rows: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    truth: dict[bool, list[int]] = {True: [], False: []}
    for made in make_reports(size, seed):
        for said in made.said:
            truth[said.is_person].append(said.identity)
        for is_person, row in rows_of([made]):
            rows[is_person].append(row)
    (answer,) = ask(SPLINK, [{"people": rows[True], "bodies": rows[False]}], anew=True)
    found = [
        cluster
        for kind, is_person in (("people", True), ("bodies", False))
        for cluster in _best(answer[kind], truth[is_person])
    ]
    pairs = score_pairs(found, Counter([*truth[True], *truth[False]]))
    return {**pairs, "seconds": answer["spent_s"], "peak_mib": answer["peak_mib"]}


def _best(answers: Sequence[Sequence[int]], truth: Sequence[int]) -> list[list[int]]:
    """The clusters, as identities, of the threshold with the highest F1."""
    best: tuple[float, list[list[int]]] = (-1.0, [])
    for clusters in answers:
        found: dict[int, list[int]] = defaultdict(list)
        for cluster, identity in zip(clusters, truth, strict=True):
            found[cluster].append(identity)
        f1 = score_pairs(found.values(), Counter(truth))["f1"]
        if f1 > best[0]:
            best = f1, list(found.values())
    return best[1]


def run(_data: Path) -> Result:
    """Measures the quick sizes, or those up to the one that the environment names.

    Raises:
        DataMissing: If it names no size.
    """
    named = os.environ.get(LARGEST, "")
    if not named:
        return measure(QUICK)
    sizes = [size for size in SIZES if named.isdigit() and size <= int(named)]
    if not sizes:
        raise DataMissing(f"identity: {LARGEST} is {named!r}; give one of {SIZES}")
    return measure(sizes)


IDENTITY = BenchmarkSet(
    name="identity",
    measures="generated mentions of people and bodies: who is who, how fast, in how much memory",
    run=run,
    default=Path(__file__).parent,
    headline=("precision", "recall", "f1", "seconds", "peak_mib", "slope"),
)
