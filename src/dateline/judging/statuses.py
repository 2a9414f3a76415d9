"""What a person says of a conflict: that it stays open, or how it came about."""

from __future__ import annotations

from datetime import datetime

from dateline.errors import BadJudgement, UnknownId
from dateline.judging.judge import Change, add_entry, one_line, time_of_entry
from dateline.records import (
    Claim,
    ConflictOn,
    ConflictStatus,
    Event,
    make_judgement,
)
from dateline.store import Database


def mark_conflicts(
    database: Database,
    event: str,
    on: ConflictOn,
    status: ConflictStatus,
    *,
    user: str,
    reason: str = "",
    time: datetime | None = None,
) -> tuple[Change, ...]:
    """Adds an entry for each conflict of an event on a point; see `Case.mark_conflicts`."""
    said = one_line(reason)
    if status == "explained" and not said:
        raise BadJudgement("Say how the conflict is explained: a reason in a few words.")
    found = _find_event(database, event)
    conflicts = [one for one in found.conflicts if one.on == on]
    if not conflicts:
        points = ", ".join(dict.fromkeys(one.on for one in found.conflicts))
        raise UnknownId(
            f"The sources of {found.id} do not differ on {on!r}"
            + (f"; they do on: {points}." if points else ", nor on anything else.")
        )
    changes = []
    for conflict in conflicts:
        log = database.judgements()
        sides = [min(side.claims) for side in conflict.sides[:2]]
        entry = make_judgement(
            status, *sides, user=one_line(user), time=time_of_entry(time, log), reason=said, on=on
        )
        changes.append(add_entry(database, log, entry))
    return tuple(changes)


def _find_event(database: Database, id_: str) -> Event:
    record = database.find_id(id_)[1]
    if isinstance(record, Event):
        return record
    if isinstance(record, Claim):
        for event in database.events():
            if record.id in event.claims:
                return event
    raise UnknownId(f"{id_} is neither an event (v_…) nor a claim of one (c_…).")
