"""Whom a judgement of a deed strikes: its doers, where the report tells of the deed before."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Falcon Brigade raided the port on Monday. Anna Keller condemned the raid.",
            "ACCUSE Anna Keller > Falcon Brigade",
        ),
        (
            "Peru withdrew its troops. The Harbour League opposed the withdrawal.",
            "REJECT Harbour League > Peru",
        ),
        (
            "Peru and Chile signed an agreement. The agreement was condemned by Anna Keller.",
            "ACCUSE Anna Keller > Peru & Chile",
        ),
    ],
)
def test_who_condemns_a_deed_told_before_condemns_its_doers(text: str, expected: str) -> None:
    assert expected in read(text).told()


@pytest.mark.parametrize(
    "text",
    [
        "The Falcon Brigade raided the port on Monday. Anna Keller condemned the plan.",
        "The Falcon Brigade raided the port on Monday. Anna Keller condemned a raid in Peru.",
        "Anna Keller raided the port on Monday. Then Keller condemned the raid.",
    ],
)
def test_another_deed_or_ones_own_strikes_nobody(text: str) -> None:
    (claim,) = [c for c in read(text).claims if c.type == "ACCUSE"]

    assert claim.whom == ()
