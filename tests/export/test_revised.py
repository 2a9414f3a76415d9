"""Texts that took the place of others, on the page; and what a big page leaves out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from dateline import Case
from dateline.export.html import write_html
from dateline.export.page import MOST_COMPARED
from dateline.records import ClaimChange, FieldChange, History, Quote, Revision, Series, Step
from tests.export.case import make_case
from tests.export.payloads import PAYLOADS
from tests.export.test_html import check_inert, find, words
from tests.revised import AGAIN, FIRST, LATER, OTHER, add_pages
from tests.views.told_event import tell_event


@pytest.fixture
def tree(tmp_path: Path) -> html.HtmlElement:
    add_pages(tmp_path / "my.case", OTHER, FIRST, AGAIN, LATER)
    with Case(tmp_path / "my.case") as case:
        return html.document_fromstring("".join(case.export("html")))


def test_a_changed_text_is_shown_with_both_words_and_its_notice(tree: html.HtmlElement) -> None:
    (section,) = find(tree, "//section[@id='revisions']")
    (notice,) = find(section, ".//blockquote")
    assert "An earlier version of this article" in words(notice)
    rows = [[words(cell) for cell in row] for row in find(section, ".//tbody/tr")]
    assert [row[0] for row in rows].count("changed") == 1
    (changed,) = [row for row in rows if row[0] == "changed"]
    assert "Twelve killed → Fourteen killed" in changed[1]
    assert changed[2].startswith("Twelve people")
    assert changed[3].startswith("Fourteen people")
    (withdrawn,) = [row for row in rows if row[0] == "withdrawn"]
    assert withdrawn[2].startswith("Police arrested")
    assert withdrawn[3] == ""
    texts = " ".join(words(one) for one in find(section, ".//p[@class='small']"))
    assert "replaced" in texts
    assert "captured again" in texts
    assert "stands" in texts


def test_the_new_words_lead_to_their_claim_and_the_old_text_is_said_to_be_replaced(
    tree: html.HtmlElement,
) -> None:
    ids = {one.get("id") for one in find(tree, "//*[@id]")}
    links = [str(one.get("href")) for one in find(tree, "//section[@id='revisions']//a")]
    assert any(link.startswith("#c_") for link in links)
    assert {link.removeprefix("#") for link in links} <= ids
    (reports,) = find(tree, "//section[@id='reports']")
    assert words(reports).count("replaced, counts for nothing") == 2


def test_a_case_without_changed_texts_has_no_such_part() -> None:
    made = make_case()
    page = write_html(made.reports, made.entities, made.claims, made.events)
    assert 'id="revisions"' not in page
    assert "#revisions" not in page


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_of_a_changed_text_can_run_or_load_anything(payload: str) -> None:
    made = make_case()
    first, second = (replace(one, title=payload, modified=payload) for one in made.reports[:2])
    old = replace(made.claims[0], quote=Quote(0, len(payload), payload), mode=payload)
    field = FieldChange("count", payload, payload)
    changes = (
        ClaimChange("changed", old.id, made.claims[1].id, (field,)),
        ClaimChange("withdrawn", old.id, None),
    )
    notice = Quote(0, len(payload), payload)
    revision = Revision(second.id, first.id, changes, (), (notice,))
    history = History(payload, (first.id, second.id), second.id, (revision,))
    page = write_html(
        [first, second, *made.reports[2:]], made.entities, made.claims, made.events,
        histories=[history], replaced=[old],
    )  # fmt: skip
    assert 'id="revisions"' in page
    assert check_inert(page) == []
    if "<" in payload:
        assert payload not in page


def test_a_big_page_compares_the_sources_of_some_events_and_says_where_the_others_are() -> None:
    told = tell_event()
    agreed = [
        replace(told.event, id=f"v_{number:04}", conflicts=(), series=(), origins=origins)
        for number, origins in enumerate([told.event.origins[:1]] * 3 + [told.event.origins] * 150)
    ]
    page = html.document_fromstring(
        write_html(told.reports.values(), told.entities, told.claims.values(),
                   [*agreed, told.event])
    )  # fmt: skip
    assert len(find(page, "//table[@class='matrix']")) == MOST_COMPARED == 150
    left_short = find(page, "//li[.//p[contains(., 'Not on this page')]]")
    assert {"v_0000", "v_0001", "v_0002"} < {one.get("id") for one in left_short}
    assert len(left_short) == 4
    assert "dateline event" in words(left_short[0])
    assert find(page, f"//li[@id='{told.event.id}']//table[@class='matrix']")
    (timeline,) = find(page, "//section[@id='timeline']")
    assert "4 more that several reports tell are left short" in words(timeline)


def test_a_small_page_leaves_nothing_out() -> None:
    told = tell_event()
    page = write_html(told.reports.values(), told.entities, told.claims.values(), [told.event])
    assert "Not on this page" not in page
    assert "left short" not in page


def test_the_title_of_an_event_whose_number_grew_does_not_quote_the_first_number() -> None:
    made = make_case()
    titles: dict[bool, set[str]] = {True: set(), False: set()}
    for has_grown in titles:
        steps = (Step("3 killed", "2024-03-01", ()), Step("7 killed", "2024-03-02", ()))
        series = (Series("count", "killed", steps),) if has_grown else ()
        events = [replace(one, conflicts=(), series=series) for one in made.events]
        page = write_html(made.reports, made.entities, made.claims, events)
        rows = find(html.document_fromstring(page), "//li//summary//strong")
        titles[has_grown] = {words(one) for one in rows}
    assert any("“" in title for title in titles[False])
    assert not any("“" in title for title in titles[True])
