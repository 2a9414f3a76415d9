"""How many, as it was told: numbers that cannot both hold, and tolls that grew with time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dateline.events.conflicts.counts import bounds, differ, main_counts, name_count, whom_of
from dateline.events.conflicts.differing import MOST_VALUES, Sides, Value, part
from dateline.events.conflicts.voices import Voice, instant_key, is_before, says_correction
from dateline.events.telling import Telling
from dateline.records import Claim, Count, Series, Step

GROWING = frozenset(
    {
        "killed", "injured", "detained", "missing", "displaced", "evacuated", "abducted", "freed",
        "sentenced", "charged", "expelled",
    }
)  # fmt: skip
"""What goes on being counted after the deed; how many came to a march does not."""

EITHER_WAY = frozenset({"missing"})
"""What also falls as time goes on, without anybody having been wrong: the missing are found."""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a number.

    Attributes:
        at: The day up to which it is told, else that of publication; None if neither is known.
        corrects: Whether it says that a number told before was wrong.
    """

    at: str | None
    report: str
    teller: tuple[str, ...]
    corrects: bool


@dataclass(slots=True)
class Toll:
    """One number, with its first and its last tellings, of two tellers at most each."""

    count: Count
    first: list[Told] = field(default_factory=list)
    last: list[Told] = field(default_factory=list)


Tolls = list[Value[Toll]]


def read_tolls(tellings: Iterable[Telling], voices: Mapping[str, Voice]) -> dict[str, Tolls]:
    """What befell → the distinct numbers told of it, by their words."""
    values: dict[str, dict[str, Value[Toll]]] = defaultdict(dict)
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for telling in tellings:
        claim = telling.claim
        for count in main_counts(claim):
            says = name_count(count)
            new = Value(says, Toll(count), _width(count), set())
            values[count.of].setdefault(says, new).claims.add(claim.id)
            told[count.of, says].append(_told(claim, count, voices[claim.id]))
    for (of, says), some in told.items():
        ordered = sorted(some, key=_order)
        toll = values[of][says].thing
        toll.first, toll.last = _of_two_tellers(ordered), _of_two_tellers(ordered[::-1])
    return {of: [one for _, one in sorted(found.items())] for of, found in sorted(values.items())}


def differing_tolls(tolls: Tolls) -> Sides:
    """The numbers that cannot all hold, even as time went on."""
    return part(tolls, _differ)


def find_series(of: str, tolls: Tolls, at_odds: Sides) -> Series | None:
    """The numbers that grew, or were corrected, as time went on; None if none did.

    What conflicts is left out: it is told as a conflict.
    """
    left_out = {says for says, _ in at_odds}
    left = [one for one in tolls if one.says not in left_out and one.thing.first[0].at]
    left = [one for one in left if not whom_of(one.thing.count)][:MOST_VALUES]
    if not any(differ(a.thing.count, b.thing.count) for a in left for b in left):
        return None
    left.sort(key=_by_first)
    steps = tuple(
        Step(one.says, (one.thing.first[0].at or "")[:10], tuple(sorted(one.claims)))
        for one in left
    )
    return Series("count", of, steps)


def _told(claim: Claim, count: Count, voice: Voice) -> Told:
    end = count.as_of.end if count.as_of else None
    at = (end - timedelta(days=1)).isoformat() if end else voice.told
    corrects = says_correction(claim.quote.exact)
    return Told(at, voice.report, voice.teller, corrects)


def _width(count: Count) -> float:
    least, most = bounds(count)
    return most - least


def _order(told: Told) -> tuple[object, ...]:
    """By time, the undated first; of one time by report and teller."""
    return instant_key(told.at), told.report, told.teller


def _by_first(value: Value[Toll]) -> tuple[object, ...]:
    return instant_key(value.thing.first[0].at), value.thing.count.least, value.says


def _of_two_tellers(ordered: Sequence[Told]) -> list[Told]:
    """The first of a row, and the first of another teller, or report, than that one's."""
    first = ordered[0]
    other = next((one for one in ordered if one.teller != first.teller), None)
    return [first] if other is None else [first, other]


def _differ(left: Toll, right: Toll) -> bool:
    if not differ(left.count, right.count):
        return False
    low, high = sorted((left, right), key=lambda toll: bounds(toll.count))
    return any(not _can_follow(low, one, other) for one in low.last for other in high.first)


def _can_follow(low: Toll, one: Told, other: Told) -> bool:
    """Whether time, or a correction, explains that `one` tells of fewer than `other` does."""
    of = low.count.of
    if is_before(one.at, other.at):
        return of in GROWING or other.corrects or one.teller == other.teller
    if one.teller == other.teller and one.report == other.report:
        return True  # a text that tells how a number grew
    if is_before(other.at, one.at):
        return of in EITHER_WAY or one.corrects or one.teller == other.teller
    return False
