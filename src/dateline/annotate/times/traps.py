"""Words that look like a time and are none: who tells, and the lines that are page furniture."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.times import date_traps, length_traps
from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.words import FURNITURE

_ARTICLE = re.compile(r"(?i:the|an?|its|their|his|her)[ \u00a0\n]{1,3}")
_QUALIFYING = frozenset(
    {"quarter", "century", "decade", "short_decade", "spelled_decade", "season", "month", "length",
     "year_ago", "month_year", "half"}
)  # fmt: skip


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


def _is_hyphenated(text: str, expression: Expression) -> bool:
    """Whether a length is written as a quality: "the two-year, $3 million contract"."""
    words = text[expression.start : expression.end].split()
    return "-" in words[-1] and "period" not in expression.parts and "n" in expression.parts


def without_article(text: str, expression: Expression, tenses: Tenses) -> Expression:
    """The expression without an article that is another noun's: "the third-quarter loss".

    An article belongs to the words of time only where they are the whole phrase.
    """
    article = _ARTICLE.match(text, expression.start)
    if article and expression.shape == "length" and _is_hyphenated(text, expression):
        return replace(expression, start=article.end())
    inside = tenses.tokens_in(expression.start, expression.end)
    if article is None or not inside:
        return expression
    last = inside[-1]
    following = tenses.tokens[last.head]
    if (
        following.start >= expression.end
        and following.pos in ("NOUN", "PROPN")
        and last.dep in ("compound", "amod", "nmod", "nummod")
        and expression.shape in _QUALIFYING
        and "," not in text[expression.end : following.start]
    ):
        return replace(expression, start=article.end())
    return expression


_CHECKS = {
    "adverb": length_traps.is_adverb,
    "year": date_traps.is_year,
    "month": date_traps.is_month,
    "weekday": date_traps.is_weekday,
    "season": date_traps.is_season,
    "length": length_traps.is_length,
    "lengths": length_traps.is_bare_length,
    "vague": length_traps.is_vague,
    "clock": length_traps.is_clock,
    "spelled_year": date_traps.is_spelled_year,
    "short_year": date_traps.is_short_year,
    "day_before": length_traps.is_day_before,
    "today": date_traps.is_no_title,
    "day_part": date_traps.is_no_title,
    "rel_unit": date_traps.is_rel_unit,
    "hour_word": length_traps.is_hour_word,
    "the_quarter": length_traps.is_the_quarter,
    "the_year": length_traps.is_the_year,
    "the_month": length_traps.is_the_year,
    "holiday": date_traps.is_holiday,
}
