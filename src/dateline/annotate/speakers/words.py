"""Which words belong to a cue and to a source."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.speakers.context import Context, Draft, Range
from dateline.annotate.speakers.marks import SEEN, Marks
from dateline.records import Source, Token

_BEFORE = {"aux", "auxpass", "neg", "advmod"}
_AFTER = {"prt", "advmod", "npadvmod"}
_LONGEST_BEFORE, _LONGEST_AFTER = 3, 2
"""Words of one adverb and what depends on it."""
_LONGEST_GROUP = 4
"""Words of an occasion, and between a verb and the noun or adjective that it makes a cue with."""
_OF_NAME = {"prep", "appos", "bracket"}
_CLAUSES = {"relcl", "acl", "advcl", "ccomp"}
_LONGEST_SOURCE = 30
"""Words of one apposition or phrase."""
_MADE_WITH = {"dobj", "attr", "acomp", "oprd", "ccomp"}


def with_whole_cue(context: Context, draft: Draft) -> Draft:
    """An attribution whose cue is the whole group of its verb: "has also talked about"."""
    head = context.tokens[draft.head]
    first, last = draft.cue
    if head.pos in ("VERB", "AUX"):
        first, last = _before(context, draft, head, first), _after(context, draft, last)
    verb = _carrier(context, draft, first)
    if verb is not None:
        first = _before(context, draft, verb, verb.index)
    return _with_link(context, replace(draft, cue=(first, last)))


def _before(context: Context, draft: Draft, verb: Token, first: int) -> int:
    while first > 0:
        begin, end = context.under(first - 1)
        word = context.tokens[first - 1]
        fits = word.head == verb.index and word.dep in _BEFORE and end == first
        if not fits or first - begin > _LONGEST_BEFORE or _is_taken(draft, (begin, end)):
            break
        first = begin
    return first


def _after(context: Context, draft: Draft, last: int) -> int:
    for child in context.grammar.children(draft.head):
        begin, end = context.under(child.index)
        if child.index < last:
            continue
        names = draft.credited is not None and begin <= draft.credited < end
        fits = begin == last and _follows(context, child, end - begin)
        if names or not fits or _is_taken(draft, (begin, end)):
            break
        last = end
    return last


def _follows(context: Context, child: Token, length: int) -> bool:
    """Whether a word after the verb is part of the cue: "again", "Tuesday", "in a statement"."""
    if child.dep in _AFTER:
        return length <= _LONGEST_AFTER
    if child.dep != "prep" or length > _LONGEST_GROUP:
        return False
    objects = context.grammar.children(child.index, "pobj")
    return any(noun.lemma.casefold() in context.cues.occasions for noun in objects)


def _carrier(context: Context, draft: Draft, first: int) -> Token | None:
    """The verb that other words make a cue with: "made clear", "issued a statement saying"."""
    head = context.tokens[draft.head]
    if head.dep == "acl":
        head = context.tokens[head.head]
    elif head.pos not in ("ADJ", "NOUN"):
        return None
    verb = context.tokens[head.head]
    between = range(verb.index + 1, first)
    if head.dep not in _MADE_WITH or verb.pos not in ("VERB", "AUX"):
        return None
    if not verb.index < head.index or len(between) > _LONGEST_GROUP:
        return None
    if draft.credited in between and draft.credited != head.index:
        return None
    return None if _is_taken(draft, (verb.index, first)) else verb


def _with_link(context: Context, draft: Draft) -> Draft:
    """Take in what leads from the cue to its content: "talked about", "made clear"."""
    first, last = draft.cue
    if last >= len(context.tokens):
        return draft
    word = context.tokens[last]
    leads = word.dep in ("prep", "agent") or word.pos == "ADJ"
    if word.head != draft.head or not leads or word.text.casefold() == "as":
        return draft
    if not any(a == last + 1 or (a == last and b > last + 1) for a, b in draft.content):
        return draft
    content = tuple((a + (a == last < b - 1), b) for a, b in draft.content)
    return replace(draft, cue=(first, last + 1), content=content)


def _is_taken(draft: Draft, words: Range) -> bool:
    return any(a < words[1] and words[0] < b for a, b in draft.content)


def with_whole_source(context: Context, draft: Draft, marks: Marks) -> Draft:
    """An attribution whose source has all its words, of the parse and of the reader's mark."""
    if draft.credited is None:
        return draft
    head = draft.credited
    place = context.tokens[head].start
    sources = []
    for source in draft.sources:
        if source.words is not None and source.words.start <= place < source.words.end:
            inside = context.grammar.within(source.words)
            first, last = _marked(context, head, marks, (inside[0].index, inside[-1].index + 1))
            last = max(last, _end_of_name(context, head, draft))
            last = _before_others(context, draft, source, first, last)
            source = replace(source, words=context.grammar.words(first, last - 1))
        sources.append(source)
    return replace(draft, sources=tuple(sources))


def _before_others(context: Context, draft: Draft, source: Source, first: int, last: int) -> int:
    """The end of a source's words before the next one that is credited with it."""
    for other in draft.sources:
        if other.words is None or other == source:
            continue
        begin = context.grammar.within(other.words)[0].index
        if first < begin <= last:
            last = begin
            while last > first + 1 and context.tokens[last - 1].pos in ("CCONJ", "PUNCT", "ADP"):
                last -= 1
    return last


def _marked(context: Context, head: int, marks: Marks, words: Range) -> Range:
    """A range with the marked words on either side that depend on its head."""
    first, last = words
    low, high = context.under(head)
    while first > low and marks.source[first - 1] >= SEEN:
        first -= 1
    while last < high and marks.source[last] >= SEEN:
        last += 1
    while last > words[1] and context.tokens[last - 1].text in (",", ";", ":"):
        last -= 1
    return first, last


def _end_of_name(context: Context, head: int, draft: Draft) -> int:
    """Where a name ends with all that is said of it but clauses: "Ann Lee, mayor of Bergen"."""
    last = head + 1
    for child in context.grammar.children(head):
        if child.index < head or child.dep == "punct":
            continue
        begin, end = context.under(child.index)
        end = _before_clause(context, begin, min(end, begin + _LONGEST_SOURCE))
        of_cue = begin <= draft.head < end
        if child.dep not in _OF_NAME or begin == end or of_cue or _is_taken(draft, (begin, end)):
            break
        last = max(last, end)
    return last


def _before_clause(context: Context, first: int, last: int) -> int:
    """The end of a range without its clauses and the marks before them."""
    for token in context.tokens[first:last]:
        if token.dep in _CLAUSES:
            last = min(last, max(first, context.under(token.index)[0]))
            break
    while last > first and context.tokens[last - 1].pos in ("PUNCT", "CCONJ"):
        last -= 1
    return last
