"""Whom it strikes to condemn or oppose a deed: those who did it, told before.

"The Brigade raided the port. Keller condemned the raid": she condemned the Brigade.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.found import Found
from dateline.records import Claim, Grammar, Participant, Token, claim_id

_JUDGING = frozenset({"ACCUSE", "REJECT"})
_APART = frozenset({"STATE", "APPEAR", "ACCUSE", "REJECT"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_BACK = 60
"""Claims back that may have told of the deed."""
_STEM = 5
"""Letters that the noun of a deed shares with its verb: "withdrawal", "withdraw"."""


def strike_doers(grammar: Grammar, found: Sequence[Found]) -> list[Found]:
    """The claims, those of judging a deed with the doers of that deed as whom."""
    at = {item.trigger.index: item for item in found}
    return [_struck(grammar, found, i, at) for i in range(len(found))]


def _struck(grammar: Grammar, found: Sequence[Found], i: int, at: dict[int, Found]) -> Found:
    item = found[i]
    claim = item.claim
    if claim.type not in _JUDGING or claim.whom or item.trigger.pos != "VERB":
        return item
    for thing in grammar.children(item.trigger.index, "dobj", "nsubjpass"):
        deed = at.get(thing.index) or _told_before(grammar, found, i, thing)
        if deed is not None and deed.claim.polarity == "+":
            doers = _others(claim, deed.claim)
            if doers:
                return replace(item, claim=_with_whom(claim, doers))
    return item


def _told_before(grammar: Grammar, found: Sequence[Found], i: int, thing: Token) -> Found | None:
    """The last deed told before that a definite noun may speak of again."""
    determiners = {d.text.casefold() for d in grammar.children(thing.index, "det")}
    if thing.pos != "NOUN" or not determiners & _DEFINITE:
        return None
    noun = thing.lemma.casefold()
    for other in reversed(found[max(0, i - _BACK) : i]):
        if other.claim.who and other.claim.type not in _APART and _are_kin(noun, other.kinds):
            return other
    return None


def _are_kin(noun: str, kinds: frozenset[str]) -> bool:
    return noun in kinds or any(
        len(kind) >= _STEM and kind[:_STEM] == noun[:_STEM] for kind in kinds
    )


def _others(claim: Claim, deed: Claim) -> tuple[Participant, ...]:
    own = {p.chain for p in claim.who}
    return tuple(p for p in deed.who if p.chain not in own)


def _with_whom(claim: Claim, whom: tuple[Participant, ...]) -> Claim:
    ends = (",".join(p.chain for p in side) for side in (claim.who, whom))
    id_ = claim_id(claim.report, "event", claim.type, claim.trigger, *ends)
    return replace(claim, id=id_, whom=whom)
