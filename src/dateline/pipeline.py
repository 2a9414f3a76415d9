"""The whole product on one screen: a report's way from its bytes to the case.

A report by itself: read → annotate → claims. Over all reports of a case: resolve → events.
What is found is stored; timelines, footnotes and exports are made of what is stored.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from dateline.claimed_case import ClaimedCase
from dateline.errors import BadQuery, DatelineError, LimitHeld, UnknownId, UnreadableInput
from dateline.export import write_csv, write_html, write_records
from dateline.grouping import group, grow, name_rules
from dateline.judged_case import JudgedCase
from dateline.read import Input, find_inputs, load_bytes, read_bytes
from dateline.records import (
    Annotations,
    Chain,
    Claim,
    Entity,
    Event,
    Report,
)
from dateline.records.settled import misread_claims
from dateline.revised_case import RevisedCase
from dateline.store import (
    Changes,
    Database,
    Known,
    Passage,
    Reading,
    ReadingState,
    Record,
    find_case,
)
from dateline.verification import Contents, Verification, verify_case
from dateline.views import Footnote, Timeline, draw_timeline, write_footnote

log = logging.getLogger(__name__)

ExportKind = Literal["records", "csv", "html"]
OutcomeState = ReadingState | Literal["skipped"]

_OTHER_CASE = "another case; its reports are not taken in"


def analyse(report: Report, parser: str | None = None) -> tuple[Annotations, tuple[Claim, ...]]:
    """All findings in one report, and its claims in text order; pure.

    Args:
        parser: The package of another spaCy pipeline to parse with.
    """
    from dateline.annotate import annotate  # here: what only reads a case waits for no numpy
    from dateline.claims import find_claims

    annotations = annotate(report, parser=parser)
    return annotations, find_claims(report, annotations)


def extract_claims(report: Report) -> tuple[Claim, ...]:
    """The claims of one report, in text order; none if it makes none."""
    return analyse(report)[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    Attributes:
        name: The input as the user gave it, or as it was found in a folder.
        state: "added"; "duplicate" (its bytes are in the case); "held" (over a limit);
            "failed" (it can't be read, or Dateline failed on it); "skipped" (a folder that is
            another case).
        reason: Why it was held, failed or skipped, a sentence; None otherwise.
        report: Id of the report; None if it became none.
        claims: How many claims the report makes; None if it became none.
    """

    name: str
    state: OutcomeState
    reason: str | None = None
    report: str | None = None
    claims: int | None = None

    @property
    def is_in_case(self) -> bool:
        """Whether the case holds this input's bytes now."""
        return self.state in ("added", "duplicate")


Progress = Callable[[int, int, Outcome], None]
"""Called after each input with how many are done, how many there are, and what became of it."""


