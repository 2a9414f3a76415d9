"""A case as of one moment, in the orders and the words that pages need."""

from __future__ import annotations

import gc
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from dateline.errors import DatelineError
from dateline.events import compare_copy
from dateline.export.page import Rows
from dateline.export.rows import ClaimCard, EventRow
from dateline.pipeline import Case
from dateline.records import Claim, Copy, Entity, Event, Judgement, Report
from dateline.records.settled import settle
from dateline.store import Changes, Known, Passage, Reading
from dateline.verification import Contents
from dateline.views import EventDrawer, EventView, Timeline, TimelineRow
from dateline.views.lanes import LaneKind, Lanes
from dateline.views.map import Gathered, gather_places
from dateline.views.wording import name_outlet
from dateline.web.indexes import Indexes, claim_key

__all__ = ["Desk", "Snapshot", "claim_key"]

Submit: TypeAlias = Callable[[Callable[[Case], None]], "Future[None]"]
"""Puts a function at the end of those that write to the case."""

_WAIT_S = 0.25
"""How long a page waits for the case to be grouped; after that it shows it as it was."""


class Snapshot(Indexes):
    """Everything in a case as of one moment; never changed, so that many may read it at once."""

    # In order ---------------------------------------------------------------------------------

    @cached_property
    def contents(self) -> Contents:
        """All records, each list sorted by id."""
        return Contents(
            tuple(self.reports.values()),
            tuple(self.claims.values()),
            tuple(self.entities.values()),
            tuple(self.events.values()),
            self.misread,
        )

    @cached_property
    def statuses(self) -> tuple[Judgement, ...]:
        """What holds of what people said of conflicts."""
        return settle([one for one in self.judgements if one.on is not None]).holding

    @cached_property
    def names(self) -> dict[str, str]:
        """Entity id → its name."""
        return {id_: one.name for id_, one in self.entities.items()}

    @cached_property
    def places(self) -> Gathered:
        """The places of all events of the timeline."""
        return gather_places(self.timeline.rows, self.events)

    @cached_property
    def lanes(self) -> dict[tuple[LaneKind, int], Lanes]:
        """Kind and number of lanes → the whole timeline so drawn; filled as they are asked for."""
        return {}

    @cached_property
    def tied(self) -> dict[str, tuple[str, ...]]:
        """Claim id → the entities that it ties; filled as they are asked for."""
        return {}

    @cached_property
    def inputs(self) -> list[Reading]:
        """The latest reading of each input's name, the last one first."""
        found = {reading.name: reading for reading in self.readings}
        return sorted(found.values(), key=lambda one: -one.number)

    @cached_property
    def timeline(self) -> Timeline:
        """Every event, by time."""
        shown = tuple(row for _, row in self.timeline_rows)
        return Timeline(shown, unsaid_left_out=len(self.row_of_event) - len(shown))

    @cached_property
    def people(self) -> list[Entity]:
        """The entities, the most mentioned first."""
        return sorted(self.entities.values(), key=lambda one: (-len(one.mentions), one.id))

    @cached_property
    def reports_by_day(self) -> list[Report]:
        """The earliest first; those without a day last."""
        return sorted(self.reports.values(), key=lambda one: (one.published_on or "9999", one.id))

    @cached_property
    def outlets(self) -> list[str]:
        """The names of the outlets, sorted."""
        return sorted({name_outlet(one) for one in self.reports.values()})

    @cached_property
    def copies_of(self) -> dict[str, list[Report]]:
        """Report id → those that repeat its text, the earliest first."""
        found: dict[str, list[Report]] = defaultdict(list)
        for report in self.reports_by_day:
            if report.copy_of:
                found[report.copy_of].append(report)
        return dict(found)

    @cached_property
    def all_claims(self) -> list[Claim]:
        """All claims, by report and place in the text."""
        by_report = sorted(self.claims_of_report.items(), key=itemgetter(0))
        return [claim for _, claims in by_report for claim in claims]

    @cached_property
    def undated_claims(self) -> list[Claim]:
        """The claims of what happened that give no time, in the order of the reports."""
        return [one for one in self._current if one.kind == "event" and one.when is None]

    @cached_property
    def own_claims(self) -> list[Claim]:
        """The claims that credit nobody, in the order of the reports."""
        return [one for one in self._current if all(s.kind == "author" for s in one.sources)]

    @cached_property
    def misread_claims(self) -> list[Claim]:
        """The claims that somebody says are misread, in the order of the reports."""
        found = (self.claims[id_] for id_ in self.misread if id_ in self.claims)
        return sorted(found, key=claim_key)

    @property
    def _current(self) -> Iterable[Claim]:
        return (one for one in self.all_claims if self.counts(one))

    # Of one thing -----------------------------------------------------------------------------

    def row(self, event: Event) -> TimelineRow:
        """The row of any event, also of one that the timeline leaves out."""
        return self.row_of_event[event.id]

    def copies(self, reports: Iterable[str]) -> dict[str, Copy]:
        """Of these reports those that repeat another's text, with what they repeat."""
        found = {}
        for id_ in reports:
            report = self.reports.get(id_)
            original = self.reports.get((report.copy_of if report else None) or "")
            if report and original and (copy := self._compared(report, original)) is not None:
                found[id_] = copy
        return found

    def _compared(self, report: Report, original: Report) -> Copy | None:
        pair = report.id, original.id
        if pair not in self._shares:
            self._shares[pair] = compare_copy(report, original)
        return self._shares[pair]

    # Drawn ------------------------------------------------------------------------------------

    def rows(self, events: Iterable[Event]) -> list[EventRow]:
        """Events in words, in their order, with the cards of their claims."""
        chosen = list(events)
        lines = tuple(self.row(event) for event in chosen)
        claims = [self.claims[claim] for event in chosen for claim in event.claims]
        return self._worded(claims).event_rows(chosen, Timeline(lines), None)

    def cards(self, claims: Iterable[Claim]) -> dict[str, ClaimCard]:
        """Claim id → the claim in words."""
        return self._worded(list(claims)).cards

    def _worded(self, claims: list[Claim]) -> Rows:
        reports = {claim.report: self.reports[claim.report] for claim in claims}
        for report in list(reports.values()):
            if report.copy_of in self.reports:
                reports[report.copy_of] = self.reports[report.copy_of]
        people = {one.id: one for claim in claims for one in self.people_of(claim)}
        return Rows(reports.values(), people.values(), claims, {}, said=self.statuses)

    def view(self, event: Event) -> EventView:
        """All that the sources of an event say of it."""
        claims = [self.claims[claim] for claim in event.claims]
        told = {claim.report for claim in claims}
        told |= {report for origin in event.origins for report in origin.reports}
        reports = [self.reports[one] for one in sorted(told)]
        people = {one.id: one for claim in claims for one in self.people_of(claim)}
        people |= {one: self.entities[one] for one in (*event.who, *event.whom)}
        originals = {one.copy_of for one in reports if one.copy_of} - told
        reports += [self.reports[one] for one in sorted(originals) if one in self.reports]
        shares = self.copies(told)
        drawer = EventDrawer(claims, people.values(), reports, shares, self.statuses)
        return drawer.draw(event, self.row(event))


