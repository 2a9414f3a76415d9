"""The timeline in the browser: marks that lead to events, filters, and the list below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.pipeline import Case
from tests.web.browser import Browser, Page


@pytest.fixture(scope="module")
def browser(built_case: Path) -> Iterator[Browser]:
    with Case(built_case, create=False) as case:
        yield Browser(case).enter()


def picture(text: str) -> str:
    return text[text.index('class="picture"') : text.index('id="list"')]


def marks(text: str) -> set[str]:
    found = re.findall(r'class="(?:bar|undated-mark)" href="/events/(v_[0-9a-f]+)"', picture(text))
    return set(found)


def listed(text: str) -> set[str]:
    return set(re.findall(r'href="/events/(v_[0-9a-f]+)"', text[text.index('id="list"') :]))


@pytest.mark.parametrize("lane", ["person", "place", "event"])
def test_every_mark_leads_to_an_event_that_the_list_has_too(browser: Browser, lane: str) -> None:
    text = browser.get(f"/timeline?lane={lane}").text
    assert marks(text)
    assert marks(text) <= listed(text)
    for event in marks(text):
        assert browser.get(f"/events/{event}").status == 200


def test_lanes_by_kind_show_every_event_of_the_list(browser: Browser) -> None:
    text = browser.get("/timeline?lane=event&lanes=60").text
    assert marks(text) == listed(text)


def test_the_pictures_are_well_formed_and_styled_by_class_alone(browser: Browser) -> None:
    text = browser.get("/timeline").text
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)
    found = re.findall(
        r'<svg class="strip" height.*?</svg>\n(?=<p class="gutter")', text, re.DOTALL
    )
    assert found
    for one in found:
        ElementTree.fromstring(one)


def test_every_mark_says_in_words_what_it_stands_for(browser: Browser) -> None:
    found = re.findall(r'class="bar" href="[^"]+" aria-label="([^"]+)"><title>([^<]+)<',
                       browser.get("/timeline").text)  # fmt: skip
    assert found
    assert all(label == title for label, title in found)
    assert any("Keller" in label and "3 March 2024" in label for label, _ in found)


@pytest.mark.parametrize(
    ("query", "has", "has_not"),
    [
        ("person=Marta+Rossi", "Rossi", "Lenz"), ("who=Marta+Rossi", "Rossi", "Lenz"),
        ("place=graz", "Lenz", "Rossi"), ("type=COERCE", "arrested", "addressed"),
        ("from=2024-03-05&to=2024-03-05", "Lenz", "Rossi"),
        ("certainty=planned", "Ljubljana", "Lenz"),
        ("dated=no", "addressed", "arrested"), ("source=person", "Rossi", "arrested"),
    ],
)  # fmt: skip
def test_a_filter_of_the_address_narrows_picture_and_list(
    browser: Browser, query: str, has: str, has_not: str
) -> None:
    text = browser.get(f"/timeline?{query}").text
    shown = text[text.index('id="list"') :]
    assert has in shown
    assert has_not not in shown
    assert marks(text) <= listed(text)


def test_each_filter_can_be_taken_away_by_itself(browser: Browser) -> None:
    text = browser.get("/timeline?lane=event&type=COERCE&certainty=reported").text
    ways = text[text.index("set-filters") : text.index('class="picture"')]
    assert 'href="/timeline?lane=event&amp;certainty=reported"' in ways
    assert 'href="/timeline?lane=event&amp;type=COERCE"' in ways
    assert 'href="/timeline?lane=event"' in ways


def test_a_person_asked_for_by_id_stands_in_the_field_by_name(browser: Browser) -> None:
    (id_,) = {
        one for one in Page(browser.get("/people?name=Marta").text).inner
        if one.startswith("/people/e_")
    }  # fmt: skip
    text = browser.get(f"/timeline?person={id_.removeprefix('/people/')}").text
    assert 'name="person" value="Marta Rossi"' in text
    assert "with Marta Rossi" in text


@pytest.mark.parametrize(
    "query", ["lane=colour", "lanes=many", "type=FLY", "certainty=sure", "source=x", "dated=maybe",
              "min_origins=two", "from=soon"],
)  # fmt: skip
def test_what_an_address_can_t_mean_gets_one_clear_line(browser: Browser, query: str) -> None:
    assert browser.get(f"/timeline?{query}").status == 400


def test_fewer_lanes_are_said_to_be_fewer(browser: Browser) -> None:
    text = browser.get("/timeline?lanes=1").text
    assert re.search(r"The 1 fullest of \d+ people and bodies", text)
    assert 'href="/timeline?lanes=16"' in text


def test_nothing_found_says_why_and_offers_one_way_on(browser: Browser) -> None:
    unknown = browser.get("/timeline?person=Zeppelin").text
    assert "No report names “<bdi>Zeppelin</bdi>”" in unknown
    assert 'href="/timeline">Clear the filters' in unknown
    none = browser.get("/timeline?person=Lenz&type=PROTEST").text
    assert "fits all of these filters" in none
    assert "No report names" not in none
