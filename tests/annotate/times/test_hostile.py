"""Texts made to be slow are read in step with their length."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.times import find_times
from dateline.records import Report

_UNITS = [
    "1/", "1/1/1/", "2001, ", "1,2", "1111", "12:", "12:30 ", "00:00:00 ", "0040 UTC ", "½", "12-",
    "2 1/2 ", "3 and ", "2001-2002-", "1st ", "May 3, ", "May ", "May-", "May 3 and 5 and ",
    "between 2001 and ", "between May 3 and ", "the ", "the the ", "a ", "of the ", ", ", "' ",
    '" ', "’70s ", "Monday, ", "Monday and ", "Mondays ", "day ", "week of ", "the day before ",
    "years ago ", "last last ", "the last ", "last last year's ", "year-ago ", "the year-",
    "early the ", "at about ", "every other ", "more than a ", "one hundred and ", "now ",
    "two thousand and ", "nineteen ninety-", "in the nineteen ", "first quarter of ", "Easter ",
    "\n", " ", "\u00a0", "x" * 50 + " ",
]  # fmt: skip


@pytest.mark.parametrize("unit", _UNITS)
def test_a_long_run_of_one_thing_costs_no_more_than_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        report = Report("r_1", unit * (size // len(unit)), "0" * 64, published="2026-01-07")
        start = time.process_time()
        find_times(report, (), ())
        return time.process_time() - start

    # Two seconds for a megabyte, with room for a busy machine.
    assert min(seconds(100_000) for _ in range(3)) < 0.35
