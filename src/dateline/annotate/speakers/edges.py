"""What is no part of a content though the parse or the reader hangs it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate.speakers.context import Context, Draft, Range
from dateline.annotate.speakers.quotations import QUOTATION_MARKS
from dateline.annotate.speakers.tags import tagged
from dateline.records import Token

_ANONYMITY = {"on", "condition", "the", "of", "anonymity"}
_FEW, _MANY = 10, 200
"""Words of what is looked through whole: longer content is left as it is."""
_FINITE = ("VBD", "VBZ", "VBP")


def trimmed(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The attributions whose content has neither its speaker nor a later reporting clause.

    "A clerk said that they met, the Ledger reported": the clerk does not say the last words.
    Those that have no other content are left out.
    """
    ends: dict[int, int] = {}
    for draft in drafts:
        words = tagged(context, context.tokens[draft.head])
        if words is not None:
            ends[context.tokens[draft.head].sentence] = words[1]
    found = []
    for draft in drafts:
        content = [part for words in draft.content for part in _parts(context, draft, words, ends)]
        if content:
            found.append(replace(draft, content=tuple(dict.fromkeys(content))))
    return found


def _parts(context: Context, draft: Draft, words: Range, ends: dict[int, int]) -> Iterator[Range]:
    first, last = words
    tokens = context.tokens
    head = tokens[draft.head]
    end = ends.get(tokens[first].sentence)
    if end is not None and first < end and tokens[first].sentence == head.sentence:
        last = min(last, end)
    is_which = tokens[min(draft.cue[1], len(tokens) - 1)].text == "which" and first < draft.head
    if is_which or _is_contrast(context, draft, words):
        return
    if head.pos in ("VERB", "AUX"):
        last = _before_own_act(context, draft, (first, last))
    if draft.credited is None or head.pos not in ("VERB", "AUX", "ADP"):
        yield first, last
        return
    begin, stop = context.under(draft.credited)
    if not begin <= draft.head < stop:
        if begin <= first < stop:
            first = stop
        if begin < last <= stop:
            last = begin
    if last - first > _FEW or _says_something(tokens[first:last]):
        yield first, last


def _says_something(words: Sequence[Token]) -> bool:
    """Whether there is more than marks and "on condition of anonymity"."""
    said = [t for t in words if t.pos not in ("PUNCT", "SPACE", "CCONJ")]
    return bool(said) and not all(t.text.casefold() in _ANONYMITY for t in said)


def _is_contrast(context: Context, draft: Draft, words: Range) -> bool:
    """Whether a later part is what the report sets against it: "they met, he said, but …"."""
    first, last = words
    if first < draft.head or all(a >= draft.head for a, _ in draft.content):
        return False
    begin = first
    while begin < last and context.tokens[begin].pos in ("PUNCT", "SPACE"):
        begin += 1
    if begin == last or context.tokens[begin].text != "but":
        return False
    return all(t.text not in QUOTATION_MARKS for t in context.tokens[first : first + _FEW])


def _before_own_act(context: Context, draft: Draft, words: Range) -> int:
    """The end of a content without what its speaker does next: "… but denied that he left".

    A second verb without a subject of its own that stands in the form of the first goes on with
    the sentence, not with the clause that is credited.
    """
    first, last = words
    head = context.tokens[draft.head]
    if first < draft.head or head.tag not in _FINITE or last - first > _MANY:
        return last
    top = context.head_of((first, last), "VERB", "AUX")
    for verb in context.grammar.children(top.index, "conj"):
        if _goes_on(context, verb, head) and first < verb.index < last:
            joint = [c.index for c in context.grammar.children(top.index, "cc")]
            return max((i for i in joint if i < verb.index), default=verb.index)
    return last


def _goes_on(context: Context, verb: Token, head: Token) -> bool:
    known = context.cues.verbs.get(verb.lemma.casefold())
    own = context.grammar.children(verb.index, "nsubj", "nsubjpass", "aux", "auxpass", "expl")
    clauses = context.grammar.children(verb.index, "ccomp", "xcomp")
    return known is not None and verb.tag == head.tag and not own and bool(clauses)
