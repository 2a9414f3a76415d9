"""What stands between quotation marks, also where it runs over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Token

_OPENING = {"“", "``", "«"}
_CLOSING = {"”", "»"}
_EITHER = {'"', "''"}
QUOTATION_MARKS = frozenset(_OPENING | _CLOSING | _EITHER)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included.

    Attributes:
        number: Its place among the quotations of the text, from 0.
        first, last: Tokens, half-open; it ends with its paragraph.
        paragraph: Number of its paragraph.
        goes_on: Whether the paragraph before left a quotation open that this one continues.
    """

    number: int
    first: int
    last: int
    paragraph: int
    goes_on: bool


class Quotations:
    """The quotations of a text; one in another is part of it."""

    def __init__(self, tokens: Sequence[Token], paragraphs: Sequence[int]) -> None:
        self.all = find_quotations(tokens, paragraphs)
        self._firsts = [quotation.first for quotation in self.all]

    def at(self, token: int) -> Quotation | None:
        """The quotation that a token stands in."""
        number = bisect_right(self._firsts, token) - 1
        found = self.all[number] if number >= 0 else None
        return found if found is not None and token < found.last else None


def find_quotations(tokens: Sequence[Token], paragraphs: Sequence[int]) -> list[Quotation]:
    """The quotations of a text, in its order; `paragraphs` has the number of each token's."""
    found: list[Quotation] = []
    opened: int | None = None
    left_open = goes_on = False

    def close(first: int, last: int) -> None:
        found.append(Quotation(len(found), first, last, paragraphs[first], goes_on))

    for i in range(len(tokens)):
        is_first = i == 0 or paragraphs[i - 1] != paragraphs[i]
        if is_first:
            if opened is not None:
                close(opened, i)
            left_open, opened = opened is not None, None
        opens, closes = _mark(tokens, i)
        if opened is None and opens:
            opened, goes_on = i, is_first and left_open
        elif opened is not None and closes:
            close(opened, i + 1)
            opened = None
    if opened is not None:
        close(opened, len(tokens))
    return found


def _mark(tokens: Sequence[Token], i: int) -> tuple[bool, bool]:
    """Whether a token may open a quotation, and whether it may close one."""
    text = tokens[i].text
    if text not in _EITHER:
        return text in _OPENING, text in _CLOSING
    after_space = i == 0 or tokens[i - 1].end < tokens[i].start
    before_space = i + 1 == len(tokens) or tokens[i].end < tokens[i + 1].start
    if after_space == before_space:  # `5" ` or ` " `: it may be either
        return True, True
    return after_space, before_space
