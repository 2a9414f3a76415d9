"""Initials and the names that they are made of."""

from __future__ import annotations

import pytest

from dateline.annotate.chains.acronyms import is_acronym, is_initials, shares_letters


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("HWU", "Harbour Workers Union"),
        ("H.W.U.", "Harbour Workers Union"),
        ("LeT", "Lashkar-e-Taiba"),
        ("FIN", "Front in the North"),  # with the small word
        ("FN", "Front in the North"),  # without it
        ("HTL", "Hay'at Tahrir Lamu"),  # an apostrophe parts no words
    ],
)
def test_initials_are_the_first_letters_with_or_without_small_words(
    acronym: str, name: str
) -> None:
    assert is_initials(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("HWU", "Harbour Union"),
        ("HU", "Harbour Workers Union"),
        ("HUW", "Harbour Workers Union"),
        ("Let", "Lashkar-e-Taiba"),  # a word that happens to fit
        ("H", "Harbour"),
    ],
)
def test_other_letters_are_no_initials(acronym: str, name: str) -> None:
    assert not is_initials(acronym, name)


def test_an_acronym_of_another_tongue_shares_the_letters_in_any_order() -> None:
    assert shares_letters("FLN", "National Liberation Front")
    assert not shares_letters("FBI", "Justice Department")


def test_a_plain_word_is_no_acronym() -> None:
    assert is_acronym("NATO")
    assert not is_acronym("Nato")
    assert not is_acronym("A1")
