"""Single claims that a person adds to a report or takes back, with the chains that they brought."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, select

from dateline.records import Chain, Claim
from dateline.store import queries, rows, tables
from dateline.store.backend import Backend


def insert_claim(
    connection: Connection, backend: Backend, claim: Claim, chains: Sequence[Chain]
) -> bool:
    """Adds a claim and new chains to a report that is in the case; False if it was there.

    What is worked out over all reports is the caller's to work out anew, in the same transaction.
    """
    columns = tables.claims.c
    if connection.scalar(select(columns.id).where(columns.id == claim.id)) is not None:
        return False
    queries.insert_rows(connection, tables.chains, [rows.chain_row(one) for one in chains])
    queries.insert_rows(connection, tables.claims, [rows.claim_row(claim)])
    _unindex(connection, backend, claim.report)
    _index(connection, backend, claim.report)
    return True


def delete_claim(
    connection: Connection, backend: Backend, claim: Claim, chains: Iterable[str]
) -> None:
    """Deletes a claim, and chains that it alone brought; see `insert_claim`."""
    _unindex(connection, backend, claim.report)
    connection.execute(delete(tables.claims).where(tables.claims.c.id == claim.id))
    for chain in chains:
        connection.execute(delete(tables.chains).where(tables.chains.c.id == chain))
    _index(connection, backend, claim.report)


def _unindex(connection: Connection, backend: Backend, report_id: str) -> None:
    backend.unindex(connection, report_id)
    connection.execute(delete(tables.passages).where(tables.passages.c.report == report_id))


def _index(connection: Connection, backend: Backend, report_id: str) -> None:
    """What search knows of a report, anew."""
    report = queries.read_record(connection, "report", report_id)
    query = queries.select_records(tables.claims, report_id)
    claims = queries.read_all(connection, query, rows.CLAIM.read)
    first = queries.next_number(connection, tables.passages.c.id)
    indexed = rows.index_rows(report, claims, first)
    if indexed:
        backend.index(connection, indexed)
