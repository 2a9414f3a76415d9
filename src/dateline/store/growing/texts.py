"""What the growing of addresses with several texts looks up and writes; see `events.replacing`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, select, update

from dateline.records import Report
from dateline.store import queries, tables
from dateline.store.growing.copies import CopyLedger
from dateline.store.growing.rows import among, short

if TYPE_CHECKING:  # rows are plain tuples here
    Text = tuple[str, str, str, int, int, int]
    Place = tuple[str | None, str | None, str | None]

_TEXTS, _COPIES, _SETTLED = tables.texts.c, tables.copies.c, tables.settled_copies.c
_REPORTS = tables.reports.c


class TextLedger:
    """The texts of each address, and who copies whom among those that stand."""

    def __init__(self, connection: Connection, copies: CopyLedger) -> None:
        self._connection = connection
        self._copies = copies

    def reports(self, ids: Collection[str]) -> list[Report]:
        return queries.read_with_ids(self._connection, "report", ids)

    def numbers(self, ids: Collection[str]) -> dict[str, int]:
        query = select(_REPORTS.id, _REPORTS.number)
        return dict(among(self._connection, query, _REPORTS.id, ids))

    def current(self, reports: Collection[str]) -> list[str]:
        """Those of some reports that stand, sorted."""
        query = select(_TEXTS.report).where(_TEXTS.replaced_by.is_not(None))
        replaced = {one for (one,) in among(self._connection, query, _TEXTS.report, reports)}
        return sorted(set(reports) - replaced)

    # Texts of an address ------------------------------------------------------------------------

    def add_texts(self, texts: Iterable[Text]) -> None:
        names = ("report", "address", "words", "first", "last")
        new = (dict(zip(names, text[:5], strict=True)) for text in texts)
        shortened = ({**row, "address": short(str(row["address"]))} for row in new)
        queries.insert_rows(self._connection, tables.texts, shortened)

    def texts_at(self, addresses: Collection[str]) -> list[tuple[Text, Place]]:
        query = select(
            _TEXTS.report, _TEXTS.address, _TEXTS.words, _TEXTS.first, _TEXTS.last,
            _REPORTS.number, _TEXTS.revision_of, _TEXTS.replaced_by, _TEXTS.same_as,
        ).join(tables.reports, _REPORTS.id == _TEXTS.report)  # fmt: skip
        found = among(self._connection, query, _TEXTS.address, map(short, addresses))
        return [(tuple(row[:6]), tuple(row[6:])) for row in found]

    def set_places(self, places: Mapping[str, Place]) -> None:
        if places:
            names = ("before", "now", "same")
            rows = [
                {"of": one, **dict(zip(names, place, strict=True))}
                for one, place in sorted(places.items())
            ]
            statement = update(tables.texts).where(_TEXTS.report == bindparam("of"))
            values: dict[Any, Any] = {
                _TEXTS.revision_of: bindparam("before"),
                _TEXTS.replaced_by: bindparam("now"),
                _TEXTS.same_as: bindparam("same"),
            }
            self._connection.execute(statement.values(values), rows)

    # Copies among those that stand --------------------------------------------------------------

    def copies_to_settle(self) -> tuple[dict[str, str], dict[str, Place]]:
        query = select(_TEXTS.report, _TEXTS.revision_of, _TEXTS.replaced_by, _TEXTS.same_as)
        found = self._connection.execute(query.where(_TEXTS.replaced_by.is_not(None)))
        places: dict[str, Place] = {one: (*place,) for one, *place in found}
        near = places.keys() | {place[1] for place in places.values() if place[1] is not None}
        copies = self._copies.copies(near)
        copying = self._copies.copies_of(places.keys())
        return {**copies, **self._copies.copies(copying)}, places

    def settled(self) -> dict[str, str | None]:
        query = select(_SETTLED.report, _SETTLED.copy_of)
        return {row.report: row.copy_of for row in self._connection.execute(query)}

    def set_settled(self, copies: Mapping[str, str | None]) -> None:
        self._connection.execute(delete(tables.settled_copies))
        new = ({"report": one, "copy_of": of} for one, of in sorted(copies.items()))
        queries.insert_rows(self._connection, tables.settled_copies, new)

    def copies(self, reports: Collection[str]) -> dict[str, str]:
        """Each of some reports that is a copy → the one that it copies, of those that stand."""
        query = select(_SETTLED.report, _SETTLED.copy_of)
        settled = dict(among(self._connection, query, _SETTLED.report, reports))
        found = {**self._copies.copies(reports), **settled}
        return {report: copy_of for report, copy_of in found.items() if copy_of is not None}

    def copies_of(self, reports: Collection[str]) -> set[str]:
        """The reports that are copies of some reports, likewise."""
        query = select(_SETTLED.report)
        settled = {one for (one,) in among(self._connection, query, _SETTLED.copy_of, reports)}
        found = settled | self._copies.copies_of(reports)
        return {one for one, of in self.copies(found).items() if of in set(reports)}
