"""A denial that names nobody is a claim where somebody is credited with it."""

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "“Until the council votes, nobody is conducting a formal inquiry,” Ida Roth said.",
        "Ida Roth said that no one had opened an investigation.",
    ],
)
def test_that_nobody_did_it_is_a_denial_with_nobody_in_it(text: str) -> None:
    (claim,) = (c for c in read(text).claims if c.type == "ACCUSE")
    assert (claim.mode, claim.polarity) == ("investigate", "-")
    assert (claim.who, claim.whom, claim.sources[0].kind) == ((), (), "person")


def test_without_anybody_credited_it_is_no_claim() -> None:
    assert not [c for c in read("Nobody opened an investigation.").claims if c.type == "ACCUSE"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Governor Anna Keller put pressure on the Harbour Council.", "+"),
        ("“I put no pressure on the Harbour Council,” Governor Anna Keller said.", "-"),
    ],
)
def test_pressure_that_is_put_on_somebody_is_told_or_denied(text: str, polarity: str) -> None:
    (claim,) = (c for c in read(text).claims if c.type == "REQUEST")
    assert (claim.mode, claim.polarity) == ("urge", polarity)
    assert (len(claim.who), len(claim.whom)) == (1, 1)
