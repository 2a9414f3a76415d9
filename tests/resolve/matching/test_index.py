"""Names found again among many."""

from __future__ import annotations

import pytest

from dateline.resolve.matching import name_keys, prepare_name
from dateline.resolve.matching.index import NameIndex

NAMES = ("Marta Kowalczyk", "Tarek Qadoura", "Ingrid Halvorsen", "William Thornbury", "Li Na")
VARIANTS = [
    ("KOWALCZYK, Martha", 0),
    ("Tariq al-Qaddoura", 1),
    ("طارق قدورة", 1),
    ("Ingrid Halvarsson", 2),
    ("Bill Thornbury", 3),
]


@pytest.mark.parametrize(("variant", "place"), VARIANTS)
def test_a_variant_finds_the_name_first(variant: str, place: int) -> None:
    index = NameIndex([prepare_name(name) for name in NAMES])
    assert index.candidates(prepare_name(variant), least=0.1)[0][0] == place


@pytest.mark.parametrize(("variant", "place"), VARIANTS)
def test_a_variant_shares_a_key_with_the_name(variant: str, place: int) -> None:
    assert set(name_keys(variant)) & set(name_keys(NAMES[place]))


def test_no_more_candidates_than_asked_for_come_and_the_nearest_first() -> None:
    index = NameIndex([prepare_name(name) for name in NAMES * 3])
    found = index.candidates(prepare_name("Marta Kowalczyk"), most=2)
    assert [place for place, _ in found] == [0, 5]
    assert found[0][1] == pytest.approx(1)


def test_an_empty_index_and_an_unknown_name_find_nothing() -> None:
    assert NameIndex([]).candidates(prepare_name("Marta Kowalczyk")) == []
    assert NameIndex([prepare_name("Li Na")]).candidates(prepare_name("Otto Zeppelin")) == []
