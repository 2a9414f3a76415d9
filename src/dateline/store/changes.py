"""What became otherwise in a case since it was last read, so that a reader need not read it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, select

from dateline.records import Claim, Entity, Event, Judgement, Report
from dateline.store import queries, rows, tables
from dateline.store.kept import Kind, Reading

_Marks: TypeAlias = Mapping[str, object]

_FIXED: Final[tuple[Kind, ...]] = ("claim",)
"""Kinds whose records never change under their id."""

_WORKED_OUT: Final[tuple[Kind, ...]] = ("entity", "event")


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader has of a case. Only of use in the process that it was made in.

    Attributes:
        marks: Kind → id → something that is another when the record is another.
        reading: The number of the last line of the log of inputs.
        judgement: The number of the last entry of the log of judgements.
    """

    marks: Mapping[Kind, _Marks] = field(default_factory=dict)
    reading: int = 0
    judgement: int = -1


class Changes(NamedTuple):
    """The records that are new or other, those that are gone, and what a reader knows with them.

    Attributes:
        gone: Ids of records that are there no more, by kind.
        readings: New lines of the log of inputs, in its order.
        judgements: New entries of the log of judgements, in its order.
    """

    reports: list[Report]
    claims: list[Claim]
    entities: list[Entity]
    events: list[Event]
    gone: Mapping[Kind, frozenset[str]]
    readings: list[Reading]
    known: Known
    judgements: list[Judgement]

    @property
    def is_any(self) -> bool:
        """Whether anything is otherwise."""
        return any((*self[:4], *self.gone.values(), self.readings, self.judgements))


def read_changes(connection: Connection, known: Known) -> Changes:
    """What differs from what is known, as of one moment; all of it if nothing is known."""
    places = queries.read_marks(connection)
    now = _read_marks(connection, places)
    found: dict[Kind, list[Any]] = {}
    gone: dict[Kind, frozenset[str]] = {}
    for kind, marks in now.items():
        before = known.marks.get(kind, {})
        gone[kind] = frozenset(before.keys() - marks.keys())
        other = [id_ for id_, mark in marks.items() if id_ not in before or before[id_] != mark]
        if len(other) == len(marks):
            found[kind] = queries.read_kind(connection, kind)
        else:
            found[kind] = queries.read_with_ids(connection, kind, other)
    columns = tables.readings.c
    query = select(columns.payload).where(columns.number > known.reading).order_by(columns.number)
    readings = queries.read_all(connection, query, rows.READING.read)
    last = readings[-1].number if readings else known.reading
    judged = tables.judgements.c
    entries = connection.execute(
        select(judged.number, judged.payload)
        .where(judged.number > known.judgement)
        .order_by(judged.number)
    ).all()
    return Changes(
        [places.put(one) for one in found["report"]],
        found["claim"],
        found["entity"],
        found["event"],
        gone,
        readings,
        Known(now, last, entries[-1].number if entries else known.judgement),
        [rows.JUDGEMENT.read(one.payload) for one in entries],
    )


def _read_marks(connection: Connection, places: queries.Marks) -> dict[Kind, _Marks]:
    now: dict[Kind, _Marks] = {
        "report": {
            id_: (places.copies.get(id_), places.places.get(id_))
            for id_ in connection.scalars(select(tables.reports.c.id))
        }
    }
    for kind in _FIXED:
        now[kind] = dict.fromkeys(connection.scalars(select(queries.TABLES[kind].c.id)))
    for kind in _WORKED_OUT:
        columns = queries.TABLES[kind].c
        pairs = connection.execute(select(columns.id, columns.payload))
        now[kind] = {id_: hash(payload) for id_, payload in pairs}
    return now
