"""What only the store has a word for: a line of its log of inputs, a problem that it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from dateline.records import Chain, Claim, Entity, Event, Report

Kind: TypeAlias = Literal["report", "chain", "claim", "entity", "event"]
Record: TypeAlias = Report | Chain | Claim | Entity | Event
ReadingState: TypeAlias = Literal["added", "duplicate", "failed", "held"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One try to add one input to the case.

    Attributes:
        number: Counts the readings of the case from 1; a later one is higher.
        name: The input as the user gave it.
        state: "added"; "duplicate" (its bytes were in the case); "failed" (can't be read);
            "held" (over a limit).
        reason: Why it failed or was held, a sentence; None otherwise.
        report: The report that it is; None if it became none.
    """

    number: int
    name: str
    state: ReadingState
    reason: str | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the case that is not as it was written.

    Attributes:
        record: Id of the record that it touches; None if it is the database as a whole.
        message: What is wrong, a sentence.
    """

    record: str | None
    message: str
