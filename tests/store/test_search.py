"""Search keeps one contract on both databases."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadQuery
from dateline.records import Claim, Quote, Report, Span, cut, report_id
from dateline.store import Database, Passage
from dateline.store.search import read_query
from tests.store.found import add

TEXT = (
    "Harbour talks open\n"
    "Marta Rossi said the Harbour-Union would open a press club in Zürich.\n"
    "Nobody in Izmir knew of the club, and the press of Izmir was silent.\n"
)


def _report(text: str) -> tuple[Report, bytes]:
    data = text.encode("utf-8", "replace")
    sha256 = hashlib.sha256(data).hexdigest()
    return Report(report_id(sha256), text, sha256), data


def _claim(report: Report, number: int, quote: Quote) -> Claim:
    return Claim(f"c_{number:04}", report.id, quote, quote, "event", "STATE")


def _add(database: Database, text: str, quotes: Sequence[str] = ()) -> Report:
    report, data = _report(text)
    cuts = [cut(text, text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    claims = [_claim(report, number, quote) for number, quote in enumerate(cuts)]
    database.add_report(report, data, (), claims)
    return report


def _words(passage: Passage, report: Report) -> list[str]:
    return [report.text[span.start : span.end] for span in passage.words]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rossi", ["Rossi"]),
        ("ROSSI marta", ["Marta", "Rossi"]),
        ("zurich", ["Zürich"]),
        ("ZÜRICH", ["Zürich"]),
        ('"press club"', ["press club"]),
        ("“press club” rossi", ["Rossi", "press club"]),
        ("Harbour-Union", ["Harbour-Union"]),
        ('"harbour union', ["Harbour-Union"]),  # never closed
        ("silent izmir", ["Izmir", "silent"]),
    ],
)
def test_a_query_finds_the_words_of_a_text(
    database: Database, query: str, expected: list[str]
) -> None:
    report = _add(database, TEXT)
    (passage,) = database.search(query)
    assert passage.report == report.id
    assert passage.claim is None
    assert set(_words(passage, report)) == set(expected)
    assert report.text[passage.quote.start : passage.quote.end] == passage.quote.exact


@pytest.mark.parametrize("query", ['"club press"', "rossi berlin", "ross", '"rossi marta"', "a-z"])
def test_a_query_whose_words_do_not_stand_there_finds_nothing(
    database: Database, query: str
) -> None:
    _add(database, TEXT)
    assert database.search(query) == []


@pytest.mark.parametrize("query", ["", "  ", '""', "***", '"?!" -', "\0"])
def test_a_query_without_a_word_is_no_query(database: Database, query: str) -> None:
    with pytest.raises(BadQuery, match="holds no word"):
        database.search(query)


def test_the_quote_of_a_claim_stands_for_the_text_that_it_was_cut_from(database: Database) -> None:
    line = TEXT.splitlines()[1]
    report = _add(database, TEXT, [line])
    (passage,) = database.search("press club rossi")
    assert passage.claim == "c_0000"
    assert passage.quote.exact == line
    assert _words(passage, report) == ["Rossi", "press", "club"]


def test_text_outside_every_quote_found_is_found_as_well(database: Database) -> None:
    _add(database, TEXT, [TEXT.splitlines()[2]])
    found = database.search("harbour")
    assert [one.claim for one in found] == [None]
    both = database.search("club")
    assert [one.claim for one in both] == ["c_0000", None]


def test_a_claim_comes_before_a_text_and_a_full_hit_before_a_thin_one(database: Database) -> None:
    long = "Nothing of note happened in the long grey winter of that year. " * 20
    thin = _add(database, long + "\nA strike began.\n" + long)
    full = _add(database, "Strike, strike and strike again in the port.")
    said = _add(database, "Dockers began a strike on Monday. More tomorrow.", ["Dockers began"])
    assert [one.report for one in database.search("strike")] == [full.id, said.id, thin.id]
    assert [one.claim for one in database.search("began")] == ["c_0000", None]


def test_ties_are_in_the_order_of_ids(database: Database) -> None:
    made = add(database, 8, 4, 0)
    found = database.search('"met envoy"')
    assert [(one.report, one.quote.start) for one in found] == sorted(
        (claim.report, claim.quote.start) for one in made for claim in one.claims
    )
    assert database.search('"met envoy"', limit=2) == found[:2]
    assert database.search('"met envoy"', limit=0) == []


def test_a_passage_of_a_long_text_is_short_and_shows_all_terms(database: Database) -> None:
    filler = "The rain fell on the roofs of the old town all day. " * 100
    report = _add(database, f"Rossi left.\n{filler}\nRossi reached Graz by train.\n{filler}")
    (passage,) = database.search("graz rossi")
    assert passage.quote.exact == "Rossi reached Graz by train"
    assert _words(passage, report) == ["Rossi", "Graz"]


def test_words_far_apart_in_one_report_are_found_together(database: Database) -> None:
    filler = "The rain fell on the roofs of the old town all day. " * 60
    _add(database, f"Rossi left.\n{filler}\nGraz was quiet.")
    assert len(database.search("rossi graz")) == 1


def test_every_word_and_phrase_of_a_very_long_text_is_found(database: Database) -> None:
    words = [f"w{number}" for number in range(9_000)]
    text = " ".join(word + " the" for word in words)
    _add(database, text)
    for number in (0, 124, 125, 249, 250, 3_999, 4_000, 8_998):
        phrase = f"w{number} the w{number + 1} the"
        assert database.search(f"w{number}")
        assert any(phrase in one.quote.exact for one in database.search(f'"{phrase}"'))


def test_a_hostile_word_of_a_megabyte_can_be_kept_and_found_again(database: Database) -> None:
    _add(database, "a" * 1_000_000 + " graz " + "\u0301" * 10_000 + "'\\:*&|!" + "ﷺ" * 500)
    assert database.search("graz")
    assert database.search("a" * 60)


def test_a_query_of_a_whole_book_finds_nothing_but_does_not_fail(database: Database) -> None:
    add(database, 1)
    for query in (" ".join(f"w{one}" for one in range(20_000)), '"' + "rossi " * 20_000):
        assert database.search(query) == []
    assert database.search("rossi " * 20_000)


def test_scripts_without_spaces_or_with_vowel_signs_are_found(database: Database) -> None:
    _add(database, "北京会谈 opened. किताब मेला opened. افتُتِح المعرض opened. Cafe\u0301 opened.")
    assert database.search("会谈")
    assert database.search("किताब")
    assert not database.search("कताब")
    assert database.search("افتتح")
    assert database.search("café")
    assert database.search("CAFE")


LATIN = st.text(st.sampled_from("abAB é\"'\\*:()^-+&|!<>~@#\0{}[]%_\n"), max_size=30)
ANY = st.text(max_size=40)


def test_no_query_raises_anything_but_bad_query(database: Database) -> None:
    _add(database, "a b ab Ab é a-b 'b' \"a\" b* NEAR(a b) {a} ^b a:b", ["a b ab", "é a-b"])

    @settings(derandomize=True, deadline=None, max_examples=150, database=None)
    @given(st.one_of(LATIN, ANY, st.sampled_from(["NEAR(a b)", "a AND", "OR", "NOT a", "a:b"])))
    def search(query: str) -> None:
        try:
            found = database.search(query)
        except BadQuery:
            found = []
        assert all(one.words for one in found)

    search()


def test_what_is_indexed_is_found_by_each_of_its_own_words(database: Database) -> None:
    seen: set[str] = set()

    @settings(
        derandomize=True, deadline=None, max_examples=60, database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=25))
    def find(text: str) -> None:
        report, data = _report(text)
        if report.id not in seen:
            seen.add(report.id)
            database.add_report(report, data)
        for piece in text.split():
            try:
                read_query(piece)
            except BadQuery:
                continue
            if '"' in piece or "“" in piece or "”" in piece:
                continue
            assert report.id in {one.report for one in database.search(piece)}

    find()


def test_a_span_of_words_lies_in_its_passage(database: Database) -> None:
    add(database, 1, 2, 3)
    for passage in database.search("rossi lenz"):
        quote = Span(passage.quote.start, passage.quote.end)
        assert passage.words
        assert all(quote.holds(span) for span in passage.words)
