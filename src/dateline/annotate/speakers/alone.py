"""Quotations that no crediting word governs: who spoke is told in the sentence beside them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.speakers.context import Context, Draft
from dateline.annotate.speakers.lists import load_lists
from dateline.annotate.speakers.quotations import Quotation, Quotations
from dateline.annotate.speakers.sources import sources_together
from dateline.records import Token

_SHORTEST = 5
"""Words with the marks: less is a title or an expression."""
_LONGEST_SENTENCE = 60
_WORDS = {"word", "comment", "remark", "answer", "reply", "verdict", "statement"}


def with_quotations_alone(
    context: Context, drafts: Sequence[Draft], quotations: Quotations
) -> list[Draft]:
    """The attributions with those of quotations that stand alone; in the order of their cues."""
    taken = {i for d in drafts for first, last in d.content for i in (first, last - 1)}
    heads = {d.head for d in drafts}
    covered = sorted(taken)
    added: list[Draft] = []
    place = 0
    for quotation in quotations.all:
        while place < len(covered) and covered[place] < quotation.first:
            place += 1
        is_free = place == len(covered) or covered[place] >= quotation.last
        if is_free and _is_whole(context, quotation):
            draft = _told_after(context, quotation) or _told_before(context, quotation)
            if draft is not None and draft.head not in heads:
                added.append(draft)
    return sorted((*drafts, *added), key=lambda d: d.cue)


def _is_whole(context: Context, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or more, not words of one."""
    first, last = quotation.first, quotation.last
    tokens = context.tokens
    opens = first == 0 or tokens[first - 1].text in (".", "!", "?", ":")
    opens = opens or context.paragraphs[first - 1] != context.paragraphs[first]
    opens = opens or tokens[first - 1].sentence != tokens[first].sentence
    closes = tokens[last - 2].text in (".", "!", "?") or tokens[last - 2].text.endswith(".")
    has_verb = any(t.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for t in tokens[first:last])
    return opens and closes and has_verb and last - first >= _SHORTEST


def _told_after(context: Context, quotation: Quotation) -> Draft | None:
    """ "So said X", "Those were the words of X", "The speaker was X": in the sentence after."""
    place = quotation.last
    if place >= len(context.tokens):
        return None
    if context.paragraphs[place] > quotation.paragraph + 1:
        return None
    top = _top(context, place)
    if top is None:
        return None
    grammar, lemma = context.grammar, top.lemma.casefold()
    if lemma == "say" and any(c.text in ("So", "Thus") for c in grammar.children(top.index)):
        named = grammar.children(top.index, "nsubj")
    elif lemma == "be":
        named = _speaker_of_be(context, top)
    else:
        return None
    return _draft(context, quotation, top, named)


def _speaker_of_be(context: Context, verb: Token) -> list[Token]:
    grammar = context.grammar
    subjects = grammar.children(verb.index, "nsubj")
    said = grammar.children(verb.index, "attr")
    if [s.lemma.casefold() for s in subjects] == ["speaker"]:
        return said
    points = [s.text for s in subjects] in (["Those"], ["These"], ["That"], ["This"])
    named = []
    for noun in said if points else []:
        if noun.lemma.casefold() in _WORDS:
            named += grammar.children(noun.index, "poss")
            for prep in grammar.children(noun.index, "prep"):
                named += grammar.children(prep.index, "pobj") if prep.text == "of" else []
    return named


def _told_before(context: Context, quotation: Quotation) -> Draft | None:
    """The subject of the sentence before, if that tells that somebody spoke."""
    last = quotation.first - 1
    if last < 0 or context.paragraphs[last] != quotation.paragraph:
        return None
    first = last
    while first and context.tokens[first - 1].sentence == context.tokens[last].sentence:
        first -= 1
    top = _top(context, first)
    if top is None or top.index >= quotation.first:
        return None
    speaks = load_lists().speaking | {"comment", "respond", "reply", "testify", "answer"}
    if top.lemma.casefold() not in speaks:
        return None
    return _draft(context, quotation, top, context.grammar.children(top.index, "nsubj"))


def _top(context: Context, place: int) -> Token | None:
    """The verb that a sentence hangs on."""
    sentence = context.tokens[place].sentence
    for token in context.tokens[place : place + _LONGEST_SENTENCE]:
        if token.sentence != sentence:
            return None
        if token.dep == "ROOT" and token.pos in ("VERB", "AUX"):
            return token
    return None


def _draft(
    context: Context, quotation: Quotation, verb: Token, named: Sequence[Token]
) -> Draft | None:
    if not named:
        return None
    sources = tuple(dict.fromkeys(sources_together(context, named[0])))
    content = _by_sentence(context, quotation)
    cue = (verb.index, verb.index + 1)
    return Draft(verb.index, cue, sources, content, "told", "reported", named[0].index)


def _by_sentence(context: Context, quotation: Quotation) -> tuple[tuple[int, int], ...]:
    parts: list[tuple[int, int]] = []
    first = quotation.first
    for i in range(quotation.first + 1, quotation.last + 1):
        ends = i == quotation.last or context.tokens[i].sentence != context.tokens[i - 1].sentence
        if ends:
            parts.append((first, i))
            first = i
    return tuple(parts)
