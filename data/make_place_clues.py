"""Makes `src/dateline/annotate/data/place_clues.tsv` anew; run by hand when the clues change.

    PYTHONPATH=. python data/make_place_clues.py WIKINEWS_ANNOTATED TESTS READERS \
        src/dateline/annotate/data/place_clues.tsv

WIKINEWS_ANNOTATED is the unpacked benchmark of that name (CC BY 2.5), TESTS a folder of texts
(*.txt, at any depth) that nothing may be learnt from: articles that are copies of them are left
out, and so is the untouched fifth of the set.

The reader that ships has learnt from these very articles: what it says of them is too good. So
READERS holds two others, in the folders `even` and `odd`, each made by

    python -m training --data SETS --out READERS/even --date DAY --tests TESTS --no-page --epochs 10

where SETS holds WIKINEWS_ANNOTATED alone, with only the even (odd) lines of `annotated.jsonl`,
counted from 0. Each article is read by the one that has not seen it.

The weights are those of a logistic regression with
a quadratic penalty, rounded to one decimal, and on a few clues a number set by hand besides:
`BY_HAND` says why. Nothing is random: the same input, the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from dateline.annotate.annotate import place_weigher
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import NameGuess, Parse, parse
from dateline.annotate.names import find_names
from dateline.annotate.places import load_gazetteer
from dateline.annotate.places.candidates import Candidate, find_candidates
from dateline.annotate.places.clues import LIKELY, SURE
from dateline.annotate.places.find import Finder
from dateline.annotate.reader import ReaderModel
from dateline.annotate.reader.words import WordReader
from dateline.read import read_bytes
from dateline.records import Report
from training.wikinews import is_copy, part_of, runs_of_words

ALWAYS = "always"
PENALTY = 1.0
RAREST = 10
"""Clues of fewer candidates get no weight."""
ROUNDS = 4
"""Some clues need a first decision on all names; it is made with the weights of the last round."""

IN_A_BODY = "the set marks no place inside a body's name, reports of local bodies are full of them"
IN_A_HALL = "the set marks the hall alone; its town is where something was"
IN_A_LIST = "the set has few lists, and a list mostly holds names of one kind"
SMALL = "Wikinews tells of the world; in a local paper a small place is likelier"
UNKNOWN = "the set marks halls and corners that are on no map, and a map has no use for them"
BY_HAND: Mapping[str, tuple[float, str]] = {
    "inside organization, is admin1": (1.5, IN_A_BODY),
    "inside organization, is district": (1.5, IN_A_BODY),
    "inside organization, is city": (1.5, IN_A_BODY),
    "inside organization, is town": (1.5, IN_A_BODY),
    "use town": (1.0, IN_A_HALL),
    "listed": (0.5, IN_A_LIST),
    "is guess": (-1.2, UNKNOWN),
    "is venue": (-1.2, UNKNOWN),
    "is town": (0.7, SMALL),
    "is village": (0.7, SMALL),
}
"""What is added to the fitted weights, and why; chosen on the even articles of the set `places`."""

HEAD = """\
# Clues that a name is used of a place, with their weights in log-odds; `annotate/places/clues.py` says what each means.
# Made by data/make_place_clues.py: logistic regression on articles of English Wikinews of 2019 and 2020 (by its contributors,
# CC BY 2.5, https://creativecommons.org/licenses/by/2.5/), their names marked for this project (the set wikinews_annotated).
# Ten weights hold a number set by hand besides; the script says which and why. No words of the articles are among the clues.
# clue\tweight
"""  # noqa: E501  # one line each in the file

Weights = dict[str, float]
Extent = tuple[int, int]

_GUESSES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "place_as_actor": "GPE",
    "group": "NORP",
}
"""What `parse` makes of the reader's types."""
_PLACES = frozenset(["place", "place_as_actor", "group"])
_MAY_HOLD = frozenset(["organization", "group"])
"""Kinds of marked names inside which the set marks no others."""


@dataclass(frozen=True)
class Article:
    """A text and its marked names, each extent with its label.

    Attributes:
        is_odd: Whether its line in the set is an odd one.
    """

    text: str
    marked: Mapping[Extent, str]
    is_odd: bool


@dataclass(frozen=True)
class Example:
    """An article's candidates, and which of them are places' names."""

    finder: Finder
    is_place: Sequence[bool]


def read_articles(data: Path, tests: Iterable[str]) -> list[Article]:
    """The articles to learn from, in the order of the set."""
    known = {run for text in tests for run in runs_of_words(text)}
    rows = map(json.loads, (data / "annotated.jsonl").read_text("utf-8").splitlines())
    touched = [
        (number, row) for number, row in enumerate(rows) if part_of(row["id"]) != "untouched"
    ]
    kept = [(number, row) for number, row in touched if not is_copy(row["text"], known)]
    print(f"{len(kept)} articles; {len(touched) - len(kept)} copies of tests")  # noqa: T201
    return [
        Article(
            row["text"],
            {(s["start"], s["end"]): s["label"] for s in row["spans"] if s["layer"] == "name"},
            number % 2 == 1,
        )
        for number, row in kept
    ]


