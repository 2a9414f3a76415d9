"""The footnote of a claim."""

import json
from dataclasses import replace

import pytest

from dateline.records import Count, Where, cut
from dateline.views import footnote_text, write_footnote
from dateline.views.footnote import find_context
from tests.factory import make_report
from tests.views.case import build_case


def test_a_footnote_has_all_that_a_reader_needs_to_check_a_claim() -> None:
    case = build_case()
    note = write_footnote(case.claims[0], case.reports[0], case.events[0], case.entities)
    assert note.before.strip() == "Rain fell."
    assert note.after.strip() == "Nobody spoke."
    assert note.source == (
        "Harbour Times, 15 March 2024, writes that reports said that a viral video on X shows this."
    )
    assert note.who == ("Mira Oduya", "Karim Haddad")
    assert note.when == "2024-03-12 (“met”, explicit)"
    assert note.where == "Tarn, XA"
    assert note.standing == "reported, seen in a recording"
    assert note.found_by == ("verb frame 0.90 (“met”)",)
    assert (note.others, note.conflicts) == (1, ("when: 2024-03-12 / 2024-03-13",))
    assert json.dumps(note.to_dict())


def test_the_text_of_a_footnote_shows_the_quote_in_its_context() -> None:
    case = build_case()
    note = write_footnote(case.claims[3], case.reports[1], case.events[1], case.entities)
    lines = footnote_text(note)
    text = "\n".join(lines)
    assert "»Haddad addressed a crowd.«" in text
    assert "Coast Daily, 16 March 2024, reports in its own voice that this did not happen." in text
    assert "Karim Haddad (“Dr. Karim Haddad”)" in text
    assert "said not to have happened, asserted, told" in text
    assert "undated" in text
    assert max(map(len, lines)) <= 88


def test_those_without_a_name_and_how_many_they_were_have_a_line_each() -> None:
    case = build_case()
    text = case.reports[0].text
    words = cut(text, 0, 4)
    claim = replace(
        case.claims[0], unnamed_whom=(words,), counts=(Count("killed", 12, None, words),)
    )
    lines = footnote_text(write_footnote(claim, case.reports[0], case.events[0], case.entities))
    assert f"unnamed   → {words.exact}" in lines
    assert "how many  at least 12 killed" in lines


def test_a_relation_has_no_event() -> None:
    case = build_case()
    note = write_footnote(case.claims[2], case.reports[0], None, case.entities)
    assert (note.event, note.others, note.origins) == (None, 0, ())
    assert not any(line.startswith("event") for line in footnote_text(note))


def test_what_does_not_fit_with_a_time_is_said_under_it() -> None:
    case = build_case()
    when = case.claims[0].when
    assert when is not None
    doubtful = replace(when, doubts=("12 March 2024 was no Monday",))
    claim = replace(case.claims[0], when=doubtful)
    lines = footnote_text(write_footnote(claim, case.reports[0], case.events[0], case.entities))
    (place,) = [at for at, line in enumerate(lines) if line.startswith("when")]
    assert "doubt     12 March 2024 was no Monday" in lines[place:]


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. Two. Three. Four. Five.", "Three.", " Two. ", " Four."),
        ("Only this.", "Only this.", "", ""),
        ("First line\nSecond line\nThird line", "Second line", "First line\n", "\nThird line"),
        ("He fell. They met, she said. End.", "met", " They ", ", she said."),
        ("A 3.5 m wall fell. It rained.", "It rained.", "A 3.5 m wall fell. ", ""),
    ],
)
def test_the_context_is_one_sentence_on_each_side(
    text: str, quote: str, before: str, after: str
) -> None:
    place = text.index(quote)
    assert find_context(text, cut(text, place, place + len(quote))) == (before, after)


def test_words_of_a_report_cannot_steer_the_terminal() -> None:
    case = build_case()
    report = make_report(
        "Rain. Mira \x1b[31mOduya\x07 met\u202e nobody.\nEnd.", outlet="Quay\x1b]0;x"
    )
    quote = cut(report.text, 6, 37)
    where = Where("Ta\x1b[2Jrn", quote)
    claim = replace(
        case.claims[2], report=report.id, quote=quote, trigger=quote, who=(), where=where
    )
    text = "".join(footnote_text(write_footnote(claim, report, None, case.entities)))
    assert text.isprintable()


def test_a_long_text_without_stops_costs_little_and_is_cut() -> None:
    text = "x" * 3_000_000
    before, after = find_context(text, cut(text, 1_500_000, 1_500_010))
    assert len(before) == len(after) == 600
