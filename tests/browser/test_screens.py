"""Every screen in a real browser: no barrier, no error, nothing foreign, no script needed."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.screens import ROUTES, STATES, SampleCase
from tests.browser.watching import Visitor, Watch, find_barriers

SHADES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("path", [*ROUTES, *STATES])
def test_no_screen_bars_anybody_or_complains(
    path: str, window: tuple[Page, Watch], sample: SampleCase
) -> None:
    page, watch = window
    for shade in SHADES:
        page.emulate_media(color_scheme=shade)
        page.goto(sample.address(path))
        assert find_barriers(page) == [], shade
    if path == "/no/such/page":  # Chromium notes in its console that the page was not found
        watch.problems[:] = [one for one in watch.problems if "404 (Not Found)" not in one]


def test_the_check_for_barriers_can_fail(page: Page) -> None:
    page.goto("/timeline")
    page.evaluate("document.querySelector('h1').innerHTML += '<img src=data:,>'")
    assert [one.partition(":")[0] for one in find_barriers(page)] == ["image-alt"]


def test_without_scripts_every_screen_shows_the_same_words(
    visitor: Visitor, sample: SampleCase
) -> None:
    with visitor.window(java_script_enabled=False) as (page, watch):
        for path in ROUTES:
            page.goto(sample.address(path))
            assert page.locator("h1").count() == 1, path
            assert len(page.locator("main").inner_text()) > 60, path
    assert watch.problems == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_screen_is_wider_than_its_window(
    width: int, visitor: Visitor, sample: SampleCase
) -> None:
    with visitor.window(viewport={"width": width, "height": 720}) as (page, _):
        for path in ROUTES:
            page.goto(sample.address(path))
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (path, wide)
