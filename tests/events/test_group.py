"""Which claims become one event, and what the event says."""

import time
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import group_events
from dateline.events.settle import settle_when
from dateline.events.telling import read_tellings
from dateline.records import (
    Certainty,
    Chain,
    Claim,
    Count,
    Entity,
    Event,
    Polarity,
    Report,
    entity_id,
)
from tests.factory import find_words, make_chain, make_claim, make_report, make_where

PLACES = {"Aldmouth": (50.0, 1.0), "Tarn": (52.0, 1.0), "Oldquay": (50.05, 1.02)}
PEOPLE = ("Mira Oduya", "Karim Haddad", "Ann Lee")


@dataclass(frozen=True)
class Says:
    """One report with one claim: who, when and where, and in which words."""

    who: str = "MK"
    when: str | None = None
    where: str | None = None
    verb: str = "met"
    type: str = "CONSULT"
    mode: str | None = None
    more: str = ""
    polarity: Polarity = "+"
    certainty: Certainty = "asserted"
    killed: tuple[int, int | None] | None = None


def build(*says: Says) -> tuple[list[Claim], list[Entity], list[Report]]:
    claims, reports = [], []
    chains: dict[str, list[Chain]] = {name: [] for name in PEOPLE}
    for number, one in enumerate(says):
        names = [name for name in PEOPLE if name[0] in one.who]
        text = f"{' and '.join(names)} {one.verb} {one.more} in {one.where or 'town'}. ({number})"
        report = make_report(text, outlet=f"Outlet {number}")
        taking_part = [make_chain(report, name) for name in names]
        for name, chain in zip(names, taking_part, strict=True):
            chains[name].append(chain)
        where = None
        if one.where:
            where = make_where(report, one.where, "XA", *PLACES[one.where])
        counts = (Count("killed", *one.killed, find_words(report, one.verb)),) if one.killed else ()
        claims.append(
            make_claim(
                report, one.verb, one.type, taking_part, when=one.when, where=where,
                mode=one.mode, polarity=one.polarity, certainty=one.certainty,
                counts=counts,
            )
        )  # fmt: skip
        reports.append(report)
    return claims, [entity_of(name, found) for name, found in chains.items() if found], reports


def entity_of(name: str, chains: list[Chain]) -> Entity:
    ids = tuple(sorted(chain.id for chain in chains))
    return Entity(entity_id(ids), "Person", name, (name,), ids, ())


def grouped(says: tuple[Says, ...]) -> list[list[int]]:
    claims, entities, reports = build(*says)
    place = {claim.id: number for number, claim in enumerate(claims)}
    events = group_events(claims, entities, reports)
    return sorted(sorted(place[claim] for claim in event.claims) for event in events)


ONE, TWO = [[0, 1]], [[0], [1]]
DAY, NEXT, LATER = "2024-03-12", "2024-03-13", "2024-04-20"
JOINS: list[tuple[str, tuple[Says, ...], list[list[int]]]] = [
    ("two people, one day", (Says("MK", DAY), Says("MK", DAY, verb="talked")), ONE),
    ("a day in a month", (Says("MK", DAY), Says("MK", "2024-03", verb="talked")), ONE),
    ("other people", (Says("MK", DAY), Says("A", DAY)), TWO),
    ("one of two people in a meeting", (Says("MK", DAY), Says("MA", DAY)), TWO),
    ("a meeting told of one person", (Says("MK", DAY), Says("M", DAY)), ONE),
    ("days far apart", (Says("MK", DAY), Says("MK", LATER)), TWO),
    ("days far apart in the same words", (Says("MK", DAY, "Tarn"), Says("MK", LATER, "Tarn")), TWO),
    ("other type", (Says("M", DAY), Says("M", DAY, type="STATE")), TWO),
    ("other mode", (Says("MK", DAY, mode="call"), Says("MK", DAY, mode="visit")), TWO),
    ("towns far apart", (Says("M", DAY, "Tarn"), Says("M", DAY, "Aldmouth")), TWO),
    ("a suburb", (Says("M", DAY, "Oldquay"), Says("M", DAY, "Aldmouth")), ONE),
    ("undated, two people, same verb", (Says("MK", DAY), Says("MK")), ONE),
    ("undated, two people, same town", (Says("MK", None, "Tarn"), Says("MK", DAY, "Tarn")), ONE),
    ("undated, one person, nothing else", (Says("M"), Says("M", verb="talked")), TWO),
    ("since one day", (Says("M", f"{DAY}/..", "Tarn"), Says("M", f"{DAY}/..", "Tarn")), ONE),
    ("a plan and what came of it", (Says("MK", DAY, certainty="planned"), Says("MK", DAY)), ONE),
    ("a denial", (Says("MK", DAY), Says("MK", DAY, polarity="-")), ONE),
    ("an undated denial in the same words", (Says("M"), Says("M", polarity="-")), ONE),
    (
        "an undated denial in other words",
        (Says("M"), Says("M", verb="talked", polarity="-")),
        TWO,
    ),
    ("two days in one town, two reports", (Says("MK", DAY, "Tarn"), Says("MK", NEXT, "Tarn")), ONE),
    ("a week apart in one town", (Says("MK", DAY, "Tarn"), Says("MK", "2024-03-19", "Tarn")), ONE),
    ("days apart, one person", (Says("M", DAY, "Tarn"), Says("M", "2024-03-19", "Tarn")), TWO),
    ("two days, no town", (Says("MK", DAY), Says("MK", NEXT)), TWO),
    (
        "undated between two dated ones stays alone",
        (Says("MK", DAY), Says("MK", LATER), Says("MK")),
        [[0], [1], [2]],
    ),
]


