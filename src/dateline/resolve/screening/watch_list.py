"""A watch-list while it is read: what it is, how far it came, and which lines it could not read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

ListKind = Literal["ftm", "ofac", "csv"]
EditionFrom = Literal["user", "list", "file"]

MOST_TOLD = 5
"""Lines that could not be read that are told one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A line that could not be read, and what to do about it."""

    line: int
    message: str


@dataclass(slots=True)
class WatchList:
    """What is known of a list; grows while its entries are read.

    Attributes:
        edition: ISO date, or None.
        edition_from: Who says so: the user, the list, or only the date of the file.
        entries: Entries read so far.
        other_kinds: Those left out, by what they are (ships, addresses).
        failed: Lines that could not be read.
        problems: The first of them.
        programs: Id of an entry → what other lines say it is listed under.
    """

    name: str
    kind: ListKind
    edition: str | None = None
    edition_from: EditionFrom | None = None
    entries: int = 0
    other_kinds: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    problems: list[ListProblem] = field(default_factory=list)
    programs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def fail(self, line: int, message: str) -> None:
        """Counts a line that could not be read, and keeps the message of the first few."""
        self.failed += 1
        if len(self.problems) < MOST_TOLD:
            self.problems.append(ListProblem(line, message))

    def see_edition(self, day: str) -> None:
        """Takes in a day on which the list says it was changed or seen: the last counts."""
        if self.edition_from in (None, "file", "list"):
            known = self.edition if self.edition_from == "list" else None
            self.edition, self.edition_from = max(known or day, day), "list"
