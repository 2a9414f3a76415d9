"""What the page shows of each record: plain values in words, ready for a template."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export.passages import Passage
from dateline.records import ChangeState
from dateline.views import EventView
from dateline.views.marks import Mark
from dateline.views.wording import Standing


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list; `title` and `outlet` always say something.

    Attributes:
        share: Of a copy how much of its text is the other's ("92 %"); empty if not known.
        is_replaced: Whether another text stands in its place.
    """

    id: str
    title: str
    outlet: str
    published: str
    dateline: str
    language: str
    file: str
    digits: str
    link: str | None
    copy_of: ReportRow | None
    share: str
    is_replaced: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with its quote in context.

    Attributes:
        sources: Links of its source chain, origin first; empty for the report's own voice.
        by: The same in words, with the outlet.
        made_by: Of a claim by hand, whose it is and since when; else empty.
    """

    id: str
    report: ReportRow
    passage: Passage
    label: str
    sources: tuple[str, ...]
    by: str
    standing: Standing
    known_by: str
    when: str
    when_from: str
    where: str
    unnamed: str
    counts: str
    rule: str
    in_headline: bool = False
    made_by: str = ""

    @property
    def outlet(self) -> str:
        return self.report.outlet


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the timeline.

    Attributes:
        year: A heading before this line, where a year begins; else empty.
        label: Who did what to whom, in our words; in the report's own where they are quoted.
        words: The report's own words, on one line.
        mark: None for an event without a date.
        told: Day on which its first claim was published, in words or "no date".
        picture: The mark in words, for those who do not see it.
        at: The place, where the label does not say it.
        is_bare_saying: As in `TimelineRow`.
        flags: What its sources disagree on, in words.
        disputed: Whether a conflict says already that it is denied.
        view: Its sources, origins and conflicts.
        same: Whether it rests on the quote and has the time of the row before.
        is_cut: Whether its matrix and its tree are left out, for the size of the page.
    """

    id: str
    year: str
    when: str
    basis: str
    label: str
    words: str
    by: str
    standing: Standing
    denied: bool
    at: str
    support: str
    flags: tuple[str, ...]
    disputed: bool
    view: EventView
    reasons: tuple[str, ...]
    claims: tuple[ClaimCard, ...]
    mark: Mark | None
    told: str
    picture: str
    is_bare_saying: bool
    same: bool = False
    is_cut: bool = False

    @property
    def is_compared(self) -> bool:
        """Whether several reports tell it, so that there is something to compare."""
        return len({claim.report.id for claim in self.claims}) > 1


@dataclass(frozen=True, slots=True)
class TieRow:
    """A lasting tie and the claims that tell of it."""

    label: str
    when: str
    standing: Standing
    support: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of a claim in a later text.

    Attributes:
        words: On what it differs, or what it tells of.
        old, new: The words of the earlier and of the later text; empty where it has none.
        claim: Id of the claim of the later text if that is on the page, else None.
    """

    state: ChangeState
    words: str
    old: str
    new: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class TextRow:
    """One of the texts that an address had.

    Attributes:
        day: When it was published, or changed.
        standing: "stands", "replaced" or what it repeats.
        notices: What it says of the change, in its own words.
        changes: What it changed, withdrew or added.
        claims, sentences: How many of each were changed, withdrawn, new and kept; empty for the
            first text.
    """

    report: ReportRow
    day: str
    standing: str
    notices: tuple[str, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    claims: str = ""
    sentences: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An address that had several texts, the earliest first."""

    address: str
    texts: tuple[TextRow, ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A post in the list of entities.

    Attributes:
        held: When it was held as the reports say it: "former", "since 2019", "2010 to 2014", or "".
    """

    title: str
    organization: str
    claim: str | None
    held: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity in the list, with the names that reports print for it."""

    id: str
    name: str
    others: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    kind: str
    mentions: int
    reports: int
