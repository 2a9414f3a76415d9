"""Bytes to text."""

from __future__ import annotations

import codecs
import re

import pytest

from dateline.errors import UnreadableInput
from dateline.read.encoding import decode

WORDS = "The minister’s café – “naïve”, he said.\nMore came."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("windows-1252"), "windows-1252"),
    ],
)
def test_the_text_comes_whole_out_of_each_encoding(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (WORDS, encoding)
    assert bool(decoded.notes) == (encoding != "utf-8")


def test_other_scripts_are_guessed() -> None:
    words = "Министр иностранных дел встретился в среду с представителями профсоюзов города."
    assert decode(words.encode("cp1251"), "a.txt").text == words


def test_a_declared_encoding_is_used_unless_the_bytes_are_utf_8() -> None:
    words = "Spotkał się w środę ze związkowcami."
    assert decode(words.encode("iso8859-2"), "a.html", "iso-8859-2").text == words
    assert decode(words.encode(), "a.html", "iso-8859-2").text == words


def test_a_codec_that_is_no_character_encoding_is_not_taken_from_a_page() -> None:
    for declared in ("rot13", "hex", "zlib", "punycode", "unicode_escape", "no such thing"):
        assert decode(b"caf\xe9 - the talks are over", "a.html", declared).text.startswith("café")


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd\x0ce", "a.txt").text == "a\nb\nc\nd\ne"


def test_a_few_broken_bytes_are_shown_and_noted() -> None:
    data = ("café naïve – " * 5).encode() + b"\xff end"
    decoded = decode(data, "a.txt")
    assert decoded.text.endswith("\ufffd end")
    assert "1 places were not valid utf-8" in decoded.notes[0]


def test_stray_control_characters_are_shown_so_that_every_export_can_hold_the_text() -> None:
    decoded = decode(b"one\x01two", "a.txt")
    assert decoded.text == "one\ufffdtwo"
    assert decoded.notes


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 and more", "a PDF"),
        (b"PK\x03\x04 and more", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(1, 32)) * 20, "binary data"),
        (bytes(range(256)) * 20, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.bin: .*\.txt and add that\.$") as refused:
        decode(data, "a.bin")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"text\x00with a NUL", "byte 5 of 15 (hex 00) is one that no text holds;"),
        (b"a\x00b\x00" + b"more came. " * 40, "byte 2 of 444 (hex 00) .* there are 2 such bytes;"),
    ],
)
def test_a_text_with_a_stray_byte_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        decode(data, "a.txt")
    message = str(refused.value)
    assert re.search(words.replace("(hex 00)", r"\(hex 00\)"), message)
    assert ".txt and add" not in message
    assert message.endswith(
        "; take out what is no text, or save the text anew as UTF-8, and add that."
    )
