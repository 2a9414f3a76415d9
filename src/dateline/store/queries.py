"""Reads and writes inside a transaction, the same on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    null,
    or_,
    select,
)

from dateline.errors import DatelineError, UnknownId
from dateline.records import Judgement, Report
from dateline.store import rows, tables
from dateline.store.kept import Kind, Problem, Reading, ReadingState

R = TypeVar("R")

TABLES: Final[dict[Kind, Table]] = {
    "report": tables.reports,
    "chain": tables.chains,
    "claim": tables.claims,
    "entity": tables.entities,
    "event": tables.events,
    "judgement": tables.judgements,
}

_BATCH = 500
"""Values in one list of a query: both databases allow some ten thousand."""


def has_report(connection: Connection, report_id: str) -> bool:
    query = select(tables.reports.c.id).where(tables.reports.c.id == plain(report_id))
    return connection.scalar(query) is not None


def select_records(table: Table, report_id: str | None = None) -> Select[str]:
    """Payloads of a table sorted by id, of one report or all."""
    query = select(table.c.payload).order_by(table.c.id)
    return query if report_id is None else query.where(table.c.report == plain(report_id))


def in_days(
    query: Select[str], table: Table, since: date | None, until: date | None
) -> Select[str]:
    """Narrows a query to what may lie in ``since <= day < until``; the undated falls out."""
    start, end = table.c.start_day, table.c.end_day
    if since is not None or until is not None:
        query = query.where(or_(start.is_not(None), end.is_not(None)))
    if since is not None:
        query = query.where(or_(end.is_(None), end > since.isoformat()))
    if until is not None:
        query = query.where(or_(start.is_(None), start < until.isoformat()))
    return query


def read_record(connection: Connection, kind: Kind, record_id: str) -> Any:
    """The record of a kind with this id.

    Raises:
        UnknownId: If there is none.
    """
    table = TABLES[kind]
    payload = connection.scalar(select(table.c.payload).where(table.c.id == plain(record_id)))
    if payload is None:
        raise UnknownId(f"The case has no {kind} {record_id}.")
    return rows.PAYLOADS[kind].read(payload)


def read_copies(connection: Connection) -> dict[str, str]:
    """Report id to the report that it is a copy of, of those that stand; sorted."""
    found: dict[str, str | None] = {}
    for table in (tables.copies, tables.settled_copies):  # the latter prevails
        found.update((report, of) for report, of in connection.execute(select(table)))
    return {report: of for report, of in sorted(found.items()) if of is not None}


def read_places(connection: Connection) -> dict[str, tuple[str | None, str | None]]:
    """Reports of an address with several texts: whose place each takes, and what took its own."""
    columns = tables.texts.c
    query = select(columns.report, columns.revision_of, columns.replaced_by)
    is_placed = or_(columns.revision_of.is_not(None), columns.replaced_by.is_not(None))
    found = connection.execute(query.where(is_placed))
    return {report: (before, now) for report, before, now in found}


def read_numbers(connection: Connection) -> dict[str, int]:
    """Report id to its number in the order of adding."""
    found = connection.execute(select(tables.reports.c.id, tables.reports.c.number))
    return {row.id: row.number for row in found}


class Marks(NamedTuple):
    """What the last resolution says of reports: whose copies they are, and what stands for them."""

    copies: dict[str, str]
    places: dict[str, tuple[str | None, str | None]]

    def put(self, report: Report) -> Report:
        """The report as the last resolution sees it."""
        of, (before, now) = self.copies.get(report.id), self.places.get(report.id, (None, None))
        if of is before is now is None:
            return report
        return replace(report, copy_of=of, revision_of=before, replaced_by=now)


def read_marks(connection: Connection) -> Marks:
    """What the last resolution says of all reports."""
    return Marks(read_copies(connection), read_places(connection))


def read_reports(connection: Connection, *, skip_broken: bool = False) -> list[Report]:
    """All reports as the last resolution sees them, sorted by id; see `read_kind`."""
    marks = read_marks(connection)
    found: list[Report] = read_kind(connection, "report", skip_broken=skip_broken)
    return [marks.put(report) for report in found]


def read_texts(connection: Connection, report_ids: Sequence[str]) -> dict[str, str]:
    """The texts of these reports."""
    columns = tables.reports.c
    texts: dict[str, str] = {}
    for start in range(0, len(report_ids), _BATCH):
        some = report_ids[start : start + _BATCH]
        for payload in connection.scalars(select(columns.payload).where(columns.id.in_(some))):
            report = rows.REPORT.read(payload)
            texts[report.id] = report.text
    return texts


def find_ids(connection: Connection, prefix: str, most: int) -> Iterator[tuple[Kind, str]]:
    """Ids that begin with a prefix, up to `most` of each kind, by kind and id."""
    first = plain(prefix)
    for kind, table in TABLES.items():
        ids = table.c.id
        query = select(ids).where(ids >= first, ids < first + "\U0010ffff").order_by(ids)
        yield from ((kind, found) for found in connection.scalars(query.limit(most)))


def plain(value: str) -> str:
    """A value from outside as both databases take it: no NUL, no half of a surrogate pair."""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def next_number(connection: Connection, column: Column[int]) -> int:
    """One more than the highest number; safe, since a transaction that writes is alone."""
    return (connection.scalar(select(func.max(column))) or 0) + 1


def insert_rows(connection: Connection, table: Table, new: Iterable[rows.Row]) -> None:
    listed = list(new)
    if listed:
        connection.execute(insert(table), listed)


def add_reading(
    connection: Connection, name: str, state: ReadingState, reason: str | None, report: str | None
) -> None:
    number = next_number(connection, tables.readings.c.number)
    reading = Reading(number, name, state, reason, report)
    insert_rows(connection, tables.readings, [rows.reading_row(reading)])


def add_judgements(connection: Connection, new: Iterable[Judgement]) -> list[Judgement]:
    """Adds entries to the log of judgements; those that are in it already are left out.

    Returns:
        Those that were added.
    """
    wanted = {one.id: one for one in new}
    ids, column = list(wanted), tables.judgements.c.id
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        for known in connection.scalars(select(column).where(column.in_(some))):
            del wanted[known]
    added = list(wanted.values())
    first = next_number(connection, tables.judgements.c.number)
    insert_rows(
        connection,
        tables.judgements,
        (rows.judgement_row(number, one) for number, one in enumerate(added, start=first)),
    )
    insert_rows(connection, tables.unheeded, ({"judgement": one.id} for one in added))
    return added


def read_judgements(connection: Connection, *, skip_broken: bool = False) -> list[Judgement]:
    """The log of judgements, in its order; see `read_kind`."""
    columns = tables.judgements.c
    query = select(columns.payload).order_by(columns.number)
    return read_some(connection, query, rows.JUDGEMENT.read, skip_broken=skip_broken)


def replace_rows(
    connection: Connection, key: Column[str], value: Column[str], new: Iterable[rows.Row]
) -> set[str]:
    """Makes the table hold just the new rows, and touches only those that differ.

    Args:
        key: The column of the ids.
        value: The column that tells whether a row changed.

    Returns:
        The ids that were written.
    """
    table = key.table
    assert isinstance(table, Table)
    wanted = {row[key.name]: row for row in new}
    before = {row[0]: row[1] for row in connection.execute(select(key, value))}
    same = {id_ for id_, row in wanted.items() if before.get(id_) == row[value.name]}
    gone = sorted(before.keys() - same)
    if gone:
        statement = delete(table).where(key == bindparam("gone"))
        connection.execute(statement, [{"gone": id_} for id_ in gone])
    insert_rows(connection, table, (row for id_, row in sorted(wanted.items()) if id_ not in same))
    return wanted.keys() - same


def find_broken_records(connection: Connection) -> Iterator[Problem]:
    """Records that can't be read any more, or are evidence and not as they were added.

    By kind and id. An entity or event has no hash: it is worked out from the evidence, and can be
    again.
    """
    for kind, table in TABLES.items():
        hashed = table.c.get("payload_sha256", null())
        for id_, payload, sha256 in connection.execute(
            select(table.c.id, table.c.payload, hashed).order_by(table.c.id)
        ).all():
            try:
                record = rows.PAYLOADS[kind].read(payload)
            except DatelineError as error:
                yield Problem(id_, f"The {kind} {id_}: {error}")
            else:
                if record.id != id_:
                    yield Problem(id_, f"The {kind} kept as {id_} calls itself {record.id}.")
                elif "payload_sha256" in table.c and sha256 != rows.hash_payload(payload):
                    yield Problem(id_, f"The {kind} {id_} is not as it was added.")


def read_all(connection: Connection, query: Select[str], read: Callable[[str], R]) -> list[R]:
    """The records that a query gives, in its order."""
    return [read(payload) for payload in connection.scalars(query)]


def read_kind(connection: Connection, kind: Kind, *, skip_broken: bool = False) -> list[Any]:
    """All records of a kind, sorted by id; without those that can't be read, if it is said so."""
    read = rows.PAYLOADS[kind].read
    return read_some(connection, select_records(TABLES[kind]), read, skip_broken=skip_broken)


