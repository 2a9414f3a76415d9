"""What counts as right, span by span and word by word."""

from __future__ import annotations

import pytest

from training.figures import span_tally, word_tally


def test_a_span_is_right_only_with_its_type_and_both_ends() -> None:
    there = [["B-person", "I-person", "O", "B-place"]]
    found = [["B-person", "O", "O", "B-place"]]
    tally = span_tally(found, there)
    assert (tally.f1("person"), tally.f1("place"), tally.f1()) == (0.0, 1.0, 0.5)


def test_types_that_a_set_does_not_know_do_not_count() -> None:
    there, found = [["B-place", "O"]], [["B-place_as_actor", "B-group"]]
    tally = span_tally(found, there, {"place": "place", "place_as_actor": "place"})
    assert tally.f1() == 1.0


def test_words_count_whatever_their_span() -> None:
    tally = word_tally([["I-cue", "I-cue", "O"]], [["B-cue", "O", "B-cue"]])
    assert tally.f1() == pytest.approx(0.5)


def test_nothing_found_and_nothing_there_is_zero_not_an_error() -> None:
    assert span_tally([["O"]], [["O"]]).rows()["all"]["f1"] == 0.0
