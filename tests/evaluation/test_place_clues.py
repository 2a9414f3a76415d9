"""Fitting the weights of clues: what speaks for a place weighs more, and always the same."""

from __future__ import annotations

import numpy as np

from evaluation.place_clues import ALWAYS, as_table, regress

ROWS = [["in a list", "known"], ["known"], ["known"], ["a person's"], ["a person's"], ["rare"]] * 4
LABELS = np.array([1, 1, 0, 0, 0, 1] * 4, dtype=float)


def test_clues_of_places_weigh_more_than_clues_of_others() -> None:
    weights = regress(ROWS, LABELS, np.ones(len(ROWS)), rarest=8)
    assert weights["known"] > 0 > weights["a person's"]


def test_a_rare_clue_has_no_weight() -> None:
    assert "rare" not in regress(ROWS, LABELS, np.ones(len(ROWS)), rarest=8)


def test_rows_that_do_not_count_change_nothing() -> None:
    more = [*ROWS, ["known"]]
    labels, counts = np.append(LABELS, 0), np.append(np.ones(len(ROWS)), 0)
    assert regress(more, labels, counts) == regress(ROWS, LABELS, np.ones(len(ROWS)))


def test_the_table_is_sorted_and_leaves_out_what_has_no_weight() -> None:
    table = as_table({"b": 0.5, ALWAYS: 0.0, "a": -1.0, "none": 0.0})
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert rows == ["a\t-1.0", "always\t0.0", "b\t0.5"]
