"""What stands beside a telling and is not told by it: its scene, its critics, a date in passing."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize("mark", ["as", "while"])
def test_what_went_on_meanwhile_is_not_said_by_the_speaker(mark: str) -> None:
    reading = read(
        f"The strike was over, Anna Keller told a crowd, {mark} protesters burned flags in Oslo."
    )
    assert [s.kind for s in reading.claim("PROTEST").sources] == ["author"]


def test_what_is_said_stays_the_speaker_s() -> None:
    reading = read("Anna Keller told a crowd that protesters burned flags in Oslo.")
    assert [s.name for s in reading.claim("PROTEST").sources] == ["Anna Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller was attacked by critics.",
        "Critics attacked Anna Keller.",
        "Columnists savaged Anna Keller.",
    ],
)
def test_critics_attack_with_words(text: str) -> None:
    assert not any(told.startswith("ASSAULT") for told in read(text).told())


def test_gunmen_do_not() -> None:
    assert read("Anna Keller was attacked by gunmen.").told() == ["ASSAULT > Anna Keller"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Omar Karsh, who was born in 1960, met Anna Keller.", "CONSULT"),
        ("Omar Karsh, born in 1960, met Anna Keller.", "CONSULT"),
        ("Tomas Brandt, who founded the League in 1990, arrested Omar Karsh.", "COERCE"),
    ],
)
def test_the_date_of_a_relative_clause_is_not_that_of_the_main_one(text: str, type_: str) -> None:
    assert read(text).claim(type_).when is None


def test_a_date_after_a_relative_clause_is_the_main_one_s() -> None:
    when = read("Omar Karsh, who leads the League, met Anna Keller in 1990.").claim("CONSULT").when
    assert when is not None
    assert when.edtf == "1990"
