"""According to whom: crediting words, whom they credit, and with what.

Rules on the parse: reporting verbs with subject and content, "according to", adverbs such as
"reportedly", participles such as "widely believed", and "citing".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.annotate.cues import Cues, ReportingVerb
from dateline.annotate.knowledge import Knowledge
from dateline.records import (
    AUTHOR,
    Attribution,
    Certainty,
    Chain,
    Grammar,
    KnownBy,
    Quote,
    Source,
    SourceKind,
    Token,
    chains_at,
    cut,
)

_RELATIVE = {"which", "that", "who"}
_CLAUSES = ("ccomp", "xcomp", "parataxis", "advcl")
_BY_KIND: Mapping[SourceKind, KnownBy] = {"media": "observed", "document": "documented"}
_ANOTHER = {"another", "second", "third", "other", "separate", "new", "different"}


@dataclass(slots=True)
class Reading:
    """What the finding of attributions looks things up in, and the recordings met so far."""

    grammar: Grammar
    at: dict[int, tuple[Chain, ...]]
    cues: Cues
    knowledge: Knowledge
    recordings: dict[str, str] = field(default_factory=dict)


def find_attributions(
    grammar: Grammar, chains: Sequence[Chain], cues: Cues, knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """Every attribution of a report, in the order of its cues."""
    reading = Reading(grammar, chains_at(grammar, chains), cues, knowledge)
    found: list[Attribution] = []
    for token in grammar.tokens:
        _introduce(reading, token)
        found.extend(_at(reading, token))
    return tuple(sorted(found, key=lambda a: (a.cue, a.content)))


def _at(reading: Reading, token: Token) -> Iterator[Attribution]:
    """The attributions whose cue a word is."""
    cues, lower = reading.cues, token.text.casefold()
    if token.pos in ("VERB", "AUX"):
        verb = cues.verbs.get(token.lemma.casefold())
        if verb is not None:
            yield from _reported(reading, token, verb)
        if token.tag == "VBN":
            yield from _believed(reading, token)
    if token.dep == "prep" and lower in ("according", "per"):
        yield from _according(reading, token)
    if token.pos == "ADV" and lower in cues.adverbs:
        yield from _adverb(reading, token)


# ----------------------------------------------------------------------------------- sources


def _introduce(reading: Reading, token: Token) -> None:
    """Remember the first description of a recording: later "the video" is that one."""
    lemma = token.lemma.casefold()
    if token.pos != "NOUN" or lemma not in reading.cues.media or token.dep == "compound":
        return
    family = _family(lemma)
    if family not in reading.recordings or _is_another(reading, token):
        reading.recordings[family] = _described(reading, token)


def _family(lemma: str) -> str:
    """Moving, still or sounding: "the footage" may be what was "a video" before."""
    if lemma in ("photo", "photograph", "picture", "image", "selfie", "snapshot"):
        return "still"
    return "sound" if lemma in ("audio", "recording", "tape") else "moving"


def _is_another(reading: Reading, token: Token) -> bool:
    return any(m.text.casefold() in _ANOTHER for m in reading.grammar.children(token.index))


def _ordinal(reading: Reading, token: Token) -> str:
    """ "Another" or "second": the word by which a recording differs from the one before."""
    words = (m.text.casefold() for m in reading.grammar.children(token.index))
    return next(w for w in words if w in _ANOTHER)


def _described(reading: Reading, token: Token) -> str:
    """A recording as a reader would name it: "viral video on X"."""
    grammar = reading.grammar
    words = [
        t.text
        for t in grammar.children(token.index, "amod", "compound")
        if t.index < token.index and t.pos != "PUNCT" and t.text.casefold() not in _ANOTHER
    ]
    if _is_another(reading, token):
        words = [_ordinal(reading, token), *words]
    name = " ".join([*words, token.text])
    for other in grammar.tokens[token.index : token.index + 12]:
        if other.sentence != token.sentence:
            break
        named = other.text.casefold() in reading.cues.platforms and other.text[:1].isupper()
        if named and grammar.tokens[other.index - 1].text in ("on", "platform", "app", "via"):
            return f"{name} on {other.text}"
        if other.text.casefold() == "media" and grammar.tokens[other.index - 1].text == "social":
            name = name if name.endswith("social media") else f"{name} on social media"
    return name


def _source(reading: Reading, token: Token) -> Source:
    """Who or what a noun phrase names as a source."""
    lemma, words = token.lemma.casefold(), reading.grammar.phrase(token.index)
    cues = reading.cues
    if token.pos != "PROPN":
        if lemma in cues.media:
            name = reading.recordings.get(_family(lemma)) or words.exact
            return Source("media", name, None, words)
        if lemma in cues.documents:
            return Source("document", words.exact, None, words)
    chains = reading.at.get(token.index, ())
    if chains:
        kind: SourceKind = "person" if chains[0].schema == "Person" else "organization"
        if kind == "organization" and _is_outlet(cues, chains[0].name):
            kind = "outlet"
        return Source(kind, chains[0].name, chains[0].id, words)
    if _is_outlet(cues, token.text) or _is_outlet(cues, words.exact):
        return Source("outlet", words.exact, None, words)
    if lemma in cues.unnamed:
        return Source("unnamed", words.exact, None, words)
    body = _body(reading, token)
    if body is not None:
        return Source("organization", body.name, body.id, words)
    return Source("unnamed", words.exact, None, words)


def _is_outlet(cues: Cues, name: str) -> bool:
    folded = name.casefold().removeprefix("the ")
    last = folded.split()[-1] if folded else ""
    return folded in cues.outlets or (" " in folded and last in cues.outlet_words)


def _body(reading: Reading, token: Token) -> Chain | None:
    """The organisation or state for which an unnamed person speaks: "a Turkish official"."""
    lemma = token.lemma.casefold()
    knowledge = reading.knowledge
    if lemma not in knowledge.role_nouns and lemma not in knowledge.group_nouns:
        return None
    for child in reading.grammar.children(token.index, "compound", "nmod", "poss", "amod"):
        for chain in reading.at.get(child.index, ()):
            if chain.schema != "Person":
                return chain
    for prep in reading.grammar.children(token.index, "prep"):
        for child in reading.grammar.children(prep.index, "pobj"):
            for chain in reading.at.get(child.index, ()):
                if chain.schema != "Person" and prep.text in ("of", "for", "from", "with"):
                    return chain
    return None


# -------------------------------------------------------------------------------- the cues


def _reported(reading: Reading, token: Token, verb: ReportingVerb) -> Iterator[Attribution]:
    """A reporting verb: its subject is the source, its clause or object the content."""
    grammar = reading.grammar
    subject = _subject(grammar, token)
    content = _content(grammar, token, verb)
    source = _credited(reading, token, verb, subject) if subject and content else None
    if source is None:
        return
    if source is AUTHOR:
        yield Attribution((AUTHOR,), _cue(grammar, token), content, "inferred", "inferred")
        return
    known_by = _BY_KIND.get(source.kind, "told" if verb.known_by == "observed" else verb.known_by)
    sources = (*_cited(reading, token), source, *_told(reading, token))
    yield Attribution(sources, _cue(grammar, token), content, known_by, verb.certainty)


def _credited(reading: Reading, token: Token, verb: ReportingVerb, subject: Token) -> Source | None:
    """Who is credited by a verb with this subject.

    Facts that "suggest" something are the author's reading of them; what "shows" something is
    a recording or a document, or nobody is credited.
    """
    if not verb.shows:
        return _source(reading, subject)
    source = _shown_by(reading, subject, token)
    if source.kind in ("media", "document"):
        return source
    if source.kind == "unnamed" and subject.lemma.casefold() in reading.cues.unnamed:
        return source  # "some reports suggest"
    if verb.known_by == "inferred":
        return AUTHOR if source.kind in ("unnamed", "organization") else source
    if source.kind == "unnamed" or (source.kind != "outlet" and verb.known_by == "observed"):
        return None
    return source


def _subject(grammar: Grammar, verb: Token) -> Token | None:
    """The subject of a verb, through coordination, participles and relative clauses."""
    for child in grammar.children(verb.index, "nsubj", "agent"):
        if child.dep == "agent":
            objects = grammar.children(child.index, "pobj")
            return objects[0] if objects else None
        if child.text.casefold() in _RELATIVE and verb.dep == "relcl":
            return grammar.tokens[verb.head]
        return child
    if verb.dep in ("conj", "xcomp", "advcl"):
        return _subject(grammar, grammar.tokens[verb.head]) if verb.head != verb.index else None
    return grammar.tokens[verb.head] if verb.dep == "acl" and verb.tag == "VBG" else None


def _shown_by(reading: Reading, subject: Token, verb: Token) -> Source:
    """The recording or document that shows something: the subject, or the one it is said of."""
    source = _source(reading, subject)
    if source.kind in ("media", "document") or verb.dep not in ("relcl", "acl"):
        return source
    for index in range(verb.index - 1, -1, -1):
        token = reading.grammar.tokens[index]
        if token.sentence != verb.sentence:
            break
        if token.pos == "NOUN" and token.lemma.casefold() in reading.cues.media:
            return _source(reading, token)
    return source


def _content(grammar: Grammar, token: Token, verb: ReportingVerb) -> tuple[Quote, ...]:
    """What a verb credits: its clause, else its object; without the verb's own words."""
    clauses = [c for c in grammar.children(token.index, "ccomp", "xcomp") if c.pos != "ADV"]
    if not clauses and not verb.shows:
        clauses = [c for c in grammar.children(token.index, "parataxis") if c.index < token.index]
    if (not clauses and not verb.clause) or verb.shows:
        clauses += grammar.children(token.index, "dobj", "oprd")
    if verb.shows:
        clauses += [c for c in grammar.children(token.index, "prep") if c.text in ("as", "with")]
    if token.lemma in ("accuse", "suspect"):  # what they are accused of, not they themselves
        clauses = [c for c in grammar.children(token.index, "prep") if c.text == "of"]
    if token.dep in ("ccomp", "parataxis") and not clauses:
        head = grammar.tokens[token.head]
        if head.pos in ("VERB", "AUX") and head.index < token.index:
            clauses = [head]
    return tuple(_range(grammar, c.index, token.index) for c in clauses)


