"""Fits the weights that tell namesakes apart: ``python -m evaluation.place_weights``.

A conditional logit over the readings of each labelled name, on the even articles of the set
`places`, drawn to the weights as they stand; a reading within 161 km of most labels of the name is
right. Prints both, for a person to round into ``src/dateline/annotate/places/weights.py``. From the
same articles always the same numbers. The odd articles are never looked at.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from dateline.annotate.language import parse
from dateline.annotate.places.evidence import Evidence
from dateline.annotate.places.gazetteer import Gazetteer, load_gazetteer
from dateline.annotate.places.groups import Name, group_names, hints
from dateline.annotate.places.resolution import settle, shorten
from dateline.annotate.places.weights import FEATURES
from evaluation.benchmark import open_data
from evaluation.places import PLACES, distance_km
from evaluation.places_corpora import CORPORA, Article, Corpus, load_articles

Floats = npt.NDArray[np.float64]
_NEAR_KM = 161.0
_ROUNDS = 4
_STEPS = 12
_PENALTY = 0.003
_COUNTS: Mapping[Corpus, float] = {"lgl": 1.0, "geovirus": 1.3, "gwn": 1.6}
"""The smaller the corpus, the more each of its names counts."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's readings, which of them are right, and how much each group counts."""

    evidence: Evidence
    is_right: Floats
    counts: Sequence[float]


def fit(folder: Path) -> Floats:
    """The weights for the corpora in a folder, in the order of `FEATURES`."""
    gazetteer = load_gazetteer()
    texts = [
        _labelled(article, gazetteer, _COUNTS[corpus])
        for corpus in CORPORA
        for article in load_articles(folder, corpus)
        if article.number % 2 == 0 and article.toponyms
    ]
    prior = np.array([feature.weight for feature in FEATURES])
    weights = prior
    for _ in range(_ROUNDS):
        names = [name for text in texts for name in _names(text, weights)]
        weights = climb(names, prior, weights)
    return weights


def _labelled(article: Article, gazetteer: Gazetteer, count: float) -> Labelled:
    sentences = [sentence.start for sentence in parse(article.text, 0).sentences]
    names = [
        Name(t.start, t.end, article.text[t.start : t.end], bisect_right(sentences, t.start))
        for t in article.toponyms
    ]
    groups = group_names(article.text, names, gazetteer)
    groups = shorten([*groups, *hints(article.text, names, gazetteer)])
    right: list[float] = []
    counts = []
    for group in groups:
        points = [article.toponyms[name].point for name in group.mentions]
        hits = [
            sum(_is_near(reading.place.lat, reading.place.lon, point) for point in points)
            for reading in group.readings
        ]
        right += [float(hit == max(hits) > 0) for hit in hits]
        told = sum(point is not None for point in points)
        counts.append(count * (1 + math.log(told)) if any(hits) else 0.0)
    return Labelled(Evidence(groups), np.array(right), counts)


def _is_near(lat: float | None, lon: float | None, point: tuple[float, float] | None) -> bool:
    if lat is None or lon is None or point is None:
        return False
    return distance_km(point, (lat, lon)) <= _NEAR_KM


def _names(text: Labelled, weights: Floats) -> Iterator[tuple[Floats, Floats, float]]:
    """For each name that counts: its readings' features, which are right, and its count."""
    if not text.evidence.groups:
        return
    table, _ = settle(text.evidence, weights)
    for start, group, count in zip(
        text.evidence.starts, text.evidence.groups, text.counts, strict=True
    ):
        rows = slice(int(start), int(start) + len(group.readings))
        if count and len(group.readings) > 1:
            yield table[rows], text.is_right[rows], count


def climb(names: Sequence[tuple[Floats, Floats, float]], prior: Floats, weights: Floats) -> Floats:
    """The weights that make the right readings likeliest, with a quadratic pull to the prior."""
    total = sum(count for _, _, count in names)
    for _ in range(_STEPS):
        slope = _PENALTY * (weights - prior)
        bend = _PENALTY * np.eye(len(weights))
        for table, is_right, count in names:
            belief = _shares(table @ weights)
            wanted = belief * is_right
            mean = belief @ table
            slope += count / total * (mean - (wanted / wanted.sum()) @ table)
            bend += count / total * ((table * belief[:, None]).T @ table - np.outer(mean, mean))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def _shares(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum())


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="The unpacked set `places`.")
def main(data: Path | None) -> None:
    """Print each feature with its weight as it stands and as fitted."""
    with open_data(PLACES, data) as folder:
        for feature, fitted in zip(FEATURES, fit(folder), strict=True):
            click.echo(f"{feature.name:24} {feature.weight:5.1f} {fitted:6.2f}")


if __name__ == "__main__":
    main()
