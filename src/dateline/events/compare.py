"""The features that say two claims tell of one occurrence, their weights, and what forbids it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from dateline.events.event_words import kinship
from dateline.events.telling import Telling, content_stems
from dateline.records import Count, Where

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types in which all who take part do the same, so that who and whom are taken together."""

DEEDS = frozenset({"ASSAULT", "COERCE"})
"""Types whose doer may be in question: one deed is laid to different doers."""

_ANY_VIOLENCE = frozenset({"attack", "destroy", "die", "injure", "kill"})
"""Modes that say no more than that there was violence, or what came of it …"""
_VIOLENCE = _ANY_VIOLENCE | {
    "assassinate", "beat", "bomb", "burn", "execute", "shell", "shoot", "stab",
}  # fmt: skip
"""… so that each of them may tell of what another report tells by its means."""

WEIGHTS: dict[str, float] = {
    "the same people": 0.5,  # two or more shared
    "shared person": 0.35,
    "doers that differ": 0.2,  # of one deed; kept as a conflict
    "nobody named": 0.1,  # "12 people were killed", told twice of one day and town
    "nobody named, other tolls": -0.2,  # three dead, forty dead: two attacks of one day
    "nobody named, same toll": 0.25,
    "nobody named, same target": 0.25,  # "a market", in one report and in another
    "same day": 0.3,
    "same week": 0.25,
    "same month": 0.15,
    "same beginning": 0.1,  # both open-ended: "since early June"
    "one undated or wide": 0.0,
    "both undated": -0.05,
    "days that differ": -0.05,  # kept as a conflict
    "same place": 0.2,
    "one place in the other": 0.1,
    "a place not given": 0.05,
    "places that differ": -0.1,  # kept as a conflict
    "same paragraph": 0.15,
    "same paragraph and mode": 0.2,
    "headline and body": 0.45,  # of one report, of one mode
    "same trigger": 0.1,
    "one denies what the other tells": 0.2,  # of one trigger; kept as a conflict
    "nobody did what is told": 0.5,  # in one report; kept as a conflict
    "same content words": 0.15,
    "same words throughout": 0.95,
}
"""What each feature adds to the score; a telling pair has one of people, of time, of place."""

TOLLS_APART = 5
"""Times that one toll is another before the two are of two occurrences: tolls grow …"""
TOLLS_APART_ON_OTHERS = 2
"""… but not from a market to a barracks."""

THRESHOLD = 0.6
"""Pairs below this are left apart."""

CONFLICT_DAYS = 7
"""Days by which two reports may differ on one occurrence and still be held to tell of it, where
two people and the town are the same: a report that gets a date wrong is often a week off."""

CONFLICT_DAYS_ALONE = 3
"""Likewise where a single person and the words are the same."""

COUNTRY_RADIUS_KM = 150.0
"""A place as coarse as this, or without coordinates, is a region: towns can lie in it."""

ROUGH = 1.5
"""Factor on the reach of a region: its circle is drawn from its area, not round its corners."""

NEAR_KM = 5.0
"""Slack on the sum of two radii: gazetteers put the point of one town in different streets."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well two tellings agree.

    Attributes:
        score: From 0 to 1, cut off at both ends.
        features: Keys of `WEIGHTS` that made it, in the order people, time, place, words.
    """

    score: float
    features: tuple[str, ...]


def compare_tellings(left: Telling, right: Telling) -> Match | None:
    """How well two tellings of one type agree, or None if something forbids joining them."""
    if not modes_agree(left.claim.mode, right.claim.mode) or not casts_agree(left, right):
        return None
    people = _compare_people(left, right)
    time, place = _compare_times(left, right), compare_places(left.where, right.where)
    words = _compare_words(left, right)
    if time is None or place is None:
        return None
    if time == "days that differ" and not _may_conflict(left, right, people, place, words):
        return None
    if place == "places that differ" and not (
        time == "same day" and people == "the same people" and _other_report(left, right)
    ):
        return None
    features = (people, time, place, *words)
    score = round(min(1.0, max(0.0, sum(WEIGHTS[feature] for feature in features))), 3)
    return Match(score, features)


def _may_conflict(
    left: Telling, right: Telling, people: str, place: str, words: tuple[str, ...]
) -> bool:
    """Whether disjoint days may be a conflict: other reports, same people and place."""
    apart = days_apart(left.start, left.end, right.start, right.end)
    alone = left.everyone == right.everyone and "same content words" in words
    limit = CONFLICT_DAYS if people == "the same people" else CONFLICT_DAYS_ALONE * alone
    return _other_report(left, right) and place == "same place" and apart <= limit