def _range(grammar: Grammar, index: int, apart: int) -> Quote:
    """The words under a head, without those under another that it may govern."""
    own = set(grammar.subtree(apart)) if index != apart else set()
    inside = index in own
    parts = [i for i in grammar.subtree(index) if inside or i not in own] or [index]
    first, last = grammar.tokens[min(parts)], grammar.tokens[max(parts)]
    return cut(grammar.text, first.start, last.end)


def _cue(grammar: Grammar, token: Token) -> Quote:
    return grammar.words(token.index, token.index)


def _told(reading: Reading, token: Token) -> Iterator[Source]:
    """The outlet in "told AFP", "in an interview with Le Monde"."""
    grammar = reading.grammar
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
            source = _source(reading, candidate)
            if source.kind == "outlet":
                yield source


def _cited(reading: Reading, token: Token) -> Iterator[Source]:
    """Whoever a speaker cites: "Reuters reported, citing two officials"."""
    grammar = reading.grammar
    for child in grammar.children(token.index, "advcl", "prep", "acl"):
        if child.lemma.casefold() in ("cite", "quote"):
            for named in grammar.children(child.index, "dobj"):
                yield _source(reading, named)


def _according(reading: Reading, token: Token) -> Iterator[Attribution]:
    """ "According to X": the clause that it hangs on is X's."""
    grammar = reading.grammar
    holders = [token]
    if token.text.casefold() == "according":
        holders = [p for p in grammar.children(token.index, "prep") if p.text == "to"]
    named = [n for h in holders for n in grammar.children(h.index, "pobj")]
    governor = grammar.tokens[token.head]
    if not named or governor.index == token.index:
        return
    while governor.pos not in ("VERB", "AUX") and governor.head != governor.index:
        governor = grammar.tokens[governor.head]
    sources = []
    for head in named:
        sources += [_source(reading, t) for t in grammar.conjuncts(head.index)[:1]]
        sources = [*_passed_on(reading, head), *sources]
    first = sources[0]
    content = (_range(grammar, governor.index, token.index),)
    cue = grammar.words(token.index, holders[0].index)
    known_by = _BY_KIND.get(first.kind, "told")
    yield Attribution(tuple(sources), cue, content, known_by, "reported")


