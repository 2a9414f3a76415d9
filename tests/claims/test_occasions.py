"""Appearances that no verb of appearing tells."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a deed at an occasion
        ("Anna Keller laughed at a wedding in Porto.", ["APPEAR Anna Keller"]),
        # a deed that is told itself, at an occasion, is that deed
        ("Anna Keller praised Tomas Brandt at a rally.", ["SUPPORT Anna Keller > Tomas Brandt"]),
        # alongside somebody
        (
            "Anna Keller spoke alongside Tomas Brandt at a rally.",
            ["APPEAR Anna Keller & Tomas Brandt"],
        ),
        # an occasion without anybody who is named
        ("A man laughed at a wedding in Porto.", []),
        # being shown at one is not going there
        ("Anna Keller was thanked at a wedding.", ["SUPPORT > Anna Keller"]),
    ],
)
def test_doing_something_at_an_occasion_is_being_there(text: str, expected: list[str]) -> None:
    found = read(text).told()

    assert [c for c in found if not c.startswith("STATE")] == expected


def test_a_list_of_any_length_is_walked_without_recursion() -> None:
    reading = read("Anna Keller met " + "aides and " * 1500 + "a rally.")

    assert reading.annotations.tokens
