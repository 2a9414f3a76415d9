"""EDTF and its half-open bounds, against an EDTF library of others where the two agree."""

from __future__ import annotations

from datetime import date, timedelta
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import edtf_bounds, edtf_of_days

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))


def _day(value: struct_time) -> date:
    return date(value.tm_year, value.tm_mon, value.tm_mday)


def oracle(value: str) -> tuple[date, date]:
    """The bounds that the library gives; its upper bound is the last day itself."""
    parsed = parse_edtf(value)
    return _day(parsed.lower_strict()), _day(parsed.upper_strict()) + timedelta(days=1)


@st.composite
def plain_values(draw: st.DrawFn) -> str:
    """A year, a month or a day: where our bounds and the library's should be the same."""
    day = draw(DAYS)
    return draw(
        st.sampled_from([day.isoformat(), f"{day.year:04}-{day.month:02}", f"{day.year:04}"])
    )


@given(plain_values())
def test_a_year_a_month_and_a_day_have_the_bounds_that_the_library_gives(value: str) -> None:
    assert edtf_bounds(value) == oracle(value)


@given(plain_values(), plain_values())
def test_an_interval_has_the_bounds_that_the_library_gives(first: str, last: str) -> None:
    start, end = edtf_bounds(first)[0], edtf_bounds(last)[1]
    value = f"{first}/{last}"
    assert start is not None
    assert end is not None
    if start < end:
        assert edtf_bounds(value) == oracle(value) == (start, end)
    else:
        with pytest.raises(ValueError, match="ends before it begins"):
            edtf_bounds(value)


@pytest.mark.parametrize("value", ["199X", "20XX", "2024-22", "2024-23"])
def test_a_decade_a_century_and_a_season_have_the_bounds_that_the_library_gives(
    value: str,
) -> None:
    assert edtf_bounds(value) == oracle(value)


@pytest.mark.parametrize(
    ("value", "start", "end", "why"),
    [
        ("2024-21", "2024-03-01", "2024-06-01", "spring begins in March"),
        ("2024-24", "2024-12-01", "2025-03-01", "winter runs into the next year"),
        ("2024-02", "2024-02-01", "2024-03-01", "the February of a leap year"),
        ("2023-12", "2023-12-01", "2024-01-01", "a month at the end of a year"),
        ("2025-02~", "2025-02-01", "2025-03-01", "about does not move the bounds"),
        ("2025?", "2025-01-01", "2026-01-01", "nor does uncertain"),
        ("2025-02-03%", "2025-02-03", "2025-02-04", "nor both"),
        ("2026-01-02/2026-01-05", "2026-01-02", "2026-01-06", "the last day is in"),
        ("2024/2024", "2024-01-01", "2025-01-01", "an interval of one part"),
    ],
)
def test_bounds_are_half_open_days(value: str, start: str, end: str, why: str) -> None:
    assert edtf_bounds(value) == (date.fromisoformat(start), date.fromisoformat(end)), why


def test_an_interval_may_be_open_at_one_end() -> None:
    assert edtf_bounds("2019-06/..") == (date(2019, 6, 1), None)
    assert edtf_bounds("../2019-06") == (None, date(2019, 7, 1))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "nothing"),
        ("..", "an open end alone"),
        ("../..", "open at both ends"),
        ("/2024", "an unknown start"),
        ("2024/", "an unknown end"),
        ("2024/2025/2026", "two strokes"),
        ("2025-02-03/2025-02-01", "backwards"),
        ("24-02-03", "a year of two digits"),
        ("2024-2-3", "a month of one digit"),
        ("2024-13", "no such month or season"),
        ("2024-00", "month nought"),
        ("2023-02-29", "no leap year"),
        ("2024-04-31", "a month of thirty days"),
        ("2024-22-01", "a day of a season"),
        ("199X-05", "a month of a decade"),
        ("0000", "before the calendar"),
        ("9999", "its end is after the calendar"),
        ("2024-05-01T10:00", "a time of day"),
        (" 2024", "a blank"),
        ("2024\n", "a line end"),
        ("٢٠٢٤", "digits of another script"),
    ],
)
def test_what_is_not_edtf_that_we_write_is_refused(value: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf_bounds(value)


def test_days_that_run_backwards_have_no_value() -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf_of_days(date(2024, 2, 3), date(2024, 2, 1))


@given(st.text(alphabet="0123456789X-/.~?%TZ ", max_size=24))
def test_any_text_is_read_or_refused(value: str) -> None:
    """It never ends in another error, and what it reads has its start before its end."""
    try:
        start, end = edtf_bounds(value)
    except ValueError:
        return
    assert start is not None or end is not None
    assert start is None or end is None or start < end


@given(DAYS, st.integers(0, 800))
def test_the_value_of_some_days_has_these_days_as_its_bounds(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(9998, 12, 31))
    assert edtf_bounds(edtf_of_days(first, last)) == (first, last + timedelta(days=1))


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-12-01", "2023-12-31", "2023-12"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        ("2024-01-01", "2024-02-29", "2024-01-01/2024-02-29"),
        ("2023-07-01", "2024-06-30", "2023-07-01/2024-06-30"),
    ],
)
def test_days_are_written_as_the_shortest_value(first: str, last: str, value: str) -> None:
    assert edtf_of_days(date.fromisoformat(first), date.fromisoformat(last)) == value
