"""What a database must do for a case; the rest of the store is the same on both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dateline.errors import DatelineError
from dateline.store.kept import Problem
from dateline.store.search import Hit, Term
from dateline.store.words import Word


class Indexed(NamedTuple):
    """A row of the search index: where it stands, and its words."""

    id: int
    hit: Hit
    words: Sequence[Word]


class Backend(Protocol):
    """One open database of a case.

    Attributes:
        place: Path or address for messages, without a password.
        name: The name of the case.
        reader: Its transactions see one state of the case from their first read to their end.
        writer: Its transactions hold the case's only write lock from their beginning.
        is_read_only: Whether this user may read the case and not write to it.
        parser: The spaCy pipeline that the case asks for; None for the usual one.
    """

    place: str
    name: str
    reader: Engine
    writer: Engine
    is_read_only: bool
    parser: str | None

    def finish(self) -> None:
        """Ends the making of a case, once its tables are there."""

    def write_blob(self, connection: Connection, sha256: str, data: bytes) -> None:
        """Keeps the bytes; they are safe at the latest when the transaction is."""

    def read_blob(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes as they are kept now; None if there are none."""

    def drop_blob(self, connection: Connection, sha256: str) -> None:
        """Deletes the bytes, if they are there."""

    def index(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Adds rows, at least one, to the search index."""

    def unindex(self, connection: Connection, report: str) -> None:
        """Takes the words of a report's passages out of the search index, not the passages."""

    def find_hits(
        self, connection: Connection, terms: Sequence[Term], most: int | None
    ) -> list[Hit]:
        """Rows of the index that hold every term: quotes of claims first, then parts of texts.

        Both best first, ties by report, place and claim; the first `most` of them.
        """

    def state(self, connection: Connection) -> object:
        """Something cheap to ask for that is another after each change of the case."""

    def check(self, connection: Connection) -> list[Problem]:
        """What the database finds wrong with itself, and records that are gone."""

    def explain(self, error: DBAPIError) -> DatelineError:
        """An error of the database as a sentence for the user."""


@contextmanager
def explained(backend: Backend) -> Iterator[None]:
    """Raises errors of the database as `DatelineError`."""
    try:
        yield
    except DBAPIError as error:
        raise backend.explain(error) from error
