"""The sources of an event beside one another on the page: conflicts, matrix, tree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from dateline.export.html import write_html
from dateline.records import Collapse, Copy, Series, Step
from tests.export.payloads import PAYLOADS
from tests.export.test_html import check_inert, find, words
from tests.views.told_event import Told, tell_event


def page_of(told: Told, shares: dict[str, Copy] | None = None) -> str:
    copies = {one.id: one.copy_of for one in told.reports.values() if one.copy_of}
    return write_html(
        told.reports.values(), told.entities, told.claims.values(), [told.event], copies,
        shares=shares,
    )  # fmt: skip


def tree_of(told: Told, shares: dict[str, Copy] | None = None) -> html.HtmlElement:
    return html.document_fromstring(page_of(told, shares))


def test_each_source_has_a_row_and_each_question_a_column() -> None:
    (table,) = find(tree_of(tell_event()), "//table[@class='matrix']")
    assert [words(head) for head in table.iter("th") if head.get("scope") == "col"] == [
        "Source", "When", "Where", "Who", "Happened?",
    ]  # fmt: skip
    heads = [words(head) for head in table.iter("th") if head.get("scope") == "row"]
    assert heads == [
        "Ruth Abel",
        "Alpine Wire, 2024-03-13",
        "Tarn Post, 2024-03-14",
        "Coast Daily, 2024-03-15",
        "Piet Maas in The Evening Star, 2024-03-16",
        "Harbour Times in its own voice",
    ]


def test_a_cell_says_in_a_word_and_a_sign_how_it_stands_and_leads_to_its_words() -> None:
    told = tell_event()
    tree = tree_of(told)
    (row,) = [tr for tr in tree.iter("tr") if words(tr).startswith("Piet Maas in")]
    when, where, who, happened = row.findall("td")
    assert words(when) == "≠ differs: 14 Mar 2024"
    assert words(happened) == "≠ differs: did not happen"
    assert words(where) == "~ agrees, says less: Upper Valley"
    assert who.find(".//a").get("href") == f"#{told.claims['denies'].id}"
    silent = [td for td in tree.iter("td") if td.get("class") == "s-silent"]
    assert {words(td) for td in silent} == {"· silent"}


def test_conflicts_stand_side_by_side_with_what_they_rest_on() -> None:
    tree = tree_of(tell_event())
    when, happened, change = find(tree, "//div[@class='dispute']")
    assert [words(side) for side in find(when, ".//div[@class='side']")] == [
        "12 Mar 2024 1 origin: Ruth Abel Alpine Wire, 2024-03-13 Tarn Post, 2024-03-14",
        "14 Mar 2024 1 origin: Piet Maas The Evening Star, 2024-03-16",
    ]
    assert "whether it happened" in words(happened.find("h3"))
    assert "Told otherwise as time went on: where it was" in words(change)
    assert [li.tag for li in change.find("ol")] == ["li", "li"]


def test_the_tree_says_who_has_it_from_whom_and_why_it_counts_once() -> None:
    told = tell_event()
    copy = told.reports["copy"]
    tree = tree_of(told, {copy.id: Copy(copy.id, copy.copy_of or "", "edited", 0.95, ())})
    (drawn,) = find(tree, "//ul[@class='tree']")
    (wire,) = drawn[0].find("ul")
    assert [words(li) for li in wire.find("ul")] == [
        "Tarn Post, 2024-03-14 95 % of its text is the same",
        "Coast Daily, 2024-03-15 credits Ruth Abel through Alpine Wire",
    ]
    assert "counted once: 1 report repeats another's text" in words(drawn[0])
    row = tree.get_element_by_id(copy.id)
    assert "repeats 95 % of the text of Alpine Wire" in words(row)


def test_an_event_that_one_report_tells_has_no_matrix() -> None:
    told = tell_event()
    hint = told.claims["hint"]
    event = replace(
        told.event, claims=(hint.id,), origins=told.event.origins[2:], conflicts=(), series=()
    )
    tree = tree_of(replace(told, event=event, claims={"hint": hint}))
    assert not find(tree, "//table[@class='matrix']")
    assert not find(tree, "//ul[@class='tree']")


def test_every_link_of_the_comparison_leads_to_a_claim_or_a_report_of_the_page() -> None:
    tree = tree_of(tell_event())
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    links = find(tree, "//div[@class='behind']//a[starts-with(@href, '#')]/@href")
    assert len(links) > 30
    assert {link[1:] for link in links} <= ids


def test_the_words_of_a_scroll_box_can_be_reached_by_keyboard() -> None:
    (table,) = find(tree_of(tell_event()), "//table[@class='matrix']")
    box = table.getparent()
    assert (box.get("tabindex"), box.get("role")) == ("0", "region")
    assert box.get("aria-label")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_of_a_source_can_run_or_load_anything(payload: str) -> None:
    told = tell_event()
    event = told.event
    poisoned = replace(
        event,
        origins=tuple(
            replace(one, name=payload, reason=payload,
                    collapses=(Collapse("copy", one.reports, payload),))
            for one in event.origins
        ),
        conflicts=tuple(
            replace(one, sides=tuple(replace(side, says=payload) for side in one.sides))
            for one in event.conflicts
        ),
        series=tuple(
            Series(one.on, payload, tuple(Step(payload, payload, s.claims) for s in one.steps))
            for one in event.series
        ),
    )  # fmt: skip
    reports = {name: replace(one, outlet=payload) for name, one in told.reports.items()}
    page = page_of(replace(told, event=poisoned, reports=reports))
    assert check_inert(page.replace('style="position:absolute"', "")) == []
    if "<" in payload:
        assert payload not in page


def test_a_case_of_a_thousand_events_stays_a_page_that_opens() -> None:
    """What each event adds to the page is bounded, so that a thousand are some megabytes."""
    told = tell_event()
    whole = len(page_of(told))
    bare = len(page_of(replace(told, event=replace(told.event, conflicts=(), series=()))))
    hint = told.claims["hint"]
    single = replace(
        told.event, claims=(hint.id,), origins=told.event.origins[2:], conflicts=(), series=()
    )
    alone = len(page_of(replace(told, event=single, claims={"hint": hint})))
    assert whole - bare < 6_000
    assert bare - alone < 25_000
