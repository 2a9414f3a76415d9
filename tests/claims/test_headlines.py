"""What a headline claims by itself, whom it means, and what it must not claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.read import read_bytes
from dateline.records import Claim, Report
from tests.annotate.reading import Reading, read

BODY = (
    "Anna Keller, the minister of Norway, met Omar Karsh in Vienna on Tuesday. Keller said that "
    "the Harbour League would go on.\nTomas Brandt, the leader of the Harbour League, was there "
    "too. Police said that they had heard of it. Karsh left the market on Friday."
)


def under(headline: str, body: str = BODY) -> Reading:
    """The report with this headline."""
    return read(f"{headline}\n\n{body}")


def said(reading: Reading) -> list[str]:
    """The claims of a headline: "CONSULT A & B [planned, told by person A, on 2024-03]"."""
    return [standing(reading, claim) for claim in reading.claims if claim.in_headline]


def standing(reading: Reading, claim: Claim) -> str:
    notes: list[str] = [claim.certainty] if claim.certainty != "asserted" else []
    notes += [f"{s.kind} {s.name}" for s in claim.sources if s.kind != "author"]
    notes += [f"on {claim.when.edtf}"] if claim.when else []
    notes += [f"in {claim.where.name}"] if claim.where else []
    notes += [f"{q.exact} did" for q in claim.unnamed_who]
    notes += [f"to {q.exact}" for q in claim.unnamed_whom]
    return f"{reading.shown(claim)} [{', '.join(notes)}]" if notes else reading.shown(claim)


HEADLINES = [
    # the present tense tells what happened
    ("Keller meets Karsh in Vienna", ["CONSULT Anna Keller & Omar Karsh [in Vienna]"]),
    ("Minister meets envoy in Vienna", ["CONSULT Anna Keller [in Vienna, envoy did]"]),
    ("Keller, Karsh hold talks in Vienna", ["CONSULT Anna Keller & Omar Karsh [in Vienna]"]),
    ("Keller accuses Brandt of fraud", ["ACCUSE Anna Keller > Tomas Brandt"]),
    ("Keller slams Brandt over strike", ["ACCUSE Anna Keller > Tomas Brandt"]),
    ("Norway bans League", ["COERCE Norway > Harbour League"]),
    # verbs that look like nouns
    ("Gunmen attack church in Oslo", ["ASSAULT [in Oslo, Gunmen did, to church]"]),
    ("Dockers march in Oslo over pay", ["PROTEST [in Oslo, Dockers did]"]),
    # auxiliaries left out
    ("Three killed as blast hits market", ["ASSAULT [to Three]"]),
    ("Brandt jailed for fraud", ["COERCE > Tomas Brandt"]),
    ("Brandt shot dead in Oslo", ["ASSAULT > Tomas Brandt [in Oslo]"]),
    ("Five arrested over harbour raid: police",
     ["COERCE [reported, unnamed police, to Five]"]),
    # what is to come, and what did not happen
    ("Keller to visit Oslo", ["CONSULT Anna Keller [planned, in Oslo]"]),
    ("Keller will not visit Oslo", ["not CONSULT Anna Keller [planned, in Oslo]"]),
    ("Talks between Keller and Karsh called off", ["not CONSULT Anna Keller & Omar Karsh"]),
    ("Attack on Karsh foiled", ["not ASSAULT > Omar Karsh"]),
    # according to whom
    ("Brandt arrested, police say", ["COERCE > Tomas Brandt [reported, unnamed police]"]),
    ("Police arrest five, says Keller",
     ["COERCE Police [reported, person Anna Keller, to five]", "STATE Anna Keller"]),
    ("Police arrest five – sources", ["COERCE Police [reported, unnamed sources, to five]"]),
    ("Keller: 'we will strike back'", ["THREATEN Anna Keller"]),
    ("“We will strike back” – Keller", ["THREATEN Anna Keller"]),
    ("Norway: we will strike back", ["THREATEN Norway"]),
    ("Karsh: I never met Brandt",
     ["STATE Omar Karsh",
      "not CONSULT Omar Karsh & Tomas Brandt [reported, person Omar Karsh]"]),
    ("Karsh 'killed' in raid", ["ASSAULT > Omar Karsh [alleged]"]),
    ("Keller reportedly met Brandt",
     ["CONSULT Anna Keller & Tomas Brandt [reported, unnamed reportedly]"]),
    # a place or a theme before a colon says nothing
    ("Norway: two killed in blast", ["ASSAULT [to two]"]),
    ("Harbour strike: Keller meets Brandt", ["CONSULT Anna Keller & Tomas Brandt"]),
    # times only by its own words
    ("Report: Brandt met Karsh in 2019",
     ["CONSULT Tomas Brandt & Omar Karsh [reported, unnamed Report, on 2019]"]),
    # letters
    ("KELLER MEETS KARSH IN VIENNA", ["CONSULT Anna Keller & Omar Karsh [in Vienna]"]),
    ("Keller Meets Karsh In Vienna For Talks On Harbour Strike",
     ["CONSULT Anna Keller & Omar Karsh [in Vienna]"]),
    ("Keller And Brandt Sign Deal In Vienna", ["AGREE Anna Keller & Tomas Brandt [in Vienna]"]),
    ("Three Killed As Blast Hits Market In Vienna", ["ASSAULT [in Vienna, to Three]"]),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_makes_claims_of_its_own(headline: str, expected: list[str]) -> None:
    assert sorted(said(under(headline))) == sorted(expected)


NOTHING = [
    "Harbour Strike Talks",
    "Why Keller met Karsh",
    "How the Harbour League attacked Oslo",
    "Did Keller meet Karsh?",
    "Keller to resign?",
    "Opinion: Keller meets Karsh and nobody cares",
    "Keller meets Karsh - Analysis",
    "Fact check: Karsh attacked Brandt",
    "Keller meets Karsh | Quiz",
    "A Harbour in Spring",
    "Karsh",
]


@pytest.mark.parametrize("headline", NOTHING)
def test_a_headline_that_tells_nothing_claims_nothing(headline: str) -> None:
    assert said(under(headline)) == []


FURNITURE = [
    "LIVE: Keller meets Karsh",
    "WATCH | Keller meets Karsh",
    "World | Keller meets Karsh | The Quay Herald",
    "Keller meets Karsh - The Quay Herald",
    "Keller meets Karsh – quayherald.example.com",
    "Keller meets Karsh [Updated]",
    "(VIDEO) Keller meets Karsh",
    "Exclusive: Live: Keller meets Karsh",
]


@pytest.mark.parametrize("headline", FURNITURE)
def test_what_outlets_print_beside_a_headline_is_no_part_of_it(headline: str) -> None:
    reading = under(headline)
    (claim,) = [one for one in reading.claims if one.in_headline]
    assert claim.quote.exact == "Keller meets Karsh"
    assert {reading.shown(claim)} == {"CONSULT Anna Keller & Omar Karsh"}


def test_a_headline_takes_no_time_from_the_body_or_the_publication() -> None:
    reading = under("Keller meets Karsh in Vienna")
    headline, body = (
        [c for c in reading.claims if c.in_headline is place and c.type == "CONSULT"]
        for place in (True, False)
    )
    assert [claim.when for claim in headline] == [None]
    assert [claim.when and claim.when.edtf for claim in body] == ["2024-03-12"]


def test_one_deed_told_in_headline_and_body_is_two_claims() -> None:
    reading = under("Keller meets Karsh in Vienna")
    both = [claim for claim in reading.claims if claim.type == "CONSULT"]
    assert [claim.in_headline for claim in both] == [True, False]
    assert {p.chain for p in both[0].who} == {p.chain for p in both[1].who}
    assert len({claim.id for claim in both}) == 2


@pytest.mark.parametrize("headline", [h for h, _ in HEADLINES] + NOTHING + FURNITURE)
def test_a_headline_changes_nothing_that_the_body_claims(headline: str) -> None:
    plain = read(BODY)
    reading = under(headline)
    assert [reading.shown(c) for c in reading.claims if not c.in_headline] == [
        plain.shown(c) for c in plain.claims
    ]


TITLED = [
    "Harbour Strike Talks Collapse In Vienna",
    "Fresh Hope For Silver Bay As Market Reopens",
    "Dead Man Walking: Inside The Harbour League",
    "Three Killed As Blast Hits Market In Vienna",
    "Anna Keller Meets Grey Wolf Festival Crowd",
    "Keller Bank Robbed",
    "NEW HOPE FOR SILVER BAY",
]


@pytest.mark.parametrize("headline", TITLED)
def test_capitals_make_nobody_new(headline: str) -> None:
    assert sorted(under(headline).names()) == sorted(read(BODY).names())


def test_a_headline_s_name_is_a_mention_of_the_person_in_the_body() -> None:
    reading = under("Keller meets Karsh in Vienna")
    assert reading.mentions("Anna Keller")[:2] == ["Keller", "Anna Keller"]
    assert reading.chain("Anna Keller").names == read(BODY).chain("Anna Keller").names


def test_who_of_two_is_meant_by_a_surname_is_left_open() -> None:
    body = "Anna Keller met Omar Karsh. Tomas Keller was in Oslo with Ida Lind."
    reading = under("Keller meets Karsh", body)
    assert said(reading) == ["CONSULT Omar Karsh"]
    assert sorted(reading.names()) == sorted(read(body).names())


def test_somebody_whom_the_headline_alone_names_plainly_takes_part() -> None:
    assert said(under("Mayor Ida Lind arrested in Oslo")) == ["COERCE > Ida Lind [in Oslo]"]


def test_the_post_of_one_person_in_the_body_stands_for_that_person() -> None:
    assert said(under("Minister resigns")) == ["CONCEDE Anna Keller"]
    assert said(under("Former minister resigns")) == ["CONCEDE [Former minister did]"]


def test_a_web_page_s_title_is_read_like_a_text_s() -> None:
    page = (
        "<html><head><title>Keller meets Karsh | The Quay Herald</title></head><body><article>"
        f"<h1>Keller meets Karsh</h1><p>{BODY}</p></article></body></html>"
    )
    report = replace(read_bytes(page.encode()), published="2024-03-15")
    (claim,) = [c for c in find_claims(report, annotate(report)) if c.in_headline]
    assert report.text.startswith("Keller meets Karsh\n\n")
    assert claim.quote.exact == "Keller meets Karsh"
    assert report.text[claim.quote.start : claim.quote.end] == claim.quote.exact


def test_a_title_that_is_not_in_the_text_makes_no_claim() -> None:
    report = replace(read_bytes(BODY.encode()), title="Keller attacks Karsh")
    assert not any(c.in_headline for c in find_claims(report, annotate(report)))


HOSTILE = [
    "Keller meets Karsh " * 10,
    "A" * 190,
    "'" * 150,
    ": " * 90,
    "| " * 90,
    "- " * 90 + "Keller",
    "(" * 100 + ")" * 90,
    "to " * 60,
    "killed " * 25,
    "Keller \x07meets\x1b[31m Karsh",
    "Keller\u202e meets Karsh",
    "كيلر يلتقي كارش في فيينا",
    "קלר נפגש עם קארש",
    "\u200bKeller meets\u00a0Karsh",
    "İSTANBUL'DA ÜÇ ÖLÜ: KELLER",
    "ß ﬁ Keller MEETS Karsh",
    "🔥 Keller meets Karsh 🔥",
    "1 2 3 4 5 6",
    "«Keller» — «Karsh»",
    "Keller's 'Karsh 'Brandt' killed",
]


@pytest.mark.parametrize("headline", HOSTILE)
def test_whatever_a_headline_is_made_of_its_quotes_are_the_text_s(headline: str) -> None:
    report = _titled(headline)
    claims = find_claims(report, annotate(report))
    for claim in claims:
        quotes = [claim.quote, claim.trigger, *(p.words for p in (*claim.who, *claim.whom))]
        quotes += [*claim.unnamed_who, *claim.unnamed_whom, *(c.words for c in claim.counts)]
        quotes += [s.words for s in claim.sources if s.words]
        quotes += [w.words for w in (claim.when, claim.where) if w]
        for quote in quotes:
            assert report.text[quote.start : quote.end] == quote.exact
            assert (quote.end <= report.body_start) == claim.in_headline
    assert claims == find_claims(report, annotate(report))


def _titled(headline: str) -> Report:
    text = f"{headline}\n\n{BODY}"
    title = " ".join(headline.split())
    return replace(read_bytes(text.encode()), text=text, title=title, body_start=len(headline) + 2)