def _other_report(left: Telling, right: Telling) -> bool:
    return left.claim.report != right.claim.report


def modes_agree(left: str | None, right: str | None) -> bool:
    """Whether one occurrence may be told in both: "bombed" and "killed", never "stabbed"."""
    if left is None or right is None or left == right:
        return True
    return {left, right} <= _VIOLENCE and not _ANY_VIOLENCE.isdisjoint((left, right))


def people_agree(left: Telling, right: Telling) -> bool:
    """Whether those who take part can be those of one occurrence.

    In a symmetric type two must be shared, or one where a side names no more than one. Else
    those who do it must overlap, and those it is done to, wherever both sides name any; where
    a side names nobody at all, day and place have to decide.
    """
    if left.claim.type in SYMMETRIC:
        shared = len(left.everyone & right.everyone)
        return shared >= 2 or (shared == 1 and min(len(left.everyone), len(right.everyone)) == 1)
    whos = bool(left.who and right.who)
    whoms = bool(left.whom and right.whom)
    if (whos and left.who.isdisjoint(right.who)) or (whoms and left.whom.isdisjoint(right.whom)):
        return False
    return whos or whoms or not (left.everyone and right.everyone)


def casts_agree(left: Telling, right: Telling) -> bool:
    """Whether those who take part can be those of one occurrence, or one deed has two doers."""
    return people_agree(left, right) or doers_differ(left, right)


def doers_differ(left: Telling, right: Telling) -> bool:
    """Whether one deed is laid to different doers, by two reports, or by one that denies of one.

    It is one only if the day is the same, and so are town and those whom it befell: one of them,
    how many they were, or a target without a name, which may stand for the town.
    """
    is_denied = left.claim.polarity != right.claim.polarity
    if left.claim.type not in DEEDS or not (_other_report(left, right) or is_denied):
        return False
    if not (left.who and right.who) or not left.who.isdisjoint(right.who):
        return False
    is_target = _any_kin(left.targets, right.targets)
    place = compare_places(left.where, right.where)
    if place != "same place" and not (is_target and place == "a place not given"):
        return False
    if left.is_vague or (left.start, left.end) != (right.start, right.end) or _width(left) > 1:
        return False
    if left.whom and right.whom:
        return not left.whom.isdisjoint(right.whom)
    if is_target:
        return True
    tolls, other_tolls = (
        {(count.of, count.least, count.most) for count in one.claim.counts} for one in (left, right)
    )
    return not tolls.isdisjoint(other_tolls)


def _compare_people(left: Telling, right: Telling) -> str:
    if doers_differ(left, right):
        return "doers that differ"
    shared = len(left.everyone & right.everyone)
    if not shared and not (left.everyone and right.everyone):
        return _compare_unnamed(left, right)
    return "the same people" if shared >= 2 else "shared person" if shared else "nobody named"


def _compare_unnamed(left: Telling, right: Telling) -> str:
    """What is left to compare where one names nobody: how many it befell, and what."""
    given = bool(left.targets and right.targets)
    is_same = given and _any_kin(left.targets, right.targets)
    times = TOLLS_APART_ON_OTHERS if given and not is_same else TOLLS_APART
    tolls = [
        (count, other)
        for count in left.claim.counts
        for other in right.claim.counts
        if count.of == other.of
    ]
    if any(_are_apart(count, other, times) for count, other in tolls):
        return "nobody named, other tolls"
    if is_same:
        return "nobody named, same target"
    if not given and any(_is_same_toll(count, other) for count, other in tolls):
        return "nobody named, same toll"
    return "nobody named"


def _is_same_toll(one: Count, other: Count) -> bool:
    return one.least > 1 and (one.least, one.most) == (other.least, other.most)


def _are_apart(one: Count, other: Count, times: int) -> bool:
    low, high = sorted((one, other), key=lambda count: count.least)
    return low.most is not None and high.least > times * max(1, low.most)


