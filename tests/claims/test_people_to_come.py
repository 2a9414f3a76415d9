"""Whom threats, offers and promises are aimed at, and what people without a name do."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


def ends(text: str, type_: str) -> list[tuple[list[str], list[str]]]:
    """Who and whom of each claim of a type, named or not."""
    return [
        (
            [p.words.exact for p in claim.who] + [w.exact for w in claim.unnamed_who],
            [p.words.exact for p in claim.whom] + [w.exact for w in claim.unnamed_whom],
        )
        for claim in read(text).claims
        if claim.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("Tomas Brandt threatened to jail Anna Keller.", "THREATEN", "Tomas Brandt", "Anna Keller"),
        ("Norway promised to send rice to Chad.", "AGREE", "Norway", "Chad"),
        (
            "Tomas Brandt threatened to walk out unless Anna Keller resigned.",
            "THREATEN", "Tomas Brandt", "Anna Keller",
        ),
    ],
)  # fmt: skip
def test_a_threat_or_promise_is_aimed_at_whom_the_deed_reaches(
    text: str, type_: str, who: str, whom: str
) -> None:
    assert ends(text, type_) == [([who], [whom])]


def test_who_is_ready_for_a_deed_is_its_doer() -> None:
    assert ends("Anna Keller is willing to meet Tomas Brandt.", "CONSULT") == [
        (["Anna Keller", "Tomas Brandt"], [])
    ]


def test_a_threat_of_people_without_a_name_is_a_claim() -> None:
    assert ends("Dockers threatened to walk out.", "THREATEN") == [(["Dockers"], [])]


def test_people_of_a_nation_and_what_they_sit_in_are_doers_without_a_name() -> None:
    assert ends("Israeli tanks shelled the village on Monday.", "ASSAULT") == [
        (["Israeli tanks"], ["the village"])
    ]
    assert ends("Poland deported 40 Liberians on Monday.", "COERCE") == [
        (["Poland"], ["40 Liberians"])
    ]
