"""The fit of the weights that tell namesakes apart."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.place_weights import climb

LARGE_AND_FAR = [1.0, 0.0]
SMALL_AND_NEAR = [0.0, 1.0]


def test_what_the_right_readings_have_gains_weight_and_what_the_others_have_loses_it() -> None:
    name = (np.array([LARGE_AND_FAR, SMALL_AND_NEAR]), np.array([0.0, 1.0]), 1.0)
    far, near = climb([name], np.zeros(2), np.zeros(2))
    assert near > 0.5
    assert far == pytest.approx(-near)


def test_a_name_that_counts_more_pulls_more() -> None:
    table = np.array([LARGE_AND_FAR, SMALL_AND_NEAR])
    near = (table, np.array([0.0, 1.0]), 3.0)
    far = (table, np.array([1.0, 0.0]), 1.0)
    weights = climb([near, far], np.zeros(2), np.zeros(2))
    assert weights[1] - weights[0] == pytest.approx(np.log(3), abs=0.1)


def test_evidence_that_is_nowhere_keeps_its_weight() -> None:
    table = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    prior = np.array([0.0, 0.0, -1.5])
    weights = climb([(table, np.array([0.0, 1.0]), 1.0)], prior, prior)
    assert weights[2] == pytest.approx(-1.5)