class Desk:
    """An open case for many readers at once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.name = Path(str(case.address).rstrip("/").rpartition("/")[2]).name.removesuffix(
            ".case"
        )
        self._lock = threading.Lock()
        self._read: Snapshot | None = None
        self._known = Known()
        self._state: object = None
        self._submit: Submit | None = None
        self._settling: Future[None] | None = None

    def snapshot(self) -> Snapshot:
        """The case as it is now; while somebody writes to it, perhaps as it was before."""
        with self._lock:
            state = self.case.state()
            if self._read is None:
                self._read = _without_collecting(self._begin)
            elif state != self._state:
                changes = self._changes()
                if changes is None:
                    return self._read
                if changes.is_any:
                    self._read = self._read.after(changes)
                self._known = changes.known
            self._state = state
            return self._read

    def write_through(self, submit: Submit) -> None:
        """Leaves it to a thread that writes to the case in turn to group it."""
        self._submit = submit

    def _changes(self) -> Changes | None:
        """What is otherwise; None while it is being written to."""
        changes = self.case.changes(self._known)
        if changes is not None or not self._settles():
            return changes
        return self.case.changes(self._known)

    def _settles(self) -> bool:
        """Groups the case; says whether that was done in the time that a page can wait."""
        if self._submit is None:
            self.case.heed_judgements()
            return True
        if self._settling is not None and not self._settling.done():
            return False  # somebody writes much: nobody waits a second time
        self._settling = self._submit(Case.heed_judgements)
        try:
            self._settling.result(_WAIT_S)
        except (TimeoutError, DatelineError):
            return False
        return True

    def latest(self) -> Snapshot:
        """The case as it was last read: at once, and perhaps one change behind."""
        return self._read or self.snapshot()

    def _begin(self) -> Snapshot:
        changes = self.case.changes(Known())
        if changes is None:  # a crash left it half grouped, or it can only be read
            found = self.case.contents()  # and groups it where it can
            changes = self.case.changes(Known()) or _all_of(found, self.case.inputs())
        self._known = changes.known
        return Snapshot().after(changes)

    def search(self, query: str, limit: int) -> list[Passage]:
        """Passages of the case as it is now; see `Case.search`."""
        return self.case.search(query, limit)


def _without_collecting(make: Callable[[], Snapshot]) -> Snapshot:
    """What is made with the collector of unused objects at rest, and left alone by it for good.

    To look again and again through all of a large case would hold up a page for a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _all_of(contents: Contents, inputs: Iterable[Reading]) -> Changes:
    return Changes(
        list(contents.reports), list(contents.claims), list(contents.entities),
        list(contents.events), {}, sorted(inputs, key=lambda one: one.number), Known(), [],
    )  # fmt: skip
