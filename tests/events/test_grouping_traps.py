"""Claims that look like one occurrence and are two, and claims that look like two and are one."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, replace

import pytest

from dateline.events import group_events
from dateline.records import Certainty, Chain, Claim, Count, Entity, Polarity, entity_id
from tests.factory import find_words, make_chain, make_claim, make_report, make_where

PEOPLE = {
    "M": "Mira Oduya", "K": "Karim Haddad", "A": "Ann Lee", "N": "Nils Ek", "R": "Rosa Vidal",
    "T": "Tovia Front",
}  # fmt: skip
TOWNS = {"Aldmouth": (50.0, 1.0), "Tarn": (52.0, 1.0), "Oldquay": (48.0, 3.0)}
DAY, NEXT, WEEK_ON, MONTH_ON, YEAR_ON = (
    "2024-03-12", "2024-03-13", "2024-03-19", "2024-04-12", "2025-03-12",
)  # fmt: skip


@dataclass(frozen=True)
class Tells:
    """One claim of a report of its own.

    Attributes:
        who, whom: Letters of `PEOPLE`.
        line: What the report prints; `{who}`, `{whom}` and `{where}` stand for the names.
        toll: How many were killed.
        target: Words of the line for what it is done to that has no name.
    """

    who: str = ""
    when: str | None = None
    where: str | None = None
    verb: str = "met"
    type: str = "CONSULT"
    mode: str | None = None
    whom: str = ""
    line: str = "{who} {verb} {whom} in {where}."
    polarity: Polarity = "+"
    certainty: Certainty = "asserted"
    toll: int | None = None
    target: str = ""
    published: str = "2024-03-15"


def meets(who: str, when: str | None = None, where: str | None = None, **more: object) -> Tells:
    return replace(Tells(who, when, where, mode="meet"), **more)  # type: ignore[arg-type]


def attacks(
    who: str = "", when: str | None = None, where: str | None = None, **more: object
) -> Tells:
    told = Tells(who, when, where, "attacked", "ASSAULT", line="{who} {verb} {whom} at {where}.")
    return replace(told, **more)  # type: ignore[arg-type]


def arrests(whom: str, when: str | None = None, where: str | None = None, **more: object) -> Tells:
    told = Tells("", when, where, "arrested", "COERCE", "arrest", whom, "Police {verb} {whom}.")
    return replace(told, **more)  # type: ignore[arg-type]


def speaks(who: str, when: str | None = None, where: str | None = None, **more: object) -> Tells:
    told = Tells(who, when, where, "addressed", "STATE", "address", line="{who} {verb} a crowd.")
    return replace(told, **more)  # type: ignore[arg-type]


def group(*tellings: Tells) -> list[list[int]]:
    """The tellings of each event, by their place."""
    claims: list[Claim] = []
    reports, chains = [], defaultdict(list)
    for number, one in enumerate(tellings):
        said = one.line.format(
            who=" and ".join(PEOPLE[letter] for letter in one.who) or "Somebody",
            whom=" and ".join(PEOPLE[letter] for letter in one.whom) or "them",
            where=one.where or "town", verb=one.verb,
        )  # fmt: skip
        also = " ".join(name for letter, name in PEOPLE.items() if letter in one.who + one.whom)
        text = f"{said}\n\n{one.where or ''} {also} {number}"
        report = make_report(text, outlet=f"Outlet {number}", published=one.published)
        ends: list[list[Chain]] = [
            [make_chain(report, PEOPLE[letter]) for letter in side] for side in (one.who, one.whom)
        ]
        for letter, chain in zip(one.who + one.whom, [*ends[0], *ends[1]], strict=True):
            chains[letter].append(chain)
        where = make_where(report, one.where, "XA", *TOWNS[one.where]) if one.where else None
        killed = one.toll or 0
        toll = (Count("killed", killed, killed, find_words(report, one.verb)),)
        claims.append(
            make_claim(
                report, one.verb, one.type, *ends, when=one.when, where=where, mode=one.mode,
                polarity=one.polarity, certainty=one.certainty, quote=said,
                counts=toll if one.toll is not None else (),
                unnamed_whom=(find_words(report, one.target),) if one.target else (),
            )
        )  # fmt: skip
        reports.append(report)
    entities = [
        Entity(entity_id(ids), "Person", PEOPLE[letter], (PEOPLE[letter],), ids, ())
        for letter, some in chains.items()
        for ids in [tuple(sorted(chain.id for chain in some))]
    ]
    place = {claim.id: number for number, claim in enumerate(claims)}
    found = group_events(claims, entities, reports)
    return sorted(sorted(place[claim] for claim in event.claims) for event in found)


APART: dict[str, tuple[Tells, Tells]] = {
    "two meetings on two days, no town": (meets("MK", DAY), meets("MK", NEXT)),
    "two meetings a month apart in one town": (
        meets("MK", DAY, "Tarn"), meets("MK", MONTH_ON, "Tarn"),
    ),
    "the yearly meeting": (meets("MK", DAY, "Tarn"), meets("MK", YEAR_ON, "Tarn")),
    "a minister meets one guest, and another": (meets("MK", DAY, "Tarn"), meets("MA", DAY, "Tarn")),
    "a minister meets one guest, and another, undated": (meets("MK"), meets("MA")),
    "the same people in two towns on two days": (
        meets("MK", DAY, "Tarn"), meets("MK", NEXT, "Aldmouth"),
    ),
    "the same people in two towns a week apart": (
        meets("MK", DAY, "Tarn"), meets("MK", WEEK_ON, "Aldmouth"),
    ),
    "a call and a meeting of one day": (
        meets("MK", DAY), meets("MK", DAY, mode="call", verb="called"),
    ),
    "a visit and a meeting within it": (
        meets("MK", DAY, "Tarn"),
        Tells("MK", "2024-03-11/2024-03-14", "Tarn", "visited", mode="visit"),
    ),
    "a speech and a meeting of one day": (meets("M", DAY, "Tarn"), speaks("M", DAY, "Tarn")),
    "two speeches in two towns on one day": (speaks("M", DAY, "Tarn"), speaks("M", DAY, "Oldquay")),
    "two speakers in one town on one day": (speaks("M", DAY, "Tarn"), speaks("A", DAY, "Tarn")),
    "two attackers, nothing else in common": (attacks("T", DAY), attacks("A", DAY)),
    "two targets of one attacker on one day": (
        attacks("T", DAY, "Tarn", whom="A"), attacks("T", DAY, "Tarn", whom="N"),
    ),
    "two attacks of one day and town with other tolls and targets": (
        attacks("", DAY, "Tarn", toll=3, line="A bomb {verb} a market at {where}, 3 dead."),
        attacks("", DAY, "Tarn", toll=40, line="Gunmen {verb} a barracks at {where}, 40 dead."),
    ),
    "attacks on a market and on a barracks, with tolls that could be one that grows": (
        attacks(
            "", DAY, "Tarn", toll=3, target="a market", line="Gunmen {verb} a market at {where}."
        ),
        attacks(
            "", DAY, "Tarn", toll=9, target="a barracks",
            line="Gunmen {verb} a barracks at {where}.",
        ),
    ),
    "a stabbing and a bombing of one day and town": (
        attacks("T", DAY, "Tarn", mode="stab", verb="stabbed"),
        attacks("T", DAY, "Tarn", mode="bomb", verb="bombed"),
    ),
    "attacks in two towns on one day": (attacks("T", DAY, "Tarn"), attacks("T", DAY, "Oldquay")),
    "attacks on two days": (attacks("T", DAY, "Tarn"), attacks("T", WEEK_ON, "Tarn")),
    "a threat and the attack": (
        attacks("T", DAY, "Tarn", whom="A"),
        Tells("T", DAY, "Tarn", "threatened", "THREATEN", whom="A"),
    ),
    "an attack and what was said of it": (
        attacks("T", DAY, "Tarn", whom="A"), speaks("A", DAY, "Tarn", verb="condemned"),
    ),
    "an attack and a protest against it": (
        attacks("T", DAY, "Tarn"), Tells("", DAY, "Tarn", "marched", "PROTEST"),
    ),
    "arrests of two people on one day": (arrests("M", DAY, "Tarn"), arrests("A", DAY, "Tarn")),
    "arrests of one person in two years": (
        arrests("M", DAY, "Tarn"), arrests("M", YEAR_ON, "Tarn"),
    ),
    "an arrest and a raid of one day": (
        arrests("M", DAY, "Tarn"), arrests("M", DAY, "Tarn", mode="raid", verb="raided"),
    ),
    "an attack and its anniversary, which is no attack": (
        attacks("T", DAY, "Tarn"), Tells("M", YEAR_ON, "Tarn", "remembered", "STATE"),
    ),
    "an attack and the next of its kind a year later": (
        attacks("T", DAY, "Tarn", toll=3), attacks("T", YEAR_ON, "Tarn", toll=3),
    ),
    "a plan for another day than the meeting that was": (
        meets("MK", MONTH_ON, certainty="planned"), meets("MK", DAY),
    ),
    "undated meetings in two towns": (meets("MK", None, "Tarn"), meets("MK", None, "Aldmouth")),
    "undated, one person in common, other words": (
        meets("M", verb="met"), meets("M", verb="talked"),
    ),
    "a demand and another person's of one day": (
        Tells("M", DAY, None, "demanded", "REQUEST"), Tells("A", DAY, None, "demanded", "REQUEST"),
    ),
    "who accuses whom, turned round": (
        Tells("M", DAY, None, "accused", "ACCUSE", whom="K"),
        Tells("K", DAY, None, "accused", "ACCUSE", whom="M"),
    ),
    "an attack and the blow that answered it": (
        attacks("T", DAY, "Tarn", whom="A"), attacks("A", DAY, "Tarn", whom="T"),
    ),
}  # fmt: skip


ONE: dict[str, tuple[Tells, ...]] = {
    "a meeting told twice": (meets("MK", DAY, "Tarn"), meets("MK", DAY, "Tarn")),
    "in other words": (meets("MK", DAY), meets("MK", DAY, verb="held talks with")),
    "in other words without a day": (
        meets("MK", DAY, "Tarn"), meets("MK", None, "Tarn", verb="talked"),
    ),
    "a plan and the meeting that took place": (
        meets("MK", DAY, certainty="planned", verb="will meet"), meets("MK", DAY),
    ),
    "a plan without a town": (
        meets("MK", DAY, certainty="planned", verb="will meet"), meets("MK", DAY, "Tarn"),
    ),
    "a plan that was called off": (
        meets("MK", DAY, certainty="planned", verb="will meet"),
        meets("MK", DAY, certainty="planned", polarity="-"),
    ),
    "a day and its month": (meets("MK", DAY), meets("MK", "2024-03")),
    "a retelling without a day": (meets("MK", DAY), meets("MK")),
    "a retelling that names one of the two": (meets("MK", DAY, "Tarn"), meets("M", DAY, "Tarn")),
    "a day that a report gets wrong by one": (meets("MK", DAY, "Tarn"), meets("MK", NEXT, "Tarn")),
    "an attack with a growing toll": (
        attacks("T", DAY, "Tarn", toll=3), attacks("T", DAY, "Tarn", toll=5),
    ),
    "an attack nobody is named for": (
        attacks("", DAY, "Tarn", toll=3, verb="bombed"),
        attacks("", DAY, "Tarn", toll=4, verb="bombed"),
    ),
    "an attack that one report names the doer of": (
        attacks("T", DAY, "Tarn", toll=3), attacks("", DAY, "Tarn", toll=3),
    ),
    "an arrest and a retelling": (arrests("M", DAY, "Tarn"), arrests("M", DAY)),
    "an arrest and its denial": (arrests("M", DAY), arrests("M", DAY, polarity="-")),
    "a blast and an explosion": (
        attacks("", DAY, "Tarn", verb="blast", line="A {verb} shook {where}; 3 died.", toll=3),
        attacks("", DAY, "Tarn", verb="explosion", line="3 died in an {verb} at {where}.", toll=3),
    ),
    "an attack on a church that is a cathedral": (
        attacks("", DAY, "Tarn", target="a church", line="Gunmen {verb} a church at {where}."),
        attacks("", DAY, "Tarn", target="cathedral", line="They {verb} the cathedral of {where}."),
    ),
    "a toll that grows threefold": (
        attacks("", DAY, "Tarn", toll=3, target="a market", line="Gunmen {verb} a market."),
        attacks("", DAY, "Tarn", toll=9, target="the market", line="Gunmen {verb} the market."),
    ),
    "an attack on people and on a market": (
        attacks("", DAY, "Tarn", target="a market", line="Gunmen {verb} a market at {where}."),
        attacks("", DAY, "Tarn", target="people", line="Gunmen {verb} people at {where}."),
    ),
    "a bomb and the four whom it killed": (
        attacks("", DAY, "", mode="bomb", verb="exploded", target="the market", toll=4,
                line="A bomb {verb} at the market."),
        attacks("", DAY, "Tarn", mode="kill", verb="killed", target="people", toll=4,
                line="Four people were {verb} in {where}."),
        attacks("", DAY, "Tarn", mode="bomb", verb="bombed", target="a market",
                line="They {verb} a market in {where}."),
    ),
    "an attack laid to a doer that one report does not name": (
        attacks("T", DAY, "", mode="bomb", verb="bombed", target="the market",
                line="{who} {verb} the market."),
        attacks("", DAY, "", mode="bomb", verb="exploded", target="the market",
                line="A bomb {verb} at the market."),
    ),
    "an attack on a market that is laid to two, without a town": (
        attacks("T", DAY, "", mode="bomb", verb="bombed", target="the market",
                line="{who} {verb} the market."),
        attacks("A", DAY, "", mode="bomb", verb="bombed", target="the market",
                line="{who} {verb} the market."),
    ),
    "a raid told as such and as an attack": (
        attacks("T", DAY, "Tarn", verb="raid"), attacks("T", DAY, "Tarn", verb="attack"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", APART)
def test_two_occurrences_stay_two_events(why: str) -> None:
    assert group(*APART[why]) == [[0], [1]]


@pytest.mark.parametrize("why", APART)
def test_each_of_them_is_still_joined_by_its_own_retelling(why: str) -> None:
    left, right = APART[why]
    assert [0, 1] not in group(left, right, left, right)
    assert group(left, right, left, right) == [[0, 2], [1, 3]] or not (left.when and right.when)


@pytest.mark.parametrize("why", ONE)
def test_one_occurrence_is_one_event(why: str) -> None:
    assert group(*ONE[why]) == [list(range(len(ONE[why])))]


MANY: dict[str, tuple[tuple[Tells, ...], list[list[int]]]] = {
    "weekly meetings are no one event": (
        tuple(meets("MK", f"2024-03-{day:02}", "Tarn") for day in (5, 12, 19, 26)),
        [[0], [1], [2], [3]],
    ),
    "daily meetings are no one event": (
        tuple(meets("MK", f"2024-03-{day:02}") for day in range(11, 16)),
        [[0], [1], [2], [3], [4]],
    ),
    "an undated retelling of two meetings joins neither": (
        (meets("MK", DAY), meets("MK", MONTH_ON), meets("MK")),
        [[0], [1], [2]],
    ),
    "an undated retelling joins the one in its town": (
        (meets("MK", DAY, "Tarn"), meets("MK", MONTH_ON, "Aldmouth"), meets("MK", None, "Tarn")),
        [[0, 2], [1]],
    ),
    "a month of two meetings joins neither": (
        (meets("MK", DAY, "Tarn"), meets("MK", "2024-03-28", "Tarn"), meets("MK", "2024-03")),
        [[0], [1], [2]],
    ),
    "a plan joins the day it names, and not another": (
        (meets("MK", DAY), meets("MK", MONTH_ON), meets("MK", MONTH_ON, certainty="planned")),
        [[0], [1, 2]],
    ),
    "three guests of one day are three meetings": (
        (meets("MK", DAY), meets("MA", DAY), meets("MN", DAY)),
        [[0], [1], [2]],
    ),
    "a meeting told of the host alone joins none of three": (
        (meets("MK", DAY), meets("MA", DAY), meets("MN", DAY), meets("M", DAY)),
        [[0], [1], [2], [3]],
    ),
    "arrests of one day told twice each": (
        (arrests("M", DAY), arrests("A", DAY), arrests("M", DAY), arrests("A", DAY)),
        [[0, 2], [1, 3]],
    ),
}


@pytest.mark.parametrize("why", MANY)
def test_a_series_and_what_can_mean_several(why: str) -> None:
    tellings, expected = MANY[why]
    assert group(*tellings) == expected


@pytest.mark.parametrize("seed", range(10))
def test_meetings_of_many_pairs_and_days_come_out_as_they_were(seed: int) -> None:
    chance = random.Random(seed)
    letters = list(PEOPLE)
    told = {
        (f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
         "".join(sorted(chance.sample(letters, 2))))
        for _ in range(12)
    }  # fmt: skip
    happened = [meets(who, day) for day, who in sorted(told)]
    again = [replace(one, verb="spoke with") for one in happened]
    expected = [[number, number + len(happened)] for number in range(len(happened))]
    assert group(*happened, *again) == expected
