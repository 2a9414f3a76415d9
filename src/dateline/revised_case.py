"""The part of a `Case` about its texts: who repeats whom, what takes another's place, what goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from dateline.errors import UnknownId
from dateline.events import (
    CurrentTexts,
    compare_copy,
    compare_texts,
    find_current_texts,
    find_shared,
)
from dateline.grouping import grow, name_rules
from dateline.records import Claim, Copy, History, Report, Revision
from dateline.removing import Removal, compare_contents
from dateline.store import Database, Record
from dateline.verification import Contents

REMOVED = "It was taken out of the case."


class RevisedCase:
    """What the reports of a case have in common, and what became of them: see `Case`."""

    _persons: dict[str, bool] | None

    @property
    def _database(self) -> Database:
        raise NotImplementedError

    def contents(self) -> Contents:
        raise NotImplementedError

    def find(self, id_: str) -> Record:
        raise NotImplementedError

    def copies(self, of: Collection[str] | None = None) -> tuple[Copy, ...]:
        """What each copy has in common with the text that it repeats, by the copy's id.

        Args:
            of: Ids of the only reports that are asked about.
        """
        known = {one.id: one for one in self.contents().reports}
        pairs = (
            (one, known[one.copy_of])
            for one in known.values()
            if one.copy_of in known and (of is None or one.id in of)
        )
        return tuple(copy for pair in pairs if (copy := compare_copy(*pair)) is not None)

    def shared_texts(self) -> tuple[Copy, ...]:
        """What two reports both print, such as a statement, though neither copies the other.

        Two that repeat parts of one third text are copies of that, and not told of here.
        """
        reports = [one for one in self.contents().reports if one.replaced_by is None]
        root = {one.id: one.copy_of or one.id for one in reports}
        return tuple(one for one in find_shared(reports) if root[one.report] != root[one.of])

    def revisions(self, report: str | None = None) -> tuple[History, ...]:
        """The addresses that had several texts, sorted, with what each later text changed.

        Reports of one address are texts of it, the later one by its own date of change or
        publication; where they do not both give one, or the same day, by the order of adding.

        Args:
            report: The beginning of an id: only its address, if that had several texts.

        Raises:
            UnknownId: If there is no such report, or more than one.
        """
        wanted = self._report(report).id if report is not None else None
        whole = self.contents()
        chosen = find_current_texts(whole.reports, self._database.numbers())
        texts = _Texts(whole, chosen)
        return tuple(
            History(address, tuple(ids), _current(ids, chosen), tuple(texts.revisions(ids)))
            for address, ids in chosen.orders.items()
            if wanted is None or wanted in ids
        )

    def remove(self, *reports: str, reason: str = "") -> Removal:
        """Takes reports out of the case, with their bytes and all that came from them.

        What other reports say stays, and is grouped anew. A text that a removed one replaced stands
        again. What people judged stays in its log. The log of inputs keeps a line that says so,
        and a removed report can be added again.

        Args:
            reports: The beginnings of their ids.
            reason: Why, a sentence for the log.

        Returns:
            What went, and what else changed.

        Raises:
            UnknownId: If there is no such report, or more than one; then all stay.
        """
        ids = sorted({self._report(report).id for report in reports})
        before = self.contents()
        if ids:
            with self._database.removing(ids, reason or REMOVED) as ledgers:
                ledgers.clear(name_rules())
                grow(ledgers)
        self._persons = None
        return compare_contents(before, self.contents())

    def _report(self, id_: str) -> Report:
        found = self.find(id_)
        if not isinstance(found, Report):
            raise UnknownId(f"{id_} is no report; give the beginning of the id of one (r_…).")
        return found


def _current(reports: Sequence[str], current: CurrentTexts) -> str:
    return next(one for one in reports if current.stands(one))


class _Texts:
    """Compares the texts of a case that took each other's place."""

    def __init__(self, whole: Contents, current: CurrentTexts) -> None:
        self._places = current.places
        self._reports = {one.id: one for one in whole.reports}
        self._entity_of = {chain: one for one in whole.entities for chain in one.chains}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in whole.well_read_claims:
            self._claims[claim.report].append(claim)

    def revisions(self, ids: Sequence[str]) -> Iterator[Revision]:
        """What each text of an address changed, but the first."""
        for id_ in ids:
            place = self._places[id_]
            if place.same_as is not None:
                yield Revision(id_, place.same_as, is_same_words=True)
            elif (before := place.revision_of) is not None:
                texts = self._reports[before], self._reports[id_]
                claims = self._claims[before], self._claims[id_]
                yield compare_texts(*texts, *claims, self._entity_of)
