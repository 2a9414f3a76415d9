"""Where a name begins and ends, beyond what the reader marks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.annotate.names.test_find import kinds, names


@pytest.mark.parametrize(
    ("text", "body", "person"),
    [
        ("She met with President of France Luc Moreau, who was late.", "France", "Luc Moreau"),
        (
            "He met the president of the Harbour Bank Karim Haddad on Monday.",
            "Harbour Bank",
            "Karim Haddad",
        ),
        (
            "The Berlin director of Harbour Watch International Soo-min Han said that it was over.",
            "Harbour Watch International",
            "Soo-min Han",
        ),
    ],
)
def test_who_holds_a_post_is_told_from_the_body_that_it_is_in(
    text: str, body: str, person: str
) -> None:
    found = kinds(text)
    assert found[person] == "person"
    assert found[body] in ("organization", "country")


def test_a_body_keeps_a_person_s_name_in_its_own() -> None:
    found = kinds("Doctors of the Anna Kessler Hospital said that they had no water.")
    assert "Anna Kessler" not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday, the Kingdom of Vestland's King Olav VII announced he will leave.", "Olav VII"),
        ("Queen Ingrid II left. King Haakon IX stayed, and Haakon IX spoke.", "Haakon IX"),
        ("Emperor Karl IV met Pope Leonard XII.", "Karl IV"),
    ],
)
def test_a_roman_numeral_ends_a_name_and_is_none(text: str, name: str) -> None:
    found = kinds(text)
    assert found[name] == "person"
    assert name.split()[-1] not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Turkish Interior Ministry spokesman Hami Holm said so.", "Interior Ministry"),
        (
            "The head of the City Police Counter Fraud Command said so.",
            "City Police Counter Fraud Command",
        ),
    ],
)
def test_the_words_that_stand_by_a_body_s_last_word_belong_to_its_name(
    text: str, name: str
) -> None:
    assert kinds(text)[name] == "organization"


def test_a_company_is_one_wherever_it_acts_once_it_was_called_so() -> None:
    text = "The shipping company Lindqvist closed its office. Lindqvist said that it was sorry."
    assert kinds(text) == {"Lindqvist": "organization"}


def test_names_that_were_mended_do_not_overlap() -> None:
    text = (
        "President of the Harbour Bank Command Karim Haddad II and Naval Centre Foreign Ministry "
        "II Office of France Anna Soo-min VII Brandt met Vice-President Leonard X Ministry."
    )
    found = names(text)
    assert all(a.last <= b.first for a, b in pairwise(found))
