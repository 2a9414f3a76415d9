"""Claims in the making, beside the words that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.triggers import Trigger
from dateline.records import Claim, Source, Token, When, Where


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in the making beside the word that carries it."""

    claim: Claim
    trigger: Token
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """An occasion told again without its people ("the meeting took place …").

    Attributes:
        source: Whoever the telling is credited to; None for the author.
    """

    trigger: Token
    kinds: frozenset[str]
    when: When | None
    where: Where | None
    source: Source | None


def kinds_of(trigger: Trigger) -> frozenset[str]:
    """What an occasion may be called again: its noun, its mode, its verb's noun."""
    words = {trigger.entry.mode or "", trigger.token.lemma.casefold(), trigger.entry.lemma[-1]}
    if trigger.entry.type == "APPEAR":
        words |= {"participation", "presence", "appearance", "attendance"}
    return frozenset(w for w in words if w) | frozenset(
        noun for noun, modes in _NOUN_OF_MODE.items() if words & modes
    )


_NOUN_OF_MODE = {
    "visit": {"visit", "travel", "trip", "go", "fly", "tour", "arrive"},
    "trip": {"visit", "travel", "trip", "go", "fly", "tour"},
    "meeting": {"meet", "meeting", "talk", "talks", "host"},
    "talks": {"talk", "talks", "meet", "negotiate"},
    "event": {"attend", "host", "appear", "conference", "function", "rally", "ceremony"},
    "attack": {"attack", "bomb", "shoot", "raid", "strike", "kill"},
}
