"""The claims that tell of one occurrence, how many origins they have, and where they conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.claim import Reason, SourceKind
from dateline.records.ids import content_id
from dateline.records.when import When
from dateline.records.where import Where

ConflictOn = Literal["when", "where", "who", "count", "happened"]


@dataclass(frozen=True, slots=True)
class Origin:
    """A first teller that source chains of an event lead to.

    Attributes:
        kind, name: Of the first teller, as in `Source`; for the author, the outlet or the report.
        claims: Ids of the claims that rest on it, sorted.
        reports: Ids of the reports that tell it, sorted.
        reason: Why these count once ("3 reports copy one agency text"); empty for a single claim.
    """

    kind: SourceKind
    name: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one event that cannot all hold.

    Attributes:
        on: The point that they differ on.
        sides: For each side what it says, and the ids of its claims, sorted.
    """

    on: ConflictOn
    sides: tuple[tuple[str, tuple[str, ...]], ...]


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


def event_id(claims: tuple[str, ...]) -> str:
    """The id of the event that these claims tell of."""
    return content_id("v", min(claims))
