"""Who stands behind a source, and who passes it on: the other links of a chain."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.cues import ReportingVerb
from dateline.annotate.speakers.context import Context
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.sources import source_of, sources_together
from dateline.records import AUTHOR, Source, Token

_ISSUING = {"issue", "release", "publish", "post", "make", "give", "send", "write", "put", "sign"}
_CITING = {"cite", "quote"}
_NEAR = 60
"""Words: how far back a recording is looked for that a clause is said of."""


def credited_by(
    context: Context, token: Token, verb: ReportingVerb, subject: Token
) -> tuple[Source, ...]:
    """Who is credited by a verb with this subject; nobody if the tuple is empty.

    Facts that "suggest" something are the author's context of them; what "shows" something is
    a recording or a document, or nobody is credited.
    """
    if not verb.shows:
        return tuple(sources_together(context, subject))
    source = _shown_by(context, subject, token)
    if source.kind in ("media", "document"):
        return (source,)
    if source.kind == "unnamed" and subject.lemma.casefold() in context.cues.unnamed:
        return (source,)  # "some reports suggest"
    if verb.known_by == "inferred":
        return (AUTHOR,) if source.kind in ("unnamed", "organization") else (source,)
    if source.kind == "unnamed" or (source.kind != "outlet" and verb.known_by == "observed"):
        return ()
    return (source,)


def _shown_by(context: Context, subject: Token, verb: Token) -> Source:
    """The recording or document that shows something: the subject, or the one it is said of."""
    source = source_of(context, subject)
    if source.kind in ("media", "document") or verb.dep not in ("relcl", "acl"):
        return source
    for index in range(verb.index - 1, max(-1, verb.index - _NEAR), -1):
        token = context.tokens[index]
        if token.sentence != verb.sentence:
            break
        if token.pos == "NOUN" and token.lemma.casefold() in context.cues.media:
            return source_of(context, token)
    return source


# --------------------------------------------------------------------------------- who passes it on


def told_to(context: Context, token: Token) -> Iterator[Source]:
    """The outlet in "told AFP", "in an interview with Le Monde", "speaking to Reuters"."""
    grammar = context.grammar
    candidates = grammar.children(token.index, "dobj", "dative")
    verbs = [token]
    verbs += [
        v
        for v in grammar.children(token.index, "advcl")
        if v.tag == "VBG" and v.lemma.casefold() in load_lists().speaking
    ]
    for prep in (p for v in verbs for p in grammar.children(v.index, "prep", "dative")):
        if prep.text.casefold() in ("to", "on", "in", "with"):
            candidates += grammar.children(prep.index, "pobj")
    for noun in list(candidates):  # "in an interview with", "published by Le Monde"
        if noun.lemma == "interview":
            holders = grammar.children(noun.index, "prep")
            for verb in grammar.children(noun.index, "acl"):
                holders += grammar.children(verb.index, "agent", "prep")
            for prep in holders:
                if prep.text in ("with", "by", "in", "to", "on", "for"):
                    candidates += grammar.children(prep.index, "pobj")
    for candidate in candidates:
        if candidate.pos == "PROPN":
            source = source_of(context, candidate)
            if source.kind == "outlet":
                yield source


def passed_on_by(context: Context, verb: Token) -> Iterator[Source]:
    """Who quotes somebody "as saying" something."""
    holder = context.tokens[verb.head]
    if verb.dep == "pcomp" and holder.text == "as":
        for subject in context.grammar.children(holder.head, "nsubj"):
            yield source_of(context, subject)


def carried_by(context: Context, thing: Token) -> Iterator[Source]:
    """The outlet through which a thing comes to the reader: "documents seen by Reuters"."""
    for verb in context.grammar.children(thing.index, "acl"):
        if verb.tag != "VBN" or verb.lemma.casefold() not in load_lists().passing:
            continue
        for agent in context.grammar.children(verb.index, "agent"):
            for named in context.grammar.children(agent.index, "pobj"):
                if named.pos == "PROPN":
                    source = source_of(context, named)
                    if source.kind == "outlet":
                        yield source


# ----------------------------------------------------------------------------------- who is behind


def cited_by(context: Context, token: Token) -> Iterator[Source]:
    """Whoever a speaker or a report cites: "Reuters reported, citing two officials"."""
    for citing in citations(context, token):
        for named in context.grammar.children(citing.index, "dobj"):
            yield from sources_together(context, named)


def citations(context: Context, token: Token) -> list[Token]:
    """The "citing" that goes with a word: it hangs on it, or stands after it and a comma."""
    grammar = context.grammar
    found = [
        c
        for c in grammar.children(token.index, "advcl", "prep", "acl", "relcl")
        if c.lemma.casefold() in _CITING and c.tag != "VBN"
    ]
    after = grammar.tokens[token.index + 1 : token.index + 3]
    if not found and [t.text for t in after[:1]] == [","]:
        found = [t for t in after if t.tag == "VBG" and t.lemma.casefold() in _CITING]
    return found


def behind_document(context: Context, head: Token) -> Iterator[Source]:
    """Who stands behind a document: "a statement released by the ministry", "its letter"."""
    grammar = context.grammar
    if source_of(context, head).kind != "document":
        return
    for child in grammar.children(head.index, "acl", "prep"):
        agents = grammar.children(child.index, "agent") if child.dep == "acl" else [child]
        for agent in agents:
            if agent.text in ("by", "from"):
                for named in grammar.children(agent.index, "pobj"):
                    yield from _issuer(context, named)
    if head.lemma.casefold() in load_lists().voicing:
        for owner in grammar.children(head.index, "poss"):
            yield from _issuer(context, owner)


def _issuer(context: Context, named: Token) -> Iterator[Source]:
    """Somebody with a name, or his office."""
    for source in sources_together(context, named):
        if source.kind in ("person", "organization"):
            yield source


def issued_by(context: Context, document: Token) -> Iterator[Source]:
    """Who speaks through a document: "X released a statement saying"."""
    verb = context.tokens[document.head]
    if document.dep != "dobj" or verb.lemma.casefold() not in _ISSUING:
        return
    if document.lemma.casefold() in context.cues.documents:
        for subject in context.grammar.children(verb.index, "nsubj"):
            yield from sources_together(context, subject)


def chain_of(context: Context, head: Token) -> tuple[Source, ...]:
    """The chain of the source that "according to" names, origin first."""
    sources = sources_together(context, head)
    links = (*cited_by(context, head), *behind_document(context, head), *sources)
    return tuple(dict.fromkeys((*links, *carried_by(context, head))))


# --------------------------------------------------------------------------------- in what it is


def written_in(context: Context, verb: Token) -> Iterator[Source]:
    """The document or recording in which somebody speaks: "said in a post on X"."""
    for prep in context.grammar.children(verb.index, "prep"):
        if prep.text.casefold() in ("in", "on", "via", "through"):
            for noun in context.grammar.children(prep.index, "pobj"):
                if noun.pos == "NOUN":
                    source = source_of(context, noun)
                    if source.kind in ("media", "document"):
                        yield source
