"""The words of a report that may stand in names, and how far one name could reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.records import Token

_BREAKS = frozenset(',;:()\n“”"|')
_JOINT = re.compile(r"[-/–—](?=[^\W\d_])")


class Word(NamedTuple):
    """A token, or a part of one that hyphens or slashes join ("Egypt-US" is two).

    Attributes:
        token: Index of its token.
        is_part: Whether the token holds more than this word.
    """

    start: int
    end: int
    text: str
    token: int
    is_part: bool


class Runs:
    """Words in text order.

    Attributes:
        words: Punctuation is among them, each mark a word.
        ends: For each word one past the last that could stand in one name with it.
        is_capital: For each word whether it begins with a capital letter.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.words = list(_words(tokens))
        self.is_capital = [word.text[:1].isupper() for word in self.words]
        self.ends = self._ends(text, tokens)

    def _ends(self, text: str, tokens: Sequence[Token]) -> list[int]:
        ends: list[int] = []
        end, after = len(self.words), None
        for index in range(len(self.words) - 1, -1, -1):
            word = self.words[index]
            if after is not None and (
                tokens[word.token].sentence != tokens[after.token].sentence
                or "\n" in text[word.end : after.start]
            ):
                end = index + 1
            if word.text[0] in _BREAKS:
                end = index
            ends.append(end)
            after = word
        ends.reverse()
        return ends


def _words(tokens: Sequence[Token]) -> Iterator[Word]:
    for token in tokens:
        text = token.text
        if len(text) > 2 and ("-" in text or "/" in text or "–" in text or "—" in text):
            yield from _parts(token)
        else:
            yield Word(token.start, token.end, text, token.index, False)


def _parts(token: Token) -> Iterator[Word]:
    """The words of a token with hyphens if one of them after the first has a capital."""
    start = 0
    cuts = [found.start() for found in _JOINT.finditer(token.text, 1)]
    if not any(token.text[cut + 1].isupper() for cut in cuts):
        yield Word(token.start, token.end, token.text, token.index, False)
        return
    for cut in [*cuts, len(token.text)]:
        if cut > start:
            text = token.text[start:cut]
            yield Word(token.start + start, token.start + cut, text, token.index, True)
        start = cut + 1
