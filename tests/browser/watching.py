"""What goes wrong in a page that nobody sees: errors, dialogs, requests to elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

_AXE = "axe_playwright_python"
"""A package that brings axe.min.js; nothing else of it is used."""

_PATIENCE_MS = 30_000
"""For what must come in the end: the machine may be doing more than one thing."""


@dataclass
class Watch:
    """Everything of note that happened in the pages of one window."""

    home: str
    problems: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches the pages of a window, those that open later too."""
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))
        context.on("request", self._asked)
        context.on("dialog", self._spoken)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        own = (self.home + "/", "data:", "blob:" + self.home)
        if not request.url.startswith(own):
            self.problems.append(f"request: {request.url[:200]}")

    def _spoken(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message[:80]}")
        dialog.dismiss()


@dataclass
class Visitor:
    """A person with a browser, who came in by the link of the server.

    Attributes:
        home: The address of the server, without a path.
        cookies: What the browser keeps of the session.
    """

    browser: Browser
    home: str
    cookies: Any = None

    @contextmanager
    def window(self, link: str | None = None, **options: Any) -> Iterator[tuple[Page, Watch]]:
        """A new window, with all that is noted of it.

        Args:
            link: What the server printed; without it the session is one that began already.
            options: As those of Playwright's `new_context`.
        """
        if link is None:
            options["storage_state"] = self.cookies
        context = self.browser.new_context(base_url=self.home, **options)
        context.set_default_timeout(_PATIENCE_MS)
        watch = Watch(self.home)
        watch.over(context)
        try:
            page = context.new_page()
            if link is not None:
                page.goto(link)
                self.cookies = context.storage_state()
            yield page, watch
        finally:
            context.close()


def find_barriers(page: Page) -> list[str]:
    """What axe finds wrong with a page, a line each: rule, element, why."""
    # Evaluated, not loaded by an element: the policy of our pages lets no such script in.
    if not page.evaluate("'axe' in window"):
        page.evaluate((files(_AXE) / "axe.min.js").read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