class Case(JudgedCase, RevisedCase, ClaimedCase):
    """Everything about one investigation; use it as a context manager, or close it.

    Args:
        address: A folder, or a ``postgresql://`` address.
        create: Make the case if there is none: a folder that is not there is made by `add`, and
            till then every other method raises CaseNotFound.
        timeout_s: How long to wait for another process that writes to it.
        publishers: A table of the publishers of outlets; if None, the `publishers.tsv` in its
            folder, if there is one.

    Raises:
        CaseNotFound, CaseTooNew, CaseLocked: If it can't be opened.
    """

    def __init__(
        self,
        address: str | Path,
        create: bool = True,
        *,
        timeout_s: float = 5.0,
        publishers: Path | None = None,
    ) -> None:
        self.address = address
        self._publishers = publishers
        self._timeout_s = timeout_s
        self._is_closed = False
        self._opened: Database | None = None
        self._persons = None
        if not create or "://" in str(address) or os.path.lexists(address):
            self._open(create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the case; closing twice does nothing."""
        self._is_closed = True
        if self._opened is not None:
            self._opened.close()

    def _open(self, create: bool) -> Database:
        if self._opened is None:
            if self._is_closed:
                raise ValueError("the case is closed")
            self._opened = Database.open(
                self.address,
                create=create,
                timeout_s=self._timeout_s,
                publishers=self._publishers,
            )
        return self._opened

    @property
    def _database(self) -> Database:
        return self._open(create=False)

    # Adding -----------------------------------------------------------------------------------

    def add(
        self,
        *paths: str | Path | Input,
        progress: Progress | None = None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> list[Outcome]:
        """Adds files, folders (all in them) and standard input ("-"), then groups the case anew.

        A broken input never stops the rest: it becomes an outcome with a reason. Other cases met
        in a folder are left out, with one outcome each.

        Args:
            paths: An `Input` is read from where it lies, and goes by its name.
            should_stop: Asked before each input; once it says so, the rest is left out.

        Returns:
            One outcome for each input, in the order of adding.
        """
        self._open(create=True).sweep_blobs()
        self._persons = None
        inputs = self._find_inputs(paths)
        outcomes: list[Outcome] = []
        for given in inputs:
            if should_stop():
                break
            outcomes.append(self._add_one(given))
            if progress is not None:
                progress(len(outcomes), len(inputs), outcomes[-1])
        self._group_left()
        return outcomes

    def _find_inputs(self, paths: Iterable[str | Path | Input]) -> list[Input]:
        """What is to be added; another case met on the way is one input, with a reason."""
        inputs: list[Input] = []
        others: set[Path] = set()
        for path in paths:
            if isinstance(path, Input):
                inputs.append(path)
                continue
            for given in find_inputs([path]):
                other = find_case(given.path, Path(path)) if given.path is not None else None
                if self._holds(given) or other in others:
                    continue
                if other is not None:
                    others.add(other)
                    given = Input(str(other), other, _OTHER_CASE)
                inputs.append(given)
        return inputs

    def _holds(self, given: Input) -> bool:
        """Whether the input is a file of the case itself, met when a folder above it is added."""
        if given.path is None or "://" in str(self.address):
            return False
        # realpath and not Path.resolve, which raises on a link that leads to itself
        folder = os.path.join(os.path.realpath(self.address), "")
        return os.path.realpath(given.path).startswith(folder)

    def _add_one(self, given: Input) -> Outcome:
        if given.reason == _OTHER_CASE:
            return Outcome(given.name, "skipped", given.reason)
        try:
            return self._add_bytes(given, load_bytes(given))
        except LimitHeld as error:
            return self._refuse(given, "held", str(error))
        except UnreadableInput as error:
            return self._refuse(given, "failed", str(error))
        except DatelineError:  # of the case itself: there is no going on
            raise
        except Exception as error:
            # One report on which a stage fails must not cost the others: this is the boundary.
            log.info("a stage failed on %s", given.name, exc_info=True)
            fault = f"{type(error).__name__}: {error}"[:300]
            return self._refuse(
                given, "failed", f"Dateline itself failed on this report ({fault})."
            )

    def _add_bytes(self, given: Input, data: bytes) -> Outcome:
        report = read_bytes(data, file=given.file)
        if self._database.has_report(report.id):
            self._database.add_reading(given.name, "duplicate", None, report.id)
            claims = self._database.claims(report.id)
            return Outcome(given.name, "duplicate", None, report.id, len(claims))
        annotations, found = analyse(report, self._database.parser)
        self._database.add_report(report, data, annotations.chains, found, input_name=given.name)
        return Outcome(given.name, "added", None, report.id, len(found))

    def _annotate(self, report: Report) -> Annotations:
        return analyse(report, self._database.parser)[0]

    def _refuse(self, given: Input, state: ReadingState, reason: str) -> Outcome:
        for name in (given.name, given.file):  # it stands beside the reason already
            reason = reason.removeprefix(f"{name}: ")
        self._database.add_reading(given.name, state, reason, None)
        return Outcome(given.name, state, reason)

    def regroup(self) -> Contents:
        """Works out entities, events and copies anew from all claims, and stores them.

        Returns:
            The case as it is then. Of a case that can only be read, nothing is stored.
        """
        if self._database.is_read_only:
            return group(self._database.evidence())
        with self._database.growing() as ledgers:
            ledgers.clear(name_rules())
            grow(ledgers)
        return self.contents()

    # What is in it ----------------------------------------------------------------------------

    def contents(self) -> Contents:
        """Everything in the case; a case that a crash left half grouped is grouped first."""
        self._group_left()
        found = self._database.grouped()
        if found is None:  # it can only be read, or another process adds at this moment
            return group(self._database.evidence())
        return Contents(
            tuple(found.reports), tuple(found.claims), tuple(found.entities), tuple(found.events),
            misread_claims(found.judgements),
        )  # fmt: skip

    def changes(self, known: Known) -> Changes | None:
        """What differs from what is known of the case; all of it if nothing is.

        None while it is not grouped, as when another process adds at this moment.
        """
        return self._database.changes(known)

    def state(self) -> object:
        """Something cheap to ask for that is another after each change of the case."""
        return self._database.state()

    def _group_left(self) -> None:
        """Groups what a crash left ungrouped, and heeds what was judged since."""
        if not self._database.is_read_only and not self._database.is_grouped():
            with self._database.growing() as ledgers:
                grow(ledgers)

    def inputs(self) -> tuple[Reading, ...]:
        """Every try to add an input, by name, the latest of a name first."""
        return tuple(self._database.inputs())

    def reports(self) -> tuple[Report, ...]:
        """All reports, sorted by id; `copy_of` says whose text one repeats.

        One with `replaced_by` counts for nothing: its address has another text now.
        """
        self._group_left()
        return tuple(self._database.reports())

    def claims(self) -> tuple[Claim, ...]:
        """All claims, by report and place in the text."""
        found = self._database.claims()
        return tuple(sorted(found, key=lambda one: (one.report, one.trigger.start, one.id)))

    def chains(self) -> tuple[Chain, ...]:
        """What each report says of each entity, by id: the things that judgements speak of."""
        return tuple(self._database.chains())

    def entities(self) -> tuple[Entity, ...]:
        """All entities, the most mentioned first."""
        found = self.contents().entities
        return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.id)))

    def events(self) -> tuple[Event, ...]:
        """All events, by id; `timeline` has them by time."""
        return self.contents().events

    def timeline(
        self,
        who: str | None = None,
        start: str | date | None = None,
        end: str | date | None = None,
    ) -> Timeline:
        """The events of the case in order of time, each with the words that it rests on.

        Args:
            who: Only those with somebody of this name: whole words of any of its names.
            start, end: Only those that may lie between; a year, a month or a day ("2023",
                "2024-06"), both included. An undated event lies in no range.

        Raises:
            BadQuery: If a date can't be read, or the name is empty.
        """
        if who is not None and not who.strip():
            raise BadQuery("The name to look for is empty: give at least one word of it.")
        whole = self.contents()
        return draw_timeline(
            whole.events, whole.claims, whole.entities, whole.reports, who, start, end
        )

    def find(self, id_: str) -> Record:
        """The one record whose id begins so.

        Raises:
            UnknownId: If there is none, or more than one.
        """
        self._group_left()
        return self._database.find_id(id_)[1]

    def footnote(self, id_: str) -> Footnote:
        """The claim whose id begins so, with all that a reader needs to check it.

        Raises:
            UnknownId: If there is none, or more than one, or it is no claim.
        """
        claim = self.find(id_)
        if not isinstance(claim, Claim):
            raise UnknownId(f"{id_} is no claim; a footnote is written of a claim (c_…).")
        whole = self.contents()
        event = next((one for one in whole.events if claim.id in one.claims), None)
        report = next(one for one in whole.reports if one.id == claim.report)
        said = self.readings().get(claim.id)
        return write_footnote(claim, report, event, whole.entities, said)

    def search(self, query: str, limit: int | None = None) -> list[Passage]:
        """Passages with every word and every "phrase" of the query, best first.

        Raises:
            BadQuery: If there is no word in it.
        """
        return self._database.search(query, limit)

    # What leaves it ---------------------------------------------------------------------------

    def export(self, kind: ExportKind = "records", *, fictional: bool = False) -> Iterator[str]:
        """The case as "records" (JSON Lines), "csv" or one "html" page, in parts of text.

        The records have all claims, the others only those of texts that stand.

        Args:
            fictional: Whether the page says that all in it is invented (the sample case).
        """
        whole = self.contents()
        standing = whole.reports, whole.entities, whole.current_claims, whole.events
        copies = {one.id: one.copy_of for one in whole.reports if one.copy_of}
        if kind == "csv":
            yield from write_csv(*standing)
        elif kind == "html":
            title = self._database.name
            shares = {one.report: one for one in self.copies()}
            stand = {one.id for one in whole.current_claims}
            yield write_html(
                *standing,
                copies,
                shares=shares,
                histories=self.revisions(),
                replaced=[one for one in whole.claims if one.id not in stand],
                title=title,
                fictional=fictional,
                said=self.conflict_statuses(),
            )
        else:
            parts = whole.reports, whole.entities, whole.claims, whole.events
            yield from write_records(*parts, copies, whole.misread)

    def verify(self) -> Verification:
        """Compares every quote with the stored bytes, read again: see `verify_case`."""
        return verify_case(self._database, group)
