"""What the growing of copies looks up and writes; see `events.copying`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, func, select, update

from dateline.records import Report
from dateline.store import queries, tables
from dateline.store.growing.rows import among, delete_among

_BODIES, _RUNS, _COPIES = tables.bodies.c, tables.runs.c, tables.copies.c


class CopyLedger:
    """The runs of words of each report's text, and who copies whom, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reports(self, ids: Collection[str]) -> list[Report]:
        return queries.read_with_ids(self._connection, "report", ids)

    def add_bodies(
        self, bodies: Iterable[tuple[tuple[str, str, int, int, int], Collection[int]]]
    ) -> None:
        names = ("report", "place", "whole", "size", "sample")
        for body, runs in bodies:
            row = dict(zip(names, body, strict=True))
            queries.insert_rows(self._connection, tables.bodies, [row])
            new = ({"run": run, "place": row["place"]} for run in sorted(runs))
            queries.insert_rows(self._connection, tables.runs, new)

    def first_owners(self, runs: Collection[int], most: int) -> dict[int, list[str]]:
        query = select(_RUNS.run, func.count()).group_by(_RUNS.run)
        uses = dict(among(self._connection, query, _RUNS.run, runs))
        rare = [run for run, count in uses.items() if count <= most]
        found: dict[int, list[str]] = {run: [] for run in uses}
        query = select(_RUNS.run, _RUNS.place)
        for run, place in among(self._connection, query, _RUNS.run, rare):
            found[run].append(place)
        first = select(_RUNS.place).order_by(_RUNS.place).limit(most)
        for run in uses.keys() - set(rare):
            found[run] = list(self._connection.scalars(first.where(_RUNS.run == run)))
        return {run: sorted(places) for run, places in found.items()}

    def later_owners(self, runs: Collection[int], place: str, least: int) -> list[str]:
        later = select(_BODIES.place).where(_BODIES.place > place).limit(1)
        if self._connection.scalar(later) is None:
            return []
        query = select(_RUNS.place, func.count()).where(_RUNS.place > place)
        shared: Counter[str] = Counter()
        for one, count in among(self._connection, query.group_by(_RUNS.place), _RUNS.run, runs):
            shared[one] += count
        return [one for one, count in shared.items() if count >= least]

    def same_words(self, whole: int) -> list[tuple[str, str]]:
        query = select(_BODIES.place, _BODIES.report).where(_BODIES.whole == whole)
        found = self._connection.execute(query.order_by(_BODIES.place))
        return [(place, report) for place, report in found]

    def reports_at(self, places: Collection[str]) -> dict[str, str]:
        query = select(_BODIES.place, _BODIES.report)
        return dict(among(self._connection, query, _BODIES.place, places))

    def holders(self, reports: Collection[str]) -> dict[str, str]:
        query = select(_BODIES.report, _BODIES.holder).where(_BODIES.holder.is_not(None))
        return dict(among(self._connection, query, _BODIES.report, reports))

    def held_by(self, holders: Collection[str]) -> set[str]:
        query = select(_BODIES.report)
        return {one for (one,) in among(self._connection, query, _BODIES.holder, holders)}

    def set_holders(self, holders: Mapping[str, str | None]) -> None:
        if holders:
            statement = update(tables.bodies).where(_BODIES.report == bindparam("of"))
            values = [{"of": one, "now": holder} for one, holder in sorted(holders.items())]
            self._connection.execute(statement.values(holder=bindparam("now")), values)

    def copies(self, reports: Collection[str]) -> dict[str, str]:
        query = select(_COPIES.report, _COPIES.copy_of)
        return dict(among(self._connection, query, _COPIES.report, reports))

    def copies_of(self, reports: Collection[str]) -> set[str]:
        query = select(_COPIES.report)
        return {one for (one,) in among(self._connection, query, _COPIES.copy_of, reports)}

    def set_copies(self, copies: Mapping[str, str | None]) -> None:
        delete_among(self._connection, _COPIES.report, copies)
        new = ({"report": one, "copy_of": of} for one, of in sorted(copies.items()) if of)
        queries.insert_rows(self._connection, tables.copies, new)
