"""The set `copies`: which reports only repeat another's text, and whose.

Two thousand reports made by `copies_made`, a fifth of them copies; a third of the texts they copy
are stretches of Wikinews (`wikinews_plain`, CC BY 2.5), the others made up. Thresholds, the peer's
too, were chosen on the reports that seed and texts of the development half give; the figures are of
the other half, whose texts are others.

A copy is found if it is linked with a report of its text. Links between texts are wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dateline.events import find_copies
from dateline.events.copies.find import root_of
from dateline.records import Report
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.copies_edits import KINDS
from evaluation.copies_made import Made, make_reports, read_stretches
from evaluation.peers.environment import PeerMissing, ask
from evaluation.peers.known import DATASKETCH
from evaluation.throughput import ONE_THREAD

CORPUS = "wikinews_plain"
REPORTS = 2_000
TIMED = 100_000
TIMED_BESIDE = 5_000
"""Reports that both the product and the peer are timed on."""

RUNS = (3, 5)
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)

Links = Mapping[str, str]
"""Each report that is a copy → one whose text it repeats."""


def score(made: Sequence[Made], links: Links) -> dict[str, float]:
    """Precision, recall and F1 of links; the recall of each kind of copy."""
    story = {one.report.id: one.story for one in made}
    right = {a: b for a, b in links.items() if story[a] == story[b]}
    linked = right.keys() | right.values()
    copies = [one for one in made if one.is_copy]
    found = {"p": len(right) / max(1, len(links)), "r": len(right) / max(1, len(copies))}
    found["f1"] = 2 * found["p"] * found["r"] / max(1e-9, found["p"] + found["r"])
    for kind in KINDS:
        some = [one.report.id in linked for one in copies if one.kind == kind]
        if some:
            found[f"{kind.replace('-', '_')}_r"] = sum(some) / len(some)
    return found


def same_words(reports: Iterable[Report]) -> dict[str, str]:
    """The baseline: each report whose body without case and marks has been printed before."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for report in by_day(reports):
        body = report.text[report.body_start :].casefold()
        words = " ".join("".join(c if c.isalnum() else " " for c in body).split())
        if (before := first.setdefault(words, report.id)) != report.id:
            found[report.id] = before
    return found


def by_day(reports: Iterable[Report]) -> list[Report]:
    """Reports as they came out, of one day the longest first."""
    return sorted(reports, key=lambda one: (one.published or "", -len(one.text), one.id))


def link_pairs(reports: Sequence[Report], pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """What a tool's pairs say of copies: each leads to the first report that it is paired with.

    Args:
        reports: As they came out; pairs are of their numbers.
    """
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
    holders = {
        reports[one].id: reports[min(some)].id for one, some in near.items() if min(some) < one
    }
    later = {one: some for one, some in near.items() if reports[one].id not in holders}
    holders.update((reports[one].id, reports[min(some)].id) for one, some in later.items())
    roots = {report: root_of(report, holders) for report in holders}
    return {report: root for report, root in roots.items() if root != report}


def ask_peer(dev: Sequence[Made], judged: Sequence[Made]) -> dict[str, dict[str, float]]:
    """The figures of the peer's two indexes on the judged half, tuned on the other.

    Raises:
        PeerMissing: If it is not set up.
    """
    halves = [by_day(one.report for one in half) for half in (dev, judged)]
    asked = [
        {"texts": [one.text[one.body_start :] for one in half], "run": run,
         "thresholds": THRESHOLDS, "contained": True}
        for run in RUNS for half in halves
    ]  # fmt: skip
    answers = ask(DATASKETCH, asked)
    figures = {}
    for index, title in (("jaccard", "MinHash LSH"), ("contained", "LSH Ensemble")):
        tried = []
        for number, run in enumerate(RUNS):
            of_dev, of_judged = (answers[2 * number + half][index] for half in (0, 1))
            for place, threshold in enumerate(THRESHOLDS):
                f1 = score(dev, link_pairs(halves[0], of_dev[place]))["f1"]
                tried.append((f1, -threshold, run, of_judged[place]))
        _f1, threshold, run, pairs = max(tried, key=lambda one: one[:3])
        name = f"datasketch {title}, runs of {run}, from {-threshold}"
        figures[name] = score(judged, link_pairs(halves[1], pairs))
    return figures


def time_copies(reports: int, *, beside: bool = False) -> dict[str, float]:
    """What finding the copies among so many made-up reports takes, in a process of its own."""
    command = [sys.executable, "-m", "evaluation.copies_timing", str(reports)]
    done = subprocess.run(
        [*command, "beside"] if beside else command,
        check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[1],
        env={**os.environ, **ONE_THREAD, "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def run(data: Path) -> Result:
    """Measures on reports made with the texts below a folder.

    Raises:
        DataMissing: If they are not there.
    """
    with open_corpora(data, [CORPUS]) as folders:
        if CORPUS not in folders:
            raise DataMissing(f"copies: {data} holds no {CORPUS}")
        stretches = read_stretches(folders[CORPUS])
    dev, judged = (
        make_reports(seed, REPORTS, stretches[place::2])
        for place, seed in enumerate(("development", "judged"))
    )
    found, of_dev = (score(half, find_copies(one.report for one in half)) for half in (judged, dev))
    took = time_copies(TIMED)
    figures = {**found, "seconds": took["seconds"], "peak_mib": took["peak_mib"]}
    peers = {"the very same words": score(judged, same_words(one.report for one in judged))}
    notes = [
        "Translated-back copies are simulated: synonyms, other function words, moved clauses.",
        f"`seconds` and `peak_mib` are of {TIMED:,} made-up reports, a tenth of them copies and a"
        " tenth forms, on one"
        " core, reports read already.",
    ]
    try:
        peers |= ask_peer(dev, judged)
        both = time_copies(TIMED_BESIDE, beside=True)
        figures["times_as_fast_as_datasketch"] = both["peer_s"] / both["seconds"]
        notes.append(f"The ratio to datasketch (MinHash LSH at .5) is of {TIMED_BESIDE:,} reports.")
    except PeerMissing as missing:
        notes.append(str(missing))
    return Result(
        set="copies",
        documents=len(judged),
        figures=figures,
        peers=peers,
        part="generated, judged half: seed and texts of its own",
        parts={"development half": of_dev},
        notes=tuple(notes),
    )


COPIES = BenchmarkSet(
    name="copies",
    measures="reports that repeat another's text, among those that only look so: P, R",
    run=run,
    default=ARCHIVES,
    headline=("p", "r", "seconds"),
)
