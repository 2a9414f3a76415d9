"""What the reader says of attribution: how sure it is of each word, and its runs of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dateline.annotate.reader import Reading
from dateline.annotate.reader.reading import OUTSIDE
from dateline.annotate.speakers.context import Range, gap
from dateline.records import Token

SEEN = 0.4
"""The share from which on a word counts as marked."""
_JOINED = 6
"""Words: pieces of content of one sentence that are no further apart are one."""
_TRIES = 8
"""Ranges on either side of a place that are looked at for the nearest one."""


class Marks:
    """The shares of source, cue and content of each word, and the runs of marked words."""

    def __init__(self, reading: Reading, tokens: Sequence[Token]) -> None:
        every = range(len(tokens))
        self.source = [1 - reading.share("source", i, OUTSIDE) for i in every]
        self.cue = [1 - reading.share("cue", i, OUTSIDE) for i in every]
        self.content = [1 - reading.share("content", i, OUTSIDE) for i in every]
        self._tokens = tokens
        self.sources = Ranges(_runs(self.source, tokens), tokens)
        self.cues = Ranges(_runs(self.cue, tokens), tokens)
        self.contents = Ranges(self._joined(_runs(self.content, tokens)), tokens)

    def _joined(self, pieces: Iterable[Range]) -> Iterator[Range]:
        """Pieces of one sentence with little between them that is neither source nor cue."""
        kept: Range | None = None
        for piece in pieces:
            if kept is not None and self._is_one(kept, piece):
                kept = (kept[0], piece[1])
                continue
            if kept is not None:
                yield kept
            kept = piece
        if kept is not None:
            yield kept

    def _is_one(self, one: Range, other: Range) -> bool:
        return (
            gap(one, other) <= _JOINED
            and self._tokens[one[0]].sentence == self._tokens[other[0]].sentence
            and all(max(self.cue[i], self.source[i]) < SEEN for i in range(one[1], other[0]))
        )


class Ranges:
    """Ranges in text order, none of which overlap, each in one sentence."""

    def __init__(self, ranges: Iterable[Range], tokens: Sequence[Token]) -> None:
        self.all = tuple(ranges)
        self._firsts = [first for first, _ in self.all]
        self._lasts = [last for _, last in self.all]
        self._tokens = tokens

    def overlapping(self, words: Range) -> tuple[Range, ...]:
        """Those that share a word with a range."""
        begin = bisect_right(self._lasts, words[0])
        return self.all[begin : bisect_left(self._firsts, words[1])]

    def nearest(
        self, words: Range, but: frozenset[Range] | set[Range] = frozenset()
    ) -> Range | None:
        """The nearest in the same sentence that is not one of `but`, of two the first."""
        sentence = self._tokens[words[0]].sentence
        place = bisect_left(self._firsts, words[0])
        near = [
            found
            for found in self.all[max(0, place - _TRIES) : place + _TRIES]
            if found not in but and self._tokens[found[0]].sentence == sentence
        ]
        return min(near, key=lambda found: gap(found, words), default=None)


def _runs(shares: Sequence[float], tokens: Sequence[Token]) -> Iterator[Range]:
    """Runs of marked words, each in one sentence."""
    marked = [i for i, share in enumerate(shares) if share >= SEEN and tokens[i].text.strip()]
    places = enumerate(marked)
    for _, run in groupby(places, lambda pair: (pair[1] - pair[0], tokens[pair[1]].sentence)):
        found = [i for _, i in run]
        yield found[0], found[-1] + 1
