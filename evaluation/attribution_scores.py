"""How right attributions are: words by role, and whole attributions, one to one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.records import Token
from evaluation.benchmark import Figures
from evaluation.polnear import ROLES, Credit, CreditedText, Extent, Role

HALF = 0.5
"""How much of the content, intersection over union of words, two attributions must share."""
_OPENS = re.compile(r"[\"“”„«]")
_CLOSES = re.compile(r"[,.;:?!…]{0,2}[\"“”»]")


@dataclass(frozen=True, slots=True)
class Found:
    """What a system finds in one text."""

    marks: Mapping[Role, Sequence[Extent]]
    credits: Sequence[Credit]


def from_credits(credits: Sequence[Credit]) -> Found:
    """What a system finds that marks nothing but attributions."""
    return Found(
        {
            "source": [e for c in credits for e in c.source],
            "cue": [e for c in credits for e in c.cue],
            "content": [e for c in credits for e in c.content],
        },
        credits,
    )


@dataclass(slots=True)
class Tally:
    """Counts over texts, each by what is counted: a role, "attribution", "direct", "indirect".

    A pair counts as right for the kind of its labelled side among what was there, and for that of
    its found side among what was found.
    """

    found: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    right_found: Counter[str] = field(default_factory=Counter)
    right_there: Counter[str] = field(default_factory=Counter)

    def figures(self) -> Figures:
        """Precision, recall and F1 of each; what is labelled nowhere is left out."""
        figures: dict[str, float] = {}
        for name in (*ROLES, "attribution", "direct", "indirect"):
            if self.there[name]:
                precision = self.right_found[name] / max(1, self.found[name])
                recall = self.right_there[name] / self.there[name]
                both = precision + recall
                figures[f"{name}_p"], figures[f"{name}_r"] = precision, recall
                figures[f"{name}_f1"] = 2 * precision * recall / both if both else 0.0
        return figures


class Words:
    """The words of a text, and which of them a range covers."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._heads = {t.index: t.head for t in tokens}
        kept = [t for t in tokens if t.text.strip()]
        self._indices = [t.index for t in kept]
        self._starts = [t.start for t in kept]
        self._ends = [t.end for t in kept]

    def of(self, extents: Iterable[Extent]) -> frozenset[int]:
        """The words that share a code point with one of the ranges."""
        found: set[int] = set()
        for start, end in extents:
            first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
            found.update(self._indices[first:last])
        return frozenset(found)

    def head(self, words: frozenset[int]) -> int | None:
        """The first of some words that hangs on none of the others."""
        tops = (i for i in sorted(words) if self._heads[i] == i or self._heads[i] not in words)
        return next(tops, None)


def count(tally: Tally, text: CreditedText, words: Words, found: Found) -> None:
    """Add what was found in one text."""
    for role in ROLES:
        ours, theirs = words.of(found.marks[role]), words.of(text.marks[role])
        tally.found[role] += len(ours)
        tally.there[role] += len(theirs)
        tally.right_found[role] += len(ours & theirs)
        tally.right_there[role] += len(ours & theirs)
    pairs = pair(text.credits, found.credits, words)
    for credit in found.credits:
        _add(tally.found, text.text, credit)
    for credit in text.credits:
        _add(tally.there, text.text, credit)
    for labelled, ours_ in pairs:
        _add(tally.right_there, text.text, labelled)
        _add(tally.right_found, text.text, ours_)


def _add(counter: Counter[str], text: str, credit: Credit) -> None:
    counter["attribution"] += 1
    counter["direct" if is_direct(text, credit) else "indirect"] += 1


def is_direct(text: str, credit: Credit) -> bool:
    """Whether the content stands in quotation marks, from its first word to its last."""
    start, end = credit.content[0][0], credit.content[-1][1]
    opens = _OPENS.search(text, max(0, start - 1), start + 1)
    closes = _CLOSES.match(text, end - 1) or _CLOSES.match(text, end)
    return opens is not None and closes is not None


def pair(
    labelled: Sequence[Credit], found: Sequence[Credit], words: Words
) -> list[tuple[Credit, Credit]]:
    """Attributions that agree, each in one pair at most, those with most content in common first.

    They agree if they share half of their content and the head of the source that was found is a
    word of the labelled source, or neither names one.
    """
    sources = [words.of(c.source) for c in labelled]
    heads = [words.head(words.of(c.source)) for c in found]
    contents = [words.of(c.content) for c in labelled]
    ours = [words.of(c.content) for c in found]
    candidates = [
        (-share, i, j)
        for i, content in enumerate(contents)
        for j, other in enumerate(ours)
        if (share := _overlap(content, other)) >= HALF
        and (heads[j] in sources[i] if sources[i] else heads[j] is None)
    ]
    left, right = set(range(len(labelled))), set(range(len(found)))
    pairs = []
    for _, i, j in sorted(candidates):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((labelled[i], found[j]))
    return pairs


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    return shared / len(one | other) if shared else 0.0
