"""The figures of the card: every layer, and certainty at triggers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from training.labels import LAYERS, SPAN_LAYERS
from training.measure import held_out_figures, summary
from training.predict import Predicted
from training.texts import from_sentences

WORDS = ["Olsen", "did", "not", "sign", "or", "say"]
LABELS: dict[str, list[str | None]] = {
    "names": ["B-person", "O", "O", "O", "O", "O"],
    "source": ["B-source", "O", "O", "O", "O", "O"],
    "cue": ["O", "O", "O", "O", "O", "B-cue"],
    "content": ["O", "B-content", "I-content", "I-content", "O", "O"],
    "trigger": ["O", "O", "O", "AGREE", "O", "STATE"],
    "factuality": [None, "+", None, "-", None, "+"],
}


def _says(labels: Mapping[str, Sequence[str | None]]) -> Predicted:
    scores = {}
    for layer, names in LAYERS.items():
        scores[layer] = np.zeros((len(WORDS), len(names)), dtype=np.float32)
        for i, label in enumerate(labels[layer]):
            scores[layer][i, names.index(label or "-")] = 1.0
    return Predicted(scores)


def test_what_is_said_rightly_counts_fully() -> None:
    text = from_sentences("a", [WORDS], LABELS)
    found = summary(held_out_figures([text], [_says(LABELS)]))
    assert set(found.values()) == {1.0}
    assert len(found) == len(SPAN_LAYERS) + 3 + 3


def test_certainty_is_judged_at_marked_triggers_only() -> None:
    text = from_sentences("a", [WORDS], LABELS)
    certainties: list[str | None] = ["?", "?", "?", "-", "?", "+"]
    wrong_beside = {**LABELS, "factuality": certainties}
    figures: Any = held_out_figures([text], [_says(wrong_beside)])
    row = figures["factuality, at marked triggers"]["all"]
    assert (row["count"], row["f1"]) == (2, 1.0)


def test_a_trigger_of_the_wrong_type_is_still_a_trigger() -> None:
    text = from_sentences("a", [WORDS], LABELS)
    other: dict[str, list[str | None]] = {**LABELS, "trigger": ["O", "O", "O", "AID", "O", "STATE"]}
    found = summary(held_out_figures([text], [_says(other)]))
    assert found["trigger, words"] == 1.0
    assert found["trigger, words with type"] == 0.5
