"""Which two things somebody means: entities, claims, events or reports, read from their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from dateline.errors import BadJudgement, UnknownId
from dateline.records import (
    Chain,
    Claim,
    Entity,
    Event,
    Judgement,
    Report,
    entity_id,
    event_id,
    fold_name,
    judged_thing,
)
from dateline.store import Database, Record

LONGEST = 500
"""Characters of a name, a user or a reason."""

# An id of something outside the case: of a resolver, of Wikidata, of a list ("ofac-sdn:1234").
_OUTSIDE = re.compile(r"NK-\S+|Q[1-9][0-9]*|[A-Za-z0-9_.-]+:\S+", re.ASCII)
_OURS = re.compile(r"[a-z]_[0-9a-f]*", re.ASCII)

Side: TypeAlias = Entity | Chain | Event | Claim | Report | str
"""Somebody or something in the case, or the id of a thing outside it."""

_WHAT: Final[dict[type, str]] = {
    Entity: "an entity", Chain: "an entity", Event: "an event", Claim: "a claim",
    Report: "a report", str: "a thing outside the case",
}  # fmt: skip
_SPLIT: Final = {
    "entity": "; to split an entity, give two of its chains (h_…, as dateline show lists them).",
    "event": "; to split an event, give two of its claims (c_…, as dateline show lists them).",
    "origin": "; give two reports.",
}


def find_sides(
    database: Database, log: Iterable[Judgement], left: str, right: str
) -> tuple[str, str]:
    """The ids of the two chains, claims or reports that a judgement is about.

    Raises:
        UnknownId: If it is not known who or what is meant.
        BadJudgement: If both are one, or of two sorts.
    """
    one, other = (_find_side(database, log, given) for given in (left, right))
    if _thing(one) != _thing(other):
        raise BadJudgement(
            f"{left} is {_WHAT[type(one)]} and {right} {_WHAT[type(other)]}; give two entities, "
            "two claims or events, or two reports."
        )
    nodes = [_node(end) for end in (_beside(one, other), _beside(other, one))]
    if nodes[0] == nodes[1]:
        raise BadJudgement(f"{left} and {right} are one and the same{_SPLIT[_thing(one)]}")
    return nodes[0], nodes[1]


def _thing(side: Side) -> str:
    return judged_thing(_node(side))


def _beside(side: Side, other: Side) -> Side:
    """A whole against a part of it is the rest of it."""
    if isinstance(side, Entity) and isinstance(other, Chain):
        rest = [id_ for id_ in side.chains if id_ != other.id]
        return min(rest) if rest and other.id in side.chains else side
    if isinstance(side, Event) and isinstance(other, Claim):
        rest = [id_ for id_ in side.claims if id_ != other.id]
        return min(rest) if rest and other.id in side.claims else side
    return side


def _node(side: Side) -> str:
    """An entity's id stands for its first chain, and an event's for its first claim."""
    if isinstance(side, Entity):
        return min(side.chains)
    if isinstance(side, Event):
        return min(side.claims)
    return side if isinstance(side, str) else side.id


def _find_side(database: Database, log: Iterable[Judgement], given: str) -> Side:
    if _OURS.fullmatch(given):
        record = _find_record(database, given)
        if isinstance(record, Claim) and record.kind == "relation":
            raise BadJudgement(
                f"{given} tells of a lasting tie, which is part of no event; give two claims of "
                "events (c_…), or two events (v_…)."
            )
        if isinstance(record, Judgement):
            raise BadJudgement(
                f"{given} is a judgement; give two entities (e_…), chains (h_…), events (v_…), "
                "claims (c_…), reports (r_…) or names."
            )
        return record
    named = database.entities(given) if given.strip() else []
    if len(named) == 1:
        return _bearer(database, named[0], given)
    if named:
        some = ", ".join(f"{one.id} {one.name}" for one in named[:5])
        raise UnknownId(f"{len(named)} entities are called {given!r}: {some}. Give the id.")
    if any(given in (one.left, one.right) for one in log):
        return given
    if _OUTSIDE.fullmatch(given) and len(given) <= LONGEST and given.isprintable():
        return given
    raise UnknownId(
        f"Nobody in the case is called {given!r}; dateline entities lists the names and ids."
    )


def _find_record(database: Database, given: str) -> Record:
    """The record whose id begins so.

    Of an entity or an event that others are joined to by now, the chain or the claim that it was
    called after.
    """
    try:
        return database.find_id(given)[1]
    except UnknownId:
        first: list[Chain] | list[Claim] = []
        if given.startswith("e_"):
            first = [one for one in database.chains() if entity_id((one.id,)) == given]
        elif given.startswith("v_"):
            first = [one for one in database.claims() if event_id((one.id,)) == given]
        if not first:
            raise
        return first[0]


def _bearer(database: Database, entity: Entity, name: str) -> Chain | Entity:
    """The least chain of an entity that has the name: who was joined to it may be split off."""
    folded, own = fold_name(name), set(entity.chains)
    bearers = [
        chain
        for report in {mention.report for mention in entity.mentions}
        for chain in database.chains(report)
        if chain.id in own and folded in map(fold_name, (chain.name, *chain.names))
    ]
    return min(bearers, key=lambda chain: chain.id, default=entity)
