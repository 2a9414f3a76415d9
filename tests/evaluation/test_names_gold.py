"""Participants of the set `gold`: who they are, and when one is found."""

from __future__ import annotations

from pathlib import Path

from evaluation.names_gold import Named, fold_forms, found_participants, read_gold
from tests.evaluation.corpora import gold


def test_those_who_take_part_under_a_name_are_participants(tmp_path: Path) -> None:
    (report,) = read_gold(gold(tmp_path))
    assert report.case == "g1"
    assert report.report.text.count("Keller") == 2
    assert report.participants == (
        Named(frozenset(["dr anna keller", "keller"]), is_person=True),
        Named(frozenset(["olsen fund"]), is_person=False),
    )


def test_a_folder_that_is_not_there_has_no_reports(tmp_path: Path) -> None:
    assert read_gold(tmp_path / "nowhere") == []


def test_a_participant_is_found_by_any_of_its_names_if_the_type_is_right() -> None:
    keller = Named(fold_forms(["Anna Keller", "Keller"]), is_person=True)
    fund = Named(fold_forms(["The Olsen Fund"]), is_person=False)
    assert found_participants([keller, fund], [("Keller’s", True), ("Olsen fund", False)]) == [
        True,
        True,
    ]
    assert found_participants([keller, fund], [("Keller", False), ("Olsen", False)]) == [
        False,
        False,
    ]
