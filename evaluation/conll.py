"""The CoNLL score of chains: the mean F1 of MUC, B³ and CEAFe, which each see other faults.

As defined by Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions: A Reference
Implementation" (ACL 2014): mentions that only one side has are kept as they are, and nothing is
added to the other. Singletons are kept; MUC, which counts links, does not see them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Chains = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 to 1; 0 where there is nothing to judge."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Coreference:
    """How well chains agree with those of a person.

    Attributes:
        muc: Of the links that hold the chains together.
        b3: Of each mention, how much of its chain is shared.
        ceafe: Of whole chains, each matched with one at most (φ₄: the F1 of their mentions).
    """

    muc: Score
    b3: Score
    ceafe: Score

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def score_chains(
    gold: Iterable[Collection[Hashable]], found: Iterable[Collection[Hashable]]
) -> Coreference:
    """How well the chains found agree with the gold ones; empty chains count for nothing.

    Args:
        gold: The mentions of each chain; those of several documents need their document in them.

    Raises:
        ValueError: If a mention is in two chains of one side.
    """
    left, right = _apart("gold", gold), _apart("found", found)
    return Coreference(
        Score(_muc_recall(right, left), _muc_recall(left, right)),
        Score(_b3_recall(right, left), _b3_recall(left, right)),
        _ceafe(left, right),
    )


def _apart(side: str, chains: Iterable[Collection[Hashable]]) -> Chains:
    kept = [frozenset(chain) for chain in chains if chain]
    seen: set[Hashable] = set()
    for chain in kept:
        if twice := seen & chain:
            raise ValueError(f"{side}: in two chains: {sorted(map(str, twice))}")
        seen |= chain
    return kept


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _overlaps(left: Chains, right: Chains) -> list[dict[int, int]]:
    """For each chain of `left`, how many mentions it shares with which chains of `right`."""
    home = {mention: number for number, chain in enumerate(right) for mention in chain}
    overlaps = []
    for chain in left:
        shared: dict[int, int] = defaultdict(int)
        for mention in chain:
            if mention in home:
                shared[home[mention]] += 1
        overlaps.append(dict(sorted(shared.items())))
    return overlaps


def _muc_recall(key: Chains, response: Chains) -> float:
    """The share of the links of `key` that hold in `response`."""
    kept = total = 0
    for chain, shared in zip(key, _overlaps(key, response), strict=True):
        pieces = len(shared) + len(chain) - sum(shared.values())
        kept += len(chain) - pieces
        total += len(chain) - 1
    return _share(kept, total)


def _b3_recall(key: Chains, response: Chains) -> float:
    """The mean over the mentions of `key` of the share of their chain found with them."""
    overlaps = _overlaps(key, response)
    shares = sum(
        sum(n * n for n in shared.values()) / len(chain)
        for chain, shared in zip(key, overlaps, strict=True)
    )
    return _share(shares, sum(map(len, key)))


def _ceafe(gold: Chains, found: Chains) -> Score:
    alike = {
        (row, column): 2 * shared / (len(gold[row]) + len(found[column]))
        for row, columns in enumerate(_overlaps(gold, found))
        for column, shared in columns.items()
    }
    best = best_matching(alike)
    return Score(_share(best, len(found)), _share(best, len(gold)))


def best_matching(weights: dict[tuple[int, int], float]) -> float:
    """The greatest sum of the weights (above 0) of pairs that share no row and no column."""
    return sum(_best_of(block) for block in _blocks(weights))


def _blocks(weights: dict[tuple[int, int], float]) -> list[npt.NDArray[np.float64]]:
    """The tables of rows and columns that hang together, each with no fewer columns than rows."""
    columns_of: dict[int, list[int]] = defaultdict(list)
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(weights):
        columns_of[row].append(column)
        rows_of[column].append(row)
    blocks = []
    seen: set[int] = set()
    for first in columns_of:
        if first in seen:
            continue
        seen.add(first)
        rows, columns = [first], dict.fromkeys(columns_of[first])
        for row in rows:  # grows as it is walked
            for column in columns_of[row]:
                columns[column] = None
                new = [other for other in rows_of[column] if other not in seen]
                seen.update(new)
                rows.extend(new)
        place = {column: number for number, column in enumerate(columns)}
        table = np.zeros((len(rows), len(columns)))
        for number, row in enumerate(rows):
            for column in columns_of[row]:
                table[number, place[column]] = weights[row, column]
        blocks.append(table if len(rows) <= len(columns) else table.T)
    return blocks


def _best_of(table: npt.NDArray[np.float64]) -> float:
    """The best matching of one table, by the Hungarian method with shortest augmenting paths.

    Row 0 and column 0 stand for "none"; `matched[column]` is the row matched with it.
    """
    if len(table) == 1:
        return float(table.max())
    rows, columns = table.shape
    costs = np.zeros((rows + 1, columns + 1))
    costs[1:, 1:] = -table
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    matched = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        matched[0] = row
        column = 0
        nearest = np.full(columns + 1, np.inf)
        came_from = np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while matched[column]:
            used[column] = True
            here = matched[column]
            reached = costs[here] - of_row[here] - of_column
            closer = ~used & (reached < nearest)
            nearest[closer] = reached[closer]
            came_from[closer] = column
            following = int(np.where(used, np.inf, nearest).argmin())
            step = nearest[following]
            of_row[matched[used]] += step
            of_column[used] -= step
            nearest[~used] -= step
            column = following
        while column:
            matched[column] = matched[came_from[column]]
            column = int(came_from[column])
    return float(sum(table[matched[c] - 1, c - 1] for c in range(1, columns + 1) if matched[c]))
