"""All attributions of a report: those of the rules and those that the reader sees, as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.annotate.cues import Cues
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.reader import NOTHING_READ, Reading
from dateline.annotate.speakers.alone import with_quotations_alone
from dateline.annotate.speakers.behind import citations
from dateline.annotate.speakers.contents import with_contents
from dateline.annotate.speakers.context import Context, Draft, Range
from dateline.annotate.speakers.edges import trimmed
from dateline.annotate.speakers.hedges import hedged
from dateline.annotate.speakers.marks import Marks
from dateline.annotate.speakers.quotations import QUOTATION_MARKS, Quotations
from dateline.annotate.speakers.recordings import introduce
from dateline.annotate.speakers.rules import drafts_at
from dateline.annotate.speakers.seen import combined
from dateline.annotate.speakers.words import with_whole_cue, with_whole_source
from dateline.records import Attribution, Chain, Grammar, chains_at

_DEEPEST = 12
"""Attributions in one another: what lies deeper is no news report, and its cost would be square."""


def find_attributions(
    grammar: Grammar,
    chains: Sequence[Chain],
    cues: Cues,
    knowledge: Knowledge,
    reading: Reading = NOTHING_READ,
) -> tuple[Attribution, ...]:
    """Every attribution of a report, in the order of its cues; without a reading by rules alone."""
    context = Context(grammar, chains_at(grammar, chains), cues, knowledge)
    drafts: list[Draft] = []
    for token in grammar.tokens:
        introduce(context, token)
        drafts.extend(drafts_at(context, token))
    if reading:
        marks = Marks(reading, grammar.tokens)
        quotations = Quotations(grammar.tokens, context.paragraphs)
        drafts = combined(context, drafts, marks, quotations)
        drafts = with_contents(context, drafts, marks, quotations)
        drafts = trimmed(context, drafts)
        drafts = with_quotations_alone(context, drafts, quotations)
        drafts = [with_whole_source(context, draft, marks) for draft in drafts]
        drafts = [_without_citations(context, draft) for draft in drafts]
        drafts = [draft for draft in drafts if not _is_scene(context, draft)]
    drafts = hedged(context, drafts)
    drafts = [with_whole_cue(context, draft) for draft in _bounded(drafts, len(grammar.tokens))]
    told = (draft for draft in _apart(drafts) if not _is_nobody(context, draft))
    found = dict.fromkeys(_settled(context, draft) for draft in told)
    return tuple(sorted(found, key=lambda a: (a.cue, a.content)))


def _without_citations(context: Context, draft: Draft) -> Draft:
    """An attribution whose content does not begin in "citing two officials"."""
    heads = [context.tokens[i] for i in (draft.head, draft.credited) if i is not None]
    citing = [context.under(c.index) for head in heads for c in citations(context, head)]
    content = []
    for first, last in draft.content:
        for begin, end in citing:
            if begin <= first < end < last:
                first = end
        while first < last - 1 and context.tokens[first].pos == "PUNCT" and citing:
            first += 1
        content.append((first, last))
    return replace(draft, content=tuple(content))


def _is_scene(context: Context, draft: Draft) -> bool:
    """Whether the content is what went on meanwhile: "X told a crowd, as protesters burned"."""
    for words in draft.content:
        verb = context.head_of(words, "VERB", "AUX")
        marks = context.grammar.children(verb.index, "mark")
        is_meanwhile = any(mark.text.casefold() in ("as", "while") for mark in marks)
        has_own = bool(context.grammar.children(verb.index, "nsubj", "nsubjpass"))
        if not (verb.dep == "advcl" and verb.head == draft.head and is_meanwhile and has_own):
            return False
        if words[0] < draft.head:
            return False
    return bool(draft.content)


def _bounded(drafts: Iterable[Draft], size: int) -> Iterator[Draft]:
    """The attributions that stand in few others, and whose content few others have."""
    depth = [0] * size
    for draft in drafts:
        edges = [draft.head, *(i for first, last in draft.content for i in (first, last - 1))]
        if max(depth[i] for i in edges) < _DEEPEST:
            for words in draft.content:
                for i in range(*words):
                    depth[i] += 1
            yield draft


def _apart(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The attributions whose cue is no part of a longer one: "released" of "released a statement
    saying".
    """
    longest: dict[int, int] = {}
    for draft in drafts:
        for i in range(*draft.cue):
            longest[i] = max(longest.get(i, 0), draft.cue[1] - draft.cue[0])
    for draft in drafts:
        if longest[draft.head] == draft.cue[1] - draft.cue[0]:
            yield draft


def _is_nobody(context: Context, draft: Draft) -> bool:
    """Whether nobody is credited: "nobody has said", "there is no evidence that"."""
    for index in (draft.credited, draft.head):
        if index is None:
            continue
        token = context.tokens[index]
        if token.text.casefold() in ("nobody", "none", "neither"):
            return True
        no = context.grammar.children(index, "det")
        if token.pos in ("NOUN", "PRON") and any(c.text.casefold() == "no" for c in no):
            return True
    return False


def _settled(context: Context, draft: Draft) -> Attribution:
    grammar = context.grammar
    return Attribution(
        sources=draft.sources,
        cue=grammar.words(draft.cue[0], draft.cue[1] - 1),
        content=tuple(grammar.words(a, b - 1) for a, b in sorted(set(draft.content))),
        known_by=draft.known_by,
        certainty=draft.certainty,
        asserts=_asserts(context, draft),
    )


def _asserts(context: Context, draft: Draft) -> bool:
    """Whether the content is told; not if it is a mere thing that is judged, asked for or named.

    "Condemned the attack": that there was one is told by the report itself.
    """
    head = context.tokens[draft.head]
    verb = context.cues.verbs.get(head.lemma.casefold())
    is_prep = head.dep == "prep" and head.text.casefold() in ("according", "per")
    if is_prep or head.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return True
    if head.pos in ("VERB", "AUX") and verb is not None and not verb.clause:
        return True
    return any(_is_told(context, words) for words in draft.content)


def _is_told(context: Context, words: Range) -> bool:
    tokens = context.tokens[slice(*words)]
    is_clause = context.head_of(words).pos in ("VERB", "AUX")
    accuses = any(token.dep == "pcomp" for token in tokens)  # "accused Ann of lying"
    return is_clause or accuses or any(token.text in QUOTATION_MARKS for token in tokens)
