"""Days, months and years that only the words around them tell."""

from __future__ import annotations

import pytest

from tests.annotate.times.reading import Row, rows, times


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        # "last" is not the day before
        ("He died last Thursday.", "2026-01-09", "2026-01-01"),
        ("He died last Thursday.", "2026-01-10", "2026-01-08"),
        ("He died Thursday.", "2026-01-09", "2026-01-08"),
        # a plan that may be over is of the nearest such day
        ("The march planned for Saturday was canceled.", "2026-01-11", "2026-01-10"),
        ("The truce had been scheduled to end on Wednesday.", "2026-01-09", "2026-01-07"),
        ("The march is planned for Saturday.", "2026-01-11", "2026-01-17"),
        ("The fair, which was slated for October 15, has been canceled.", "2020-10-12",
         "2020-10-15"),
        # what is told of the day, not of what may come of it
        ("Tuesday's ruling might bring peace.", "2026-01-09", "2026-01-06"),
        ("Tuesday's session will bring peace.", "2026-01-09", "2026-01-13"),
        ("The first country to sign on Wednesday was Peru.", "2026-01-09", "2026-01-07"),
        # months
        ("Despite winning in March, Ada Lindt lost the cup.", "2026-01-09", "2025-03"),
        ("They were used to hear of it back in March.", "2025-11-09", "2025-03"),
        ("He gave out masks from as early as March 8.", "2020-10-18", "2020-03-08"),
        ("He sold the mill in March; in 2015 he had sold the farm.", "2026-01-09", "2025-03"),
        ("The fair opens on the first Monday in October.", "2026-09-09", "2026-10-05"),
        ("The fair opens on the last Sunday of May.", "2026-04-09", "2026-05-31"),
    ],
)  # fmt: skip
def test_the_day_that_is_meant_is_told_by_the_words_around(
    text: str, published: str, edtf: str
) -> None:
    assert rows(text, published)[0][1] == edtf


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Output was down from $4 million the year before.",
         ("the year before", "2025", "2025")),
        ("Output was up from 12 tons the previous day.",
         ("the previous day", "2026-01-06", "2026-01-06")),
        ("The firm had 400 workers at year-end 1988.", ("year-end 1988", "1988-12", "1988")),
        ("Its 1990 first-half earnings rose.", ("1990 first-half", "1990-01/1990-06", "1990-H1")),
        ("Ada Lindt was born 1940 in Rome.", ("1940", "1940", "1940")),
        ("Former 2020 candidate Ada Lindt won.", ("2020", None, "2020")),
    ],
)  # fmt: skip
def test_years_and_days_beside_others_are_read(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize("words", ["The following day", "The next day", "Earlier that day"])
def test_the_next_day_may_look_far_back_where_no_other_day_was_told(words: str) -> None:
    between = "The mayor wept at home. " * 8
    found = times(f"The dam broke on Monday. {between}{words} a wall fell.")
    assert found[-1].when is not None
    day = "2026-01-05" if "that" in words else "2026-01-06"
    assert (found[-1].when.edtf, found[-1].when.basis) == (day, "event")
    found = times(f"The dam broke on Monday. {between * 2}{words} a wall fell.")
    assert found[-1].when is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He left last November. Two weeks earlier he was held.", None),
        ("He left in November 2024. Two months earlier he was held.", "2024-09"),
        ("He left in November 2024. Two years earlier he was held.", "2022"),
        ("He left in May 2024. A year later he died.", "2025"),
        # the day told with it, or this very month, is what counts
        ("He left on Nov. 5, 2024, after a plot of 2023. Two days earlier he was held.",
         "2024-11-03"),
        ("He left this month. Two days earlier he was held.", "2026-01-05"),
    ],
)  # fmt: skip
def test_two_weeks_earlier_is_counted_from_the_month_told_last(text: str, edtf: str | None) -> None:
    assert rows(text)[-1][1] == edtf
