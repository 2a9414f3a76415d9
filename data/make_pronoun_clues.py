"""Makes `src/dateline/annotate/data/pronoun_clues.tsv` anew; run by hand when the clues change.

    PYTHONPATH=. python data/make_pronoun_clues.py GUM_NEWS MEANTIME_EN ECBPLUS \
        src/dateline/annotate/data/pronoun_clues.tsv

The first three are the unpacked benchmarks of those names. Of GUM_NEWS only the even half is
learnt from (documents by name, counted from 0); of the others all. Each pronoun that is marked is
a choice among what the product finds before it, with the options right that are marked as the
same entity; an "it" of GUM that is no mention refers to nobody. The others leave much unmarked:
there a pronoun counts only if something right is among its options.

The weights make the right options likely (a conditional logit with a quadratic penalty), rounded
to one decimal; those of signs that nobody is meant are set by hand. Nothing is random: the same
input, the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.annotate.language import parse
from dateline.annotate.references import Discourse, Pronouns, find_references
from dateline.annotate.references.clues import family_of
from dateline.annotate.references.pronouns import Option
from dateline.records import Token, cut
from evaluation.entities_corpora import LabelledReport, read_ecbplus, read_meantime
from evaluation.references import open_discourse
from evaluation.references_corpora import GoldDocument, read_documents

PENALTY = 5.0
"""The best of 0.5, 2 and 5 in five-fold cross-validation over documents: right .78, .79, .80."""
RAREST = 6
"""Clues of fewer pronouns get no weight."""
STEPS = 3000
RATE = 0.5

BY_HAND: Mapping[str, float] = {
    "nobody: expletive": 3.0,
    "nobody: weather": 5.0,
    "nobody: takes to": 4.0,
    "nobody: is said that": 4.0,
    "nobody: makes it": 3.0,
    "nobody: is adjective that": 4.0,
    "nobody: is adjective to": 4.0,
    "nobody: is that": 4.0,
    "nobody: is to": 2.0,
    "nobody: is time": 3.0,
    "nobody: is who": 2.0,
}
"""Signs of an "it" that is nobody: the corpora mark hardly any, but grammars of English agree."""

HEAD = """\
# Clues of what a pronoun refers to, with their weights in log-odds; `annotate/references/clues.py` says what each means.
# Made by data/make_pronoun_clues.py: conditional logit on the news of GUM, the even half by name (https://gucorpling.org/gum/,
# annotations CC BY 4.0, texts of Wikinews CC BY 2.5), MEANTIME (Fondazione Bruno Kessler, VU University Amsterdam, Universidad del
# Pais Vasco, CC BY 4.0) and ECB+ (NewsReader project, CC BY 3.0). No words of the texts are among the clues. Those of "nobody: "
# are set by hand.
# clue\tweight
"""  # noqa: E501  # one line each in the file


@dataclass(frozen=True)
class Marked:
    """A text with its entities.

    Attributes:
        entities: The entity of each marked mention by the start of its governing word.
        is_whole: Whether all that is mentioned is marked.
    """

    discourse: Discourse
    entities: Mapping[int, set[str]]
    is_whole: bool


@dataclass(frozen=True)
class Choice:
    """A pronoun's options, each its clues, and which are right."""

    options: Sequence[tuple[str, ...]]
    is_right: Sequence[bool]


