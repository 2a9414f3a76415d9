"""Reads and writes of many rows at once, by lists of keys of any length."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, bindparam, delete

from dateline.store import queries

_BATCH = 500
_LONGEST = 500
"""Bytes of a key: an index of PostgreSQL takes 2,700, and a text may hold a name of any length."""


def short(key: str) -> str:
    """A key as both databases take it: a longer one ends in its hash."""
    if len(key) <= _LONGEST // 4:
        return queries.plain(key)
    data = key.encode("utf-8", "surrogatepass")
    if len(data) <= _LONGEST:
        return queries.plain(key)
    return f"{queries.plain(key[:32])}#{hashlib.sha256(data).hexdigest()}"


def among(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Any]:
    """The rows of a query in which a column has one of some values."""
    listed = sorted(set(values))
    for start in range(0, len(listed), _BATCH):
        some = query.where(column.in_(listed[start : start + _BATCH]))
        yield from connection.execute(some).all()


def delete_among(connection: Connection, column: Column[Any], values: Iterable[Any]) -> None:
    """Deletes the rows in which a column has one of some values."""
    listed = sorted(set(values))
    if listed:
        statement = delete(column.table).where(column == bindparam("gone"))
        connection.execute(statement, [{"gone": value} for value in listed])
