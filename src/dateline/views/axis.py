"""One time axis for a whole picture, from days to decades: where a day stands, what is labelled.

Where nothing is told for long, the axis is cut. Each stretch between two cuts has its own scale,
the wider the more is told in it, so that a busy week beside a decade still has room. Positions are
per cent of the width; labels are chosen for a picture 400 pixels wide, unless it is said how wide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dateline.records.edtf import Bounds

_WIDE_DAYS = 40
"""Longer times than this, and than a tenth of the whole, may be cut: only their ends are marked."""
_MOST_CUTS = 6
_CUT_PCT = 2.5
_LEAST_STRETCH_PCT = 7.0
_CUT_SHARE, _CUT_DAYS = 12, 14
"""A silence of more than one in so many days of the axis, and of so many days, is cut out."""
_BUSY_SHARE = 0.7
"""How much of the free width goes by how much is told; the rest goes by length."""
LABEL_PCT = 11.0
"""Room for a label, in per cent of a picture that is 400 pixels wide."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis without a cut; days are ordinals, half-open; the rest is per cent."""

    first: int
    last: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the picture.

    Attributes:
        at: Per cent of the width.
        label: What stands under it; empty where there is no room.
        year: A second line, where the year begins or changes; else empty.
        anchor: "start", "middle" or "end", so that a label at the edge stays inside.
    """

    at: float
    label: str
    year: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where time is left out; `words` say how much."""

    left: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of a picture, its stretches, cuts and ticks from left to right."""

    stretches: tuple[Stretch, ...]
    cuts: tuple[Cut, ...]
    ticks: tuple[Tick, ...]

    def at(self, day: date) -> float:
        """Where a day begins, in per cent; a day in a cut, or off the axis, is at its edge."""
        number = day.toordinal()
        for stretch in self.stretches:
            if number <= stretch.last:
                into = max(0, number - stretch.first) / (stretch.last - stretch.first)
                return round(stretch.left + into * stretch.width, 2)
        return round(self.stretches[-1].left + self.stretches[-1].width, 2)

    def holds(self, day: date) -> bool:
        """Whether a day stands on the axis, and in none of its cuts."""
        number = day.toordinal()
        return any(one.first <= number < one.last for one in self.stretches)


def lay_axis(times: Iterable[Bounds], label_pct: float = LABEL_PCT) -> Axis | None:
    """The axis that shows all these times; None if none of them has a bound.

    Args:
        label_pct: The room that a label takes, in per cent of the width.
    """
    times = list(times)
    days = [bound.toordinal() for bounds in times for bound in bounds if bound]
    if not days:
        return None
    busy = sorted(_marked_days(times, max(_WIDE_DAYS, (max(days) - min(days)) // 10)))
    stretches = tuple(_share_width(_pad(_cut(_join(busy))), busy))
    cuts = tuple(
        Cut(
            round(left.left + left.width, 2),
            round(right.left - left.left - left.width, 2),
            _length_words(right.first - left.last),
        )
        for left, right in pairwise(stretches)
    )
    return Axis(stretches, cuts, tuple(_ticks(stretches, busy, label_pct)))


def _marked_days(times: Iterable[Bounds], wide_days: int) -> Iterator[tuple[int, int]]:
    for start, end in times:
        first = start.toordinal() if start else None
        last = end.toordinal() if end else None
        if first is not None and last is not None and last - first <= wide_days:
            yield first, last
            continue
        # An open end gets room for its arrow.
        if first is not None:
            yield first, first + (1 if end else wide_days // 4)
        if last is not None:
            yield last - (1 if start else wide_days // 4), last


def _join(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = [spans[0]]
    for first, last in spans[1:]:
        if first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _cut(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut out the longest silence while it takes too much of the axis."""
    kept = spans[-1][1] - spans[0][0]
    silences = sorted(
        ((right[0] - left[1], place) for place, (left, right) in enumerate(pairwise(spans))),
        key=lambda silence: (-silence[0], silence[1]),
    )
    cut_after = set()
    for length, place in silences[:_MOST_CUTS]:
        if length < _CUT_DAYS or length * _CUT_SHARE < kept:
            break
        cut_after.add(place)
        kept -= length
    stretches = [spans[0]]
    for place, span in enumerate(spans[1:]):
        if place in cut_after:
            stretches.append(span)
        else:
            stretches[-1] = (stretches[-1][0], span[1])
    return stretches


