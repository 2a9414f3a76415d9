"""Search in the browser: its filters, and results that open at the words found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.pipeline import Case
from dateline.web.screens import search
from tests.web.browser import Browser


@pytest.fixture(scope="module")
def browser(built_case: Path) -> Iterator[Browser]:
    with Case(built_case, create=False) as case:
        yield Browser(case).enter()


def outlets(browser: Browser, query: str) -> set[str]:
    found = re.findall(r'<p class="cite"><bdi>([^<]+)</bdi>', browser.get(f"/search?{query}").text)
    return set(found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=harbour", {"Alpine Wire", "Styria Post", "Adriatic Courier"}),
        ("q=harbour&outlet=Styria+Post", {"Styria Post"}),
        ("q=harbour&from=2024-03-07", {"Adriatic Courier"}),
        ("q=harbour&to=2024-03-05", {"Alpine Wire"}),
        ("q=harbour&from=2024-03-05&to=2024-03-06", {"Styria Post"}),
        ("q=harbour&person=Lenz", {"Styria Post"}),
        ("q=graz&type=COERCE", {"Styria Post"}),
        ("q=graz&type=PROTEST", set()),
    ],
)  # fmt: skip
def test_a_filter_leaves_the_passages_that_fit(
    browser: Browser, query: str, expected: set[str]
) -> None:
    assert outlets(browser, query) == expected


def test_words_of_no_claim_are_marked_in_the_report(browser: Browser) -> None:
    text = browser.get("/search?q=austria&among=text").text
    found = re.search(r'href="(/reports/r_[0-9a-f]+\?at=\d+-\d+)#passage"', text)
    assert found
    shown = browser.get(found[1]).text
    assert shown.count('id="passage"') == 1
    assert "Austria" in "".join(re.findall(r'class="sought".*?</mark>', shown, re.DOTALL))


@pytest.mark.parametrize("at", ["x", "9-3", "0-99999999", "-1-4", "1-2-3"])
def test_a_place_that_is_none_marks_nothing(browser: Browser, at: str) -> None:
    report = re.search(r"/reports/r_[0-9a-f]+", browser.get("/").text)
    assert report
    answer = browser.get(f"{report[0]}?at={at}")
    assert answer.status == 200
    assert "sought" not in answer.text


def test_a_filter_that_can_t_be_read_is_said(browser: Browser) -> None:
    assert "is not a date" in browser.get("/search?q=harbour&from=soon").text


def test_no_result_offers_to_drop_the_filters(browser: Browser) -> None:
    text = browser.get("/search?q=harbour&person=Nobody").text
    assert 'href="/search?q=harbour">Search without filters' in text


def test_a_search_that_is_ended_early_does_not_give_its_length_as_that_of_all(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = re.search(r'class="found">(\d+) passages<', browser.get("/search?q=harbour").text)
    assert whole
    monkeypatch.setattr(search, "_MOST", int(whole[1]) - 1)
    assert "that fit best; there are more" in browser.get("/search?q=harbour").text
