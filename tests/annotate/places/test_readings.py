"""What a printed name may stand for, by the gazetteer and by our tables of other words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.places.gazetteer import load_gazetteer
from dateline.annotate.places.readings import hint, is_site, read_name


def read(printed: str) -> set[tuple[str, str | None, str, str]]:
    return {
        (place.name, place.country, place.kind, via)
        for place, via in read_name(printed, load_gazetteer())
    }


@pytest.mark.parametrize(
    ("printed", "place", "country", "via"),
    [
        ("Peshawar", "Peshawar", "PK", "name"),
        ("Turkish", "Turkey", "TR", "adjective"),
        ("Palestinians", "Palestinian Territory", "PS", "adjective"),
        ("Kashmiri", "Kashmir", None, "adjective"),
        ("English", "England", "GB", "adjective"),
        ("Ala.", "Alabama", "US", "abbreviation"),
        ("W. Va.", "West Virginia", "US", "abbreviation"),
        ("NSW", "New South Wales", "AU", "abbreviation"),
        ("D.C.", "Washington", "US", "abbreviation"),
        ("the U.K.", "United Kingdom", "GB", "abbreviation"),
        ("Pakistan's", "Pakistan", "PK", "name"),
        ("KARACHI", "Karachi", "PK", "name"),  # a headline
        ("Oaxaca State", "Oaxaca", "MX", "kind"),
        ("City of Lagos", "Lagos", "NG", "kind"),
        ("downtown Lagos", "Lagos", "NG", "kind"),
        ("northern Mali", "Mali", "ML", "kind"),
        ("Peshawer", "Peshawar", "PK", "alike"),
        ("Dubai Kite Cup", "Dubai", "AE", "part"),
    ],
)
def test_a_printed_name_is_read(printed: str, place: str, country: str | None, via: str) -> None:
    assert (place, country, via) in {(name, code, way) for name, code, _, way in read(printed)}


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("Russian Embassy", "a people is not where its embassy is"),
        ("Lahore Street", "a street is named after where it leads"),
        ("Grand Center Hall", "a town may be called Center, but not here"),
        ("Zzyqvx", "no such name"),
        ("", "no name"),
    ],
)
def test_a_name_that_says_no_place_is_not_read(printed: str, why: str) -> None:
    assert read(printed) == set(), why


def test_an_embassy_is_in_the_town_of_its_name() -> None:
    assert {name for name, *_ in read("British Embassy Tokyo")} == {"Tokyo"}


def test_an_abbreviation_is_read_as_written_only() -> None:
    assert ("Missouri", "US", "admin1", "abbreviation") in read("Mo.")
    assert "abbreviation" not in {via for *_, via in read("Mo")}


def test_states_and_peoples_are_hints_and_towns_are_not() -> None:
    gazetteer = load_gazetteer()
    assert [place.country for place, _ in hint("Turkish", gazetteer)] == ["TR"]
    assert [place.name for place, _ in hint("Punjab", gazetteer)] == ["Punjab", "Punjab"]
    assert hint("Karachi", gazetteer) == ()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("Old Mill Road", True), ("St. Ann's Hospital", True), ("Karachi", False), ("", False)],
)
def test_a_name_may_be_that_of_something_that_stands_somewhere(
    printed: str, expected: bool
) -> None:
    assert is_site(printed) is expected


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_text_may_be_read(text: str) -> None:
    read(text)


def test_a_name_of_very_many_words_is_read_in_bounded_time() -> None:
    start = time.process_time()
    read("Upper " * 20_000 + "Zzyqvx " * 20_000)
    assert time.process_time() - start < 1
