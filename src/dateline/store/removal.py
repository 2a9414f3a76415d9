"""Taking reports out of a case, with all that came from them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, or_, select

from dateline.errors import UnknownId
from dateline.store import queries, rows, tables
from dateline.store.backend import Backend


def delete_reports(
    connection: Connection, backend: Backend, report_ids: Sequence[str], reason: str
) -> None:
    """Deletes reports, what was found in them, and what search knows of them.

    What is worked out over all reports is not theirs alone: the caller works it out anew, in the
    same transaction. The log of inputs gets a line for each name that a report was given by; the
    bytes are to be deleted by `sweep_blobs`, once this is safe on the disk.

    Raises:
        UnknownId: If one is not in the case.
    """
    columns = tables.reports.c
    for report in report_ids:
        query = select(columns.sha256).where(columns.id == queries.plain(report))
        sha256 = connection.scalar(query)
        if sha256 is None:
            raise UnknownId(f"The case has no report {report}.")
        for name in _names_of(connection, report):
            queries.add_reading(connection, name, "removed", reason, report)
        _delete_rows(connection, backend, report)
        queries.insert_rows(connection, tables.unused_blobs, [{"sha256": sha256}])


def _names_of(connection: Connection, report: str) -> list[str]:
    """The inputs that a report was added by, each once, in the order of adding."""
    columns = tables.readings.c
    query = select(columns.payload).order_by(columns.number)
    readings = queries.read_all(connection, query, rows.READING.read)
    return list(dict.fromkeys(one.name for one in readings if one.report == report)) or [report]


def _delete_rows(connection: Connection, backend: Backend, report: str) -> None:
    backend.unindex(connection, report)
    for table in (tables.passages, tables.claims, tables.chains, tables.ungrouped, tables.texts):
        connection.execute(delete(table).where(table.c.report == report))
    copies = tables.copies.c
    told_of = or_(copies.report == report, copies.copy_of == report)
    connection.execute(delete(tables.copies).where(told_of))
    connection.execute(delete(tables.reports).where(tables.reports.c.id == report))


def sweep_blobs(connection: Connection, backend: Backend) -> None:
    """Deletes the bytes of removed reports; those of one that was added again stay."""
    column, used = tables.unused_blobs.c.sha256, tables.reports.c.sha256
    for sha256 in connection.scalars(select(column).order_by(column)).all():
        if connection.scalar(select(used).where(used == sha256)) is None:
            backend.drop_blob(connection, sha256)
    connection.execute(delete(tables.unused_blobs))
