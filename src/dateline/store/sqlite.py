"""A case in a folder: SQLite in WAL mode, every commit synced to the disk."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pysqlite3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert, text
from sqlalchemy.exc import DBAPIError

from dateline.errors import CaseLocked, CaseNotFound, CaseTooNew, DatelineError
from dateline.store.backend import Indexed, explained
from dateline.store.folder import Folder, make_folder, name_folder, open_folder
from dateline.store.kept import Problem
from dateline.store.search import Hit, Term
from dateline.store.tables import passages

OLDEST: Final = (3, 51, 3)
"""Versions before this can corrupt a database in WAL mode (sqlite.org/wal.html#walresetbug)."""

_BUSY, _LOCKED, _READ_ONLY, _CORRUPT, _FULL, _CANT_OPEN, _NOT_A_DATABASE = 5, 6, 8, 11, 13, 14, 26


def check_version(version: tuple[int, ...]) -> None:
    """Refuses a SQLite library that is too old to trust.

    Raises:
        CaseTooNew: If it is.
    """
    if version < OLDEST:
        shown, oldest = (".".join(map(str, one)) for one in (version, OLDEST))
        raise CaseTooNew(
            f"SQLite {shown} is too old: versions before {oldest} can damage a case. "
            "Update the package pysqlite3."
        )


_WRITING: Final = (
    "synchronous = FULL",  # NORMAL loses acknowledged reports in a power cut
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)

_PAUSE_S: Final = 0.01


class SQLite:
    """The database of a folder; see `Backend`."""

    def __init__(self, path: Path, *, create: bool, timeout_s: float) -> None:
        check_version(driver.sqlite_version_info)
        if create and not (path / "case.toml").exists():
            make_folder(path)
            self._folder = Folder(path, path.name)
        else:
            self._folder = open_folder(path)
        self.place = str(path)
        self.name = self._folder.name
        self.parser = self._folder.parser
        self.is_read_only = self._folder.is_read_only()
        self._timeout_ms = int(timeout_s * 1000)
        self.reader: Engine = create_engine(
            "sqlite://",
            module=driver,
            creator=self._connect,
            poolclass=QueuePool,  # by default an address without a path is one in memory
        )
        self.writer: Engine = self.reader.execution_options(begin="BEGIN IMMEDIATE")
        event.listen(self.reader, "begin", _begin)

    def _connect(self) -> Any:
        # No isolation level: the driver begins nothing by itself, `_begin` does.
        connection = driver.connect(
            self._address(), isolation_level=None, check_same_thread=False, uri=True
        )
        try:
            if not self.is_read_only:
                self._use_wal(connection)
            for pragma in (
                f"busy_timeout = {self._timeout_ms}",
                *(() if self.is_read_only else _WRITING),
                "foreign_keys = ON",
                "mmap_size = 0",
                "trusted_schema = OFF",
                "cell_size_check = ON",
            ):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _use_wal(self, connection: Any) -> None:
        # Of two that open a new case at once SQLite refuses one, whatever its busy_timeout.
        end = time.monotonic() + self._timeout_ms / 1000
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except driver.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != _BUSY or time.monotonic() >= end:
                    raise
                time.sleep(_PAUSE_S)

    def _address(self) -> str:
        address = self._folder.database.absolute().as_uri()
        if not self.is_read_only:
            return address
        # Even a reader of a WAL needs files beside it. Where it may not make them and there is no
        # WAL, nobody has the case open, and all of it is in the one file.
        is_settled = not self._folder.has_wal() and not self._folder.can_hold_files()
        return f"{address}?mode=ro{'&immutable=1' * is_settled}"

    def finish(self) -> None:
        about = self._folder.path / "case.toml"
        if not about.exists():
            with explained(self), self.writer.begin():  # one at a time, as for a blob
                make = open_folder if about.exists() else name_folder
                self._folder = make(self._folder.path)
            self.name = self._folder.name

    def write_blob(self, connection: Connection, sha256: str, data: bytes) -> None:
        self._folder.write_blob(sha256, data)

    def read_blob(self, connection: Connection, sha256: str) -> bytes | None:
        return self._folder.read_blob(sha256)

    def drop_blob(self, connection: Connection, sha256: str) -> None:
        self._folder.drop_blob(sha256)

    def index(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        connection.execute(insert(passages), [{"id": row.id, **row.hit._asdict()} for row in rows])
        connection.execute(
            text("INSERT INTO passage_words (rowid, words) VALUES (:id, :words)"),
            [{"id": row.id, "words": " ".join(word.folded for word in row.words)} for row in rows],
        )

    def unindex(self, connection: Connection, report: str) -> None:
        connection.execute(
            text(
                "DELETE FROM passage_words WHERE rowid IN"
                " (SELECT id FROM passages WHERE report = :report)"
            ),
            {"report": report},
        )

    def find_hits(
        self, connection: Connection, terms: Sequence[Term], most: int | None
    ) -> list[Hit]:
        # Folded words hold no quotation mark, so each quoted term is a string to FTS5.
        query = " ".join(f'"{" ".join(term)}"' for term in terms)
        found = connection.execute(
            text(
                'SELECT report, claim, start, "end" FROM passage_words'
                " JOIN passages ON passages.id = passage_words.rowid"
                " WHERE passage_words MATCH :query"
                " ORDER BY claim IS NULL, bm25(passage_words), report, start, claim"
                " LIMIT :most"
            ),
            {"query": query, "most": -1 if most is None else most},
        )
        return [Hit(*row) for row in found]

    def state(self, connection: Connection) -> object:
        return self._folder.state()

    def check(self, connection: Connection) -> list[Problem]:
        found = [str(row) for row in connection.exec_driver_sql("PRAGMA integrity_check").scalars()]
        problems = [
            Problem(None, f"The database is damaged: {line}.") for line in found if line != "ok"
        ]
        for (parent, id_), tables in sorted(_find_gone(connection).items()):
            rows = ", ".join(f"{number} of {table}" for table, number in sorted(tables.items()))
            message = f"{id_} is not there, but rows point to it in {parent}: {rows}."
            problems.append(Problem(id_, message))
        return problems

    def explain(self, error: DBAPIError) -> DatelineError:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        database = self._folder.database
        if code in (_BUSY, _LOCKED):
            return CaseLocked(
                f"Another process is writing to {self.place}; try again when it ends."
            )
        if code == _NOT_A_DATABASE:
            return CaseNotFound(f"{database} is no database; restore it from a copy.")
        if code == _CORRUPT:
            return DatelineError(f"{database} is damaged ({error.orig}); restore it from a copy.")
        if code == _FULL:
            return DatelineError(f"The disk of {self.place} is full; make room and try again.")
        if code == _CANT_OPEN and self.is_read_only and self._folder.has_wal():
            return DatelineError(
                f"{self.place} has changes that are not in its case.db yet (case.db-wal), and "
                "can't be written; copy the whole folder and open the copy."
            )
        if code in (_READ_ONLY, _CANT_OPEN):
            return DatelineError(
                f"{database} can't be opened for writing ({error.orig}); "
                "check who owns it and whether its folder can be written."
            )
        return DatelineError(f"{database} refused: {error.orig}.")


def _find_gone(connection: Connection) -> dict[tuple[str, str], Counter[str]]:
    """Table and id of each row that is gone → how many rows of each table still point to it."""
    gone: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for table, row, parent, key in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        # The names are those of our own tables.
        keys = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
        column = next(one["from"] for one in keys.mappings() if one["id"] == key)
        id_ = connection.exec_driver_sql(
            f"SELECT {column} FROM {table} WHERE rowid = ?", (row,)
        ).scalar_one()
        gone[parent, str(id_)][table] += 1
    return gone


def _begin(connection: Connection) -> None:
    # A read that turns into a write fails at once when another has written between, whatever the
    # busy timeout; so a write says from its beginning that it is one.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