def load_readers(folder: Path) -> tuple[ReaderModel, ReaderModel]:
    """The readers that have learnt from the even lines of the set, and from the odd ones."""
    even, odd = (_reader(folder / name) for name in ("even", "odd"))
    return even, odd


def _reader(folder: Path) -> ReaderModel:
    labels = json.loads((folder / "labels.json").read_text("utf-8"))["outputs"]
    words = WordReader(Tokenizer.from_file(str(folder / "tokenizer.json")))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
    return ReaderModel(session, words, {layer: tuple(names) for layer, names in labels.items()})


def read_article(report: Report, reader: ReaderModel) -> Parse:
    """A text as `parse` gives it, read by the given reader."""
    parsed = parse(report.text, report.body_start, with_reader=False)
    reading = reader.read(parsed.tokens, parsed.sentences)
    names = tuple(
        NameGuess(
            parsed.tokens[mark.first].start, parsed.tokens[mark.last - 1].end, _GUESSES[mark.type]
        )
        for mark in reading.marks("names")
    )
    return replace(parsed, names=names, reading=reading)


def find_examples(
    articles: Sequence[Article], readers: tuple[ReaderModel, ReaderModel]
) -> Iterator[Example]:
    """The candidates of each article, as the product finds them."""
    even, odd = readers
    gazetteer, knowledge = load_gazetteer(), load_knowledge()
    weigh_place = place_weigher(gazetteer)
    known = frozenset(
        article.text[start:end]
        for article in articles
        for (start, end), label in article.marked.items()
        if label in _PLACES
    )
    for article in articles:
        report = read_bytes(article.text.encode())
        if report.text != article.text:
            raise ValueError(f"a text changes as it is read: {article.text[:60]!r}")
        parsed = read_article(report, even if article.is_odd else odd)
        names = find_names(parsed, knowledge, weigh_place)
        found = find_candidates(report, parsed.tokens, names, parsed.names, gazetteer)
        finder = Finder(report, parsed.tokens, gazetteer, found)
        yield Example(finder, [is_place(c, article.marked, known) for c in found])


def is_place(candidate: Candidate, marked: Mapping[Extent, str], known: frozenset[str]) -> bool:
    """Whether a candidate is a place's or a people's name by what is marked.

    Inside a body's name, and in names that the set leaves unmarked ("US Constitution"), it is one
    if it could hardly be another's: a people's, or the same name is a marked place elsewhere.
    """
    extent = candidate.start, candidate.end
    if extent in marked:
        return marked[extent] in _PLACES
    over = [other for other in marked if other[0] < extent[1] and extent[0] < other[1]]
    if over:
        start, end = min(over, key=lambda other: (other[1] - other[0], other))
        is_inside = start <= extent[0] and extent[1] <= end
        if not is_inside or marked[start, end] not in _MAY_HOLD:
            return False
    return candidate.name in known or candidate.kind in ("people", "short")


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of the clues, with what is set by hand."""
    labels = np.array([label for one in examples for label in one.is_place], dtype=float)
    weights: Weights = {}
    for _ in range(ROUNDS):
        weights = regress([row for one in examples for row in _rows(one.finder, weights)], labels)
        for clue, (more, _) in BY_HAND.items():
            weights[clue] = round(weights.get(clue, 0.0) + more, 1)
    return weights


def _rows(finder: Finder, weights: Weights) -> Iterator[list[str]]:
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
    rows: Sequence[Sequence[str]], labels: npt.NDArray[np.float64], rarest: int = RAREST
) -> Weights:
    """Weights in log-odds, to one decimal, by Newton's method.

    Args:
        labels: 1 for a row that is a place's name, else 0.
    """
    often = Counter(clue for row in rows for clue in set(row))
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
        slope = table.T @ (labels - says) - PENALTY * found
        bend = (table * (says * (1 - says))[:, None]).T @ table
        step = np.linalg.solve(bend + PENALTY * np.eye(len(known)), slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return {clue: round(float(found[number]), 1) for clue, number in column.items()}


def as_table(weights: Weights) -> str:
    """The text of the table."""
    kept = {clue: weight for clue, weight in weights.items() if weight or clue == ALWAYS}
    return HEAD + "".join(f"{clue}\t{kept[clue] + 0.0}\n" for clue in sorted(kept))


def main(data: Path, tests: Path, readers: Path, out: Path) -> None:
    """Write the weights."""
    texts = [path.read_text("utf-8") for path in sorted(tests.rglob("*.txt"))]
    articles = read_articles(data, texts)
    weights = fit(list(find_examples(articles, load_readers(readers))))
    out.write_text(as_table(weights), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
