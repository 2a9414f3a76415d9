from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.terminal import clean, clean_lines, json_line

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def is_harmless(text: str) -> bool:
    return all(
        unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}
        and unicodedata.bidirectional(char) not in BIDI
        for char in text
    )


@given(st.text())
def test_what_is_shown_holds_no_control_code(text: str) -> None:
    assert is_harmless(clean(text))


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_ordinary_words_are_shown_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text(st.characters()))
def test_json_loses_nothing_and_holds_no_control_code(text: str) -> None:
    line = json_line({"words": text})
    assert is_harmless(line)
    assert json.loads(line) == {"words": text}


def test_line_ends_become_blanks_and_names_keep_their_letters() -> None:
    assert clean("Anna\r\nKeller\tÄß – “x”") == "Anna Keller Äß – “x”"
    assert clean("\x1b]0;owned\x07\x9b31mred\u202etxt") == "]0;owned31mredtxt"
    assert clean_lines("one\x1b[2J\ntwo") == "one[2J\ntwo"
