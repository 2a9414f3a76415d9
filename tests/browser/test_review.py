"""The review in a real browser: each answer brings the next card into the same page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.watching import Watch


def shown(page: Page) -> str:
    return page.locator("article.pair").inner_text()


def test_an_answer_brings_the_next_card_and_undo_the_one_before(page: Page) -> None:
    page.goto("/review?deck=events")
    page.locator("article.pair").wait_for()
    page.evaluate("window.stays = true")
    first = shown(page)
    page.keyboard.press("u")
    page.get_by_text("Kept: unsure.").wait_for()
    assert shown(page) != first
    assert page.url.endswith("said=unsure")
    page.keyboard.press("z")
    page.get_by_text("Taken back; here is the pair again.").wait_for()
    assert shown(page) == first
    assert page.evaluate("window.stays"), "the page was loaded anew"


def test_enter_in_the_reason_answers_nothing_and_the_reason_is_kept(page: Page) -> None:
    page.goto("/review?deck=events")
    page.get_by_label("Reason").fill("two different days")
    page.keyboard.press("Enter")
    page.keyboard.press("u")  # goes into the field
    assert page.get_by_label("Reason").input_value() == "two different daysu"
    page.get_by_role("button", name="Unsure").click()
    page.get_by_text("Kept: unsure.").wait_for()
    page.goto("/history?about=event")
    page.get_by_text("two different daysu").first.wait_for()


def test_without_the_server_the_page_says_so_and_the_card_stays(
    window: tuple[Page, Watch],
) -> None:
    page, watch = window
    page.goto("/review?deck=events")
    card = shown(page)
    page.context.set_offline(True)
    page.keyboard.press("u")
    page.get_by_role("alert").get_by_text("The server does not answer").wait_for()
    assert shown(page) == card
    page.context.set_offline(False)
    page.keyboard.press("u")
    page.get_by_text("Kept: unsure.").wait_for()
    watch.problems.clear()  # the browser's own word on the network
