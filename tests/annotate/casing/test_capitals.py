"""Text in capitals: what it is, and how it is written in ordinary case."""

from __future__ import annotations

import pytest

from dateline.annotate.casing import find_capitals, truecase

CABLE = (
    "TEGUCIGALPA, 4 MAY 91 -- FOUR GUNMEN OF THE NORTHERN PEOPLE'S FRONT [NPF] KILLED JUDGE RAMON "
    "IBARRA DE LA VEGA IN SAN LORENZO ON FRIDAY, THE NATIONAL POLICE SAID.\n\n"
    "THE BRITISH EMBASSY DENIED THAT IT HAD BEEN WARNED BY DR. MCALLISTER."
)


def test_a_text_in_capitals_is_written_as_in_a_newspaper() -> None:
    written = truecase(CABLE)

    assert "the Northern People's Front (NPF) killed Judge Ramon Ibarra de la Vega" in written
    assert written.startswith("Tegucigalpa, 4 May 91 -- ")
    assert "in San Lorenzo on Friday" in written
    assert "The British" in written
    assert "had been warned by Dr. McAllister" in written


def test_offsets_do_not_move() -> None:
    written = truecase(CABLE)

    assert len(written) == len(CABLE)
    assert written.translate({40: "[", 41: "]"}).upper() == CABLE


def test_a_text_in_ordinary_case_is_left_as_it_is() -> None:
    text = "BREAKING NEWS\n\nThe NPF said that its leader had met UN envoys in Lima on Friday.\n"

    assert truecase(text) == text
    assert list(find_capitals(text)) == []


def test_a_long_paragraph_in_capitals_is_rewritten_by_itself() -> None:
    first = "The ministry published the message that it had received on Friday."
    second = "THE PRISONERS WERE TAKEN FROM THEIR HOMES AT NIGHT AND HAVE NOT BEEN SEEN SINCE THEN."

    written = truecase(f"{first}\n\n{second}\n\n{first}")

    assert written.startswith(f"{first}\n\nThe prisoners were taken from their homes")
    assert written.endswith(first)


@pytest.mark.parametrize("letter", ["İ", "ß", "ẞ", "ﬁ", "Ǆ"])
def test_a_letter_that_would_change_its_length_keeps_the_text_as_long(letter: str) -> None:
    text = f"THE PARTY OF {letter}ZMIR AND ITS {letter} ALLIES WERE SEEN THERE ON MONDAY MORNING."

    assert len(truecase(text)) == len(text)


@pytest.mark.parametrize("text", ["", "\n\n", "123 -- 456", "A", "[", "U.S.", "ДОБРЫЙ ДЕНЬ"])
def test_odd_texts_keep_their_length(text: str) -> None:
    assert len(truecase(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE SPOKESMAN OF THE IRISH REPUBLICAN ARMY SPOKE TO THE PRESS.", "Irish Republican Army"),
        ("THE WORKERS DEMOCRATIC UNION [WDU] LEFT THE TALKS.", "Workers Democratic Union (WDU)"),
        ("MEN OF THE ARMY OF NATIONAL RESISTANCE FLED.", "Army of National Resistance"),
        ("HE FLEW TO SANTIAGO DE LOS ALTOS YESTERDAY.", "Santiago de los Altos"),
        ("GEN. OKONKWO MET THE FARMERS ON THE ROAD.", "Gen. Okonkwo met the farmers"),
    ],
)
def test_names_are_written_as_names(text: str, name: str) -> None:
    assert name in truecase(text)
