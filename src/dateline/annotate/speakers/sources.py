"""Who or what is credited: a person, a body, an outlet, a recording, a document, or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.annotate.cues import Cues, ReportingVerb
from dateline.annotate.speakers.context import Context
from dateline.records import AUTHOR, Chain, KnownBy, Source, SourceKind, Token

KNOWN_BY_KIND: Mapping[SourceKind, KnownBy] = {"media": "observed", "document": "documented"}
_ANOTHER = {"another", "second", "third", "other", "separate", "new", "different"}
_ISSUING = {"issue", "release", "publish", "post", "make", "give", "send", "write", "put", "sign"}
_REPORTS = {"report", "article", "story", "dispatch", "despatch", "investigation"}
_CITING = {"cite", "quote"}
_NEAR = 60
"""Words: how far back a recording is looked for that a clause is said of."""


def introduce(context: Context, token: Token) -> None:
    """Remember the first description of a recording: later "the video" is that one."""
    lemma = token.lemma.casefold()
    if token.pos != "NOUN" or lemma not in context.cues.media or token.dep == "compound":
        return
    family = _family(lemma)
    if family not in context.recordings or _is_another(context, token):
        context.recordings[family] = _described(context, token)


def _family(lemma: str) -> str:
    """Moving, still or sounding: "the footage" may be what was "a video" before."""
    if lemma in ("photo", "photograph", "picture", "image", "selfie", "snapshot"):
        return "still"
    return "sound" if lemma in ("audio", "recording", "tape") else "moving"


def _is_another(context: Context, token: Token) -> bool:
    return any(m.text.casefold() in _ANOTHER for m in context.grammar.children(token.index))


def _ordinal(context: Context, token: Token) -> str:
    """ "Another" or "second": the word by which a recording differs from the one before."""
    words = (m.text.casefold() for m in context.grammar.children(token.index))
    return next(w for w in words if w in _ANOTHER)


def _described(context: Context, token: Token) -> str:
    """A recording as a reader would name it: "viral video on X"."""
    grammar = context.grammar
    words = [
        t.text
        for t in grammar.children(token.index, "amod", "compound")
        if t.index < token.index and t.pos != "PUNCT" and t.text.casefold() not in _ANOTHER
    ]
    if _is_another(context, token):
        words = [_ordinal(context, token), *words]
    name = " ".join([*words, token.text])
    for other in grammar.tokens[token.index : token.index + 12]:
        if other.sentence != token.sentence:
            break
        named = other.text.casefold() in context.cues.platforms and other.text[:1].isupper()
        if named and grammar.tokens[other.index - 1].text in ("on", "platform", "app", "via"):
            return f"{name} on {other.text}"
        if other.text.casefold() == "media" and grammar.tokens[other.index - 1].text == "social":
            name = name if name.endswith("social media") else f"{name} on social media"
    return name


def source_of(context: Context, token: Token) -> Source:
    """Who or what a noun phrase names as a source."""
    lemma, words = token.lemma.casefold(), context.grammar.phrase(token.index)
    cues = context.cues
    if token.pos != "PROPN":
        if lemma in cues.media:
            name = context.recordings.get(_family(lemma)) or words.exact
            return Source("media", name, None, words)
        if lemma in cues.documents:
            return Source("document", words.exact, None, words)
    publisher = _publisher(context, token)
    if publisher is not None:
        return publisher
    chains = context.at.get(token.index, ()) or _named_after(context, token)
    if chains:
        kind: SourceKind = "person" if chains[0].schema == "Person" else "organization"
        if kind == "organization" and _is_outlet(cues, chains[0].name):
            kind = "outlet"
        return Source(kind, chains[0].name, chains[0].id, words)
    if _is_outlet(cues, token.text) or _is_outlet(cues, words.exact):
        return Source("outlet", words.exact, None, words)
    if lemma in cues.unnamed:
        return Source("unnamed", words.exact, None, words)
    body = _body(context, token)
    if body is not None:
        return Source("organization", body.name, body.id, words)
    return Source("unnamed", words.exact, None, words)


def _named_after(context: Context, token: Token) -> Sequence[Chain]:
    """Whom a noun describes that stands before the name: "a lawyer, Ida Lind", "the agency TASS".

    The name of several together is none of theirs alone.
    """
    if token.tag != "NN":
        return ()
    for child in context.grammar.children(token.index, "appos"):
        chains = context.at.get(child.index, ())
        if chains and child.pos == "PROPN" and child.index > token.index:
            return chains
    return ()


def _publisher(context: Context, token: Token) -> Source | None:
    """The outlet of "a Reuters report", "an article in the Harbour Times"."""
    if token.pos != "NOUN" or token.lemma.casefold() not in _REPORTS:
        return None
    grammar = context.grammar
    owners = grammar.children(token.index, "compound", "nmod", "poss")
    for prep in grammar.children(token.index, "prep"):
        if prep.text in ("in", "by", "from", "on"):
            owners += grammar.children(prep.index, "pobj")
    for owner in owners:
        if owner.pos == "PROPN":
            source = source_of(context, owner)
            if source.kind == "outlet":
                return source
    return None


def _is_outlet(cues: Cues, name: str) -> bool:
    folded = name.casefold().removeprefix("the ")
    last = folded.split()[-1] if folded else ""
    return folded in cues.outlets or (" " in folded and last in cues.outlet_words)


def _body(context: Context, token: Token) -> Chain | None:
    """The organisation or state for which an unnamed person speaks: "a Turkish official"."""
    lemma = token.lemma.casefold()
    knowledge = context.knowledge
    if lemma not in knowledge.role_nouns and lemma not in knowledge.group_nouns:
        return None
    for child in context.grammar.children(token.index, "compound", "nmod", "poss", "amod"):
        for chain in context.at.get(child.index, ()):
            if chain.schema != "Person":
                return chain
    for prep in context.grammar.children(token.index, "prep"):
        for child in context.grammar.children(prep.index, "pobj"):
            for chain in context.at.get(child.index, ()):
                if chain.schema != "Person" and prep.text in ("of", "for", "from", "with"):
                    return chain
    return None


# ------------------------------------------------------------------------- whom a verb credits


def credited_by(
    context: Context, token: Token, verb: ReportingVerb, subject: Token
) -> Source | None:
    """Who is credited by a verb with this subject.

    Facts that "suggest" something are the author's context of them; what "shows" something is
    a recording or a document, or nobody is credited.
    """
    if not verb.shows:
        return source_of(context, subject)
    source = _shown_by(context, subject, token)
    if source.kind in ("media", "document"):
        return source
    if source.kind == "unnamed" and subject.lemma.casefold() in context.cues.unnamed:
        return source  # "some reports suggest"
    if verb.known_by == "inferred":
        return AUTHOR if source.kind in ("unnamed", "organization") else source
    if source.kind == "unnamed" or (source.kind != "outlet" and verb.known_by == "observed"):
        return None
    return source


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


def told_to(context: Context, token: Token) -> Iterator[Source]:
    """The outlet in "told AFP", "in an interview with Le Monde"."""
    grammar = context.grammar
    candidates = grammar.children(token.index, "dobj", "dative")
    for prep in grammar.children(token.index, "prep"):
        if prep.text in ("to", "on", "in"):
            candidates += grammar.children(prep.index, "pobj")
    for noun in list(candidates):  # "in an interview with Le Monde"
        if noun.lemma == "interview":
            for prep in grammar.children(noun.index, "prep"):
                candidates += grammar.children(prep.index, "pobj")
    for candidate in candidates:
        if candidate.pos == "PROPN":
            source = source_of(context, candidate)
            if source.kind == "outlet":
                yield source


def cited_by(context: Context, token: Token) -> Iterator[Source]:
    """Whoever a speaker or a report cites: "Reuters reported, citing two officials"."""
    for citing in citations(context, token):
        for named in context.grammar.children(citing.index, "dobj"):
            yield source_of(context, named)


def citations(context: Context, token: Token) -> list[Token]:
    """The "citing" that goes with a word: it hangs on it, or stands after it and a comma."""
    grammar = context.grammar
    found = [
        c
        for c in grammar.children(token.index, "advcl", "prep", "acl")
        if c.lemma.casefold() in _CITING
    ]
    after = grammar.tokens[token.index + 1 : token.index + 3]
    if not found and [t.text for t in after[:1]] == [","]:
        found = [t for t in after if t.tag == "VBG" and t.lemma.casefold() in _CITING]
    return found


def behind_document(context: Context, head: Token) -> Iterator[Source]:
    """Who stands behind a document: "a statement released by the ministry", "a report by X"."""
    grammar = context.grammar
    if head.lemma.casefold() not in context.cues.documents | _REPORTS:
        return
    for child in grammar.children(head.index, "acl", "prep"):
        agents = grammar.children(child.index, "agent") if child.dep == "acl" else [child]
        for agent in agents:
            if agent.text not in ("by", "from"):
                continue
            for named in grammar.children(agent.index, "pobj"):
                source = source_of(context, named)
                if source.kind in ("person", "organization", "outlet"):
                    yield source


def issued_by(context: Context, document: Token) -> Iterator[Source]:
    """Who speaks through a document: "X released a statement saying"."""
    verb = context.tokens[document.head]
    if document.dep != "dobj" or verb.lemma.casefold() not in _ISSUING:
        return
    if document.lemma.casefold() in context.cues.documents:
        for subject in context.grammar.children(verb.index, "nsubj"):
            yield source_of(context, subject)


def passed_on_by(context: Context, verb: Token) -> Iterator[Source]:
    """Who quotes somebody "as saying" something."""
    holder = context.tokens[verb.head]
    if verb.dep == "pcomp" and holder.text == "as":
        for subject in context.grammar.children(holder.head, "nsubj"):
            yield source_of(context, subject)
