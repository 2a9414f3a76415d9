"""Dates of publication in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.dates import find_dates, read_instant


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-03", "2025-03-03"),
        ("20250303", "2025-03-03"),
        ("2025-03-03T10:00:00Z", "2025-03-03T10:00:00+00:00"),
        ("2025-03-03T10:00:00.123+0500", "2025-03-03T10:00:00+05:00"),
        ("2025-03-03 10:00", "2025-03-03"),  # a time without a zone: only the day is sure
        ("Mon, 03 Mar 2025 10:00:00 GMT", "2025-03-03T10:00:00+00:00"),
        ("2025-03-03T25:00:00Z", "2025-03-03"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("2025-02-30", None),
        ("2025-03", None),
        ("1741000000000", None),
        ("", None),
    ],
)
def test_machine_readable_dates(value: str, expected: str | None) -> None:
    assert read_instant(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan. 7, 2025", "2025-01-07"),
        ("3rd of March 2025", "2025-03-03"),
        ("3. März 2025", "2025-03-03"),
        ("1er mars 2025", "2025-03-01"),
        ("12 de marzo de 2025", "2025-03-12"),
        ("03-Mar-2025", "2025-03-03"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
        ("03.04.2025", "2025-04-03"),
    ],
)
def test_printed_dates(text: str, expected: str) -> None:
    (found,) = find_dates(f"on {text}, it said")
    assert found.iso() == expected


@pytest.mark.parametrize("text", ["03/04/2025", "31 February 2025", "March 2025", "May 13:00", ""])
def test_what_could_be_two_days_or_none_is_left_out(text: str) -> None:
    assert find_dates(text) == []


@given(st.text(alphabet="0123456789/.- JanMarchıİſ,TZ+:", max_size=40))
def test_no_text_makes_the_readers_of_dates_fail(text: str) -> None:
    read_instant(text)
    for found in find_dates(text):
        found.iso("2025-03-03")
        assert 0 <= found.start < found.end <= len(text)
