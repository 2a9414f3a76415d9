"""What a person says of who is who: read from their words, added to the log, told back.

A judgement changes no evidence. It is one more entry in a log that the grouping heeds, and
taking it back is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.errors import BadJudgement, UnknownId
from dateline.export import write_resolver_lines
from dateline.read import read_resolver_lines
from dateline.records import (
    Chain,
    Entity,
    Judgement,
    JudgementKind,
    entity_id,
    fold_name,
    make_judgement,
)
from dateline.resolve import Settled, settle, standing, taken_back
from dateline.store import Database, Record

# An id of something outside the case: of a resolver, of Wikidata, of a list ("ofac-sdn:1234").
_OUTSIDE = re.compile(r"NK-\S+|Q[1-9][0-9]*|[A-Za-z0-9_.-]+:\S+", re.ASCII)
_OURS = re.compile(r"[a-z]_[0-9a-f]*", re.ASCII)
_LONGEST = 500
"""Characters of a name, a user or a reason."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a new entry of the log did.

    Attributes:
        entry: The new entry.
        ended: Judgements that held and no longer do, newest first.
        restored: Judgements that did not hold and do again, newest first.
    """

    entry: Judgement
    ended: tuple[Judgement, ...] = ()
    restored: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of the lines of a resolver.

    Attributes:
        added: Judgements that are new to the case.
        known: How many were in it already.
        suggestions: How many lines only suggest a pair; they judge nothing.
        deleted: How many lines are marked as deleted.
        overridden: How many of those added do not hold, since newer ones contradict them.
    """

    added: tuple[Judgement, ...]
    known: int
    suggestions: int
    deleted: int
    overridden: int


def judge(
    database: Database,
    kind: JudgementKind,
    left: str,
    right: str,
    *,
    is_person: Mapping[str, bool],
    user: str,
    reason: str = "",
    time: datetime | None = None,
    score: float | None = None,
) -> Change:
    """Adds a judgement on two things; see `Case.judge`.

    Args:
        is_person: Id of each chain of the case → whether it is a person's.
    """
    log = database.judgements()
    one, other = _find_sides(database, log, left, right)
    entry = make_judgement(
        kind, one, other, user=_text(user), time=_time(time, log), reason=_text(reason), score=score
    )
    before, after = settle(log, is_person), settle([*log, entry], is_person)
    if any(over.judgement == entry and not over.by for over in after.overridden):
        raise BadJudgement(
            f"{left} and {right} can't be the same: one is a person and the other is not."
        )
    database.add_judgements([entry])
    return _change(entry, before, after)


def undo(
    database: Database,
    id_: str | None = None,
    *,
    is_person: Mapping[str, bool],
    user: str,
    time: datetime | None = None,
) -> Change:
    """Takes a judgement back; see `Case.undo`."""
    log = database.judgements()
    gone = _find_entry(log, id_)
    entry = make_judgement(
        "undo", gone.left, gone.right, user=_text(user), time=_time(time, log), undoes=gone.id
    )
    database.add_judgements([entry])
    return _change(entry, settle(log, is_person), settle([*log, entry], is_person))


def import_lines(
    database: Database,
    lines: Iterable[str],
    *,
    is_person: Mapping[str, bool],
    time: datetime | None = None,
) -> Imported:
    """Adds the judgements of a resolver's lines; see `Case.import_judgements`."""
    log = database.judgements()
    read = read_resolver_lines(lines, time=time or datetime.now(UTC))
    known = {_gist(one) for one in log}
    new = [one for one in read.judgements if _gist(one) not in known]
    added = database.add_judgements(new)
    settled = settle([*log, *added], is_person)
    ids = {one.id for one in added}
    over = sum(one.judgement.id in ids for one in settled.overridden)
    known_already = len(read.judgements) - len(added)
    return Imported(tuple(added), known_already, read.suggestions, read.deleted, over)


def export_lines(settled: Settled) -> Iterator[str]:
    """The judgements that hold as lines of a resolver."""
    return write_resolver_lines(settled.holding, settled.cluster_of)


def _gist(one: Judgement) -> tuple[str, ...]:
    """What the lines of a resolver keep of a judgement."""
    return one.kind, one.left, one.right, one.user, one.time


