"""Lanes: who stands where, what is counted, and what stands apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dateline.records import EVENT_TYPES, Event, Report, event_id
from dateline.views import TimelineRow, draw_timeline
from dateline.views.kinds import KINDS
from dateline.views.lanes import Lane, LaneKind, Lanes, draw_lanes
from tests.factory import make_chain, make_claim, make_report, make_where
from tests.views.case import build_case, entity


def drawn(kind: LaneKind = "person", most: int = 12) -> Lanes:
    case = build_case()
    rows = draw_timeline(case.events, case.claims, case.entities, case.reports).rows
    names = {one.id: one.name for one in case.entities}
    return draw_lanes(rows, {one.id: one for one in case.events}, names, kind, most=most)


def lane(lanes: Lanes, name: str) -> Lane:
    return next(one for one in lanes.lanes if one.name == name)


def test_everybody_who_takes_part_has_a_lane_the_fullest_first() -> None:
    lanes = drawn()
    assert [(one.name, one.total) for one in lanes.lanes] == [
        ("Karim Haddad", 2),
        ("Mira Oduya", 1),
    ]
    assert (lanes.lanes_total, lanes.homeless) == (2, 0)


def test_an_event_says_what_its_mark_stands_for() -> None:
    (bar,) = lane(drawn(), "Mira Oduya").bars
    assert bar.mark.shape == "bar"
    assert bar.standing == "asserted"
    assert (bar.origins, bar.is_disputed) == (2, True)
    assert "12–13 March 2024" in bar.words
    assert "first told 15 Mar 2024" in bar.words
    assert "sources differ" in bar.words


def test_the_undated_stand_in_the_gutter_and_on_no_day() -> None:
    haddad = lane(drawn(), "Karim Haddad")
    assert [one.standing for one in haddad.undated] == ["denied"]
    assert haddad.undated_total == 1
    assert {one.event for one in haddad.undated}.isdisjoint(bar.event for bar in haddad.bars)


def test_days_of_publication_stand_apart_from_those_of_events() -> None:
    haddad = lane(drawn(), "Karim Haddad")
    assert [one.words for one in haddad.ticks] == [
        "1 report published 15 Mar 2024: Harbour Times",
        "1 report published 16 Mar 2024: Coast Daily",
    ]
    assert all(tick.at > bar.mark.right for tick in haddad.ticks for bar in haddad.bars)


def test_lanes_by_place_and_by_kind_leave_out_what_has_none() -> None:
    places = drawn("place")
    assert [one.name for one in places.lanes] == ["Tarn"]
    assert places.homeless == 1
    kinds = drawn("event")
    assert {one.name for one in kinds.lanes} == {KINDS["CONSULT"], KINDS["STATE"]}
    assert kinds.homeless == 0


def test_every_type_of_event_has_plain_words() -> None:
    assert set(KINDS) == set(EVENT_TYPES)


def test_only_the_fullest_lanes_are_drawn_and_the_rest_is_counted() -> None:
    lanes = drawn(most=1)
    assert [one.name for one in lanes.lanes] == ["Karim Haddad"]
    assert lanes.lanes_total == 2
    assert lanes.homeless == 0


def test_labels_are_asked_for_once_and_leave_out_the_name_of_the_lane() -> None:
    case = build_case()
    asked: list[list[str]] = []

    def name(ids: Sequence[str]) -> dict[str, str]:
        asked.append(list(ids))
        return dict.fromkeys(asked[-1], "Mira Oduya met Karim Haddad")

    rows = draw_timeline(case.events, case.claims, case.entities, case.reports).rows
    lanes = draw_lanes(
        rows, {one.id: one for one in case.events}, {one.id: one.name for one in case.entities},
        "person", name_events=name,
    )  # fmt: skip
    assert len(asked) == 1
    assert lane(lanes, "Mira Oduya").bars[0].label == "met Karim Haddad"
    assert lane(lanes, "Karim Haddad").bars[0].label == "Mira Oduya met Karim Haddad"


def a_busy_case(number: int) -> tuple[list[TimelineRow], dict[str, Event], dict[str, str]]:
    """So many meetings of one person, one a day, all in one place."""
    report = make_report("Mira Oduya met Karim Haddad in Tarn.")
    chain = make_chain(report, "Mira Oduya")
    claim = make_claim(
        report, "met", who=[chain], when="2024-01-01", where=make_where(report, "Tarn")
    )
    person = entity("Mira Oduya", [chain])
    event = Event(
        event_id((claim.id,)), "CONSULT", (claim.id,), (person.id,), when=claim.when,
        where=claim.where,
    )  # fmt: skip
    (row,) = draw_timeline([event], [claim], [person], [report]).rows
    rows, events = [], {}
    for n in range(number):
        day = date.fromordinal(date(2024, 1, 1).toordinal() + n)
        after = date.fromordinal(day.toordinal() + 1)
        assert event.when is not None
        when = replace(event.when, edtf=day.isoformat(), start=day, end=after)
        events[f"v_{n}"] = replace(event, id=f"v_{n}", when=when)
        rows.append(replace(row, event=f"v_{n}", start=day, end=after, edtf=day.isoformat()))
    return rows, events, {person.id: person.name}


def test_a_lane_with_too_many_events_counts_them_and_loses_none() -> None:
    rows, events, names = a_busy_case(500)
    lanes = draw_lanes(rows, events, names, "person")
    (busy,) = lanes.lanes
    assert lanes.is_counted
    assert busy.bars == ()
    assert sum(one.number for one in busy.bins) == busy.total == 500
    assert 4 < len(busy.bins) < 60


@pytest.mark.parametrize("number", [1, 9, 30])
def test_a_lane_with_few_events_shows_each_once(number: int) -> None:
    rows, events, names = a_busy_case(number)
    (few,) = draw_lanes(rows, events, names, "person").lanes
    assert sorted(one.event for one in few.bars) == sorted(events)
    assert few.bins == ()


def test_a_window_narrows_the_axis() -> None:
    rows, events, names = a_busy_case(30)
    window = (date(2024, 1, 10), date(2024, 1, 15))
    shown = [row for row in rows if row.start and window[0] <= row.start < window[1]]
    axis = draw_lanes(shown, events, names, "person", window=window).axis
    assert axis is not None
    assert axis.holds(date(2024, 1, 12))
    assert not axis.holds(date(2024, 1, 25))


def test_a_report_without_a_day_is_no_tick(
) -> None:  # fmt: skip
    report: Report = make_report("Mira Oduya met Bo.", published=None)
    chain = make_chain(report, "Mira Oduya")
    claim = make_claim(report, "met", who=[chain], when="2024")
    person = entity("Mira Oduya", [chain])
    event = Event(event_id((claim.id,)), "CONSULT", (claim.id,), (person.id,), when=claim.when)
    rows = draw_timeline([event], [claim], [person], [report]).rows
    (only,) = draw_lanes(rows, {event.id: event}, {person.id: "Mira Oduya"}, "person").lanes
    assert only.ticks == ()
    assert only.bars[0].mark.shape == "unit"


def test_nothing_to_draw_gives_no_axis() -> None:
    lanes = draw_lanes([], {}, {}, "person")
    assert (lanes.axis, lanes.lanes, lanes.lanes_total) == (None, (), 0)
