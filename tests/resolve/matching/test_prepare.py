"""A printed name in comparable parts."""

from __future__ import annotations

import pytest

from dateline.resolve.matching import prepare_name


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("KOWALCZYK, Marta Anna", ["marta", "anna", "kowalczyk"]),  # given names first
        ("Prof. Dr. Marta Kowalczyk", ["marta", "kowalczyk"]),  # without titles
        ("J.-P. Moreau", ["j", "p", "moreau"]),  # initials one by one
        ("JP Moreau", ["j", "p", "moreau"]),
        ("Marta Kowalczyk LLC", ["marta", "kowalczyk"]),
        ("Marta Kowalczyk, Dr.", ["marta", "kowalczyk"]),  # a title after a comma
        ("Marta Kowalczyk \U0001f600", ["marta", "kowalczyk"]),
        ("Kowalczyk", ["kowalczyk"]),
        ("President", ["president"]),  # all title: kept
    ],
)
def test_a_person_is_cut_into_parts(printed: str, parts: list[str]) -> None:
    assert [part.text for part in prepare_name(printed).parts] == parts


@pytest.mark.parametrize(
    ("printed", "parts", "forms"),
    [
        ("Harrow Steel Co., Ltd.", ["harrow", "steel"], {"LLC"}),
        ("OAO Harrow Stal", ["harrow", "stal"], {"JSC"}),
        ("HarrowAG", ["harrow"], {"JSC"}),
        ("H.S.T. Group", ["hst", "group"], set()),
        ("The Ltd", ["ltd"], set()),  # all form: kept
    ],
)
def test_a_company_is_cut_into_words_and_legal_forms(
    printed: str, parts: list[str], forms: set[str]
) -> None:
    name = prepare_name(printed, "Company")
    assert ([part.text for part in name.parts], set(name.forms)) == (parts, forms)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("Fund IV", "4"), ("Fund 4", "4"), ("Fourth Fund", "4"), ("Fund Forty-four", "44")],
)
def test_a_number_has_its_value_however_it_is_written(printed: str, value: str) -> None:
    means = [p.means for p in prepare_name(printed, "Company").parts if p.kind == "number"]
    assert means == [value]


def test_the_suffix_of_a_person_is_kept_apart() -> None:
    name = prepare_name("Marta Kowalczyk Jr")
    assert (name.suffix, len(name.parts)) == ("jr", 2)


def test_what_may_be_either_is_read_by_its_words() -> None:
    assert prepare_name("Marta Kowalczyk", "LegalEntity").is_person
    assert not prepare_name("Kowalczyk Trading", "LegalEntity").is_person


def test_a_common_name_weighs_less_than_a_rare_one() -> None:
    common, rare = prepare_name("Mohammed Thornbury").parts
    assert common.weight < rare.weight
