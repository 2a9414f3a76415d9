"""Nicknames inside names."""

from __future__ import annotations

from tests.annotate.reading import read


def test_a_nickname_inside_a_name_parts_no_person_in_two() -> None:
    reading = read("Viktor “Boss” Ivanov was arrested in Sofia. Ivanov was freed. Boss left.")

    assert reading.names() == ["Viktor Ivanov"]
    assert reading.mentions("Viktor Ivanov") == ["Viktor “Boss” Ivanov", "Ivanov", "Boss"]
    assert reading.roles("Viktor Ivanov") == set(), "“Boss” is no post here"


def test_a_quotation_between_two_names_is_no_nickname() -> None:
    reading = read("To Viktor Marsh “the war was a mistake” Ivanov had replied in Sofia.")

    assert "Viktor Marsh Ivanov" not in reading.names()
