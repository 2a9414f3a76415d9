"""Two ways to do the same work: with the mouse, and with the keyboard alone."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page

_FURTHEST = 400
"""Presses of Tab after which what is looked for counts as out of reach."""


class Hands(Protocol):
    """What a person does to a page."""

    def press(self, what: Locator) -> None:
        """Follows a link, presses a button, ticks a box."""

    def write(self, field: Locator, text: str) -> None:
        """Puts a text into a field, in place of what is there."""

    def choose(self, field: Locator, option: str) -> None:
        """Chooses one of a list by its words."""


class Mouse:
    """Points and clicks; types only what must be typed."""

    def press(self, what: Locator) -> None:
        what.click()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        field.select_option(label=option)


class Keys:
    """Never touches the mouse: Tab leads to everything, and what has the focus shows it."""

    def press(self, what: Locator) -> None:
        self._reach(what)
        kind = what.evaluate("one => one.localName + ' ' + (one.type || '')")
        what.page.keyboard.press("Space" if kind in _TICKED else "Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        field.page.keyboard.press("ControlOrMeta+a")
        field.page.keyboard.press("Delete")
        field.page.keyboard.insert_text(text)

    def choose(self, field: Locator, option: str) -> None:
        self._reach(field)
        field.page.keyboard.type(option)
        assert field.evaluate("one => one.selectedOptions[0].label") == option

    def _reach(self, what: Locator) -> None:
        page = what.page
        what.wait_for(state="attached")
        for _ in range(_FURTHEST):
            if what.evaluate("one => one === document.activeElement"):
                _assert_shown(page)
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {what}")


_TICKED = ("input checkbox", "input radio")


def _assert_shown(page: Page) -> None:
    """What has the focus has an outline or another look than without it."""
    look = page.evaluate(
        "() => { const one = document.activeElement, style = getComputedStyle(one);"
        " return [style.outlineStyle, style.outlineWidth, style.boxShadow, one.outerHTML]; }"
    )
    style, width, shadow, html = look
    assert (style != "none" and width != "0px") or shadow != "none", f"no focus shown: {html[:200]}"
