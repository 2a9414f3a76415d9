"""A name that a person split: which side each further bearer of it is nearer to.

The machine joins all bearers of one full name, whoever comes first. Once somebody says that two
of them are different, it must choose, and what their reports say beside the name decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.records.settled import Settled
from dateline.resolve.block import Party, words_of
from dateline.resolve.compare import RAISES, WEIGHTS, Pair
from dateline.resolve.context import Context

LARGEST_BLOCK = 200
"""Of a block of more bearers than this, only those that are judged apart are compared with all."""

_NAMED_TOGETHER = 0.02
"""What is added for each name that both reports give beside the one that was split."""

_MOST_NAMES = 4


def side_pairs(
    parties: Sequence[Party], context: Context, settled: Settled | None
) -> Iterator[Pair]:
    """Pairs of one split name that have more in common; better than the name alone, so first."""
    if settled is None or not settled.apart:
        return
    blocks: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for number, party in enumerate(parties):
        if not party.is_bare and not party.is_noun and not party.is_of_any_state:
            blocks[party.is_person, party.full_key].append(number)
    split = {
        key: apart
        for key, members in blocks.items()
        if len(apart := [n for n in members if _is_apart(parties[n], settled)]) > 1
    }
    for key, apart in sorted(split.items()):
        block = blocks[key]
        ends = block if len(block) <= LARGEST_BLOCK else apart
        pairs = {(min(pair), max(pair)) for one in ends for other in block
                 if one != other for pair in [(one, other)]}  # fmt: skip
        for left, right in sorted(pairs):
            if not context.said[left].is_at_odds(context.said[right]):
                yield from _nearer(parties, context, left, right)


def _is_apart(party: Party, settled: Settled) -> bool:
    return settled.cluster(party.chain.id) in settled.apart


def _nearer(parties: Sequence[Party], context: Context, left: int, right: int) -> Iterator[Pair]:
    one, other = parties[left], parties[right]
    shared = []
    if not one.posts.isdisjoint(other.posts):
        shared.append("same post")
    if not one.employers.isdisjoint(other.employers):
        shared.append("same organisation")
    more = sum(RAISES[feature] for feature in shared)
    clues = context.said[left].clues & context.said[right].clues
    names = {what for kind, what in clues if kind == "named beside the same"}
    if names and one.chain.report != other.chain.report:
        shared.append("other names in common")
        more += _NAMED_TOGETHER * min(len(names), _MOST_NAMES)
    if shared:
        score = WEIGHTS["same name"] + more
        words = "; ".join((words_of(one, other), *shared))
        yield Pair(left, right, "same name", score, words)
