"""Finds words that speak of time: patterns, tried only where a word of time begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.annotate.times.patterns import ABOUT_WORDS, NUMBER_WORDS, PATTERNS
from dateline.annotate.times.pieces import Kind
from dateline.annotate.times.words import (
    CENTURIES,
    DECADES,
    FULL_WEEKDAYS,
    HOLIDAYS,
    HOUR_WORDS,
    MONTHS,
    NUMBERS,
    OFTEN,
    ORDINALS,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    one_of,
)
from dateline.annotate.times.year_frames import is_line_end


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of time as the grammar read them.

    Attributes:
        start, end: Code points in the text, half-open.
        shape: The pattern that matched ("month_day"); it says which parts there are.
        parts: Named parts of the pattern that are present.
    """

    start: int
    end: int
    kind: Kind
    shape: str
    parts: dict[str, str]


_COMPILED = tuple((shape, kind, re.compile(pattern)) for shape, kind, pattern in PATTERNS)


def _first_words(phrases: Iterable[str]) -> set[str]:
    return {re.split(r"[^\w.]", phrase, maxsplit=1)[0] for phrase in phrases}


def _patterns(*shapes: str) -> list[tuple[str, Kind, re.Pattern[str]]]:
    unknown = set(shapes) - {shape for shape, _, _ in _COMPILED}
    assert not unknown, unknown
    return [pattern for pattern in _COMPILED if pattern[0] in shapes]


_AFTER_DIGITS = _patterns(
    "iso", "figures", "day_month", "day_month_range", "days_month", "years", "year", "decade",
    "short_decade", "century", "offset", "offset_event", "length", "clock", "quarter", "often",
    "period", "half_year",
)  # fmt: skip
_AFTER_MONTH = _patterns(
    "month_day", "month_days", "month_year", "month", "month_of_year", "month_short_year"
)
_AFTER_QUOTE = _patterns("short_year", "short_decade")
_AFTER_NUMBER = _patterns(
    "offset", "offset_event", "length", "often", "day_before", "recent", "lengths", "some_time",
    "spelled_year", "spelled_decade", "vague", "clock", "quarter_century",
)  # fmt: skip
_AFTER_WEEKDAY = _patterns(
    "weekday", "weekdays", "weekday_set", "month_day", "day_month", "vague", "holiday"
)
_AFTER_BETWEEN = [pattern for pattern in _COMPILED if pattern[0].endswith("between")]
_AFTER_WORD = [
    pattern
    for pattern in _COMPILED
    if pattern not in _AFTER_BETWEEN
    and pattern[0] not in {"iso", "figures", "years", "short_year", "month_days"}
]
_LASTING = (
    "hour", "month", "decade", "hourlong", "daylong", "weeklong", "monthlong", "yearlong",
    "decadelong",
)  # fmt: skip
_POINTING = (
    "last", "next", "this", "past", "previous", "coming", "following", "same", "that",
)  # fmt: skip
_AFTER_POINTING = _patterns(
    "month_day", "month", "season", "quarter", "half", "two_quarters", "part_of_month", "holiday",
    "weekday", "day_part", "rel_unit", "period", "next_day", "that_day", "length", "recent",
)  # fmt: skip
_AFTER_THE = _patterns(
    "day_month", "month_year", "month", "month_of_year", "month_short_year", "year",
    "spelled_year", "short_year", "decade", "short_decade", "spelled_decade", "century",
    "season", "quarter", "half", "two_quarters", "part_of_month", "week_of", "weekday",
    "rel_unit", "the_unit", "weekend", "period", "the_quarter", "the_year", "the_month",
    "beside_day", "next_day", "that_day", "day_before", "vague", "length", "recent",
    "hour_word", "all_day", "year_before",
)  # fmt: skip
_BY_WORD = {
    **dict.fromkeys((*NUMBERS, *NUMBER_WORDS, *ABOUT_WORDS), _AFTER_NUMBER),
    **{name.lower(): _AFTER_WEEKDAY for name in WEEKDAYS},
    **{f"{name.lower()}s": _AFTER_WEEKDAY for name in FULL_WEEKDAYS},
    **dict.fromkeys(_POINTING, _AFTER_POINTING),
    "the": _AFTER_THE,
    "between": _AFTER_BETWEEN,
    **dict.fromkeys(_LASTING, _patterns("lasting")),
    "long": _patterns("years_ago"),
    "all": _patterns("all_day"),
    "day": _patterns("beside_day", "lasting"),
    "week": _patterns("week_of", "lasting"),
    "year": _patterns("year", "spelled_year", "year_ago", "year_end", "lasting", "quarter"),
}
_ALONE = {
    *VAGUE, *HOUR_WORDS, *OFTEN, *DECADES, "today", "tonight", "yesterday", "tomorrow", "morning",
    "afternoon", "evening", "year", "q1", "q2", "q3", "q4",
}  # fmt: skip
_CORE = re.compile(
    r"(?<![^\W_])(?:\d|"
    + one_of(MONTHS)
    + "|(?i:"
    + one_of(
        {
            *WEEKDAYS, *SEASONS, *UNITS, *_ALONE, *(name.lower() for name in HOLIDAYS), "period",
            "eighteen", "nineteen", "twenty", "ago", "two thousand", "a while", "some time",
            "centuries", "millennia",
        }
    )
    + "))"
)  # fmt: skip
_RUN_GAP, _LONGEST_RUN, _TABLE = 6, 150, 5000
_LONGEST, _LINES = 100, 4
_FOREIGN_FIGURE = re.compile(r"(?![0-9])\d")
_REACH = 80
"""A word that only may begin an expression does so if a word of time follows this near."""

