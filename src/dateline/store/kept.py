"""What only the store has a word for: its log of inputs, problems, the case at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from dateline.records import Chain, Claim, Entity, Event, Judgement, Report

Kind: TypeAlias = Literal["report", "chain", "claim", "entity", "event", "judgement"]
Record: TypeAlias = Report | Chain | Claim | Entity | Event | Judgement
ReadingState: TypeAlias = Literal["added", "duplicate", "failed", "held", "removed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One try to add one input to the case, or its removal.

    Attributes:
        number: Counts the readings of the case from 1; a later one is higher.
        name: The input as the user gave it.
        state: "added"; "duplicate" (its bytes were in the case); "failed" (can't be read);
            "held" (over a limit); "removed" (was in the case, and was taken out again).
        reason: Why it failed, was held or was removed, a sentence; None otherwise.
        report: The report that it is or was; None if it became none.
    """

    number: int
    name: str
    state: ReadingState
    reason: str | None = None
    report: str | None = None


class Evidence(NamedTuple):
    """What the reports of a case say and what people judged, as of one moment.

    Each list is sorted by id, but judgements are in the order in which they were given.

    Attributes:
        numbers: Each report's number in the order of adding.
        publishers: The text of the user's own table of publishers; empty if there is none.
    """

    reports: list[Report]
    chains: list[Chain]
    claims: list[Claim]
    judgements: Sequence[Judgement] = ()
    numbers: Mapping[str, int] = MappingProxyType({})
    publishers: str = ""


class Grouped(NamedTuple):
    """A case whose every report is grouped, as of one moment; each list sorted by id.

    Every judgement is heeded in it too; they are in the order in which they were given.
    """

    reports: list[Report]
    claims: list[Claim]
    entities: list[Entity]
    events: list[Event]
    judgements: Sequence[Judgement] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the case that is not as it was written.

    Attributes:
        record: Id of the record that it touches or that is gone; None if it is the database as
            a whole.
        message: What is wrong, a sentence.
    """

    record: str | None
    message: str
