"""Finds when: words of time in a report, and the dates that they stand for.

Never more precise than the words, and never the publication date unless words point at it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.annotate.times.bounds import bound
from dateline.annotate.times.calendar import is_calendar, read_calendar
from dateline.annotate.times.days import FIRST_YEAR, LAST_YEAR, last_day
from dateline.annotate.times.grammar import Expression, find_expressions
from dateline.annotate.times.relative import is_relative, read_relative
from dateline.annotate.times.setting import Reading, Setting
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.traps import (
    event_noun_after,
    is_furniture,
    is_rate,
    names_a_time,
    names_other_event,
    word_before,
)
from dateline.annotate.times.words import AHEAD, MONTHS
from dateline.records import Quote, Report, Sentence, TimeExpression, Token, When, read_when

_LISTED_DAY = re.compile(r"\d{1,2}")
LONGEST_LIST = 100
"""A sentence with more times than these is a table, and is not read."""
_SENTENCES_BACK = 4
"""How many sentences back "the next day" may look for its day."""
_AS_SOON = re.compile(r"\bas (?:soon|early) as \Z")
_DAY_SHAPES = frozenset({"iso", "month_day", "day_month", "weekday", "today"})
_CLOCK_GAP = re.compile(r",?[ \n](?:on |at |by )?")


def find_times(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[TimeExpression, ...]:
    """The time expressions of the report's body, in text order, without overlaps.

    A date that cannot be resolved, or that only names another event ("the October 7 attacks"), is
    kept with no `when`. So are durations, sets and times of day. Before `Report.body_start`, in
    bylines, captions and footers, and in tables (`LONGEST_LIST`) nothing is found.
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
) -> tuple[_Reader, list[Expression]]:
    reader = _Reader(report, tokens, sentences)
    written = list(find_expressions(report.text, report.body_start))
    counts = Counter(reader.sentence_of(expression.start) for expression in written)
    prose = (e for e in written if counts[reader.sentence_of(e.start)] <= LONGEST_LIST)
    return reader, _with_clock(report.text, _expressions(report.text, prose, reader.tenses))


def _expressions(text: str, written: Iterable[Expression], tenses: Tenses) -> Iterator[Expression]:
    for expression in written:
        if not names_a_time(text, expression, tenses) or is_furniture(text, expression.start):
            continue
        if expression.shape == "rel_unit" and expression.parts["rel"].lower() == "past":
            expression = replace(expression, kind="duration")
        if expression.shape == "length" and is_rate(text, expression):
            expression = replace(expression, kind="set", shape="rate")
        if expression.shape in ("month_days", "days_month"):
            yield from _listed(text, expression)
        else:
            yield expression


def _with_clock(text: str, expressions: Iterable[Expression]) -> list[Expression]:
    """The expressions, an hour joined to the day beside it: "9 a.m. Tuesday", "May 3 at noon"."""
    joined: list[Expression] = []
    for expression in expressions:
        last = joined[-1] if joined else None
        if last and _CLOCK_GAP.fullmatch(text, last.end, expression.start):
            if (
                last.kind == "time"
                and expression.kind == "date"
                and expression.shape in _DAY_SHAPES
            ):
                joined[-1] = replace(expression, start=last.start)
                continue
            if last.kind == "date" and expression.kind == "time" and last.shape in _DAY_SHAPES:
                joined[-1] = replace(last, end=expression.end)
                continue
        joined.append(expression)
    return joined


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


@dataclass(frozen=True, slots=True)
class _Year:
    """A year that a sentence prints, with its place and the month beside it."""

    start: int
    year: int
    month: int | None