_STARTS = re.compile(
    r"(?=[\dA-Za-z'’])(?<![\w$£€#./,:-])(?:(?<!\d[ \n])(?P<digits>\d{4}(?!\d)|\d{1,3}(?=(?:st|nd|rd"
    r"|th|\+)?[ \u00a0\n-]{1,3}[A-Za-z\d]|[.,/:-]\d|[ap]m|st|nd|rd|th|s|,? [a-z]|[–—]))"
    rf"|(?P<month>{one_of(MONTHS)}(?![^\W\d_]))"
    r"|(?P<quote>['’](?=\d0s|\d\d))"
    r"|(?P<word>(?i:"
    + one_of(
        {
            *_ALONE, *WEEKDAYS, *(name + "s" for name in FULL_WEEKDAYS), *SEASONS, *NUMBERS,
            *ORDINALS, *CENTURIES, *NUMBER_WORDS, *ABOUT_WORDS, *_first_words(HOLIDAYS),
            *_first_words(VAGUE), *_LASTING,
            "between", "early", "mid", "late", "the", "last", "next", "this", "past", "previous",
            "coming", "following", "same", "that", "current", "earlier",
            "later", "latest", "beginning", "start", "middle", "end", "years", "days", "weeks",
            "months", "decades", "centuries", "hours", "minutes", "every", "each", "once", "twice",
            "fiscal", "weekdays", "weekends", "yearend", "his", "her", "its", "their", "post",
            "pre", "week", "day", "shortly", "long", "all", "corresponding", "comparable",
            "millennia",
        }
    )
    + r")(?![^\W\d_])))"
)  # fmt: skip


def find_expressions(text: str, start: int = 0) -> Iterator[Expression]:
    """The words of time in ``text[start:]``, in text order, without overlaps, longest first.

    Of a run of very many with next to nothing between them, a table, only the first are found.
    """
    place, core, run, end = start, start - 1, 0, start
    while (found := _STARTS.search(text, place)) is not None:
        place = found.end()
        if core < found.start():
            near = _CORE.search(text, found.start())
            if near is None:
                return
            core = near.start()
        if core - found.start() > _REACH:
            continue
        expression = _longest(text, found)
        if expression is None:
            continue
        run = run + 1 if expression.start - end <= _RUN_GAP else 0
        end = place = max(expression.end, found.start() + 1)
        if run <= _LONGEST_RUN:
            yield expression
        else:
            line_end = text.find("\n", place, place + _TABLE)
            place = line_end if line_end >= 0 else place + _TABLE


def _longest(text: str, found: re.Match[str]) -> Expression | None:
    patterns = _patterns_for(found)
    limit = _line_end(text, found.end())
    best: re.Match[str] | None = None
    best_shape, best_kind, best_end = "", "date", -1
    for shape, kind, pattern in patterns:
        match = pattern.match(text, found.start(), limit)
        if match is not None and match.end() > best_end:
            best, best_shape, best_kind, best_end = match, shape, kind, match.end()
    if best is None:
        return None
    parts = {name: value for name, value in best.groupdict().items() if value}
    begin, end = best.span("words") if "words" in parts else best.span()
    begin, end = _trim(text, begin, end)
    if _is_foreign(text, begin, end):
        return None
    return Expression(begin, end, best_kind, best_shape, parts)  # type: ignore[arg-type]


def _line_end(text: str, place: int) -> int:
    """Where the words of an expression must end: no date runs on into the next line's."""
    end = text.find("\n", place, place + _LONGEST)
    for _ in range(_LINES):
        if end < 0:
            break
        if is_line_end(text, end):
            return end
        end = text.find("\n", end + 1, place + _LONGEST)
    return len(text)


def _is_foreign(text: str, begin: int, end: int) -> bool:
    """Whether other figures than 0 to 9 belong to it, so that a part of it would be misread."""
    return _FOREIGN_FIGURE.search(text, max(0, begin - 2), end + 3) is not None


def _patterns_for(found: re.Match[str]) -> list[tuple[str, Kind, re.Pattern[str]]]:
    if found["digits"]:
        return _AFTER_DIGITS
    if found["month"]:
        return _AFTER_MONTH
    if found["quote"]:
        return _AFTER_QUOTE
    return _BY_WORD.get(found["word"].lower(), _AFTER_WORD)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space or a loose article's gap at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
