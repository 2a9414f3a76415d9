"""Tells which places a report's names stand for, all of them together, and says why.

Two ideas: a name keeps its sense through a report, and the names of a report lie together. So
every reading of every name is weighed by the others, first as they stand, then again as they were
settled.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

import numpy as np

from dateline.annotate.places.choice import Choice
from dateline.annotate.places.evidence import Evidence, Floats, Group
from dateline.annotate.places.gazetteer import Gazetteer, Place
from dateline.annotate.places.groups import Name, dateline_group, group_names, hints
from dateline.annotate.places.readings import Reading, is_site
from dateline.annotate.places.reasons import supports, tell
from dateline.annotate.places.weights import FEATURES
from dateline.records import Span

__all__ = ["Name", "resolve_names", "settle"]

_WEIGHTS = np.array([feature.weight for feature in FEATURES])
_ROUNDS = 3
_MOST_WEIGHED = 200
"""So many names are weighed by one another; those after them only by what these settled."""
_MOST_READINGS = 1_200
_FEWEST_READINGS = 5
_WELL_KNOWN = 100_000
"""A town of so many people may be meant by a like spelling although nothing else speaks for it."""
_SMALL_KM = 40.0
_UNSAID = 5_000
"""A place with fewer people is hardly named without a word of where it is."""


def resolve_names(
    text: str,
    names: Sequence[Name],
    gazetteer: Gazetteer,
    *,
    dateline: str | None = None,
    persons: Sequence[Span] = (),
) -> list[Choice | None]:
    """The place of each name, in the order of the names; None where nothing is known of it.

    A street's or hall's name that no table knows is given the town that its sentence names:
    `Choice.is_within`.

    Args:
        names: In text order. The more, the better they tell each other apart.
        dateline: The place that the report's dateline names, as printed.
        persons: Names of persons, whose words hint at no place.
    """
    every = group_names(text, names, gazetteer)
    groups = [group for group in every if group.readings]
    helping = [*hints(text, names, gazetteer, persons), *dateline_group(dateline, gazetteer)]
    context = [*groups[:_MOST_WEIGHED], *helping]
    found: list[Choice | None] = [None] * len(names)
    settled: list[Place] = []
    for group, choice in _weigh(context):
        settled.append(choice.place)
        for mention in group.mentions:
            found[mention] = choice
    areas, states = _named(settled)
    for group in groups[_MOST_WEIGHED:]:
        plain = _plainly(group, areas, states)
        for mention in group.mentions:
            found[mention] = plain
    told = {mention for group in every for mention in group.mentions}
    return _with_sites(names, found, told)


def settle(evidence: Evidence, weights: Floats) -> tuple[Floats, Floats]:
    """The table of features and what is believed of each reading, after some rounds."""
    table = evidence.fixed
    belief = evidence.believe(table @ weights)
    for _ in range(_ROUNDS):
        table = evidence.table(belief)
        belief = evidence.believe(table @ weights)
    return table, belief


def shorten(groups: Sequence[Group]) -> list[Group]:
    """The groups with, of many namesakes, only the likeliest; without those that have no point."""
    areas, states = _named([r.place for group in groups for r in group.readings if _names_all(r)])
    most = max(_FEWEST_READINGS, _MOST_READINGS // max(1, len(groups)))
    for group in groups:
        order = sorted(
            (
                index
                for index, reading in enumerate(group.readings)
                if reading.place.lat is not None
            ),
            key=lambda index: (
                -group.followed[index],
                -_promise(group.readings[index].place, areas, states),
                group.readings[index].place.number,
            ),
        )[:most]
        group.followed = [group.followed[index] for index in order]
        group.readings = [group.readings[index] for index in order]
    return [group for group in groups if group.readings]


def _weigh(groups: Sequence[Group]) -> Iterator[tuple[Group, Choice]]:
    groups = shorten(groups)
    if not groups:
        return
    evidence = Evidence(groups)
    table, belief = settle(evidence, _WEIGHTS)
    for number, group in enumerate(groups):
        start = int(evidence.starts[number])
        # Rounded, so that another machine's last digit does not decide between equals.
        own = np.round(belief[start : start + len(group.readings)], 6)
        row = start + int(np.argmax(own))
        reading = group.readings[row - start]
        is_supported = supports(table, row)
        if group.mentions and (is_supported or _is_plain(reading)):
            reasons = tell(evidence, table, belief, row)
            is_supported = is_supported or _is_by_itself(reading)
            yield group, Choice(reading.place, reasons, is_supported, reading.via == "part")


def _plainly(group: Group, areas: set[int], states: set[str]) -> Choice | None:
    """The reading that lies where other places of the report do, else the largest."""
    pairs = [
        (is_followed, _promise(reading.place, areas, states), -reading.place.number, reading)
        for reading, is_followed in zip(group.readings, group.followed, strict=True)
        if reading.place.lat is not None
    ]
    if not pairs:
        return None
    is_followed, _, _, reading = max(pairs)
    place = reading.place
    reason = f"in {group.holder}, which follows it" if is_followed else "the likeliest of its name"
    is_supported = is_followed or place.admin1 in areas or _is_by_itself(reading)
    if not (is_supported or _is_plain(reading)):
        return None
    return Choice(place, (reason,), is_supported)


def _named(places: Sequence[Place]) -> tuple[set[int], set[str]]:
    """Numbers of the areas and codes of the states that the places are, or lie in."""
    areas = {p.number if p.kind == "admin1" else p.admin1 for p in places}
    return {a for a in areas if a is not None}, {p.country for p in places if p.country}


def _names_all(reading: Reading) -> bool:
    return reading.place.kind in ("admin1", "country")


def _promise(place: Place, areas: set[int], states: set[str]) -> float:
    size = math.log10(place.population + 10) - 1.5 * place.is_alternate
    if place.kind in ("country", "region"):
        size += 8
    return size + 3 * (place.admin1 in areas) + (place.country in states)


def _is_by_itself(reading: Reading) -> bool:
    return reading.place.kind in ("country", "region") and reading.via != "alike"


def _is_plain(reading: Reading) -> bool:
    """Whether the reading stands without any other name that speaks for it."""
    return reading.via != "alike" or reading.place.population >= _WELL_KNOWN


def _with_sites(
    names: Sequence[Name], found: list[Choice | None], told: set[int]
) -> list[Choice | None]:
    """Give streets, halls and the like the town that they are named with, else an area or state.

    A little place of such a name, of which the report says nothing else, is taken for one too.
    """
    sure = [index for index, choice in enumerate(found) if _is_sure(names[index], choice)]
    towns = [index for index in sure if _is_small(found[index])]
    named = {choice.place.number for choice in found if choice and not choice.is_within}
    return [
        choice
        if index not in told
        or not _may_lie_in(names[index])
        or (choice is not None and not _is_doubtful(choice, named))
        else _site(index, names, found, towns or sure) or choice
        for index, choice in enumerate(found)
    ]


def _may_lie_in(name: Name) -> bool:
    """Whether the name is of something inside a town: its own words or the caller say so."""
    if name.is_person or name.is_given:
        return name.is_given
    return is_site(name.text)


def _is_sure(name: Name, choice: Choice | None) -> bool:
    if choice is None or not name.is_place or choice.is_within:
        return False
    return not _is_doubtful(choice, ())


def _is_small(choice: Choice | None) -> bool:
    if choice is None:
        return False
    return choice.place.kind in ("town", "admin2") or choice.place.radius_km <= _SMALL_KM


def _is_doubtful(choice: Choice, named: Collection[int]) -> bool:
    """Whether a town is too small to be meant unsaid, or only a part of the name and not named."""
    place = choice.place
    if place.kind not in ("town", "admin2") or choice.is_supported:
        return False
    return place.number not in named if choice.is_within else place.population < _UNSAID


def _site(
    index: int, names: Sequence[Name], found: Sequence[Choice | None], sure: Sequence[int]
) -> Choice | None:
    """The place of the sure name nearest to this one, in its own sentence if one is.

    In another sentence only if the name is given: others may be of anything.
    """
    near, name = bisect_left(sure, index), names[index]
    around = [
        other
        for other in (*sure[max(0, near - 3) : near], *sure[near : near + 3])
        if name.is_given or names[other].sentence == name.sentence
    ]

    def apart(other: int) -> tuple[int, int]:
        there = names[other]
        gap = there.start - name.end if there.start >= name.end else name.start - there.end
        return abs(there.sentence - name.sentence), gap

    choice = found[min(around, key=apart)] if around else None
    if choice is None:
        return None
    unknown = "in no table of places" if found[index] is None else "no likely place has that name"
    reason = f"{unknown}; taken to lie in {choice.place.name}, named with it"
    return Choice(choice.place, (reason,), is_supported=False, is_within=True)
