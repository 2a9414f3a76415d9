"""A person's word on whether two things are one, on a conflict, or on how a claim was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from dateline.records.event import ConflictOn
from dateline.records.ids import content_id

ConflictStatus = Literal["open", "explained"]
"""What somebody says who looked at a conflict: that it stays open, or how it came about. Neither
takes a side away."""

ReadingJudgement = Literal["misread", "checked"]
"""What somebody says who compared a claim with its words: that they do not say this, so that it
counts for nothing, or that they do. Neither says whether what it claims is so."""

JudgementKind = Literal[
    "same", "different", "unsure", "undo", "open", "explained", "misread", "checked"
]
"""An "undo" takes another entry back, which stays in the log."""

JudgedThing = Literal["entity", "event", "origin", "conflict", "reading"]
"""What a judgement is about: who is who, what is one occurrence, who only repeats whom, what
cannot all hold, whether a claim is what its words say."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the log of judgements; entries are only ever added.

    Its sides are ids of two chains, of two claims (whether they tell of one event), or of two
    reports: "same" if what one tells comes from the other or from whom the other has it, so that
    they count once, "different" if each has it by itself. Or of things outside the case: an entry
    of a watch-list ("ofac-sdn:1234"), a node of another resolver ("NK-…"). On a conflict its sides
    are claims of two sides of that, and it holds for the conflict that they are in. On how a claim
    was read they are the claim and its report.

    Attributes:
        id: From all the rest but the score.
        left, right: The two sides, sorted: a judgement has no direction.
        user: Who judged.
        time: When, in UTC as `utc_text` writes it, so that times sort as text.
        reason: Why, in the user's words; may be empty.
        score: The machine's own score of the pair, if it had one.
        undoes: Of an "undo", the id of the entry that it takes back; its sides are those of
            that entry.
        on: The point of the conflict that it is about; None if it is about none.
    """

    id: str
    kind: JudgementKind
    left: str
    right: str
    user: str
    time: str
    reason: str = ""
    score: float | None = None
    undoes: str | None = None
    on: ConflictOn | None = None

    @property
    def about(self) -> JudgedThing:
        """What it is about, as its point and the ids of its sides tell."""
        return "conflict" if self.on else judged_thing(self.left, self.right)

    @property
    def judged(self) -> tuple[str, ...]:
        """Ids of what it is about: its two sides, or the one claim that was read."""
        return (self.left,) if self.about == "reading" else (self.left, self.right)


def judged_thing(*sides: str) -> JudgedThing:
    """What a judgement on things with these ids is about."""
    of_report = any(side.startswith("r_") for side in sides)
    if any(side.startswith(("c_", "v_")) for side in sides):
        return "reading" if of_report else "event"
    return "origin" if of_report else "entity"


def make_judgement(
    kind: JudgementKind,
    one: str,
    other: str,
    *,
    user: str,
    time: datetime | str,
    reason: str = "",
    score: float | None = None,
    undoes: str | None = None,
    on: ConflictOn | None = None,
) -> Judgement:
    """A judgement on two sides, given in either order.

    Args:
        time: Aware, or as `utc_text` writes it.

    Raises:
        ValueError: If both sides are one, the time has no zone, an undo says not of what, a
            status is of no conflict, or a reading is of no claim and its report.
    """
    if one == other:
        raise ValueError(f"both sides of the judgement are {one}")
    if (kind == "undo") is not (undoes is not None):
        raise ValueError("an undo names the judgement that it takes back, and no other does")
    if kind != "undo" and (kind in get_args(ConflictStatus)) is not (on is not None):
        raise ValueError("open or explained is what a conflict is, on some point, and nothing else")
    left, right = sorted((one, other))
    is_reading = judged_thing(left, right) == "reading"
    if kind != "undo" and (kind in get_args(ReadingJudgement)) is not is_reading:
        raise ValueError("misread or checked is what a claim of a report is, and nothing else")
    written = utc_text(time if isinstance(time, datetime) else datetime.fromisoformat(time))
    point = (on,) if on else ()
    id_ = content_id("j", kind, left, right, user, written, reason, undoes, *point)
    return Judgement(id_, kind, left, right, user, written, reason, score, undoes, on)


def utc_text(time: datetime) -> str:
    """A time to the microsecond ("2024-03-15T09:30:00.000000Z"); such texts sort as the times do.

    Raises:
        ValueError: If it has no time zone.
    """
    if time.tzinfo is None:
        raise ValueError(f"{time} has no time zone")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27)
