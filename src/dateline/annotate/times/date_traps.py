"""Words that look like a date and are none: counts, persons, papers, holidays' trees."""

from __future__ import annotations

import re

from dateline.annotate.times.context import DETERMINERS, next_token, word_after, word_before
from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.named_events import names_other_event
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.words import AMBIGUOUS_MONTHS, BEFORE_DATES, EVENT_NOUNS

_COUNTING = frozenset({"over", "about", "around", "than", "of", "to", "for", "and", "or"})
_NAMED_WEEKDAYS = frozenset({"black", "good", "ash", "bloody", "palm", "super"})
_BEFORE_SEASONS = frozenset({
    "in", "during", "since", "by", "until", "this", "through", "for", "into", "over", "throughout",
    "all",
})  # fmt: skip
_BEFORE_HOLIDAYS = frozenset({
    "on", "at", "during", "by", "since", "until", "till", "before", "after", "from", "over",
    "around", "through", "past", "and", "every", "each",
})  # fmt: skip
_DAYS = frozenset({"Day", "Eve", "Monday", "Tuesday", "Wednesday", "Friday", "Saturday", "Sunday"})
_TOLD_DAYS = frozenset({"next", "following", "previous", "same", "that"})
_MONTHS_LIKE_NAMES = frozenset({"April", "June", "August", "March"})


def is_year(text: str, expression: Expression, tenses: Tenses) -> bool:
    if (
        text[expression.end : expression.end + 1] in ("-", "–")
        and text[expression.end + 1 : expression.end + 2].isalpha()
    ):
        return False
    if "part" in expression.parts or expression.end - expression.start > 4:
        return True
    before = word_before(text, expression.start)
    if before not in BEFORE_DATES and not _is_subject(expression, tenses):
        follows_date = text[max(0, expression.start - 8) : expression.start]
        return (
            names_other_event(text, expression, tenses)
            or _is_told(expression, tenses)
            or (
                bool(
                    re.search(r"\d, ?(?:and )?\Z|(?:^|[\n(])\Z", follows_date)
                    and not _counts(expression, tenses, text)
                )
                and (expression.start == 0 or text[expression.start - 1] != "\n")
            )
        )
    return not _counts(expression, tenses, text)


def _is_told(expression: Expression, tenses: Tenses) -> bool:
    """Whether a recent year stands before one thing or after a verb: "the former 2020 candidate",
    "born 1940", "her last record was 2014"."""
    inside = tenses.tokens_in(expression.start, expression.end)
    if not 1900 <= int(expression.parts["year"]) <= 2099 or len(inside) != 1 or not inside[0].index:
        return False
    before, following = tenses.tokens[inside[0].index - 1], next_token(expression, tenses)
    if (
        following is not None
        and following.pos in ("NOUN", "ADJ")
        and inside[0].head != before.index
    ):
        head = tenses.tokens[inside[0].head]
        return head.index > inside[0].index and head.tag == "NN" and before.pos in ("ADJ", "DET")
    is_over = following is None or following.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")
    return is_over and (before.tag == "VBN" or before.lemma == "be")


def _is_subject(expression: Expression, tenses: Tenses) -> bool:
    """Whether a bare year is what the verb right after it tells of: "1998 saw a boom"."""
    inside, following = tenses.tokens_in(expression.start, expression.end), None
    if inside and inside[-1].dep == "nsubj":
        following = next_token(expression, tenses)
    return following is not None and following.pos in ("VERB", "AUX")


def _counts(expression: Expression, tenses: Tenses, text: str) -> bool:
    """Whether the figure counts what follows ("2023 people", "in 2000 homes")."""
    if not text[expression.end : expression.end + 1].isspace():
        return False
    following = next_token(expression, tenses)
    inside = tenses.tokens_in(expression.start, expression.end)
    if (
        following is None
        or not inside
        or not following.text[:1].isalpha()
        or following.pos not in ("NOUN", "PROPN", "ADJ", "SYM")
    ):
        return False
    figure = inside[-1]
    if following.tag == "NNS" and word_before(text, expression.start) in _COUNTING:
        return True
    if following.lemma.lower() in EVENT_NOUNS:
        return False
    return figure.dep in ("nummod", "compound", "amod", "quantmod") and figure.head > figure.index


def is_spelled_year(text: str, expression: Expression, tenses: Tenses) -> bool:
    before = word_before(text, expression.start)
    if expression.parts["spelled"].lower().startswith("two thousand"):
        return "lead" in expression.parts or (
            before in ("in", "since", "by", "until", "of") and not _counts(expression, tenses, text)
        )
    return not _counts(expression, tenses, text)


