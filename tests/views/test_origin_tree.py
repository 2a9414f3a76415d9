from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.records import AUTHOR, Copy, Dateline, Origin, Quote
from dateline.views.origin_tree import OriginNode, ReportNode, draw_origins, say_share
from tests.factory import make_source
from tests.views.told_event import Told, tell_event


def tree_of(told: Told, shares: dict[str, Copy] | None = None) -> tuple[OriginNode, ...]:
    return draw_origins(told.event, told.by_id, told.owners, told.reports_by_id, shares)


def node_of(told: Told, name: str, **options: dict[str, Copy]) -> ReportNode:
    wanted = told.reports[name].id
    (found,) = [
        node for origin in tree_of(told, **options) for node in origin.reports
        if node.report == wanted
    ]  # fmt: skip
    return found


def test_copies_stand_under_the_text_they_repeat_and_citations_under_the_cited() -> None:
    abel, maas, hint = tree_of(tell_event())
    (wire,) = abel.under
    assert (wire.outlet, wire.words) == ("Alpine Wire", "credits Ruth Abel")
    assert [(one.outlet, one.has_it, one.words) for one in wire.under] == [
        ("Tarn Post", "copy", "repeats its text"),
        ("Coast Daily", "cites", "credits Ruth Abel through Alpine Wire"),
    ]
    assert [one.words for one in maas.under] == ["credits Piet Maas"]
    assert [one.words for one in hint.under] == ["tells it in its own voice"]
    assert abel.reasons == ("1 report repeats another's text",)
    assert maas.reasons == ()


def test_every_report_of_an_origin_stands_in_its_tree_once_with_its_claims() -> None:
    told = tell_event()
    for origin, node in zip(told.event.origins, tree_of(told), strict=True):
        assert sorted(one.report for one in node.reports) == sorted(origin.reports)
        assert sorted(id_ for one in node.reports for id_ in one.claims) == sorted(origin.claims)


def test_the_share_of_a_copy_is_said_where_it_is_known() -> None:
    told = tell_event()
    share = Copy(told.reports["copy"].id, told.reports["wire"].id, "edited", 0.923, ())
    node = node_of(told, "copy", shares={told.reports["copy"].id: share})
    assert (node.words, node.share) == ("92 % of its text is the same", 0.923)


def test_a_copy_of_a_text_that_does_not_tell_the_event_says_whose_it_is() -> None:
    told = tell_event()
    elsewhere = replace(told.reports["hint"], outlet="Lake Herald", published="2024-03-12")
    reports = told.reports | {"hint": elsewhere}
    reports["copy"] = replace(told.reports["copy"], copy_of=elsewhere.id)
    node = node_of(replace(told, reports=reports), "copy")
    assert node.words == "repeats the text of Lake Herald, 12 Mar 2024"


def test_a_report_under_an_agency_s_dateline_carries_its_text() -> None:
    told = tell_event()
    line = Dateline("Tarn", None, "Alpine Wire", Quote(0, 4, "Lena"))
    report = replace(told.reports["hint"], dateline=line)
    origin = Origin("outlet", "Alpine Wire", (told.claims["hint"].id,), (report.id,))
    made = replace(told, reports=told.reports | {"hint": report},
                   event=replace(told.event, origins=(origin,)))  # fmt: skip
    node = node_of(made, "hint")
    assert (node.has_it, node.words) == ("agency", "carries the text of Alpine Wire")


def test_what_a_report_says_beside_its_source_is_told_again_in_its_own_voice() -> None:
    told = tell_event()
    claims = told.claims | {"wire": replace(told.claims["wire"], sources=(AUTHOR,))}
    assert node_of(replace(told, claims=claims), "wire").words == "tells it again in its own voice"


def test_two_reports_that_cite_one_another_still_make_a_tree() -> None:
    told = tell_event()
    cites = make_source("outlet", "Coast Daily")
    wire = told.claims["wire"]
    claims = told.claims | {"wire": replace(wire, sources=(*wire.sources, cites))}
    same_day = {n: replace(r, published="2024-03-13") for n, r in told.reports.items()}
    made = replace(told, claims=claims, reports=same_day)
    assert len(tree_of(made)[0].reports) == 3


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, words: str) -> None:
    assert say_share(share) == words