@pytest.mark.parametrize(("why", "says", "expected"), JOINS, ids=[case[0] for case in JOINS])
def test_claims_join_when_they_agree_and_nothing_forbids_it(
    why: str, says: tuple[Says, ...], expected: list[list[int]]
) -> None:
    assert grouped(says) == expected


def one_event(*says: Says) -> Event:
    (event,) = group_events(*build(*says))
    return event


def test_the_time_is_the_tightest_that_all_support() -> None:
    event = one_event(Says("MK", "2024-03-10/2024-03-14"), Says("MK", "2024-03-12/2024-03-20"))
    assert event.when is not None
    assert (event.when.edtf, event.when.start) == ("2024-03-12/2024-03-14", date(2024, 3, 12))
    assert event.conflicts == ()


def test_the_place_is_the_finest() -> None:
    claims, entities, reports = build(Says("MK", DAY, "Tarn"), Says("MK", DAY, "Tarn"))
    country = make_where(reports[1], "Tarn", "XA", 51.0, 1.0, 400.0)
    wide = replace(claims[1], where=replace(country, name="Tarnland"))
    (event,) = group_events([claims[0], wide], entities, reports)
    assert event.where == claims[0].where


def test_days_that_differ_are_kept_as_a_conflict_and_none_is_chosen() -> None:
    event = one_event(Says("MK", DAY, "Tarn"), Says("MK", NEXT, "Tarn"))
    (conflict,) = event.conflicts
    assert conflict.on == "when"
    assert [side.says for side in conflict.sides] == [DAY, NEXT]
    assert event.when is not None
    assert event.when.edtf == f"{DAY}/{NEXT}"


def settled(*times: str) -> str | None:
    claims, entities, reports = build(*(Says("MK", time) for time in times))
    when = settle_when(read_tellings(claims, entities, reports))
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("times", "edtf"),
    [
        (("2024-05-01", "2024-05-03", "../2024-05-01"), "2024-05-01/2024-05-03"),
        (("2024-05-01", "2024-05-03", "2024-05-05/.."), "2024-05-01/2024-05-05"),
        (("2024-05-03", "2024-05-05", "../2024-05-01"), "2024-05-01/2024-05-05"),
        (("../2024-05-01", "2024-05-05/.."), "2024-05-01/2024-05-05"),
        (("2024-05-01", "2024-05-01/.."), "2024-05-01"),
    ],
)
def test_times_that_conflict_give_the_range_of_all_days_told(
    times: tuple[str, ...], edtf: str
) -> None:
    assert settled(*times) == edtf


def test_towns_that_differ_are_kept_as_a_conflict_when_all_else_agrees() -> None:
    event = one_event(Says("MK", DAY, "Tarn"), Says("MK", DAY, "Aldmouth"))
    (conflict,) = event.conflicts
    assert conflict.on == "where"
    assert [side.says for side in conflict.sides] == ["Aldmouth, XA", "Tarn, XA"]
    assert event.where is None


def test_a_denial_is_a_conflict_and_a_denied_plan_is_none() -> None:
    event = one_event(Says("MK", DAY), Says("MK", DAY, polarity="-"))
    assert [conflict.on for conflict in event.conflicts] == ["happened"]
    plan = one_event(Says("MK", DAY, certainty="planned"), Says("MK", DAY, polarity="-"))
    assert plan.conflicts == ()


def test_counts_that_differ_are_a_conflict() -> None:
    bomb = {"type": "ASSAULT", "verb": "bombed"}
    event = one_event(
        Says("M", DAY, "Tarn", more="a market and killed 12 people", killed=(12, 12), **bomb),  # type: ignore[arg-type]
        Says("M", DAY, "Tarn", more="a market and killed at least 15", killed=(15, None), **bomb),  # type: ignore[arg-type]
        Says("M", DAY, "Tarn", more="a market and killed at least nine", killed=(9, None), **bomb),  # type: ignore[arg-type]
    )
    (conflict,) = event.conflicts
    assert conflict.on == "count"
    assert [side.says for side in conflict.sides] == ["12 killed", "at least 15 killed"]


