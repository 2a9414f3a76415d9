"""A case as of one moment, with the indexes that pages need; read anew when the case changed."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from dateline.events import compare_copy
from dateline.export.page import Rows
from dateline.export.rows import ClaimCard, EventRow
from dateline.pipeline import Case
from dateline.records import Claim, Copy, Entity, Event, Report
from dateline.store import Passage, Reading
from dateline.verification import Contents
from dateline.views import EventDrawer, EventView, Timeline, TimelineRow, draw_timeline
from dateline.views.timeline import RowDrawer
from dateline.views.wording import owners_of
from dateline.web.paging import Key

_STALE_S = 5.0
"""How old a snapshot may be of a case that can't say cheaply whether it changed."""


class Snapshot:
    """Everything in a case as of one moment; never changed, so that many may read it at once."""

    def __init__(self, contents: Contents, inputs: Iterable[Reading]) -> None:
        self.contents = contents
        self.inputs = _latest(inputs)
        self.reports = {one.id: one for one in contents.reports}
        self.claims = {one.id: one for one in contents.claims}
        self.entities = {one.id: one for one in contents.entities}
        self.events = {one.id: one for one in contents.events}
        self.owners = owners_of(contents.entities)

    def prepare(self) -> None:
        """Makes the indexes that take long, so that no reader waits for them."""
        _ = self.row_of_event, self.claims_of_entity, self.claims_of_report, self.event_of_claim
        _ = self.copies_of, self.undated_claims, self.own_claims

    # By what they belong to -------------------------------------------------------------------

    @cached_property
    def claims_of_report(self) -> dict[str, list[Claim]]:
        """Report id → its claims, in the order of the text."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims.values(), key=claim_key):
            found[claim.report].append(claim)
        return found

    @cached_property
    def event_of_claim(self) -> dict[str, Event]:
        """Claim id → the event that it tells of."""
        return {claim: event for event in self.events.values() for claim in event.claims}

    @cached_property
    def claims_of_entity(self) -> dict[str, list[Claim]]:
        """Entity id → the claims in which it takes part, in the order of the reports."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims.values(), key=claim_key):
            chains = [one.chain for one in (*claim.who, *claim.whom)]
            for entity in {self.owners[one].id for one in chains if one in self.owners}:
                found[entity].append(claim)
        return found

    @cached_property
    def undated_claims(self) -> list[Claim]:
        """The claims of what happened that give no time, in the order of the reports."""
        return [one for one in self._standing if one.kind == "event" and one.when is None]

    @cached_property
    def own_claims(self) -> list[Claim]:
        """The claims that credit nobody, in the order of the reports."""
        return [one for one in self._standing if all(s.kind == "author" for s in one.sources)]

    @cached_property
    def _standing(self) -> list[Claim]:
        return sorted(self.contents.standing_claims, key=claim_key)

    @cached_property
    def copies_of(self) -> dict[str, list[Report]]:
        """Report id → those that repeat its text, the earliest first."""
        found: dict[str, list[Report]] = defaultdict(list)
        for report in self.reports_by_day:
            if report.copy_of:
                found[report.copy_of].append(report)
        return found

    @cached_property
    def reports_by_day(self) -> list[Report]:
        """The earliest first; those without a day last."""
        return sorted(self.reports.values(), key=lambda one: (one.published_on or "9999", one.id))

    def people_of(self, claim: Claim) -> list[Entity]:
        """Those who take part in a claim or are credited with it."""
        chains = [one.chain for one in (*claim.who, *claim.whom)]
        chains += [one.chain for one in claim.sources if one.chain]
        return [self.owners[one] for one in chains if one in self.owners]

    # Drawn ------------------------------------------------------------------------------------

    @cached_property
    def timeline(self) -> Timeline:
        """Every event, by time."""
        whole = self.contents
        return draw_timeline(whole.events, whole.claims, whole.entities, whole.reports)

    @cached_property
    def row_of_event(self) -> dict[str, TimelineRow]:
        """Event id → its row in the timeline."""
        return {row.event: row for row in self.timeline.rows}

    def row(self, event: Event) -> TimelineRow:
        """The row of any event, also of one that the timeline leaves out."""
        if event.id in self.row_of_event:
            return self.row_of_event[event.id]
        claims = [self.claims[claim] for claim in event.claims]
        return RowDrawer(claims, self.contents.entities, self.reports.values()).row(event)

    def copies(self, reports: Iterable[str]) -> dict[str, Copy]:
        """Of these reports those that repeat another's text, with what they repeat."""
        found = {}
        for id_ in reports:
            report = self.reports.get(id_)
            original = self.reports.get((report.copy_of if report else None) or "")
            if report and original and (copy := compare_copy(report, original)) is not None:
                found[id_] = copy
        return found

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
        return Rows(reports.values(), people.values(), claims, {})

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
        drawer = EventDrawer(claims, people.values(), reports, self.copies(told))
        return drawer.draw(event, self.row(event))


class Desk:
    """An open case for many readers at once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.name = Path(str(case.address).rstrip("/").rpartition("/")[2]).name.removesuffix(
            ".case"
        )
        self._lock = threading.Lock()
        self._read: tuple[object, Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The case as it is now."""
        with self._lock:
            state = self._state()
            if self._read is None or self._read[0] != state:
                made = Snapshot(self.case.contents(), self.case.inputs())
                made.prepare()
                self._read = state, made
            return self._read[1]

    def search(self, query: str, limit: int) -> list[Passage]:
        """Passages of the case as it is now; see `Case.search`."""
        return self.case.search(query, limit)

    def _state(self) -> object:
        """Something that is another after each change of the case."""
        if "://" in str(self.case.address):
            return int(time.monotonic() / _STALE_S)
        folder = Path(self.case.address)
        found = []
        for name in ("case.db", "case.db-wal", "publishers.tsv"):
            try:
                about = (folder / name).stat()
                found.append((name, about.st_mtime_ns, about.st_size, about.st_ino))
            except OSError:
                found.append((name, 0, 0, 0))
        return tuple(found)


def _latest(inputs: Iterable[Reading]) -> list[Reading]:
    """The latest reading of each name, the last one first."""
    found: dict[str, Reading] = {}
    for reading in inputs:
        if reading.name not in found or found[reading.name].number < reading.number:
            found[reading.name] = reading
    return sorted(found.values(), key=lambda one: -one.number)


def claim_key(claim: Claim) -> Key:
    """The order of claims: by report and place in the text."""
    return claim.report, claim.trigger.start, claim.id
