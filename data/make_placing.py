"""Makes `src/dateline/claims/placing.tsv` anew; run by hand when its phrases or places change.

    PYTHONPATH=. python data/make_placing.py EVENT_LOCATION src/dateline/claims/placing.tsv

EVENT_LOCATION is the unpacked benchmark of that name. Only its development half is read for the
weights: a softmax over the names of a sentence and "the words do not say", by gradient descent
with an L1 penalty, so that most phrases get no weight at all. The two thresholds are those of the
best token F1 over five folds of the same half. Nothing is random: the same input, the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.claims.event_places import ANOTHER, BIAS, ENOUGH, choose, weigh
from dateline.claims.place_names import find_place_names
from dateline.claims.placing_features import Positions
from dateline.records import Token
from evaluation.event_places import (
    Answer,
    Product,
    Record,
    event_token,
    figures,
    halve,
    read_records,
)

PENALTY = 1.0e-3
LEAST_TIMES = 15
FOLDS = 5
STEPS = 500
RATE = 0.05

HEAD = """\
# What speaks for a name being where an event happened: a phrase, its weight, an example (the word
# of the event, then the name). Made by data/make_placing.py from the development half of
# event_location by A. Halterman (MIT), "Geolocating Political Events in Text" (2019). A name is
# taken if its weights and the bias come to more than "enough"; one elsewhere in the sentence
# besides, to more than "enough for another". A phrase that is not here weighs nothing; all are
# worded in placing_features.py and place_relations.py.
"""


@dataclass(frozen=True)
class Example:
    """One event with its names: the phrases of each, and which are labelled as its places."""

    record: Record
    event: Token
    positions: Positions
    numbers: list[int]
    phrases: list[list[str]]
    covered: list[frozenset[int]]
    is_place: list[bool]


def read_examples(records: Iterable[Record], product: Product) -> list[Example]:
    """The events of the records, with all names near them."""
    found = []
    for record in records:
        grammar, annotations = product.annotated(record)
        positions = Positions(grammar, find_place_names(grammar, annotations))
        event = event_token(record, annotations.tokens)
        numbers = positions.rivals(event)
        phrases = [sorted(set(of)) for of in positions.features(event, numbers)]
        covered = record.covered(positions.all[n].name.words for n in numbers)
        true = record.labelled
        is_place = [2 * len(of & true) >= len(of) > 0 for of in covered]
        found.append(Example(record, event, positions, numbers, phrases, covered, is_place))
    return found


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the phrases that get one, and the bias."""
    times = Counter(phrase for one in examples for of in one.phrases for phrase in of)
    column = {p: i for i, p in enumerate(sorted(p for p, n in times.items() if n >= LEAST_TIMES))}
    names = [(n, of) for n, one in enumerate(examples) for of in one.phrases]
    cells = [(i, column[p]) for i, (_, of) in enumerate(names) for p in of if p in column]
    row, col = (np.array(side) for side in zip(*cells, strict=True))
    group = np.array([n for n, _ in names])
    true = np.array([is_place for one in examples for is_place in one.is_place], dtype=float)
    count = len(examples)
    placed = np.bincount(group, weights=true, minlength=count) > 0
    weights = np.zeros(len(column) + 1)
    weights[-1] = -1.0
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        score = np.bincount(row, weights=weights[col], minlength=len(names)) + weights[-1]
        grown = np.exp(np.clip(score, -30, 30))
        whole = 1 + np.bincount(group, weights=grown, minlength=count)
        wanted = np.bincount(group, weights=grown * true, minlength=count)
        share = np.where(placed[group], grown * true / np.maximum(wanted[group], 1e-12), 0)
        error = (grown / whole[group] - share) / count
        slope = np.append(np.bincount(col, weights=error[row], minlength=len(column)), error.sum())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        size = (RATE if step <= 0.7 * STEPS else RATE / 5) / (
            np.sqrt(square / (1 - 0.999**step)) + 1e-8
        )
        weights = weights - size * mean / (1 - 0.9**step)
        shrunk = np.maximum(np.abs(weights) - size * PENALTY, 0)
        weights[:-1] = (np.sign(weights) * shrunk)[:-1]
    learnt = {p: round(float(weights[i]), 2) for p, i in column.items()}
    return {BIAS: round(float(weights[-1]), 2), **{p: w for p, w in learnt.items() if w}}


Scored = tuple[Example, list[tuple[float, int]]]


def scored(examples: Iterable[Example], weights: dict[str, float]) -> list[Scored]:
    """Each example with what its names weigh, the weightiest first."""
    found = []
    for one in examples:
        pairs = [(weigh(of, weights), n) for n, of in zip(one.numbers, one.phrases, strict=True)]
        found.append((one, sorted(pairs, key=lambda pair: (-pair[0], pair[1]))))
    return found


def token_f1(of: Sequence[Scored], enough: float, another: float) -> float:
    """The token F1 of the names that these thresholds choose."""
    answers: list[Answer] = []
    for one, pairs in of:
        covered = dict(zip(one.numbers, one.covered, strict=True))
        chosen = choose(one.positions, pairs, enough, another)
        answers.append([covered[number] for _, number in chosen])
    return figures([one.record for one, _ in of], answers)["token_f1"]


def thresholds(examples: Sequence[Example]) -> tuple[float, float, float]:
    """The two thresholds with the best token F1 over the folds, and that F1."""
    texts = {text: n for n, text in enumerate(sorted({one.record.text for one in examples}))}
    fold = [texts[one.record.text] % FOLDS for one in examples]
    held: list[Scored] = []
    for k in range(FOLDS):
        weights = learn([one for one, f in zip(examples, fold, strict=True) if f != k])
        held += scored([one for one, f in zip(examples, fold, strict=True) if f == k], weights)
    tried = [
        (token_f1(held, enough / 10, another / 10), enough / 10, another / 10)
        for enough in range(-14, 6, 2)
        for another in range(4, 28, 3)
    ]
    best = max(tried)
    return best[1], best[2], best[0]


def example_of(phrase: str, examples: Sequence[Example]) -> str:
    """The shortest event and name that a phrase holds of, a labelled one if it speaks for it."""
    found = [
        (not is_place, len(name.exact), one.event.text, name.exact)
        for one in examples
        for number, of, is_place in zip(one.numbers, one.phrases, one.is_place, strict=True)
        if phrase in of
        for name in [one.positions.all[number].name.words]
        if len(name.exact) > 3
    ]
    if not found:
        return ""
    _, _, event, name = min(found)
    return f"{event} … {name}"


def main(data: Path, out: Path) -> None:
    """Write the weights."""
    records = read_records(data)
    development, _ = halve(records)
    examples = read_examples(development, Product(records))
    enough, another, held_out = thresholds(examples)
    learnt = learn(examples)
    lines = [HEAD]
    fixed = {BIAS: learnt.pop(BIAS), ENOUGH: enough, ANOTHER: another}
    lines += [f"{name}\t{value:.2f}\t\n" for name, value in fixed.items()]
    for phrase, weight in sorted(learnt.items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(f"{phrase}\t{weight:.2f}\t{example_of(phrase, examples)}\n")
    out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(learnt)} phrases; token F1 over the folds {held_out:.3f}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
