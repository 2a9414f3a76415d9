"""Attributions by rules on the parse: reporting verbs with subject and content, "according to",
adverbs such as "reportedly", participles such as "widely believed", and "citing".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.cues import ReportingVerb
from dateline.annotate.speakers.according import according_to_which
from dateline.annotate.speakers.behind import (
    behind_document,
    carried_by,
    chain_of,
    cited_by,
    credited_by,
    issued_by,
    passed_on_by,
    told_to,
    written_in,
)
from dateline.annotate.speakers.context import Context, Draft, Range
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.settings import seen_in, set_in
from dateline.annotate.speakers.sources import KNOWN_BY_KIND, sources_together
from dateline.annotate.speakers.tags import tagged
from dateline.records import AUTHOR, Certainty, Grammar, Source, Token

_RELATIVE = {"which", "that", "who"}
_LONGEST_CLIMB = 12
"""Verbs: how far up a subject is looked for."""


def drafts_at(context: Context, token: Token) -> Iterator[Draft]:
    """The attributions whose cue a word is."""
    cues, lower = context.cues, token.text.casefold()
    if token.pos in ("VERB", "AUX"):
        verb = cues.verbs.get(token.lemma.casefold())
        if verb is not None:
            yield from _reported(context, token, verb)
        if token.tag == "VBN":
            yield from _believed(context, token)
            yield from seen_in(context, token)
    if token.dep in ("prep", "pcomp") and lower in ("according", "per"):
        yield from _according(context, token)
    elif token.dep == "prep":
        yield from set_in(context, token)
    if token.pos == "ADV" and lower in cues.adverbs:
        yield from _adverb(context, token)


def _reported(context: Context, token: Token, verb: ReportingVerb) -> Iterator[Draft]:
    """A reporting verb: its subject is the source, its clause or object the content."""
    subject = subject_of(context.grammar, token)
    content = content_of(context, token, verb)
    credited = credited_by(context, token, verb, subject) if subject and content else ()
    if not credited or subject is None:
        return
    cue = (token.index, token.index + 1)
    if credited == (AUTHOR,):
        yield Draft(token.index, cue, (AUTHOR,), tuple(content), "inferred", "inferred")
        return
    known_by = KNOWN_BY_KIND.get(
        credited[0].kind, "told" if verb.known_by == "observed" else verb.known_by
    )
    sources = sources_of(context, token, subject, credited)
    yield Draft(token.index, cue, sources, tuple(content), known_by, verb.certainty, subject.index)


def sources_of(
    context: Context, verb: Token, subject: Token, credited: tuple[Source, ...]
) -> tuple[Source, ...]:
    """The chain of sources of a verb with this subject, origin first."""
    chain = (
        *cited_by(context, verb),
        *cited_by(context, subject),
        *issued_by(context, subject),
        *behind_document(context, subject),
        *credited,
        *written_in(context, verb),
        *carried_by(context, subject),
        *passed_on_by(context, verb),
        *told_to(context, verb),
    )
    return tuple(dict.fromkeys(chain))


def subject_of(grammar: Grammar, verb: Token) -> Token | None:
    """The subject of a verb, through coordination, participles and relative clauses."""
    for _ in range(_LONGEST_CLIMB):
        for child in grammar.children(verb.index, "nsubj", "agent"):
            if child.dep == "agent":
                objects = grammar.children(child.index, "pobj")
                return objects[0] if objects else None
            if child.text.casefold() in _RELATIVE and verb.dep == "relcl":
                return grammar.tokens[verb.head]
            return child
        if verb.dep == "pcomp" and grammar.tokens[verb.head].text == "as":
            return quoted_by(grammar, verb)
        if verb.dep not in ("conj", "xcomp", "advcl") or verb.head == verb.index:
            break
        verb = grammar.tokens[verb.head]
    return grammar.tokens[verb.head] if verb.dep == "acl" and verb.tag == "VBG" else None


def quoted_by(grammar: Grammar, verb: Token) -> Token | None:
    """Who is quoted "as saying" something."""
    quoting = grammar.tokens[grammar.tokens[verb.head].head]
    return next(iter(grammar.children(quoting.index, "dobj", "nsubjpass")), None)


def is_passive(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb's subject is not who does it: "was asked", "when asked"."""
    if grammar.children(verb.index, "auxpass"):
        return True
    is_short = verb.tag == "VBN" and verb.dep in ("acl", "amod", "advcl")
    return is_short and not grammar.children(verb.index, "aux")


def source_of_passive(grammar: Grammar, verb: Token) -> Token | None:
    """The agent of a passive: "described by X as"."""
    for agent in grammar.children(verb.index, "agent"):
        return next(iter(grammar.children(agent.index, "pobj")), None)
    return None