def read_of_reports(connection: Connection, kind: Kind, reports: Iterable[str]) -> list[Any]:
    """The records of a kind that are of some reports, sorted by id."""
    table = TABLES[kind]
    return _read_having(connection, kind, table.c.report, reports)


def read_with_ids(connection: Connection, kind: Kind, ids: Iterable[str]) -> list[Any]:
    """The records of a kind with these ids, sorted; unknown ones are left out."""
    return _read_having(connection, kind, TABLES[kind].c.id, ids)


def _read_having(
    connection: Connection, kind: Kind, column: Column[str], values: Iterable[str]
) -> list[Any]:
    columns, wanted = TABLES[kind].c, sorted(set(values))
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), _BATCH):
        some = column.in_(wanted[start : start + _BATCH])
        query = select(columns.id, columns.payload).where(some)
        for id_, payload in connection.execute(query).all():
            found[id_] = rows.PAYLOADS[kind].read(payload)
    return [record for _id, record in sorted(found.items())]


def read_some(
    connection: Connection, query: Select[str], read: Callable[[str], R], *, skip_broken: bool
) -> list[R]:
    """The records that a query gives; without those that can't be read, if it is said so."""
    if not skip_broken:
        return read_all(connection, query, read)
    found = []
    for payload in connection.scalars(query):
        with suppress(DatelineError):
            found.append(read(payload))
    return found


def is_grouped(connection: Connection) -> bool:
    """Whether the last resolution has seen every report and every judgement."""
    columns = (tables.ungrouped.c.report, tables.unheeded.c.judgement)
    return all(connection.scalar(select(column).limit(1)) is None for column in columns)


def set_grouped(
    connection: Connection, report_ids: Iterable[str] | None, judgement_ids: Iterable[str] | None
) -> None:
    """Notes that the resolution has seen these reports and judgements and no others.

    All of them if None.
    """
    for column, whole, seen in (
        (tables.ungrouped.c.report, tables.reports.c.id, report_ids),
        (tables.unheeded.c.judgement, tables.judgements.c.id, judgement_ids),
    ):
        left = set() if seen is None else set(connection.scalars(select(whole))) - set(seen)
        replace_rows(connection, column, column, ({column.name: id_} for id_ in left))
