"""The pieces of a text: all of its words, each with the claims that rest on them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dateline.pipeline import Case
from dateline.records import Claim, Quote
from dateline.web.screens.reader import Piece, paragraphs_of
from dateline.web.snapshot import Desk
from tests.factory import make_claim, make_report
from tests.web.browser import Browser

TEXT = "Anna met Bo in Graz.\n\nPolice said that Bo may have left for Vienna."


def claim_of(start: int, end: int, number: int = 0) -> Claim:
    report = make_report(TEXT)
    quote = Quote(start, end, TEXT[start:end])
    made = make_claim(report, "met", quote="Anna met Bo in Graz.")
    return Claim(f"c_{number}", report.id, quote, quote, "event", made.type)


def pieces(claims: list[Claim]) -> list[Piece]:
    return [piece for paragraph in paragraphs_of(TEXT, claims) for piece in paragraph]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_the_pieces_hold_all_words_and_every_claim_begins_somewhere(
    ranges: list[tuple[int, int]],
) -> None:
    claims = [claim_of(min(one), max(one), n) for n, one in enumerate(ranges) if one[0] != one[1]]
    found = pieces(claims)
    assert "".join(piece.text for piece in found) == TEXT.replace("\n", "")
    begun = {number for piece in found for number in piece.begins}
    shown = {n for n, one in enumerate(claims, 1) if one.quote.exact.strip()}
    assert shown <= begun


def test_words_under_two_claims_look_no_surer_than_the_less_sure() -> None:
    report = make_report(TEXT)
    told = make_claim(report, "said")
    alleged = make_claim(report, "left", certainty="alleged")
    looks = {piece.text: piece.standing for piece in pieces([told, alleged])}
    assert looks["said"] == "asserted"
    assert looks["left"] == "alleged"
    assert looks[" that Bo may have "] == "alleged"
    assert looks["Anna met Bo in Graz."] == ""


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_the_words_that_an_address_asks_for_are_marked_and_no_others(one: int, other: int) -> None:
    sought = min(one, other), max(one, other)
    found = [piece for line in paragraphs_of(TEXT, [claim_of(0, 20)], sought) for piece in line]
    marked = "".join(piece.text for piece in found if piece.is_sought)
    assert marked == TEXT[slice(*sought)].replace("\n", "")
    assert "".join(piece.text for piece in found) == TEXT.replace("\n", "")


def test_a_claim_of_the_headline_says_so(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        browser = Browser(case).enter()
        claims = Desk(case).snapshot().claims.values()
        (headline,) = [one for one in claims if one.in_headline and "Trieste" in one.quote.exact]
        text = browser.get(f"/reports/{headline.report}").text
        assert text.count("<dd>in the headline</dd>") == sum(
            one.in_headline for one in claims if one.report == headline.report
        )