class Taught(Pronouns):
    """Takes each pronoun for what is marked, and keeps the choices for learning."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked.discourse)
        self.marked = marked
        self.choices: list[Choice] = []

    def choose(self, token: Token, options: Sequence[Option]) -> Option:
        """The nearest right option; where none is, what the weights of today say."""
        own = self.marked.entities.get(token.start, set())
        right = [self._is_right(own, option) for option in options]
        if any(right):
            self.choices.append(Choice([option.clues for option in options], right))
            return options[right.index(True)]
        return super().choose(token, options)

    def _is_right(self, own: set[str], option: Option) -> bool:
        if option.mention is None:
            return self.marked.is_whole and not own
        return bool(own & self.marked.entities.get(option.mention.token.start, set()))


def read_gum(document: GoldDocument) -> Marked:
    """A document of GUM."""
    discourse = open_discourse(document.text, parse(document.text, document.body_start))
    entities: dict[int, set[str]] = {}
    for mention in document.mentions:
        for start, _ in mention.heads:
            entities.setdefault(start, set()).add(mention.chain)
    return Marked(discourse, entities, is_whole=True)


def read_labelled(one: LabelledReport) -> Marked | None:
    """A report of the other corpora; None if no pronoun in it is marked."""
    text = one.report.text
    if not any(family_of(text[m.start : m.end]) for m in one.mentions):
        return None
    discourse = open_discourse(text, parse(text, one.report.body_start))
    entities: dict[int, set[str]] = {}
    for mention in one.mentions:
        head = discourse.grammar.head_of(cut(text, mention.start, mention.end))
        if head is not None:
            entities.setdefault(head.start, set()).add(mention.entity)
    return Marked(discourse, entities, is_whole=False)


def find_choices(every: Iterable[Marked]) -> Iterator[Choice]:
    """The choices of all texts."""
    for marked in every:
        taught = Taught(marked)
        find_references(marked.discourse, taught)
        yield from taught.choices


@dataclass
class _Table:
    """The options of all choices, one under the other."""

    rows: list[list[int]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights, to one decimal."""
    often = Counter(
        clue for one in choices for clue in {c for option in one.options for c in option}
    )
    known = sorted(clue for clue, times in often.items() if times >= RAREST)
    column = {clue: number for number, clue in enumerate(known)}
    table = _Table()
    for one in choices:
        table.starts.append(len(table.rows))
        table.rows += [[column[c] for c in option if c in column] for option in one.options]
        table.right += one.is_right
    clues = np.zeros((len(table.rows), len(known)))
    for number, row in enumerate(table.rows):
        clues[number, row] = 1
    found = _climb(clues, np.array(table.right), np.array(table.starts))
    return {clue: round(float(found[number]), 1) for clue, number in column.items()}


def _climb(
    clues: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """The weights at which the right options are likeliest, by gradient ascent with momentum."""
    found, speed = np.zeros(clues.shape[1]), np.zeros(clues.shape[1])
    for _ in range(STEPS):
        sums = clues @ found
        among_all = _shares(sums, np.ones_like(right), starts)
        among_right = _shares(sums, right, starts)
        slope = (clues.T @ (among_right - among_all) - PENALTY * found) / len(starts)
        speed = 0.9 * speed + RATE * slope
        found += speed
    return found


def _shares(
    sums: npt.NDArray[np.float64], kept: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """How likely each option is among those of its choice that are kept."""
    sizes = np.diff(np.append(starts, len(sums)))
    highest = np.repeat(np.maximum.reduceat(sums, starts), sizes)
    raised = np.exp(sums - highest) * kept
    return np.asarray(raised / np.repeat(np.add.reduceat(raised, starts), sizes))


def as_table(weights: Mapping[str, float]) -> str:
    """The text of the table."""
    kept = {clue: weight for clue, weight in {**weights, **BY_HAND}.items() if weight}
    return HEAD + "".join(f"{clue}\t{kept[clue]}\n" for clue in sorted(kept))


def read_all(gum: Path, meantime: Path, ecbplus: Path) -> Iterator[Marked]:
    """The texts to learn from."""
    yield from map(read_gum, read_documents(gum)[::2])
    for one in (*read_meantime(meantime), *read_ecbplus(ecbplus)):
        marked = read_labelled(one)
        if marked is not None:
            yield marked


def main(gum: Path, meantime: Path, ecbplus: Path, out: Path) -> None:
    """Write the weights."""
    choices = list(find_choices(read_all(gum, meantime, ecbplus)))
    print(f"{len(choices)} pronouns")  # noqa: T201
    out.write_text(as_table(fit(choices)), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
