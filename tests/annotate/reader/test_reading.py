"""Marks from shares."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.reader.reading import NOTHING_READ, Reading, joined_labels

NAMES = ("O", "B-person", "I-person", "B-place", "I-place")
ROWS: list[list[float]] = [
    [0, 0.6, 0, 0.4, 0],
    [0, 0, 0.1, 0, 0.9],
    [1, 0, 0, 0, 0],
    [0, 0, 0.9, 0.1, 0],
]


def _reading(rows: list[list[float]]) -> Reading:
    return Reading({"names": NAMES}, {"names": np.array(rows, dtype=np.float32)})


def test_an_inside_joins_what_stands_before_it_and_the_larger_share_names_the_type() -> None:
    labels = ["B-person", "I-place", "O", "I-person"]
    joined = joined_labels(labels, np.array(ROWS, dtype=np.float32), NAMES)
    assert joined == ["B-place", "I-place", "O", "B-person"]


def test_two_names_side_by_side_stay_two() -> None:
    rows = [[0, 1, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]
    labels = ["B-person", "B-place", "I-place"]
    assert joined_labels(labels, np.array(rows, dtype=np.float32), NAMES) == labels


def test_a_mark_is_as_sure_as_its_words_are_of_its_type() -> None:
    first, second = _reading(ROWS).marks("names")
    assert (first.first, first.last, first.type) == (0, 2, "place")
    assert first.share == pytest.approx((0.4 + 0.9) / 2)
    assert (second.first, second.last, second.type) == (3, 4, "person")


def test_the_share_of_any_label_can_be_asked() -> None:
    assert _reading(ROWS).share("names", 0, "B-place") == pytest.approx(0.4)
    assert NOTHING_READ.share("names", 7, "B-place") == 0
    assert NOTHING_READ.marks("names") == ()
    assert not NOTHING_READ


def test_each_word_of_an_event_is_a_mark_of_its_own() -> None:
    shares = np.eye(3, dtype=np.float32)[[0, 2, 2]]
    marks = Reading({"trigger": ("O", "CONSULT", "AID")}, {"trigger": shares}).triggers()
    assert [(m.first, m.last, m.type) for m in marks] == [(1, 2, "AID"), (2, 3, "AID")]
