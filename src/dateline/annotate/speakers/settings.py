"""What is told to be in a recording or a document: "in the video, he …", "was seen in a video"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.speakers.behind import chain_of
from dateline.annotate.speakers.context import Context, Draft, Range
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.sources import KNOWN_BY_KIND, REPORTS, source_of
from dateline.records import Token

_WRITTEN = frozenset({"transcript", "summary", "document", "dossier", "record"}) | REPORTS
_LONGEST = 40
"""Words of a sentence that is looked through for what "it" means."""


def set_in(context: Context, token: Token) -> Iterator[Draft]:
    """The clause that begins with "in the footage", "in a letter", or "in it" of either."""
    verb = context.tokens[token.head]
    before = context.tokens[token.index - 1] if token.index else None
    opens = before is None or before.sentence != token.sentence
    if not opens or token.text not in ("In", "On") or verb.pos not in ("VERB", "AUX"):
        return
    if _tells(context, verb) or not context.grammar.children(verb.index, "nsubj", "nsubjpass"):
        return
    for noun in context.grammar.children(token.index, "pobj")[:1]:
        thing = _meant(context, noun) if noun.text == "it" else noun
        if thing is None or not _is_setting(context, thing):
            continue
        end = context.under(noun.index)[1]
        _, last = context.under(verb.index)
        content = (end, last)
        if end < last:
            yield _draft(context, token, (token.index, token.index + 1), thing, (content,))


def seen_in(context: Context, token: Token) -> Iterator[Draft]:
    """What somebody "was seen in a video" doing."""
    grammar = context.grammar
    if token.lemma.casefold() not in load_lists().perceiving or token.tag != "VBN":
        return
    done = [c for c in grammar.children(token.index, "advcl", "xcomp") if c.tag == "VBG"]
    for prep in grammar.children(token.index, "prep"):
        if prep.text not in ("in", "on"):
            continue
        for noun in grammar.children(prep.index, "pobj"):
            if noun.pos == "NOUN" and source_of(context, noun).kind == "media":
                done += [c for c in grammar.children(noun.index, "acl") if c.tag == "VBG"]
                content = tuple(context.under(c.index) for c in done)
                if content:
                    cue = (token.index, token.index + 1)
                    yield _draft(context, token, cue, noun, content)


def _draft(
    context: Context, head: Token, cue: Range, thing: Token, content: tuple[Range, ...]
) -> Draft:
    sources = chain_of(context, thing)
    known_by = KNOWN_BY_KIND.get(source_of(context, thing).kind, "told")
    return Draft(head.index, cue, sources, content, known_by, "reported", None)


def _tells(context: Context, verb: Token) -> bool:
    """Whether a verb credits its own subject: "in a letter, the minister said that"."""
    if verb.lemma.casefold() not in context.cues.verbs:
        return False
    return bool(context.grammar.children(verb.index, "ccomp", "xcomp"))


def _is_setting(context: Context, thing: Token) -> bool:
    lemma = thing.lemma.casefold()
    if thing.pos != "NOUN" or lemma in ("film", "documentary", "picture", "image"):
        return False
    kind = source_of(context, thing).kind
    return kind == "media" or (kind == "document" and lemma in load_lists().voicing | _WRITTEN)


def _meant(context: Context, pronoun: Token) -> Token | None:
    """The one recording or document of the sentence before."""
    first = pronoun.index
    while first and context.tokens[first - 1].sentence == pronoun.sentence:
        first -= 1
    before = context.tokens[max(0, first - _LONGEST) : first]
    wanted = context.tokens[first - 1].sentence if first else -1
    things = [t for t in before if t.sentence == wanted and _is_setting(context, t)]
    things = [t for t in things if t.dep in ("dobj", "nsubj", "nsubjpass", "attr")]
    return things[0] if len(things) == 1 else None
