"""Words that look like a length, a period or an hour and are none, or only at times."""

from __future__ import annotations

import re

from dateline.annotate.times.context import next_token, start_of_word, word_after, word_before
from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.words import UNITS, unit_of

_RATE = re.compile(
    r"(?:[\d%$£€]|percent|million|billion|cents?|dollars?|times|once|twice|people|hours?|days?"
    r"|miles|tons|barrels|copies)[ \n]\Z",
    re.IGNORECASE,
)
_SHARES = frozenset(
    {"rest", "most", "part", "much", "remainder", "balance", "months", "half", "quarters", "end"}
)
_LENGTH_BEFORE = frozenset({
    "for", "in", "after", "over", "within", "takes", "took", "take", "last", "lasted", "spent",
    "about",
    "than", "least", "nearly", "many", "recent", "past", "several", "through", "during",
    "couple", "by",
    "two", "three", "some", "few", "every", "of", "to", "as", "barely", "almost",
})  # fmt: skip


def is_length(text: str, expression: Expression, tenses: Tenses) -> bool:
    parts = expression.parts
    unit, number = unit_of(parts["unit"]), parts["n"].lower()
    if parts.get("old", "").strip(" -").lower().startswith("old") or unit is None:
        return False
    if word_before(text, expression.start) == "aged":
        return False
    if parts.get("old", "").lower().endswith("long"):
        return True
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
    if number == "one" and unit == "day" and "more" not in parts and "upto" not in parts:
        # "One day he may return" is no length.
        return (
            "-" in text[expression.start : expression.end]
            or after in ("after", "before")
            or (word_before(text, expression.start) in _LENGTH_BEFORE)
        )
    if number in ("a", "an") and "more" not in parts and "rel" not in parts:
        is_whole = "half" in parts or text[expression.end : expression.end + 2] in ("'s", "’s")
        if is_whole or text[expression.start : expression.start + 1].lower() != "a":
            return True  # "a year and a half", "a year's pay", "more than a year"
        if text[expression.start : expression.start + 2].lower() not in ("a ", "an"):
            return True  # "almost a decade"
        before = word_before(text, expression.start)
        if after in ("after", "before", "or", "since", "of") and unit not in ("night", "weekend"):
            return True
        return before in _LENGTH_BEFORE or is_rate(text, expression, tenses)
    return True


def is_rate(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Whether "a year" stands for "each year": "$5 a year", "three times a day"."""
    return expression.parts.get("n", "").lower() in ("a", "an") and (
        _RATE.search(text, max(0, expression.start - 12), expression.start) is not None
        or _follows_plural(expression, tenses)
    )


def _follows_plural(expression: Expression, tenses: Tenses) -> bool:
    """Whether a number of things stands right before: "fifty thousand cars a year"."""
    inside = tenses.tokens_in(expression.start, expression.end)
    if len(inside) != 2 or inside[0].index < 2:
        return False
    noun, before = tenses.tokens[inside[0].index - 1], tenses.tokens[inside[0].index - 2]
    if noun.tag != "NNS":
        return before.pos == "NUM" and noun.tag == "NNPS"
    return before.pos == "NUM" or (before.pos in ("ADJ", "NOUN") and noun.text.islower())


def is_bare_length(text: str, expression: Expression, tenses: Tenses) -> bool:
    before, after = word_before(text, expression.start), word_after(text, expression.end)
    if after == "of":
        return expression.parts["unit"].lower() not in ("hours", "minutes")
    return before in _LENGTH_BEFORE - {"of", "to", "by", "than"} or after in (
        "before", "after", "since", "following", "leading", "prior",
    )  # fmt: skip


def is_adverb(text: str, expression: Expression, tenses: Tenses) -> bool:
    """ "Rose daily" and "daily life", but not a paper, "the daily Granma"; nor the rest but of how
    often something is done: a "quarterly dividend" is a kind of dividend."""
    inside = tenses.tokens_in(expression.start, expression.end)
    following = next_token(expression, tenses)
    if not inside or (following is not None and following.pos == "PROPN"):
        return False
    if inside[0].pos == "ADV":
        return True
    return (
        text[expression.start : expression.end].lower() in ("daily", "hourly", "nightly", "weekly")
        and inside[0].pos == "ADJ"
        and following is not None
        and following.pos in ("NOUN", "ADJ")
        and following.text.islower()
    )


def is_vague(text: str, expression: Expression, tenses: Tenses) -> bool:
    following = next_token(expression, tenses)
    words = text[expression.start : expression.end].lower()
    if words == "current":
        inside = tenses.tokens_in(expression.start, expression.end)
        return not inside or inside[-1].pos == "ADJ"
    if words.startswith(("the", "near")):
        return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "NUM")
    return True


def is_clock(text: str, expression: Expression, tenses: Tenses) -> bool:
    words = text[expression.start : expression.end]
    if "seconds" in expression.parts and "zone" not in expression.parts:
        return word_before(text, expression.start) == "at"  # else the time that a race took
    return not (words.replace(":", "").isdecimal() and int(words.partition(":")[0]) > 24)


def is_hour_word(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not a name: "an interview with Dawn"."""
    inside = tenses.tokens_in(expression.start, expression.end)
    return not inside or not (inside[0].pos == "PROPN" and inside[0].text[:1].isupper())


def is_day_before(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not "the day before the vote": what it counts from has no date."""
    return "clause" not in expression.parts or expression.parts["which"].lower() in (
        "earlier", "later",
    )  # fmt: skip


def is_the_quarter(text: str, expression: Expression, tenses: Tenses) -> bool:
    """Not "the quarter century", "the quarter horse"."""
    following = next_token(expression, tenses)
    return "ended" in expression.parts or following is None or following.tag not in ("NN", "NNP")


def is_the_year(text: str, expression: Expression, tenses: Tenses) -> bool:
    """ "Sales for the year", but neither "man of the year" nor "the year before"."""
    if "ended" in expression.parts or "full" in expression.parts:
        return True
    before, after = word_before(text, expression.start), word_after(text, expression.end)
    if before == "of":
        return word_before(text, start_of_word(text, expression.start)) in _SHARES
    return before in ("for", "in", "during", "throughout") and after.lower() not in (
        "of", "before", "after", "when", "that", "he", "she", "they", "it", "to", "earlier", "in",
        "leading", "since", "following", "prior",
    )  # fmt: skip
