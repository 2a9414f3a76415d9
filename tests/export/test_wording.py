"""Times, sources and happenings in plain English."""

from __future__ import annotations

import pytest

from dateline.export.wording import chain_words, credit_words, happening_words, when_words
from dateline.records import AUTHOR, Quote, Source, read_when

WORDS = Quote(0, 1, "x")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-10-12", "12 October 2023"),
        ("2024-01-08/2024-01-11", "8–11 January 2024"),
        ("2024-02-26/2024-03-03", "26 February – 3 March 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2022-08", "August 2022"),
        ("2023-05~", "about May 2023"),
        ("2023-05-04~/2023-05-09", "about 4 May 2023 – 9 May 2023"),
        ("2021", "2021"),
        ("2022-21", "spring 2022"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2021/..", "from 2021"),
        ("../2020-03", "until March 2020"),
        ("2019/2021", "2019 – 2021"),
    ],
)
def test_a_time_reads_as_one_would_say_it(edtf: str, words: str) -> None:
    assert when_words(read_when(edtf, WORDS, "explicit")) == words


def test_no_time_is_said_to_be_none() -> None:
    assert when_words(None) == "no date"


@pytest.mark.parametrize(
    ("type_", "mode", "who", "whom", "words"),
    [
        ("CONSULT", "meet", ["A", "B"], [], "A and B met"),
        ("CONSULT", "visit", ["A"], ["B", "C", "D"], "A visited B, C and D"),
        ("COERCE", "arrest", [], ["B"], "B was arrested"),
        ("ASSAULT", "kill", [], ["B", "C"], "B and C were killed"),
        ("STATE", "speech", ["A"], [], "A gave a speech"),
        ("ASSAULT", "attack", [], [], "attack"),
        ("CONSULT", "a mode of tomorrow", ["A"], ["B"], "A and B: a mode of tomorrow"),
        ("leads", None, ["A"], ["B"], "A leads B"),
    ],
)
def test_a_happening_reads_as_a_headline(
    type_: str, mode: str | None, who: list[str], whom: list[str], words: str
) -> None:
    assert happening_words(type_, mode, who, whom) == words


def test_a_chain_names_each_link_once_origin_first() -> None:
    chain = (Source("unnamed", "two officials"), Source("outlet", "Levant Wire"), AUTHOR)
    assert chain_words(chain) == "two officials via Levant Wire"
    assert chain_words((AUTHOR,)) == ""


def test_the_outlets_that_print_a_chain_stand_after_it() -> None:
    assert (
        credit_words("a video", ["Ledger", "Lantern", "Ledger"]) == "a video, in Ledger and Lantern"
    )
    assert credit_words("", ["Ledger"]) == "Ledger"
    assert credit_words("Ledger", ["Ledger"]) == "Ledger"
