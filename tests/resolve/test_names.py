"""Printed names made comparable."""

import pytest

from dateline.resolve.compare import given_names_fit, names_conflict
from dateline.resolve.names import fold, is_acronym, read_body, read_person, strip_titles


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Erdoğan", "erdogan"),
        ("U.S.", "us"),
        ("Özgür Işık", "ozgur isik"),
        ("Fazl-ur-Rehman", "fazl ur rehman"),
        ("O’Neill & Sons", "oneill and sons"),
        ("St. Brannock", "st brannock"),
        ("Łódź", "lodz"),
    ],
)
def test_folding_takes_off_what_printers_differ_in(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dr. Mira Oduya", "Mira Oduya"),
        ("Prime Minister Mira Oduya", "MIRA ODUYA"),
        ("Lt. Gen. Karim Haddad", "Karim Haddad"),
        ("Muhammad Usman Tariq", "Mohammed Usman Tariq"),
        ("Fazl-ur-Rehman Qadri", "Fazlur Rehman Qadri"),
        ("Recep Işık", "Recep Isik"),
        ("Oleg Zelensky", "Oleg Zelenskyy"),
        ("Naim Shareef", "Naim Sharif"),
        ("Tariq Kadyrov", "Tariq Kadirow"),
    ],
)
def test_one_person_printed_in_two_ways_has_one_key(left: str, right: str) -> None:
    assert read_person(left).key == read_person(right).key


@pytest.mark.parametrize(
    ("printed", "given", "surname"),
    [
        ("Oda", (), "oda"),
        ("Jeff Van Drawa", ("jef",), "vandrava"),
        ("Van Drawa", (), "vandrava"),
        ("Mohammed bin Salam", ("mohammed",), "binsalam"),
        ("Sara II", (), "sara"),
        ("Dr", (), "dr"),
    ],
)
def test_a_name_parts_into_given_names_and_surname(
    printed: str, given: tuple[str, ...], surname: str
) -> None:
    name = read_person(printed)
    assert (name.given, name.surname) == (given, surname)


def test_a_surname_is_found_without_its_article() -> None:
    assert read_person("Bashar al-Nasser").core == read_person("Nasser").surname


def test_a_name_that_is_all_title_is_kept() -> None:
    assert strip_titles(["Queen"]) == ["Queen"]
    assert strip_titles(["President"]) == ["President"]


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("Joe Baden", "Hunter Baden", False),
        ("J. Baden", "Joe Baden", True),
        ("Rashid Ali Sandhu", "Rashid Sandhu", True),
        ("Rashid Ali Sandhu", "Rashid Omar Sandhu", False),
        ("Baden", "Joe Baden", True),
        ("John Baden Jr", "John Baden Sr", False),
    ],
)
def test_given_names_fit_one_person_or_do_not(left: str, right: str, fits: bool) -> None:
    one, other = read_person(left), read_person(right)
    assert given_names_fit(one, other) is given_names_fit(other, one) is fits
    assert names_conflict(one, other) is not fits


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kestrel Shipping Ltd.", "Kestrel Shipping"),
        ("the Harbour Authority", "Harbour Authority"),
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("NATO", "North Atlantic Treaty Organization"),
    ],
)
def test_one_body_printed_in_two_ways_has_one_key(left: str, right: str) -> None:
    assert read_body(left).key == read_body(right).key


@pytest.mark.parametrize(
    ("printed", "is_one"),
    [("PMML", True), ("LeT", True), ("JUI-F", True), ("U.S.", True), ("Hamas", False),
     ("McDonald", False), ("X", False), ("Kestrel Ltd", False)],
)  # fmt: skip
def test_an_acronym_is_told_by_its_capitals(printed: str, is_one: bool) -> None:
    assert is_acronym(printed) is is_one


def test_initials_are_read_with_and_without_the_small_words() -> None:
    assert "let" in read_body("Lashkar-e-Taiba").acronyms
    assert "hpa" in read_body("Harbour Port of Aldmouth").acronyms


def test_a_vowel_of_a_given_name_tells_two_people_apart() -> None:
    assert read_person("Frances Harrow").key != read_person("Francis Harrow").key


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Veld Ministry of Defence", "Veld Ministry of Defense"),
        ("Harrow Labour Organisation", "Harrow Labor Organization"),
        ("Oda Medical Centre", "Oda Medical Center"),
    ],
)
def test_a_body_has_one_key_in_british_and_american_spelling(british: str, american: str) -> None:
    assert read_body(british).key == read_body(american).key
