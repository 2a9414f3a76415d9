"""How the reports of a happening may differ: scenes, each with what its reports conflict on.

Half of them differ on something and conflict on nothing: a coarser day, a suburb, a toll that grew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from dateline.records import ConflictOn

TOWNS = {
    "Aldmouth": (50.0, 1.0), "Tarn": (52.0, 1.0), "Vessel": (51.0, 3.5), "Orrin": (49.0, -2.0),
}  # fmt: skip
SUBURBS = {"Aldmouth": "Oldquay", "Tarn": "Lower Tarn", "Vessel": "Brickfield", "Orrin": "Haven"}
PEOPLE = ("Mira Oduya", "Karim Haddad", "Ann Lee", "Tomas Brandt", "Ida Roth", "Omar Reth")
BODIES = ("Iron Circle", "Red Dune Brigades", "Northern Guard", "Salt Legion")


@dataclass(frozen=True, slots=True)
class Tells:
    """What one report tells of a happening.

    Attributes:
        counts: What befell how many: least, most (None: no end), whom (None: people), about.
        told: Day of publication.
        more: Words of the sentence besides.
        side: The side of the conflict that it stands on; None if on none.
    """

    type: str
    mode: str
    verb: str
    who: tuple[str, ...]
    whom: tuple[str, ...] = ()
    when: str | None = None
    town: str | None = None
    place: str | None = None
    venue: str | None = None
    counts: tuple[tuple[str, int, int | None, str | None, bool], ...] = ()
    told: str = ""
    outlet: str = ""
    source: str | None = None
    polarity: str = "+"
    certainty: str = "asserted"
    more: str = ""
    side: int | None = None


Scene = Callable[[Random, Tells, date], list[Tells]]


def day_of(day: date, days: int = 0) -> str:
    return (day + timedelta(days=days)).isoformat()


# -------------------------------------------------------------------------------- what conflicts


def other_days(chance: Random, told: Tells, day: date) -> list[Tells]:
    return [replace(told, side=0), replace(told, when=day_of(day, chance.randint(1, 4)), side=1)]


def other_ranges(chance: Random, told: Tells, day: date) -> list[Tells]:
    first = replace(told, when=f"{day_of(day, -2)}/{day_of(day)}", side=0)
    return [first, replace(told, when=day_of(day, chance.randint(1, 3)), side=1)]


def other_towns(chance: Random, told: Tells, day: date) -> list[Tells]:
    town = chance.choice([town for town in TOWNS if town != told.town])
    return [replace(told, side=0), replace(told, town=town, side=1)]


def other_hotels(chance: Random, told: Tells, day: date) -> list[Tells]:
    one, other = chance.sample(("Carlton", "Seaview", "Bristol", "Grand Tarn"), 2)
    return [
        replace(told, venue=f"the {name} Hotel", side=side)
        for side, name in enumerate((one, other))
    ]


def other_doers(chance: Random, told: Tells, day: date) -> list[Tells]:
    other = chance.choice([body for body in BODIES if body not in told.who])
    return [replace(told, side=0), replace(told, who=(other,), side=1)]


def other_tolls(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    more = least + chance.randint(2, 9)
    return [replace(told, side=0), replace(told, counts=((of, more, more, whom, False),), side=1)]


def lower_later(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    fewer = max(1, least - chance.randint(2, 5))
    later = replace(told, counts=((of, fewer, fewer, whom, False),), told=day_of(day, 6), side=1)
    return [replace(told, side=0), later]


def part_above_all(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, _whom, _about),) = told.counts
    more = least + chance.randint(2, 6)
    part = replace(told, counts=((of, more, more, "soldiers", False),), side=1)
    return [replace(told, side=0), part]


def denied(chance: Random, told: Tells, day: date) -> list[Tells]:
    denial = replace(told, polarity="-", source=chance.choice(told.who), side=1)
    return [replace(told, side=0), replace(denial, told=day_of(day, 3))]


def denied_undated(chance: Random, told: Tells, day: date) -> list[Tells]:
    return [one if one.side == 0 else replace(one, when=None) for one in denied(chance, told, day)]


def no_evidence(chance: Random, told: Tells, day: date) -> list[Tells]:
    words = "there is no evidence that it came to that"
    denial = replace(told, polarity="-", source="a prosecutor", more=words, side=1)
    return [replace(told, side=0), replace(denial, told=day_of(day, 3))]


# ---------------------------------------------------------------------------- what does not


def coarser_day(chance: Random, told: Tells, day: date) -> list[Tells]:
    wide = chance.choice(
        (day_of(day)[:7], day_of(day)[:4], f"{day_of(day, -1)}/{day_of(day, 1)}", None)
    )
    return [told, replace(told, when=wide)]


def about_that_day(chance: Random, told: Tells, day: date) -> list[Tells]:
    return [told, replace(told, when=f"{day_of(day, 1)}~")]


def put_right(chance: Random, told: Tells, day: date) -> list[Tells]:
    wrong = replace(told, when=day_of(day, 2), outlet="Coast Daily", told=day_of(day, 3))
    note = "which an earlier report misstated. Correction"
    return [wrong, replace(told, outlet="Coast Daily", told=day_of(day, 9), more=note), told]


def plan_moved(chance: Random, told: Tells, day: date) -> list[Tells]:
    planned = replace(told, certainty="planned", when=day_of(day)[:7], told=day_of(day, -9))
    return [planned, told]


def place_in_place(chance: Random, told: Tells, day: date) -> list[Tells]:
    assert told.town is not None
    place = chance.choice((SUBURBS[told.town], "Ostria", None))
    return [told, replace(told, place=place, town=told.town if place else None)]


def hotel_and_square(chance: Random, told: Tells, day: date) -> list[Tells]:
    other = chance.choice(("Harbour Square", "a hotel", "the Carlton", None))
    return [replace(told, venue="the Carlton Hotel"), replace(told, venue=other)]


def longer_list(chance: Random, told: Tells, day: date) -> list[Tells]:
    other = chance.choice([body for body in BODIES if body not in told.who])
    return [told, replace(told, who=(*told.who, other))]


def body_and_member(chance: Random, told: Tells, day: date) -> list[Tells]:
    return [replace(told, who=("Ostria",)), replace(told, who=("Ostrian army",))]


def doer_not_named(chance: Random, told: Tells, day: date) -> list[Tells]:
    return [told, replace(told, who=())]


def growing_toll(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    numbers = (least, least + chance.randint(2, 4), least + chance.randint(5, 20))
    return [
        replace(told, counts=((of, n, n, whom, False),), told=day_of(day, 1 + place))
        for place, n in enumerate(numbers)
    ]


def at_least(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    return [told, replace(told, counts=((of, least - chance.randint(1, 3), None, whom, False),))]


def about_so_many(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    near = max(10, round(least, -1))
    return [told, replace(told, counts=((of, near, near, whom, True),))]


def round_number(chance: Random, told: Tells, day: date) -> list[Tells]:
    number = chance.randint(1700, 2300)
    return [
        replace(told, counts=(("displaced", n, n, None, False),)) for n in (2000, number // 10 * 10)
    ]


def part_of_all(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    part = chance.randint(2, least - 1)
    both = ((of, least, least, whom, False), (of, part, part, "children", False))
    only = ((of, part, part, "children", False),)
    return [told, replace(told, counts=both), replace(told, counts=only)]


def toll_put_right(chance: Random, told: Tells, day: date) -> list[Tells]:
    ((of, least, _most, whom, _about),) = told.counts
    fewer = ((of, least - 3, least - 3, whom, False),)
    words = "after the toll was revised down"
    return [told, replace(told, counts=fewer, told=day_of(day, 5), more=words)]


def missing_found(chance: Random, told: Tells, day: date) -> list[Tells]:
    tolls = ((("missing", n, n, None, False),) for n in (40, 12))
    return [
        replace(told, counts=counts, told=day_of(day, 2 * n)) for n, counts in enumerate(tolls, 1)
    ]


def plan_denied(chance: Random, told: Tells, day: date) -> list[Tells]:
    planned = replace(told, certainty="planned", told=day_of(day, -5))
    return [planned, replace(planned, polarity="-", source=told.who[0], told=day_of(day, -4))]


def denied_before(chance: Random, told: Tells, day: date) -> list[Tells]:
    early = replace(told, polarity="-", when=None, source=told.who[0], told=day_of(day, -6))
    return [told, early]


def denied_of_a_day(chance: Random, told: Tells, day: date) -> list[Tells]:
    wide = replace(told, when=day_of(day)[:7])
    return [wide, replace(told, polarity="-", source=told.who[0], told=day_of(day, 3))]


MEETING = ("CONSULT", "meet", "met")
ATTACK = ("ASSAULT", "attack", "attacked")

CONFLICTS: Mapping[ConflictOn, Sequence[tuple[tuple[str, str, str], Scene]]] = {
    "when": ((MEETING, other_days), (MEETING, other_ranges), (ATTACK, other_days)),
    "where": ((MEETING, other_towns), (MEETING, other_hotels)),
    "who": ((ATTACK, other_doers),),
    "count": ((ATTACK, other_tolls), (ATTACK, lower_later), (ATTACK, part_above_all)),
    "happened": (
        (MEETING, denied), (MEETING, denied_undated), (MEETING, no_evidence), (ATTACK, denied),
    ),
}  # fmt: skip
AGREE: Mapping[ConflictOn, Sequence[tuple[tuple[str, str, str], Scene]]] = {
    "when": (
        (MEETING, coarser_day), (MEETING, about_that_day), (MEETING, put_right),
        (MEETING, plan_moved),
    ),
    "where": ((MEETING, place_in_place), (MEETING, hotel_and_square)),
    "who": ((ATTACK, longer_list), (ATTACK, body_and_member), (ATTACK, doer_not_named)),
    "count": (
        (ATTACK, growing_toll), (ATTACK, at_least), (ATTACK, about_so_many),
        (ATTACK, round_number), (ATTACK, part_of_all), (ATTACK, toll_put_right),
        (ATTACK, missing_found),
    ),
    "happened": ((MEETING, plan_denied), (MEETING, denied_before), (MEETING, denied_of_a_day)),
}  # fmt: skip
