"""Finds when: words of time in a report, and the dates that they stand for.

Never more precise than the words, and never the publication date unless words point at it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.annotate.times.clock import clock_value
from dateline.annotate.times.grammar import Expression, find_expressions
from dateline.annotate.times.length_traps import is_rate
from dateline.annotate.times.reader import Reader
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.traps import is_furniture, names_a_time, without_article
from dateline.records import Report, Sentence, TimeExpression, Token, When

_LISTED_DAY = re.compile(r"\d{1,2}")
LONGEST_LIST = 100
"""A sentence with more times than these is a table, and is not read."""
_DAY_SHAPES = frozenset(
    {
        "iso",
        "month_day",
        "day_month",
        "weekday",
        "today",
        "that_day",
        "next_day",
        "holiday",
        "day_part",
        "later_today",
    }
)
_OF_DAY = re.compile(r"[ \n]of[ \n](?:the[ \n])?")
_CLOCK_GAP = re.compile(r",?[ \n](?:on |at |by )?")


def find_times(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[TimeExpression, ...]:
    """The time expressions of the report's body, in text order, without overlaps.

    A date that cannot be resolved, or that only names another event ("the October 7 attacks"), is
    kept with no `when`. So are durations, sets and times of day alone. Before `Report.body_start`,
    in bylines, captions and footers, and in tables (`LONGEST_LIST`) nothing is found.
    """
    reader, found = _read(report, tokens, sentences)
    return reader.read(found)


def find_event_dates(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[tuple[int, When], ...]:
    """The dates that name an event, each with the index of its noun: "the October 7 attacks".

    They are the time of what that noun tells of, and of nothing else; in text order.
    """
    reader, found = _read(report, tokens, sentences)
    reader.read(found)
    return tuple(reader.event_dates)


def _read(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Reader, list[Expression]]:
    reader = Reader(report, tokens, sentences)
    written = list(find_expressions(report.text, report.body_start))
    counts = Counter(reader.sentence_of(expression.start) for expression in written)
    prose = (e for e in written if counts[reader.sentence_of(e.start)] <= LONGEST_LIST)
    return reader, _with_clock(report.text, _expressions(report.text, prose, reader.tenses))


def _expressions(text: str, written: Iterable[Expression], tenses: Tenses) -> Iterator[Expression]:
    for expression in written:
        if not names_a_time(text, expression, tenses) or is_furniture(text, expression.start):
            continue
        if expression.shape == "rel_unit" and _is_length(expression.parts):
            expression = replace(expression, kind="duration", parts={**expression.parts, "n": "a"})
        if expression.shape == "recent" and _is_one(expression.parts):
            continue
        if expression.shape == "the_year" and "ended" in expression.parts:
            expression = replace(expression, kind="duration", parts={"n": "a", "unit": "year"})
        if expression.shape == "length" and is_rate(text, expression, tenses):
            expression = replace(expression, kind="set", shape="rate")
        if expression.parts.get("rel", "").lower() == "following":
            expression = _without_preposition(text, expression)
        if expression.kind == "time":
            words = text[expression.start : expression.end]
            clock = clock_value(expression.parts, words)
            if clock is None:
                continue
            expression = replace(expression, parts={**expression.parts, "clock": clock})
        if expression.shape in ("month_days", "days_month"):
            yield from _listed(text, expression)
        else:
            yield without_article(text, expression, tenses)


def _is_length(parts: Mapping[str, str]) -> bool:
    """ "The past decade" is the ten years up to now, not one of the calendar."""
    return parts["rel"].lower() == "past" and parts["unit"].lower() in ("decade", "century")


def _is_one(parts: Mapping[str, str]) -> bool:
    """Whether the last or next of some days is meant, not a time: "the last night of the fair"."""
    return "n" not in parts and not parts["unit"].lower().endswith(("s", "ia"))


def _without_preposition(text: str, expression: Expression) -> Expression:
    """ "Following Wednesday's quake": only "the following Wednesday" is a day of its own."""
    if text[expression.start : expression.start + 9].lower() != "following":
        return expression
    if expression.shape not in ("weekday", "month", "season"):
        return expression
    start = expression.start + len("following")
    while text[start].isspace():
        start += 1
    parts = {name: value for name, value in expression.parts.items() if name != "rel"}
    return replace(expression, start=start, parts=parts)


def _with_clock(text: str, expressions: Iterable[Expression]) -> list[Expression]:
    """The expressions, an hour joined to the day beside it: "9 a.m. Tuesday", "May 3 at noon"."""
    joined: list[Expression] = []
    for expression in expressions:
        last = joined[-1] if joined else None
        if last and _is_night_of(text, last, expression):
            joined[-1] = replace(expression, start=last.start, parts=_both(expression, last))
            continue
        if last and _CLOCK_GAP.fullmatch(text, last.end, expression.start):
            if last.kind == "time" and expression.shape in _DAY_SHAPES:
                joined[-1] = replace(expression, start=last.start, parts=_both(expression, last))
                continue
            if expression.kind == "time" and last.shape in _DAY_SHAPES:
                joined[-1] = replace(last, end=expression.end, parts=_both(last, expression))
                continue
        joined.append(expression)
    return [one for one in joined if not _is_night_alone(one)]


def _is_night_of(text: str, part: Expression, day: Expression) -> bool:
    """ "The night of June 3", "the morning of the 4th of July"."""
    return (
        part.kind == "time"
        and "hour" in part.parts
        and day.shape in _DAY_SHAPES
        and _OF_DAY.fullmatch(text, part.end, day.start) is not None
    )


def _is_night_alone(expression: Expression) -> bool:
    """ "The night of the fire": only that of a day is a time."""
    return expression.kind == "time" and expression.parts.get("hour", "").lower() == "night"


def _both(day: Expression, hour: Expression) -> dict[str, str]:
    return {**day.parts, "clock": hour.parts["clock"]}


def _listed(text: str, expression: Expression) -> Iterator[Expression]:
    """ "May 3, 5 and 7" as a date each: the first with its month, the others as the bare figure."""
    parts = {key: value for key, value in expression.parts.items() if key not in ("list", "d2")}
    start = text.index(expression.parts["list"], expression.start)
    days = list(_LISTED_DAY.finditer(text, start, start + len(expression.parts["list"])))
    if expression.shape == "month_days":
        yield Expression(expression.start, start, "date", "month_day", parts)
        ranges = [(day.start(), day.end()) for day in days]
        ranges[-1] = (ranges[-1][0], expression.end)
    else:
        yield Expression(expression.start, start, "date", "day_month", parts)
        ranges = [(day.start(), day.end()) for day in days]
        ranges[-1] = (ranges[-1][0], expression.end)
    for (begin, end), day in zip(ranges, days, strict=True):
        yield Expression(begin, end, "date", "month_day", {**parts, "d": day[0]})
