"""What one report repeats of another's text, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["whole", "cut", "edited", "shared"]
"""The same text; a part of it; the text in partly other words; no copy, but text in common."""


@dataclass(frozen=True, slots=True, order=True)
class SharedPassage:
    """A passage of a report and the one of another report that says the same in the same words.

    A few words in between may be others.

    Attributes:
        start, end: In the report's text, half-open code points.
        other_start, other_end: In the other's text.
    """

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """What a report repeats of another.

    Attributes:
        report, of: Ids; of a copy, the one that repeats, and the one whose text it is.
        share: How much of the report's body stands in the other's, from 0 to 1; words such as
            "the" do not count.
        passages: In the order of the report's text, without overlap in it.
    """

    report: str
    of: str
    kind: CopyKind
    share: float
    passages: tuple[SharedPassage, ...]

    @property
    def is_copy(self) -> bool:
        """Whether it only repeats the other, and counts once with it."""
        return self.kind != "shared"
