"""One claim for each thing that a sentence says, however many of its words carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.found import Found
from dateline.claims.people_told import strike_doers
from dateline.records import Grammar, Token, claim_id

_NEAR = 40
"""Claims back that a claim may say again: more than one sentence makes."""


def once(grammar: Grammar, found: Sequence[Found]) -> list[Found]:
    """One claim for each thing said: what hangs on a claim of its type and people is that claim.

    Those that judge a deed strike its doers, by whichever claim tells of the deed.
    """
    kept: list[Found] = []
    for item in found:
        for at in range(len(kept) - 1, max(-1, len(kept) - 1 - _NEAR), -1):
            if _says_again(grammar, kept[at], item):
                kept[at] = _merged(kept[at], item)
                break
        else:
            kept.append(item)
    return strike_doers(grammar, kept)


def _merged(one: Found, other: Found) -> Found:
    """One claim of two tellings, carried by the first."""
    claim, more = one.claim, other.claim
    who = tuple({p.chain: p for p in (*claim.who, *more.who)}.values())
    ends = (",".join(p.chain for p in side) for side in (who, claim.whom))
    return replace(
        one,
        claim=replace(
            claim,
            id=claim_id(claim.report, "event", claim.type, claim.trigger, *ends),
            who=who,
            when=claim.when or more.when,
            where=claim.where or more.where,
            found_by=(*claim.found_by, *more.found_by),
            unnamed_who=tuple(sorted({*claim.unnamed_who, *more.unnamed_who})),
            unnamed_whom=tuple(sorted({*claim.unnamed_whom, *more.unnamed_whom})),
        ),
    )


def _says_again(grammar: Grammar, one: Found, other: Found) -> bool:
    if one.claim.type != other.claim.type or one.trigger.sentence != other.trigger.sentence:
        return False
    if one.claim.polarity != other.claim.polarity:
        return False
    if one.claim.mode != other.claim.mode and not (one.claim.who or one.claim.whom):
        return False
    mine = {p.chain for p in (*one.claim.who, *one.claim.whom)}
    theirs = {p.chain for p in (*other.claim.who, *other.claim.whom)}
    if {one.trigger.pos, other.trigger.pos} == {"VERB"} and one.claim.mode != other.claim.mode:
        return False
    if other.trigger.pos == "VERB" and grammar.children(other.trigger.index, "nsubj"):
        return False
    hangs = one.trigger.index in (other.trigger.head, *(a.index for a in _near(grammar, other)))
    return hangs and (mine <= theirs or theirs <= mine)


def _near(grammar: Grammar, found: Found) -> Iterator[Token]:
    """The words that govern a trigger, up to the verb of its clause."""
    for token in grammar.ancestors(found.trigger.index):
        yield token
        if token.pos in ("VERB", "AUX"):
            return
