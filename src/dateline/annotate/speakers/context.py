"""What the finding of attributions looks things up in, and what it finds before it is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.cues import Cues
from dateline.annotate.knowledge import Knowledge
from dateline.records import Certainty, Chain, Grammar, KnownBy, Source, Token

Range = tuple[int, int]
"""Tokens, half-open."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its words are cut.

    Attributes:
        head: The word that credits.
        cue: That word with others that credit.
        sources: Origin first.
        content: Ranges in any order.
        credited: The head of the words that name who is credited; None if nobody is named.
    """

    head: int
    cue: Range
    sources: tuple[Source, ...]
    content: tuple[Range, ...]
    known_by: KnownBy
    certainty: Certainty
    credited: int | None = None


class Context:
    """A report's grammar, its chains by their words, the word lists, and the recordings met."""

    def __init__(
        self,
        grammar: Grammar,
        at: Mapping[int, tuple[Chain, ...]],
        cues: Cues,
        knowledge: Knowledge,
    ) -> None:
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.at = at
        self.cues = cues
        self.knowledge = knowledge
        self.recordings: dict[str, str] = {}
        self.paragraphs = _paragraphs(grammar)
        """For each token the number of its paragraph, from 0."""
        self._first, self._last = _edges(grammar.tokens)

    def under(self, index: int) -> Range:
        """The words from the first to the last of those that depend on a word."""
        return self._first[index], self._last[index] + 1

    def head_of(self, words: Range, *kinds: str) -> Token:
        """The first word of a range that hangs on none of the others, at best a `kinds` one.

        Args:
            kinds: Parts of speech.
        """
        first, last = words
        within = self.tokens[first:last]
        tops = [t for t in within if t.head == t.index or not first <= t.head < last]
        return next((t for t in tops if t.pos in kinds), tops[0] if tops else within[0])


def gap(one: Range, other: Range) -> int:
    """How many words lie between two ranges; 0 if they touch or overlap."""
    return max(other[0] - one[1], one[0] - other[1], 0)


def _edges(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """The first and the last word of what depends on each word, itself included."""
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    waiting = [0] * len(tokens)
    for token in tokens:
        if token.head != token.index:
            waiting[token.head] += 1
    ready = [i for i, count in enumerate(waiting) if not count]
    while ready:
        i = ready.pop()
        head = tokens[i].head
        if head == i:
            continue
        first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return first, last


def _paragraphs(grammar: Grammar) -> list[int]:
    numbers: list[int] = []
    number, end = 0, 0
    for token in grammar.tokens:
        number += "\n" in grammar.text[end : token.start]
        numbers.append(number)
        number += "\n" in token.text
        end = token.end
    return numbers
