"""Records in words."""

import pytest

from dateline.records import Quote, read_when
from dateline.views.wording import list_names, plain_line, precision_of, shorten


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2024-03-12", "day"), ("2024-03~", "month"), ("2024", "year"), ("199X", "interval"),
        ("2024-22", "interval"), ("2024-03-12/2024-03-15", "interval"), ("2024-03/..", "open"),
        ("../2024", "open"),
    ],
)  # fmt: skip
def test_the_precision_of_a_time_is_that_of_its_words(edtf: str, precision: str) -> None:
    assert precision_of(read_when(edtf, Quote(0, 1, "x"), "explicit")) == precision
    assert precision_of(None) == "undated"


def test_a_short_line_is_kept_whole() -> None:
    assert shorten("They \n met.", "met") == "They met."


def test_a_word_without_spaces_is_cut_all_the_same() -> None:
    assert len(shorten("y" * 5_000)) < 260


def test_control_characters_become_spaces() -> None:
    assert plain_line("a\x1b[31m\u200bb\r\nc") == "a [31m b c"


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [list_names("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
