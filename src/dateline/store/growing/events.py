"""What the growing of events looks up and writes; see `events.growth`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, select, update

from dateline.records import Claim, Entity, Event, Report
from dateline.store import queries, rows, tables
from dateline.store.growing.entities import EntityLedger
from dateline.store.growing.rows import among, delete_among, short
from dateline.store.growing.texts import TextLedger

_TELLINGS, _KEYS, _TIES = tables.tellings.c, tables.telling_keys.c, tables.telling_ties.c
_CLAIMS = tables.claims.c


class EventLedger:
    """The blocks and ties of event claims, and the events, in one transaction.

    Attributes:
        written: How many events were written.
    """

    def __init__(self, connection: Connection, entities: EntityLedger, texts: TextLedger) -> None:
        self._connection = connection
        self._entities, self._texts = entities, texts
        self.written = 0

    # What others keep ---------------------------------------------------------------------------

    def reports(self, ids: Collection[str]) -> list[Report]:
        return queries.read_with_ids(self._connection, "report", ids)

    def claims(self, ids: Collection[str]) -> list[Claim]:
        return queries.read_with_ids(self._connection, "claim", ids)

    def claims_of(self, reports: Collection[str]) -> list[Claim]:
        return self._entities.claims_of(reports)

    def claims_near(self, chains: Collection[str]) -> list[Claim]:
        return self.claims(self.tellings_in(self._entities.reports_of(chains)))

    def entity_of(self, chains: Collection[str]) -> dict[str, str]:
        return self._entities.entity_of(chains)

    def entities(self, ids: Collection[str]) -> list[Entity]:
        return self._entities.entities(ids)

    def bearers(self, names: Collection[str]) -> list[tuple[str, str]]:
        columns = tables.bearers.c
        printed = {short(name): name for name in names}
        query = select(columns.name, columns.entity)
        found = among(self._connection, query, columns.name, printed)
        return [(printed[name], entity) for name, entity in found]

    def copies(self, reports: Collection[str]) -> dict[str, str]:
        return self._texts.copies(reports)

    def copies_of(self, reports: Collection[str]) -> set[str]:
        return self._texts.copies_of(reports)

    def add_outlets(self, names: Collection[str]) -> set[str]:
        new = {short(name) for name in names} - self.outlets(names)
        queries.insert_rows(self._connection, tables.outlets, ({"name": n} for n in sorted(new)))
        return new

    def outlets(self, names: Collection[str]) -> set[str]:
        column = tables.outlets.c.name
        return {
            name for (name,) in among(self._connection, select(column), column, map(short, names))
        }

    # Tellings -----------------------------------------------------------------------------------

    def add_tellings(self, paragraphs: Mapping[str, int]) -> None:
        new = ({"claim": id_, "paragraph": number} for id_, number in sorted(paragraphs.items()))
        queries.insert_rows(self._connection, tables.tellings, new)

    def paragraphs(self, claims: Collection[str]) -> dict[str, int]:
        query = select(_TELLINGS.claim, _TELLINGS.paragraph)
        return dict(among(self._connection, query, _TELLINGS.claim, claims))

    def tellings_in(self, reports: Collection[str]) -> set[str]:
        query = select(_CLAIMS.id).join(tables.tellings, _TELLINGS.claim == _CLAIMS.id)
        return {id_ for (id_,) in among(self._connection, query, _CLAIMS.report, reports)}

    def keys_of(self, claims: Collection[str]) -> list[tuple[str, str]]:
        query = select(_KEYS.claim, _KEYS.key)
        return [(id_, key) for id_, key in among(self._connection, query, _KEYS.claim, claims)]

    def put_keys(self, claims: Collection[str], keys: Iterable[tuple[str, str]]) -> None:
        delete_among(self._connection, _KEYS.claim, claims)
        new = sorted({(short(key), claim) for claim, key in keys})
        queries.insert_rows(
            self._connection, tables.telling_keys, ({"key": k, "claim": c} for k, c in new)
        )

    def members(self, keys: Collection[str]) -> list[tuple[str, str]]:
        query = select(_KEYS.key, _KEYS.claim)
        found = among(self._connection, query, _KEYS.key, map(short, keys))
        return [(key, claim) for key, claim in found]

    # Ties and events ----------------------------------------------------------------------------

    def ties(self, keys: Collection[str]) -> list[tuple[str, str, str]]:
        query = select(_TIES.key, _TIES.one, _TIES.other)
        found = among(self._connection, query, _TIES.key, map(short, keys))
        return [(key, one, other) for key, one, other in found]

    def replace_ties(
        self, gone: Iterable[tuple[str, str, str]], new: Iterable[tuple[str, str, str]]
    ) -> None:
        columns = ("key", "one", "other")
        old = [dict(zip(("k", "l", "r"), row, strict=True)) for row in sorted(gone)]
        if old:
            same = (_TIES.key == bindparam("k")) & (_TIES.one == bindparam("l"))
            statement = tables.telling_ties.delete().where(same & (_TIES.other == bindparam("r")))
            self._connection.execute(statement, old)
        added = (dict(zip(columns, row, strict=True)) for row in sorted(new))
        queries.insert_rows(self._connection, tables.telling_ties, added)

    def ties_of(self, claims: Collection[str]) -> list[tuple[str, str, str]]:
        query = select(_TIES.key, _TIES.one, _TIES.other)
        return [
            (key, one, other)
            for column in (_TIES.one, _TIES.other)
            for key, one, other in among(self._connection, query, column, claims)
        ]

    def events_of(self, claims: Collection[str]) -> set[str]:
        query = select(_TELLINGS.event).where(_TELLINGS.event.is_not(None))
        return {id_ for (id_,) in among(self._connection, query, _TELLINGS.claim, claims)}

    def drop_tellings(self, claims: Collection[str]) -> None:
        delete_among(self._connection, _TELLINGS.claim, claims)

    def leave_events(self, claims: Collection[str]) -> None:
        if claims:
            statement = update(tables.tellings).where(_TELLINGS.claim == bindparam("of"))
            self._connection.execute(statement.values(event=None), [{"of": c} for c in claims])

    def replace_events(self, gone: Collection[str], made: Sequence[Event]) -> None:
        before = {one.id: one for one in queries.read_with_ids(self._connection, "event", gone)}
        new = [event for event in made if before.get(event.id) != event]
        same = {event.id for event in made} - {event.id for event in new}
        delete_among(self._connection, tables.events.c.id, set(gone) - same)
        self.written += len(new)
        queries.insert_rows(self._connection, tables.events, map(rows.event_row, new))
        told = [{"of": claim, "now": event.id} for event in new for claim in event.claims]
        if told:
            statement = update(tables.tellings).where(_TELLINGS.claim == bindparam("of"))
            self._connection.execute(statement.values(event=bindparam("now")), told)
