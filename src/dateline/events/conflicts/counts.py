"""Whether two claims' counts of people can both hold."""

from __future__ import annotations

from collections import defaultdict

from dateline.events.knowledge import load_anybody
from dateline.events.telling import words_of
from dateline.records import Claim, Count

_LEAST_ROUND = 100
"""From this a number that ends in noughts may stand for those around it."""
_MOST_SLACK = 0.25
"""No number stands for others further off than this share of it, unless it is "about" so many."""
_ABOUT_SLACK = 0.5
"""Share of a number by which "about" may miss."""


def main_counts(claim: Claim) -> tuple[Count, ...]:
    """The counts of a claim, one for each of what befell whom, in the order of these.

    Of several numbers of one thing ("rose to 15, from 12") it is the one that is told as of now;
    what has no such number is left out.
    """
    by_name: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in claim.counts:
        by_name[count.of, whom_of(count)].append(count)
    found = []
    for _name, counts in sorted(by_name.items()):
        if len(_ranges(counts)) > 1:
            counts = [count for count in counts if not _is_of_before(claim, count)]
        if len(_ranges(counts)) == 1:
            found.append(counts[0])
    return tuple(found)


def differ(left: Count, right: Count) -> bool:
    """Whether both cannot be.

    "About" and round numbers stand for those around them. Numbers of different people ("three
    children", "two soldiers") can both be, but no part is more than all the people there are.
    """
    if left.of != right.of:
        return False
    one, other = whom_of(left), whom_of(right)
    if one and other and one != other:
        return False
    (least, most), (other_least, other_most) = bounds(left), bounds(right)
    is_less, is_more = most < other_least, other_most < least
    if one == other:
        return is_less or is_more
    return is_less if other else is_more


def bounds(count: Count) -> tuple[float, float]:
    """The least and the most that the words allow, with what they may be off."""
    least = float(count.least)
    most = float("inf") if count.most is None else float(count.most)
    if count.about:
        return least * (1 - _ABOUT_SLACK), most * (1 + _ABOUT_SLACK)
    return least - _slack(count.least), most + (_slack(count.most) if count.most else 0.0)


def whom_of(count: Count) -> str:
    """The people that a count is of, folded; empty for people as such ("12 people", "12")."""
    words = words_of(count.whom.exact) if count.whom else ()
    return "" if not words or words[-1] in load_anybody() else words[-1]


def name_count(count: Count) -> str:
    """Such as "at least 12 killed"; two counts of one name say the same."""
    if count.least == count.most:
        number = f"{'about ' * count.about}{count.least}"
    elif count.most is None:
        number = f"at least {count.least}"
    else:
        number = f"{count.least} to {count.most}" if count.least else f"at most {count.most}"
    whom = f" {whom_of(count)}" if whom_of(count) else ""
    return f"{number}{whom} {count.of}"


def _slack(number: int) -> float:
    """How far a round number may be from what it stands for: "2,000" from 1,900, not 12 from 13."""
    if number < _LEAST_ROUND:
        return 0.0
    unit = 1
    while number % (unit * 10) == 0:
        unit *= 10
    return min(unit / 2, number * _MOST_SLACK) if unit > 1 else 0.0


def _ranges(counts: list[Count]) -> set[tuple[int, int | None, bool]]:
    return {(count.least, count.most, count.about) for count in counts}


def _is_of_before(claim: Claim, count: Count) -> bool:
    """Whether "from" stands before a number: "rose to 15 from 12"."""
    before = words_of(claim.quote.exact[: max(0, count.words.start - claim.quote.start)])
    return bool(before) and before[-1] in ("from", "than")