def is_short_year(text: str, expression: Expression, tenses: Tenses) -> bool:
    """ "In '98", but not "'60 Minutes"."""
    following = next_token(expression, tenses)
    if following is not None and following.text[:1].isupper():
        return False
    return "part" in expression.parts or word_before(text, expression.start) in BEFORE_DATES


def is_month(text: str, expression: Expression, tenses: Tenses) -> bool:
    name = expression.parts["m"]
    if "part" in expression.parts or "rel" in expression.parts or "m2" in expression.parts:
        return True
    before = word_before(text, expression.start)
    following = next_token(expression, tenses)
    if following is not None and following.pos == "PROPN" and following.text[:1].isupper():
        inside = tenses.tokens_in(expression.start, expression.end)
        if inside and inside[-1].dep == "compound" and inside[-1].head >= following.index:
            return False
    if name not in AMBIGUOUS_MONTHS or before in BEFORE_DATES:
        return True
    if before in DETERMINERS and word_after(text, expression.end) == "of":
        return True
    return _qualifies(text, expression, tenses)


def _qualifies(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether a month that is also a name stands before a thing: "June sales", "the May vote"."""
    inside, following = tenses.tokens_in(expression.start, expression.end), None
    if len(inside) == 1 and inside[0].pos == "PROPN":
        following = next_token(expression, tenses)
    if following is None:
        return False
    before = tenses.tokens[max(0, inside[0].index - 1)]
    if before.pos == "PROPN" and before.sentence == inside[0].sentence and before != inside[0]:
        return False
    if following.pos != "NOUN" or not following.text.islower():
        return False
    return (
        expression.parts["m"] in _MONTHS_LIKE_NAMES
        or word_before(text, expression.start) in DETERMINERS
    )


def is_weekday(text: str, expression: Expression, tenses: Tenses) -> bool:
    before = word_before(text, expression.start)
    if (
        expression.parts.get("rel", "").lower() == "last"
        and word_after(text, expression.end) == "of"
    ):
        return False  # "the last Friday of the month"
    if not expression.parts["dow"].endswith("."):
        return before not in _NAMED_WEEKDAYS
    return before in BEFORE_DATES or text[expression.end : expression.end + 1] == ","


def is_season(text: str, expression: Expression, tenses: Tenses) -> bool:
    parts = expression.parts
    if "rel" in parts or "year" in parts or "part" in parts:
        return True
    before = text[max(0, expression.start - 12) : expression.start].lower().split()
    if not before or before[-1] not in _BEFORE_SEASONS:
        return False
    after = word_after(text, expression.end)
    return after in ("and", "or", "when", "as", "while", "with", "to", "at", "on", "by", "") or (
        after not in ("of",) and parts["season"].lower() not in ("fall", "spring")
    )


def is_holiday(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not "Christmas tree", "Easter eggs", "her love for Easter": only where something is told of
    that day."""
    if text[expression.end : expression.end + 1] == "-":
        return False
    if not expression.parts.keys().isdisjoint(("unit", "year", "rel")):
        return True
    inside = tenses.tokens_in(expression.start, expression.end)
    if not inside or inside[-1].dep == "npadvmod":
        return True
    head = tenses.tokens[inside[-1].head]
    if head.start >= expression.end and inside[-1].dep in ("compound", "amod", "nmod"):
        return False
    is_day = inside[-1].text in _DAYS or inside[-1].dep in ("nsubj", "appos")
    return is_day or (word_before(text, expression.start) in _BEFORE_HOLIDAYS)


def is_rel_unit(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not "this day and age", "the last day of the fair": no day is told by it."""
    parts = expression.parts
    if parts["unit"].lower() == "day" and parts["rel"].lower() not in _TOLD_DAYS:
        return False
    return is_no_title(text, expression, tenses)


def is_no_title(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not the name of a paper or a programme: "USA Today", "This Week"."""
    first, *others = text[expression.start : expression.end].split()
    if any(word[:1].isupper() and not word.isupper() for word in others[-1:]):
        return not first[:1].isupper()
    inside = tenses.tokens_in(expression.start, expression.end)
    if not inside or not first[:1].isupper() or inside[0].index == 0:
        return True
    before = tenses.tokens[inside[0].index - 1]
    return before.sentence != inside[0].sentence or before.pos != "PROPN"
