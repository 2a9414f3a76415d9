"""Keys of the timeline and of the reader, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.screens import SampleCase

FOCUSED = "document.activeElement.getAttribute('aria-label')"


def test_arrow_keys_walk_the_marks_and_say_what_they_are(page: Page) -> None:
    page.goto("/timeline")
    bars = page.locator(".lanes a.bar")
    assert bars.count() > 20
    assert page.locator('.lanes a.bar[tabindex="0"]').count() == 1
    page.locator('.lanes a.bar[tabindex="0"]').focus()
    seen = [page.evaluate(FOCUSED)]
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))
    assert len(set(seen)) > 3
    assert page.locator(".picture-said").inner_text() == seen[-1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/v_*")


def test_the_marks_of_a_lane_are_walked_from_left_to_right(page: Page) -> None:
    page.goto("/timeline?lane=event")
    page.locator(".lanes a.bar").first.focus()
    page.keyboard.press("Home")
    places = []
    for _ in range(8):
        places.append(
            page.evaluate(
                "(() => { const b = document.activeElement.querySelector('.m, .bin')"
                ".getBoundingClientRect(); return (b.left + b.right) / 2 })()"
            )
        )
        page.keyboard.press("ArrowRight")
    assert places == sorted(places)


def test_a_question_mark_shows_the_keys_of_the_screen(page: Page) -> None:
    page.goto("/timeline")
    page.keyboard.press("?")
    shown = page.locator("#keys").inner_text()
    assert "the mark after" in shown
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/people")


def test_brackets_and_arrows_walk_the_claims_and_light_their_words(
    page: Page, sample: SampleCase
) -> None:
    page.goto(sample.address("/reports/{report}"))
    page.keyboard.press("]")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("c_")
    assert second not in ("", first)
    assert page.locator(f'.lit[data-claims*="{second}"]').count() > 0
    page.keyboard.press("[")
    assert page.evaluate("document.activeElement.id") == first


def test_words_that_are_selected_fill_the_form_of_a_claim_by_hand(
    page: Page, sample: SampleCase
) -> None:
    page.goto(sample.address("/reports/{report}"))
    line = page.locator(".text p", has=page.locator("sup.refs")).nth(1)
    words = line.evaluate(
        "one => { const two = one.cloneNode(true);"
        " two.querySelectorAll('sup.refs').forEach((ref) => ref.remove());"
        " return two.textContent.replace(/\\s+/g, ' ').trim(); }"
    )
    line.click(click_count=3)
    page.get_by_role("link", name="Claim from the selected words").click()
    page.wait_for_url("**/claim?quote=*")
    assert page.get_by_label("The passage, word for word").input_value() == words
