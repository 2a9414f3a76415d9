"""The style and the scripts as they are served."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.pipeline import Case
from dateline.web.assets import asset_address, find_asset
from tests.web.browser import Browser


@pytest.fixture
def browser(built_case: Path) -> Browser:
    return Browser(Case(built_case, create=False)).enter()


def test_a_page_asks_for_files_by_their_version_and_may_keep_them(browser: Browser) -> None:
    found = re.findall(r'(?:src|href)="(/static/[^"]+)"', browser.get("/network").text)
    assert {one.partition("?")[0] for one in found} >= {"/static/style.css", "/static/pictures.js"}
    for one in found:
        answer = browser.get(one)
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]


def test_a_file_without_its_version_or_with_an_old_one_is_asked_for_each_time(
    browser: Browser,
) -> None:
    for target in ("/static/style.css", "/static/style.css?v=0123456789abcdef"):
        answer = browser.get(target)
        assert answer.headers["cache-control"] == "no-cache"
        again = browser.get(target, ("if-none-match", answer.headers["etag"]))
        assert (again.status, again.body) == (304, b"")


def test_nothing_but_these_files_has_an_address() -> None:
    assert find_asset("../app.py") is None
    with pytest.raises(LookupError):
        asset_address("page.html")
