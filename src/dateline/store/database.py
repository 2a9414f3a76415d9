"""One open case: what is kept in it, and what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from dateline.errors import DatelineError, UnknownId
from dateline.records import Chain, Claim, ClaimKind, Entity, Event, Judgement, Report
from dateline.store import hand_claims, queries, removal, rows, tables
from dateline.store.changes import Changes, Known, read_changes
from dateline.store.folder import has_hash
from dateline.store.growing import Ledgers
from dateline.store.kept import (
    Evidence,
    Grouped,
    Kind,
    Problem,
    Reading,
    ReadingState,
    Record,
)
from dateline.store.opened import Opened
from dateline.store.publishers_table import is_by_table
from dateline.store.search import Passage, can_match, cut_passages, read_query

_AT_ONCE = 500
"""Ids that one query asks for."""


class Database(Opened):
    """One open case; use it as a context manager, or close it.

    Every method is one transaction. Lists of records are sorted by id. Any method raises
    CaseLocked if another process holds the case for longer than the timeout, and DatelineError
    for what the database refuses.
    """

    # Evidence ---------------------------------------------------------------------------------

    def has_report(self, report_id: str) -> bool:
        """Whether the report is in the case."""
        with self._read() as connection:
            return queries.has_report(connection, report_id)

    def add_report(
        self,
        report: Report,
        data: bytes,
        chains: Sequence[Chain] = (),
        claims: Sequence[Claim] = (),
        *,
        input_name: str | None = None,
    ) -> bool:
        """Adds a report with its bytes and all that was found in it: wholly or not at all.

        When it returns, a crash or a power cut does not lose it. A report that is in the case
        stays as it is.

        Args:
            data: The bytes that the report was read from.
            input_name: If given, the log of inputs gets its line, in the same transaction.

        Returns:
            Whether it was added; False if it was there.

        Raises:
            ValueError: If the bytes are not the report's, or a chain or claim is of another one.
        """
        if not has_hash(data, report.sha256):
            raise ValueError(f"these are not the bytes of {report.id}")
        if {report.id} != {
            report.id,
            *(one.report for one in chains),
            *(one.report for one in claims),
        }:
            raise ValueError(f"a chain or claim is not of {report.id}")
        with self._write() as connection:
            is_new = not queries.has_report(connection, report.id)
            if is_new:
                number = queries.next_number(connection, tables.reports.c.number)
                row = {**rows.report_row(report), "number": number}
                queries.insert_rows(connection, tables.reports, [row])
                queries.insert_rows(connection, tables.ungrouped, [{"report": report.id}])
                queries.insert_rows(
                    connection, tables.chains, [rows.chain_row(chain) for chain in chains]
                )
                queries.insert_rows(
                    connection, tables.claims, [rows.claim_row(claim) for claim in claims]
                )
                first = queries.next_number(connection, tables.passages.c.id)
                indexed = rows.index_rows(report, claims, first)
                if indexed:  # a text may hold no word at all
                    self.backend.index(connection, indexed)
                self.backend.write_blob(connection, report.sha256, data)
            if input_name is not None:
                state: ReadingState = "added" if is_new else "duplicate"
                queries.add_reading(connection, input_name, state, None, report.id)
        return is_new

    def reports(self) -> list[Report]:
        """All reports; whose copy and whose revision each is, is as it was last worked out."""
        with self._read() as connection:
            return queries.read_reports(connection)

    def report(self, report_id: str) -> Report:
        """The report with this id; raises UnknownId if there is none."""
        with self._read() as connection:
            found: Report = queries.read_record(connection, "report", report_id)
            return queries.read_marks(connection).put(found)

    def numbers(self) -> dict[str, int]:
        """Report id to the report's number in the order of adding."""
        with self._read() as connection:
            return queries.read_numbers(connection)

    def chains(self, report_id: str | None = None) -> list[Chain]:
        """All chains, or those of one report."""
        query = queries.select_records(tables.chains, report_id)
        with self._read() as connection:
            return queries.read_all(connection, query, rows.CHAIN.read)

    def chains_of(self, ids: Iterable[str]) -> dict[str, Chain]:
        """The chains with these ids, those that there are."""
        wanted = [queries.plain(one) for one in ids]
        with self._read() as connection:
            found: list[Chain] = []
            for part in range(0, len(wanted), _AT_ONCE):
                some = tables.chains.c.id.in_(wanted[part : part + _AT_ONCE])
                query = queries.select_records(tables.chains).where(some)
                found += queries.read_all(connection, query, rows.CHAIN.read)
        return {one.id: one for one in found}

    def claims(
        self,
        report_id: str | None = None,
        *,
        kind: ClaimKind | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Claim]:
        """All claims, or those of one report, one kind, or a range of days.

        With `since` (inclusive) or `until` (exclusive) a claim counts whose time may lie in the
        range; one without a time does not.
        """
        query = queries.select_records(tables.claims, report_id)
        if kind is not None:
            query = query.where(tables.claims.c.kind == kind)
        query = queries.in_days(query, tables.claims, since, until)
        with self._read() as connection:
            return queries.read_all(connection, query, rows.CLAIM.read)

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; raises UnknownId if there is none."""
        with self._read() as connection:
            found: Claim = queries.read_record(connection, "claim", claim_id)
        return found

    def blob(self, sha256: str) -> bytes:
        """The bytes of a report as they came.

        Raises:
            UnknownId: If the case has no such bytes.
            DatelineError: If they changed since.
        """
        with self._read() as connection:
            data = self.backend.read_blob(connection, sha256)
        if data is None:
            raise UnknownId(f"The case has no bytes with the SHA-256 {sha256}.")
        if not has_hash(data, sha256):
            raise DatelineError(f"The bytes kept as {sha256} have changed; restore them.")
        return data

    def evidence(self, *, skip_broken: bool = False) -> Evidence:
        """All reports, chains, claims and judgements, as of one moment.

        Args:
            skip_broken: Leave out the records that can't be read any more, which `check` names.
        """
        with self._read() as connection:
            return Evidence(
                queries.read_reports(connection, skip_broken=skip_broken),
                queries.read_kind(connection, "chain", skip_broken=skip_broken),
                queries.read_kind(connection, "claim", skip_broken=skip_broken),
                queries.read_judgements(connection, skip_broken=skip_broken),
                queries.read_numbers(connection),
                self.publishers,
            )

    @contextmanager
    def removing(self, report_ids: Sequence[str], reason: str) -> Iterator[Ledgers]:
        """Takes reports out of the case, with all that came from them: all or none.

        What is worked out over all reports must be worked out anew with the ledgers: it is one
        transaction, so that nobody ever sees the case in between. The log of inputs keeps a line
        with the reason, and what people judged stays. The bytes are deleted after all else.

        Raises:
            UnknownId: If a report is not in the case.
        """
        with self._write() as connection:
            removal.delete_reports(connection, self.backend, report_ids, reason)
            yield Ledgers(connection, self.publishers)
        self.sweep_blobs()

    @contextmanager
    def adding_claim(self, claim: Claim, chains: Sequence[Chain]) -> Iterator[Ledgers | None]:
        """Adds a claim by hand with its new chains; None if the case has it already.

        As for `removing`: what is worked out over all reports is worked out anew with the ledgers.
        """
        with self._write() as connection:
            is_new = hand_claims.insert_claim(connection, self.backend, claim, chains)
            yield Ledgers(connection, self.publishers) if is_new else None

    @contextmanager
    def dropping_claim(self, claim: Claim, chains: Iterable[str]) -> Iterator[Ledgers]:
        """Takes a claim by hand out again, with the chains that it alone brought; see above."""
        with self._write() as connection:
            hand_claims.delete_claim(connection, self.backend, claim, chains)
            yield Ledgers(connection, self.publishers)

    def sweep_blobs(self) -> None:
        """Deletes bytes of removed reports that a crash left."""
        with self._read() as connection:
            is_left = connection.scalar(select(tables.unused_blobs.c.sha256).limit(1)) is not None
        if is_left:
            with self._write() as connection:
                removal.sweep_blobs(connection, self.backend)

    # What people judged -----------------------------------------------------------------------

    def add_judgements(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """Adds entries to the end of the log, all or none; it is never changed otherwise.

        The case counts as not grouped until a resolution heeds them. An entry that is in the log
        stays where it is.

        Returns:
            Those that were added.
        """
        with self._write() as connection:
            return queries.add_judgements(connection, judgements)

    def judgements(self) -> list[Judgement]:
        """The log of judgements, in the order in which they were added."""
        with self._read() as connection:
            return queries.read_judgements(connection)

    # The log of inputs ------------------------------------------------------------------------

    def add_reading(
        self, input_name: str, state: ReadingState, reason: str | None, report_id: str | None
    ) -> None:
        """Adds a line to the log of inputs."""
        with self._write() as connection:
            queries.add_reading(connection, input_name, state, reason, report_id)

    def inputs(self) -> list[Reading]:
        """The log of inputs by name, the latest reading of a name first."""
        columns = tables.readings.c
        query = select(columns.payload).order_by(columns.name, columns.number.desc())
        with self._read() as connection:
            return queries.read_all(connection, query, rows.READING.read)

    # What is worked out over all reports ------------------------------------------------------

    def is_grouped(self) -> bool:
        """Whether the last resolution has seen every report and every judgement.

        Not so after a crash while adding, or where the user's table of publishers is another.
        """
        with self._read() as connection:
            return self._is_grouped(connection)

    def _is_grouped(self, connection: Connection) -> bool:
        rules = connection.scalar(select(tables.rules.c.name))
        return is_by_table(rules, self.publishers) and queries.is_grouped(connection)

    def grouped(self) -> Grouped | None:
        """The whole case as of one moment; None if it is not grouped (see `is_grouped`)."""
        with self._read() as connection:
            if not self._is_grouped(connection):
                return None
            return Grouped(
                queries.read_reports(connection),
                queries.read_kind(connection, "claim"),
                queries.read_kind(connection, "entity"),
                queries.read_kind(connection, "event"),
                queries.read_judgements(connection),
            )

    def changes(self, known: Known) -> Changes | None:
        """What differs from what is known; None if the case is not grouped (see `is_grouped`)."""
        with self._read() as connection:
            return read_changes(connection, known) if self._is_grouped(connection) else None

    def state(self) -> object:
        """Something cheap to ask for that is another after each change of the case."""
        with self._read() as connection:
            return self.backend.state(connection)

    @contextmanager
    def growing(self) -> Iterator[Ledgers]:
        """What is kept to work out entities, events and copies, to be read and written.

        All of it is one transaction, in which no other process can write.
        """
        with self._write() as connection:
            yield Ledgers(connection, self.publishers)

    def entities(self, name: str | None = None) -> list[Entity]:
        """All entities, or those that have the name; case and accents do not count."""
        query = queries.select_records(tables.entities)
        if name is not None:
            names = tables.entity_names.c
            having = select(names.entity).where(names.words == rows.fold_name(name))
            query = query.where(tables.entities.c.id.in_(having))
        with self._read() as connection:
            return queries.read_all(connection, query, rows.ENTITY.read)

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id; raises UnknownId if there is none."""
        with self._read() as connection:
            found: Entity = queries.read_record(connection, "entity", entity_id)
        return found

    def events(self, *, since: date | None = None, until: date | None = None) -> list[Event]:
        """All events, or those that may lie in a range of days (see `claims`)."""
        query = queries.in_days(queries.select_records(tables.events), tables.events, since, until)
        with self._read() as connection:
            return queries.read_all(connection, query, rows.EVENT.read)

    def event(self, event_id: str) -> Event:
        """The event with this id; raises UnknownId if there is none."""
        with self._read() as connection:
            found: Event = queries.read_record(connection, "event", event_id)
        return found

    def copies(self) -> dict[str, str]:
        """Report id to the id of the report whose text it repeats, sorted."""
        with self._read() as connection:
            return queries.read_copies(connection)

    # Finding ----------------------------------------------------------------------------------

    def search(self, query: str, limit: int | None = None) -> list[Passage]:
        """Passages that hold every word and every "phrase" of the query.

        They are quotes of claims, and stretches of the text of reports; the first `limit` of
        them. A phrase is in quotation marks. Case and accents do not count.
        The words may stand anywhere in a report, unless it is longer than some 4,000.

        Returns:
            Quotes of claims first, then text; both best first, ties by id. Empty if nothing
            matches.

        Raises:
            BadQuery: If there is no word in the query.
        """
        terms = read_query(query)
        if not can_match(terms):
            return []
        most = None if limit is None else 2 * limit
        while True:
            with self._read() as connection:
                hits = self.backend.find_hits(connection, terms, most)
                texts = queries.read_texts(connection, sorted({hit.report for hit in hits}))
            found = list(islice(cut_passages(texts, hits, terms), limit))
            if most is None or len(hits) < most or len(found) == limit:
                return found
            most *= 4  # some hits were no passages of their own

    def find_id(self, prefix: str) -> tuple[Kind, Record]:
        """The one record whose id begins so (or is just this).

        Raises:
            UnknownId: If there is none, or more than one.
        """
        with self._read() as connection:
            found = list(queries.find_ids(connection, prefix, most=3))
            whole = [one for one in found if one[1] == prefix]
            if len(whole or found) == 1:
                kind, id_ = (whole or found)[0]
                record = queries.read_record(connection, kind, id_)
                if kind == "report":
                    record = queries.read_marks(connection).put(record)
                return kind, record
        if not found:
            raise UnknownId(f"No record of the case has an id that begins with {prefix!r}.")
        some = ", ".join(id_ for _, id_ in found[:3])
        raise UnknownId(f"More than one id begins with {prefix!r} ({some} …); give more of it.")

    def check(self) -> list[Problem]:
        """Looks through the whole case: the database, each record, the bytes of each report.

        A record of the evidence is compared with the hash of it that was kept when it was added.
        That shows an accident or a careless edit; whoever writes a new hash too is not found out.

        Returns:
            What is wrong, the database first, then by kind and id; empty if nothing is.
        """
        try:
            with self._read() as connection:
                problems = self.backend.check(connection)
                problems += queries.find_broken_records(connection)
                problems += self._broken_blobs(connection)
                return problems
        except DatelineError as error:
            if not isinstance(error.__cause__, DBAPIError):
                raise
            return [Problem(None, str(error))]

    def _broken_blobs(self, connection: Connection) -> Iterator[Problem]:
        columns = tables.reports.c
        for id_, sha256 in connection.execute(
            select(columns.id, columns.sha256).order_by(columns.id)
        ).all():
            data = self.backend.read_blob(connection, sha256)
            if data is None:
                yield Problem(id_, f"The bytes of {id_} are not there ({sha256}).")
            elif not has_hash(data, sha256):
                yield Problem(id_, f"The bytes of {id_} have changed ({sha256}).")
