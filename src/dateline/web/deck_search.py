"""The pairs that a person should look at, found for the browser beside all other work.

In a large case that takes a minute, in which the pages must not be slower: it is done by a
process of its own then.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal, TypeAlias

from dateline.errors import CaseLocked, DatelineError
from dateline.events import EventPair, events_to_review
from dateline.pipeline import Case
from dateline.records import Chain, Entity, Judgement
from dateline.resolve import ReviewPair
from dateline.store import Known
from dateline.views.wording import owners_of

DeckName = Literal["entities", "events"]
Pair: TypeAlias = ReviewPair | EventPair

_MANY_CLAIMS = 5_000
"""From so many claims on a process of its own looks for the pairs."""

_MOST_CHAINS = 12
"""Chains of one entity that a card is made of."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a review asks about, in the case as it was at one moment.

    Attributes:
        pairs: Those that the machine is least sure of first.
        sides: Of a pair of names the chains that each side's part of the card is made of, the one
            that stands for it first.
        log: The judgements that were heeded.
    """

    pairs: tuple[Pair, ...]
    sides: Mapping[tuple[str, str], tuple[tuple[Chain, ...], tuple[Chain, ...]]]
    log: tuple[Judgement, ...]


def find_deck(case: Case, name: DeckName, claims: int) -> Found:
    """The pairs of a deck that no judgement settles.

    Args:
        claims: How many the case has, about.

    Raises:
        CaseLocked: If the case is not grouped at this moment; it will be.
        DatelineError: If it can't be read.
    """
    if claims < _MANY_CLAIMS:
        return _find(case, name)
    context = multiprocessing.get_context("spawn")  # a fork would copy locks that others hold
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(case.address, name, theirs), daemon=True)
    worker.start()
    theirs.close()
    try:
        found = ours.recv()
    except EOFError:
        raise DatelineError("Looking for pairs to review ended without an answer.") from None
    finally:
        ours.close()
        worker.join()
    if isinstance(found, DatelineError):
        raise found
    assert isinstance(found, Found)
    return found


def _work(address: str | Path, name: DeckName, answer: Connection) -> None:
    try:
        with Case(address, create=False) as case:
            answer.send(_find(case, name))
    except DatelineError as error:
        answer.send(error)
    finally:
        answer.close()


def _find(case: Case, name: DeckName) -> Found:
    log = case.judgements()
    whole = case.changes(Known())
    if whole is None:
        raise CaseLocked("The case is being grouped.")
    if name == "events":
        told = {claim for event in whole.events for claim in event.claims}
        claims = [claim for claim in whole.claims if claim.id in told]
        return Found(events_to_review(claims, whole.entities, whole.reports, log), {}, log)
    pairs = case.pairs_to_review()
    chains = {one.id: one for one in case.chains()}
    owners = owners_of(whole.entities)
    sides = {(one.left, one.right): _sides(one, chains, owners) for one in pairs}
    return Found(pairs, sides, log)


def _sides(
    pair: ReviewPair, chains: Mapping[str, Chain], owners: Mapping[str, Entity]
) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
    """The chains of both entities; of one entity the two alone."""
    left, right = owners.get(pair.left), owners.get(pair.right)
    found = []
    for id_, entity in ((pair.left, left), (pair.right, right)):
        others = () if entity is None or left is right else entity.chains
        rest = [one for one in others if one != id_][: _MOST_CHAINS - 1]
        found.append(tuple(chains[one] for one in (id_, *rest) if one in chains))
    return found[0], found[1]
