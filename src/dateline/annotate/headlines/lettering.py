"""A headline in capitals, or with a capital on every word, in ordinary case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dateline.annotate.casing.capitals import SHARE, write_word
from dateline.annotate.casing.model import Case, Word, cut_words, decide_cases, shape
from dateline.annotate.casing.names import settle
from dateline.annotate.casing.words import load_forms
from dateline.records import Chain, Token

_TITLED = 0.7
"""Of the words that ordinary case writes small, those with a capital: from here on all have one."""
_SHORTEST = 4
"""Letters of the words that tell: headlines leave "of" and "the" small."""
_LONGEST_NAME = 6

Words = tuple[str, ...]


class Letters:
    """How the body of a report writes its words.

    Args:
        tokens: Of the body.
        chains: Whom it names.
    """

    def __init__(self, tokens: Sequence[Token], chains: Iterable[Chain]) -> None:
        self._small = Counter(t.text for t in tokens if t.text.islower())
        self._named = Counter(
            t.text
            for before, t in pairwise(tokens)
            if t.text[:1].isupper() and t.pos == "PROPN" and t.sentence == before.sentence
        )
        self._by_lower: dict[str, str] = {}
        for word, _ in sorted(self._named.items(), key=lambda pair: (pair[1], pair[0])):
            self._by_lower[word.casefold()] = word
        self._names: dict[Words, Words] = {}
        for chain in chains:
            for name in chain.names:
                words = _words_of(name)
                if 0 < len(words) <= _LONGEST_NAME:
                    self._names.setdefault(tuple(w.casefold() for w in words), words)
                if chain.schema == "Person" and len(words) > 1 and len(words[-1]) > 2:
                    self._names.setdefault((words[-1].casefold(),), words[-1:])

    def write(self, text: str, start: int, end: int) -> str:
        """The text with this range in ordinary case, of the same length."""
        line = text[start:end]
        words = cut_words(line)
        in_capitals = _is_in_capitals(line)
        if not words or not (in_capitals or self._has_capitals_throughout(line, words)):
            return text
        cases: Sequence[Case] = settle(words, decide_cases(words), frozenset())
        known = self._known(words)
        pieces, at = [], 0
        for i, (word, case) in enumerate(zip(words, cases, strict=True)):
            printed = line[word.start : word.end]
            pieces += [
                line[at : word.start],
                self._written(printed, word, case, known.get(i), in_capitals),
            ]
            at = word.end
        return text[:start] + "".join(pieces) + line[at:] + text[end:]

    def _written(
        self, printed: str, word: Word, case: Case, known: str | None, in_capitals: bool
    ) -> str:
        if known is not None and len(known) == len(printed):
            return known
        as_named = self._by_lower.get(word.lower)
        counts = self._small[word.lower], self._named[as_named] if as_named else 0
        if max(counts) > 0 and not word.opens:
            chosen = as_named if as_named is not None and counts[1] > counts[0] else word.lower
            if len(chosen) == len(printed):
                return chosen
        if not in_capitals and shape(printed) == "u":
            return printed
        return write_word(printed, word, case) if in_capitals or case == "l" else printed

    def _known(self, words: Sequence[Word]) -> Mapping[int, str]:
        """The words of names that the body has, as it writes them, the longest first."""
        found: dict[int, str] = {}
        at = 0
        while at < len(words):
            step = 1
            for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                run = tuple(
                    w.lower.removesuffix("'s").removesuffix("’s") for w in words[at : at + length]
                )
                name = self._names.get(run)
                if name is not None:
                    for i, part in enumerate(name):
                        rest = words[at + i].lower[len(part) :]
                        found[at + i] = part + rest
                    step = length
                    break
            at += step
        return found

    def _has_capitals_throughout(self, line: str, words: Sequence[Word]) -> bool:
        """Whether words have capitals that ordinary case writes small."""
        forms = load_forms()
        telling = [
            line[w.start]
            for w in words[1:]
            if len(w.lower) >= _SHORTEST and set(forms.of(w.lower)) & {"l", "i"}
        ]
        capitals = sum(map(str.isupper, telling))
        return len(telling) > 0 and capitals >= _TITLED * len(telling)


def _is_in_capitals(line: str) -> bool:
    letters = [c for c in line if c.isupper() or c.islower()]
    capitals = sum(map(str.isupper, letters))
    return len(line.split()) > 1 and capitals > 0 and capitals >= SHARE * len(letters)


def _words_of(name: str) -> Words:
    return tuple(name[word.start : word.end] for word in cut_words(name))
