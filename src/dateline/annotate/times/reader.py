"""Reads the expressions of one report in text order, each against what was told before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.annotate.times.bounds import bound
from dateline.annotate.times.calendar import is_calendar, read_calendar
from dateline.annotate.times.context import word_before
from dateline.annotate.times.days import FIRST_YEAR, LAST_YEAR, last_day
from dateline.annotate.times.doubts import doubts_of_day, doubts_of_publication
from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.lengths import length_value, set_value
from dateline.annotate.times.named_events import event_noun_after, names_other_event
from dateline.annotate.times.pieces import Kind
from dateline.annotate.times.quotations import quotation_around
from dateline.annotate.times.relative import is_relative, read_relative
from dateline.annotate.times.setting import Publication, Reading, Setting, publication_of
from dateline.annotate.times.tense import Tenses
from dateline.annotate.times.values import is_day, open_value, timex_of
from dateline.annotate.times.words import AHEAD, HOURS, MONTHS, SAYS, unit_of
from dateline.annotate.times.year_frames import YearFrames
from dateline.records import Quote, Report, Sentence, TimeExpression, Token, When, read_when

_SENTENCES_BACK = 4
"""How many sentences back a date may look for the one that it is told beside."""
_DAY_BACK = 12
"""How many sentences back "the next day" may look for its day, the last one that was told."""
_QUARTER_BACK = 12
"""How many sentences back "a year earlier" may look for the quarter that it is compared with."""
_SAID = frozenset({"today", "later_today", "day_part"})
_SAID_ON = frozenset({"weekday", "month_day", "day_month", "iso"})
_IN_QUOTATION = "said in a quotation: its day may be that of the saying"
_TO_ITS_DAY = re.compile(r"[ \n]?(?:\((?:[^()]{0,20}\))?|\)),?[ \n]?(?:on )?")
_LONGEST_GAP = 30
_AS_SOON = re.compile(r"(?<!from )\bas (?:soon|early) as \Z")
_BACK_IN = re.compile(r"\bback (?:in|on) \Z")
_AIMS = frozenset({"for", "to", "until", "till"})
"""What leads from a plan to its day: "scheduled it for Thursday"."""
_ENDS = frozenset({"due", "since", "until", "till", "through", "by", "fiscal"})
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_TELLS_QUARTER = frozenset({"quarter", "quarter_year", "the_quarter", "period"})


@dataclass(frozen=True, slots=True)
class _Year:
    """A year that a sentence prints, with its place and the month beside it."""

    start: int
    year: int
    month: int | None


_AS_PRINTED = "as printed"
"""The reason of a date that the words give in full."""


class Reader:
    """Reads the expressions of one report; remembers the last day and quarter that were told."""

    def __init__(
        self, report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
    ) -> None:
        self.text = report.text
        self.tenses = Tenses(tokens)
        self.sentence_starts = [sentence.start for sentence in sentences]
        self.publication: Publication = publication_of(report)
        self.event_dates: list[tuple[int, When]] = []
        self.told: tuple[int, date] | None = None
        self.dated: tuple[int, tuple[date, date]] | None = None
        self.quarter: tuple[int, tuple[int, int]] | None = None
        self.years: dict[int, list[_Year]] = {}
        self.named: dict[int, tuple[date, date]] = {}
        self.days: dict[int, list[Expression]] = {}
        self.frames = YearFrames(report.text)
        self.span: tuple[int, str] | None = None

    def read(self, expressions: Iterable[Expression]) -> tuple[TimeExpression, ...]:
        found = list(expressions)
        for expression in found:
            self._note_year(expression)
            if expression.shape in _SAID_ON:
                days = self.days.setdefault(self.sentence_of(expression.start), [])
                days.append(expression)
        return self._with_days([self._time_expression(expression) for expression in found])

    def _with_days(self, found: list[TimeExpression]) -> tuple[TimeExpression, ...]:
        """Gives the day to the hours before it: "at 2 a.m. (0100 UTC) on Friday"."""
        for place in range(len(found) - 2, -1, -1):
            hour, day = found[place], found[place + 1]
            between = self.text[hour.words.end : day.words.start][:_LONGEST_GAP]
            clock = (hour.value or "").partition("T")[2]
            if (
                hour.kind == "time"
                and hour.when is None
                and clock
                and _TO_ITS_DAY.fullmatch(between)
            ):
                value = (day.value or "").partition("T")[0]
                if is_day(value):
                    found[place] = replace(hour, value=f"{value}T{clock}")
        return tuple(found)

    def sentence_of(self, place: int) -> int:
        return bisect_right(self.sentence_starts, place) - 1

    def _note_year(self, expression: Expression) -> None:
        """Note a year that is printed, for the dates without one in its sentence.

        The date that names an event ("the December 2023 killings") is not the year of the sentence.
        """
        digits = expression.parts.get("year", "")
        if len(digits) != 4 or not digits.isdecimal() or expression.kind != "date":
            return
        if expression.shape in ("decade", "years", "years_between", "beside_year"):
            return
        year, month = int(digits), _month_of(expression)
        if self._is_no_scene(expression, year):
            return
        sentence = self.sentence_of(expression.start)
        if month is not None and names_other_event(self.text, expression, self.tenses):
            end = last_day(year, month) + timedelta(days=1)
            self.named.setdefault(sentence, (date(year, month, 1), end))
        else:
            self.years.setdefault(sentence, []).append(_Year(expression.start, year, month))

    def _is_no_scene(self, expression: Expression, year: int) -> bool:
        """Whether a year says of its sentence only where something ends: "notes due 1999"."""
        published = self.publication.day
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return True
        return word_before(self.text, expression.start) in _ENDS or (
            published is not None and year > published.year + 1
        )

    def _time_expression(self, expression: Expression) -> TimeExpression:
        start, end = expression.start, expression.end
        words = Quote(start, end, self.text[start:end])
        parts = {**expression.parts, "words": words.exact}
        if self.text[end : end + 2] in ("'s", "’s"):
            parts["has"] = "'s"
        if expression.shape == "recent" and "n" not in parts:
            is_ahead = parts["rel"].lower() in ("next", "coming", "following")
            return TimeExpression(words, "date", value="FUTURE_REF" if is_ahead else "PAST_REF")
        if expression.kind == "duration":
            if _is_other_period(parts):
                self.quarter = None
            return TimeExpression(words, "duration", value=length_value(parts, expression.shape))
        if expression.kind == "set":
            return TimeExpression(words, "set", value=set_value(expression.shape, parts))
        sentence = self.sentence_of(start)
        if expression.kind == "time":
            return self._hour(words, parts.get("clock", ""), sentence)
        setting = self._setting(expression, sentence)
        doubts: tuple[str, ...] = ()
        if expression.shape in _SAID and setting.published is not None:
            setting, doubts = self._as_said(expression, sentence, setting)
        reading = _read(expression.shape, parts, setting)
        if reading is None:
            return TimeExpression(words, "date", value=open_value(expression.shape, parts))
        reading = replace(reading, doubts=reading.doubts + doubts)
        value = _with_hour(reading.value or timex_of(reading.edtf), parts)
        kind: Kind = "time" if "T" in value else "date"
        when = self._when(expression, reading, words, setting)
        if when is None or not _is_dated(expression):
            return TimeExpression(words, kind, value=value)
        if names_other_event(self.text, expression, self.tenses):
            noun = event_noun_after(expression, self.tenses)
            if noun is not None:
                self.event_dates.append((noun.index, when))
            return TimeExpression(words, kind, value=value)
        self._note_frame(expression, when, sentence)
        self._remember(when, value, expression.shape, sentence, setting)
        return TimeExpression(words, kind, when, value)

    def _note_frame(self, expression: Expression, when: When, sentence: int) -> None:
        """A year that opens a sentence is told for what follows; so is another time, instead."""
        opening = self.sentence_starts[sentence] if sentence >= 0 else 0
        is_bare = expression.shape == "year" and when.start is not None
        if is_bare and when.start and self.frames.opens_sentence(opening, expression.start):
            self.frames.note(expression.start, when.start.year)
        elif is_bare or when.basis == "relative" or "year" in expression.parts:
            self.frames.note(expression.start, None)

    def _as_said(
        self, expression: Expression, sentence: int, setting: Setting
    ) -> tuple[Setting, tuple[str, ...]]:
        """What "today" is read against in a quotation: the day of the saying, where it is told."""
        quotation = quotation_around(self.text, expression.start)
        if quotation is None:
            return setting, ()
        for other in self.days.get(sentence, ()):
            verb = self.tenses.verb_over(other.start, other.end)
            if quotation[0] <= other.start < quotation[1] or verb is None:
                continue
            if verb.lemma not in SAYS or quotation[0] <= verb.start < quotation[1]:
                continue
            reading = _read(other.shape, {**other.parts}, self._setting(other, sentence))
            if reading is not None and is_day(reading.edtf):
                day = date.fromisoformat(reading.edtf)
                return replace(setting, published=day, published_name="day of the saying"), ()
        return setting, (_IN_QUOTATION,)

    def _hour(self, words: Quote, clock: str, sentence: int) -> TimeExpression:
        """A time of day without its day: its value has that of the day told before, if any."""
        told = self.told
        day = str(told[1]) if told and sentence - told[0] <= _SENTENCES_BACK else "XXXX-XX-XX"
        return TimeExpression(words, "time", value=f"{day}{clock}")

    def _setting(self, expression: Expression, sentence: int) -> Setting:
        back = _DAY_BACK if _counts_from_a_day(expression) else _SENTENCES_BACK
        verb = self.tenses.verb_over(expression.start, expression.end)
        near = self._years_of_clause(sentence, expression.start)
        year = _nearest_year(near, expression.start) if near else None
        dated = self.named.get(sentence)
        if dated is None and self.dated and sentence - self.dated[0] <= _SENTENCES_BACK:
            dated = self.dated[1]
        tense = self.tenses.tense_of(verb) if verb else None
        is_old_plan = verb is not None and self.tenses.is_old_plan(verb)
        before = word_before(self.text, expression.start)
        if before in AHEAD or (
            before == "as"
            and _AS_SOON.search(self.text, max(0, expression.start - 18), expression.start)
        ):
            tense = "future"
        if tense == "future" and verb and self.tenses.is_done(verb) and before not in _AIMS:
            tense = "past"
        if before == "since" or _BACK_IN.search(
            self.text, max(0, expression.start - 12), expression.start
        ):
            tense = "past"
        if before in ("by", "until") and verb and self.tenses.is_perfect_or_present(verb):
            tense = "future"
        return Setting(
            published=self.publication.day,
            published_name=self.publication.name,
            tense=tense,
            verb=verb.text if verb else "",
            year=year.year if year else None,
            year_month=year.month if year else None,
            is_year_after=year is not None and year.start > expression.start,
            told=self.told[1] if self.told and sentence - self.told[0] <= back else None,
            is_loose=before in ("by", "until", "till", "through", "to")
            or self.tenses.is_object(expression.start, expression.end)
            or not self.tenses.hangs_on_verb(expression.start, expression.end),
            dated=dated,
            quarter=self.quarter[1]
            if self.quarter and sentence - self.quarter[0] <= _QUARTER_BACK
            else None,
            year_told=self._year_told(expression.start, sentence),
            is_ahead=verb is not None and self.tenses.is_ahead(verb),
            is_old_plan=is_old_plan,
            carried=self.frames.carried_to(expression.start),
            span_told=self._span_told(sentence),
        )

    def _span_told(self, sentence: int) -> str | None:
        """The month, year or range that was told last, unless a day was told with or after it."""
        if self.span is None or sentence - self.span[0] > _SENTENCES_BACK:
            return None
        is_day_later = self.told is not None and self.told[0] >= self.span[0]
        return None if is_day_later else self.span[1]

    def _years_of_clause(self, sentence: int, start: int) -> list[_Year]:
        """The years that the sentence prints, but for those beyond a semicolon."""
        return [
            year
            for year in self.years.get(sentence, ())
            if self.text.find(";", *sorted((start, year.start))) < 0
        ]

    def _year_told(self, start: int, sentence: int) -> int | None:
        """The last year printed before a place, a few sentences back at most."""
        for number in range(sentence, sentence - _SENTENCES_BACK - 1, -1):
            before = [year.year for year in self.years.get(number, ()) if year.start < start]
            if before:
                return before[-1]
        return None

    def _when(
        self, expression: Expression, reading: Reading, words: Quote, setting: Setting
    ) -> When | None:
        doubts = reading.doubts + doubts_of_day(expression, reading, setting)
        reading = bound(self.text, expression.start, expression.end, reading, setting.published)
        anchor = str(setting.published) if reading.basis == "relative" else None
        if anchor:
            doubts += doubts_of_publication(self.publication)
        shown = " ".join(words.exact.split())
        if not reading.reasons:
            reading = replace(reading, reasons=(_AS_PRINTED,))
        reasons = tuple(
            reason if "→" in reason else f"{shown} → {reading.edtf}: {reason}"
            for reason in reading.reasons[:1]
        )
        try:
            return read_when(
                reading.edtf, words, reading.basis, anchor, reasons + reading.reasons[1:], doubts
            )
        except ValueError:
            return None

    def _remember(
        self, when: When, value: str, shape: str, sentence: int, setting: Setting
    ) -> None:
        quarter = _QUARTER.fullmatch(value) if shape in _TELLS_QUARTER else None
        if quarter:
            told = int(quarter[1]), int(quarter[2])
            is_over = setting.tense == "past" or (
                setting.published is None or (when.end or date.max) <= setting.published
            )
            if is_over and (self.quarter is None or told >= self.quarter[1]):
                self.quarter = sentence, told
        if when.start is None or when.end is None:
            return
        if (when.end - when.start).days == 1:
            self.told = (sentence, when.start)
        elif setting.published is None or not when.start <= setting.published < when.end:
            self.span = (sentence, when.edtf)
        if setting.carried is not None and setting.carried.year == when.start.year:
            return  # its frame is what tells the year, as far as that goes
        if when.basis == "explicit" and "/" not in when.edtf and "-" in when.edtf:
            self.dated = (sentence, (when.start, when.end))


def _of_half(clock: str, part: str | None) -> str:
    """ "3 o'clock this afternoon" is 15:00."""
    hour, _, rest = clock[1:].partition(":")
    if part in (HOURS["afternoon"], HOURS["evening"], HOURS["night"]) and hour.isdecimal():
        return f"T{int(hour) + 12 * (int(hour) < 12):02}:{rest}"
    return clock


def _counts_from_a_day(expression: Expression) -> bool:
    """ "The next day", "earlier that day", "the following day"."""
    is_day = expression.shape == "rel_unit" and expression.parts["unit"].lower() == "day"
    return is_day or expression.shape in ("next_day", "that_day", "day_before")


def _is_other_period(parts: dict[str, str]) -> bool:
    """Whether a length is a period of business, so that "a year ago" is no quarter's."""
    return unit_of(parts.get("unit", "")) == "month" and ("the" in parts or "rel" in parts)


