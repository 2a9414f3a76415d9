"""Two sides that may tell of one occurrence, beside one another."""

from __future__ import annotations

from dateline.records import Count, Source
from dateline.views.event_pair import compare_claims
from dateline.views.wording import owners_of
from tests.events.test_group import Says, build
from tests.factory import find_words, make_claim, make_report, make_where


def test_what_differs_comes_first_and_the_quotes_mark_the_trigger() -> None:
    says = (Says("MK", "2024-03-12", "Tarn"), Says("MK", "2024-03-13", "Tarn", verb="spoke"))
    claims, entities, reports = build(*says)
    owners, by_id = owners_of(entities), {one.id: one for one in reports}
    view = compare_claims(claims[:1], claims[1:], owners, by_id)
    assert view.left == "CONSULT: Mira Oduya and Karim Haddad"
    assert [(one.label, one.agreement) for one in view.fields] == [
        ("when", "differs"), ("what", "agrees"), ("who", "agrees"), ("where", "agrees"),
        ("standing", "agrees"),
    ]  # fmt: skip
    assert view.fields[0].left == ("12 Mar 2024",)
    assert view.left_reports == ("Outlet 0, 15 Mar 2024",)
    (passage,) = view.right_passages
    assert (passage.before, passage.exact) == ("Mira Oduya and Karim Haddad ", "spoke")


def test_who_has_no_name_and_how_many_and_whose_word_it_is_are_shown() -> None:
    report = make_report("Two gunmen killed 12 people in Tarn, police said. Tarn wept.")
    struck = make_claim(
        report, "killed", "ASSAULT", where=make_where(report, "Tarn"),
        unnamed_who=(find_words(report, "Two gunmen"),),
        counts=(Count("killed", 12, 12, find_words(report, "12")),),
        sources=(Source("organization", "police"),),
    )  # fmt: skip
    wept = make_claim(report, "wept", "PROTEST", where=make_where(report, "Tarn"))
    view = compare_claims([struck], [wept], {}, {report.id: report})
    assert view.left == "ASSAULT: Two gunmen"
    shown = {one.label: (one.left, one.agreement) for one in view.fields}
    assert shown["how many"] == (("12 killed",), "one side")
    assert shown["sources"] == (("police",), "one side")
    assert shown["what"] == (("ASSAULT",), "differs")


def test_a_side_of_many_claims_shows_quotes_of_two_reports() -> None:
    says = (*(Says("MK", "2024-03-12"),) * 4, Says("A", "2024-03-12"))
    claims, entities, reports = build(*says)
    by_id = {one.id: one for one in reports}
    view = compare_claims(claims[:4], claims[4:], owners_of(entities), by_id)
    assert len(view.left_passages) == 2
    assert len({one.source for one in view.left_passages}) == 2
    assert len(view.left_reports) == 4
    gone = compare_claims(claims[:1], claims[4:], {}, {})
    assert (gone.left_passages, gone.left_reports) == ((), ())
