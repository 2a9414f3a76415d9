"""Questions about a parse: who governs what, which words make a phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.records.annotations import Token
from dateline.records.mention import Chain
from dateline.records.span import Quote, cut

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


FEW = 50
"""Words under one word that are looked through each time; of more the answer is kept."""


class Grammar:
    """The tokens of a report with the way down from heads, and the phrases they make."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self._children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)
        self._coordinated: dict[int, tuple[Token, ...]] = {}
        self._of_many: dict[tuple[int, tuple[str, ...]], tuple[Token, ...]] = {}
        self._starts = [t.start for t in tokens]
        self._ends = {t.end: t.index for t in tokens}

    def children(self, index: int, *deps: str) -> list[Token]:
        """The words right under a word, in text order; only those of `deps` if given."""
        if not deps or len(self._children[index]) <= FEW:
            found = (self.tokens[i] for i in self._children[index])
            return [t for t in found if not deps or t.dep in deps]
        if (index, deps) not in self._of_many:  # asked for by each word of an endless list
            all_ = (self.tokens[i] for i in self._children[index])
            self._of_many[index, deps] = tuple(t for t in all_ if t.dep in deps)
        return list(self._of_many[index, deps])

    def subtree(self, index: int) -> list[int]:
        """Indices of a word and all that depend on it, in text order."""
        seen, todo = [], [index]
        while todo:
            i = todo.pop()
            seen.append(i)
            todo.extend(self._children[i])
        return sorted(seen)

    def ancestors(self, index: int) -> Iterator[Token]:
        """The words that govern a word, nearest first."""
        token = self.tokens[index]
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def conjuncts(self, index: int) -> list[Token]:
        """A word and those coordinated with it after it, in text order."""
        if index not in self._coordinated:
            self._coordinated[index] = tuple(self._find_conjuncts(index))
        return list(self._coordinated[index])

    def _find_conjuncts(self, index: int) -> list[Token]:
        found, todo = [], [index]
        while todo:
            i = todo.pop()
            found.append(self.tokens[i])
            todo.extend(t.index for t in self.children(i, "conj"))
        return sorted(found, key=lambda t: t.index)

    def phrase(self, index: int) -> Quote:
        """The noun phrase of a head, without its clauses, appositions and conjuncts."""
        first = last = index
        for i in self._children[index]:
            token = self.tokens[i]
            if token.dep in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis"):
                continue
            if i < index:
                first = min(first, *self.subtree(i))
            elif token.dep in ("prep", "bracket", "nmod", "case") and token.text.casefold() in (
                "of",
                "for",
                "'s",
                "’s",
            ):
                last = max(last, *self.subtree(i))
        return cut(self.text, self.tokens[first].start, self.tokens[last].end)

    def head_of(self, words: Quote) -> Token | None:
        """The word of a quote that governs its others; None if it does not end with a word."""
        index = self._ends.get(words.end)
        if index is None:
            return None
        token = self.tokens[index]
        while token.head != token.index:
            head = self.tokens[token.head]
            if not words.start <= head.start < words.end:
                break
            token = head
        return token

    def within(self, words: Quote) -> Sequence[Token]:
        """The tokens that lie in a quote, in text order."""
        first = bisect_left(self._starts, words.start)
        return self.tokens[first : bisect_left(self._starts, words.end)]

    def words(self, first: int, last: int) -> Quote:
        """The quote from one token to another, the last one included."""
        return cut(self.text, self.tokens[first].start, self.tokens[last].end)


def chains_at(grammar: Grammar, chains: Sequence[Chain]) -> dict[int, tuple[Chain, ...]]:
    """For the head word of every mention the chains that it belongs to, in their order."""
    found: dict[int, tuple[Chain, ...]] = {}
    for chain in chains:
        for mention in chain.mentions:
            head = grammar.head_of(mention.words)
            if head is not None:
                found[head.index] = (*found.get(head.index, ()), chain)
    return found
