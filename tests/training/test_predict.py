"""Labels from scores: each word read at its first piece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dateline.annotate.reader.reading import joined_labels
from dateline.annotate.reader.words import WordReader
from training.labels import LAYERS
from training.predict import Numbers, Scores, batch_of, predict
from training.texts import from_sentences


class LettersReader(WordReader):
    """Cuts a word into its letters: a reader of words that needs no vocabulary."""

    def __init__(self) -> None:
        self._begin, self._end = 1, 2

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        return [[ord(letter) for letter in word] for word in words]


def _sees_capitals(ids: Numbers, mask: Numbers, shape: Numbers) -> list[Scores]:
    """Scores that make every word with a capital in front a person."""
    outputs = [np.zeros((*ids.shape, len(labels)), dtype=np.float32) for labels in LAYERS.values()]
    is_capital = (ids >= ord("A")) & (ids <= ord("Z"))
    outputs[0][..., 1] = np.where(is_capital & (mask == 1), 1.0, -1.0)
    return outputs


def test_labels_are_read_at_the_first_piece_whatever_the_order_of_windows() -> None:
    texts = [
        from_sentences("a", [["we", "met", "Mira"], ["Ole", "", "left"]], {}),
        from_sentences("b", [["Bo"]], {}),
    ]
    first, second = predict(texts, LettersReader(), _sees_capitals, size=2)
    assert first.labels("names") == ["O", "O", "B-person", "B-person", "O", "O"]
    assert second.labels("names") == ["B-person"]
    assert first.probabilities("names").sum(axis=1) == pytest.approx(1.0)


def test_a_batch_is_filled_up_and_masked() -> None:
    reader = LettersReader()
    (short,), (long,) = reader.windows([["a"]]), reader.windows([["bcd"]])
    ids, mask, _ = batch_of([short, long])
    assert ids.tolist() == [[1, 97, 2, 0, 0], [1, 98, 99, 100, 2]]
    assert mask.tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]


def test_types_of_single_words_are_not_joined() -> None:
    order = LAYERS["trigger"]
    shares = np.eye(len(order), dtype=np.float32)[:2]
    assert joined_labels(["O", "CONSULT"], shares, order) == ["O", "CONSULT"]
