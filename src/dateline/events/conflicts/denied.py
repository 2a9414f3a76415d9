"""Whether it happened at all: told as done by some, denied by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.compare import DEEDS, is_region
from dateline.events.conflicts.apart import Days, days_of, width_of
from dateline.events.conflicts.differing import MOST_VALUES, Sides
from dateline.events.conflicts.voices import Voice
from dateline.events.telling import Telling
from dateline.records import Claim, Where

DONE, DENIED, UNPROVED = "happened", "did not happen", "no evidence"

_NO_EVIDENCE = re.compile(
    r"\bno(?: \w+){0,2} (?:evidence|proof|sign|signs|indication|indications|trace|record)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What matters of a telling here; many have the same.

    Attributes:
        days, where: As it tells them.
        told_on: ISO day of publication.
        voice: The report and its teller: one and the same does not contradict itself.
        who: Those who did it, or who are said not to have done it.
    """

    days: Days | None
    where: Where | None
    told_on: str | None
    voice: tuple[object, ...]
    who: frozenset[str] = frozenset()


def happened_sides(tellings: Sequence[Telling], voices: Mapping[str, Voice]) -> Sides:
    """Those who tell it as done, and those who say that it was not; empty if no two are at odds.

    No side has a plan: that nobody came to a meeting of next week denies nothing.
    """
    real = _without_titles([t for t in tellings if t.claim.certainty != "planned"])
    done = _said((t for t in real if t.claim.polarity == "+"), voices)
    denied = _said((t for t in real if t.claim.polarity == "-"), voices)
    if not done or not denied:
        return ()
    pairs = [
        (one, other) for one in _first(done) for other in _first(denied) if _contradicts(one, other)
    ]
    sides: dict[str, set[str]] = {}
    for one, other in pairs:
        sides.setdefault(DONE, set()).update(claim.id for claim in done[one])
        for claim in denied[other]:
            unproved = _NO_EVIDENCE.search(claim.quote.exact)
            sides.setdefault(UNPROVED if unproved else DENIED, set()).add(claim.id)
    return tuple((says, tuple(sorted(claims))) for says, claims in sides.items())


def _without_titles(tellings: Sequence[Telling]) -> list[Telling]:
    """Without the headlines of reports that tell it themselves: few words, and names cut short."""
    told = {(one.claim.report, one.claim.polarity) for one in tellings if not one.claim.in_headline}
    return [
        one
        for one in tellings
        if not one.claim.in_headline or (one.claim.report, one.claim.polarity) not in told
    ]


def _said(tellings: Iterable[Telling], voices: Mapping[str, Voice]) -> dict[Said, list[Claim]]:
    found: dict[Said, list[Claim]] = {}
    for telling in tellings:
        claim = telling.claim
        voice = voices[claim.id]
        when = claim.when
        days = days_of(when) if when and telling.is_dated else None
        told_on = voice.told[:10] if voice.told else None
        who = telling.who if telling.claim.type in DEEDS else frozenset()
        said = Said(days, telling.where, told_on, (voice.report, voice.teller), who)
        found.setdefault(said, []).append(claim)
    return found


def _first(said: Mapping[Said, list[Claim]]) -> list[Said]:
    return sorted(said, key=lambda one: said[one][0].id)[:MOST_VALUES]


def _contradicts(done: Said, denied: Said) -> bool:
    if done.voice == denied.voice or _is_before_it(denied, done):
        return False
    if denied.who and denied.who.isdisjoint(done.who):
        return False  # "it was not us" says nothing against what others did, or nobody in person
    if done.days and denied.days and width_of(done.days) > width_of(denied.days):
        return False  # done in March, and not on the third
    return not (done.where and denied.where and _is_wider(done.where, denied.where))


def _is_before_it(denied: Said, done: Said) -> bool:
    """Whether a denial was printed before the day of the deed, and so speaks of nothing past."""
    start = done.days[0] if done.days else None
    return start is not None and denied.told_on is not None and denied.told_on < start.isoformat()


def _is_wider(one: Where, other: Where) -> bool:
    return is_region(one) and not is_region(other)
