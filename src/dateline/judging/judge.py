"""A person's word: added to the log of judgements, told what it changed, taken back.

A judgement changes no evidence. It is one more entry in a log that the grouping heeds, and
taking it back is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.errors import BadJudgement, UnknownId
from dateline.export import write_resolver_lines
from dateline.judging.sides import LONGEST, find_sides
from dateline.read import read_resolver_lines
from dateline.records import JudgedThing, Judgement, JudgementKind, make_judgement
from dateline.records.settled import Settled, settle, standing, taken_back
from dateline.store import Database

Persons = Callable[[], Mapping[str, bool]]
"""Gives the id of each chain of the case → whether it is a person's; asked only if need be."""


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
    persons: Persons,
    user: str,
    reason: str = "",
    time: datetime | None = None,
    score: float | None = None,
) -> Change:
    """Adds a judgement on two things; see `Case.judge`."""
    log = database.judgements()
    one, other = find_sides(database, log, left, right)
    entry = make_judgement(
        kind,
        one,
        other,
        user=one_line(user),
        time=time_of_entry(time, log),
        reason=one_line(reason),
        score=score,
    )
    before, after = (settled_part(some, entry.about, persons) for some in (log, [*log, entry]))
    if any(over.judgement == entry and not over.by for over in after.overridden):
        raise BadJudgement(
            f"{left} and {right} can't be the same: one is a person and the other is not."
        )
    database.add_judgements([entry])
    return tell_change(entry, before, after)


def undo(
    database: Database,
    id_: str | None = None,
    *,
    persons: Persons,
    user: str,
    time: datetime | None = None,
) -> Change:
    """Takes a judgement back; see `Case.undo`."""
    log = database.judgements()
    gone = _find_entry(log, id_)
    entry = make_judgement(
        "undo", gone.left, gone.right, user=one_line(user), time=time_of_entry(time, log),
        undoes=gone.id, on=gone.on,
    )  # fmt: skip
    return add_entry(database, log, entry, persons)


def import_lines(
    database: Database,
    lines: Iterable[str],
    *,
    persons: Persons,
    time: datetime | None = None,
) -> Imported:
    """Adds the judgements of a resolver's lines; see `Case.import_judgements`."""
    log = database.judgements()
    read = read_resolver_lines(lines, time=time or datetime.now(UTC))
    known = {_gist(one) for one in log}
    new = [one for one in read.judgements if _gist(one) not in known]
    added = database.add_judgements(new)
    settled = settle([*log, *added], persons())
    ids = {one.id for one in added}
    over = sum(one.judgement.id in ids for one in settled.overridden)
    known_already = len(read.judgements) - len(added)
    return Imported(tuple(added), known_already, read.suggestions, read.deleted, over)


def add_entry(
    database: Database, log: Sequence[Judgement], entry: Judgement, persons: Persons = dict
) -> Change:
    """Adds an entry to the log as it is; tells what it changed."""
    before, after = (settled_part(some, entry.about, persons) for some in (log, [*log, entry]))
    database.add_judgements([entry])
    return tell_change(entry, before, after)


def export_lines(settled: Settled) -> Iterator[str]:
    """The judgements that hold as lines of a resolver."""
    pairs = (one for one in settled.holding if one.about not in ("conflict", "reading"))
    return write_resolver_lines(pairs, settled.cluster_of)


def settled_part(log: Sequence[Judgement], about: JudgedThing, persons: Persons) -> Settled:
    """What holds of the things of one sort."""
    part = [one for one in log if one.about == about]
    return settle(part, persons()) if about == "entity" else settle(part)


def _gist(one: Judgement) -> tuple[str, ...]:
    """What the lines of a resolver keep of a judgement."""
    return one.kind, one.left, one.right, one.user, one.time


def tell_change(entry: Judgement, before: Settled, after: Settled) -> Change:
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


def time_of_entry(given: datetime | None, log: Iterable[Judgement]) -> datetime:
    """The time of a new entry: after all others, even if the clock was set back."""
    if given is not None:
        return given
    last = max((datetime.fromisoformat(one.time) for one in log), default=None)
    now = datetime.now(UTC)
    return now if last is None or last < now else last + timedelta(microseconds=1)


def one_line(given: str) -> str:
    """A user's words on one line, no longer than a screen holds."""
    return " ".join(given.split())[:LONGEST]


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
