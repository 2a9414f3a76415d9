"""What became of each sentence of a text in a later one: kept, changed, withdrawn or new.

Sentences of the same words are kept, wherever they stand; of the others those that share most of
their words are one that was changed. The work stays in step with the texts, whatever they hold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from dateline.records import ChangeState, PassageChange, Quote, cut

SIMILAR = 0.5
"""Two sentences are one that was changed if at least this share of their words is in both, in
order. A sentence with another name and number still has three in four; two sentences on one matter
seldom have two in five."""

_END = re.compile(r"\n+|[.!?…][\"'”’»)\]]{0,3}(?=\s)|(?<=\S)\s{2,}")
_MOST_WORDS = 120
"""A longer stretch without an end is cut, so that no comparison is long."""
_RARE = 40
"""A word in more sentences does not tell which two might be one."""
_MOST_NEAR = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text, and its words without case and punctuation."""

    quote: Quote
    words: tuple[str, ...] = field(repr=False)


def read_passages(text: str, start: int = 0) -> list[Passage]:
    """The sentences of a text from a code point on, roughly: an abbreviation may end one."""
    found = []
    for begin, end in _cuts(text, start):
        words = _words(text[begin:end])
        if words:
            found.append(Passage(cut(text, begin, end), words))
    return found


def _cuts(text: str, start: int) -> Iterator[tuple[int, int]]:
    for end in (*(found.end() for found in _END.finditer(text, start)), len(text)):
        if text[start:end].strip():
            yield from _cut_long(text, start, end)
        start = end


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    spaces = [start + found.end() for found in re.finditer(r"\s+", text[start:end])]
    for place in (*spaces[_MOST_WORDS - 1 :: _MOST_WORDS], end):
        if text[start:place].strip():
            yield start, place
        start = place


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def compare_passages(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[PassageChange, ...]:
    """What became of each old passage, in their order; then the new ones, in theirs."""
    same = _same_words(old, new)
    pairs = {**same, **_similar(old, new, same)}
    changes = []
    for number, passage in enumerate(old):
        other = pairs.get(number)
        if other is None:
            changes.append(PassageChange("withdrawn", passage.quote, None))
        else:
            state: ChangeState = "kept" if number in same else "changed"
            changes.append(PassageChange(state, passage.quote, new[other].quote))
    found = set(pairs.values())
    changes += [
        PassageChange("new", None, passage.quote)
        for number, passage in enumerate(new)
        if number not in found
    ]
    return tuple(changes)


def _same_words(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Old to new of the same words; of several in each text the first to the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in reversed(range(len(new))):
        places[new[number].words].append(number)
    return {
        number: places[passage.words].pop()
        for number, passage in enumerate(old)
        if places.get(passage.words)
    }


def _similar(
    old: Sequence[Passage], new: Sequence[Passage], same: dict[int, int]
) -> dict[int, int]:
    """Old to new of those that are left and share most of their words, the most alike first."""
    left = [number for number in range(len(old)) if number not in same]
    taken = set(same.values())
    index: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(new):
        if number not in taken:
            for word in set(passage.words):
                index[word].append(number)
    scored = []
    for number in left:
        for other in _near(old[number], index, number):
            share = Indel.normalized_similarity(old[number].words, new[other].words)
            if share >= SIMILAR:
                scored.append((-share, abs(number - other), number, other))
    pairs: dict[int, int] = {}
    for *_, number, other in sorted(scored):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def _near(passage: Passage, index: dict[str, list[int]], number: int) -> list[int]:
    """The passages that share most of the words that few passages have."""
    shared = Counter(
        other
        for word in sorted(set(passage.words))
        if 0 < len(index.get(word, ())) <= _RARE
        for other in index[word]
    )
    ranked = sorted(shared, key=lambda one: (-shared[one], abs(one - number), one))
    return ranked[:_MOST_NEAR]
