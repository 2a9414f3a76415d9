"""Who or what is credited: a person, a body, an outlet, a recording, a document, or nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.annotate.cues import Cues
from dateline.annotate.speakers.context import Context
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.recordings import recording
from dateline.records import Chain, KnownBy, Quote, Source, SourceKind, Token, UnnamedSort

KNOWN_BY_KIND: Mapping[SourceKind, KnownBy] = {"media": "observed", "document": "documented"}
REPORTS = frozenset(
    {"report", "article", "story", "dispatch", "despatch", "investigation", "editorial", "column"}
)
"""Nouns of what an outlet prints."""
_ALL_OF_SEVERAL = 6
"""Names of several who are credited together: more are no list of speakers."""
_NAMING = ("name", "call", "identify", "know")
_NO_SPEAKER = {"it", "this", "that", "which", "what", "there"}


def source_of(context: Context, token: Token) -> Source:
    """Who or what a noun phrase names as a source."""
    words = context.grammar.phrase(token.index)
    thing = recording(context, token) or _document(context, token, words)
    found = publisher(context, token) or thing or _named(context, token, words)
    if found is not None:
        return found
    if _is_outlet_noun(context, token):
        return Source("outlet", words.exact, None, words)
    body = None if _is_unnamed(context, token) else _body(context, token)
    if body is not None:
        return Source("organization", body.name, body.id, words)
    if is_office(context, token):
        return Source("organization", words.exact, None, words)
    name = "unnamed source" if token.text.casefold() in _NO_SPEAKER else words.exact
    return Source("unnamed", name, None, words, sort_of(context, token))


def sources_together(context: Context, token: Token) -> list[Source]:
    """All who are credited together: "Ann Lee and Bo Ray", "two officials, Ann Lee and Bo Ray"."""
    grammar = context.grammar
    if token.tag in ("NNS", "NNPS"):
        for named in grammar.children(token.index, "appos"):
            together = [t for t in grammar.conjuncts(named.index) if context.at.get(t.index)]
            if named.pos == "PROPN" and len(together) > 1:
                return [source_of(context, t) for t in together[:_ALL_OF_SEVERAL]]
    several = [t for t in grammar.conjuncts(token.index) if t.pos in ("NOUN", "PROPN", "PRON")]
    return [source_of(context, t) for t in (several or [token])[:_ALL_OF_SEVERAL]]


# ------------------------------------------------------------------------------------- by name


def _named(context: Context, token: Token, words: Quote) -> Source | None:
    """The chain that a phrase belongs to, or the outlet that its words name."""
    chains = context.at.get(token.index, ()) or _named_after(context, token)
    if chains:
        kind: SourceKind = "person" if chains[0].schema == "Person" else "organization"
        name = chains[0].name
        if kind == "organization" and _is_outlet(context.cues, name):
            return Source("outlet", _whole_name(name, words), chains[0].id, words)
        return Source(kind, name, chains[0].id, words)
    is_name = token.pos == "PROPN" or token.text[:1].isupper()
    if is_name and (_is_outlet(context.cues, token.text) or _is_outlet(context.cues, words.exact)):
        return Source("outlet", words.exact, None, words)
    return None


def _whole_name(name: str, words: Quote) -> str:
    """An outlet's name as printed where that is longer: "Evening Star" for "Star"."""
    printed = words.exact.removeprefix("the ").removeprefix("The ")
    is_longer = printed.endswith(f" {name}") and printed.replace(" ", "").isalpha()
    return printed if is_longer and printed.istitle() else name


def _named_after(context: Context, token: Token) -> Sequence[Chain]:
    """Whom a noun describes that stands before the name: "a lawyer, Ida Lind", "the agency TASS".

    The name of several together is none of theirs alone.
    """
    if token.tag != "NN" and not token.tag.startswith("NNP"):
        return ()
    grammar = context.grammar
    named = list(grammar.children(token.index, "appos"))
    for verb in grammar.children(token.index, "acl"):  # "a student named Lee"
        if verb.tag == "VBN" and verb.lemma.casefold() in _NAMING:
            named += grammar.children(verb.index, "oprd")
    for child in named:
        chains = context.at.get(child.index, ())
        if chains and child.pos == "PROPN" and child.index > token.index:
            return chains
    return _titled(context, token)


