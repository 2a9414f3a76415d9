"""Happenings told by two to eight fictional reports, some with a planted conflict; all made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateline.records import (
    Chain,
    Claim,
    ConflictOn,
    Count,
    Entity,
    Mention,
    Participant,
    Quote,
    Report,
    Schema,
    Source,
    Where,
    chain_id,
    claim_id,
    entity_id,
    read_when,
    report_id,
)
from evaluation.conflict_scenes import (
    AGREE,
    ATTACK,
    BODIES,
    CONFLICTS,
    PEOPLE,
    TOWNS,
    Scene,
    Tells,
    day_of,
)

OUTLETS = tuple(
    f"{place} {kind}" for place in ("Harbour", "Coast", "Styria", "Levant") for kind in
    ("Times", "Daily", "Post", "Wire")
)  # fmt: skip
SYLLABLES = ("ba", "den", "ka", "lor", "mi", "nu", "pe", "ral", "sto", "tan", "ve", "zo")
MOST_REPORTS = 8


@dataclass(frozen=True, slots=True)
class Made:
    """One happening as records.

    Attributes:
        on: What its reports conflict on; None if on nothing.
        sides: For each side the ids of its claims.
    """

    scene: str
    on: ConflictOn | None
    reports: tuple[Report, ...]
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    sides: frozenset[frozenset[str]]


def make_cases(times: int, seed: int = 1) -> Iterator[Made]:
    """Each scene so many times, with other people, towns, days and numbers."""
    for number in range(times):
        for on, scenes in CONFLICTS.items():
            for deed, scene in scenes:
                yield _make(f"{seed}/{number}", deed, scene, on)
        for scenes in AGREE.values():
            for deed, scene in scenes:
                yield _make(f"{seed}/{number}", deed, scene, None)


def _make(seed: str, deed: tuple[str, str, str], scene: Scene, on: ConflictOn | None) -> Made:
    chance = Random(f"{seed}/{deed}/{scene.__name__}")
    day = date(2024, 1, 10) + timedelta(days=chance.randrange(300))
    told = scene(chance, _first_telling(chance, deed, day), day)
    again = next(one for one in told if one.polarity == "+")
    told += [again] * chance.randint(0, MOST_REPORTS - len(told))
    return _records(scene.__name__, on, told)


def _first_telling(chance: Random, deed: tuple[str, str, str], day: date) -> Tells:
    number = chance.randint(10, 40)
    of_attack = deed == ATTACK
    return Tells(
        *deed,
        (chance.choice(BODIES),) if of_attack else tuple(chance.sample(PEOPLE, 2)),
        when=day_of(day),
        town=chance.choice(tuple(TOWNS)),
        counts=(("killed", number, number, None, False),) if of_attack else (),
        told=day_of(day, 1),
    )


# ---------------------------------------------------------------------------------- as records


def _records(scene: str, on: ConflictOn | None, told: Sequence[Tells]) -> Made:
    chains: dict[str, list[Chain]] = {}
    reports, claims = [], []
    sides: dict[int, set[str]] = {}
    for number, one in enumerate(told):
        report = _report(one, number)
        found = {name: _chain(report, name) for name in (*one.who, *one.whom)}
        for name, chain in found.items():
            chains.setdefault(name, []).append(chain)
        claim = _claim(report, one, found)
        reports.append(report)
        claims.append(claim)
        if one.side is not None:
            sides.setdefault(one.side, set()).add(claim.id)
    entities = tuple(_entity(name, some) for name, some in sorted(chains.items()))
    return Made(
        scene, on, tuple(reports), tuple(chain for some in chains.values() for chain in some),
        tuple(claims), entities, frozenset(frozenset(side) for side in sides.values()),
    )  # fmt: skip


def _report(one: Tells, number: int) -> Report:
    names = " and ".join(one.who) or "Somebody"
    parts = [names, one.verb, " and ".join(one.whom), one.town and f"in {one.town}", one.more]
    text = " ".join(filter(None, parts)) + f". It is item {number}.\n\n"
    text += _filler(one, number)  # else it would be a copy of the others
    digest = hashlib.sha256(f"{number}/{one}".encode()).hexdigest()
    outlet = one.outlet or OUTLETS[number % len(OUTLETS)]
    return Report(report_id(digest), text, digest, outlet=outlet, published=one.told, language="en")


def _filler(one: Tells, number: int) -> str:
    chance = Random(f"{number}/{one}")
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(60)]
    return " ".join(words).capitalize() + "."


def _find(report: Report, words: str) -> Quote:
    start = report.text.index(words)
    return Quote(start, start + len(words), words)


def _chain(report: Report, name: str) -> Chain:
    words = _find(report, name)
    mention = Mention(report.id, words, "name")
    id_ = chain_id(report.id, words, name)
    return Chain(id_, report.id, _schema(name), name, (name,), (mention,), ())


def _schema(name: str) -> Schema:
    return "Person" if name in PEOPLE else "Organization"


def _claim(report: Report, one: Tells, chains: Mapping[str, Chain]) -> Claim:
    trigger = _find(report, one.verb)
    end = report.text.index(". It is item") + 1
    who, whom = (
        tuple(Participant(chains[n].id, chains[n].mentions[0].words) for n in names)
        for names in (one.who, one.whom)
    )
    source = Source("author")
    if one.source is not None:
        source = Source("person", one.source)
    return Claim(
        claim_id(report.id, "event", one.type, trigger, ",".join(one.who), ""), report.id,
        Quote(0, end, report.text[:end]), trigger, "event", one.type, one.mode, who, whom,
        read_when(one.when, trigger, "explicit") if one.when else None, _where(report, one),
        (source,), one.polarity, one.certainty,  # type: ignore[arg-type]
        counts=tuple(
            Count(of, least, most, trigger, _counted(whom), None, about)
            for of, least, most, whom, about in one.counts
        ),
    )  # fmt: skip


def _counted(whom: str | None) -> Quote | None:
    return Quote(0, len(whom), whom) if whom else None


def _where(report: Report, one: Tells) -> Where | None:
    if one.town is None:
        return None
    words, (lat, lon) = _find(report, one.town), TOWNS[one.town]
    if one.place == "Ostria":
        return Where("Ostria", words, "XA", None, 50.5, 1.5, 400.0)
    name = one.place or one.town
    return Where(name, words, "XA", None, lat, lon, 10.0, one.venue)


def _entity(name: str, chains: Sequence[Chain]) -> Entity:
    ids = tuple(sorted(chain.id for chain in chains))
    return Entity(entity_id(ids), _schema(name), name, (name,), ids, ())
