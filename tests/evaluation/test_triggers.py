"""The set `triggers`: what counts as right, and a run over small corpora of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.triggers import TRIGGERS, Tally, run
from evaluation.triggers_corpora import Labelled, Types
from evaluation.triggers_found import Trigger
from tests.evaluation.corpora import meantime, plover, wikievents, wikinews

TYPES: Types = {
    "Attack": frozenset(["ASSAULT"]),
    "Talk": frozenset(["CONSULT"]),
    "Speech": frozenset(["STATE", "ACCUSE"]),
    "Other": frozenset(),
}
"""Of a set that has a type "Die" besides."""


def figures(*found: tuple[int, str], labelled: dict[int, str]) -> dict[str, float]:
    """Words of five characters at ten times their number."""
    tally = Tally(TYPES)
    tally.add(
        [Trigger(((10 * at, 10 * at + 5),), kind) for at, kind in found],
        [Labelled(((10 * at, 10 * at + 5),), kind) for at, kind in labelled.items()],
    )
    return tally.figures()


def test_a_trigger_is_right_if_its_word_and_type_are() -> None:
    given = {1: "Attack", 2: "Talk", 3: "Speech"}
    found = figures((1, "ASSAULT"), (2, "STATE"), (3, "ACCUSE"), (4, "CONSULT"), labelled=given)
    assert found["p"] == 2 / 4
    assert found["r"] == 2 / 3
    assert found["f1"] == pytest.approx(4 / 7)
    assert found["words_f1"] == pytest.approx(6 / 7)


def test_what_has_no_counterpart_is_left_out_on_both_sides() -> None:
    given = {1: "Attack", 2: "Die", 3: "Die"}
    found = figures((1, "ASSAULT"), (2, "ASSAULT"), (5, "PROTEST"), labelled=given)
    assert found["f1"] == 1.0
    assert found["words_f1"] == 1.0
    assert found["class_f1"] == 1.0


def test_what_is_found_on_a_word_of_a_closed_type_is_wrong() -> None:
    found = figures((1, "ASSAULT"), (2, "STATE"), labelled={1: "Attack", 2: "Other"})
    assert (found["p"], found["r"]) == (1 / 2, 1.0)


def test_an_event_of_several_words_is_found_once() -> None:
    tally = Tally(TYPES)
    event = Labelled(((0, 5), (20, 25)), "Talk")
    tally.add([Trigger(((0, 5),), "CONSULT"), Trigger(((20, 25),), "CONSULT")], [event])
    assert tally.figures()["f1"] == 1.0


def test_one_trigger_finds_one_event() -> None:
    tally = Tally(TYPES)
    events = [Labelled(((0, 5),), "Talk"), Labelled(((6, 9),), "Talk")]
    tally.add([Trigger(((0, 9),), "CONSULT")], events)
    assert (tally.figures()["p"], tally.figures()["r"]) == (1.0, 1 / 2)


def test_the_class_of_a_sentence_is_right_wherever_it_is_found() -> None:
    assert figures((4, "CONSULT"), labelled={1: "Talk"})["class_f1"] == 1.0


def test_only_frequent_types_have_figures_of_their_own() -> None:
    many = dict.fromkeys(range(12), "Attack") | {20: "Talk"}
    found = figures(*((at, "ASSAULT") for at in range(12)), labelled=many)
    assert found["assault_f1"] == 1.0
    assert "consult_f1" not in found


def test_a_run_has_the_product_beside_its_parts_and_says_what_is_left_out(tmp_path: Path) -> None:
    for make, name in (
        (wikievents, "wikievents"),
        (plover, "plover_gsr"),
        (wikinews, "wikinews_annotated"),
    ):
        make(tmp_path / name)

    result = run(tmp_path)

    assert result.documents == 1 + 2 + 1
    assert set(result.peers) == {
        "model alone",
        "rules alone",
        "event claims",
        "event claims, rules alone",
    }
    assert result.figures["wikinews_f1"] == 1.0
    assert "plover_class_f1" in result.figures
    assert "wikievents_class_f1" not in result.figures
    assert result.notes[0].startswith("meantime_en is not there: ")


def test_its_headline_figures_are_measured(tmp_path: Path) -> None:
    meantime(tmp_path / "meantime_en")
    figures = set(run(tmp_path).figures)
    assert {figure for figure in TRIGGERS.headline if figure.startswith("meantime")} <= figures


def test_a_folder_without_corpora_is_missing_data(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds none"):
        run(tmp_path)
