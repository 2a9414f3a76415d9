"""Names that may be places': as far as the capitals reach, known to the gazetteer or not."""

from __future__ import annotations

import pytest

from dateline.claims.place_names import PlaceName, find_place_names, name_at
from dateline.records import Span
from tests.annotate.reading import read


def names(text: str) -> list[str]:
    reading = read(text)
    return [n.words.exact for n in find_place_names(reading.grammar, reading.annotations)]


def name(text: str, words: str) -> PlaceName:
    reading = read(text)
    found = find_place_names(reading.grammar, reading.annotations)
    return next(n for n in found if n.words.exact == words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six farmers died in Tel Marwa on Friday.", "Tel Marwa"),
        ("Six farmers died in Marwa District on Friday.", "Marwa District"),
        ("Six farmers died in Bustan al-Marwa on Friday.", "Bustan al-Marwa"),
        ("Six farmers died near Deir el-Karsh on Friday.", "Deir el-Karsh"),
        ("Six sailors died in the Gulf of Sidra on Friday.", "Gulf of Sidra"),
        ("Six sailors died in Porto de Marwa on Friday.", "Porto de Marwa"),
    ],
)
def test_a_name_goes_as_far_as_its_words_do(text: str, expected: str) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Six farmers died in Lima Friday.", "Lima Friday"),
        (
            "Six farmers died in Marwa District of Karsh Province.",
            "Marwa District of Karsh Province",
        ),
        ("Six farmers died on Friday in March.", "Friday"),
        ("Six farmers died on Friday in March.", "March"),
    ],
)
def test_days_and_what_holds_a_place_are_no_part_of_its_name(text: str, unwanted: str) -> None:
    assert unwanted not in names(text)


def test_a_name_keeps_the_place_that_the_gazetteer_knows() -> None:
    known = name("Anna Keller was arrested in Lima.", "Lima")

    assert known.mention is not None
    assert known.mention.where.country == "PE"


def test_a_name_that_a_person_bears_says_so() -> None:
    assert name("Anna Keller was arrested in Lima.", "Anna Keller").bearer == "Person"


def test_a_name_can_be_made_of_any_words() -> None:
    text = "Six farmers died in the green valley."
    reading = read(text)
    start = text.index("green")

    made = name_at(reading.grammar, reading.annotations, Span(start, start + len("green valley")))

    assert made.words.exact == "green valley"
    assert reading.grammar.tokens[made.head].text == "valley"
