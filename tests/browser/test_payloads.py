"""Nothing that a report says runs, loads anything or breaks out of its place, on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from dateline import Case
from dateline.web.guard import POLICY
from tests.browser.payloads import groups, read_payloads, write_case
from tests.browser.screens import ROUTES, SampleCase
from tests.browser.serving import serving
from tests.browser.watching import Visitor, Watch

PAGES = 4
"""Pages of a list that are looked at; the records on them come up singly anyway."""

LAME = ("templates and formats", "unicode and direction", "entities and encodings")
"""Ways of which most are harmless in a page as such."""

FOREIGN = """
() => [...document.querySelectorAll("*")].flatMap((one) => {
  const bad = [...one.attributes].filter((a) => /^on|^style$|^srcdoc$|^ping$/i.test(a.name));
  const to = ["href", "src", "action", "formaction", "data"].map((a) => one.getAttribute(a));
  const own = /^(\\/(?!\\/)|#|\\?|https?:\\/\\/outlet\\.example\\/)/;
  const out = to.filter((a) => a !== null && !own.test(a));
  const tag = one.localName;
  const odd = /^(iframe|object|embed|base|frame|applet|style|plaintext|template)$/.test(tag);
  return odd || bad.length || out.length ? [one.outerHTML.slice(0, 200)] : [];
})
"""
"""What no page of ours has: elements that load or run, handlers, addresses that lead elsewhere."""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of which every text is a payload."""
    folder = tmp_path_factory.mktemp("poisoned") / "poisoned.case"
    write_case(folder)
    return folder


@pytest.fixture(scope="module")
def attacked(poisoned: Path, chromium: Browser) -> Iterator[Visitor]:
    """Somebody who has opened that case."""
    with serving(poisoned) as (home, link):
        found = Visitor(chromium, home)
        with found.window(link):
            pass
        yield found


def addresses(poisoned: Path) -> Iterator[str]:
    """Every screen of every record, and of every list its first pages."""
    with Case(poisoned, create=False) as case:
        whole = case.contents()
    records = {
        "report": [one.id for one in whole.reports],
        "claim": [one.id for one in whole.claims[:20]],
        "event": [one.id for one in whole.events],
        "entity": [one.id for one in whole.entities],
    }
    for path in ROUTES:
        names = [name for name in records if f"{{{name}}}" in path]
        if not names:
            yield path
        for id_ in records[names[0]] if names else ():
            yield SampleCase({names[0]: id_}).address(path)
    for id_ in records["entity"][::4]:
        yield f"/network?person={id_}&hops=2"
    for id_ in (*records["entity"][::8], *records["event"][::8]):
        yield f"/judge?about={id_}"
    ends = records["entity"]
    for one, other in zip(ends[::20], ends[5::20], strict=False):
        yield f"/network/path?from={one}&to={other}"
    yield from ("/review?deck=events", "/map?lat=11&lon=0&span=138", "/timeline?lane=place")


def test_nothing_that_reports_say_runs_or_loads_on_any_screen(
    attacked: Visitor, poisoned: Path
) -> None:
    with attacked.window() as (page, watch):
        seen = 0
        for target in addresses(poisoned):
            for _ in range(PAGES):
                page.goto(target)
                assert watch.problems == [], target
                assert page.evaluate(FOREIGN) == [], target
                seen += 1
                following = page.locator("a[rel=next]")
                if not following.count():
                    break
                target = str(following.first.get_attribute("href"))
        assert seen > 200


def test_nothing_that_an_address_says_runs_or_loads(attacked: Visitor) -> None:
    fields = (
        "/search?q=", "/timeline?person=", "/people?name=", "/events?from=", "/?after=",
        "/network?person=", "/network/path?from=", "/map?place=", "/conflicts?status=",
    )  # fmt: skip
    with attacked.window() as (page, watch):
        for number, group in enumerate(groups()):
            target = fields[number % len(fields)]
            page.goto("/unsaid")
            with page.expect_navigation():
                page.evaluate(
                    "([to, what]) => { location = to + encodeURIComponent(what.slice(0, 1500)) }",
                    [target, " ".join(group)],
                )
            noted = [one for one in watch.problems if "(Bad Request)" not in one]
            assert noted == [], (target, group)
            assert page.evaluate(FOREIGN) == [], (target, group)


def leak(page: Page, watch: Watch, payload: str, policy: str | None) -> list[str]:
    """What is noted of a page that shows a payload as it is."""
    headers = {"Content-Security-Policy": policy} if policy else {}
    before = len(watch.problems)

    def answer(route: Route) -> None:
        if not route.request.url.endswith("/leak"):
            route.abort()
            return
        body = (
            f"<!DOCTYPE html><title>x</title><a href=\"{payload}\" title='{payload}'>x</a>{payload}"
        )
        route.fulfill(body=body, headers=headers, content_type="text/html; charset=utf-8")

    page.route("**/*", answer)
    page.goto("/leak", wait_until="load")
    found = watch.problems[before:]
    found += page.evaluate(FOREIGN)
    page.unroute_all(behavior="ignoreErrors")
    return found


@pytest.mark.parametrize("policy", [None, POLICY])
def test_the_same_texts_are_noted_where_a_page_does_not_escape_them(
    policy: str | None, attacked: Visitor
) -> None:
    for way, those in read_payloads().items():
        some = those[::6]
        with attacked.window() as (page, watch):
            noted = [one for one in some if leak(page, watch, one, policy)]
        assert len(noted) >= len(some) * (0.2 if way in LAME else 0.6), (way, noted)
        spoke = any(one.startswith("dialog") for one in watch.problems)
        assert not (spoke and policy), way
