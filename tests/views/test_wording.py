"""Records in words."""

from dataclasses import replace

import pytest

from dateline.records import AUTHOR, Claim, Count, Quote, Source, Where, read_when
from dateline.views.wording import (
    STANDINGS,
    credit_sources,
    describe_sources,
    list_names,
    name_place,
    name_sources,
    owners_of,
    plain_line,
    precision_of,
    say_count,
    say_date,
    say_more,
    say_place,
    say_unnamed,
    shorten,
    standing_of,
)
from tests.views.case import build_case

SAID = [
    (None, "undated", "undated"),
    ("2026-01-02/2026-01-05", "2–5 Jan 2026", "2–5 January 2026"),  # month and year said once
    ("2023-10-28/2023-11-02", "28 Oct – 2 Nov 2023", "28 October – 2 November 2023"),
    ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024", "30 December 2023 – 2 January 2024"),
    ("2023-10/2023-11", "Oct–Nov 2023", "October–November 2023"),
    ("2023/2024", "2023–2024", "2023–2024"),
    # Ends of different precision share nothing.
    ("2023-10-01/2023-12", "1 Oct 2023 – Dec 2023", "1 October 2023 – December 2023"),
    ("2023-05-04~/2023-05-09", "about 4 May 2023 – 9 May 2023", "about 4 May 2023 – 9 May 2023"),
    ("2023-01/2023-01", "Jan 2023", "January 2023"),
    ("2025-02", "Feb 2025", "February 2025"),
    ("2023-10-14", "14 Oct 2023", "14 October 2023"),
    ("2023", "2023", "2023"),
    ("2023-21", "spring 2023", "spring 2023"),
    ("199X", "1990s", "1990s"),
    ("19XX", "1900s", "1900s"),
    ("2019~", "about 2019", "about 2019"),
    ("2019-01?", "perhaps Jan 2019", "perhaps January 2019"),
    ("2019-01%", "perhaps about Jan 2019", "perhaps about January 2019"),
    ("../2023", "until 2023", "until 2023"),
    ("2023-05/..", "from May 2023", "from May 2023"),
    ("2023-77", "2023-77", "2023-77"),  # not EDTF: shown as it is, never a wrong month
    ("2023-00-07", "2023-00-07", "2023-00-07"),
    ("soon", "soon", "soon"),
]


@pytest.mark.parametrize(("edtf", "short", "long"), SAID)
def test_a_date_is_said_as_precisely_as_it_is(edtf: str | None, short: str, long: str) -> None:
    assert say_date(edtf) == short
    assert say_date(edtf, is_long=True) == long


def told_by(*sources: Source) -> Claim:
    return replace(build_case().claims[0], sources=sources)


def test_a_chain_names_each_link_once_origin_first() -> None:
    case = build_case()
    officials, wire = Source("unnamed", "two officials"), Source("outlet", "Levant Wire")
    claim = told_by(officials, wire, officials, AUTHOR)
    assert name_sources(claim, case.reports[0], {}) == ("two officials", "Levant Wire")
    assert name_sources(told_by(AUTHOR), case.reports[0], {}) == ()
    assert name_sources(told_by(Source("document")), case.reports[0], {}) == ("a document",)


def test_a_source_goes_by_the_name_of_its_entity() -> None:
    case = build_case()
    haddad = case.entities[1]
    claim = told_by(Source("person", "Haddad", haddad.chains[0]))
    assert name_sources(claim, case.reports[0], owners_of(case.entities)) == ("Karim Haddad",)


def test_the_outlets_that_print_a_chain_stand_after_it() -> None:
    chain = ("a video", "Wire")
    outlets = ["Ledger", "Lantern", "Ledger"]
    assert credit_sources(chain, outlets) == "a video, passed on by Wire, in Ledger and Lantern"
    assert credit_sources((), ["Ledger"]) == "Ledger"


def test_an_outlet_that_is_itself_the_last_link_is_named_once() -> None:
    report = build_case().reports[0]
    outlet = Source("outlet", "Harbour Times")
    assert describe_sources(told_by(outlet), report, {}) == "Harbour Times"
    assert (
        describe_sources(told_by(outlet), report, {}, sentence=True) == "According to Harbour Times"
    )
    chain = told_by(Source("media", "a video"), outlet)
    assert describe_sources(chain, report, {}) == "a video → Harbour Times"
    said = describe_sources(chain, report, {}, sentence=True)
    assert said == "According to a video, in Harbour Times"


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2024-03-12", "day"), ("2024-03~", "month"), ("2024", "year"), ("199X", "interval"),
        ("2024-22", "interval"), ("2024-03-12/2024-03-15", "interval"), ("2024-03/..", "open"),
        ("../2024", "open"),
    ],
)  # fmt: skip
def test_the_precision_of_a_time_is_that_of_its_words(edtf: str, precision: str) -> None:
    assert precision_of(read_when(edtf, Quote(0, 1, "x"), "explicit")) == precision
    assert precision_of(None) == "undated"


