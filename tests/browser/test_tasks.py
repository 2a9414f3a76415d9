"""Whole tasks of an analyst in the sample case, with the mouse and with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hands import Hands, Keys, Mouse
from tests.browser.serving import serving
from tests.browser.watching import Visitor

HANDS = pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])

MEETING = "Karim Dallagi and Elena Varsou met"


def go_to(page: Page, hands: Hands, screen: str) -> None:
    """Follows the navigation to a screen."""
    hands.press(page.get_by_role("navigation", name="Screens").get_by_role("link", name=screen))
    page.get_by_role("heading", level=1, name=screen).wait_for()


def assert_passage(page: Page, words: str) -> None:
    """The page is a report, at a passage that is marked and can be seen."""
    page.wait_for_url("**/reports/*#*")
    claim = page.url.partition("#")[2]
    marked = page.locator(f"[data-claims~='{claim}']")
    marked.first.wait_for()
    assert words in " ".join(marked.all_inner_texts())
    assert page.locator(f"[data-claims~='{claim}'].lit").count() == marked.count()
    box = marked.first.bounding_box()
    height = page.evaluate("innerHeight")
    assert box is not None
    assert -box["height"] < box["y"] < height


@HANDS
def test_from_the_link_to_the_first_passage(
    hands: Hands, own_case: Path, chromium: Browser
) -> None:
    """Task 1: from the start of the program to words in a report."""
    with serving(own_case) as (home, link), Visitor(chromium, home).window(link) as (page, watch):
        assert "token" not in page.url
        go_to(page, hands, "Events")
        hands.press(page.get_by_role("link", name=MEETING).first)
        page.wait_for_url("**/events/*")
        hands.press(page.locator("#words").get_by_role("link").first)
        assert_passage(page, "Varsou")
        assert watch.problems == []


@HANDS
def test_who_met_somebody_before_a_day_and_the_words_for_it(hands: Hands, page: Page) -> None:
    """Task 6: who met Karim Dallagi before 2024, and the passages."""
    page.goto("/")
    go_to(page, hands, "Timeline")
    hands.write(page.get_by_label("Person or body", exact=True), "Dallagi")
    hands.write(page.get_by_label("To", exact=True), "2023-12")
    hands.press(page.get_by_role("button", name="Show"))
    page.wait_for_url("**to=2023-12**")
    met = page.locator("#list").get_by_role("link", name=MEETING)
    hands.press(met.first)
    page.wait_for_url("**/events/*")
    quotes = page.locator("#words blockquote")
    assert quotes.count() >= 5
    hands.press(page.locator("#words").get_by_role("link").first)
    assert_passage(page, "Varsou")


@HANDS
def test_how_many_independent_origins_stand_behind_what_many_outlets_tell(
    hands: Hands, page: Page
) -> None:
    """Task 7: an event told by four outlets rests on three origins."""
    page.goto("/")
    go_to(page, hands, "Events")
    rows = page.get_by_role("table").first.locator("tbody tr")
    heads = page.get_by_role("table").first.locator("thead th").all_inner_texts()
    counts = [
        [
            int(row.locator("td").nth(heads.index(name)).inner_text())
            for name in ("Outlets", "Origins")
        ]
        for row in rows.all()
    ]
    row = rows.nth(counts.index([4, 3]))
    hands.press(row.get_by_role("link").first)
    page.wait_for_url("**/events/*")
    hands.press(page.get_by_role("link", name="Who has it from whom"))
    page.wait_for_url("**#origins")
    said = page.locator("#origins").inner_text()
    assert "3 origins" in page.locator("main").inner_text()
    for outlet in ("Quayside Record", "Valletta Ledger", "The Tunis Lantern"):
        assert outlet in said
