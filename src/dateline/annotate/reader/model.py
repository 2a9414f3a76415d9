"""Runs the reader: the one module that knows the libraries that its files are made for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from dateline.annotate.reader.reading import OUTSIDE, Reading, Shares
from dateline.annotate.reader.words import Window, WordReader
from dateline.records import Sentence, Token

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class ReaderModel:
    """The reader's files, loaded.

    Each window is read by itself, on one thread: in eight bits the scores of a window depend
    slightly on what is read together with it, and reports must not depend on each other. It is no
    slower than in batches.
    """

    def __init__(
        self, session: InferenceSession, words: WordReader, labels: dict[str, tuple[str, ...]]
    ) -> None:
        self._session = session
        self._words = words
        self.labels = labels
        """The labels of each layer, in the order of their columns."""

    def read(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Reading:
        """Reads a text; sentences of one paragraph are read together."""
        shares = {layer: _outside(len(tokens), labels) for layer, labels in self.labels.items()}
        for _, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
            # What is white space alone is no word to the model.
            read = [
                [i for i in range(s.first, s.last) if tokens[i].text.strip()] for s in paragraph
            ]
            places = [i for sentence in read for i in sentence]
            words = [[tokens[i].text for i in sentence] for sentence in read]
            for window in self._words.windows(words):
                self._read(window, places[window.first :], shares)
        return Reading(self.labels, shares)

    def _read(self, window: Window, places: Sequence[int], shares: dict[str, Shares]) -> None:
        """Put what is said of a window's words at their places."""
        ids = np.array([window.ids], dtype=np.int64)
        shapes = np.array([window.shapes], dtype=np.int64)
        given = {"ids": ids, "mask": np.ones_like(ids), "shape": shapes}
        kept = [number for number, piece in enumerate(window.places) if piece >= 0]
        pieces = [window.places[number] for number in kept]
        at = [places[number] for number in kept]
        for layer, scores in zip(
            self.labels, self._session.run(list(self.labels), given), strict=True
        ):
            shares[layer][at] = _softmax(np.asarray(scores, dtype=np.float32)[0, pieces])


def _outside(length: int, labels: Sequence[str]) -> Shares:
    """Shares for words that the model never sees: outside of everything, else all alike."""
    if OUTSIDE not in labels:
        return np.full((length, len(labels)), 1 / len(labels), dtype=np.float32)
    shares = np.zeros((length, len(labels)), dtype=np.float32)
    shares[:, labels.index(OUTSIDE)] = 1.0
    return shares


def _softmax(scores: Shares) -> Shares:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=1)
def load_reader() -> ReaderModel:
    """The reader that ships with the package, loaded once."""
    import onnxruntime
    from tokenizers import Tokenizer

    onnxruntime.disable_telemetry_events()  # builds for Windows tell the system what they run
    folder = files("dateline.annotate.reader")
    told = json.loads(folder.joinpath("labels.json").read_text("utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors alone: its warnings are no news to a user
    with as_file(folder.joinpath("model.onnx")) as model:
        session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
    words = WordReader(Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text("utf-8")))
    labels = {layer: tuple(names) for layer, names in told["outputs"].items()}
    return ReaderModel(session, words, labels)
