"""What two annotators of time expressions agree on, counted one to one; and TIMEX3 of a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.records import TimeExpression
from evaluation.timeml import Timex

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expressions were labelled and found, and how many of these agree.

    Attributes:
        strict: With the same extent.
        relaxed: Overlapping.
        value, type: Overlapping, with the same value, the same type.
    """

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.strict + other.strict,
            self.relaxed + other.relaxed,
            self.value + other.value,
            self.type + other.type,
        )

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of each kind of agreement; none where nothing is labelled."""
        if not self.gold:
            return {}
        agreed = {
            "strict": self.strict,
            "relaxed": self.relaxed,
            "value": self.value,
            "type": self.type,
        }
        return {
            f"{kind}_{name}": figure
            for kind, number in agreed.items()
            for name, figure in {
                "p": number / self.found if self.found else 0.0,
                "r": number / self.gold,
                "f1": 2 * number / (self.gold + self.found),
            }.items()
        }


def pair(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """The expressions that belong together: first those of one extent, then any that overlap.

    Each is in one pair at most.
    """
    left = list(found)
    pairs: list[tuple[Timex, Timex]] = []
    unpaired: list[Timex] = []
    for label in gold:
        same = next((f for f in left if (f.start, f.end) == (label.start, label.end)), None)
        if same is None:
            unpaired.append(label)
        else:
            left.remove(same)
            pairs.append((label, same))
    for label in unpaired:
        over = next((f for f in left if f.start < label.end and label.start < f.end), None)
        if over is not None:
            left.remove(over)
            pairs.append((label, over))
    return pairs


def tally(gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    """How two annotators of one text agree."""
    pairs = pair(gold, found)
    return Tally(
        gold=len(gold),
        found=len(found),
        strict=sum((g.start, g.end) == (f.start, f.end) for g, f in pairs),
        relaxed=len(pairs),
        value=sum(g.value == f.value and g.value is not None for g, f in pairs),
        type=sum(g.type == f.type for g, f in pairs),
    )


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """All of them together, for figures over all expressions of all documents."""
    return sum(tallies, Tally())


def as_timex(expression: TimeExpression) -> Timex:
    """What the product found, as TIMEX3."""
    words, value = expression.words, expression.value
    if value is None and expression.when is not None:
        value = timex_of_edtf(expression.when.edtf)
    return Timex(words.start, words.end, expression.kind.upper(), value)


def timex_of_edtf(edtf: str) -> str:
    """An EDTF value as TIMEX3 writes it: a week, a quarter or a half-year under its own name.

    Other intervals take what their ends have in common; failing that, the end that is known.
    """
    first, is_interval, last = edtf.replace("~", "").partition("/")
    if not is_interval:
        return _of_part(first)
    if ".." in (first, last):
        return _of_part(last if first == ".." else first)
    return _of_days(first, last) or _of_months(first, last) or _in_common(first, last)


def _of_part(part: str) -> str:
    """A year, month, day, season or decade."""
    year, _, rest = part.partition("-")
    return f"{year}-{_SEASONS[rest]}" if rest in _SEASONS else part.rstrip("X")


def _of_days(first: str, last: str) -> str | None:
    """A week or a weekend; a run of days that is a quarter is met as months."""
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    year, week, weekday = start.isocalendar()
    if end - start == timedelta(days=6) and weekday == 1:
        return f"{year}-W{week:02}"
    if end - start == timedelta(days=1) and weekday == 6:
        return f"{year}-W{week:02}-WE"
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return _of_months(first[:7], last[:7])
    return None


def _of_months(first: str, last: str) -> str | None:
    """A quarter or a half-year of the calendar."""
    if len(first) != 7 or len(last) != 7 or first[:4] != last[:4]:
        return None
    start, months = int(first[5:]), int(last[5:]) - int(first[5:]) + 1
    if start % 3 == 1 and months == 3:
        return f"{first[:4]}-Q{start // 3 + 1}"
    if start in (1, 7) and months == 6:
        return f"{first[:4]}-H{start // 6 + 1}"
    return None


def _in_common(first: str, last: str) -> str:
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else _of_part(first)
