"""All that a case keeps so that it grows, and what it has not taken in yet."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from dateline.records import Judgement
from dateline.store import queries, tables
from dateline.store.growing.copies import CopyLedger
from dateline.store.growing.entities import EntityLedger
from dateline.store.growing.events import EventLedger
from dateline.store.growing.rows import delete_among
from dateline.store.growing.texts import TextLedger

_WORKED_OUT = (
    tables.copies, tables.events, tables.entity_names, tables.bearers, tables.entities,
    tables.signs, tables.said, tables.votes, tables.chain_keys, tables.posts,
    tables.tellings, tables.telling_keys, tables.telling_ties, tables.outlets,
    tables.bodies, tables.runs, tables.texts, tables.settled_copies, tables.rules,
)  # fmt: skip


class Ledgers:
    """What one transaction may look up and write while a case grows.

    Attributes:
        entities, events, copies, texts: What each stage asks.
        publishers: The text of the user's own table of publishers; empty if there is none.
    """

    def __init__(self, connection: Connection, publishers: str = "") -> None:
        self._connection = connection
        self.publishers = publishers
        self.entities = EntityLedger(connection)
        self.copies = CopyLedger(connection)
        self.texts = TextLedger(connection, self.copies)
        self.events = EventLedger(connection, self.entities, self.texts)

    def new_reports(self) -> list[str]:
        """The reports that are not grouped yet, sorted by id."""
        column = tables.ungrouped.c.report
        return list(self._connection.scalars(select(column).order_by(column)))

    def judgements(self) -> list[Judgement]:
        """The log of judgements, in its order."""
        return queries.read_judgements(self._connection)

    def unheeded(self) -> set[str]:
        """Ids of the judgements that the entities do not heed yet."""
        return set(self._connection.scalars(select(tables.unheeded.c.judgement)))

    def rules(self) -> str | None:
        """The name of the rules by which the case was grouped; None if it never was."""
        return self._connection.scalar(select(tables.rules.c.name))

    def clear(self, rules: str) -> None:
        """Forgets all that was worked out, to group the case anew by other rules."""
        for table in _WORKED_OUT:
            self._connection.execute(delete(table))
        self.entities.forget_keys()
        self._connection.execute(insert(tables.rules).values(name=rules))
        queries.set_grouped(self._connection, (), ())

    def set_grouped(self, reports: Iterable[str], judgements: Iterable[str]) -> None:
        """Notes that these reports and judgements are taken in."""
        delete_among(self._connection, tables.ungrouped.c.report, reports)
        delete_among(self._connection, tables.unheeded.c.judgement, judgements)