def content_of(context: Context, token: Token, verb: ReportingVerb) -> list[Range]:
    """What a verb credits: its clause, else its object; without the verb's own words."""
    grammar = context.grammar
    before = tagged(context, token)
    if before is not None:
        return [before]
    clauses = [c for c in grammar.children(token.index, "ccomp", "xcomp") if c.pos != "ADV"]
    clauses = _without_coordinated(grammar, token, clauses)
    if not clauses and not verb.shows:
        clauses = [c for c in grammar.children(token.index, "parataxis") if c.index < token.index]
    if (not clauses and not verb.clause) or verb.shows:
        clauses += grammar.children(token.index, "dobj", "oprd")
    if verb.shows:
        clauses += [c for c in grammar.children(token.index, "prep") if c.text in ("as", "with")]
        clauses += [c for c in grammar.children(token.index, "advcl", "acl") if c.tag == "VBG"]
    if token.lemma in ("accuse", "suspect"):  # what they are accused of, not they themselves
        clauses = [c for c in grammar.children(token.index, "prep") if c.text == "of"]
    if token.dep in ("ccomp", "parataxis") and not clauses:
        head = grammar.tokens[token.head]
        if head.pos in ("VERB", "AUX") and head.index < token.index:
            clauses = [head]
    return [r for c in clauses for r in apart(context, c.index, token.index)]


def _without_coordinated(grammar: Grammar, verb: Token, clauses: list[Token]) -> list[Token]:
    """Leave out the clause before "but X said that …", which has its own clause after it.

    So too the one before a semicolon: "A says it left; B said it stayed".
    """
    after = [c for c in clauses if c.index > verb.index]
    begins = any(m.text == "that" for c in after for m in grammar.children(c.index, "mark"))
    parted = any(
        mark.text == ";" and mark.index < verb.index
        for above in (verb, *clauses)
        for mark in grammar.children(above.index, "punct")
    )
    return after if after and (begins or parted) else clauses


def apart(context: Context, index: int, cue: int) -> list[Range]:
    """The words under a head, without those under a cue that it governs."""
    first, last = context.under(index)
    if context.tokens[index].head == cue or not first <= cue < last:
        return [(first, last)]
    begin, end = context.under(cue)
    parts = [(first, begin), (end, last)]
    return [(a, b) for a, b in parts if a < b and _has_words(context, a, b)]


def _has_words(context: Context, first: int, last: int) -> bool:
    return any(context.tokens[i].pos not in ("PUNCT", "SPACE") for i in range(first, last))


def _according(context: Context, token: Token) -> Iterator[Draft]:
    """ "According to X": the clause that it hangs on is X's."""
    grammar = context.grammar
    relative = according_to_which(context, token)
    if relative is not None:
        yield relative
        return
    holders = [token]
    if token.text.casefold() == "according":
        holders = [p for p in grammar.children(token.index, "prep") if p.text == "to"]
    named = [n for h in holders for n in grammar.children(h.index, "pobj")]
    governor = grammar.tokens[token.head]
    if not named or governor.index == token.index or is_no_source(named[0]):
        return
    for _ in range(_LONGEST_CLIMB):
        if governor.pos in ("VERB", "AUX"):
            break
        governor = grammar.tokens[governor.head]
    sources = tuple(dict.fromkeys(s for head in named for s in chain_of(context, head)))
    content = apart(context, governor.index, token.index)
    if content:
        known_by = KNOWN_BY_KIND.get(sources[0].kind, "told")
        cue = (token.index, holders[0].index + 1)
        yield Draft(token.index, cue, sources, tuple(content), known_by, "reported", named[0].index)


def is_no_source(named: Token) -> bool:
    """Whether "per" and "according to" say why or how: "per request of", "according to plan"."""
    lemma = named.lemma.casefold()
    return named.pos == "NOUN" and lemma in load_lists().no_source


def _adverb(context: Context, token: Token) -> Iterator[Draft]:
    """ "Reportedly": the clause that it stands in has an unnamed source."""
    words = context.grammar.words(token.index, token.index)
    source = Source("unnamed", token.text.casefold(), None, words)
    content = apart(context, token.head, token.index)
    cue = (token.index, token.index + 1)
    if content:
        certainty = context.cues.adverbs[token.text.casefold()]
        yield Draft(token.index, cue, (source,), tuple(content), "told", certainty)


def _believed(context: Context, token: Token) -> Iterator[Draft]:
    """ "Widely believed to", "described by X as": what follows is the agent's, or unnamed."""
    grammar = context.grammar
    lemma = token.lemma.casefold()
    certainty: Certainty | None = context.cues.participles.get(lemma)
    before_to = grammar.children(token.index, "xcomp", "prep")
    if certainty is None and any(c.dep == "xcomp" or c.text == "as" for c in before_to):
        certainty = context.cues.open_participles.get(lemma)
    bare = token.dep in ("acl", "amod", "ROOT") and not grammar.children(
        token.index, "aux", "nsubj"
    )
    passive = bare or grammar.children(token.index, "auxpass")
    content = [
        c
        for c in grammar.children(token.index, "xcomp", "ccomp", "prep", "oprd")
        if c.dep != "prep" or c.text in ("as", "of")
    ]
    if certainty is None or not passive or not content or grammar.children(token.index, "dobj"):
        return
    adverbs = [c for c in grammar.children(token.index, "advmod") if c.index == token.index - 1]
    first = adverbs[0].index if adverbs else token.index
    cue = grammar.words(first, token.index)
    agent = source_of_passive(grammar, token)
    sources: tuple[Source, ...] = (Source("unnamed", cue.exact, None, cue),)
    if agent is not None:
        sources = tuple(sources_together(context, agent))
    ranges = tuple(r for c in content for r in apart(context, c.index, token.index))
    credited = agent.index if agent else None
    yield Draft(token.index, (first, token.index + 1), sources, ranges, "told", certainty, credited)
