"""How fast the screens of a large case come: made-up reports, a real server, a real browser.

Times are of the clock: what a person waits. Where there is Chromium, a screen's time is that from
the start of going there to the first paint of its content; elsewhere that of the whole answer.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.benchmark import BenchmarkSet, Result
from evaluation.generated_claims import CLAIMS_A_REPORT

CLAIMS = 100_000
EACH = 21
"""Times that each screen is looked at."""
_MOST_LOOKS = 600
"""Seconds till the pairs of a deck must be found."""

_LINK = re.compile(r"Open http://127\.0\.0\.1:(\d+)(/open\?token=\S+)")
_WORDS = ("officials", "met", "Ada", '"two officials"', "visited Jon", "arrested", "2016-03")


def measure(folder: Path, claims: int = CLAIMS, each: int = EACH) -> Result:
    """Figures: `start_s` till the link stands there, and the 95th of a hundred waits.

    For each screen `NAME_ms`, of the slowest `screen_ms`, of the review's next card
    `review_DECK_ms`.

    Args:
        folder: Where the case is, or is made: `browser.case`.
    """
    case = folder / "browser.case"
    if not case.exists():
        _make(case, claims)
    began = time.monotonic()
    with _serving(case) as (port, link):
        figures = {"start_s": time.monotonic() - began}
        asked = Asked(port, link)
        with _looking(asked) as look:
            for name, targets in _screens(asked, each).items():
                figures[f"{name}_ms"] = _p95([look.wait_ms(target) for target in targets])
            figures["screen_ms"] = max(
                value for name, value in figures.items() if name.endswith("_ms")
            )
            figures |= look.review_ms(each)
    painted = "first paint in Chromium" if look.is_browser else "whole answers, without a browser"
    part = f"made-up claims: {claims // CLAIMS_A_REPORT:,} reports, {claims:,} claims; {painted}"
    return Result("browser-speed", claims // CLAIMS_A_REPORT, figures, part=part)


def _make(case: Path, claims: int) -> None:
    """In a process of its own, whose memory is not that of what is measured."""
    command = [sys.executable, "-m", "evaluation.growth_timing", "grow", str(claims), "0"]
    subprocess.run([*command, str(case)], check=True, stdout=subprocess.DEVNULL, cwd=_root())


def _root() -> Path:
    return Path(__file__).resolve().parents[1]


@contextmanager
def _serving(case: Path) -> Iterator[tuple[int, str]]:
    command = [sys.executable, "-m", "dateline", "serve", str(case)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=_root()) as process:
        try:
            assert process.stderr is not None
            for line in process.stderr:
                if found := _LINK.search(line):
                    yield int(found[1]), found[2]
                    break
            else:
                raise RuntimeError("the server did not start")
        finally:
            process.terminate()


@dataclass
class Asked:
    """A plain connection to the server, with its session."""

    port: int
    link: str
    cookie: str = ""
    is_browser = False
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        answer = self._ask("GET", self.link)[1]
        self.cookie = str(answer.getheader("set-cookie")).partition(";")[0]

    def _ask(
        self, method: str, target: str, body: str | None = None
    ) -> tuple[bytes, http.client.HTTPResponse]:
        headers = {"cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["origin"] = f"http://127.0.0.1:{self.port}"
            headers["content-type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, target, body, headers)
        answer = self.connection.getresponse()
        return answer.read(), answer

    def records(self, kind: str) -> list[str]:
        """Ids of the first two hundred records of a kind."""
        found = json.loads(self._ask("GET", f"/api/v1/{kind}?limit=200")[0])
        return [one["id"] for one in found["items"]]

    def wait_ms(self, target: str) -> float:
        """How long a whole answer takes."""
        began = time.perf_counter()
        _, answer = self._ask("GET", target)
        if answer.status != 200:
            raise RuntimeError(f"{target} answers {answer.status}")
        return (time.perf_counter() - began) * 1000

    def review_ms(self, each: int) -> dict[str, float]:
        """Nothing: to answer a card takes a browser."""
        return {}


class Looked:
    """A window of Chromium with the session."""

    is_browser = True

    def __init__(self, page: Any, home: str) -> None:
        self._page, self._home = page, home

    def wait_ms(self, target: str) -> float:
        """From going to an address to its first content on the screen."""
        answer = self._page.goto(self._home + target, wait_until="load")
        if answer is not None and answer.status != 200:
            raise RuntimeError(f"{target} answers {answer.status}")
        return self._painted_ms()

    def _painted_ms(self) -> float:
        return float(self._page.evaluate(_PAINTED))

    def review_ms(self, each: int) -> dict[str, float]:
        """From an answer to the next card on the screen."""
        found: dict[str, float] = {}
        for deck in ("entities", "events"):
            answers = self._page.locator("button[data-key='u']")
            for _ in range(_MOST_LOOKS):
                self._page.goto(f"{self._home}/review?deck={deck}", wait_until="load")
                if "Looking for the pairs" not in self._page.locator("main").inner_text():
                    break
                time.sleep(1)
            waits = []
            for _ in range(each):
                if not answers.count():
                    break
                waits.append(float(self._page.evaluate(_ANSWERED)))
            if waits:
                found[f"review_{deck}_ms"] = _p95(waits)
        return found


_PAINTED = """
() => new Promise((tell) => {
  new PerformanceObserver((list, observer) => {
    const first = list.getEntriesByName("first-contentful-paint")[0];
    if (first) { observer.disconnect(); tell(first.startTime); }
  }).observe({ type: "paint", buffered: true });
})
"""


_ANSWERED = """
() => new Promise((tell) => {
  const began = performance.now();
  const painted = () => requestAnimationFrame(
    () => setTimeout(() => tell(performance.now() - began))
  );
  new MutationObserver((_, observer) => { observer.disconnect(); painted(); })
    .observe(document.getElementById("main"), { childList: true });
  document.querySelector("button[data-key='u']").click();
})
"""
"""From the press of a button to the frame that shows the next card."""


@contextmanager
def _looking(asked: Asked) -> Iterator[Asked | Looked]:
    """Chromium with the session of a connection; the connection where there is no Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        yield asked
        return
    home = f"http://127.0.0.1:{asked.port}"
    name, _, value = asked.cookie.partition("=")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        context = browser.new_context()
        context.add_cookies([{"name": name, "value": value, "url": home}])
        looked = Looked(context.new_page(), home)
        looked.wait_ms("/unsaid")  # the browser itself is warm
        yield looked
        browser.close()


