"""A small case with something to decide, in a browser that decides."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

from dateline import Case
from tests.cli import judged, test_review_events
from tests.web.browser import Answer, Browser

REPORTS = {
    **{f"names-{name}": text for name, text in judged.REPORTS.items()},
    **{f"events-{name}": text for name, text in test_review_events.REPORTS.items()},
}
"""Three pairs of names in doubt, and one event of three claims, whose days differ."""


def build(address: str | Path, folder: Path) -> Case:
    """The case of these reports."""
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    case = Case(address)
    case.add(folder)
    return case


class Reader(Browser):
    """Somebody who presses buttons and follows where they lead."""

    def press(self, target: str, **fields: str) -> Answer:
        """The page that a form leads to."""
        answer = self.send(target, **fields)
        assert answer.status == 303, answer.text
        return self.get(answer.headers["location"].partition("#")[0])

    def answer(self, answer: str, deck: str = "entities", page: Answer | None = None) -> Answer:
        """Gives an answer to the card that the deck shows now."""
        card = hidden(page or self.get(f"/review?deck={deck}"))
        return self.press("/review", **{**card, "deck": deck, "answer": answer})


def hidden(page: Answer) -> dict[str, str]:
    """The sides of the pair on a card; none if there is no card."""
    form = re.search(r'<form class="answers".*?</form>', page.text, re.DOTALL)
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0] if form else "")
    return {name: unescape(value) for name, value in found}


def wait_for(is_so: Callable[[], bool]) -> None:
    """Waits till something that is done in the background is done."""
    for _ in range(500):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it never came about")
