"""Who copies whom when reports come in: always what `find_copies` finds in all of them.

What has to be kept between two additions is asked of a `Ledger`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from dateline.events.copies import (
    CONTAINED,
    LEAST_RUNS,
    Body,
    first_that_holds,
    place_of,
    read_body,
    sample_of,
    telling_runs,
)
from dateline.records import Report


class BodyRow(NamedTuple):
    """A body as it is kept.

    Attributes:
        place: See `copies.place_of`.
        size, sample: How many runs it has, and how many a long body would keep of them.
    """

    report: str
    place: str
    whole: int
    size: int
    sample: int


class Ledger(Protocol):
    """What is kept of the texts of a case; what is not known is left out."""

    def reports(self, ids: Collection[str]) -> Sequence[Report]:
        """The reports with these ids."""

    def add_bodies(self, bodies: Sequence[tuple[BodyRow, Collection[int]]]) -> None:
        """Keeps new bodies with their runs; none has a holder."""

    def uses(self, runs: Collection[int]) -> Mapping[int, int]:
        """In how many bodies each run is."""

    def owners(self, runs: Collection[int], place: str) -> Collection[str]:
        """The places before one that have one of some runs."""

    def later_owners(
        self, runs: Collection[int], place: str
    ) -> Sequence[tuple[str, int, int, int]]:
        """The later bodies that have one of some runs.

        Each as its report, how many of the runs it has, its size and its sample.
        """

    def same_words(self, whole: int) -> Sequence[tuple[str, str]]:
        """The place and the report of all bodies of the same words, by place."""

    def reports_at(self, places: Collection[str]) -> Mapping[str, str]:
        """The report of each place."""

    def holders(self, reports: Collection[str]) -> Mapping[str, str]:
        """Each report whose text an earlier one holds → that one."""

    def held_by(self, holders: Collection[str]) -> Collection[str]:
        """The reports whose text one of some reports holds."""

    def set_holders(self, holders: Mapping[str, str | None]) -> None:
        """Says which report holds each report's text."""

    def copies(self, reports: Collection[str]) -> Mapping[str, str]:
        """Each of some reports that is a copy → the report that it copies."""

    def set_copies(self, copies: Mapping[str, str | None]) -> None:
        """Says which report each report copies."""


def grow_copies(ledger: Ledger, reports: Collection[str]) -> set[str]:
    """Takes new reports, each once, among those that may copy each other.

    A new text has a say in that of another only if it comes before it and holds most of it.

    Returns:
        The reports that copy another report than before, or now copy one.
    """
    read = {one.id: read_body(one) for one in ledger.reports(reports)}
    ledger.add_bodies([(_row(body), body.runs) for body in read.values()])
    later = {one for body in tuple(read.values()) for one in _held_later(ledger, body)}
    asked = {*read, *later}
    read |= {one.id: read_body(one) for one in ledger.reports(asked - read.keys())}
    before = ledger.holders(asked)
    now = {id_: _holder(ledger, read, id_) for id_ in sorted(asked)}
    changed = {id_: holder for id_, holder in now.items() if before.get(id_) != holder}
    ledger.set_holders(changed)
    return _copy_anew(ledger, changed)


def _row(body: Body) -> BodyRow:
    size, sample = len(body.runs), len(sample_of(body))
    return BodyRow(body.report.id, place_of(body), body.whole, size, sample)


def _held_later(ledger: Ledger, body: Body) -> set[str]:
    """The later reports of whose text a body holds most."""
    place = place_of(body)
    found = {report for one, report in ledger.same_words(body.whole) if body.whole and one > place}
    for report, shared, size, sample in ledger.later_owners(body.runs, place):
        least = sample if body.is_sampled else size
        if least >= LEAST_RUNS and shared / least >= CONTAINED:
            found.add(report)
    return found


def _holder(ledger: Ledger, read: dict[str, Body], report: str) -> str | None:
    """The earliest report that holds most of one, if one does."""
    body = read[report]
    place = place_of(body)
    same = ledger.same_words(body.whole)[:1] if body.whole else ()
    if same and same[0][0] < place:
        return same[0][1]
    near = ledger.owners(telling_runs(body, ledger.uses(body.runs)), place)
    report_at = ledger.reports_at(near)

    def load(place: str) -> Body:
        id_ = report_at[place]
        if id_ not in read:
            read[id_] = read_body(*ledger.reports([id_]))
        return read[id_]

    found = first_that_holds(body, near, load)
    return report_at[found] if found else None


def _copy_anew(ledger: Ledger, changed: Collection[str]) -> set[str]:
    """Follows holders to the first text anew, for reports and those that lead to them."""
    asked, new = set(changed), set(changed)
    while new:
        new = set(ledger.held_by(new)) - asked
        asked |= new
    roots = dict(ledger.holders(asked))
    while more := ledger.holders(set(roots.values())):
        roots = {report: more.get(root, root) for report, root in roots.items()}
    before = ledger.copies(asked)
    now = {id_: roots.get(id_) for id_ in sorted(asked) if roots.get(id_) != before.get(id_)}
    ledger.set_copies(now)
    return set(now)
