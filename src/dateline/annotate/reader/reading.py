"""What the reader says of a text: the share of every label at every token, and spans of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

Shares = NDArray[np.float32]

OUTSIDE: Final = "O"
"""The label of a word that is part of nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens that the reader marks as one thing.

    Attributes:
        first, last: Tokens, half-open.
        share: How sure it is of the type, 0 to 1: the mean over the tokens.
    """

    first: int
    last: int
    type: str
    share: float


@dataclass(frozen=True, eq=False)
class Reading:
    """What the reader says of the tokens of a text.

    Attributes:
        labels: The labels of each layer, in the order of the columns of its shares.
        shares: For each layer the shares [tokens, labels]; each row sums to 1.
    """

    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    shares: Mapping[str, Shares] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was read."""
        return bool(self.shares)

    def share(self, layer: str, token: int, label: str) -> float:
        """How sure the reader is that a token has a label, 0 to 1; 0 if nothing was read."""
        shares = self.shares.get(layer)
        return 0.0 if shares is None else float(shares[token, self.labels[layer].index(label)])

    def marks(self, layer: str) -> tuple[Mark, ...]:
        """The spans of a layer in text order; none overlap."""
        return self._marks.get(layer, ())

    def triggers(self) -> tuple[Mark, ...]:
        """The words that tell of an event, each with its type."""
        return self.marks("trigger")

    @cached_property
    def _marks(self) -> dict[str, tuple[Mark, ...]]:
        return {
            layer: tuple(marks_of(shares, self.labels[layer]))
            for layer, shares in self.shares.items()
            if OUTSIDE in self.labels[layer]
        }


NOTHING_READ: Final = Reading()


def marks_of(shares: Shares, order: Sequence[str]) -> Iterator[Mark]:
    """The marks of one layer; `order` are the labels of the columns of `shares`."""
    best = [order[i] for i in shares.argmax(axis=1)]
    joined = joined_labels(best, shares, order)
    columns = {
        name: [
            i
            for i, label in enumerate(order)
            if label.removeprefix("B-").removeprefix("I-") == name
        ]
        for name in {label.removeprefix("B-").removeprefix("I-") for label in order}
    }
    start = 0
    while start < len(joined):
        end = start + 1
        if joined[start] != OUTSIDE:
            while end < len(joined) and joined[end].startswith("I-"):
                end += 1
            kind = joined[start].removeprefix("B-")
            mean = shares[start:end, columns[kind]].sum() / (end - start)
            yield Mark(start, end, kind, float(mean))
        start = end


def joined_labels(labels: Sequence[str], shares: Shares, order: Sequence[str]) -> list[str]:
    """The best labels with an I- as part of what stands before it, whatever its own type.

    The type of the whole is the one with the largest shares over its words. `order` are the
    labels of the columns of `shares`; layers without B- and I- stay as they are.
    """
    if not any(label.startswith("I-") for label in order):
        return list(labels)
    types = [label[2:] for label in order if label.startswith("B-")]
    columns = [[order.index(f"B-{name}"), order.index(f"I-{name}")] for name in types]
    joined = list(labels)
    start = 0
    while start < len(labels):
        end = start + 1
        if labels[start] != OUTSIDE:
            while end < len(labels) and labels[end].startswith("I-"):
                end += 1
            sums = [float(shares[start:end, pair].sum()) for pair in columns]
            kind = types[sums.index(max(sums))]
            joined[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        start = end
    return joined
