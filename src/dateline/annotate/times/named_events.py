"""Dates that name an event or a thing, and are no time of what the sentence tells."""

from __future__ import annotations

from dateline.annotate.times.context import DETERMINERS, next_token, word_before
from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.words import BEFORE_DATES, EVENT_NOUNS
from dateline.records import Token

_EVENT_LOOKAHEAD = 3


def names_other_event(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether the date is part of an event's name: "the October 7 attacks", "2016 elections"."""
    if expression.shape not in ("month_day", "day_month", "year", "month_year", "years", "month"):
        return False
    if _is_titled(text, expression, tenses):
        return True
    words = text[expression.start : expression.end].lower()
    if words.startswith("the ") and " of " not in words:
        return event_noun_after(expression, tenses) is not None
    if word_before(text, expression.start) not in DETERMINERS and (
        expression.shape != "year" or word_before(text, expression.start) in BEFORE_DATES
    ):
        return False
    return event_noun_after(expression, tenses) is not None


def _is_titled(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether a bare year stands between an article and a noun: "a 1996 law", "the 1984 novel";
    or after an adjective: "former 2020 candidate"."""
    if expression.shape != "year" or expression.end - expression.start > 4:
        return False
    inside, following = tenses.tokens_in(expression.start, expression.end), None
    if inside and inside[0].index:
        following = next_token(expression, tenses)
    is_after_quality = following is not None and (
        tenses.tokens[inside[0].index - 1].pos == "ADJ" and inside[0].head > inside[0].index
    )
    return (
        (word_before(text, expression.start) in DETERMINERS or is_after_quality)
        and following is not None
        and following.tag in ("NN", "NNP", "JJ")
        and text[expression.end : expression.end + 1].isspace()
    )


def event_noun_after(expression: Expression, tenses: Tenses) -> Token | None:
    """The noun that names an event and stands right after the date, or None."""
    last = tenses.tokens_in(expression.start, expression.end)
    if not last:
        return None
    first = last[-1].index + 1
    for token in tenses.tokens[first : first + _EVENT_LOOKAHEAD]:
        if token.lemma.lower() in EVENT_NOUNS and token.pos in ("NOUN", "PROPN"):
            return token
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT") or token.text in ",.;:()":
            return None
    return None