def _change(entry: Judgement, before: Settled, after: Settled) -> Change:
    held, holds = ({one.id for one in side.holding} for side in (before, after))
    said_again = {entry.kind} - {"undo"}
    return Change(
        entry,
        tuple(
            one
            for one in before.holding
            if one.id not in holds
            and one.id != entry.undoes
            and not (
                {one.kind} == said_again and (one.left, one.right) == (entry.left, entry.right)
            )
        ),
        tuple(one for one in after.holding if one.id not in held and one.id != entry.id),
    )


def _time(given: datetime | None, log: Iterable[Judgement]) -> datetime:
    """The time of a new entry: after all others, even if the clock was set back."""
    if given is not None:
        return given
    last = max((datetime.fromisoformat(one.time) for one in log), default=None)
    now = datetime.now(UTC)
    return now if last is None or last < now else last + timedelta(microseconds=1)


def _text(given: str) -> str:
    """A user's words on one line, no longer than a screen holds."""
    return " ".join(given.split())[:_LONGEST]


# Which two things are meant ----------------------------------------------------------------------


def _find_sides(
    database: Database, log: Iterable[Judgement], left: str, right: str
) -> tuple[str, str]:
    one, other = (_find_side(database, log, given) for given in (left, right))
    ends = one, other
    # A chain against the entity that it is in: against the rest of the entity.
    if isinstance(one, Entity) and isinstance(other, Chain):
        ends = _rest_of(one, other), other
    elif isinstance(one, Chain) and isinstance(other, Entity):
        ends = one, _rest_of(other, one)
    nodes = [_node(end) for end in ends]
    if nodes[0] == nodes[1]:
        raise BadJudgement(
            f"{left} and {right} are one and the same; to split an entity, give two of its chains "
            "(h_…, as dateline show lists them)."
        )
    return nodes[0], nodes[1]


def _rest_of(entity: Entity, chain: Chain) -> Entity | str:
    rest = [id_ for id_ in entity.chains if id_ != chain.id]
    return min(rest) if rest and chain.id in entity.chains else entity


def _node(side: Entity | Chain | str) -> str:
    if isinstance(side, Entity):
        return min(side.chains)
    return side.id if isinstance(side, Chain) else side


def _find_side(database: Database, log: Iterable[Judgement], given: str) -> Entity | Chain | str:
    """The entity, the chain, or the id of a thing outside the case that somebody means."""
    if _OURS.fullmatch(given):
        record = _find_record(database, given)
        if isinstance(record, Entity | Chain):
            return record
        raise BadJudgement(
            f"{given} is neither a person nor a body; give two entities (e_…), chains (h_…) or "
            "names."
        )
    named = database.entities(given) if given.strip() else []
    if len(named) == 1:
        return _bearer(database, named[0], given)
    if named:
        some = ", ".join(f"{one.id} {one.name}" for one in named[:5])
        raise UnknownId(f"{len(named)} entities are called {given!r}: {some}. Give the id.")
    if any(given in (one.left, one.right) for one in log):
        return given
    if _OUTSIDE.fullmatch(given) and len(given) <= _LONGEST and given.isprintable():
        return given
    raise UnknownId(
        f"Nobody in the case is called {given!r}; dateline entities lists the names and ids."
    )


def _find_record(database: Database, given: str) -> Record:
    """The record whose id begins so; of an entity that others are joined to by now, its chain."""
    try:
        return database.find_id(given)[1]
    except UnknownId:
        chains = database.chains() if given.startswith("e_") else []
        gone = [chain for chain in chains if entity_id((chain.id,)) == given]
        if not gone:
            raise
        return gone[0]


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


def _find_entry(log: list[Judgement], id_: str | None) -> Judgement:
    """The entry to take back: the one whose id begins so, or the last that stands."""
    stand = standing(log)
    if id_ is None:
        if not stand:
            raise UnknownId("There is no judgement to take back.")
        return stand[-1]
    found = [one for one in log if one.id.startswith(id_)] if id_ else []
    if len(found) != 1:
        what = f"More than one judgement begins with {id_!r}" if found else f"No judgement {id_!r}"
        raise UnknownId(f"{what}; dateline judgements lists them.")
    (entry,) = found
    gone = taken_back(log)
    if entry.id in gone:
        by = next(one for one in log if one.undoes == entry.id and one.id not in gone)
        raise BadJudgement(
            f"{entry.id} was taken back by {by.user} on {by.time[:10]} ({by.id}); take that back "
            "to have it again."
        )
    return entry
