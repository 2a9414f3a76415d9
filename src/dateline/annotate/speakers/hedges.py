"""Words that hedge inside what somebody is credited with: they are no source beside him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.speakers.context import Context, Draft
from dateline.records import Certainty

_WEAKENING = ("alleged", "planned")
_QUOTING = ("cite", "quote")


def hedged(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The attributions with hedges joined to the named source round them.

    "According to the police, Ray allegedly robbed a bank" and "the Ledger said that she was
    expected to resign" have one source; "was quoted as saying" adds none to the one who is quoted.
    "The Ledger said that Ray reportedly left" has two, for the Ledger has it from others.
    """
    named = [d for d in drafts if not _is_bare(context, d)]
    by_sentence: dict[int, list[Draft]] = {}
    for draft in named:
        for first, _ in draft.content[:_MANY]:
            by_sentence.setdefault(context.tokens[first].sentence, []).append(draft)
    found: list[Draft] = []
    weak: dict[int, Certainty] = {}
    for draft in drafts:
        if not _is_bare(context, draft):
            found.append(draft)
            continue
        near = by_sentence.get(context.tokens[draft.head].sentence, [])[:_MANY]
        around = [d for d in near if any(a <= draft.head < b for a, b in d.content)]
        if _is_quoting(context, draft, near):
            continue
        if around and draft.certainty in _WEAKENING:
            inmost = min(around, key=lambda d: min(b - a for a, b in d.content))
            draft = replace(draft, sources=inmost.sources, known_by=inmost.known_by)
            if _is_of_clause(context, draft, inmost):
                weak[inmost.head] = draft.certainty
        found.append(draft)
    return [replace(d, certainty=weak[d.head]) if d.head in weak else d for d in found]


def _is_of_clause(context: Context, hedge: Draft, outer: Draft) -> bool:
    """Whether a hedge stands in the very clause that somebody is credited with."""
    verb = context.tokens[hedge.head].head
    return any(context.head_of(words, "VERB", "AUX").index == verb for words in outer.content)


_MANY = 40
"""Attributions of one sentence, and ranges of one: more are no news report."""


def _is_bare(context: Context, draft: Draft) -> bool:
    """Whether a cue credits nobody: "allegedly", "is expected to"."""
    return (
        draft.credited is None
        and len(draft.sources) == 1
        and draft.sources[0].kind == "unnamed"
        and context.tokens[draft.head].pos in ("ADV", "VERB", "AUX", "ADJ")
    )


def _is_quoting(context: Context, draft: Draft, near: Sequence[Draft]) -> bool:
    head = context.tokens[draft.head]
    if head.lemma.casefold() not in _QUOTING:
        return False
    return any(first <= d.head < last for d in near for first, last in draft.content)
