"""Ranges of a report's text, and the words in them.

The invariant of the whole product: ``text[quote.start:quote.end] == quote.exact``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of Unicode code points in `Report.text`.

    Attributes:
        start: First code point, counted from 0 (inclusive).
        end: First code point after the range (exclusive); greater than `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def holds(self, other: Span | Quote) -> bool:
        """Whether `other` lies in this range from end to end."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span | Quote) -> bool:
        """Whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span together with the words in it.

    Attributes:
        start: First code point in `Report.text` (inclusive).
        end: First code point after it (exclusive).
        exact: The words, letter for letter: as long as the range.
    """

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.exact or self.end - self.start != len(self.exact):
            raise ValueError(f"{self.exact!r} does not fill {self.start}..{self.end}")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def holds(self, other: Span | Quote) -> bool:
        """Whether `other` lies in this range from end to end."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span | Quote) -> bool:
        """Whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


def cut(text: str, start: int, end: int) -> Quote:
    """The words of ``text[start:end]`` as a quote; white space at either end is left out.

    Raises:
        ValueError: If the range is empty, blank, or leaves the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}..{end} is no range of a text of {len(text)} code points")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Quote(start, start + len(words), words)
