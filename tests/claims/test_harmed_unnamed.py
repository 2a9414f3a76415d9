"""Violence makes a claim though its victims have no name and nothing dates it."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "mode", "whom"),
    [
        ("The gunmen killed three nuns.", "kill", "three nuns"),
        ("The murder of six priests shocked the town.", "kill", "six priests"),
        ("The rebels kidnapped two engineers.", "abduct", "two engineers"),
        ("The rebels blew up a grocery store.", "bomb", "a grocery store"),
        ("Masked men set fire to the bus.", "burn", "the bus"),
        ("The blast wounded 37 persons.", "injure", "37 persons"),
    ],
)
def test_violence_against_the_unnamed_is_a_claim(text: str, mode: str, whom: str) -> None:
    claims = [c for c in read(text).claims if c.type in ("ASSAULT", "COERCE")]

    assert [(c.mode, [w.exact for w in c.unnamed_whom]) for c in claims] == [(mode, [whom])]


def test_a_bomb_at_a_place_is_a_claim_though_nobody_is_told_of() -> None:
    (claim,) = (c for c in read("A bomb exploded in Lima on Friday.").claims if c.kind == "event")

    assert (claim.mode, claim.where and claim.where.name) == ("bomb", "Lima")
    assert [*claim.who, *claim.whom, *claim.unnamed_who, *claim.unnamed_whom] == []


def test_bombs_in_general_are_no_claim() -> None:
    assert read("Bombings hurt trade.").claims == ()
