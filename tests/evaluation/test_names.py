"""The set `names`: what counts as right, and a run over small corpora of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.names import NAMES, Tally, measure
from evaluation.names_corpora import TypedName
from tests.evaluation.corpora import column_sets, gold, wikinews


def test_a_name_is_right_if_its_extent_and_type_are() -> None:
    tally = Tally()
    tally.add(
        [
            TypedName(0, 11, "person"),
            TypedName(20, 24, "place"),  # right but for an end
            TypedName(30, 34, "organization"),  # right but for the type
            TypedName(40, 44, "group"),  # asked for by nobody
        ],
        [TypedName(0, 11, "person"), TypedName(20, 26, "place"), TypedName(30, 34, "place")],
    )
    figures = tally.figures()
    assert figures == {
        "p": pytest.approx(1 / 3),
        "r": pytest.approx(1 / 3),
        "f1": pytest.approx(1 / 3),
        "overlap_f1": pytest.approx(2 / 3),
        "person_f1": 1.0,
        "organization_f1": 0.0,
        "place_f1": 0.0,
    }


def test_texts_are_counted_apart_and_added_up() -> None:
    tally = Tally()
    tally.add([TypedName(0, 4, "place")], [])
    tally.add([], [TypedName(0, 4, "place")])
    assert tally.figures()["f1"] == 0.0
    assert tally.figures()["overlap_f1"] == 0.0


def test_a_run_has_the_product_beside_its_parts_and_spacy_and_says_what_is_left_out(
    tmp_path: Path,
) -> None:
    column_sets(tmp_path / "ner_open")
    wikinews(tmp_path / "wikinews_annotated")
    cases = gold(tmp_path / "gold")

    result = measure(tmp_path, cases)

    assert result.documents == 2 + 2 + 1 + 1
    assert set(result.peers) == {"spaCy", "model alone", "rules alone"}
    assert all(set(figures) == set(result.figures) for figures in result.peers.values())
    assert result.figures["wikinews_person_f1"] == 1.0
    assert (
        result.figures["gold_person_recall"]
        == result.figures["gold_recall"] * 2 - (result.figures["gold_organization_recall"])
    )
    assert result.figures["gold_g1_recall"] == result.figures["gold_recall"]
    assert result.notes[0] == "re3d is not there: re3d without BBC Online is left out."
    assert "wikigold" in result.part


def test_without_gold_a_line_says_so(tmp_path: Path) -> None:
    wikinews(tmp_path / "wikinews_annotated")
    result = measure(tmp_path, tmp_path / "nowhere")
    assert result.notes[-1] == "The set `gold` is not there: it is left out."
    assert not any(figure.startswith("gold") for figure in result.figures)


def test_a_folder_without_corpora_is_missing_data(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds none"):
        measure(tmp_path, None)


def test_its_headline_figures_are_measured(tmp_path: Path) -> None:
    wikinews(tmp_path / "wikinews_annotated")
    figures = measure(tmp_path, gold(tmp_path / "gold")).figures
    measured = {f"{corpus}_f1" for corpus in ("wikigold", "wnut17", "re3d")} | set(figures)
    assert set(NAMES.headline) <= measured
