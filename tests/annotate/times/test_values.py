"""The TIMEX3 value of words of time, beside the EDTF of those that say when."""

from __future__ import annotations

import pytest

from tests.annotate.times.reading import Row, rows, times, values


@pytest.mark.parametrize(
    ("text", "words", "edtf", "value"),
    [
        # days, months, years
        ("They met on March 2, 1998.", "March 2, 1998", "1998-03-02", "1998-03-02"),
        ("They met in March 1998.", "March 1998", "1998-03", "1998-03"),
        ("They met in early March 1998.", "early March 1998", "1998-03-01/1998-03-10", "1998-03"),
        ("They met in mid-1998.", "mid-1998", "1998-05/1998-08", "1998"),
        ("They met in May '98.", "May '98", "1998-05", "1998-05"),
        ("They fled in fiscal 1998.", "fiscal 1998", "1998", "1998"),
        ("It was built in the 1990s.", "the 1990s", "199X", "199X"),
        ("It was built in the late nineties.", "the late nineties", "1997/1999", "199X"),
        ("It was built in the 19th century.", "the 19th century", "18XX", "18XX"),
        ("It was built in the nineteenth century.", "the nineteenth century", "18XX", "18XX"),
        # years in words
        ("He left in nineteen ninety-four.", "nineteen ninety-four", "1994", "1994"),
        ("He left in the year two thousand.", "the year two thousand", "2000", "2000"),
        ("He left in two thousand and three.", "two thousand and three", "2003", "2003"),
        ("He left in twenty twelve.", "twenty twelve", "2012", "2012"),
        # parts of a year
        ("It rose in the first quarter of 1998.", "the first quarter of 1998",
         "1998-01/1998-03", "1998-Q1"),
        ("It rose in the second half of 1998.", "the second half of 1998",
         "1998-07/1998-12", "1998-H2"),
        ("It rained in the winter of 1997.", "the winter of 1997", "1997-24", "1997-WI"),
        ("It rained in spring 2020.", "spring 2020", "2020-21", "2020-SP"),
        ("It rained in the first week of May 2020.", "the first week of May 2020",
         "2020-05-01/2020-05-07", "2020-05"),
        # read against the publication, a Wednesday
        ("The army left last week.", "last week", "2025-12-29/2026-01-04", "2026-W01"),
        ("The army left over the weekend.", "the weekend", "2026-01-03/2026-01-04",
         "2026-W01-WE"),
        ("The army left earlier this month.", "earlier this month", "2026-01-01/2026-01-06",
         "2026-01"),
        ("The army left last year.", "last year", "2025", "2025"),
        ("It ends by year-end.", "year-end", "../2026-12", "2026"),
        ("Trade fell for the rest of the year.", "the year", "2026", "2026"),
        ("The army left two weeks ago.", "two weeks ago", "2025-12-22/2025-12-28", "2025-W52"),
        ("The army left the day before yesterday.", "the day before yesterday",
         "2026-01-05", "2026-01-05"),
        ("The army left this past Friday.", "this past Friday", "2026-01-02", "2026-01-02"),
        ("The army left this Sunday.", "this Sunday", "2026-01-04", "2026-01-04"),
        ("The law takes effect next Monday, January 12.", "next Monday, January 12",
         "2026-01-12", "2026-01-12"),
        ("They meet in the week of March 2.", "the week of March 2",
         "2026-03-02/2026-03-08", "2026-W10"),
        ("Following Monday's quake, help came.", "Monday", "2026-01-05", "2026-01-05"),
        # words that point at no day
        ("They are now in Rome.", "now", None, "PRESENT_REF"),
        ("They recently fled.", "recently", None, "PAST_REF"),
        ("They fled in recent years.", "recent years", None, "PAST_REF"),
        ("It may flood in the future.", "the future", None, "FUTURE_REF"),
        ("They fled several years ago.", "several years ago", None, "PAST_REF"),
        ("They fled long ago.", "long ago", None, "PAST_REF"),
        ("It grew in the past year.", "the past year", None, "2025"),
        ("Critics praised the 1984 novel.", "1984", None, "1984"),
        ("The post-1959 regime fell.", "post-1959", None, "1959"),
    ],
)  # fmt: skip
def test_dates_have_the_value_of_the_words_own_unit(
    text: str, words: str, edtf: str | None, value: str
) -> None:
    assert rows(text) == [(words, edtf, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("for two days", "P2D"),
        ("for 13 minutes", "PT13M"),
        ("for more than four hours", "PT4H"),
        ("for a few days", "PXD"),
        ("for weeks", "PXW"),
        ("for half an hour", "PT30M"),
        ("for two and a half years", "P2.5Y"),
        ("for 2 1/2 years", "P2.5Y"),
        ("for twenty-five years", "P25Y"),
        ("for almost a hundred years", "P100Y"),
        ("for more than two thousand years", "P2000Y"),
        ("for two decades", "P20Y"),
        ("for centuries", "PXC"),
        ("for the first nine months", "P9M"),
        ("for the next two years or so", "P2Y"),
        ("for two to three weeks", "P2W"),
        ("for a couple of months", "P2M"),
        ("for a while", "PXX"),
        ("for a three-year period", "P3Y"),
        ("on a weeklong trip", "P1W"),
    ],
)
def test_durations_have_a_value_and_no_date(words: str, value: str) -> None:
    (found,) = times(f"The guests stayed there {words}.")
    assert (found.kind, found.value, found.when) == ("duration", value, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every day", "P1D"),
        ("every other week", "P2W"),
        ("every two years", "P2Y"),
        ("once a month", "P1M"),
        ("daily", "P1D"),
        ("annually", "P1Y"),
        ("every Friday", "XXXX-WXX-5"),
        ("on Fridays", "XXXX-WXX-5"),
        ("on weekends", "XXXX-WXX-WE"),
        ("each May", "XXXX-05"),
        ("every summer", "XXXX-SU"),
        ("every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_sets_have_a_value_and_no_date(words: str, value: str) -> None:
    (found,) = times(f"The two pray there {words}.")
    assert (found.kind, found.value, found.when) == ("set", value, None)


def test_what_is_paid_or_made_a_year_is_a_set() -> None:
    assert values("The plant builds fifty thousand cars a year.") == ["P1Y"]
    assert values("It costs $5 a month.") == ["P1M"]


@pytest.mark.parametrize(
    ("text", "words", "edtf", "value"),
    [
        ("It burned at 9 a.m. on Tuesday.", "9 a.m. on Tuesday", "2026-01-06", "2026-01-06T09:00"),
        ("It burned on Tuesday at 14:30.", "Tuesday at 14:30", "2026-01-06", "2026-01-06T14:30"),
        ("It burned at 0930 GMT on Tuesday.", "0930 GMT on Tuesday", "2026-01-06",
         "2026-01-06T09:30Z"),
        ("It burned at 5 p.m. EST, Jan. 3.", "5 p.m. EST, Jan. 3", "2026-01-03",
         "2026-01-03T17:00"),
        ("It burned at noon yesterday.", "noon yesterday", "2026-01-06", "2026-01-06T12:00"),
        ("It burned on Tuesday morning.", "Tuesday morning", "2026-01-06", "2026-01-06TMO"),
        ("It burned this evening.", "this evening", "2026-01-07", "2026-01-07TEV"),
        ("It burned late last night.", "late last night", "2026-01-06", "2026-01-06TNI"),
        ("It burned tonight.", "tonight", "2026-01-07", "2026-01-07TNI"),
        ("It burned at around 19:45 local time.", "at around 19:45 local time", None,
         "XXXX-XX-XXT19:45"),
    ],
)  # fmt: skip
def test_times_of_day_keep_their_zone_words_and_belong_to_a_day(
    text: str, words: str, edtf: str | None, value: str
) -> None:
    assert rows(text) == [(words, edtf, value)]
    assert [found.kind for found in times(text)] == ["time"]


def test_an_hour_alone_has_the_day_told_before_in_its_value_alone() -> None:
    assert rows("The dam broke on Monday. At 9 a.m. the mayor fled.")[1] == (
        "9 a.m.", None, "2026-01-05T09:00",
    )  # fmt: skip


def test_the_length_of_a_race_is_no_time_of_day() -> None:
    assert rows("Ada Lindt won the race in 2:14:04.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was arrested on Thursday.", "XXXX-WXX-4"),
        ("He was arrested in May.", "XXXX-05"),
        ("He was arrested on May 3.", "XXXX-05-03"),
        ("He was arrested on Thursday at 9 a.m.", "XXXX-WXX-4"),
        ("He was arrested yesterday.", None),
    ],
)
def test_without_a_publication_date_the_value_leaves_the_year_open(
    text: str, value: str | None
) -> None:
    assert values(text, None) == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell at 8:30 p.m. CET (1930 UTC) on Monday.",
         [("8:30 p.m. CET", None, "2026-01-05T20:30"), ("1930 UTC", None, "2026-01-05T19:30Z"),
          ("Monday", "2026-01-05", "2026-01-05")]),
        ("It fell at 5 p.m. Oslo time on Monday.",
         [("5 p.m. Oslo time on Monday", "2026-01-05", "2026-01-05T17:00")]),
        ("It fell on the night of June 3.",
         [("the night of June 3", "2025-06-03", "2025-06-03TNI")]),
        ("The night of the fire was cold.", []),
    ],
)  # fmt: skip
def test_an_hour_takes_the_day_that_it_is_told_with(text: str, found: list[Row]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("for 30+ years", "P30Y"),
        ("for five-six months", "P5M"),
        ("for three to four months", "P3M"),
        ("through the past decade", "P10Y"),
    ],
)
def test_of_two_numbers_the_first_is_the_length(words: str, value: str) -> None:
    (found,) = times(f"The guests stayed there {words}.")
    assert (found.kind, found.value, found.when) == ("duration", value, None)


def test_a_moment_of_iso_8601_has_its_day() -> None:
    assert rows("It burned at 2025-06-07T10:00Z.") == [
        ("2025-06-07T10:00Z", "2025-06-07", "2025-06-07T10:00")
    ]


@pytest.mark.parametrize(
    "words",
    ["March ３, ２０２５", "March 3, ２０２５", "March ３", "３ March 2025", "٣ March 2025"],
)
def test_a_date_in_other_figures_is_not_read_by_half(words: str) -> None:
    assert rows(f"He died on {words} in Aden.") == []


@pytest.mark.parametrize("day", ["Republic Day", "Independence Day"])
def test_a_holiday_that_hangs_on_the_country_has_no_date(day: str) -> None:
    assert [edtf for _, edtf, _ in rows(f"He spoke on {day} in Aden.") if edtf] == []
