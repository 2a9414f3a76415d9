"""A case from its opening to its end, and the transactions between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dateline.errors import CaseNotFound, DatelineError
from dateline.store.backend import Backend, explained
from dateline.store.migrations import applied_migrations, is_current, migrate
from dateline.store.postgres import PostgreSQL, is_address
from dateline.store.publishers_table import NAME, read_publishers_table
from dateline.store.sqlite import SQLite


class Opened:
    """A case that is open; see `Database`.

    Attributes:
        backend: The database under it.
        publishers: The text of the user's own table of publishers; empty if there is none.
    """

    def __init__(self, backend: Backend, publishers: str = "") -> None:
        self.backend = backend
        self.publishers = publishers
        self._is_open = True

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        create: bool = False,
        timeout_s: float = 5.0,
        publishers: Path | None = None,
    ) -> Self:
        """The case in a folder, or at a ``postgresql://`` address.

        A case of an older version is brought up to date. One that this user may not write to is
        opened for reading alone.

        Args:
            create: Make the case if there is none (a PostgreSQL database itself must be there).
            timeout_s: How long to wait for another process that writes.
            publishers: A table of publishers; of a folder `publishers.tsv` in it if None.

        Raises:
            CaseNotFound: If there is no case, or something else is in its place.
            CaseTooNew: If a newer version wrote it, or the SQLite library is too old.
            CaseLocked: If another process is writing.
        """
        backend: Backend
        beside = publishers
        if isinstance(address, str) and is_address(address):
            backend = PostgreSQL(address, timeout_s=timeout_s)
        else:
            backend = SQLite(Path(address), create=create, timeout_s=timeout_s)
            beside = publishers or Path(address) / NAME
        table = read_publishers_table(beside, is_asked=publishers is not None)
        with ExitStack() as undo:
            database = cls(backend, table)
            undo.enter_context(database)
            database._prepare(create)
            undo.pop_all()
        return database

    def _prepare(self, create: bool) -> None:
        place = self.backend.place
        with self._read() as connection:
            if applied_migrations(connection, place) is None and not create:
                raise CaseNotFound(f"The database of {place} is empty: there is no case in it.")
            done = is_current(connection, place)
        if not done:
            with self._write() as connection:
                migrate(connection, place)
        self.backend.finish()

    @property
    def name(self) -> str:
        """The name of the case."""
        return self.backend.name

    @property
    def is_read_only(self) -> bool:
        """Whether this user may read the case and not write to it."""
        return self.backend.is_read_only

    @property
    def parser(self) -> str | None:
        """The spaCy pipeline that the case asks for; None for the usual one."""
        return self.backend.parser

    def close(self) -> None:
        """Ends the use of the case; closing twice does nothing."""
        self._is_open = False
        self.backend.reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Transactions -----------------------------------------------------------------------------

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if not self._is_open:
            raise ValueError("the case is closed")
        with explained(self.backend), self.backend.reader.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if not self._is_open:
            raise ValueError("the case is closed")
        if self.is_read_only:
            raise DatelineError(
                f"The case {self.backend.place} can only be read: it or its folder is protected "
                "from writing. Change that, or copy the folder and use the copy."
            )
        with explained(self.backend), self.backend.writer.begin() as connection:
            yield connection
