"""Names from outside on one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.read.printable import base_name, one_line


def test_control_and_bidi_characters_go_and_words_stay() -> None:
    assert one_line(" a\x00b\n c\u202ed\u2066e\ud800 ") == "a b cde\ufffd"


def test_the_base_name_is_what_stands_after_the_last_separator() -> None:
    assert base_name("../../case/story.txt") == "story.txt"
    assert base_name("C:\\\\case\\story.txt") == "story.txt"
    assert base_name("/") is None
    assert base_name("\udcff.txt") == "\ufffd.txt"


@given(st.text(alphabet=st.characters(), max_size=50))
def test_any_text_becomes_one_line_that_can_be_stored(text: str) -> None:
    line = one_line(text)
    line.encode()
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    base_name(text)
