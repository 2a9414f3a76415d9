"""The set `happenings`: which articles of many outlets tell of one happening.

The articles of giveme5w1h's `news_cluster` come without groups; each is labelled with the event
that it is of. There is no other part: the cut of each way was chosen on the very articles that
its main figures are of. The part "held out" chooses it on four fifths of the events and groups
the last fifth, each fifth in turn, for the product and the peer alike.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.lang.en.stop_words import STOP_WORDS

from dateline.events.happenings import LIKENESS, find_happenings
from dateline.read import read_bytes
from dateline.records import Report
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result

CORPUS = "giveme5w1h"
PEER = "TF-IDF, average link"
FOLDS = 5

Groups = Sequence[Hashable]
"""For each article, what names its group."""


@dataclass(frozen=True, slots=True)
class Article:
    """One report and the event that it is labelled with."""

    report: Report
    event: str


def read_articles(data: Path) -> list[Article]:
    """The labelled articles, by file name.

    Raises:
        DataMissing: If there are none.
    """
    articles = list(_read(data / "news_cluster"))
    if not articles:
        raise DataMissing(f"happenings: {data} holds no news_cluster/data/*.json")
    return articles


def _read(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("data/*.json")):
        found = json.loads(path.read_bytes())
        report = read_bytes(found["text"].encode("utf-8", "replace"), file=path.name)
        yield Article(
            replace(report, title=found["title"], published=found["date_publish"][:10]),
            str(found["newsCluster"]["EventId"]),
        )


# -------------------------------------------------------------------------------------- ways


def group_as_product(articles: Sequence[Article], cut: float) -> Groups:
    """What `find_happenings` makes of the articles."""
    reports = [one.report for one in articles]
    found = find_happenings(reports, cut)
    group = {report: number for number, one in enumerate(found) for report in one.reports}
    return [group.get(report.id, report.id) for report in reports]


def group_by_tfidf(articles: Sequence[Article], cut: float) -> Groups:
    """Cosine of sublinear TF-IDF, titles counted twice, average link."""
    return _average_link(_cosines(articles), cut)


_WORD = re.compile(r"\b\w\w+\b")


def _cosines(articles: Sequence[Article]) -> npt.NDArray[np.float64]:
    bags = []
    for one in articles:
        title = one.report.title or ""
        words = _WORD.findall(f"{title} {title} {one.report.text}".casefold())
        bags.append(Counter(word for word in words if word not in STOP_WORDS))
    column = {word: place for place, word in enumerate(sorted(set[str]().union(*bags)))}
    uses = Counter(word for bag in bags for word in bag)
    table = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            rarity = log((1 + len(bags)) / (1 + uses[word])) + 1
            table[row, column[word]] = (1 + log(count)) * rarity
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return table @ table.T


def _average_link(alike: npt.NDArray[np.float64], cut: float) -> list[int]:
    total, sizes = alike.copy(), np.ones(len(alike))
    group = np.arange(len(alike))
    np.fill_diagonal(total, -np.inf)
    while len(alike):
        mean = total / np.outer(sizes, sizes)
        left, right = sorted(divmod(int(mean.argmax()), len(alike)))
        if mean[left, right] < cut:
            break
        total[left] += total[right]
        total[:, left] = total[left]
        total[left, left] = -np.inf
        total[right] = total[:, right] = -np.inf
        sizes[left] += sizes[right]
        group[group == right] = left
    return [int(one) for one in group]


Way = Callable[[Sequence[Article], float], Groups]
CUTS = tuple(round(0.08 + 0.01 * step, 2) for step in range(16))
"""What is tried where a cut is chosen, for either way."""


def best_cut(articles: Sequence[Article], way: Way) -> float:
    """The cut with the greatest sum of B³ F1 and pairwise F1; of equals the one in the middle."""
    scores = {
        cut: sum(figures_of(articles, way(articles, cut))[name] for name in ("b3", "pairs"))
        for cut in CUTS
    }
    best = [cut for cut in CUTS if scores[cut] == max(scores.values())]
    return best[len(best) // 2]


def group_held_out(articles: Sequence[Article], way: Way) -> Groups:
    """Each fifth of the events grouped with the cut that is best for the other four."""
    fold = _folds(articles)
    found: dict[int, Hashable] = {}
    for number in range(FOLDS):
        inside = [place for place, one in enumerate(articles) if fold[one.event] == number]
        learnt = [one for one in articles if fold[one.event] != number]
        groups = way([articles[place] for place in inside], best_cut(learnt, way))
        found.update(zip(inside, ((number, group) for group in groups), strict=True))
    return [found[place] for place in range(len(articles))]


def _folds(articles: Sequence[Article]) -> Mapping[str, int]:
    """Event → its fifth; the largest events are dealt out first."""
    sizes = Counter(one.event for one in articles)
    ordered = sorted(sizes, key=lambda event: (-sizes[event], event))
    return {event: place % FOLDS for place, event in enumerate(ordered)}


# ----------------------------------------------------------------------------------- figures


def figures_of(articles: Sequence[Article], groups: Groups) -> dict[str, float]:
    """B³ and pairwise precision, recall and F1 of groups against the labels."""
    gold, found = Counter(one.event for one in articles), Counter(groups)
    both = Counter(zip((one.event for one in articles), groups, strict=True))
    count = max(1, len(articles))
    b3 = (
        sum(n * n / found[group] for (_, group), n in both.items()) / count,
        sum(n * n / gold[event] for (event, _), n in both.items()) / count,
    )
    paired = _pairs(both.values())
    pairs = (paired / max(1, _pairs(found.values())), paired / max(1, _pairs(gold.values())))
    return {
        "b3": _f1(*b3), "b3_precision": b3[0], "b3_recall": b3[1],
        "pairs": _f1(*pairs), "pairs_precision": pairs[0], "pairs_recall": pairs[1],
    }  # fmt: skip


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _f1(precision: float, recall: float) -> float:
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def run(data: Path) -> Result:
    """Measures on the corpus below a folder.

    Raises:
        DataMissing: If it is not there.
    """
    with open_corpora(data, (CORPUS,)) as folders:
        if CORPUS not in folders:
            raise DataMissing(f"happenings: {data} holds no {CORPUS}")
        articles = read_articles(folders[CORPUS])
    peer_cut = best_cut(articles, group_by_tfidf)
    parts: dict[str, dict[str, float]] = defaultdict(dict)
    parts["held out"] = figures_of(articles, group_held_out(articles, group_as_product))
    parts[f"held out, {PEER}"] = figures_of(articles, group_held_out(articles, group_by_tfidf))
    parts[f"{PEER}, cut .15"] = figures_of(articles, group_by_tfidf(articles, 0.15))
    return Result(
        set="happenings",
        documents=len(articles),
        figures=figures_of(articles, group_as_product(articles, LIKENESS)),
        peers={PEER: figures_of(articles, group_by_tfidf(articles, peer_cut))},
        part="all articles of news_cluster, the cuts chosen on them",
        parts=parts,
        notes=(
            f"The product's cut is {LIKENESS}, the peer's {peer_cut}: each the best for it here.",
            "“held out”: the cut is chosen on four fifths of the events, and the last fifth is "
            "grouped by itself; the product's other numbers were chosen on all of them, with an "
            "eye on the stories of ECB+, and no article is left that it did not see.",
        ),
    )


HAPPENINGS = BenchmarkSet(
    name="happenings",
    measures="articles of one happening: B³ F1, pairwise F1",
    run=run,
    default=ARCHIVES,
    headline=("b3", "pairs"),
)
