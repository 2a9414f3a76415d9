"""What a window shows before anybody scrolls: the pictures whole, on a phone their beginning."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.screens import SampleCase
from tests.browser.watching import Visitor


def bottom_of(page: Page, picture: str) -> float:
    box = page.locator(picture).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize(
    ("path", "picture"), [("/network?person={entity}", "svg.net"), ("/map", "svg.map")]
)
def test_a_picture_is_seen_whole_without_scrolling(
    path: str, picture: str, visitor: Visitor, sample: SampleCase
) -> None:
    with visitor.window(viewport={"width": 1280, "height": 900}) as (page, _):
        page.goto(sample.address(path))
        assert bottom_of(page, picture) <= 900 + 25  # the last label ends above the lower edge


@pytest.mark.parametrize("path", ["/network", "/map", "/timeline"])
def test_on_a_phone_a_picture_begins_in_the_first_window(path: str, visitor: Visitor) -> None:
    with visitor.window(viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(path)
        box = page.locator(".picture .scroll").first.bounding_box()
        assert box is not None
        assert box["y"] < 844 * 2 / 3


def test_on_a_phone_the_further_filters_come_when_asked_for_and_keep_what_is_set(
    visitor: Visitor,
) -> None:
    with visitor.window(viewport={"width": 390, "height": 844}) as (page, _):
        page.goto("/events?place=Sfax")
        place = page.get_by_label("Place", exact=True)
        assert place.is_hidden()
        assert "Sfax" in page.locator(".set-filters").inner_text()
        page.get_by_role("button", name="Show").click()
        assert "place=Sfax" in page.url
        page.get_by_text("More filters").focus()
        page.keyboard.press("Enter")
        assert place.is_visible()
        assert place.input_value() == "Sfax"


def test_in_a_wide_window_all_filters_are_there_at_once(visitor: Visitor) -> None:
    with visitor.window(viewport={"width": 1280, "height": 900}) as (page, _):
        page.goto("/events")
        assert page.get_by_label("Place", exact=True).is_visible()
        assert page.get_by_label("From", exact=True).is_visible()
