"""The reports of the set `copies`: some copy others, some only look as if they did.

Each report has a head of its own: title, byline, dateline, outlet. A quarter of the cut copies came
out before the full text. The same seed and texts give the same reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from dateline.read import read_bytes
from dateline.records import Report
from evaluation.copies_edits import KINDS
from evaluation.copies_stories import (
    FORMS,
    Paragraphs,
    fill_form,
    invent_name,
    make_story,
    quote_statement,
    tell_twice,
)

FIRST_DAY = date(2024, 3, 1)
LEAST_WORDS, MOST_WORDS = 60, 450
"""A stretch of a long text of between so many words is a body."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report of the set and what is known of it.

    Attributes:
        story: The number of the text that it tells or copies.
        kind: Of copy; else "" for the text that others copy or nobody does, or what makes it look
            like a copy: "own words", "form", "statement".
        way: How the copy was made, or which form it fills.
    """

    report: Report
    story: int
    kind: str = ""
    way: str = ""

    @property
    def is_copy(self) -> bool:
        return self.kind in KINDS


def make_reports(seed: str, count: int, texts: Sequence[Paragraphs] = ()) -> list[Made]:
    """`count` reports, a fifth of them copies and a seventh that look like one, in mixed order.

    Args:
        texts: Bodies to begin with; when they are used up the rest are made up.
    """
    chance = Random(seed)
    desk = _Desk(chance)
    copies = count // 5
    made = list(_look_alikes(desk, count // 7))
    bodies = [*texts][: count - copies - len(made)]
    while len(made) + len(bodies) + copies < count:
        bodies.append(make_story(chance))
    chance.shuffle(bodies)
    stories = [desk.publish(body) for body in bodies]
    made += stories
    ways = [(kind, way) for kind, some in KINDS.items() for way in some * (4 // len(some))]
    chosen = chance.choices(range(len(bodies)), k=copies)
    for number, origin in enumerate(chosen):
        made.append(desk.copy(stories[origin], bodies[origin], *ways[number % len(ways)]))
    chance.shuffle(made)
    return made


def read_stretches(folder: Path) -> list[Paragraphs]:
    """The texts of a folder in stretches of paragraphs, by the name of the file."""
    found: list[Paragraphs] = []
    for path in sorted(folder.glob("*.txt")):
        stretch: Paragraphs = []
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")[1:]:
            words = len(" ".join(stretch).split())
            if words + len(paragraph.split()) > MOST_WORDS and words >= LEAST_WORDS:
                found.append(stretch)
                stretch = []
            stretch.append(" ".join(paragraph.split()))
        if LEAST_WORDS <= len(" ".join(stretch).split()) <= 2 * MOST_WORDS:
            found.append(stretch)
    return found


def _look_alikes(desk: _Desk, count: int) -> Iterator[Made]:
    """Reports that are no copies, though each has words in common with another."""
    pairs: tuple[tuple[str, Callable[[Random], tuple[Paragraphs, Paragraphs]]], ...] = (
        ("own words", tell_twice), ("statement", quote_statement),
    )  # fmt: skip
    for number in range(count // 6):
        form = FORMS[number % len(FORMS)]
        for body in fill_form(desk.chance, form):
            yield desk.publish(body, "form", form)
    for number in range(count // 3):
        kind, make = pairs[number % 2]
        for body in make(desk.chance):
            yield desk.publish(body, kind)


class _Desk:
    """Gives each body its head, day and outlet."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._next = 0

    def publish(self, body: Paragraphs, kind: str = "", way: str = "") -> Made:
        """A text of its own."""
        day = FIRST_DAY + timedelta(days=self.chance.randrange(300))
        self._next += 1
        return Made(self._set(body, day), self._next, kind, way)

    def copy(
        self, origin: Made, body: Paragraphs, kind: str,
        way: Callable[[Paragraphs, Random], Paragraphs],
    ) -> Made:  # fmt: skip
        """A copy of a text, made in a way; of the cut ones a quarter came out before it."""
        day = date.fromisoformat(origin.report.published_on or FIRST_DAY.isoformat())
        is_early = kind == "cut" and self.chance.random() < 0.25
        day += timedelta(days=-1 if is_early else self.chance.randint(1, 3))
        report = self._set(way(body, self.chance), day)
        return Made(report, origin.story, kind, f"{way.__name__}{', before' if is_early else ''}")

    def _set(self, body: Paragraphs, day: date) -> Report:
        chance = self.chance
        title = " ".join(make_story(chance, 1)[0].rstrip(".").split()[:9]).strip("“”,")
        town, outlet = invent_name(chance), f"{invent_name(chance)} Post"
        head = [title]
        if chance.random() < 0.5:
            head.append(f"By {invent_name(chance)} {invent_name(chance)}")
        opening = f"{town.upper()}, {day:%B} {day.day}, {day.year} ({outlet}) — "
        text = "\n\n".join([*head, opening + body[0], *body[1:]])
        return read_bytes(text.encode(), f"{day.isoformat()}-{invent_name(chance)}.txt")
