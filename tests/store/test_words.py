"""Words as search compares them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.words import MOST_IN_PART, OVERLAP, Word, find_words, split_parts


def _folded(text: str) -> list[str]:
    return [word.folded for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Marta Rossi", ["dr", "marta", "rossi"]),
        ("Harbour-Union's", ["harbour", "union", "s"]),
        ("snake_case", ["snake", "case"]),
        ("Straße ẞ İzmir", ["strasse", "ss", "izmir"]),
        ("5,000 dockers", ["5", "000", "dockers"]),
        ("北京", ["北", "京"]),
        ("北京abc", ["北", "京", "abc"]),
        ("किताब", ["किताब"]),
        ("が", [unicodedata.normalize("NFKD", "が")]),
        (unicodedata.normalize("NFD", "が"), [unicodedata.normalize("NFKD", "が")]),
        ("⑴ ½ ﷺ", ["1", "1⁄2", "صلىاللهعليهوسلم"]),
        ("𝐀𝐁", ["ab"]),  # mathematical bold
        ("\udce9 \0 …", []),
        ("", []),
    ],
)
def test_a_text_is_folded_word_by_word(text: str, expected: list[str]) -> None:
    assert _folded(text) == expected


def test_a_word_tells_where_it_stands_with_its_accents() -> None:
    text = "a cafe\u0301 b"
    words = find_words(text, 100)
    assert [(word.start, word.end) for word in words] == [(100, 101), (102, 107), (108, 109)]


@settings(derandomize=True, database=None, deadline=None)
@given(st.text(max_size=60))
def test_composed_and_decomposed_text_have_the_same_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert _folded(composed) == _folded(unicodedata.normalize("NFD", composed))


@settings(derandomize=True, database=None, deadline=None)
@given(st.text(max_size=60))
def test_a_folded_word_holds_nothing_that_a_query_language_knows(text: str) -> None:
    words = find_words(text)
    for word in words:
        ascii_part = "".join(letter for letter in word.folded if letter.isascii())
        assert word.folded
        assert ascii_part == "" or ascii_part.isalnum()
        assert not any(letter.isspace() for letter in word.folded)
    places = [(word.start, word.end) for word in words]
    assert all(start < end for start, end in places)
    assert places == sorted(places)


def test_parts_of_a_long_text_share_a_few_words_and_lose_none() -> None:
    words = [Word(f"w{number}", number, number + 1) for number in range(3 * MOST_IN_PART)]
    parts = list(split_parts(words))
    assert all(len(part) <= MOST_IN_PART for part in parts)
    assert set().union(*parts) == set(words)
    for left, right in pairwise(parts):
        assert list(left[-OVERLAP:]) == list(right[:OVERLAP])


def test_no_part_repeats_a_word_more_often_than_postgresql_keeps() -> None:
    words = [Word("the", number, number + 1) for number in range(2_000)]
    parts = list(split_parts(words))
    assert all(len(part) <= 250 for part in parts)
    assert set().union(*parts) == set(words)


def test_a_text_without_words_has_no_parts() -> None:
    assert list(split_parts([])) == []
