"""The axis copes with any spread of days, and its labels never touch."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import edtf_bounds
from dateline.views.axis import Axis, lay_axis

SPREADS = {
    "one day": ["2024-03-04"],
    "a few days": ["2024-03-01", "2024-03-02", "2024-03-04"],
    "some months": ["2023-10-12", "2023-11-09", "2024-01", "2024-03-26"],
    "days beside a long silence": ["1979-11-04", "2024-03-04", "2024-03-06"],
    "seven far apart": ["2023-10-14", "2023-11", "2024-01", "2024-04", "2025-02", "2026-01-02"],
    "decades": [f"{year}-05-05" for year in range(1950, 2020, 2)],
    "a decade and a day": ["199X", "2024-03-04"],
    "open at the left": ["../2020", "2021-05-01"],
    "open at the right": ["2021/..", "2024-05-01"],
    "the ends of the calendar": ["0001", "9998"],
}


def axis_of(*values: str) -> Axis:
    axis = lay_axis(edtf_bounds(value) for value in values)
    assert axis is not None
    return axis


def check(axis: Axis) -> None:
    """What holds for every axis."""
    left = 0.0
    for stretch in axis.stretches:
        assert stretch.left == pytest.approx(left)
        assert stretch.width > 5
        left = stretch.left + stretch.width + 2.5
    assert left - 2.5 == pytest.approx(100)
    assert any(tick.label for tick in axis.ticks)
    labelled = [min(max(tick.at, 4.6), 95.4) for tick in axis.ticks if tick.label]
    assert all(right - left >= 9 for left, right in pairwise(labelled))
    assert all(0 <= tick.at <= 100 for tick in axis.ticks)


@pytest.mark.parametrize("spread", SPREADS)
def test_every_spread_fills_the_width_and_no_two_labels_touch(spread: str) -> None:
    check(axis_of(*SPREADS[spread]))


def test_no_time_gives_no_axis() -> None:
    assert lay_axis([]) is None
    assert lay_axis([(None, None)]) is None


def test_a_long_silence_is_cut_and_the_cut_says_how_long_it_is() -> None:
    axis = axis_of(*SPREADS["days beside a long silence"])
    (cut,) = axis.cuts
    assert cut.words == "44 yr"
    assert axis.at(date(2024, 3, 5)) - axis.at(date(2024, 3, 4)) > 5


def test_an_even_spread_is_not_cut() -> None:
    assert not axis_of(*SPREADS["decades"]).cuts


def test_a_stretch_in_which_much_is_told_gets_more_room_than_its_days() -> None:
    axis = axis_of("2021", *(f"2024-03-{day:02}" for day in range(1, 21)), "2024-12-01")
    busy = axis.at(date(2024, 3, 21)) - axis.at(date(2024, 3, 1))
    year = axis.at(date(2022, 1, 1)) - axis.at(date(2021, 1, 1))
    assert busy > 2 * year


def test_a_year_among_years_is_not_cut_in_two() -> None:
    axis = axis_of("1991", "2003-05", "2024-03-04")
    start, end = date(1991, 1, 1).toordinal(), date(1992, 1, 1).toordinal()
    assert any(s.first <= start and end <= s.last for s in axis.stretches)


def test_the_first_label_of_a_stretch_carries_its_year() -> None:
    axis = axis_of(*SPREADS["some months"])
    assert next(tick for tick in axis.ticks if tick.label).year == "2023"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.dates(date(1, 1, 2), date(9998, 1, 1)), st.integers(1, 4000)),
        min_size=1,
        max_size=12,
    )
)
def test_later_days_never_stand_left_of_earlier_ones(times: list[tuple[date, int]]) -> None:
    spans = [(day, min(day + timedelta(days=length), date(9999, 1, 1))) for day, length in times]
    axis = lay_axis(spans)
    assert axis is not None
    check(axis)
    days = sorted(day for span in spans for day in span)
    places = [axis.at(day) for day in days]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
