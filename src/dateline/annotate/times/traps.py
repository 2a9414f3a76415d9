"""Words that look like a time and are none: counts, ages, names, titles, page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.words import (
    AMBIGUOUS_MONTHS,
    BEFORE_DATES,
    EVENT_NOUNS,
    FURNITURE,
    UNITS,
    unit_of,
)
from dateline.records import Token

_WORD_BEFORE = re.compile(r"([^\W\d_]+)['’]?[ \u00a0\n(“\"-]{0,3}\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\n-]{1,2}([^\W\d_]+)")
_RATE = re.compile(
    r"(?:[\d%$£€]|percent|million|billion|cents?|dollars?|times|once|twice|people|hours?|days?"
    r"|miles|tons|barrels|copies)[ \n]\Z",
    re.IGNORECASE,
)
_EVENT_LOOKAHEAD = 3
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "s", "these", "those"]
)
_LENGTH_BEFORE = frozenset({
    "for", "in", "after", "over", "within", "takes", "took", "take", "last", "lasted", "spent",
    "about",
    "than", "least", "nearly", "many", "recent", "past", "several", "through", "during",
    "couple", "by",
    "two", "three", "some", "few", "every", "of", "to", "as", "barely", "almost",
})  # fmt: skip


_COUNTING = frozenset({"over", "about", "around", "than", "of", "to", "for", "and", "or"})


def word_before(text: str, start: int) -> str:
    """The word right before `start`, in lower case, or ""."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return found[1].lower() if found else ""


def word_after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


def is_furniture(text: str, start: int) -> bool:
    """Whether the line that `start` stands in is a byline, a caption or a footer."""
    begin = text.rfind("\n", max(0, start - 200), start) + 1
    line = text[begin : begin + 30].lstrip(" \t([*").lower()
    return any(
        line.startswith(word) and not line[len(word) : len(word) + 1].isalpha()
        for word in FURNITURE
    ) and (line.find(":") != -1 or line[0] in "©(" or start - begin < 24)