def _passed_on(reading: Reading, head: Token) -> Iterator[Source]:
    """Who stands behind a document: "a statement released by the ministry", "a report by X"."""
    grammar = reading.grammar
    if head.lemma.casefold() not in reading.cues.documents | {"report", "article", "story"}:
        return
    for child in grammar.children(head.index, "acl", "prep"):
        agents = grammar.children(child.index, "agent") if child.dep == "acl" else [child]
        for agent in agents:
            if agent.text not in ("by", "from"):
                continue
            for named in grammar.children(agent.index, "pobj"):
                source = _source(reading, named)
                if source.kind in ("person", "organization", "outlet"):
                    yield source


def _adverb(reading: Reading, token: Token) -> Iterator[Attribution]:
    """ "Reportedly": the clause that it stands in has an unnamed source."""
    grammar = reading.grammar
    cue = grammar.words(token.index, token.index)
    content = (_range(grammar, token.head, token.index),)
    certainty = reading.cues.adverbs[token.text.casefold()]
    source = Source("unnamed", token.text.casefold(), None, cue)
    yield Attribution((source,), cue, content, "told", certainty)


def _believed(reading: Reading, token: Token) -> Iterator[Attribution]:
    """ "Widely believed to", "described by X as": what follows is the agent's, or unnamed."""
    grammar = reading.grammar
    lemma = token.lemma.casefold()
    certainty: Certainty | None = reading.cues.participles.get(lemma)
    before_to = grammar.children(token.index, "xcomp", "prep")
    if certainty is None and any(c.dep == "xcomp" or c.text == "as" for c in before_to):
        certainty = reading.cues.open_participles.get(lemma)
    passive = grammar.children(token.index, "auxpass") or token.dep in ("acl", "amod", "ROOT")
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
    agents = [
        n for a in grammar.children(token.index, "agent") for n in grammar.children(a.index, "pobj")
    ]
    source = _source(reading, agents[0]) if agents else Source("unnamed", cue.exact, None, cue)
    ranges = tuple(_range(grammar, c.index, token.index) for c in content)
    yield Attribution((source,), cue, ranges, "told", certainty)
