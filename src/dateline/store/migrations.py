"""The steps that make the tables of a case, oldest first; each runs once, in one transaction.

A step that has been released never changes: a case somewhere has run it. To change a table,
append a step.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, text

from dateline.errors import CaseNotFound, CaseTooNew
from dateline.store.tables import migrations


def migrate(connection: Connection, place: str) -> None:
    """Runs the steps that the case has not seen, in the transaction of `connection`.

    Raises:
        CaseNotFound: If the database holds tables of something else.
        CaseTooNew: If a newer version ran steps that this one does not know.
    """
    applied = applied_migrations(connection, place)
    if applied is None:
        connection.exec_driver_sql("CREATE TABLE migrations (name TEXT PRIMARY KEY)")
    for step in MIGRATIONS:
        if step.__name__ not in (applied or ()):
            step(connection)
            connection.execute(insert(migrations).values(name=step.__name__))


def is_current(connection: Connection, place: str) -> bool:
    """Whether every step has run; raises as `migrate` does."""
    applied = applied_migrations(connection, place)
    return applied is not None and len(applied) == len(MIGRATIONS)


def applied_migrations(connection: Connection, place: str) -> list[str] | None:
    """Names of the steps that have run, sorted; None in an empty database.

    Raises:
        CaseNotFound, CaseTooNew: As `migrate` does.
    """
    names = inspect(connection).get_table_names()
    if "migrations" not in names:
        if names:
            raise CaseNotFound(f"The database of {place} is not a case: it holds other tables.")
        return None
    applied = list(connection.scalars(select(migrations.c.name).order_by(migrations.c.name)))
    unknown = sorted(set(applied) - {step.__name__ for step in MIGRATIONS})
    if unknown:
        raise CaseTooNew(
            f"The case {place} was written by a newer version of Dateline ({unknown[0]}); "
            "update Dateline to open it."
        )
    return applied


def m001_evidence(connection: Connection) -> None:
    """Reports, chains and claims: only ever added."""
    _run(
        connection,
        "CREATE TABLE reports (id {id} PRIMARY KEY, sha256 {id} NOT NULL UNIQUE,"
        " payload TEXT NOT NULL)",
        "CREATE TABLE chains (id {id} PRIMARY KEY, report {id} NOT NULL REFERENCES reports (id),"
        " payload TEXT NOT NULL)",
        "CREATE INDEX chains_report ON chains (report)",
        "CREATE TABLE claims (id {id} PRIMARY KEY, report {id} NOT NULL REFERENCES reports (id),"
        " kind {id} NOT NULL, type {id} NOT NULL, start_day {id}, end_day {id},"
        " payload TEXT NOT NULL)",
        "CREATE INDEX claims_report ON claims (report)",
        "CREATE INDEX claims_type ON claims (kind, type)",
        "CREATE INDEX claims_day ON claims (start_day, end_day)",
        "CREATE TABLE readings (number BIGINT PRIMARY KEY, name {id} NOT NULL,"
        " payload TEXT NOT NULL)",
    )
    if connection.dialect.name == "postgresql":
        _run(connection, "CREATE TABLE blobs (sha256 {id} PRIMARY KEY, bytes BYTEA NOT NULL)")


def m002_search(connection: Connection) -> None:
    """What search looks through."""
    _run(
        connection,
        "CREATE TABLE passages (id {key} PRIMARY KEY, report {id} NOT NULL REFERENCES reports (id),"
        ' claim {id} REFERENCES claims (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL)',
    )
    if connection.dialect.name == "postgresql":
        _run(
            connection,
            "ALTER TABLE passages ADD COLUMN words TSVECTOR NOT NULL",
            "CREATE INDEX passages_words ON passages USING gin (words)",
        )
    else:
        # The words come folded and parted by spaces (store/words.py); every other tokenizer
        # would part them again by rules of its own. No content: the text is in the report.
        _run(
            connection,
            "CREATE VIRTUAL TABLE passage_words USING fts5"
            " (words, tokenize = 'ascii', content = '', contentless_delete = 1)",
        )


def m003_resolution(connection: Connection) -> None:
    """What is worked out over all reports, and can be replaced."""
    _run(
        connection,
        "CREATE TABLE entities (id {id} PRIMARY KEY, schema {id} NOT NULL, payload TEXT NOT NULL)",
        "CREATE TABLE entity_names (entity {id} NOT NULL REFERENCES entities (id)"
        " ON DELETE CASCADE, words {id} NOT NULL, PRIMARY KEY (entity, words))",
        "CREATE INDEX entity_names_words ON entity_names (words)",
        "CREATE TABLE events (id {id} PRIMARY KEY, type {id} NOT NULL, start_day {id},"
        " end_day {id}, payload TEXT NOT NULL)",
        "CREATE INDEX events_day ON events (start_day, end_day)",
        "CREATE TABLE copies (report {id} PRIMARY KEY REFERENCES reports (id),"
        " copy_of {id} NOT NULL REFERENCES reports (id))",
    )


def m004_ungrouped(connection: Connection) -> None:
    """Which reports the last resolution has not seen: of an older case perhaps any."""
    _run(
        connection,
        "CREATE TABLE ungrouped (report {id} PRIMARY KEY REFERENCES reports (id))",
        "INSERT INTO ungrouped SELECT id FROM reports",
    )


def m005_payload_hashes(connection: Connection) -> None:
    """What each record of the evidence was when it was added: of an older case, what it is now."""
    for table in ("reports", "chains", "claims"):
        _run(connection, f"ALTER TABLE {table} ADD COLUMN payload_sha256 {{id}}")
        found = connection.execute(text(f"SELECT id, payload FROM {table}")).all()
        hashes = [
            {"id": id_, "hash": hashlib.sha256(payload.encode("utf-8")).hexdigest()}
            for id_, payload in found
        ]
        if hashes:
            connection.execute(
                text(f"UPDATE {table} SET payload_sha256 = :hash WHERE id = :id"), hashes
            )


def m006_judgements(connection: Connection) -> None:
    """What people judged, and which of it the last resolution has not seen."""
    _run(
        connection,
        "CREATE TABLE judgements (number BIGINT PRIMARY KEY, id {id} NOT NULL UNIQUE,"
        " payload TEXT NOT NULL, payload_sha256 {id})",
        "CREATE TABLE unheeded (judgement {id} PRIMARY KEY REFERENCES judgements (id))",
    )


def m007_growth(connection: Connection) -> None:
    """What is kept so that a case grows report by report: an older case is grouped once more."""
    _run(
        connection,
        "CREATE TABLE signs (chain {id} PRIMARY KEY, report {id} NOT NULL, name {id} NOT NULL,"
        " taken BOOLEAN NOT NULL, firm BOOLEAN NOT NULL, alone {id} NOT NULL, is_person BOOLEAN,"
        " entity {id})",
        "CREATE INDEX signs_report ON signs (report)",
        "CREATE INDEX signs_name ON signs (name)",
        "CREATE INDEX signs_alone ON signs (alone)",
        "CREATE TABLE votes (name {id}, is_person BOOLEAN, number BIGINT NOT NULL,"
        " PRIMARY KEY (name, is_person)){slim}",
        "CREATE TABLE chain_keys (key {id}, chain {id}, is_sought BOOLEAN, name {id},"
        " PRIMARY KEY (key, chain, is_sought, name)){slim}",
        "CREATE INDEX chain_keys_chain ON chain_keys (chain)",
        "CREATE TABLE posts (body {id}, holder {id}, PRIMARY KEY (body, holder)){slim}",
        "CREATE TABLE bearers (name {id}, entity {id}, PRIMARY KEY (name, entity)){slim}",
        "CREATE INDEX bearers_entity ON bearers (entity)",
        "CREATE TABLE tellings (claim {id} PRIMARY KEY, paragraph INTEGER NOT NULL, event {id})"
        "{slim}",
        "CREATE INDEX tellings_event ON tellings (event)",
        "CREATE TABLE telling_keys (key {id}, claim {id}, PRIMARY KEY (key, claim)){slim}",
        "CREATE INDEX telling_keys_claim ON telling_keys (claim)",
        "CREATE TABLE telling_ties (key {id}, one {id}, other {id},"
        " PRIMARY KEY (key, one, other)){slim}",
        "CREATE INDEX telling_ties_one ON telling_ties (one)",
        "CREATE INDEX telling_ties_other ON telling_ties (other)",
        "CREATE TABLE outlets (name {id} PRIMARY KEY){slim}",
        "CREATE TABLE bodies (report {id} PRIMARY KEY, place {id} NOT NULL, whole BIGINT NOT NULL,"
        " size INTEGER NOT NULL, sample INTEGER NOT NULL, holder {id})",
        "CREATE UNIQUE INDEX bodies_place ON bodies (place)",
        "CREATE INDEX bodies_whole ON bodies (whole, place)",
        "CREATE INDEX bodies_holder ON bodies (holder)",
        "CREATE TABLE runs (run BIGINT, place {id}, PRIMARY KEY (run, place)){slim}",
        "CREATE TABLE rules (name {id} PRIMARY KEY)",
        "DELETE FROM ungrouped",
        "INSERT INTO ungrouped SELECT id FROM reports",
        "DELETE FROM copies",
        "DELETE FROM events",
        "DELETE FROM entities",
    )


def m008_sides(connection: Connection) -> None:
    """The sides of a conflict became records of their own: events kept before are made anew."""
    _run(
        connection,
        "DELETE FROM rules",
        "DELETE FROM ungrouped",
        "INSERT INTO ungrouped SELECT id FROM reports",
        "DELETE FROM events",
    )


def m009_revisions(connection: Connection) -> None:
    """The order in which reports were added, and which text of an address stands."""
    _run(
        connection,
        "ALTER TABLE reports ADD COLUMN number BIGINT",
        "CREATE TABLE texts (report {id} PRIMARY KEY, address {id} NOT NULL, words {id} NOT NULL,"
        " first BIGINT NOT NULL, last BIGINT NOT NULL, revision_of {id}, replaced_by {id},"
        " same_as {id})",
        "CREATE INDEX texts_address ON texts (address)",
        "CREATE INDEX texts_replaced_by ON texts (replaced_by)",
        "CREATE INDEX copies_copy_of ON copies (copy_of)",
        "CREATE TABLE settled_copies (report {id} PRIMARY KEY, copy_of {id})",
        "CREATE INDEX settled_copies_copy_of ON settled_copies (copy_of)",
        "CREATE TABLE unused_blobs (sha256 {id} PRIMARY KEY)",
        "DELETE FROM rules",
        "DELETE FROM ungrouped",
        "INSERT INTO ungrouped SELECT id FROM reports",
    )
    logged = connection.execute(text("SELECT payload FROM readings ORDER BY number")).scalars()
    readings = [json.loads(payload) for payload in logged]
    added = [one.get("report") for one in readings if one.get("state") == "added"]
    ids = connection.execute(text("SELECT id FROM reports ORDER BY id")).scalars().all()
    known = set(ids)  # of an older case without a log, by id
    order = dict.fromkeys([*(one for one in added if one in known), *ids])
    numbered = [{"id": id_, "number": number} for number, id_ in enumerate(order, start=1)]
    if numbered:
        connection.execute(text("UPDATE reports SET number = :number WHERE id = :id"), numbered)


def m010_said(connection: Connection) -> None:
    """What reports say of their chains is kept: an older case is grouped once more."""
    _run(
        connection,
        "CREATE TABLE said (report {id} PRIMARY KEY, payload TEXT NOT NULL)",
        "DELETE FROM rules",
        "DELETE FROM ungrouped",
        "INSERT INTO ungrouped SELECT id FROM reports",
    )


def _run(connection: Connection, *statements: str) -> None:
    # PostgreSQL would sort ids by the server's language; SQLite sorts by code point.
    postgres = connection.dialect.name == "postgresql"
    column = {
        "id": 'TEXT COLLATE "C"' if postgres else "TEXT",
        "key": "BIGINT" if postgres else "INTEGER",
        "slim": "" if postgres else " WITHOUT ROWID",
    }
    for statement in statements:
        connection.exec_driver_sql(statement.format(**column))


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m001_evidence,
    m002_search,
    m003_resolution,
    m004_ungrouped,
    m005_payload_hashes,
    m006_judgements,
    m007_growth,
    m008_sides,
    m009_revisions,
    m010_said,
)
