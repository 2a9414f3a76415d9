"""According to whom, as a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.records import AUTHOR, Certainty, Claim, Polarity, Report, Source, SourceKind
from dateline.views.source_sentence import write_sources
from dateline.views.together import group_sources
from dateline.views.wording import name_sources
from tests.factory import find_words, make_claim, make_report

TEXT = (
    "Ann Lee and Bo Ray said so. Reuters, citing two officials, has it. A video obtained by the "
    "Lantern is out. The Harbour League wrote a letter. A Turkish official spoke. Critics did."
)


def source(
    kind: SourceKind, words: str, name: str | None = None, sort: str | None = None
) -> Source:
    printed = find_words(make_report(TEXT), words)
    return Source(kind, name or words, None, printed, sort)  # type: ignore[arg-type]


LEE, RAY = source("person", "Ann Lee"), source("person", "Bo Ray")
REUTERS = source("outlet", "Reuters")
OFFICIALS = source("unnamed", "two officials", sort="official")
VIDEO, LANTERN = source("media", "A video", "viral video on X"), source("outlet", "Lantern")
LEAGUE = source("organization", "The Harbour League", "Harbour League")
LETTER = source("document", "a letter")
TURKEY = source("organization", "A Turkish official", "Turkey")
CRITICS = source("unnamed", "Critics")
HEDGE = Source("unnamed", "reportedly")


def written(
    *sources: Source,
    certainty: Certainty = "reported",
    polarity: Polarity = "+",
    outlet: str = "The Evening Star",
) -> str:
    report: Report = make_report(TEXT, outlet=outlet, published="2026-03-04")
    claim: Claim = make_claim(report, "said", "CONSULT", [], sources=sources or (AUTHOR,))
    claim = replace(claim, certainty=certainty, polarity=polarity)
    return write_sources(claim, report, {})


STAR = "The Evening Star, 4 March 2026, "
CHAINS = [
    ((LEE,), "Ann Lee said this"),
    ((LEAGUE,), "the Harbour League said this"),
    ((TURKEY,), "a Turkish official said this"),
    ((OFFICIALS,), "two unnamed officials said this"),
    ((CRITICS,), "critics said this"),
    ((REUTERS,), "Reuters reported this"),
    ((VIDEO,), "a viral video on X shows this"),
    ((LETTER,), "a letter says this"),
    ((HEDGE,), "sources that it does not name said this (“reportedly”)"),
    ((Source("unnamed", "unnamed source"),), "an unnamed source said this"),
    ((Source("media", "Satellite images"),), "satellite images show this"),
    ((Source("document", "Court records"),), "court records say this"),
    # two links
    ((LEE, REUTERS), "Ann Lee told Reuters this"),
    ((OFFICIALS, REUTERS), "Reuters, citing two unnamed officials, reported this"),
    ((VIDEO, LANTERN), "a viral video on X obtained by Lantern shows this"),
    ((VIDEO, CRITICS), "critics said that a viral video on X shows this"),
    ((LEAGUE, LETTER), "the Harbour League said this in a letter"),
    ((REUTERS, LANTERN), "Lantern reported that Reuters reported this"),
    ((LEE, LEAGUE), "the Harbour League said that Ann Lee said this"),
    # three links, and two who speak together
    ((OFFICIALS, REUTERS, LANTERN),
     "Lantern reported that Reuters, citing two unnamed officials, reported this"),
    ((LEE, RAY), "Ann Lee and Bo Ray said this"),
    ((LEE, RAY, REUTERS), "Ann Lee and Bo Ray told Reuters this"),
]  # fmt: skip


@pytest.mark.parametrize(("sources", "said"), CHAINS, ids=[said for _, said in CHAINS])
def test_a_chain_is_told_as_a_person_would(sources: tuple[Source, ...], said: str) -> None:
    assert written(*sources) == f"{STAR}reports that {said}."


@pytest.mark.parametrize(
    ("certainty", "polarity", "own", "lee", "letter"),
    [
        ("asserted", "+", "reports this in its own voice", "said this", "says this"),
        ("alleged", "+", "reports in its own voice that this may be so", "alleged this",
         "alleges this"),
        ("planned", "+", "reports in its own voice that this is planned",
         "said that this is planned", "says that this is planned"),
        ("inferred", "+", "infers this from what it reports", "inferred this", "suggests this"),
        ("reported", "-", "reports in its own voice that this did not happen",
         "said that this did not happen", "says that this did not happen"),
    ],
)  # fmt: skip
def test_how_sure_it_is_goes_into_the_verb(
    certainty: Certainty, polarity: Polarity, own: str, lee: str, letter: str
) -> None:
    assert written(certainty=certainty, polarity=polarity) == f"{STAR}{own}."
    by_lee = written(LEE, certainty=certainty, polarity=polarity)
    assert by_lee == f"{STAR}reports that Ann Lee {lee}."
    by_letter = written(LETTER, certainty=certainty, polarity=polarity)
    assert by_letter == f"{STAR}reports that a letter {letter}."


def test_a_recording_is_only_said_to_show_what_is_alleged() -> None:
    said = written(VIDEO, certainty="alleged")
    assert said == f"{STAR}reports that a viral video on X is said to show this."


def test_what_is_alleged_to_an_outlet_stays_an_allegation() -> None:
    assert written(LEE, REUTERS, certainty="alleged") == (
        f"{STAR}reports that Ann Lee alleged this to Reuters."
    )


def test_the_outlet_that_prints_the_report_is_named_once() -> None:
    own = written(REUTERS, outlet="Reuters")
    assert own == "Reuters, 4 March 2026, reports this in its own voice."
    cited = written(OFFICIALS, REUTERS, outlet="Reuters")
    assert cited == "Reuters, 4 March 2026, reports that two unnamed officials said this."


def test_no_word_is_doubled_where_reports_are_the_source() -> None:
    said = written(Source("unnamed", "reports"))
    assert said == f"{STAR}writes that reports said this."


def test_a_relation_that_is_denied_is_not_so() -> None:
    report = make_report(TEXT, published=None)
    claim = replace(make_claim(report, "said", "member_of", [], sources=(LEE,)), polarity="-")
    assert write_sources(claim, report, {}) == (
        "Harbour Times reports that Ann Lee said that this is not so."
    )


def test_names_side_by_side_are_one_link_and_others_are_not() -> None:
    report = make_report(TEXT)
    assert group_sources([LEE, RAY, REUTERS], report) == [[LEE, RAY], [REUTERS]]
    assert group_sources([OFFICIALS, REUTERS], report) == [[OFFICIALS], [REUTERS]]
    assert group_sources([LEE, RAY], None) == [[LEE], [RAY]]
    claim = make_claim(report, "said", "CONSULT", [], sources=(LEE, RAY, REUTERS))
    assert name_sources(claim, report, {}) == ("Ann Lee and Bo Ray", "Reuters")
