"""What a later text of one address changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.records import ChangeState, ClaimChange, FieldChange, PassageChange
from dateline.views.wording import plain_line, say_date

STATES: tuple[ChangeState, ...] = ("changed", "withdrawn", "new", "kept")
"""In the order in which a reader wants them."""


def say_field(change: FieldChange) -> str:
    """ "when: 19 Oct 2023 → 12 Oct 2023"; "not said" where a text does not say."""
    before, after = (_said(change, words) for words in (change.before, change.after))
    return f"{change.on}: {before} → {after}"


def _said(change: FieldChange, words: str) -> str:
    if not words:
        return "not said"
    return say_date(words) if change.on == "when" else plain_line(words)


def count_states(changes: Iterable[ClaimChange | PassageChange]) -> str:
    """ "2 changed, 1 withdrawn, 0 new, 8 kept"."""
    counted = Counter(one.state for one in changes)
    return ", ".join(f"{counted[state]} {state}" for state in STATES)
