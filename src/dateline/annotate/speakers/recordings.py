"""Recordings that a report speaks of, by the words with which it first describes them."""

from __future__ import annotations

from dateline.annotate.speakers.context import Context
from dateline.records import Source, Token

_ANOTHER = {"another", "second", "third", "other", "separate", "new", "different"}


def introduce(context: Context, token: Token) -> None:
    """Remember the first description of a recording: later "the video" is that one."""
    lemma = token.lemma.casefold()
    if token.pos != "NOUN" or lemma not in context.cues.media or token.dep == "compound":
        return
    family = _family(lemma)
    if family not in context.recordings or _is_another(context, token):
        context.recordings[family] = _described(context, token)


def recording(context: Context, token: Token) -> Source | None:
    """The recording that a common noun means, by its first description; None if it is none."""
    lemma = token.lemma.casefold()
    if token.pos == "PROPN" or lemma not in context.cues.media:
        return None
    words = context.grammar.phrase(token.index)
    return Source("media", context.recordings.get(_family(lemma)) or words.exact, None, words)


def _family(lemma: str) -> str:
    """What sort it is: "the footage" may be what was "a video" before, "the post" may not."""
    if lemma in ("photo", "photograph", "picture", "image", "selfie", "snapshot", "imagery"):
        return "still"
    if lemma in ("post", "tweet"):
        return "written"
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