def _screens(asked: Asked, each: int) -> dict[str, list[str]]:
    """Addresses of each screen, as many as are looked at; of single records the fullest too."""
    reports, events, entities = (asked.records(kind) for kind in ("reports", "events", "entities"))
    named = ("/{}?person=Ada", "/{}?from=2016&to=2017", "/{}?person=" + entities[0])
    found = {
        "reports": ["/", "/?show=copies", "/?show=none"],
        "report": [f"/reports/{one}" for one in _spread(reports, each)],
        "timeline": ["/timeline", *(one.format("timeline") for one in named)],
        "events": ["/events", *(one.format("events") for one in named), "/events?conflicts=1"],
        "event": [f"/events/{one}" for one in _spread(events, each)],
        "people": ["/people", "/people?name=Ada", "/people?kind=Person"],
        "dossier": [f"/people/{one}" for one in _spread(entities, each)],
        "conflicts": ["/conflicts", "/conflicts?from=2016"],
        "unsaid": ["/unsaid", "/unsaid?part=undated", "/unsaid?part=author"],
        "search": ["/search?q=" + one.replace(" ", "+").replace('"', "%22") for one in _WORDS],
    }
    ways = zip(_spread(entities, each), _spread(entities[1:], each), strict=False)
    found |= {
        "network": [f"/network?person={one}" for one in _spread(entities, each)],
        "network two hops": [f"/network?hops=2&person={one}" for one in _spread(entities, each)],
        "way": [f"/network/path?from={one}&to={other}" for one, other in ways],
        "map": ["/map", *(one.format("map") for one in named), "/map?lat=48&lon=10&span=12"],
        "review": ["/review", "/review?deck=events"],
        "history": ["/history"],
        "judge": [f"/judge?about={one}" for one in _spread([*entities, *events], each)],
        "add": ["/add"],
    }
    return {name: (targets * each)[:each] for name, targets in found.items()}


def _spread(things: Sequence[str], number: int) -> list[str]:
    """The first, and others at even distances."""
    step = max(1, len(things) // number)
    return list(things[::step])[:number]


def _p95(waits: Sequence[float]) -> float:
    return statistics.quantiles(waits, n=20, method="inclusive")[-1]


BROWSER_SPEED = BenchmarkSet(
    name="browser-speed",
    measures="how long the screens of a case of 10,000 reports let a person wait",
    run=measure,
    headline=("screen_ms", "search_ms", "review_events_ms"),
    is_generated=True,
)
