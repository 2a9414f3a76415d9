"""Fits the weights of the clues that a name is a place's: ``python -m evaluation.place_clues``.

Logistic regression with a quadratic penalty on the even articles of the set `places`; from the
same articles always the same weights, rounded to one decimal. Prints the table for
``src/dateline/annotate/data/place_clues.tsv``. The odd articles are never looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from dateline.annotate.annotate import place_weigher
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import find_names
from dateline.annotate.places import load_gazetteer
from dateline.annotate.places.candidates import Candidate, find_candidates
from dateline.annotate.places.clues import LIKELY, SURE
from dateline.annotate.places.find import Finder
from dateline.read import read_bytes
from evaluation.benchmark import open_data
from evaluation.places import PLACES
from evaluation.places_corpora import CORPORA, Corpus, load_articles

ALWAYS = "always"
_HEAD = """\
# Clues that a name is used of a place, with their weights in log-odds; `annotate/places/clues.py` says what each means.
# Weights: logistic regression on the even articles of LGL, GeoVirus and GeoWebNews (`python -m evaluation.place_clues`); no words of theirs are among the clues.
# clue\tweight
"""  # noqa: E501  # one line each in the file
_ROUNDS = 4
_PENALTY = 1.0
_RAREST = 10
"""Clues of fewer candidates get no weight."""
_COUNTS: Mapping[Corpus, float] = {"lgl": 1.0, "geovirus": 1.0, "gwn": 2.0}
"""GeoWebNews is the smallest, and the only one that labels every use."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates, which of them are labelled, and how much each counts."""

    finder: Finder
    is_labelled: Sequence[bool]
    counts: Sequence[float]


def fit(folder: Path) -> Weights:
    """The weights for the corpora in a folder."""
    texts = list(_texts(folder))
    weights: Weights = {}
    for _ in range(_ROUNDS):
        rows = [row for text in texts for row in _clues(text.finder, weights)]
        labels = [label for text in texts for label in text.is_labelled]
        counts = [count for text in texts for count in text.counts]
        weights = regress(rows, np.array(labels, dtype=float), np.array(counts))
    return weights


def _texts(folder: Path) -> Iterator[Text]:
    gazetteer, knowledge = load_gazetteer(), load_knowledge()
    weigh_place = place_weigher(gazetteer)
    for corpus in CORPORA:
        for article in load_articles(folder, corpus):
            if article.number % 2:
                continue
            report = read_bytes(article.text.encode())
            parsed = parse(report.text, report.body_start)
            names = find_names(parsed, knowledge, weigh_place)
            found = find_candidates(report, parsed.tokens, names, parsed.names, gazetteer)
            labelled = {(name.start, name.end) for name in article.toponyms}
            yield Text(
                Finder(report, parsed.tokens, gazetteer, found),
                [(c.start, c.end) in labelled for c in found],
                [_COUNTS[corpus] * _is_told(c, corpus) for c in found],
            )


def _is_told(candidate: Candidate, corpus: Corpus) -> bool:
    """Whether the corpus's labels say anything of such a name."""
    if corpus != "geovirus":
        return True
    is_part = candidate.inside in ("organization", "other")
    return not is_part and candidate.kind not in ("people", "venue", "road")


def _clues(finder: Finder, weights: Weights) -> Iterator[list[str]]:
    """The clues of each candidate that decide on it, as `Finder.find` takes them."""
    plain = [finder.clues(index) for index in range(len(finder.candidates))]
    first = [_sum(weights, clues) if weights else 0.0 for clues in plain]
    choices = finder.choose([weight >= LIKELY for weight in first])
    others = finder.others(first)
    for index, choice in enumerate(choices):
        is_sure = first[index] >= SURE
        yield plain[index] if is_sure else finder.clues(index, choice, others)


def _sum(weights: Weights, clues: Sequence[str]) -> float:
    return round(weights[ALWAYS] + sum(weights.get(clue, 0.0) for clue in clues), 1)


def regress(
    rows: Sequence[Sequence[str]], labels: np.ndarray, counts: np.ndarray, rarest: int = _RAREST
) -> Weights:
    """Weights in log-odds, to one decimal, by Newton's method.

    Args:
        labels: 1 for a row that is a place's name, else 0.
        counts: How much each row counts.
    """
    often = Counter(c for row, count in zip(rows, counts, strict=True) if count for c in set(row))
    known = [ALWAYS, *sorted(clue for clue, times in often.items() if times >= rarest)]
    column = {clue: number for number, clue in enumerate(known)}
    table = np.zeros((len(rows), len(known)))
    table[:, 0] = 1
    for number, row in enumerate(rows):
        for clue in row:
            if clue in column:
                table[number, column[clue]] = 1
    found = np.zeros(len(known))
    for _ in range(30):
        says = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (counts * (labels - says)) - _PENALTY * found
        bend = (table * (counts * says * (1 - says))[:, None]).T @ table
        step = np.linalg.solve(bend + _PENALTY * np.eye(len(known)), slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return {clue: round(float(found[number]), 1) for clue, number in column.items()}


def as_table(weights: Weights) -> str:
    """The text of ``place_clues.tsv``."""
    kept = {clue: weight for clue, weight in weights.items() if weight or clue == ALWAYS}
    return _HEAD + "".join(f"{clue}\t{kept[clue] + 0.0}\n" for clue in sorted(kept))


@click.command(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path), help="The unpacked set.")
def main(data: Path | None) -> None:
    with open_data(PLACES, data) as folder:
        click.echo(as_table(fit(folder)), nl=False)


if __name__ == "__main__":
    main()
