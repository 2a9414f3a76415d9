"""The timeline: its order, its filters, and what stands in a row."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dateline.errors import BadQuery
from dateline.records import Event, event_id, read_when
from dateline.views import Timeline, draw_timeline
from tests.factory import make_chain, make_claim, make_report, make_where
from tests.views.case import Case, build_case, entity


def draw(case: Case, **filters: str | date | None) -> Timeline:
    return draw_timeline(case.events, case.claims, case.entities, case.reports, **filters)  # type: ignore[arg-type]


def test_a_row_says_who_when_where_and_according_to_whom() -> None:
    row, undated = draw(build_case()).rows
    assert row.who == ("Karim Haddad", "Mira Oduya")
    assert (row.where, row.country, row.mode) == ("Tarn", "XA", "meet")
    assert (row.edtf, row.precision) == ("2024-03-12/2024-03-13", "interval")
    assert (row.start, row.end) == (date(2024, 3, 12), date(2024, 3, 14))
    assert row.label.startswith("Mira Oduya met Dr. Karim Haddad")
    assert row.source == "Coast Daily, in its own voice"
    assert (row.origins, row.publishers, row.copies) == (2, 2, 0)
    assert [claim.source for claim in row.claims] == [
        "Coast Daily, in its own voice",
        "viral video on X → reports → Harbour Times",
    ]
    assert [conflict.on for conflict in row.conflicts] == ["when"]
    assert (undated.precision, undated.polarity) == ("undated", "-")


def test_every_row_has_the_exact_words_it_rests_on() -> None:
    case = build_case()
    texts = {report.id: report.text for report in case.reports}
    for row in draw(case).rows:
        for claim in row.claims:
            assert texts[claim.report][claim.quote.start : claim.quote.end] == claim.quote.exact


def test_the_timeline_can_be_written_as_json() -> None:
    first = json.loads(json.dumps(draw(build_case()).to_dicts()))[0]
    assert (first["start"], first["end"]) == ("2024-03-12", "2024-03-14")
    assert first["claims"][0]["quote"]["exact"]


@pytest.mark.parametrize(
    ("who", "rows"),
    [("haddad", 2), ("HADDAD", 2), ("mira", 1), ("Mira Oduya", 1), ("Had", 0), ("Dr. Karim", 2),
     ("", 0), ("nobody", 0)],
)  # fmt: skip
def test_a_name_filter_takes_whole_words_of_any_name(who: str, rows: int) -> None:
    assert len(draw(build_case(), who=who).rows) == rows


@pytest.mark.parametrize(
    ("start", "end", "rows"),
    [
        ("2024", None, 1),
        (None, "2024", 1),
        ("2024-03-13", None, 1),  # the event may be of the 13th
        ("2024-03-14", None, 0),
        (None, "2024-03-11", 0),
        (None, "2024-03-12", 1),
        (date(2024, 3, 1), date(2024, 3, 31), 1),
    ],
)
def test_a_time_filter_keeps_what_may_lie_inside(
    start: str | date | None, end: str | date | None, rows: int
) -> None:
    drawn = draw(build_case(), start=start, end=end)
    assert len(drawn.rows) == rows
    assert drawn.undated_left_out == 1


def test_a_date_that_cannot_be_read_is_the_users_error() -> None:
    with pytest.raises(BadQuery, match="last week"):
        draw(build_case(), start="last week")


def test_rows_come_by_earliest_day_and_the_undated_last() -> None:
    case = build_case()
    words = case.claims[0].trigger
    first = case.events[0]
    times = [None, "2024-05", "../2023", "2024-05-02", "2021/.."]
    events = tuple(
        replace(first, id=f"v_{n}", when=read_when(edtf, words, "explicit") if edtf else None)
        for n, edtf in enumerate(times)
    )
    drawn = draw(replace(case, events=events))
    assert [row.edtf for row in drawn.rows] == ["../2023", "2021/..", "2024-05", "2024-05-02", None]
    assert [row.precision for row in drawn.rows] == ["open", "open", "month", "day", "undated"]
    assert drawn == draw(replace(case, events=events[::-1]))


TOLD = (
    (
        "Haddad spoke in Tarn. Oduya said that it rained. Oduya said it again to Haddad.",
        "2024-03-16",
    ),
    ("Oduya did not say why. Haddad said no.", "2024-03-15"),
    ("Oduya said yes.", None),
)


def tell() -> Case:
    """Five sayings and a speech, none with a date, in three reports."""
    claims, entities = [], []
    for text, published in TOLD:
        report = make_report(text, published=published)
        oduya = make_chain(report, "Oduya")
        haddad = make_chain(report, "Haddad") if "Haddad" in text else oduya
        entities += [entity("Oduya", [oduya]), entity("Haddad", [haddad])]
        if "spoke" in text:
            where = make_where(report, "Tarn")
            claims += [
                make_claim(report, "spoke", "STATE", [haddad], mode="speak", where=where),
                make_claim(report, "said", "STATE", [oduya], mode="say"),
                make_claim(report, "said", "STATE", [oduya], [haddad], nth=1, mode="say"),
            ]
        elif "not say" in text:
            claims += [
                make_claim(report, "say", "STATE", [oduya], mode="say", polarity="-"),
                make_claim(report, "said", "STATE", [haddad], mode="say"),
            ]
        else:
            claims.append(make_claim(report, "said", "STATE", [oduya], mode="say"))
    owner = {chain: one.id for one in entities for chain in one.chains}
    events = tuple(
        Event(
            event_id((claim.id,)), "STATE", (claim.id,), tuple(owner[p.chain] for p in claim.who),
            tuple(owner[p.chain] for p in claim.whom), where=claim.where,
        )
        for claim in claims
    )  # fmt: skip
    reports = tuple(make_report(text, published=published) for text, published in TOLD)
    return Case(events, tuple(claims), tuple(entities), reports)


def test_the_undated_come_as_they_were_told() -> None:
    rows = draw(tell()).rows
    assert [row.label for row in rows] == [
        "Haddad said no.",
        "Haddad spoke in Tarn.",
        "Oduya said that it rained.",
        "Oduya said it again to Haddad.",
        "Oduya said yes.",  # nobody knows when it was published
    ]


def test_a_saying_to_nobody_and_nowhere_is_marked() -> None:
    assert {row.label for row in draw(tell()).rows if row.is_bare_saying} == {
        "Haddad said no.", "Oduya said that it rained.", "Oduya said yes.",
    }  # fmt: skip


def test_that_somebody_did_not_say_something_is_no_row_but_counted() -> None:
    drawn = draw(tell())
    assert not any("did not" in row.label for row in drawn.rows)
    assert drawn.unsaid_left_out == 1
    assert draw(build_case()).unsaid_left_out == 0  # a denied speech is not a bare saying


def test_a_long_quote_is_cut_to_words_round_its_trigger() -> None:
    case = build_case()
    quote = case.claims[1].quote
    long = "so " * 200 + "they met " + "and so on " * 60
    claim = replace(case.claims[1], quote=replace(quote, end=quote.start + len(long), exact=long))
    event: Event = case.events[0]
    (row,) = draw_timeline([event], [case.claims[0], claim], case.entities, case.reports).rows
    assert "they met" in row.label
    assert len(row.label) < 260
    assert row.label.startswith("… ")
    assert row.label.endswith(" …")
    assert row.claims[0].quote.exact == long


def test_an_empty_case_gives_an_empty_timeline() -> None:
    assert draw_timeline([], [], [], []).to_dicts() == []
