"""The strip by which a stretch of time is chosen."""

from __future__ import annotations

from datetime import date

from dateline.views.strip import MOST, draw_strip


def test_a_short_time_is_counted_by_months_without_a_gap() -> None:
    strip = draw_strip([date(2023, 11, 5), date(2024, 2, 1), date(2024, 2, 29)])
    assert [(one.unit, one.number) for one in strip] == [
        ("2023-11", 1), ("2023-12", 0), ("2024-01", 0), ("2024-02", 2),
    ]  # fmt: skip
    assert [one.share for one in strip] == [0.5, 0, 0, 1]


def test_a_long_time_is_counted_by_years() -> None:
    strip = draw_strip([date(2012, 1, 1), date(2015, 6, 1), date(2024, 2, 29)])
    assert [one.unit for one in strip] == [str(year) for year in range(2012, 2025)]
    assert sum(one.number for one in strip) == 3


def test_of_centuries_only_the_last_years_with_events_are_shown() -> None:
    strip = draw_strip(date(1700 + 5 * n, 1, 1) for n in range(60))
    assert len(strip) == MOST
    assert all(one.number == 1 for one in strip)
    assert strip[-1].unit == "1995"


def test_without_a_day_there_is_no_strip() -> None:
    assert draw_strip([]) == ()
    assert [one.unit for one in draw_strip([date(2024, 5, 1)])] == ["2024-05"]
