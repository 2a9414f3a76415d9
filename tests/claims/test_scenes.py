"""What claims of one occasion lend each other."""

from __future__ import annotations

import pytest

from dateline.records import Claim
from tests.annotate.reading import read


def when(claim: Claim) -> str | None:
    return claim.when.edtf if claim.when else None


def where(claim: Claim) -> str | None:
    return claim.where.name if claim.where else None


def test_an_occasion_told_again_dates_and_places_the_claim() -> None:
    claim = read(
        "Anna Keller met Omar Karsh. The meeting took place in Lima on January 2, 2024."
    ).claim("CONSULT")

    assert (when(claim), where(claim)) == ("2024-01-02", "Lima")
    assert claim.when is not None
    assert "the same occasion is dated “January 2, 2024”" in claim.when.reasons


def test_who_dates_an_occasion_joins_the_sources_of_what_others_told() -> None:
    reading = read(
        "The Lamp Trust said that Anna Keller met Omar Karsh. Two officials said that the meeting "
        "took place on January 2, 2024."
    )
    claim = reading.claim("CONSULT")

    assert when(claim) == "2024-01-02"
    assert [s.name for s in claim.sources] == ["Lamp Trust", "Two officials"]


def test_being_at_the_meeting_is_being_there_then() -> None:
    claim = read(
        "Anna Keller met Omar Karsh in Lima on January 2, 2024. Sami Nur was present during the "
        "meeting."
    ).claim("APPEAR")

    assert (when(claim), where(claim)) == ("2024-01-02", "Lima")


def test_what_one_recording_shows_happened_at_one_time_and_place() -> None:
    reading = read(
        "A video shows Anna Keller addressing supporters in Lima in January 2024. The footage also "
        "shows Omar Karsh praising Anna Keller."
    )

    assert [(c.type, when(c), where(c)) for c in reading.claims] == [
        ("STATE", "2024-01", "Lima"),
        ("SUPPORT", "2024-01", "Lima"),
    ]


def test_another_recording_lends_nothing() -> None:
    reading = read(
        "A video shows Anna Keller addressing supporters in Lima in January 2024. Another video "
        "shows Omar Karsh praising Anna Keller."
    )

    assert when(reading.claim("SUPPORT")) is None
    assert where(reading.claim("SUPPORT")) is None


def test_what_is_done_during_a_visit_is_done_then_and_there() -> None:
    reading = read(
        "Anna Keller visited Lima in January 2024. During this visit, she met Omar Karsh."
    )
    claim = reading.claim("CONSULT", "met")

    assert (when(claim), where(claim)) == ("2024-01", "Lima")
    assert reading.credited(claim) == "author: told, asserted"


def test_what_is_done_during_this_visit_rests_on_who_told_of_it() -> None:
    reading = read(
        "The Lamp Trust said that Anna Keller visited Lima in January 2024. During this visit, she "
        "met Omar Karsh."
    )

    assert reading.credited(reading.claim("CONSULT", "met")) == (
        "organization Lamp Trust: told, reported"
    )


@pytest.mark.parametrize(
    "text",
    [
        # another pair
        "Anna Keller met Omar Karsh in Lima in January 2024. Sami Nur met Lena Brandt.",
        # an indefinite noun is a new occasion
        "Anna Keller met Omar Karsh in Lima in 2024. Sami Nur and Lena Brandt had a meeting.",
        # a "visit" is no "attack"
        "Police attacked Omar Karsh in Lima in January 2024. Sami Nur’s visit pleased Lena Brandt.",
    ],
)
def test_another_occasion_lends_nothing(text: str) -> None:
    other = read(text).claims[-1]

    assert (when(other), where(other)) == (None, None)


def test_two_dates_of_one_occasion_are_not_lent() -> None:
    reading = read(
        "Anna Keller met Omar Karsh. The meeting took place on January 2, 2024, an aide said. "
        "Police said the meeting took place on January 5, 2024."
    )

    assert when(reading.claim("CONSULT")) is None


def test_two_places_that_exclude_each_other_are_not_lent() -> None:
    reading = read(
        "A video shows Anna Keller addressing supporters in Lima. The footage shows Omar Karsh "
        "threatening Lena Brandt in Oslo. The footage shows Sami Nur praising Omar Karsh."
    )

    assert where(reading.claim("SUPPORT")) is None


def test_a_claim_keeps_its_own_time_and_place() -> None:
    reading = read(
        "Anna Keller visited Lima in January 2024. During this visit, she met Omar Karsh in Oslo "
        "on January 5, 2024."
    )
    claim = reading.claim("CONSULT", "met")

    assert (when(claim), where(claim)) == ("2024-01-05", "Oslo")
