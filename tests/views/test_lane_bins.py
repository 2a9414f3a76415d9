"""Counts of a lane: by the calendar, and what is dated more coarsely by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import edtf_bounds
from dateline.records.edtf import Bounds
from dateline.views.axis import lay_axis
from dateline.views.lane_bins import Bin, Unit, count_bins, finest_unit


def bins(unit: Unit, *edtf: str) -> list[Bin]:
    times = [edtf_bounds(one) for one in edtf]
    axis = lay_axis(times)
    assert axis is not None
    return list(count_bins(times, axis, unit))


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("day", "2024-05-15", "2024-05-15"), ("week", "2024-05-13", "2024-05-19"),
        ("month", "2024-05", "2024-05"), ("quarter", "2024-04", "2024-06"),
        ("year", "2024", "2024"), ("decade", "2020", "2029"),
    ],
)  # fmt: skip
def test_a_bin_says_what_of_the_calendar_it_counts(unit: Unit, start: str, end: str) -> None:
    (one,) = bins(unit, "2024-05-15", "2024-05-15")
    assert (one.start, one.end, one.number, one.is_coarse) == (start, end, 2, False)


def test_a_year_is_not_smeared_over_its_months() -> None:
    found = bins("month", "2024-05-15", "2024-06-02", "2024", "2024", "2025-01/..")
    assert [(one.start, one.end, one.number) for one in found if one.is_coarse] == [
        ("2024", "2024", 2), ("2025-01-01", "", 1),
    ]  # fmt: skip
    assert [(one.start, one.number) for one in found if not one.is_coarse] == [
        ("2024-05", 1), ("2024-06", 1),
    ]  # fmt: skip


def test_coarse_bins_that_overlap_stand_on_rows() -> None:
    found = bins("month", "2024-05-15", "2024", "202X")
    coarse = [one for one in found if one.is_coarse]
    assert sorted(one.row for one in coarse) == [0, 1]


def test_the_unit_leaves_no_more_bins_than_can_be_told_apart() -> None:
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(0, 1500, 3)]
    axis = lay_axis([(day, day + timedelta(days=1)) for day in days])
    assert axis is not None
    assert finest_unit(axis) == "quarter"
    short = lay_axis([(days[0], days[0] + timedelta(days=20))])
    assert short is not None
    assert finest_unit(short) == "day"


@given(
    st.lists(
        st.tuples(st.dates(), st.integers(1, 4000), st.booleans(), st.booleans()),
        min_size=1, max_size=20,
    ),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]),
)  # fmt: skip
def test_no_event_is_lost_whatever_its_time(
    times: list[tuple[date, int, bool, bool]], unit: Unit
) -> None:
    bounds: list[Bounds] = []
    for start, length, has_start, has_end in times:
        end = date.fromordinal(min(date.max.toordinal(), start.toordinal() + length))
        if end > start:
            bounds.append((start if has_start or not has_end else None, end if has_end else None))
    axis = lay_axis(bounds)
    if axis is None:
        return
    found = count_bins(bounds, axis, unit)
    assert sum(one.number for one in found) == len(bounds)
    for one in found:
        assert 0 < one.share <= 1
        assert one.start <= one.end or not (one.start and one.end)
