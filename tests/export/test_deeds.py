"""What somebody did, in words cut from the quote and never more than they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.export.deeds import quote_deed
from dateline.records import Claim, Quote, read_when
from tests.factory import find_words, make_chain, make_claim, make_report

Row = tuple[str, str, str, str, str, str | None, str | None, str]

# Sentence, type, mode, trigger, who, whom, words of the time: what is quoted; why.
DEEDS: list[Row] = [
    # what a mode alone would not say
    ("Oduya joined the Harbour Board in 2021.", "COOPERATE", "join", "joined", "Oduya", None,
     "2021", "“joined the Harbour Board”"),
    ("In May, Oduya addressed a rally in Tarn.", "STATE", "address", "addressed", "Oduya", None,
     "May", "“addressed a rally in Tarn”"),
    ("Oduya denies both meetings.", "REJECT", "deny", "denies", "Oduya", None, None,
     "“denies both meetings”"),
    ("Oduya spoke at a school, where it rained.", "STATE", "speak", "spoke", "Oduya", None, None,
     "“spoke at a school …”"),
    ("Oduya paid 6,000 crowns to a clerk.", "AID", "paid", "paid", "Oduya", None, None, ""),
    ("Oduya visited the U.N. office on May 3.", "CONSULT", "visit", "visited", "Oduya", None,
     "May 3", "“visited the U.N. office”"),
    ("A video shows Oduya attending a rally in Tarn.", "APPEAR", "attend", "attending", "Oduya",
     None, None, "attended “a rally in Tarn”"),
    # those to whom it was done are named in the words, and more is said
    ("Oduya accused Haddad of theft.", "ACCUSE", "accuse", "accused", "Oduya", "Haddad", None,
     "“accused Haddad of theft”"),
    ("Oduya accused Haddad.", "ACCUSE", "accuse", "accused", "Oduya", "Haddad", None, ""),
    ("Of Haddad, Oduya accused a brother.", "ACCUSE", "accuse", "accused", "Oduya", "Haddad", None,
     ""),
    ("Oduya met Haddad in Tarn. Oduya accused him of theft.", "ACCUSE", "accuse", "accused",
     "Oduya", "him", None, ""),
    # no sentence would come of it
    ("The meeting of Oduya took place in Tarn.", "CONSULT", "meet", "meeting", "Oduya", None, None,
     ""),
    ("The rally organized by Oduya ended in rain.", "CONSULT", "organise", "organized", "Oduya",
     None, None, ""),
    ("Oduya was seen as she searched by night.", "COERCE", "search", "searched", "Oduya", None,
     None, ""),
    ("Oduya said on Friday.", "STATE", "say", "said", "Oduya", None, "Friday", ""),
    ("Oduya travelled to 2019.", "CONSULT", "travel", "travelled", "Oduya", None, "2019", ""),
    # the time comes first: more follows it
    ("Oduya said on Friday that it rained.", "STATE", "say", "said", "Oduya", None, "Friday",
     "“said on Friday that it rained”"),
]  # fmt: skip


def told(case: Row) -> Claim:
    text, type_, mode, trigger, who, whom, when, _ = case
    report = make_report(text)
    claim = make_claim(
        report, trigger, type_, [make_chain(report, who)],
        [make_chain(report, whom)] if whom else [], mode=mode, quote=text,
    )  # fmt: skip
    if when is None:
        return claim
    return replace(claim, when=read_when("2024", find_words(report, when), "explicit"))


@pytest.mark.parametrize("case", DEEDS, ids=lambda case: case[0])
def test_the_deed_is_quoted_where_it_says_more_than_the_mode(case: Row) -> None:
    assert quote_deed(told(case)) == case[-1]


@pytest.mark.parametrize("case", [case for case in DEEDS if case[-1]], ids=lambda case: case[0])
def test_what_is_denied_or_planned_is_not_quoted_as_done(case: Row) -> None:
    assert quote_deed(replace(told(case), polarity="-")) == ""
    assert quote_deed(replace(told(case), certainty="planned")) == ""


@pytest.mark.parametrize("case", [case for case in DEEDS if case[-1]], ids=lambda case: case[0])
def test_the_words_stand_so_in_the_quote(case: Row) -> None:
    claim = told(case)
    quoted = quote_deed(claim).partition("“")[2].removesuffix("”").removesuffix(" …")
    assert quoted in claim.quote.exact


def test_a_long_deed_is_cut_and_says_so() -> None:
    claim = told(("Oduya said that " + "so " * 400 + "on.", "STATE", "say", "said", "Oduya", None,
                  None, ""))  # fmt: skip
    assert quote_deed(claim) == "“said that " + "so " * 10 + "…”"


def test_a_trigger_outside_its_quote_is_no_deed() -> None:
    claim = told(DEEDS[0])
    far = Quote(claim.quote.end + 5, claim.quote.end + 11, "joined")
    assert quote_deed(replace(claim, trigger=far)) == ""
