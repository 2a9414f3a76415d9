"""The map in the browser: what leads where, and what stands in its list."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.pipeline import Case
from tests.web.browser import Browser


@pytest.fixture(scope="module")
def browser(built_case: Path) -> Iterator[Browser]:
    with Case(built_case, create=False) as case:
        yield Browser(case).enter()


def picture(text: str) -> str:
    found: list[str] = re.findall(r'<svg class="map".*?</svg>\n</div>', text, re.DOTALL)
    return found[0][:-7]


def events_of(text: str) -> set[str]:
    return set(re.findall(r'href="/events/(v_[0-9a-f]+)"', text))


def test_every_mark_leads_to_a_row_or_to_a_part_of_the_world(browser: Browser) -> None:
    for asked in ("/map", "/map?lat=11&lon=0&span=138"):
        text = browser.get(asked).text
        targets = [html.unescape(one) for one in re.findall(r'place-link" href="([^"]+)"', text)]
        assert targets
        for target in targets:
            if target.startswith("#"):
                assert f'id="{target[1:]}"' in text
            else:
                assert browser.get(target).status == 200
                assert "span=" in target


def test_the_list_has_the_events_of_every_place(browser: Browser) -> None:
    text = browser.get("/map").text
    assert len(events_of(text)) > 5
    numbers = re.findall(r'<tr id="at-.*?<td class="n">(\d+)</td>', text, re.DOTALL)
    assert [int(one) for one in numbers]


def test_a_place_leads_to_its_events_on_the_timeline(browser: Browser) -> None:
    text = browser.get("/map").text
    found = re.search(
        r'<a href="(/timeline\?place=\d+)"><bdi>.*?<td class="n">(\d+)</td>', text, re.DOTALL
    )
    assert found is not None
    assert f"{found[2]} event" in browser.get(found[1]).text


def test_filters_are_those_of_the_timeline_and_stay_when_the_map_moves(browser: Browser) -> None:
    text = browser.get("/map?type=CONSULT").text
    moves = re.findall(r'<li><a href="(/map\?[^"]+)"', text[text.index("map-moves") :])
    assert len(moves) >= 8
    assert all("type=CONSULT" in one for one in moves)
    assert events_of(text) < events_of(browser.get("/map").text)


def test_the_picture_is_well_formed_and_styled_by_class_alone(browser: Browser) -> None:
    text = browser.get("/map").text
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)
    ElementTree.fromstring(picture(text))


@pytest.mark.parametrize(
    "part",
    ["lat=1&lon=2", "lat=x&lon=1&span=2", "lat=nan&lon=1&span=2", "lat=1&lon=1&span=-1",
     "lat=91&lon=1&span=2", "lat=1&lon=999&span=2", "lat=1e400&lon=0&span=1"],
)  # fmt: skip
def test_a_part_of_the_world_that_is_none_is_a_bad_query(browser: Browser, part: str) -> None:
    assert browser.get(f"/map?{part}").status == 400


def test_an_empty_choice_says_why_and_offers_a_way_back(browser: Browser) -> None:
    text = browser.get("/map?person=Nobody+At+All").text
    assert "names" in text
    assert 'href="/map"' in text


def test_the_sources_of_places_and_outlines_are_named(browser: Browser) -> None:
    text = browser.get("/map").text
    assert "GeoNames, CC BY 4.0" in text
    assert "Natural Earth" in text
