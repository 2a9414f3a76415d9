"""Labels for texts from a model that was trained, and the figures of a layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.reader.reading import joined_labels
from dateline.annotate.reader.words import LONGEST, Window, WordReader
from training.labels import LAYERS, OUTSIDE
from training.texts import Text

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
Runner = Callable[[Numbers, Numbers, Numbers], Sequence[Scores]]
"""Takes `ids`, `mask` and `shape`, gives the scores of all layers."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """What the model says of one text: for each layer the score of every label, word by word."""

    scores: dict[str, Scores]

    def labels(self, layer: str) -> list[str]:
        """The best label of each word."""
        return [LAYERS[layer][i] for i in self.scores[layer].argmax(axis=1)]

    def joined(self, layer: str) -> list[str]:
        """The labels of each word as they are read: see `joined_labels`."""
        return joined_labels(self.labels(layer), self.probabilities(layer), LAYERS[layer])

    def probabilities(self, layer: str) -> Scores:
        """The share of each label, word by word."""
        scores = self.scores[layer]
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float32)


def predict(
    texts: Sequence[Text], words: WordReader, run: Runner, cut: str = "paragraph", size: int = 1
) -> list[Predicted]:
    """What the model says of each text.

    `size` windows of about one length are read together. In eight bits what a window gives depends
    slightly on the others, so that one by one is the way at run time; it is no slower.
    """
    cuts = [
        (number, begin, window)
        for number, text in enumerate(texts)
        for begin, window in _windows(text, words, cut)
    ]
    found = [_empty(len(text.words)) for text in texts]
    order = sorted(range(len(cuts)), key=lambda i: len(cuts[i][2].ids))
    for at in range(0, len(order), size):
        group = [cuts[i] for i in order[at : at + size]]
        outputs = run(*batch_of([window for _, _, window in group]))
        for layer, scores in zip(LAYERS, outputs, strict=True):
            for row, (number, begin, window) in enumerate(group):
                for i, place in enumerate(window.places):
                    if place >= 0:
                        found[number].scores[layer][begin + window.first + i] = scores[row, place]
    return found


def _windows(text: Text, words: WordReader, cut: str) -> list[tuple[int, Window]]:
    ranges = text.paragraph_ranges()
    if cut == "sentence":
        ranges = [(i, i + 1) for i in range(len(text.sentences))]
    elif cut == "packed":
        ranges = [(0, len(text.sentences))]
    return [
        (text.sentences[first][0], window)
        for first, last in ranges
        for window in words.windows(
            [text.words[a:b] for a, b in text.sentences[first:last]], LONGEST
        )
    ]


def _empty(length: int) -> Predicted:
    """Scores for words that have no pieces: outside of everything."""
    scores = {}
    for layer, labels in LAYERS.items():
        scores[layer] = np.zeros((length, len(labels)), dtype=np.float32)
        if OUTSIDE in labels:
            scores[layer][:, labels.index(OUTSIDE)] = 1.0
    return Predicted(scores)


def batch_of(windows: Sequence[Window]) -> tuple[Numbers, Numbers, Numbers]:
    """`ids`, `mask` and `shape` of some windows, filled up with 0 to the longest."""
    longest = max(len(w.ids) for w in windows)
    ids, mask, shape = (np.zeros((len(windows), longest), dtype=np.int64) for _ in range(3))
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = 1
        shape[row, : len(window.ids)] = window.shapes
    return ids, mask, shape
