from __future__ import annotations

import pytest

from dateline.resolve.screening.births import do_births_agree, find_births, read_birth
from tests.factory import make_chain, make_report

WRITTEN = (
    ("1951-06-19", "1951-06-19"),
    ("1951-06", "1951-06"),
    ("1951", "1951"),
    ("1951-06-19T00:00:00", "1951-06-19"),
    ("10 Dec 1948", "1948-12-10"),
    ("Dec 1948", "1948-12"),
    ("10-Dec-1948", "1948-12-10"),
    ("December 10, 1948", "1948-12-10"),
    ("Sept. 1948", "1948-09"),
    ("19.06.1951", "1951-06-19"),
    ("19/06/1951", "1951-06-19"),
    ("06/19/1951", "1951-06-19"),
    ("05/05/1951", "1951-05-05"),
    ("03/04/1951", "1951"),  # March or April: only the year is sure
    ("circa 1960", "1960~"),
    ("ca. 1960", "1960~"),
    ("1946 to 1948", "1946/1948"),
    ("01 Jan 1946 to 31 Dec 1948", "1946-01-01/1948-12-31"),
    ("1979-1982", "1979/1982"),
    ("1948 to 1946", None),
    ("31 Feb 1951", None),
    ("unknown", None),
    ("", None),
    ("1" * 5_000, None),
    ("-".join(["1951"] * 20), None),
)


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_a_date_of_birth_is_read_as_precisely_as_it_is_written(
    written: str, value: str | None
) -> None:
    assert read_birth(written) == value


def test_dates_agree_where_they_may_be_one() -> None:
    assert do_births_agree(["1969/1970"], ["1970-03-04"])
    assert do_births_agree(["1951"], ["1962", "1951-12-31"])
    assert do_births_agree(["1962"], ["1960~"])
    assert not do_births_agree(["1963"], ["1960~"])
    assert not do_births_agree(["1952"], ["1951-12-31"])
    assert not do_births_agree(["1952"], ["9998~", "0001~"])  # the calendar ends with 9999


TOLD: tuple[tuple[str, list[str]], ...] = (
    ("Karim Dallo, 54, met Ana Keller.", ["1969/1970"]),
    ("Karim Dallo (54) met Ana Keller.", ["1969/1970"]),
    ("Karim Dallo, aged 54, met Ana Keller.", ["1969/1970"]),
    ("The 54-year-old deputy minister Karim Dallo met Ana Keller.", ["1969/1970"]),
    ("Karim Dallo, born in Sfax in 1951, met Ana Keller.", ["1951"]),
    ("Karim Dallo (born 4 March 1951) met Ana Keller.", ["1951"]),
    ("Karim Dallo, 54 others and Ana Keller met.", []),
    ("Karim Dallo met the 54-year-old Ana Keller.", []),
    ("Karim Dallo, 3, met Ana Keller.", []),
)


@pytest.mark.parametrize(("text", "years"), TOLD)
def test_an_age_beside_a_name_gives_the_years_of_birth(text: str, years: list[str]) -> None:
    report = make_report(text, published="2024-03-15")
    found = find_births(make_chain(report, "Karim Dallo"), report)
    assert [value for value, _ in found] == years


def test_an_age_without_a_day_of_publication_gives_no_year() -> None:
    report = make_report("Karim Dallo, 54, met Ana Keller.", published=None)
    assert not list(find_births(make_chain(report, "Karim Dallo"), report))
