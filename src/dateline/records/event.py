"""The claims that tell of one occurrence, how many origins they have, and where they conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.claim import Reason, SourceKind
from dateline.records.ids import content_id
from dateline.records.when import When
from dateline.records.where import Where

ConflictOn = Literal["when", "where", "who", "count", "happened"]
CollapseBy = Literal["copy", "agency", "cites", "voice", "retold", "names", "publisher", "judged"]


@dataclass(frozen=True, slots=True)
class Collapse:
    """One thing that made several claims count as one origin.

    Attributes:
        by: "copy" (a text is another's), "agency" (it credits an agency), "cites" (it credits
            another outlet), "voice" (it speaks for itself), "retold" (it says in its own voice
            what it credits somebody with), "names" (it credits this teller), "publisher" (it is
            of this publisher), "judged" (a person said so).
        reports: Ids of the reports that it is true of, sorted.
        words: The same for a reader: "2 reports carry the text of AFP".
    """

    by: CollapseBy
    reports: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A first teller that source chains of an event lead to.

    Attributes:
        kind, name: Of the first teller, as in `Source`; for the author, the outlet or the report.
        claims: Ids of the claims that rest on it, sorted.
        reports: Ids of the reports that tell it, sorted.
        reason: Why these count once, in one line; empty for a single claim.
        collapses: The same, an entry for each thing that made several count once.
    """

    kind: SourceKind
    name: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    reason: str = ""
    collapses: tuple[Collapse, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What some claims of an event say on a point, where others say what cannot hold with it.

    Attributes:
        says: In words: "2024-03-05", "at least 12 killed", "did not happen".
        claims: Ids, sorted.
        origins: How many independent first tellers these claims have.
    """

    says: str
    claims: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one event that cannot all hold. None is chosen, and the origins are no vote.

    Attributes:
        on: The point that they differ on.
        sides: Two or more, each of which cannot hold with another one of them.
    """

    on: ConflictOn
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What is told of a point at one time.

    Attributes:
        says: In words: "12 killed".
        told: The day up to which it is told, else that of publication, as the ISO day; None if
            neither is known.
        claims: Ids, sorted.
    """

    says: str
    told: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What was told of one point as time went on: a toll that grew, a day that was corrected.

    Attributes:
        on: The point; "count" or "when".
        of: What is counted ("killed"); of another point empty.
        steps: Two or more, the earliest first.
    """

    on: ConflictOn
    of: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of one occurrence.

    Attributes:
        id: From the least of its claim ids.
        claims: Ids, sorted.
        who, whom: Entity ids, sorted.
        when, where: The tightest that its claims support together; None if none gives any.
        origins: Independent first tellers.
        publishers: How many different outlets tell it (an unnamed outlet counts by its report).
        copies: How many reports only repeat another's text.
        reasons: Why the claims were joined.
        series: What changed as time went on, and so is no conflict.
        apart: Ids of the claims whose own time or place does not hold with `when` or `where`, or
            with that of other claims: sides of a conflict, what was corrected, a plan for another
            day; sorted.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    who: tuple[str, ...]
    whom: tuple[str, ...] = ()
    when: When | None = None
    where: Where | None = None
    origins: tuple[Origin, ...] = ()
    publishers: int = 1
    copies: int = 0
    conflicts: tuple[Conflict, ...] = ()
    reasons: tuple[Reason, ...] = ()
    series: tuple[Series, ...] = ()
    apart: tuple[str, ...] = ()


def event_id(claims: tuple[str, ...]) -> str:
    """The id of the event that these claims tell of."""
    return content_id("v", min(claims))