def test_every_join_carries_its_reasons() -> None:
    event = one_event(Says("MK", DAY), Says("MK", DAY))
    rules = {reason.rule for reason in event.reasons}
    assert {"joined", "the same people", "same day", "same trigger"} <= rules


def test_a_repeated_sentence_joins_even_without_people() -> None:
    text = "The quay was closed by the harbour master after the crane fell."
    reports = [make_report(text, outlet=name) for name in ("Quayside", "Coast Daily")]
    claims = [make_claim(report, "closed", "COERCE") for report in reports]
    (event,) = group_events(claims, [], reports)
    assert len(event.claims) == 2


def test_an_undated_claim_joins_its_own_paragraph() -> None:
    text = (
        "Mira Oduya spoke in Tarn on March 12. Oduya addressed a crowd.\n\nOduya spoke elsewhere."
    )
    report = make_report(text)
    oduya = make_chain(report, "Mira Oduya", "Oduya")
    dated = make_claim(report, "spoke", "STATE", [oduya], when=DAY, mode="address")
    undated = make_claim(report, "addressed", "STATE", [oduya], mode="address")
    elsewhere = make_claim(report, "spoke", "STATE", [oduya], nth=1, mode="address")
    events = group_events([dated, undated, elsewhere], [entity_of("Mira Oduya", [oduya])], [report])
    assert sorted(len(event.claims) for event in events) == [1, 2]


def test_relations_are_left_out_and_nothing_gives_nothing() -> None:
    report = make_report("Mira Oduya leads the Harbour Board.")
    oduya = make_chain(report, "Mira Oduya")
    board = make_chain(report, "Harbour Board", schema="Organization")
    claim = make_claim(report, "leads", "leads", [oduya], [board])
    assert group_events([claim], [], [report]) == group_events([], [], []) == ()


SAYS = st.builds(
    Says,
    who=st.sampled_from(["MK", "M", "MA", "KA"]),
    when=st.sampled_from([None, DAY, NEXT, "2024-03", "2024", LATER, "2024-03-10/2024-03-14"]),
    where=st.sampled_from([None, "Tarn", "Aldmouth", "Oldquay"]),
    verb=st.sampled_from(["met", "talked"]),
    type=st.sampled_from(["CONSULT", "STATE"]),
    polarity=st.sampled_from(["+", "-"]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(SAYS, max_size=9), st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_every_claim_is_in_one_event(
    says: list[Says], random: st.DrawFn
) -> None:
    claims, entities, reports = build(*says)
    events = group_events(claims, entities, reports)
    for shuffled in (claims, entities, reports):
        random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_events(claims, entities, reports) == events
    told = [claim for event in events for claim in event.claims]
    assert sorted(told) == sorted(claim.id for claim in claims)


def test_thirty_thousand_claims_take_seconds() -> None:
    claims, reports = [], []
    chains: dict[str, list[Chain]] = {}
    for number in range(3_000):
        people = ["Mira Oduya", f"Given{number % 300} Khan", f"Body{number % 40}"]
        text = f"{number}: {', '.join(people)} met in Tarn. " * 2
        report = make_report(text, outlet=f"Outlet {number % 50}")
        found = [make_chain(report, name) for name in people]
        for name, chain in zip(people, found, strict=True):
            chains.setdefault(name, []).append(chain)
        for turn in range(10):
            day = f"2024-{1 + number % 12:02}-{1 + (number + turn) % 28:02}" if turn % 3 else None
            kind = ("CONSULT", "STATE")[turn % 2]
            claim = make_claim(report, "met", kind, found[: 1 + turn % 3], when=day)
            claims.append(replace(claim, mode=f"m{turn}", id=f"{claim.id}{turn}"))
        reports.append(report)
    entities = [entity_of(name, found) for name, found in chains.items()]
    assert len(claims) == 30_000
    start = time.process_time()
    events = group_events(claims, entities, reports)
    spent = time.process_time() - start
    assert sum(len(event.claims) for event in events) == len(claims)
    assert spent < 20


def test_an_event_of_a_thousand_times_takes_no_longer_than_its_claims() -> None:
    claims, reports = [], []
    for number in range(1_000):
        report = make_report(f"{number}: Mira Oduya met Karim Haddad.", outlet=f"Outlet {number}")
        people = [make_chain(report, name) for name in ("Mira Oduya", "Karim Haddad")]
        first, last = 1 + number % 28, 1 + number // 28 % 28
        ids = [entity_of("any", [Chain(name, report.id, "Person", name, (), ())]) for name in "MK"]
        when = f"2024-01-{first:02}/2024-02-{last:02}"
        claim = make_claim(report, "met", "CONSULT", people, when=when)
        who = tuple(replace(p, chain=one.id) for p, one in zip(claim.who, ids, strict=True))
        claims.append(replace(claim, who=who))
        reports.append(report)
    start = time.process_time()
    events = group_events(claims, [], reports)
    assert time.process_time() - start < 3  # 0.5 measured alone; room for a busy machine
    assert max(len(event.claims) for event in events) > 20
