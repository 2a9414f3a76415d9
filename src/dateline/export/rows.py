"""What the page shows of each record: plain values in words, ready for a template."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export.marks import Mark
from dateline.export.passages import Passage
from dateline.records import ConflictOn
from dateline.views.wording import Standing


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list; `title` and `outlet` always say something."""

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
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with its quote in context.

    Attributes:
        sources: Links of its source chain, origin first; empty for the report's own voice.
        by: The same in words, with the outlet.
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

    @property
    def outlet(self) -> str:
        return self.report.outlet


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what it says, and who says it."""

    says: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A conflict, named in words."""

    on: ConflictOn
    name: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin and why it counts once."""

    name: str
    reason: str


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
        same: Whether it rests on the quote and has the time of the row before.
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
    conflicts: tuple[Point, ...]
    origins: tuple[OriginRow, ...]
    reasons: tuple[str, ...]
    claims: tuple[ClaimCard, ...]
    mark: Mark | None
    told: str
    picture: str
    is_bare_saying: bool
    same: bool = False

    @property
    def disputed(self) -> bool:
        """Whether a conflict says already that it is denied."""
        return any(point.on == "happened" for point in self.conflicts)


@dataclass(frozen=True, slots=True)
class TieRow:
    """A lasting tie and the claims that tell of it."""

    label: str
    when: str
    standing: Standing
    support: str
    claims: tuple[ClaimCard, ...]


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
