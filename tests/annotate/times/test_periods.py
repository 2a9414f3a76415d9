"""The periods of business news, and holidays."""

from __future__ import annotations

import pytest

from tests.annotate.times.reading import Row, rows

PUBLISHED = "2019-10-30"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Profit fell in the latest quarter.",
         ("the latest quarter", "2019-07/2019-09", "2019-Q3")),
        ("Profit fell in the quarter ended June 30.",
         ("the quarter", "2019-04/2019-06", "2019-Q2")),
        ("Profit fell in the year-ago period.", ("the year-ago period", "2018", "2018")),
        ("Profit fell in its third quarter.", ("its third quarter", "2019-07/2019-09", "2019-Q3")),
        ("Profit will fall in the fourth quarter.",
         ("the fourth quarter", "2019-10/2019-12", "2019-Q4")),
        ("Profit fell in the first two quarters of 2018.",
         ("the first two quarters of 2018", "2018-01/2018-06", "2018-H1")),
        ("Profit fell in the year ended March 31.", ("the year", None, "P1Y")),
    ],
)  # fmt: skip
def test_a_period_is_the_quarter_that_its_words_name(text: str, row: Row) -> None:
    assert rows(text, PUBLISHED)[0] == row


def test_a_year_earlier_is_the_quarter_told_nearby_a_year_before() -> None:
    text = "In the third quarter Orlo Mills earned $5 million, up from $4 million a year earlier."
    assert rows(text, PUBLISHED)[1] == ("a year earlier", "2018-07/2018-09", "2018-Q3")
    text = "Ada Lindt joined Orlo Mills a year ago."
    assert rows(text, PUBLISHED) == [("a year ago", "2018", "2018")]


def test_the_quarter_is_the_one_told_before() -> None:
    text = "Orlo Mills lost $5 million in the third quarter. Sales rose in the quarter."
    assert rows(text, PUBLISHED)[1] == ("the quarter", "2019-07/2019-09", "2019-Q3")


def test_nine_months_end_what_a_quarter_told() -> None:
    text = (
        "Orlo Mills earned $5 million in the third quarter. In the nine months, it earned "
        "$9 million, up from $8 million a year earlier."
    )
    assert [value for _, _, value in rows(text, PUBLISHED)] == ["2019-Q3", "P9M", "2018"]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on Christmas Day.", "Christmas Day", "2018-12-25"),
        ("They will meet on Christmas Day.", "Christmas Day", "2019-12-25"),
        ("They met on New Year's Eve 1999.", "New Year's Eve 1999", "1999-12-31"),
        ("They met on Thanksgiving.", "Thanksgiving", "2018-11-22"),
        ("They will meet on Thanksgiving.", "Thanksgiving", "2019-11-28"),
        ("They met on Memorial Day.", "Memorial Day", "2019-05-27"),
        ("They met on Good Friday.", "Good Friday", "2019-04-19"),
        ("They met on Easter Monday 2000.", "Easter Monday 2000", "2000-04-24"),
        ("They met at Easter 2038.", "Easter 2038", "2038-04-25"),
        ("They met last Christmas.", "last Christmas", "2018-12-25"),
        ("They met the day after Thanksgiving.", "the day after Thanksgiving", "2018-11-23"),
    ],
)
def test_a_holiday_is_its_day_in_the_year_that_fits(text: str, words: str, edtf: str) -> None:
    assert rows(text, PUBLISHED) == [(words, edtf, edtf)]


def test_easter_week_is_the_week_of_its_sunday() -> None:
    assert rows("They fast in Easter week 2000.", PUBLISHED) == [
        ("Easter week 2000", "2000-04-17/2000-04-23", "2000-W16")
    ]