def names_a_time(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether the words are used of time here."""
    check = _CHECKS.get(expression.shape)
    return check is None or check(text, expression, tenses)


def names_other_event(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether the date is part of an event's name: "the October 7 attacks", "2016 elections"."""
    if expression.shape not in ("month_day", "day_month", "year", "month_year", "years", "month"):
        return False
    if _is_titled(text, expression, tenses):
        return True
    if word_before(text, expression.start) not in _DETERMINERS and (
        expression.shape != "year" or word_before(text, expression.start) in BEFORE_DATES
    ):
        return False
    return event_noun_after(expression, tenses) is not None


def _is_titled(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether a bare year stands between an article and a noun: "a 1996 law", "the 1984 novel"."""
    if expression.shape != "year" or expression.end - expression.start > 4:
        return False
    following = _next_token(expression, tenses)
    return (
        word_before(text, expression.start) in _DETERMINERS
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


def _next_token(expression: Expression, tenses: Tenses) -> Token | None:
    inside: Sequence[Token] = tenses.tokens_in(expression.start, expression.end)
    following = inside[-1].index + 1 if inside else len(tenses.tokens)
    return tenses.tokens[following] if following < len(tenses.tokens) else None


def _is_year(text: str, expression: Expression, tenses: Tenses) -> bool:
    if (
        text[expression.end : expression.end + 1] in ("-", "–")
        and text[expression.end + 1 : expression.end + 2].isalpha()
    ):
        return False
    if "part" in expression.parts or expression.end - expression.start > 4:
        return True
    before = word_before(text, expression.start)
    if before not in BEFORE_DATES:
        follows_date = text[max(0, expression.start - 8) : expression.start]
        return names_other_event(text, expression, tenses) or (
            bool(
                re.search(r"\d, ?(?:and )?\Z|(?:^|[\n(])\Z", follows_date)
                and not _counts(expression, tenses, text)
            )
            and (expression.start == 0 or text[expression.start - 1] != "\n")
        )
    return not _counts(expression, tenses, text)


def _counts(expression: Expression, tenses: Tenses, text: str) -> bool:
    """Whether the figure counts what follows ("2023 people", "in 2000 homes")."""
    if not text[expression.end : expression.end + 1].isspace():
        return False
    following = _next_token(expression, tenses)
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


def _is_month(text: str, expression: Expression, tenses: Tenses) -> bool:
    name = expression.parts["m"]
    if "part" in expression.parts or "rel" in expression.parts or "m2" in expression.parts:
        return True
    before = word_before(text, expression.start)
    following = _next_token(expression, tenses)
    if following is not None and following.pos == "PROPN" and following.text[:1].isupper():
        inside = tenses.tokens_in(expression.start, expression.end)
        if inside and inside[-1].dep == "compound" and inside[-1].head >= following.index:
            return False
    if name in AMBIGUOUS_MONTHS:
        return before in BEFORE_DATES or (
            before in _DETERMINERS and word_after(text, expression.end) == "of"
        )
    return True


def _is_weekday(text: str, expression: Expression, tenses: Tenses) -> bool:
    if not expression.parts["dow"].endswith("."):
        return word_before(text, expression.start) not in (
            "black",
            "good",
            "ash",
            "bloody",
            "palm",
            "super",
        )
    return (
        word_before(text, expression.start) in BEFORE_DATES
        or text[expression.end : expression.end + 1] == ","
    )


def _is_season(text: str, expression: Expression, tenses: Tenses) -> bool:
    parts = expression.parts
    if "rel" in parts or "year" in parts or "part" in parts:
        return True
    before = text[max(0, expression.start - 12) : expression.start].lower().split()
    if not before or before[-1] not in (
        "in",
        "during",
        "since",
        "by",
        "until",
        "this",
        "through",
        "for",
    ):
        return False
    after = word_after(text, expression.end)
    return after in ("and", "or", "when", "as", "while", "with", "to", "at", "on", "by", "") or (
        after not in ("of",) and parts["season"].lower() not in ("fall", "spring")
    )


def _is_length(text: str, expression: Expression, tenses: Tenses) -> bool:
    parts = expression.parts
    unit, number = unit_of(parts["unit"]), parts["n"].lower()
    if parts.get("old", "").strip(" -").lower().startswith("old") or unit is None:
        return False
    after = word_after(text, expression.end).lower()
    if after in ("old", "olds") or (
        unit in ("quarter", "second") and not parts["unit"].lower().endswith("s")
    ):
        return False
    if (unit == "quarter" and after == "of") or (unit == "second" and UNITS[unit] != "TS"):
        return False
    is_plural = parts["unit"].lower().endswith("s") or unit == "century"
    if number in ("some", "recent", "few", "several", "many", "a few") and not is_plural:
        return False
    if number in ("a", "an") and "more" not in parts and "rel" not in parts:
        before = word_before(text, expression.start)
        if after in ("after", "before", "or", "since", "of") and unit not in ("night", "weekend"):
            return True
        return before in _LENGTH_BEFORE or bool(
            _RATE.search(text, max(0, expression.start - 12), expression.start)
        )
    return True


def is_rate(text: str, expression: Expression) -> bool:
    """Whether "a year" stands for "each year": "$5 a year", "three times a day"."""
    return expression.parts.get("n", "").lower() in ("a", "an") and bool(
        _RATE.search(text, max(0, expression.start - 12), expression.start)
    )


def _is_bare_length(text: str, expression: Expression, tenses: Tenses) -> bool:
    before, after = word_before(text, expression.start), word_after(text, expression.end)
    return before in _LENGTH_BEFORE - {"of", "to", "by", "than"} or after in (
        "ago",
        "later",
        "earlier",
    )


def _is_vague(text: str, expression: Expression, tenses: Tenses) -> bool:
    following = _next_token(expression, tenses)
    if text[expression.start : expression.start + 3].lower() in ("the", "nea"):
        return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "NUM")
    return True


def _is_clock(text: str, expression: Expression, tenses: Tenses) -> bool:
    words = text[expression.start : expression.end]
    return not (words.replace(":", "").isdecimal() and int(words.partition(":")[0]) > 24)


def _is_adverb(text: str, expression: Expression, tenses: Tenses) -> bool:
    inside = tenses.tokens_in(expression.start, expression.end)
    return bool(inside) and inside[0].pos == "ADV"


_CHECKS = {
    "adverb": _is_adverb,
    "year": _is_year,
    "month": _is_month,
    "weekday": _is_weekday,
    "season": _is_season,
    "length": _is_length,
    "lengths": _is_bare_length,
    "vague": _is_vague,
    "clock": _is_clock,
}
