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
        ("Two sailors were arrested, the coast guard said.", "arrest", "Two sailors"),
        ("Three smugglers were jailed after the trial.", "jail", "Three smugglers"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The rebels killed four fishermen, Lena Orsi, spokeswoman of the Port Bureau, said.",
        "Rebels killed two guards, Major Omar Karsh, a spokesman for the navy, told reporters.",
        "Gunmen shot a trader, Mayor Lena Orsi said.",
    ],
)
def test_who_tells_of_harm_right_after_its_victims_is_none_of_them(text: str) -> None:
    (harm,) = (c for c in read(text).claims if c.type == "ASSAULT")

    assert harm.whom == ()
    assert len(harm.unnamed_whom) == 1
    assert harm.sources[0].kind in ("person", "organization")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Police arrested two brothers, Ali Karsh and Omar Karsh, on Friday.", 2),
        ("Police arrested the mayor, Lena Orsi, on Friday.", 1),
        ("Gunmen shot Lena Orsi, who said that she knew none of them.", 1),
        ("Lena Orsi claimed to have been attacked by the militia.", 1),
    ],
)
def test_victims_named_beside_what_they_are_stay_victims(text: str, whom: int) -> None:
    harm = next(c for c in read(text).claims if c.type in ("ASSAULT", "COERCE"))

    assert len(harm.whom) == whom
