"""The reader's part: which attributions of the rules hold, and those that it alone sees.

That something is credited is the reader's to say; who and what is read from the parse where the
reader does not contradict it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate.cues import ReportingVerb
from dateline.annotate.speakers.behind import citations
from dateline.annotate.speakers.context import Context, Draft, Range, gap
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.marks import SEEN, Marks
from dateline.annotate.speakers.quotations import Quotations
from dateline.annotate.speakers.rules import (
    content_of,
    is_no_source,
    is_passive,
    source_of_passive,
    sources_of,
    subject_of,
)
from dateline.annotate.speakers.sources import KNOWN_BY_KIND, sources_together
from dateline.records import Certainty, Source, Token

_PLAIN = ReportingVerb("", "told", "reported")
_LEAST = 0.3
"""The share that the reader must give to a cue of the rules."""
_LEAST_VERB, _LEAST_WITH_SOURCE = 0.14, 0.06
"""The share that makes a verb a cue, and that of one whose subject is likely a source."""
_LIKELY_SOURCE = 0.2
_SURE = 0.8
_NEAR = 6
"""Words: how near a marked source must be to stand in for a subject that is not marked."""
_NOUNS = ("NOUN", "PROPN", "PRON")
_VERBS = ("VERB", "AUX")
_SMALL = ("CCONJ", "SCONJ", "ADP", "DET", "PUNCT")
_THINGS = ("media", "document")
_NAMED = {"name", "identify", "quote"}
"""What a source without a name asks not to be."""


def combined(
    context: Context, drafts: Sequence[Draft], marks: Marks, quotations: Quotations
) -> list[Draft]:
    """The attributions of rules and reader together, in the order of their cues."""
    kept = [_with_marked_source(context, d, marks) for d in drafts if _holds(d, marks)]
    taken = {i for draft in kept for i in range(*draft.cue)}
    heads = {index for draft in kept for index in (draft.head, draft.credited)}
    links = {c.index for h in heads if h is not None for c in citations(context, context.tokens[h])}
    for cue in sorted({*marks.cues.all, *_likely(context, marks, quotations)}):
        head = context.head_of(cue, *_VERBS)
        idle = head.index in links or _is_quoting(context, head) or _is_no_report(context, head)
        if taken.isdisjoint(range(*cue)) and not idle:
            kept.append(_seen(context, cue, head, marks))
            taken.update(range(*cue))
    kept = _without_quoted(context, kept, marks, quotations)
    return sorted(kept, key=lambda draft: draft.cue)


def _is_quoting(context: Context, verb: Token) -> bool:
    """Whether a verb only joins sources: "quoted Lee as saying"."""
    if verb.lemma.casefold() not in ("cite", "quote"):
        return False
    grammar = context.grammar
    holders = grammar.children(verb.index, "prep")
    return any(h.text == "as" and grammar.children(h.index, "pcomp") for h in holders)


def _is_no_report(context: Context, verb: Token) -> bool:
    """Whether a verb tells nobody anything: "dreamt that", "asked not to be named"."""
    grammar, lemma = context.grammar, verb.lemma.casefold()
    if verb.pos in _VERBS and lemma in load_lists().no_report:
        return True
    if lemma == "per":
        return any(is_no_source(noun) for noun in grammar.children(verb.index, "pobj"))
    if lemma not in ("ask", "decline", "refuse", "want", "request", "insist"):
        return False
    named = grammar.children(verb.index, "xcomp", "ccomp")
    return any(v.tag == "VBN" and v.lemma.casefold() in _NAMED for v in named)


def _holds(draft: Draft, marks: Marks) -> bool:
    """Whether an attribution of the rules stands; the reader knows little of what things show."""
    if draft.sources[0].kind in ("author", *_THINGS):
        return True
    return max(marks.cue[i] for i in range(*draft.cue)) >= _LEAST


def _without_quoted(
    context: Context, drafts: Sequence[Draft], marks: Marks, quotations: Quotations
) -> list[Draft]:
    """Leave out "I think" and the like in quotations that somebody is credited with.

    They have their source: the one who is quoted. Kept are those that surely credit another by
    name, and all where nobody is credited in this paragraph and the one before.
    """
    paragraphs = context.paragraphs
    outside = {paragraphs[d.head] for d in drafts if quotations.at(d.head) is None}

    def stands(draft: Draft) -> bool:
        paragraph = paragraphs[draft.head]
        if quotations.at(draft.head) is None or outside.isdisjoint((paragraph, paragraph - 1)):
            return True
        is_sure = marks.cue[draft.head] >= _SURE and draft.sources[0].kind != "unnamed"
        credited = draft.credited
        return is_sure and credited is not None and context.tokens[credited].pos != "PRON"

    return [draft for draft in drafts if stands(draft)]


def _likely(context: Context, marks: Marks, quotations: Quotations) -> Iterator[Range]:
    """Verbs outside quotations that are no more than likely to be cues."""
    for token in context.tokens:
        share = marks.cue[token.index]
        if share < _LEAST_WITH_SOURCE or token.pos not in _VERBS or token.dep.startswith("aux"):
            continue
        if quotations.at(token.index) is None and (
            share >= _LEAST_VERB or _has_source(context, token, marks)
        ):
            yield token.index, token.index + 1


def _has_source(context: Context, verb: Token, marks: Marks) -> bool:
    subject = None if is_passive(context.grammar, verb) else subject_of(context.grammar, verb)
    return subject is not None and marks.source[subject.index] >= _LIKELY_SOURCE


# ------------------------------------------------------------------------------ who is credited


def _with_marked_source(context: Context, draft: Draft, marks: Marks) -> Draft:
    """An attribution of the rules, with a marked source nearby for a subject that is not marked."""
    if draft.credited is None or marks.source[draft.credited] >= SEEN:
        return draft
    before = sources_together(context, context.tokens[draft.credited])
    near = marks.sources.nearest(draft.cue)
    if before[0].kind in _THINGS or near is None or gap(near, draft.cue) > _NEAR:
        return draft
    head = _noun(context, near)
    if head.pos in _SMALL or _is_cited(context, head):
        return draft
    links: list[Source] = []
    for source in draft.sources:
        links += sources_together(context, head) if source in before else [source]
    return replace(draft, sources=tuple(dict.fromkeys(links)), credited=head.index)


def _seen(context: Context, cue: Range, head: Token, marks: Marks) -> Draft:
    """What the words around a marked cue make of it; its content may still be empty."""
    lemma = head.lemma.casefold()
    verb = context.cues.verbs.get(lemma, _PLAIN)
    certainty: Certainty = verb.certainty
    content: list[Range] = []
    subject: Token | None = None
    passive = False
    if head.pos in _VERBS:
        passive = is_passive(context.grammar, head)
        if passive:
            cues = context.cues
            given = cues.participles.get(lemma) or cues.open_participles.get(lemma)
            certainty = given or certainty
        subject = (source_of_passive if passive else subject_of)(context.grammar, head)
        content = content_of(context, head, verb)
    elif head.pos in ("NOUN", "PROPN"):
        certainty = context.cues.nouns.get(lemma, certainty)
        subject = _owner(context, head)
        clauses = context.grammar.children(head.index, "acl", "ccomp", "relcl")
        content = [context.under(c.index) for c in clauses]
    subject = _marked_or(context, subject, cue, marks, near=2 if passive else None)
    is_told = passive and subject is not None and _is_addressed(context, head, subject)
    if is_told:
        subject = None
    if subject is None:
        words = context.grammar.words(cue[0], cue[1] - 1)
        # "Widely believed" says what kind of source it has; a bare "said" does not.
        is_bare = head.pos in _VERBS and (not passive or is_told)
        name = "unnamed source" if is_bare else words.exact
        sources: tuple[Source, ...] = (Source("unnamed", name, None, words),)
    else:
        credited = tuple(sources_together(context, subject))
        sources = sources_of(context, head, subject, credited)
    known_by = KNOWN_BY_KIND.get(sources[0].kind, "told")
    place = None if subject is None else subject.index
    return Draft(head.index, cue, sources, tuple(content), known_by, certainty, place)


def _is_addressed(context: Context, verb: Token, subject: Token) -> bool:
    """Whether somebody is told, and does not tell: "the jury was told that"."""
    return verb.lemma.casefold() in load_lists().addressing and subject in context.grammar.children(
        verb.index, "nsubjpass"
    )


def _owner(context: Context, noun: Token) -> Token | None:
    """Whose a telling is: "the ministry's claim", "a report by the ministry"."""
    grammar = context.grammar
    owners = grammar.children(noun.index, "poss")
    for prep in grammar.children(noun.index, "prep", "agent"):
        if prep.text in ("by", "from", "of"):
            owners += grammar.children(prep.index, "pobj")
    return owners[0] if owners else None


def _marked_or(
    context: Context, subject: Token | None, cue: Range, marks: Marks, near: int | None
) -> Token | None:
    """The subject if the reader marks it, else the marked source of the sentence next to the cue.

    Args:
        near: At most so many words from the cue.
    """
    if subject is not None and marks.source[subject.index] >= SEEN:
        return subject
    found = marks.sources.nearest(cue)
    if found is None or (near is not None and gap(found, cue) > near):
        return subject
    noun = _noun(context, found)
    is_other = noun.pos in _SMALL or _is_cited(context, noun)
    return subject if is_other and subject is not None else noun


def _is_cited(context: Context, noun: Token) -> bool:
    """Whether somebody else cites a source: "…, citing two officials"."""
    verb = context.tokens[noun.head]
    return noun.dep == "dobj" and verb.tag == "VBG" and verb.lemma.casefold() in ("cite", "quote")


def _noun(context: Context, words: Range) -> Token:
    """The head of a marked source; of "The" or a first name alone that of its whole phrase."""
    head = context.head_of(words, *_NOUNS)
    governor = context.tokens[head.head]
    is_name = head.dep == "compound" and head.pos == governor.pos == "PROPN"
    is_article = head.dep == "det" and governor.pos in _NOUNS
    return governor if is_name or is_article else head
