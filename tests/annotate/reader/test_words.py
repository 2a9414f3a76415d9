"""Words to pieces, and sentences to windows."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dateline.annotate.reader.words import LONGEST, PIECES_A_WORD, SHAPES, WordReader, shape_of

FIXTURE = Path(__file__).parents[2] / "training" / "data" / "reader.json"


@pytest.fixture(scope="module")
def reader() -> WordReader:
    tokenizer = files("dateline.annotate.reader").joinpath("tokenizer.json").read_text("utf-8")
    return WordReader(Tokenizer.from_str(tokenizer))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("2019", "digit"),
        ("B-52", "digit"),
        ("—", "punctuation"),
        ("\u200b", "punctuation"),
        ("talks", "lower"),
        ("OSCE", "upper"),
        ("Ångström", "title"),
        ("A", "title"),
        ("“Olsen", "title"),
        ("U.S.-led", "mixed"),
        ("McKay", "mixed"),
        ("iPhone", "other"),
        ("北京", "other"),
    ],
)
def test_a_word_has_one_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_every_word_is_in_exactly_one_window_and_no_window_is_too_long(reader: WordReader) -> None:
    sentences = [["word"] * length for length in (3, 200, 90, 700, 0, 1)]
    windows = reader.windows(sentences)
    assert [i for w in windows for i in range(w.first, w.first + len(w.places))] == list(range(994))
    assert max(len(w.ids) for w in windows) <= LONGEST
    assert [len(w.places) for w in windows[:2]] == [203, 90]  # whole sentences as long as they fit


def test_places_point_at_the_first_piece_of_each_word(reader: WordReader) -> None:
    (window,) = reader.windows([["Olsen", "\x00", "deprioritised", "it"]])
    assert window.places[:3] == (1, -1, 2)
    first = [reader.pieces([word])[0][0] for word in ("Olsen", "deprioritised", "it")]
    assert [window.ids[place] for place in window.places if place >= 0] == first
    assert len(window.ids) == len(window.shapes)


def test_a_word_that_is_no_word_is_cut(reader: WordReader) -> None:
    (pieces,) = reader.pieces(["=" * 300])
    assert len(pieces) == PIECES_A_WORD


def test_no_words_make_no_window(reader: WordReader) -> None:
    assert reader.windows([]) == []
    assert reader.windows([[], []]) == []


def test_the_fixture_is_what_the_steps_give(reader: WordReader) -> None:
    for row in json.loads(FIXTURE.read_text(encoding="utf-8")):
        (window,) = reader.windows([row["words"]])
        assert list(window.ids) == row["ids"]
        assert list(window.shapes) == row["shapes"]
        assert list(window.places) == row["places"]