def _any_kin(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(
        kinship(a, b) not in ("other", "unknown", "of one kind") for a in left for b in right
    )


def _compare_times(left: Telling, right: Telling) -> str | None:
    if not left.is_dated and not right.is_dated:
        return "both undated"
    if not days_meet(left.start, left.end, right.start, right.end):
        near = days_apart(left.start, left.end, right.start, right.end) <= CONFLICT_DAYS
        return "days that differ" if near and not (left.is_vague or right.is_vague) else None
    if left.is_vague or right.is_vague:
        is_open = left.start is not None and left.end is None and right.end is None
        return "same beginning" if is_open and left.start == right.start else "one undated or wide"
    widest = max(_width(left), _width(right))
    return "same day" if widest == 1 else "same week" if widest <= 7 else "same month"


def _width(telling: Telling) -> int:
    assert telling.start is not None
    assert telling.end is not None
    return (telling.end - telling.start).days


def days_meet(
    start: date | None, end: date | None, other_start: date | None, other_end: date | None
) -> bool:
    """Whether two half-open ranges of days share a day; None is open."""
    if start is not None and other_end is not None and start >= other_end:
        return False
    return end is None or other_start is None or other_start < end


def days_apart(
    start: date | None, end: date | None, other_start: date | None, other_end: date | None
) -> int:
    """Days from the last day of the earlier range to the first of the later; 0 if they meet."""
    if days_meet(start, end, other_start, other_end):
        return 0
    one = timedelta(days=1)
    if start is not None and other_end is not None and start >= other_end:
        return (start - (other_end - one)).days
    assert end is not None
    assert other_start is not None
    return (other_start - (end - one)).days


def compare_places(left: Where | None, right: Where | None) -> str | None:
    """The feature of two places; "places that differ" if neither can lie in the other."""
    if left is None or right is None:
        return "a place not given"
    if left.name.casefold() == right.name.casefold() and left.country == right.country:
        other_venue = left.venue and right.venue and left.venue != right.venue
        return "a place not given" if other_venue else "same place"
    if left.country and right.country and left.country != right.country:
        return "places that differ"
    apart = distance_km(left, right)
    if apart is None or _unplaced(left) or _unplaced(right):
        within = left.country is not None and left.country == right.country
        return "one place in the other" if within else "places that differ"
    reach = (left.radius_km or 0.0) + (right.radius_km or 0.0)
    if is_region(left) or is_region(right):
        return "one place in the other" if apart <= reach * ROUGH else "places that differ"
    return "same place" if apart <= reach + NEAR_KM else "places that differ"


def is_region(where: Where) -> bool:
    """Whether a place is so coarse, or so little known, that towns can lie in it."""
    return _unplaced(where) or (where.radius_km or 0.0) >= COUNTRY_RADIUS_KM


def _unplaced(where: Where) -> bool:
    return where.lat is None or where.lon is None or where.radius_km is None


def distance_km(left: Where, right: Where) -> float | None:
    """Great-circle distance of the points of two places, or None where one has none."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    high, low = radians(left.lat), radians(right.lat)
    span = sin((high - low) / 2) ** 2
    span += cos(high) * cos(low) * sin(radians(left.lon - right.lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(span)))


def denies_of_all(denial: Telling, other: Telling) -> bool:
    """Whether one says that nobody did what the other of its report tells in some same word."""
    if denial.claim.polarity == "+" or denial.everyone or _other_report(denial, other):
        return False
    if other.claim.polarity == "-" or other.claim.certainty == "planned":
        return False
    denied, told = (content_stems(one.claim.trigger.exact) for one in (denial, other))
    return not denied.isdisjoint(told)


def is_headline_of(left: Telling, right: Telling) -> bool:
    """Whether one stands over the report that tells the other, in the same mode."""
    if _other_report(left, right) or left.claim.in_headline is right.claim.in_headline:
        return False
    return left.claim.mode is not None and left.claim.mode == right.claim.mode


def _compare_words(left: Telling, right: Telling) -> tuple[str, ...]:
    found = []
    if not _other_report(left, right) and left.paragraph == right.paragraph:
        mode = left.claim.mode
        same = mode is not None and mode == right.claim.mode
        found.append("same paragraph and mode" if same else "same paragraph")
    if is_headline_of(left, right):
        found.append("headline and body")
    if left.trigger and left.trigger == right.trigger:
        found.append("same trigger")
        if left.claim.polarity != right.claim.polarity:
            found.append("one denies what the other tells")
    if denies_of_all(left, right) or denies_of_all(right, left):
        found.append("nobody did what is told")
    shared = left.words & right.words
    if len(shared) >= 3 and 2 * len(shared) >= min(len(left.words), len(right.words)):
        found.append("same content words")
    return tuple(found)
