"""What is credited: clauses of the parse and the reader's pieces, quotations to their end."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.annotate.speakers.context import Context, Draft, Range, gap
from dateline.annotate.speakers.marks import Marks
from dateline.annotate.speakers.quotations import Quotation, Quotations

_SHORTEST = 3
"""Words: a shorter piece that belongs to no cue is left out."""
_NEAR = 2
"""Words between a piece and an attribution of the same sentence that it is part of."""
_TRIES = 4


def with_contents(
    context: Context, drafts: Sequence[Draft], marks: Marks, quotations: Quotations
) -> list[Draft]:
    """The attributions with all that is theirs; those that credit nothing are left out.

    Args:
        drafts: In the order of their cues.
    """
    used: set[Range] = set()
    extended = [replace(d, content=_extended(d, marks, used)) for d in drafts]
    filled = []
    for draft in extended:
        piece = None if draft.content else marks.contents.nearest(draft.cue, used)
        if piece is not None:
            used.add(piece)
            draft = replace(draft, content=(piece,))
        if draft.content:
            filled.append(draft)
    left = [p for p in marks.contents.all if p not in used and p[1] - p[0] >= _SHORTEST]
    return _Shared(context, filled, quotations).with_pieces(left)


def _extended(draft: Draft, marks: Marks, used: set[Range]) -> tuple[Range, ...]:
    """The content that the parse gives, each range with the pieces that it shares words with."""
    found = []
    for words in draft.content:
        for piece in marks.contents.overlapping(words):
            used.add(piece)
            both = min(words[0], piece[0]), max(words[1], piece[1])
            if not (both[0] < draft.cue[1] and draft.cue[0] < both[1]):
                words = both
        found.append(words)
    return tuple(dict.fromkeys(found))


class _Shared:
    """Shares out the pieces that no cue governs: those of quotations, and neighbours."""

    def __init__(self, context: Context, drafts: Sequence[Draft], quotations: Quotations) -> None:
        self._context = context
        self._drafts = drafts
        self._quotations = quotations
        self._paragraphs = context.paragraphs
        self._cues = [draft.cue[0] for draft in drafts]
        self._by_sentence: defaultdict[int, list[int]] = defaultdict(list)
        for number, draft in enumerate(drafts):
            self._by_sentence[context.tokens[draft.head].sentence].append(number)
        self._owners = self._quoting()

    def _quoting(self) -> dict[int, int]:
        """Numbers of quotations that hold content, each with that of its attribution."""
        owners: dict[int, int] = {}
        for number, draft in enumerate(self._drafts):
            around = self._quotations.at(draft.head)
            for first, last in draft.content:
                for place in (first, min(first + 1, last - 1), last - 1):
                    quotation = self._quotations.at(place)
                    if quotation is not None and quotation != around:
                        owners.setdefault(quotation.number, number)
        return owners

    def with_pieces(self, pieces: Iterable[Range]) -> list[Draft]:
        """The attributions with the pieces that belong to one of them."""
        added: defaultdict[int, list[Range]] = defaultdict(list)
        apart: list[Draft] = []
        for piece in pieces:
            quotation = self._quotations.at((piece[0] + piece[1]) // 2)
            owner = None if quotation is None else self._owner(quotation)
            if owner is None:
                owner = self._neighbour(piece)
                if owner is not None and self._gap(owner, piece) > _NEAR:
                    apart.append(replace(self._drafts[owner], content=(piece,)))
                    continue
            if owner is not None:
                added[owner].append(piece)
        found = [replace(d, content=(*d.content, *added[i])) for i, d in enumerate(self._drafts)]
        return found + apart

    def _owner(self, quotation: Quotation) -> int | None:
        """The attribution of a quotation.

        It is that of words in it; else that of the sentence where it begins or ends; else that
        of the quotation before, if the paragraph is the same or goes on with it; else the one
        before it in the paragraph, the one after it, or the last one of the paragraph before.
        """
        if quotation.number not in self._owners:
            found = self._beside(quotation)
            if found is None:
                found = self._continued(quotation)
            if found is None:
                found = self._around(quotation)
            if found is None:
                return None
            self._owners[quotation.number] = found
        return self._owners[quotation.number]

    def _beside(self, quotation: Quotation) -> int | None:
        tokens = self._context.tokens
        words = (quotation.first, quotation.last)
        sentences = sorted({tokens[words[0]].sentence, tokens[words[1] - 1].sentence})
        near = [
            number
            for sentence in sentences
            for number in self._near(self._by_sentence[sentence], words[0])
            if not words[0] <= self._drafts[number].head < words[1]
        ]
        return min(near, key=lambda n: gap(self._drafts[n].cue, words), default=None)

    def _continued(self, quotation: Quotation) -> int | None:
        before = self._quotations.all[quotation.number - 1] if quotation.number else None
        if before is None or before.number not in self._owners:
            return None
        first = quotation.first
        opens = first == 0 or self._paragraphs[first - 1] != quotation.paragraph
        apart = quotation.paragraph - before.paragraph
        follows = apart == 0 or (apart == 1 and (opens or quotation.goes_on))
        return self._owners[before.number] if follows else None

    def _around(self, quotation: Quotation) -> int | None:
        place = bisect_left(self._cues, quotation.first)
        paragraph = quotation.paragraph
        for number, wanted in (
            (place - 1, paragraph),
            (place, paragraph),
            (place - 1, paragraph - 1),
        ):
            if 0 <= number < len(self._cues) and self._paragraphs[self._cues[number]] == wanted:
                return number
        return None

    def _neighbour(self, piece: Range) -> int | None:
        """The nearest attribution of the same sentence."""
        numbers = self._by_sentence[self._context.tokens[piece[0]].sentence]
        near = self._near(numbers, piece[0])
        return min(near, key=lambda n: self._gap(n, piece), default=None)

    def _gap(self, number: int, piece: Range) -> int:
        draft = self._drafts[number]
        return min(gap(piece, words) for words in (draft.cue, *draft.content))

    def _near(self, numbers: Sequence[int], place: int) -> Sequence[int]:
        """A few attributions of one sentence around a place, so that cost stays linear."""
        at = bisect_left(numbers, place, key=lambda n: self._cues[n])
        return numbers[max(0, at - _TRIES) : at + _TRIES]
