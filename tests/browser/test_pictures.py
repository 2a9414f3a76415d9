"""Pictures that a hand can move: the network and the map, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def pull(page: Page, what: Locator, by: tuple[float, float]) -> None:
    """Drags from the middle of what is seen."""
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by[0], y + by[1], steps=5)
    page.mouse.up()


def test_a_name_is_pulled_elsewhere_with_its_lines_and_no_link_is_followed(page: Page) -> None:
    page.goto("/network")
    node = page.locator("a.node-link").nth(2)
    name = node.get_attribute("data-node")
    end = page.locator(f'a.tie-link[data-left="{name}"] line.tie').or_(
        page.locator(f'a.tie-link[data-right="{name}"] line.tie')
    )
    before = end.first.evaluate("one => one.outerHTML")
    pull(page, node.locator(".hit"), (60, 40))
    assert "translate" in str(node.get_attribute("transform"))
    assert end.first.evaluate("one => one.outerHTML") != before
    assert page.url.endswith("/network")
    node.locator(".hit").click()
    page.wait_for_url("**/network?person=*")


def test_the_network_comes_closer_by_button_and_key_and_is_whole_again(page: Page) -> None:
    page.goto("/network")
    view = page.locator("svg.net g.view")
    page.get_by_role("button", name="Closer").click()
    assert "scale(1.5)" in str(view.get_attribute("transform"))
    page.locator("a.node-link").first.focus()
    page.keyboard.press("+")
    assert "scale(2.25)" in str(view.get_attribute("transform"))
    page.get_by_role("button", name="Whole").click()
    assert "scale(1)" in str(view.get_attribute("transform"))


def test_a_bare_wheel_scrolls_the_page_and_moves_no_picture(page: Page) -> None:
    page.goto("/network")
    page.locator("svg.net").scroll_into_view_if_needed()
    page.locator("svg.net").hover()
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > before
    assert page.locator("svg.net g.view").get_attribute("transform") is None


def test_what_has_nothing_to_do_with_a_name_is_pale_while_it_is_pointed_at(page: Page) -> None:
    page.goto("/network")
    node = page.locator("a.node-link").nth(2)
    node.focus()
    near = page.locator("a.node-link.near")
    assert 1 < near.count() < page.locator("a.node-link").count()
    far = page.locator("a.node-link:not(.near)").first
    assert float(far.evaluate("one => getComputedStyle(one).opacity")) < 0.5
    page.get_by_role("button", name="Whole").focus()
    assert far.evaluate("one => getComputedStyle(one).opacity") == "1"


def test_a_span_of_months_is_chosen_with_two_sliders(page: Page) -> None:
    page.goto("/network")
    first, last = page.locator("form.months input[type=range]").all()
    units = str(page.locator("form.months").get_attribute("data-units")).split()
    first.focus()
    page.keyboard.press("ArrowRight")
    last.focus()
    for _ in units:
        page.keyboard.press("ArrowLeft")
    assert first.get_attribute("aria-valuetext") == last.get_attribute("aria-valuetext")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("button", name="Show these months").click()
    page.wait_for_url(f"**from={units[0]}&to={units[-2]}")
    chosen = page.locator("form.months output").inner_text()
    assert " to " in chosen
    assert page.get_by_label("From", exact=True).input_value() == units[0]


def test_a_map_that_is_dragged_is_drawn_anew_at_an_address_of_its_own(page: Page) -> None:
    page.goto("/map")
    drawn = page.locator("svg.map g.view:not([transform])")
    page.locator(".map-box").focus()
    page.keyboard.press("+")
    page.wait_for_url("**span=*")
    drawn.wait_for(state="attached")
    closer = page.url
    west = float(str(page.locator("svg.map").get_attribute("data-west")))
    pull(page, page.locator("svg.map"), (-200, 0))
    page.wait_for_url(lambda url: url != closer)
    drawn.wait_for(state="attached")
    assert float(str(page.locator("svg.map").get_attribute("data-west"))) > west
    dragged = page.locator("svg.map g.view").inner_html()
    page.reload()
    assert page.locator("svg.map g.view").inner_html() == dragged
    page.go_back()
    page.locator(f'svg.map[data-west="{west}"]').wait_for()