def _is_dated(expression: Expression) -> bool:
    """Whether the words say when: "the past year" is how long, "post-1959" what kind."""
    is_length = expression.shape == "rel_unit" and expression.parts["rel"].lower() == "past"
    return expression.shape != "beside_year" and not is_length


def _read(shape: str, parts: dict[str, str], setting: Setting) -> Reading | None:
    if is_calendar(shape):
        return read_calendar(shape, parts, setting)
    return read_relative(shape, parts, setting) if is_relative(shape) else None


def _with_hour(value: str, parts: dict[str, str]) -> str:
    """The value of a day with the hour that its words name: "Tuesday night", "tonight"."""
    if not is_day(value):
        return value
    part = HOURS.get(parts.get("hour", "").lower())
    hour = _of_half(parts["clock"], part) if parts.get("clock") else part
    if hour is None and parts.get("unit", "").lower() != "day":
        hour = HOURS.get(parts.get("unit", "").lower())
    if hour is None and parts.get("day", parts["words"]).lower() == "tonight":
        hour = HOURS["night"]
    return f"{value}{hour}" if hour else value


def _month_of(expression: Expression) -> int | None:
    month = expression.parts.get("m", "")
    return MONTHS.get(month) or (int(month) if month.isdecimal() else None)


def _nearest_year(years: list[_Year], start: int) -> _Year:
    """The year printed nearest to a place; years are in text order."""
    place = bisect_right(years, start, key=lambda year: year.start - 1)
    around = years[max(0, place - 1) : place + 1]
    return min(around, key=lambda year: abs(year.start - start))
