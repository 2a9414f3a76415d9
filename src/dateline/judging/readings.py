"""What a person says who compared a claim with its words: that it is misread, or that it is not."""

from __future__ import annotations

from datetime import datetime

from dateline.errors import UnknownId
from dateline.judging.judge import Change, add_entry, one_line, time_of_entry
from dateline.records import Claim, ReadingJudgement, make_judgement
from dateline.store import Database


def judge_reading(
    database: Database,
    claim: str,
    kind: ReadingJudgement,
    *,
    user: str,
    reason: str = "",
    time: datetime | None = None,
) -> Change:
    """Adds an entry on how a claim was read; see `Case.judge_reading`."""
    found = database.find_id(claim)[1]
    if not isinstance(found, Claim):
        raise UnknownId(f"{claim} is no claim; give the beginning of the id of one (c_…).")
    log = database.judgements()
    entry = make_judgement(
        kind, found.id, found.report, user=one_line(user), time=time_of_entry(time, log),
        reason=one_line(reason),
    )  # fmt: skip
    return add_entry(database, log, entry)
