"""What the claims of one event cannot all be right on, and what time explains instead."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from dateline.events import group_events
from dateline.events.conflicts.find import find_disputes
from dateline.events.origins.find import read_origins
from dateline.events.settle import settle_where
from dateline.events.telling import read_tellings
from dateline.records import (
    Certainty,
    Chain,
    Claim,
    Count,
    Entity,
    Event,
    Polarity,
    Quote,
    Report,
    entity_id,
)
from tests.factory import find_words, make_chain, make_claim, make_report, make_source, make_where

TOWNS = {"Aldmouth": (50.0, 1.0), "Tarn": (52.0, 1.0)}
DAY, NEXT = "2024-03-05", "2024-03-06"


@dataclass(frozen=True)
class Tells:
    """One report: what it tells of a meeting of Oduya and Haddad in Tarn on the fifth."""

    who: tuple[str, ...] = ("Mira Oduya", "Karim Haddad")
    when: str | None = DAY
    town: str | None = "Tarn"
    venue: str | None = None
    type: str = "CONSULT"
    verb: str = "met"
    more: str = ""
    polarity: Polarity = "+"
    certainty: Certainty = "asserted"
    counts: tuple[tuple[str, int, int | None, str | None], ...] = ()
    about: bool = False
    told: str | None = "2024-03-09"
    outlet: str | None = None
    source: str | None = None


MEETING = Tells()
ATTACK = Tells(("Iron Circle",), type="ASSAULT", verb="bombed", counts=(("killed", 12, 12, None),))


def killed(least: int, most: int | None = -1, whom: str | None = None, **more: Any) -> Tells:
    """The attack, with so many killed; exactly so many if `most` is left out."""
    count = ("killed", least, least if most == -1 else most, whom)
    return replace(ATTACK, counts=(count,), **more)


def build(*told: Tells) -> tuple[list[Claim], list[Entity], list[Report]]:
    claims, reports = [], []
    chains: dict[str, list[Chain]] = {}
    for number, one in enumerate(told):
        text = f"{' and '.join(one.who) or 'Somebody'} {one.verb} in {one.town} {one.more}."
        text += f" So it says, {'salt' * number} and {'pepper' * number}."
        outlet = one.outlet or f"Outlet {number}"
        report = make_report(text, outlet=outlet, published=one.told, file=f"{number}.txt")
        taking_part = [make_chain(report, name, schema="Organization") for name in one.who]
        for chain in taking_part:
            chains.setdefault(chain.name, []).append(chain)
        where = None
        if one.town:
            where = make_where(report, one.town, "XA", *TOWNS[one.town], venue=one.venue)
        counts = tuple(
            Count(of, least, most, find_words(report, one.verb),
                  Quote(0, len(whom), whom) if whom else None, None, one.about)
            for of, least, most, whom in one.counts
        )  # fmt: skip
        sources = [make_source("person", one.source)] if one.source else [make_source("author")]
        claims.append(
            make_claim(
                report, one.verb, one.type, taking_part, when=one.when, where=where,
                polarity=one.polarity, certainty=one.certainty, counts=counts, sources=sources,
            )
        )  # fmt: skip
        reports.append(report)
    return claims, [entity_of(name, found) for name, found in chains.items()], reports


def entity_of(name: str, chains: list[Chain]) -> Entity:
    ids = tuple(sorted(chain.id for chain in chains))
    return Entity(entity_id(ids), "Organization", name, (name,), ids, ())


def one_event(*told: Tells) -> Event:
    (event,) = group_events(*build(*told))
    return event


def said(event: Event) -> list[tuple[str, list[str]]]:
    return [(one.on, [side.says for side in one.sides]) for one in event.conflicts]


DENIAL = replace(MEETING, polarity="-", source="Karim Haddad")
CASES: list[tuple[str, tuple[Tells, ...], list[tuple[str, list[str]]]]] = [
    # when
    ("two days", (MEETING, replace(MEETING, when=NEXT)), [("when", [DAY, NEXT])]),
    ("a month and a day of it", (MEETING, replace(MEETING, when="2024-03")), []),
    ("a day about then", (MEETING, replace(MEETING, when=f"{NEXT}~")), []),
    (
        "a month beside two days stands on neither side",
        (MEETING, replace(MEETING, when=NEXT), replace(MEETING, when="2024-03")),
        [("when", [DAY, NEXT])],
    ),
    ("a plan for another day", (MEETING, replace(MEETING, when=None, certainty="planned")), []),
    # where
    (
        "two towns",
        (MEETING, replace(MEETING, town="Aldmouth")),
        [("where", ["Aldmouth, XA", "Tarn, XA"])],
    ),
    ("a town not given", (MEETING, replace(MEETING, town=None)), []),
    (
        "two hotels",
        (replace(MEETING, venue="the Carlton Hotel"), replace(MEETING, venue="Hotel Bristol")),
        [("where", ["Hotel Bristol, Tarn, XA", "the Carlton Hotel, Tarn, XA"])],
    ),
    (
        "a hotel by two names",
        (replace(MEETING, venue="the Carlton Hotel"), replace(MEETING, venue="Carlton Tarn Hotel")),
        [],
    ),
    (
        "a hotel and some hotel",
        (replace(MEETING, venue="the Carlton Hotel"), replace(MEETING, venue="a hotel")),
        [],
    ),
    (
        "a hotel and a square",
        (replace(MEETING, venue="the Carlton Hotel"), replace(MEETING, venue="Salt Square")),
        [],
    ),
    # who
    (
        "two doers of one deed",
        (ATTACK, replace(ATTACK, who=("Salt Legion",))),
        [("who", ["Iron Circle", "Salt Legion"])],
    ),
    ("a longer list", (ATTACK, replace(ATTACK, who=("Iron Circle", "Salt Legion"))), []),
    (
        "a state and its army",
        (replace(ATTACK, who=("Ostria",)), replace(ATTACK, who=("Ostrian army",))),
        [],
    ),
    (
        "two armies",
        (replace(ATTACK, who=("Ostrian army",)), replace(ATTACK, who=("Norlan army",))),
        [("who", ["Norlan army", "Ostrian army"])],
    ),
    # count
    ("two tolls of one day", (killed(12), killed(15)), [("count", ["12 killed", "15 killed"])]),
    ("at least", (killed(12), killed(9, None)), []),
    ("about", (killed(21), killed(20, about=True)), []),
    (
        "far from about",
        (killed(60), killed(20, about=True)),
        [("count", ["60 killed", "about 20 killed"])],
    ),
    ("round numbers", (killed(2000), killed(2100)), []),
    ("a hundred is not two", (killed(100), killed(200)), [("count", ["100 killed", "200 killed"])]),
    ("children among all", (killed(12), killed(3, 3, "children")), []),
    (
        "more soldiers than people",
        (killed(12), killed(15, 15, "soldiers")),
        [("count", ["12 killed", "15 soldiers killed"])],
    ),
    ("soldiers and children", (killed(9, 9, "soldiers"), killed(3, 3, "children")), []),
    ("a toll that grew", (killed(3), killed(7, told="2024-03-10")), []),
    ("by the clock of another zone it fell", (
        killed(3, told="2024-03-09T08:00:00+01:00"), killed(7, told="2024-03-09T08:30:00+02:00"),
    ), [("count", ["3 killed", "7 killed"])]),
    ("by the clock of another zone it grew", (
        killed(3, told="2024-03-09T08:00:00+01:00"), killed(7, told="2024-03-09T09:30:00+01:00"),
    ), []),
    ("a lower toll later", (
        killed(12), killed(9, told="2024-03-12"),
    ), [("count", ["12 killed", "9 killed"])]),
    ("a toll put right", (
        killed(12), killed(9, told="2024-03-12", more="after the toll was revised down"),
    ), []),
    ("the same teller says fewer later", (
        killed(12, source="Ann Lee"), killed(9, told="2024-03-12", source="Ann Lee"),
    ), []),
    ("the missing are found", (
        replace(ATTACK, counts=(("missing", 40, 40, None),)),
        replace(ATTACK, counts=(("missing", 12, 12, None),), told="2024-03-12"),
    ), []),
    # happened
    ("denied", (MEETING, DENIAL), [("happened", ["happened", "did not happen"])]),
    (
        "no evidence",
        (MEETING, replace(DENIAL, more="of which there is no credible evidence")),
        [("happened", ["happened", "no evidence"])],
    ),
    ("a plan denied", (replace(MEETING, certainty="planned"), DENIAL), []),
    ("a denial of what is to come", (MEETING, replace(DENIAL, certainty="planned")), []),
    ("denied before the day", (MEETING, replace(DENIAL, when=None, told="2024-03-02")), []),
    ("a day denied of a month", (replace(MEETING, when="2024-03"), DENIAL), []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "told", "expected"), CASES, ids=[case[0] for case in CASES])
def test_only_what_cannot_both_be_is_a_conflict(
    why: str, told: tuple[Tells, ...], expected: list[tuple[str, list[str]]]
) -> None:
    assert said(one_event(*told)) == expected
    assert said(one_event(*reversed(told))) == expected


def test_each_side_has_its_claims_and_counts_their_origins_once() -> None:
    quoted = replace(MEETING, source="Ann Lee")
    event = one_event(MEETING, quoted, quoted, replace(MEETING, when=NEXT))
    ((fifth, sixth),) = (conflict.sides for conflict in event.conflicts)
    assert (len(fifth.claims), fifth.origins) == (3, 2)
    assert (len(sixth.claims), sixth.origins) == (1, 1)
    assert set(fifth.claims) | set(sixth.claims) == set(event.claims)


def test_a_month_stands_on_the_side_of_the_one_day_that_it_fits() -> None:
    told = (replace(MEETING, when="2024-02-29"), replace(MEETING, when="2024-03-02"))
    event = one_event(*told, replace(MEETING, when="2024-03"))
    ((before, after),) = (conflict.sides for conflict in event.conflicts)
    assert (before.says, len(before.claims)) == ("2024-02-29", 1)
    assert (after.says, len(after.claims)) == ("2024-03-02", 2)


def test_a_toll_that_grew_is_told_as_a_series_in_the_order_of_time() -> None:
    told = [killed(n, told=f"2024-03-{day:02}") for day, n in ((9, 12), (6, 3), (7, 7), (8, 7))]
    event = one_event(*told)
    (series,) = event.series
    assert (series.on, series.of, event.conflicts) == ("count", "killed", ())
    assert [(step.told, step.says, len(step.claims)) for step in series.steps] == [
        ("2024-03-06", "3 killed", 1),
        ("2024-03-07", "7 killed", 2),
        ("2024-03-09", "12 killed", 1),
    ]


def test_an_old_number_told_again_after_a_higher_one_is_a_conflict() -> None:
    told = [killed(n, told=f"2024-03-{day:02}") for day, n in ((6, 12), (7, 15), (9, 12))]
    event = one_event(*told)
    assert said(event) == [("count", ["12 killed", "15 killed"])]
    assert event.series == ()


def test_a_number_told_as_of_a_day_counts_for_that_day() -> None:
    claims, entities, reports = build(killed(12, told="2024-03-07"), killed(9, told="2024-03-12"))
    (count,) = claims[1].counts
    on_the_sixth = make_claim(reports[1], "bombed", "ASSAULT", when=NEXT).when
    claims[1] = replace(claims[1], counts=(replace(count, as_of=on_the_sixth),))
    (event,) = group_events(claims, entities, reports)
    assert event.conflicts == ()
    assert [step.says for step in event.series[0].steps] == ["9 killed", "12 killed"]


def test_the_day_that_an_outlet_put_right_is_a_series_and_no_side() -> None:
    wrong = replace(MEETING, when="2024-03-07", outlet="Coast Daily")
    right = replace(MEETING, outlet="Coast Daily", told="2024-03-20", more="- a correction")
    event = one_event(wrong, right, MEETING)
    (series,) = event.series
    assert event.conflicts == ()
    assert (series.on, [step.says for step in series.steps]) == ("when", ["2024-03-07", DAY])
    assert event.when is not None
    assert event.when.edtf == DAY
    assert event.apart == series.steps[0].claims


def test_what_another_outlet_puts_right_stays_a_conflict() -> None:
    wrong = replace(MEETING, when="2024-03-07", outlet="Coast Daily")
    event = one_event(wrong, replace(MEETING, told="2024-03-20", more="- a correction"))
    assert said(event) == [("when", [DAY, "2024-03-07"])]


def test_the_time_covers_what_conflicts_and_no_more_than_the_rest_allows() -> None:
    event = one_event(MEETING, replace(MEETING, when="2024-03-07"), replace(MEETING, when="2024"))
    assert event.when is not None
    assert event.when.edtf == "2024-03-05/2024-03-07"
    assert len(event.apart) == 2


def test_where_towns_conflict_the_place_is_the_country_if_that_is_told() -> None:
    claims, entities, reports = build(MEETING, replace(MEETING, town="Aldmouth"), MEETING)
    wide = make_where(reports[2], "Tarn", "XA", 51.0, 1.0, 400.0)
    claims[2] = replace(claims[2], where=replace(wide, name="Ostria"))
    (event,) = group_events(claims, entities, reports)
    assert event.where is not None
    assert event.where.name == "Ostria"
    assert event.apart == tuple(sorted((claims[0].id, claims[1].id)))


def test_what_agrees_leaves_no_claim_apart() -> None:
    event = one_event(MEETING, replace(MEETING, when="2024-03"), replace(MEETING, town=None))
    assert event.apart == ()


def test_a_plan_for_another_day_is_named_as_apart() -> None:
    moved = replace(MEETING, when=NEXT, certainty="planned")
    claims, entities, reports = build(MEETING, moved)
    (event,) = group_events(claims, entities, reports)
    assert event.conflicts == ()
    assert event.apart == (claims[1].id,)


def test_a_denial_that_names_nobody_denies_what_its_report_tells() -> None:
    text = "The council launched an inquiry.\n\nIda Roth says nobody launched a formal inquiry."
    report = make_report(text)
    council = make_chain(report, "council", schema="Organization")
    told = make_claim(report, "launched an inquiry", "ACCUSE", [council], mode="investigate")
    denial = make_claim(
        report, "launched a formal inquiry", "ACCUSE", mode="investigate", polarity="-",
        sources=[make_source("person", "Ida Roth")],
    )  # fmt: skip
    (event,) = group_events([told, denial], [entity_of("council", [council])], [report])
    assert said(event) == [("happened", ["happened", "did not happen"])]


@pytest.mark.parametrize(
    ("denier", "sides"), [("Iron Circle", ["happened", "did not happen"]), ("Grey Wolves", [])]
)
def test_who_denies_a_deed_contradicts_those_alone_who_lay_it_to_him(
    denier: str, sides: list[str]
) -> None:
    denial = replace(ATTACK, who=(denier,), polarity="-", source=denier)
    found = one_event(ATTACK, replace(ATTACK, who=(), told=NEXT), denial)
    happened = [side.says for one in found.conflicts if one.on == "happened" for side in one.sides]
    assert sorted(happened) == sorted(sides)


def test_thousands_of_claims_of_one_event_cost_no_more_than_in_step() -> None:
    def seconds(count: int) -> float:
        told = [
            replace(
                killed(n % 900 + 1, told=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}"),
                when=f"2024-{n % 12 + 1:02}-{n * 7 % 28 + 1:02}",
                town=("Tarn", "Aldmouth")[n % 2], polarity="-" if n % 5 == 0 else "+",
            )
            for n in range(20)
        ]  # fmt: skip
        claims, entities, reports = build(*told)
        many = [replace(claims[n % 20], id=f"c_{n:08}") for n in range(count)]
        many = [_with_toll(claim, n) for n, claim in enumerate(many)]
        tellings = read_tellings(many, entities, reports)
        origins = read_origins(entities, reports, {})
        started = time.perf_counter()
        disputes = find_disputes(tellings, origins)
        settle_where(tellings)
        assert {conflict.on for conflict in disputes.conflicts} >= {"when", "where", "count"}
        return time.perf_counter() - started

    few, lots = seconds(1_000), seconds(5_000)
    assert lots < 15 * few + 0.5


def _with_toll(claim: Claim, number: int) -> Claim:
    toll = number % 3_000 + 1
    counts: Sequence[Count] = claim.counts
    return replace(claim, counts=tuple(replace(c, least=toll, most=toll) for c in counts))
