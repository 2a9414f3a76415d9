"""The log of judgements as a history: what each entry says, and whether it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Judgement
from dateline.records.settled import Settled, taken_back

EntryState = Literal["holds", "taken back", "overridden", "can't hold", "judged again"]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An entry of the log.

    Attributes:
        by: Ids of the entries that brought it to its state; empty if it holds.
    """

    judgement: Judgement
    state: EntryState
    by: tuple[str, ...] = ()


def draw_history(log: Sequence[Judgement], settled: Settled) -> tuple[HistoryEntry, ...]:
    """Every entry with its state, in the order of the log.

    Args:
        settled: What the same log comes to.
    """
    gone = taken_back(log)
    by = {one.undoes: one.id for one in log if one.undoes and one.id not in gone}
    over = {one.judgement.id: tuple(other.id for other in one.by) for one in settled.overridden}
    holds = {one.id for one in settled.holding}
    last = {_pair(settled, one): one.id for one in settled.holding}
    found = []
    for one in log:
        if one.id in gone:
            found.append(HistoryEntry(one, "taken back", (by[one.id],)))
        elif one.undoes or one.id in holds:
            found.append(HistoryEntry(one, "holds"))
        elif one.id in over:
            state: EntryState = "overridden" if over[one.id] else "can't hold"
            found.append(HistoryEntry(one, state, over[one.id]))
        else:
            later = last.get(_pair(settled, one))
            found.append(HistoryEntry(one, "judged again", (later,) if later else ()))
    return tuple(found)


def _pair(settled: Settled, one: Judgement) -> tuple[str, ...]:
    return (one.on or "", *sorted((settled.node(one.left), settled.node(one.right))))
