"""A case in a PostgreSQL database, for a team: everything is in tables, the bytes too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, make_url, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import ArgumentError, DBAPIError

from dateline.errors import CaseLocked, CaseNotFound, DatelineError
from dateline.store.backend import Indexed
from dateline.store.kept import Problem
from dateline.store.search import Hit, Term
from dateline.store.tables import blobs
from dateline.store.words import Word

_SCHEMES: Final = ("postgresql://", "postgres://")
_LOCK: Final = 0x444154454C494E45
"""The advisory lock that a transaction holds while it writes ("DATELINE")."""

_LOCKED: Final = ("55P03", "40P01", "40001")
_FULL: Final = ("53100", "53200")


def is_address(address: str) -> bool:
    """Whether this is the address of a PostgreSQL database, not a path."""
    return address.startswith(_SCHEMES)


class PostgreSQL:
    """A PostgreSQL database; see `Backend`."""

    is_read_only = False  # what a role may do, the server says when it is tried
    parser: str | None = None  # there is no case.toml to name one in

    def __init__(self, address: str, *, timeout_s: float) -> None:
        url = _read_address(address)
        _require_driver()
        self.place = url.render_as_string(hide_password=True)
        self.name = url.database or "case"
        self._timeout_ms = int(timeout_s * 1000)
        engine = create_engine(url.set(drivername="postgresql+psycopg"))
        event.listen(engine, "connect", self._set_up)
        # A snapshot for the whole of a read; a write sees what the lock's last holder wrote.
        self.reader: Engine = engine.execution_options(isolation_level="REPEATABLE READ")
        self.writer: Engine = engine.execution_options(isolation_level="READ COMMITTED")
        event.listen(self.writer, "begin", _begin)

    def _set_up(self, connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {max(1, self._timeout_ms)}")
            # What we acknowledge must be on the server's disk; other settings promise more.
            cursor.execute("SHOW synchronous_commit")
            if cursor.fetchone()[0] == "off":
                cursor.execute("SET synchronous_commit = 'on'")
            cursor.execute("SHOW server_encoding")
            encoding = cursor.fetchone()[0]
        connection.commit()
        if encoding != "UTF8":
            raise CaseNotFound(f"{self.place} keeps text as {encoding}; a case needs UTF8.")

    def finish(self) -> None:
        """Nothing: the tables are the case."""

    def write_blob(self, connection: Connection, sha256: str, data: bytes) -> None:
        row = upsert(blobs).values(sha256=sha256, bytes=data).on_conflict_do_nothing()
        connection.execute(row)

    def read_blob(self, connection: Connection, sha256: str) -> bytes | None:
        if not sha256.isalnum():
            return None
        found = connection.scalar(select(blobs.c.bytes).where(blobs.c.sha256 == sha256))
        return None if found is None else bytes(found)

    def drop_blob(self, connection: Connection, sha256: str) -> None:
        connection.execute(delete(blobs).where(blobs.c.sha256 == sha256))

    def index(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        connection.execute(
            sql(
                'INSERT INTO passages (id, report, claim, start, "end", words)'
                " VALUES (:id, :report, :claim, :start, :end, CAST(:words AS tsvector))"
            ),
            [{"id": row.id, **row.hit._asdict(), "words": _vector(row.words)} for row in rows],
        )

    def unindex(self, connection: Connection, report: str) -> None:
        """Nothing: the words stand in the rows of the passages."""

    def find_hits(
        self, connection: Connection, terms: Sequence[Term], most: int | None
    ) -> list[Hit]:
        query = " & ".join("(" + " <-> ".join(f"'{word}'" for word in term) + ")" for term in terms)
        found = connection.execute(
            sql(
                'SELECT report, claim, start, "end" FROM passages'
                " WHERE words @@ CAST(:query AS tsquery)"
                " ORDER BY claim IS NULL, ts_rank(words, CAST(:query AS tsquery), 2) DESC,"
                " report, start, claim"
                " LIMIT CAST(:most AS bigint)"
            ),
            {"query": query, "most": most},
        )
        return [Hit(*row) for row in found]

    def state(self, connection: Connection) -> object:
        # Another as soon as any transaction of the server has begun to write, or ended.
        return connection.scalar(sql("SELECT CAST(txid_current_snapshot() AS text)"))

    def check(self, connection: Connection) -> list[Problem]:
        return []  # the server checks its pages and keys by itself

    def explain(self, error: DBAPIError) -> DatelineError:
        state = getattr(error.orig, "sqlstate", None)
        first = (str(error.orig).splitlines() or ["no reason given"])[0].rstrip(".")
        if state in _LOCKED:
            return CaseLocked(
                f"Another process is writing to {self.place}; try again when it ends."
            )
        if state in _FULL:
            return DatelineError(f"The server of {self.place} is full: {first}.")
        if state is None or state[:2] in ("08", "28", "3D"):
            return CaseNotFound(f"No database answers at {self.place}: {first}.")
        return DatelineError(f"{self.place} refused: {first}.")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _read_address(address: str) -> URL:
    try:
        return make_url(address)
    except (ArgumentError, ValueError) as error:
        raise CaseNotFound(
            "The address of the database can't be read; write postgresql://user@host/database."
        ) from error


def _require_driver() -> None:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise DatelineError(
            "A case in PostgreSQL needs one more package: pip install 'dateline[postgres]'."
        ) from error


def _vector(words: Sequence[Word]) -> str:
    """The words with their places in the form that PostgreSQL reads: 'club':2 'press':1,7."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words, start=1):
        places.setdefault(word.folded, []).append(str(place))
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())