def test_a_short_line_is_kept_whole() -> None:
    assert shorten("They \n met.", "met") == "They met."


def test_a_word_without_spaces_is_cut_all_the_same() -> None:
    assert len(shorten("y" * 5_000)) < 260


def test_control_characters_become_spaces() -> None:
    assert plain_line("a\x1b[31m\u200bb\r\nc") == "a [31m b c"


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [list_names("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_the_surest_claim_decides_how_an_event_stands() -> None:
    claim = build_case().claims[0]
    by_sureness = [replace(claim, certainty=one) for one in STANDINGS if one != "denied"]
    assert [one.certainty for one in by_sureness] == [
        "asserted", "reported", "alleged", "planned", "inferred",
    ]  # fmt: skip
    denied = replace(claim, polarity="-", certainty="asserted")
    while by_sureness:
        assert standing_of([denied, *reversed(by_sureness)]) == by_sureness.pop(0).certainty
    assert standing_of([denied]) == "denied"


@pytest.mark.parametrize(
    ("printed", "known", "said"),
    [
        ("Karachi", "Karachi", "Karachi"),
        ("the Gaza Strip", "Gaza Strip", "Gaza Strip"),
        ("Kütahya", "Kutahya", "Kutahya"),
        ("Pakistan-occupied Kashmir", "Azad Kashmir", "Pakistan-occupied Kashmir (Azad Kashmir)"),
    ],
)
def test_a_place_is_said_as_printed_with_the_name_that_it_was_taken_for(
    printed: str, known: str, said: str
) -> None:
    place = Where(known, Quote(0, len(printed), printed))
    assert name_place(place) == said
    assert say_place(replace(place, venue="Press\nClub")) == f"Press Club, {said}"


def test_no_place_is_said_as_nothing() -> None:
    assert say_place(None) == ""


PEOPLE, CHILDREN, WORDS = Quote(0, 6, "people"), Quote(0, 8, "children"), Quote(0, 6, "Dozens")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count("killed", 12, 12, WORDS, PEOPLE), "12 killed"),
        (Count("killed", 3, 3, WORDS, CHILDREN), "3 children killed"),
        (Count("killed", 12, None, WORDS), "at least 12 killed"),
        (Count("missing", 20, 20, WORDS, about=True), "about 20 missing"),
        (Count("injured", 10, 15, WORDS), "10–15 injured"),
        (Count("detained", 0, 40, WORDS), "at most 40 detained"),
        (Count("injured", 24, None, WORDS, about=True), "dozens injured"),
        (Count("injured", 24, None, WORDS, CHILDREN, about=True), "dozens of children injured"),
        (
            Count("killed", 9, 9, WORDS, None, read_when("2024-03-04", WORDS, "explicit")),
            "9 killed as of 4 Mar 2024",
        ),
    ],
)
def test_a_count_says_no_more_than_its_words(count: Count, said: str) -> None:
    assert say_count(count) == said


def test_the_unnamed_are_said_in_their_own_words() -> None:
    claim = build_case().claims[0]
    gunmen, dead = Quote(0, 10, "two gunmen"), Quote(20, 29, "12 people")
    assert say_unnamed(claim) == ""
    assert say_unnamed(replace(claim, unnamed_who=(gunmen,))) == "two gunmen"
    assert say_unnamed(replace(claim, unnamed_whom=(dead,))) == "→ 12 people"
    both = replace(claim, unnamed_who=(gunmen,), unnamed_whom=(dead,))
    assert say_unnamed(both) == "two gunmen → 12 people"


def test_what_a_claim_says_besides_its_names_is_one_line() -> None:
    assert say_more("two gunmen → 12 people", ["12 killed"]) == (
        "unnamed: two gunmen → 12 people; 12 killed"
    )
    assert say_more("", ["12 killed", "9 injured"]) == "12 killed; 9 injured"
    assert say_more("", []) == ""
