"""Words set as print has them, with their places; and the words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.running_text import covered, set_sentences, trim, words_of


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Mira Olsen , of Graz , left .", "Mira Olsen, of Graz, left."),
        ("The Fund ( OF ) is Mira 's .", "The Fund (OF) is Mira's."),
        ('He said " no " twice .', 'He said "no" twice.'),
        ("They do n't , and we 've left .", "They don't, and we've left."),
        ("We ' ve seen the workers ' hall .", "We've seen the workers' hall."),
        ("It cost $ 40 or 5 % .", "It cost $40 or 5%."),
        ("`` Go '' , he said .", "``Go'', he said."),
    ],
)
def test_words_are_set_as_print_has_them(words: str, printed: str) -> None:
    text, _ = set_sentences([words.split()])
    assert text == printed + "\n"


def test_every_sentence_has_its_line() -> None:
    text, places = set_sentences([["Go", "."], ["Stay", "."]])
    assert text == "Go.\nStay.\n"
    assert places == [[(0, 2), (2, 3)], [(4, 8), (8, 9)]]


_WORDS = st.lists(st.text(alphabet="ab'\"(.,’s`é😀", min_size=1, max_size=4), max_size=8)


@given(st.lists(_WORDS, max_size=4))
def test_every_word_stands_where_its_place_says(sentences: list[list[str]]) -> None:
    text, places = set_sentences(sentences)
    cut = [[text[start:end] for start, end in line] for line in places]
    assert cut == sentences


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in words_of(text)]


def test_acronyms_initials_and_possessives_are_words() -> None:
    assert words("The U.S. envoy Mira J. Olsen’s van") == [
        "The", "U.S.", "envoy", "Mira", "J.", "Olsen", "’s", "van",
    ]  # fmt: skip
    assert words("Dr Ja’afari, I've") == ["Dr", "Ja’afari", ",", "I", "'ve"]


def test_a_mark_on_a_letter_belongs_to_its_word() -> None:
    assert words("Andre\u0301 left") == ["Andre\u0301", "left"]


def test_a_name_is_without_article_and_possessive_and_ends_with_a_word() -> None:
    text = "in the Olsen Fund's hall"
    inside = trim(text, covered(words_of(text), 3, 18))  # "the Olsen Fund'"
    assert [text[start:end] for start, end in inside] == ["Olsen", "Fund"]


def test_nothing_is_left_of_an_article() -> None:
    assert not trim("the", words_of("the"))
