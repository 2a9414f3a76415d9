"""Spans as labels and back, and the numbers of labels."""

from __future__ import annotations

import json
from importlib.resources import files

from training.labels import IGNORED, LAYERS, Marked, labels_of, numbers_of, spans_of


def test_spans_become_labels_and_back() -> None:
    spans = [Marked(0, 2, "person"), Marked(2, 3, "place"), Marked(4, 5, "place")]
    labels = labels_of(spans, 6)
    assert labels == ["B-person", "I-person", "B-place", "O", "B-place", "O"]
    assert spans_of(labels) == spans


def test_of_spans_that_overlap_the_longer_one_stays() -> None:
    inner, outer = Marked(1, 3, "content"), Marked(0, 5, "content")
    assert spans_of(labels_of([inner, outer], 5)) == [outer]


def test_neighbours_of_one_type_stay_two() -> None:
    spans = [Marked(0, 1, "cue"), Marked(1, 2, "cue")]
    assert spans_of(labels_of(spans, 2)) == spans


def test_an_inside_that_continues_nothing_begins_a_span() -> None:
    assert spans_of(["O", "I-person", "I-place", "I-place"]) == [
        Marked(1, 2, "person"),
        Marked(2, 4, "place"),
    ]


def test_what_is_not_known_is_not_learnt() -> None:
    assert numbers_of("factuality", [None, "+", "?"]) == [IGNORED, 0, 3]


def test_every_span_layer_begins_with_outside_and_has_both_sides_of_each_type() -> None:
    for layer in ("names", "source", "cue", "content"):
        first, *others = LAYERS[layer]
        assert first == "O"
        assert [label[0] for label in others] == ["B", "I"] * (len(others) // 2)


def test_the_reader_that_ships_has_these_layers_and_labels() -> None:
    shipped = files("dateline.annotate.reader").joinpath("labels.json").read_text("utf-8")
    told = json.loads(shipped)["outputs"]
    assert list(told) == list(LAYERS)
    assert {layer: tuple(labels) for layer, labels in told.items()} == dict(LAYERS)
