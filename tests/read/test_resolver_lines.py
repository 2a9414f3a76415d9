from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dateline.errors import UnreadableInput
from dateline.read import read_resolver_lines

NOW = datetime(2024, 3, 15, tzinfo=UTC)


def line(*row: object) -> str:
    return json.dumps(row) + "\n"


def test_each_kind_of_judgement_is_read_and_suggestions_are_counted() -> None:
    read = read_resolver_lines(
        [
            line("NK-a", "x:1", "positive", None, "ida", "2023-01-02T03:04:05.678901"),
            line("x:2", "x:1", "negative", None, "ida", "2023-01-02T03:04:05"),
            "\n",
            line("x:3", "x:1", "unsure", 0.4, None, None),
            line("x:4", "x:1", "no_judgement", 0.7, "ida", None),
            line("x:5", "x:1", "positive", None, "ida", None, "2023-02-02T03:04:05"),
        ],
        time=NOW,
    )
    assert (read.suggestions, read.deleted) == (1, 1)
    first, second, third = read.judgements
    assert (first.kind, first.left, first.right, first.user) == ("same", "NK-a", "x:1", "ida")
    assert first.time == "2023-01-02T03:04:05.678901Z"
    assert (second.kind, second.time) == ("different", "2023-01-02T03:04:05.000000Z")
    assert (third.kind, third.user, third.score) == ("unsure", "unknown", 0.4)
    assert third.time == "2024-03-15T00:00:00.000000Z"


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2023-01-02T03:04:05.678901+0", "2023-01-02T03:04:05.678901Z"),  # cut to 28 characters
        ("2023-01-02T03:04:05+02:00", "2023-01-02T01:04:05.000000Z"),
        ("2023-01-02 03:04:05Z", "2023-01-02T03:04:05.000000Z"),
        ("2023-13-45T03:04:05", "2024-03-15T00:00:00.000000Z"),
        ("yesterday", "2024-03-15T00:00:00.000000Z"),
        (20230102, "2024-03-15T00:00:00.000000Z"),
    ],
)
def test_a_time_is_read_as_utc_and_one_that_is_none_is_replaced(written: object, time: str) -> None:
    (said,) = read_resolver_lines(
        [line("a", "b", "positive", None, "ida", written)], time=NOW
    ).judgements
    assert said.time == time


@pytest.mark.parametrize(
    "bad",
    [
        "no json",
        "{}",
        line("a", "b", "positive"),
        line("a", 7, "positive", None, "ida", None),
        line("a", "", "positive", None, "ida", None),
        line("a", "b\x1b[2J", "positive", None, "ida", None),
        line("a", "b", "perhaps", None, "ida", None),
        line("a", "b", ["positive"], None, "ida", None),
        line("a", "a", "positive", None, "ida", None),
        line("a", "b" * 600, "positive", None, "ida", None),
        "[" * 5000,
        "[" * 50_000,
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(bad: str) -> None:
    good = line("a", "b", "positive", None, "ida", None)
    with pytest.raises(UnreadableInput, match="Line 2 "):
        read_resolver_lines([good, bad], time=NOW)
