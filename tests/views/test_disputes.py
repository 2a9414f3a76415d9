from __future__ import annotations

from dateline.views.disputes import draw_changes, draw_disputes
from tests.views.told_event import tell_event


def test_each_side_has_its_words_its_tellers_and_its_reports_earliest_first() -> None:
    told = tell_event()
    when, happened = draw_disputes(told.event, told.by_id, told.reports_by_id)
    assert when.words == "when it was"
    assert [(s.says, s.origins, s.tellers) for s in when.sides] == [
        ("12 Mar 2024", 1, ("Ruth Abel",)),
        ("14 Mar 2024", 1, ("Piet Maas",)),
    ]
    assert [s.says for s in happened.sides] == ["happened", "did not happen"]
    outlets = [one.outlet for one in happened.sides[0].reports]
    assert outlets == ["Alpine Wire", "Tarn Post", "Coast Daily"]
    for conflict, drawn in zip(told.event.conflicts, (when, happened), strict=True):
        for side, shown in zip(conflict.sides, drawn.sides, strict=True):
            assert sorted(id_ for one in shown.reports for id_ in one.claims) == list(side.claims)


def test_what_was_told_otherwise_as_time_went_on_says_when() -> None:
    told = tell_event()
    (change,) = draw_changes(told.event, told.by_id, told.reports_by_id)
    assert change.words == "where it was"
    assert [(step.says, step.told) for step in change.steps] == [
        ("Tarn", "13 Mar 2024"),
        ("Upper Valley", ""),
    ]
    assert [one.outlet for step in change.steps for one in step.reports] == [
        "Alpine Wire",
        "The Evening Star",
    ]
