"""The turn "according to which": what follows is in the thing named before."""

from __future__ import annotations

from dateline.annotate.speakers.context import Context, Draft
from dateline.annotate.speakers.sources import source_of
from dateline.records import Source, Token

_NEAR = 4
"""Words: how far before the comma the noun stands that "which" means."""


def according_to_which(context: Context, token: Token) -> Draft | None:
    """ "An agreement, according to which …": what follows is in the thing named before."""
    tokens, place = context.tokens, token.index
    if [t.text for t in tokens[place + 1 : place + 3]] != ["to", "which"]:
        return None
    end = place
    while end < len(tokens) and tokens[end].sentence == token.sentence:
        end += 1
    before = tokens[max(0, place - _NEAR) : place]
    nouns = [t for t in before if t.pos in ("NOUN", "PROPN") and t.sentence == token.sentence]
    if not nouns or end <= place + 3:
        return None
    source = source_of(context, nouns[-1])
    if source.kind in ("unnamed", "organization"):
        words = context.grammar.phrase(nouns[-1].index)
        source = Source("document", words.exact, None, words)
    cue, content = (place, place + 2), ((place + 3, end),)
    head = nouns[-1].index
    return Draft(place, cue, (source,), content, "documented", "reported", head)
