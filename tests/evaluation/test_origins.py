"""Made-up happenings with known origins: what is made, and how counts are scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.origins import Counts, count_outlets, count_texts, measure, score
from evaluation.origins_made import KINDS, make_happenings


def test_the_same_seed_makes_the_same_happenings() -> None:
    made = list(make_happenings(2, "one"))
    assert made == list(make_happenings(2, "one"))
    assert made != list(make_happenings(2, "two"))
    assert len({one.kind for one in made}) == len(KINDS)


def test_each_report_has_an_outlet_and_no_two_texts_are_one_but_copies() -> None:
    for made in make_happenings(3, "texts"):
        assert len(made.outlets) == len(made.texts)
        for outlet, text in zip(made.outlets, made.texts, strict=True):
            assert outlet in text
        assert count_texts(made).copies == made.copies


def test_counting_outlets_takes_every_outlet_for_an_origin() -> None:
    for made in make_happenings(1, "outlets"):
        assert count_outlets(made).origins == len(set(made.outlets)) >= made.origins


def test_only_exact_numbers_count() -> None:
    made = next(make_happenings(1, "scores"))
    right = Counts(made.origins, made.publishers, made.copies)
    wrong = right._replace(origins=right.origins + 2)
    assert score([(made, right), (made, wrong)]) == pytest.approx(
        {"origins": 0.5, "publishers": 1.0, "copies": 1.0, "origins_too_many": 1.0}
    )


def test_whole_texts_are_read_and_counted(tmp_path: Path) -> None:
    result = measure(tmp_path, 1, "tests")
    assert result.figures["origins"] >= 0.9
    assert result.figures["publishers"] >= 0.9
    assert result.peers["distinct outlets"]["origins"] < 0.5
    assert set(result.parts) == {made.kind for made in make_happenings(1, "tests")}
