"""The sample case in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")

from playwright.sync_api import Browser, Page, sync_playwright

from dateline import Case
from dateline.sample import sample_paths
from tests.browser.screens import SampleCase, read_sample
from tests.browser.serving import serving
from tests.browser.watching import Visitor, Watch


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a module: while it runs, nothing else may begin an event loop."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium: `make chromium` installs Debian's")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case with one input that can't be read, to copy and never to change."""
    folder = tmp_path_factory.mktemp("sample")
    broken = folder / "broken.html"
    broken.write_bytes(b"")
    with Case(folder / "sample.case") as case:
        case.add(*sample_paths(), broken)
    return folder / "sample.case"


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> SampleCase:
    """What stands in the sample case."""
    return read_sample(sample_folder)


@pytest.fixture(scope="module")
def own_case(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case, a module's own copy."""
    return shutil.copytree(sample_folder, tmp_path_factory.mktemp("own") / "sample.case")


@pytest.fixture(scope="module")
def visitor(own_case: Path, chromium: Browser) -> Iterator[Visitor]:
    """Somebody who has opened the sample case."""
    with serving(own_case) as (home, link):
        found = Visitor(chromium, home)
        with found.window(link):
            pass
        yield found


@pytest.fixture
def window(visitor: Visitor) -> Iterator[tuple[Page, Watch]]:
    """A new window on the sample case; at the end nothing of note may have happened."""
    with visitor.window() as (page, watch):
        yield page, watch
        assert watch.problems == []


@pytest.fixture
def page(window: tuple[Page, Watch]) -> Page:
    """The page of a new window on the sample case."""
    return window[0]
