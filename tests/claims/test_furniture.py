"""Lines of a page that are no part of its report."""

from __future__ import annotations

import pytest

from dateline.claims.furniture import is_furniture, load_openers


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Karsh meets Brandt",
        "  • Read more Karsh meets Brandt",
        "Don’t miss: Karsh meets Brandt",
        "FILE - Karsh meets Brandt in 2010.",
        "© 2024 Harbour Mail",
    ],
)
def test_a_line_that_opens_so_is_furniture_to_its_end(line: str) -> None:
    text = f"Karsh left.\n{line}\nBrandt stayed."

    assert is_furniture(text, text.index("\n") + 1)
    assert is_furniture(text, text.index("\n") + len(line))


@pytest.mark.parametrize(
    "line", ["Watch out for Karsh.", "Filed in 2010, the suit failed.", "Recommendations came."]
)
def test_a_sentence_that_begins_alike_is_not(line: str) -> None:
    assert not is_furniture(f"Karsh left.\n{line}", len("Karsh left.\n"))


def test_the_lines_before_and_after_are_the_reports() -> None:
    text = "Karsh left.\nREAD MORE: Karsh meets Brandt\nBrandt stayed."

    assert not is_furniture(text, 0)
    assert not is_furniture(text, text.index("Brandt stayed"))


def test_openers_stand_once_and_in_lower_case() -> None:
    openers = load_openers()

    assert len(set(openers)) == len(openers)
    assert all(opener == opener.casefold() for opener in openers)
