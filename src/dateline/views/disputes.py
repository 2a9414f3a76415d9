"""What the sources of an event disagree on, side by side, and what changed as time went on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.records import (
    Claim,
    Conflict,
    ConflictOn,
    ConflictStatus,
    Event,
    Judgement,
    Report,
    Series,
)
from dateline.records.settled import conflict_status
from dateline.views.wording import name_outlet, plain_line, say_date

DISPUTED: dict[ConflictOn, str] = {
    "when": "when it was",
    "where": "where it was",
    "who": "who took part",
    "count": "how many",
    "happened": "whether it happened",
}
"""What a conflict is on, in words."""

STATUSES: dict[ConflictStatus, str] = {"open": "looked at, stays open", "explained": "explained"}
"""What a person says of a conflict, in words."""


@dataclass(frozen=True, slots=True)
class DisputedReport:
    """A report that takes a side, with those of its claims that do."""

    report: str
    outlet: str
    published: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputedSide:
    """One side of a conflict.

    Attributes:
        says: What it says, in words.
        origins: How many independent first tellers it has.
        tellers: Their names.
        reports: Those that print it, the earliest first.
    """

    says: str
    origins: int
    tellers: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[DisputedReport, ...]


@dataclass(frozen=True, slots=True)
class DisputeStatus:
    """What somebody who looked at a conflict says of it; it takes no side away.

    Attributes:
        judgement: The id of the entry in the log.
        words: The same in words, with who and when: "looked at, stays open (Anna, 3 May 2024)".
        day: ISO date, in UTC.
    """

    judgement: str
    kind: ConflictStatus
    words: str
    user: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """What cannot all hold. No side is chosen, and the numbers of origins are no vote.

    Attributes:
        status: What a person says of it; None if nobody did.
    """

    on: ConflictOn
    words: str
    sides: tuple[DisputedSide, ...]
    status: DisputeStatus | None = None


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """What was told at one time.

    Attributes:
        told: The day in words; empty if no report gives one.
    """

    says: str
    told: str
    claims: tuple[str, ...]
    reports: tuple[DisputedReport, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was told otherwise as time went on, and so is no conflict: a toll that grew.

    Attributes:
        of: What was counted ("killed"); empty for another point.
    """

    on: ConflictOn
    words: str
    of: str
    steps: tuple[ChangeStep, ...]


def draw_disputes(
    event: Event,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    said: Sequence[Judgement] = (),
) -> tuple[Dispute, ...]:
    """The conflicts of an event, in its order.

    Args:
        claims, reports: By id; at least those of the event.
        said: What holds of what people said of conflicts.
    """
    return tuple(_dispute(conflict, event, claims, reports, said) for conflict in event.conflicts)


def say_status(conflict: Conflict, said: Sequence[Judgement]) -> str:
    """What somebody who looked at a conflict said of it, in words; empty if nobody did."""
    status = conflict_status(conflict, said) if said else None
    return STATUSES[_kind(status)] if status else ""


def _kind(said: Judgement) -> ConflictStatus:
    return "open" if said.kind == "open" else "explained"


def _status(conflict: Conflict, said: Sequence[Judgement]) -> DisputeStatus | None:
    one = conflict_status(conflict, said)
    if one is None:
        return None
    kind, day = _kind(one), one.time[:10]
    words = f"{STATUSES[kind]} ({plain_line(one.user)}, {say_date(day)})"
    return DisputeStatus(one.id, kind, words, one.user, day, plain_line(one.reason))


def _dispute(
    conflict: Conflict,
    event: Event,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    said: Sequence[Judgement],
) -> Dispute:
    teller = {claim: plain_line(one.name) for one in event.origins for claim in one.claims}
    sides = tuple(
        DisputedSide(
            _says(conflict.on, side.says),
            side.origins,
            tuple(sorted({teller[claim] for claim in side.claims if claim in teller})),
            side.claims,
            _printed_in(side.claims, claims, reports),
        )
        for side in conflict.sides
    )
    return Dispute(conflict.on, DISPUTED[conflict.on], sides, _status(conflict, said))


def draw_changes(
    event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[Change, ...]:
    """What was told otherwise as time went on, the earliest step first.

    Args:
        claims, reports: By id; at least those of the event.
    """
    return tuple(_change(series, claims, reports) for series in event.series)


def _change(series: Series, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Change:
    steps = tuple(
        ChangeStep(
            _says(series.on, step.says),
            say_date(step.told) if step.told else "",
            step.claims,
            _printed_in(step.claims, claims, reports),
        )
        for step in series.steps
    )
    return Change(series.on, DISPUTED[series.on], plain_line(series.of), steps)


def _says(on: ConflictOn, says: str) -> str:
    return say_date(says) if on == "when" else plain_line(says)


def _printed_in(
    ids: Iterable[str], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[DisputedReport, ...]:
    told: dict[str, list[str]] = {}
    for id_ in sorted(ids):
        told.setdefault(claims[id_].report, []).append(id_)
    found = [
        DisputedReport(
            report,
            name_outlet(reports.get(report)),
            known.published_on if (known := reports.get(report)) else None,
            tuple(own),
        )
        for report, own in told.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.published or "9999", one.report)))
