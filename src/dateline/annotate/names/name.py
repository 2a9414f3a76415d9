"""A name in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Span, Token

NameKind = Literal["person", "organization", "country", "place", "other"]
"""What a name is a name of. Peoples, tongues, occasions and works are "other"."""

POSSESSIVES = frozenset(["'s", "’s", "'", "’"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    Attributes:
        start, end: Code points, half-open; titles in front are outside.
        first, last: Tokens, half-open.
        title: Tokens of the title in front, half-open; None without one.
        bracketed: Whether it is an acronym in brackets.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    kind: NameKind
    title: tuple[int, int] | None = None
    bracketed: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def name_of(
    tokens: Sequence[Token],
    first: int,
    last: int,
    title: tuple[int, int] | None = None,
    bracketed: bool = False,
) -> Name:
    """The name that these tokens are, without the possessive at its end, of no kind yet."""
    while last - first > 1 and tokens[last - 1].text in POSSESSIVES:
        last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    parts = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
        parts.append(" " * min(1, token.start - before.end) + token.text)
    return Name("".join(parts), start, end, first, last, "other", title, bracketed)
