"""The words before a date that open it at one end, and those that leave it as it is."""

from __future__ import annotations

import pytest

from tests.annotate.times.reading import rows

PUBLISHED = "2026-03-03"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The army will withdraw by Friday.", "../2026-03-06"),
        ("By the end of 2023, Haddad had left.", "../2023"),
        ("By the end of March, he will leave.", "../2026-03"),
        ("They must leave no later than June 15.", "../2026-06-15"),
        ("They must pay on or before June 15.", "../2026-06-15"),
        ("The army will withdraw by 2030.", "../2030"),
        ("They will leave no earlier than June 15.", "2026-06-15/.."),
        ("The army could leave as early as Friday.", "2026-03-06/.."),
        ("He knew of it as early as June 2024.", "2024-06"),
    ],
)
def test_by_closes_and_no_earlier_than_opens(text: str, edtf: str) -> None:
    assert [row[1] for row in rows(text, PUBLISHED)] == [edtf]


def test_by_before_a_number_of_men_is_no_time() -> None:
    assert rows("Haddad was killed by 2,000 men.", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Shortly after midnight Tuesday the bomb exploded.", "2026-03-03"),
        ("Just before dawn on Tuesday the bomb exploded.", "2026-03-03"),
        ("It burned after 5 pm on Tuesday.", "2026-03-03"),
        ("It burned around noon on Thursday.", "2026-02-26"),
        ("It burned after Tuesday.", "2026-03-04/.."),
    ],
)
def test_before_and_after_an_hour_do_not_move_its_day(text: str, edtf: str) -> None:
    assert [row[1] for row in rows(text, PUBLISHED)] == [edtf]