def _titled(context: Context, token: Token) -> Sequence[Chain]:
    """Who follows a title and its place without a comma: "First Minister of Scotland Ann Lee"."""
    if token.lemma.casefold() not in context.knowledge.role_nouns:
        return ()
    for prep in context.grammar.children(token.index, "prep"):
        for name in context.grammar.children(prep.index, "pobj"):
            persons = [c for c in context.at.get(name.index, ()) if c.schema == "Person"]
            first = context.under(name.index)[0]
            starts = {m.words.start for c in persons for m in c.mentions}
            if persons and context.tokens[first].start not in starts:
                before = context.tokens[first : name.index]
                if any(t.start in starts for t in before) and all(t.pos == "PROPN" for t in before):
                    return persons
    return ()


# ------------------------------------------------------------------------- outlets and documents


def publisher(context: Context, token: Token) -> Source | None:
    """The outlet of "a Reuters report", "an article in the Harbour Times"."""
    if token.pos != "NOUN" or token.lemma.casefold() not in REPORTS:
        return None
    grammar = context.grammar
    owners = grammar.children(token.index, "compound", "nmod", "poss")
    holders = grammar.children(token.index, "prep")
    for verb in grammar.children(token.index, "acl"):  # "published on Monday by", "in"
        holders += grammar.children(verb.index, "agent", "prep")
    for prep in holders:
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


def _is_outlet_noun(context: Context, token: Token) -> bool:
    """Whether a common noun is an outlet: "the newspaper", "the state news agency"."""
    lemma = token.lemma.casefold()
    if token.pos != "NOUN" or context.grammar.children(token.index, "poss"):
        return False
    before = load_lists().outlet_noun_after.get(lemma, frozenset())
    return lemma in load_lists().outlet_noun or not before.isdisjoint(_modifiers(context, token))


def _document(context: Context, token: Token, words: Quote) -> Source | None:
    """The document that a common noun means: "the letter", "a police report", "an article"."""
    if token.pos == "PROPN" or _is_unnamed(context, token, by_modifier=True):
        return None
    cues, lemma = context.cues, token.lemma.casefold()
    phrases = {f"{m} {lemma}" for m in _modifiers(context, token)}
    is_one = lemma in cues.documents or not cues.documents.isdisjoint(phrases)
    printed = lemma in REPORTS and token.tag == "NN" and context.grammar.children(token.index)
    return Source("document", words.exact, None, words) if is_one or printed else None


# ---------------------------------------------------------------------------------- without a name


def _modifiers(context: Context, token: Token) -> set[str]:
    """The words right before a noun, as lemmas and as printed."""
    found: set[str] = set()
    for child in context.grammar.children(token.index, "compound", "amod", "nmod"):
        if child.index < token.index:
            found.update((child.lemma.casefold(), child.text.casefold()))
            found.update(
                t.text.casefold() for t in context.grammar.children(child.index, "compound")
            )
    return found


def _is_unnamed(context: Context, token: Token, by_modifier: bool = False) -> bool:
    """Whether a noun is a source without a name: "sources"; with its modifier "media reports"."""
    lemma, unnamed = token.lemma.casefold(), context.cues.unnamed
    phrases = {f"{m} {lemma}" for m in _modifiers(context, token)}
    return not unnamed.isdisjoint(phrases) or (lemma in unnamed and not by_modifier)


def sort_of(context: Context, token: Token) -> UnnamedSort | None:
    """What sort of source a noun without a name is, by the words before it, else by itself."""
    before, lemma = _modifiers(context, token), token.lemma.casefold()
    rows = load_lists().sorts
    # "A local official" is an official: where he is from says less than what he is.
    by_noun = next((sort for sort, _, nouns in rows if lemma in nouns), None)
    by_word = next((sort for sort, words, _ in rows if not words.isdisjoint(before)), None)
    if by_noun is None or (by_noun in ("anonymous", "official") and by_word != "anonymous"):
        known = by_noun is not None or lemma in context.cues.unnamed - REPORTS - {"medium"}
        weak = by_word == "local" and by_noun == "official"
        return by_word if by_word is not None and known and not weak else by_noun
    return by_noun


def is_office(context: Context, token: Token) -> bool:
    """Whether a noun is the office of somebody named: "the mayor's office", "Lee's campaign"."""
    owners = context.grammar.children(token.index, "poss")
    named = any(context.at.get(owner.index) for owner in owners)
    return named and token.lemma.casefold() in context.knowledge.group_nouns


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