class _Reader:
    """Reads the expressions of one report in text order; remembers the last day that was told."""

    def __init__(
        self, report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
    ) -> None:
        self.text = report.text
        self.tenses = Tenses(tokens)
        self.sentence_starts = [sentence.start for sentence in sentences]
        self.published, self.published_name = _publication(report)
        self.event_dates: list[tuple[int, When]] = []
        self.told: tuple[int, date] | None = None
        self.dated: tuple[int, tuple[date, date]] | None = None
        self.years: dict[int, list[_Year]] = {}
        self.named: dict[int, tuple[date, date]] = {}

    def read(self, expressions: Iterable[Expression]) -> tuple[TimeExpression, ...]:
        found = list(expressions)
        for expression in found:
            self._note_year(expression)
        return tuple(self._time_expression(expression) for expression in found)

    def sentence_of(self, place: int) -> int:
        return bisect_right(self.sentence_starts, place) - 1

    def _note_year(self, expression: Expression) -> None:
        """Note a year that is printed, for the dates without one in its sentence.

        The date that names an event ("the December 2023 killings") is not the year of the sentence.
        """
        digits = expression.parts.get("year", "")
        if len(digits) != 4 or not digits.isdecimal() or expression.kind != "date":
            return
        if expression.shape in ("decade", "years", "years_between"):
            return
        year, month = int(digits), _month_of(expression)
        sentence = self.sentence_of(expression.start)
        if month is not None and names_other_event(self.text, expression, self.tenses):
            if FIRST_YEAR <= year <= LAST_YEAR:
                end = last_day(year, month) + timedelta(days=1)
                self.named.setdefault(sentence, (date(year, month, 1), end))
        else:
            self.years.setdefault(sentence, []).append(_Year(expression.start, year, month))

    def _time_expression(self, expression: Expression) -> TimeExpression:
        start, end = expression.start, expression.end
        words = Quote(start, end, self.text[start:end])
        if expression.kind != "date":
            return TimeExpression(words, expression.kind)
        sentence = self.sentence_of(start)
        reading = self._reading(expression, self._setting(expression, sentence))
        if reading is None:
            return TimeExpression(words, "date")
        when = self._when(expression, reading, words)
        if when is None:
            return TimeExpression(words, "date")
        if names_other_event(self.text, expression, self.tenses):
            noun = event_noun_after(expression, self.tenses)
            if noun is not None:
                self.event_dates.append((noun.index, when))
            return TimeExpression(words, "date")
        self._remember(when, sentence)
        return TimeExpression(words, "date", when)

    def _setting(self, expression: Expression, sentence: int) -> Setting:
        verb = self.tenses.verb_over(expression.start, expression.end)
        near = self.years.get(sentence)
        year = _nearest_year(near, expression.start) if near else None
        dated = self.named.get(sentence)
        if dated is None and self.dated and sentence - self.dated[0] <= _SENTENCES_BACK:
            dated = self.dated[1]
        tense = self.tenses.tense_of(verb) if verb else None
        before = word_before(self.text, expression.start)
        if before in AHEAD or (
            before == "as"
            and _AS_SOON.search(self.text, max(0, expression.start - 12), expression.start)
        ):
            tense = "future"
        if before in ("by", "until") and verb and self.tenses.is_perfect_or_present(verb):
            tense = "future"
        return Setting(
            published=self.published,
            published_name=self.published_name,
            tense=tense,
            verb=verb.text if verb else "",
            year=year.year if year else None,
            year_month=year.month if year else None,
            is_year_after=year is not None and year.start > expression.start,
            told=self.told[1] if self.told and sentence - self.told[0] <= _SENTENCES_BACK else None,
            is_loose=before in ("by", "until", "through")
            or not self.tenses.hangs_on_verb(expression.start, expression.end),
            dated=dated,
        )

    def _reading(self, expression: Expression, setting: Setting) -> Reading | None:
        parts = {**expression.parts, "words": self.text[expression.start : expression.end]}
        if is_calendar(expression.shape):
            return read_calendar(expression.shape, parts, setting)
        if is_relative(expression.shape):
            return read_relative(expression.shape, parts, setting)
        return None

    def _when(self, expression: Expression, reading: Reading, words: Quote) -> When | None:
        reading = bound(self.text, expression.start, expression.end, reading)
        anchor = str(self.published) if reading.basis == "relative" else None
        reasons = tuple(
            reason if "→" in reason else f"{words.exact} → {reading.edtf}: {reason}"
            for reason in reading.reasons[:1]
        )
        try:
            return read_when(
                reading.edtf, words, reading.basis, anchor, reasons + reading.reasons[1:]
            )
        except ValueError:
            return None

    def _remember(self, when: When, sentence: int) -> None:
        if when.start is None or when.end is None:
            return
        if (when.end - when.start).days == 1:
            self.told = (sentence, when.start)
        if when.basis == "explicit" and "/" not in when.edtf and "-" in when.edtf:
            self.dated = (sentence, (when.start, when.end))


def _month_of(expression: Expression) -> int | None:
    month = expression.parts.get("m", "")
    return MONTHS.get(month) or (int(month) if month.isdecimal() else None)


def _nearest_year(years: list[_Year], start: int) -> _Year:
    """The year printed nearest to a place; years are in text order."""
    place = bisect_right(years, start, key=lambda year: year.start - 1)
    around = years[max(0, place - 1) : place + 1]
    return min(around, key=lambda year: abs(year.start - start))


def _publication(report: Report) -> tuple[date | None, str]:
    """The day that relative words are read against, and what it is called."""
    dateline = report.dateline.date if report.dateline else None
    for value, name in ((report.published_on, "publication date"), (dateline, "dateline")):
        if value:
            try:
                day = date.fromisoformat(value[:10])
            except ValueError:
                continue
            if FIRST_YEAR < day.year < LAST_YEAR:
                return day, name
    return None, "publication date"