def _pad(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Some room at both ends, never more than a third of the silence beside it."""
    room = max(1, round(sum(last - first for first, last in stretches) * 0.03))
    padded = []
    for place, (first, last) in enumerate(stretches):
        before = first - stretches[place - 1][1] if place else 3 * room
        after = stretches[place + 1][0] - last if place + 1 < len(stretches) else 3 * room
        first = max(date.min.toordinal(), first - min(room, before // 3))
        padded.append((first, min(date.max.toordinal(), last + min(room, after // 3))))
    return padded


def _share_width(
    stretches: Sequence[tuple[int, int]], busy: Sequence[tuple[int, int]]
) -> Iterator[Stretch]:
    """Width by length and by how much is told, but enough for one label."""
    days = [last - first for first, last in stretches]
    told = [sum(first <= start < last for start, _ in busy) for first, last in stretches]
    room = 100 - _CUT_PCT * (len(stretches) - 1)
    spare = room - _LEAST_STRETCH_PCT * len(stretches)
    left = 0.0
    for (first, last), length, number in zip(stretches, days, told, strict=True):
        share = _BUSY_SHARE * number / sum(told) + (1 - _BUSY_SHARE) * length / sum(days)
        width = _LEAST_STRETCH_PCT + spare * share
        yield Stretch(first, last, left, width)
        left += width + _CUT_PCT


def _length_words(days: int) -> str:
    for unit, length in (("yr", 365), ("mo", 30), ("wk", 7)):
        if days >= 2 * length:
            return f"{round(days / length)} {unit}"
    return f"{days} d"


_Steps = Callable[[date, date], Iterator[date]]


def _every_days(count: int) -> _Steps:
    def steps(first: date, last: date) -> Iterator[date]:
        day = first
        while day < last:
            yield day
            day += timedelta(days=count)

    return steps


def _every_months(count: int) -> _Steps:
    def steps(first: date, last: date) -> Iterator[date]:
        number = first.year * 12 + first.month - (first.day == 1)
        number += -number % count
        while number < last.year * 12 + last.month:
            day = date(number // 12, number % 12 + 1, 1)
            if day < last:
                yield day
            number += count

    return steps


_UNITS: tuple[tuple[str, int, _Steps], ...] = (
    ("day", 1, _every_days(1)), ("day", 2, _every_days(2)), ("day", 7, _every_days(7)),
    ("day", 14, _every_days(14)), ("month", 30, _every_months(1)), ("month", 61, _every_months(2)),
    ("month", 91, _every_months(3)), ("month", 182, _every_months(6)),
    *(("year", 365 * n, _every_months(12 * n)) for n in (1, 2, 5, 10, 20, 50, 100, 500)),
)  # fmt: skip
"""Name, least number of days between two ticks, and the ticks between two days."""


def _ticks(
    stretches: Sequence[Stretch], busy: Sequence[tuple[int, int]], room: float
) -> list[Tick]:
    """Ticks of every stretch; labels only where they do not touch, first of a stretch first."""
    found: list[tuple[float, date, str, bool]] = []
    for stretch in stretches:
        unit, days = _stretch_ticks(stretch, busy, room)
        for place, day in enumerate(days):
            # A day's label stands under its middle, where its dot is.
            into = day.toordinal() - stretch.first + (0.5 if unit == "day" else 0)
            into /= stretch.last - stretch.first
            found.append((stretch.left + into * stretch.width, day, unit, place == 0))
    kept: list[float] = []
    for at, _, _, _ in sorted(found, key=lambda tick: (not tick[3], tick[0])):
        if all(abs(_middle(at, room) - _middle(other, room)) >= room for other in kept):
            kept.append(at)
    ticks: list[Tick] = []
    shown_year = None
    for at, day, unit, is_first in found:
        if at not in kept:
            ticks.append(Tick(round(at, 2), ""))
            continue
        with_year = unit != "year" and (is_first or day.year != shown_year)
        shown_year = day.year
        year = f"{day.year}" if with_year else ""
        ticks.append(Tick(round(at, 2), _label(day, unit), year, _anchor(at, room)))
    return ticks


def _stretch_ticks(
    stretch: Stretch, busy: Sequence[tuple[int, int]], room: float
) -> tuple[str, list[date]]:
    """Days are counted from the first that is told of; months and years from their own first."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    begins = date.fromordinal(next(span for span, _ in busy if span >= stretch.first))
    for unit, length, steps in _UNITS:
        if stretch.width * length / (stretch.last - stretch.first) >= room:
            days = list(steps(begins if unit == "day" else first, last))
            if days:
                return unit, days
            break
    return "day", [begins]


def _label(day: date, unit: str) -> str:
    if unit == "year":
        return f"{day.year}"
    return _MONTHS[day.month - 1] if unit == "month" else f"{day.day} {_MONTHS[day.month - 1]}"


def _anchor(at: float, room: float) -> str:
    return "start" if at < room / 2 else "end" if at > 100 - room / 2 else "middle"


def _middle(at: float, room: float) -> float:
    """Where the middle of a label at `at` comes to stand, kept inside the picture."""
    return min(max(at, room / 2), 100 - room / 2)
