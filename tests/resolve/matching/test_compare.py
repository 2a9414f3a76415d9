"""Two names compared: what they share, what sets them apart, and the words for it."""

from __future__ import annotations

import pytest

from dateline.resolve.matching import NameMatch, compare_names, prepare_name
from dateline.resolve.matching.parts import MOST_PARTS
from dateline.resolve.matching.weights import BODY_WEIGHTS, PERSON_WEIGHTS


def compare(left: str, right: str, schema: str) -> NameMatch:
    return compare_names(prepare_name(left, schema), prepare_name(right, schema))


SAME = [
    ("Person", "Marta Kowalczyk", "KOWALCZYK, Marta"),  # the family name first, with a comma
    ("Person", "Tariq Qaddoura", "Tarek Qadoura"),  # two ways to write Arabic
    ("Person", "Анна Ковальская", "Anna Kovalskaya"),  # another script
    ("Person", "يوسف منصور", "Yousef Mansour"),  # a script that leaves vowels out
    ("Person", "William Thornbury", "Bill Thornbury"),  # a short form
    ("Person", "W. Thornbury", "William Thornbury"),  # an initial
    ("Person", "Abdul Rahman Siddiq", "Abdulrahman Siddiq"),  # written together
    ("Person", "Dr. Ingrid Halvorsen", "Ingrid Halvorsen"),  # a title
    ("Person", "Ingrid Halvorsen", "Ingrid Halvorson"),  # a slip
    ("Person", "Ingr\u200bid Halvоrsen", "Ingrid Halvorsen"),  # invisible and lookalike letters
    ("Person", "Ingr1d Halvorsen", "Ingrid Halvorsen"),  # a digit for a letter
    ("Company", "Nordwind Shipping GmbH", "Nordwind Shipping Limited"),  # legal forms
    ("Company", "OOO Vostok Energo", "Vostok Energo LLC"),  # a legal form in front
    ("Company", "North Wind Shipping", "Northwind Shipping"),  # a word break
    ("Company", "Harrow Steel Intl", "Harrow Steel International"),  # a short form of a word
    ("Organization", "Kestrel Valley Farmers Union", "KVFU"),  # an acronym
    ("Organization", "KVFU Women's League", "Kestrel Valley Farmers Union Women's League"),
    ("Organization", "3rd Harbour Brigade", "Third Harbour Brigade"),  # a number in words
]
APART = [
    ("Person", "Mario Lindqvist", "Maria Lindqvist"),  # two known first names
    ("Person", "Hassan Thornbury", "Hussain Thornbury"),
    ("Person", "Marta Kowalczyk", "Piotr Kowalczyk"),  # a family name in common
    ("Person", "Marta Kowalczyk", "Marta Lindqvist"),  # a first name in common
    ("Person", "Kim Sol Ho", "Kim Sol Rak"),
    ("Person", "W. Thornbury", "James Thornbury"),  # an initial that does not fit
    ("Company", "Nordwind Shipping", "Nordwind Insurance"),  # a word that tells them apart
    ("Company", "Bank of Vienna", "Bank of Communications"),
    ("Company", "Harrow Bank Austria", "Harrow Bank Australia"),  # another country
    ("Organization", "Ministry of Water of Peru", "Ministry of Water of Chile"),
]


@pytest.mark.parametrize(("schema", "left", "right"), SAME)
def test_names_of_one_are_the_same(schema: str, left: str, right: str) -> None:
    assert compare(left, right, schema).is_same


@pytest.mark.parametrize(("schema", "left", "right"), APART)
def test_names_of_two_are_told_apart(schema: str, left: str, right: str) -> None:
    assert not compare(left, right, schema).is_same


@pytest.mark.parametrize(("schema", "left", "right"), SAME + APART)
def test_the_order_of_two_names_does_not_matter(schema: str, left: str, right: str) -> None:
    one, other = compare(left, right, schema), compare(right, left, schema)
    assert one.score == pytest.approx(other.score)


@pytest.mark.parametrize(("schema", "left", "right"), SAME + APART)
def test_every_feature_stands_in_the_table_and_says_why(schema: str, left: str, right: str) -> None:
    table = PERSON_WEIGHTS if schema == "Person" else BODY_WEIGHTS
    for feature in compare(left, right, schema).features:
        assert feature.weight == table[feature.name]
        assert feature.reason


def test_what_speaks_against_is_named_with_both_words() -> None:
    match = compare("Harbour Brigade 44", "Harbour Brigade 45", "Organization")
    assert [(one.name, one.reason) for one in match.conflicts] == [
        ("numbers conflict", "44 against 45")
    ]


def test_a_rare_name_in_common_says_more_than_a_common_one() -> None:
    rare = compare("Qasim Thornbury", "Qasim Thornbury", "Person")
    common = compare("John Smith", "John Smith", "Person")
    assert rare.score > common.score > 0.5


def test_a_person_is_never_a_body() -> None:
    left, right = prepare_name("Marta Kowalczyk"), prepare_name("Marta Kowalczyk", "Company")
    assert compare_names(left, right).score == 0


def test_two_names_of_one_known_body_are_the_same() -> None:
    match = compare("UNHCR", "UN refugee agency", "Organization")
    assert match.is_same
    assert [one.name for one in match.features] == ["start", "same known name"]


@pytest.mark.parametrize("printed", ["", "-", "…", "\u200b", "'", "Ltd", "Mr", "44"])
@pytest.mark.parametrize("schema", ["Person", "Company", "LegalEntity"])
def test_a_name_of_nothing_can_be_compared(printed: str, schema: str) -> None:
    match = compare(printed, "Marta Kowalczyk", schema)
    assert not match.is_same
    assert 0 <= compare(printed, printed, schema).score <= 1


@pytest.mark.parametrize("word", ["a", "al ", "Ltd ", "a.", "Marta ", "\u0628", "VI ", "-"])
@pytest.mark.parametrize("schema", ["Person", "Company"])
def test_a_name_made_to_be_slow_is_cut_short(word: str, schema: str) -> None:
    left, right = prepare_name(word * 100_000, schema), prepare_name(word * 99_999, schema)
    assert max(len(left.parts), len(right.parts)) <= MOST_PARTS
    assert 0 <= compare_names(left, right).score <= 1
