"""Who copies whom when reports come in: always what `find_copies` finds in all of them.

What has to be kept between two additions is asked of a `Ledger`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from dateline.events.copies.body import Body, Reader
from dateline.events.copies.find import repeats, repeats_early, root_of
from dateline.events.copies.shared_runs import FIRST, LEAST_RUNS
from dateline.records import Report


class BodyRow(NamedTuple):
    """A body as it is kept.

    Attributes:
        place: See `wording.Body`.
        size, sample: How many runs it has, and how many of them lead to others.
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

    def first_owners(self, runs: Collection[int], most: int) -> Mapping[int, Sequence[str]]:
        """The places that have each run, sorted, but only so many of the first."""

    def later_owners(self, runs: Collection[int], place: str, least: int) -> Collection[str]:
        """The places after one that have at least so many of some runs."""

    def same_words(self, whole: int) -> Sequence[tuple[str, str]]:
        """The place and the report of all bodies of the same words, by place."""

    def reports_at(self, places: Collection[str]) -> Mapping[str, str]:
        """The report of each place."""

    def holders(self, reports: Collection[str]) -> Mapping[str, str]:
        """Each report whose text another one holds → that one."""

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

    Looked at again are reports that hold a new one or that a new one holds, that have its very
    words, and those that a run leads to no more, since a new report before them has it too.

    Returns:
        The reports that copy another report than before, or now copy one.
    """
    grown = _Growth(ledger, reports)
    asked = grown.touched()
    before = ledger.holders(asked)
    now = {id_: grown.holder(id_) for id_ in sorted(asked)}
    changed = {id_: holder for id_, holder in now.items() if before.get(id_) != holder}
    ledger.set_holders(changed)
    return _copy_anew(ledger, changed)


_AT_ONCE = 200
"""New bodies whose runs are looked up together."""


class _Near(NamedTuple):
    """The places that a body is compared with, sorted; and whom its runs lead to no more."""

    before: Sequence[str]
    after: Sequence[str]
    beyond: frozenset[str]


class _Growth:
    """One addition: the new bodies, and those that are compared with them."""

    def __init__(self, ledger: Ledger, reports: Collection[str]) -> None:
        self._ledger = ledger
        self._reader = Reader()
        self._known: dict[str, Body] = {}
        self._new = sorted(reports)
        self._near: dict[str, _Near] = {}
        self._repeated: dict[tuple[str, str], bool] = {}
        self._load(self._new)
        self._new_places = {body.place for body in self._known.values()}
        rows = [(_row(body), body.leads.tolist()) for body in self._known.values()]
        ledger.add_bodies(rows)

    def touched(self) -> set[str]:
        """The reports whose holder may be another now."""
        found = set(self._new)
        pushed: set[str] = set()
        self._look_around()
        for report in self._new:
            body, near = self._known[report], self._near_to(report)
            same = self._ledger.same_words(body.whole) if body.whole else ()
            if same and same[0][1] == report:
                found.update(one for _, one in same)
            found.update(one for one in self._at(near.after) if self._holds(report, one))
            found.update(one for one in self._at(near.before) if self._holds(report, one))
            pushed.update(near.beyond)
        gone = set(self._at(sorted(pushed)))
        return found | gone | set(self._ledger.held_by(gone))

    def _look_around(self) -> None:
        """Reads what the new bodies are compared with, of many at once."""
        for start in range(0, len(self._new), _AT_ONCE):
            bodies = [self._known[report] for report in self._new[start : start + _AT_ONCE]]
            owners = self._owners({run for body in bodies for run in body.leads.tolist()})
            near = {body.report: self._find_near(body, owners) for body in bodies}
            places = {one for some in near.values() for one in (*some.before, *some.after)}
            self._load(self._at(sorted(places)))
            self._near.update(near)

    def holder(self, report: str) -> str | None:
        """The first report that holds most of one, an earlier one before a later one."""
        (body,) = self._load([report])
        same = self._ledger.same_words(body.whole)[:1] if body.whole else ()
        if same and same[0][1] != report:
            return same[0][1]
        near = self._near_to(report)
        for some in (near.before, near.after):
            found = next((one for one in self._at(some) if self._holds(one, report)), None)
            if found is not None:
                return found
        return None

    def _holds(self, holder: str, report: str) -> bool:
        if (holder, report) not in self._repeated:
            body, other = self._load([report, holder])
            compare = repeats if other.place < body.place else repeats_early
            self._repeated[holder, report] = compare(body, other)
        return self._repeated[holder, report]

    def _near_to(self, report: str) -> _Near:
        if report not in self._near:
            (body,) = self._load([report])
            self._near[report] = self._find_near(body, self._owners(body.leads.tolist()))
        return self._near[report]

    def _owners(self, runs: Collection[int]) -> Mapping[int, Sequence[str]]:
        return self._ledger.first_owners(runs, FIRST + len(self._new))

    def _find_near(self, body: Body, owners: Mapping[int, Sequence[str]]) -> _Near:
        before: Counter[str] = Counter()
        beyond: set[str] = set()
        leading = []
        for run in body.leads.tolist():
            places = owners[run]
            before.update(one for one in places[:FIRST] if one < body.place)
            if body.place in places[:FIRST]:
                leading.append(run)
                beyond |= self._pushed_out(places)
        after = self._ledger.later_owners(leading, body.place, LEAST_RUNS)
        enough = sorted(one for one, count in before.items() if count >= LEAST_RUNS)
        return _Near(enough, sorted(after), frozenset(beyond))

    def _pushed_out(self, places: Sequence[str]) -> set[str]:
        """Those that were among the first that have a run, and are not since the addition."""
        new = sum(one in self._new_places for one in places[:FIRST])
        found = set()
        for rank, one in enumerate(places[FIRST:], FIRST):
            if one in self._new_places:
                new += 1
            elif rank - new < FIRST:
                found.add(one)
        return found

    def _at(self, places: Sequence[str]) -> list[str]:
        """The reports at places, in their order."""
        reports = self._ledger.reports_at(places)
        return [reports[place] for place in places]

    def _load(self, reports: Sequence[str]) -> list[Body]:
        if missing := set(reports) - self._known.keys():
            read = map(self._reader.read, self._ledger.reports(missing))
            self._known.update((body.report, body) for body in read)
        return [self._known[one] for one in reports]


def _row(body: Body) -> BodyRow:
    return BodyRow(body.report, body.place, body.whole, len(body.runs), len(body.leads))


def _copy_anew(ledger: Ledger, changed: Collection[str]) -> set[str]:
    """Follows holders to the first text anew, for reports and those that lead to them."""
    asked, new = set(changed), set(changed)
    while new:
        new = set(ledger.held_by(new)) - asked
        asked |= new
    links: dict[str, str] = {}
    new = asked
    while new:
        links.update(ledger.holders(new))
        new = set(links.values()) - links.keys() - asked
        asked = asked | new
    before = ledger.copies(asked)
    now = {id_: _root(id_, links) for id_ in sorted(asked)}
    anew = {id_: root for id_, root in now.items() if root != before.get(id_)}
    ledger.set_copies(anew)
    return set(anew)


def _root(report: str, links: Mapping[str, str]) -> str | None:
    root = root_of(report, links)
    return None if root == report else root
