"""Makes `src/dateline/events/data/same.tsv`; run by hand, in the project's own environment.

    PYTHONPATH=. python data/make_same_events.py CORPORA > same.tsv

CORPORA is the folder of the benchmarks ECB+ (`ecbplus`) and MEANTIME (`meantime_en`). Learnt from
are the official training topics of the one and the topic apple of the other: the pairs of mentions
of each story, those of a topic's two stories, and those of apple. Reading them takes half an hour.
Each mention counts alike, however many it is compared with: else the longest story would decide.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.events.mentions.join import compare_all
from evaluation.coreference import JUDGED, group_reports
from evaluation.event_coreference import CORPORA, Read, read_report

LEARNT_FROM = {"ecbplus": None, "meantime_en": frozenset(("apple",))}
"""Topics of each corpus; None for all that are not judged."""

PER_MENTION = 10.0
"""What the pairs of one mention count together."""
HOLD = 3.0
"""How hard the weights are held near 0."""
RAREST = 20
"""Features of fewer pairs have no weight."""
LEAST = 0.1
"""Weights under this are left out."""
START = "start"
_STEPS, _NEAR = 9, 2e-2
_AT_ONCE = 20_000

HEAD = """\
# What two mentions of events have in common or not, what it adds to the log-odds that they tell of one event, and why.
# "one word", "its noun", "kin", "another": the same lemma, a word derived from it, a related one by WordNet, any other.
# The weights were learnt by logistic regression on the pairs that are worth comparing, from the official training topics
# of ECB+ (CC BY 3.0) and the topic apple of MEANTIME (CC BY 4.0), each mention counting alike; rounded, those under 0.1 left out.
feature	weight	why
"""  # noqa: E501  # one line each in the file

WHY = (
    (START, "where every pair that is worth comparing starts"),
    ("words: same", "the same word"),
    ("words: derived", "the verb and its noun"),
    ("words: another word", "synonyms in WordNet"),
    ("words: a kind of", "one is a kind of the other in WordNet"),
    ("words: of one kind", "siblings in WordNet are mostly two things"),
    ("words: compound", "one word ends the other"),
    ("words: brings", "one causes the other or goes with it, by WordNet"),
    ("words: near", "words of no list that begin alike"),
    ("words: ", "nothing but the story ties the words"),
    ("two words: likeness", "how alike the words are in use, by their vectors"),
    ("a pronoun", 'what "it" or "that" points at is near'),
    ("numbers", "what counts the event"),
    ("one is denied", "one report says that it did not happen"),
    (".*: idle", "words of so many events say little"),
    (".*: of (most|some|few) reports", "a word of many reports is mostly the story’s own event"),
    (".*several in a report", "a report that uses a word of several events"),
    (".*: senses", "a word of many senses tells of more kinds of event"),
    (".*in one sentence", "words of one sentence mostly tell of two things"),
    (".*words of (most|many|some|few) reports",
     "two words of many reports each are mostly two events of the story"),
    (".*: doers", "who does it"),
    (".*: objects", "whom or what it is done to"),
    (".*in both", "how many take part in both"),
    (".*: modifiers", "words that say what kind of event it is"),
    (".*: particles", "“made off” is not “made up”"),
    (".*takes part in the other", "one event is the other’s subject or object"),
    (".*: shared is", "a rare thing that both share says more"),
    (".*under one word", "both hang on the same word"),
    (".*near words shared", "the few words round them"),
    (".*types?$", "the lexicon’s types"),
    (".*: (one day|days)", "the times in their sentences"),
    (".*: (one place|places)", "the places in their sentences"),
    (".*: one report", "in one report, an event is named anew"),
    (".*: one sentence", "one sentence rarely tells of an event twice"),
    (".*: sentences of it", "how alike their sentences are"),
    (".*: (next sentence|sentences near|far off)", "how far apart in the report"),
    (".*opens? ", "titles and opening sentences tell the main event"),
    (".*: sentences", "how alike their sentences are"),
    (".*: reports", "how alike their reports are"),
    (".*: (name|noun|verb|other) and", "their parts of speech"),
)  # fmt: skip
"""How names of features begin → why they matter; the first that fits."""


class Row(NamedTuple):
    """A pair of mentions: its features, whether it is one event, how much it counts."""

    features: tuple[str, ...]
    is_one: bool
    counts: float


def rows_of(reports: Sequence[Read], across: bool = False) -> Iterator[Row]:
    """The pairs of the mentions of some reports that are worth comparing.

    Args:
        across: Only pairs of two stories: those within one are learnt from by themselves.
    """
    labels = [
        (mention.entity, one.labelled.story) for one in reports for mention in one.labelled.mentions
    ]
    pairs = compare_all([one.telling for one in reports])
    met = Counter(place for pair in pairs for place in pair)
    for (left, right), features in pairs.items():
        if across and labels[left][1] == labels[right][1]:
            continue
        counts = PER_MENTION * (1 / met[left] + 1 / met[right])
        yield Row(tuple(features), labels[left][0] == labels[right][0], counts)


def training_rows(read: Mapping[str, Sequence[Read]]) -> Iterator[Row]:
    """All that is learnt from; corpora as `LEARNT_FROM` names them."""
    for stories in (True, False):
        for group in group_reports(read["ecbplus"], by_story=stories):
            yield from rows_of(group, across=not stories)
    yield from rows_of(read["meantime_en"])


def regress(rows: Sequence[Row], rarest: int = RAREST) -> dict[str, float]:
    """Feature → its weight, by Newton's method; `START` is of all pairs and is not held."""
    uses = Counter(feature for row in rows for feature in set(row.features))
    names = [START, *sorted(name for name, count in uses.items() if count >= rarest)]
    column = {name: place for place, name in enumerate(names)}
    labels = np.array([row.is_one for row in rows], dtype=float)
    counts = np.array([row.counts for row in rows])
    held = np.full(len(names), HOLD)
    held[0] = 1e-6
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        slope = np.where(held == HOLD, HOLD * weights, 0.0)
        bend = np.diag(held)
        for first in range(0, len(rows), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            table = _table(rows[some], column)
            odds = 1 / (1 + np.exp(-(table @ weights)))
            slope += table.T @ ((odds - labels[some]) * counts[some])
            bend += (table.T * (odds * (1 - odds) * counts[some])) @ table
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _NEAR:
            break
    return dict(zip(names, map(float, weights), strict=True))


def _table(rows: Iterable[Row], column: Mapping[str, int]) -> npt.NDArray[np.float64]:
    """A row each, with a 1 under its features and under `START`."""
    rows = list(rows)
    table = np.zeros((len(rows), len(column)))
    table[:, 0] = 1.0
    for place, row in enumerate(rows):
        table[place, [column[name] for name in row.features if name in column]] = 1.0
    return table


def as_table(weights: Mapping[str, float]) -> str:
    """The file: `START` first, the others by name, with a reason each."""
    rounded = {name: round(weight, 1) for name, weight in weights.items() if abs(weight) >= LEAST}
    kept = [START, *sorted(name for name, weight in rounded.items() if weight and name != START)]
    lines = (f"{name}\t{rounded.get(name, 0.0)}\t{reason_of(name)}\n" for name in kept)
    return HEAD + "".join(lines)


def reason_of(feature: str) -> str:
    """Why a feature matters.

    Raises:
        StopIteration: If `WHY` has no line for it.
    """
    return next(why for begins, why in WHY if re.match(begins, feature))


def read_corpora(folder: Path) -> dict[str, list[Read]]:
    """The reports that are learnt from, by corpus."""
    read = {}
    for corpus, load in CORPORA.items():
        topics = LEARNT_FROM[corpus]
        read[corpus] = [
            read_report(one)
            for one in load(folder / corpus)
            if one.mentions and (one.topic in topics if topics else one.topic not in JUDGED[corpus])
        ]
    return read


def main() -> None:
    rows = list(training_rows(read_corpora(Path(sys.argv[1]))))
    sys.stdout.write(as_table(regress(rows)))


if __name__ == "__main__":
    main()
