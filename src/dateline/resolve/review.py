"""Pairs that a person should look at: those that the machine is least sure of first.

They are joins that rest on less than the same name, and near misses: pairs that a constraint kept
apart, and names that fit several entities and so were joined to none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.records import Chain, Claim, Judgement
from dateline.resolve.block import Party, index_groups, words_of
from dateline.resolve.cluster import Forbidden, Groups
from dateline.resolve.compare import THRESHOLD, WEIGHTS, Pair, given_names_fit
from dateline.resolve.join import join_parties
from dateline.resolve.names import BodyName

_MOST_BEARERS = 5
"""A name that fits more entities than this is too common to ask about."""

_LESS_FOR_EACH = 0.1
"""How much a pair's score falls for each other entity that fits as well."""

_REFUSED = 0.2
"""How much it falls where a constraint keeps the two apart."""

_WHY_APART: dict[Forbidden, str] = {
    "one report": "one report tells of both",
    "names conflict": "their full names differ",
}


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """Two chains that may or may not be one, and what the machine did with them.

    Attributes:
        left, right: Ids of chains.
        score: The machine's score, 0 to 1; from 0.7 on it joins.
        is_joined: Whether they are in one entity now.
        rule: What brings them together ("surname, one bearer in the case").
        words: The names and features that the rule rests on.
        apart: Why they were not joined; empty if they were.
    """

    left: str
    right: str
    score: float
    is_joined: bool
    rule: str
    words: str
    apart: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    pair: Pair
    score: float
    apart: str


def pairs_to_review(
    chains: Iterable[Chain],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement] = (),
    *,
    unsure: bool = False,
) -> tuple[ReviewPair, ...]:
    """The pairs that are not settled by a judgement.

    Those near the threshold come first, of equally near ones those that more mentions hang on;
    of many pairs by one rule in one entity, the second of each comes after the first of all.
    Bodies that reports call by a common noun alone come last.

    Args:
        unsure: Give also pairs that were judged "unsure".
    """
    groups = join_parties(chains, claims, judgements)
    found = [one for one in _all_found(groups) if not _is_settled(groups, one.pair, unsure)]
    weight = Counter(groups.find(number) for number in range(len(groups.parties)))
    seen: Counter[tuple[int, str]] = Counter()
    ranked = []
    for one in sorted(found, key=lambda one: _order(groups, one, weight)):
        key = (groups.find(one.pair.left), one.pair.rule)
        seen[key] += 1
        ranked.append((seen[key], one))
    ranked.sort(key=lambda item: (_is_noun(groups, item[1]), item[0] > 1, _distance(item[1])))
    return tuple(_review_pair(groups, one) for _, one in ranked)


def _is_noun(groups: Groups, one: _Found) -> bool:
    return any(groups.parties[end].is_noun for end in (one.pair.left, one.pair.right))


def _distance(one: _Found) -> float:
    return round(abs(one.score - THRESHOLD), 3)


def _order(groups: Groups, one: _Found, weight: Counter[int]) -> tuple[float, int, str, str]:
    ends = (one.pair.left, one.pair.right)
    ids = sorted(groups.parties[end].chain.id for end in ends)
    hanging = min(weight[groups.find(end)] for end in ends)
    return _distance(one), -hanging, ids[0], ids[1]


def _review_pair(groups: Groups, one: _Found) -> ReviewPair:
    left, right = (groups.parties[end].chain.id for end in (one.pair.left, one.pair.right))
    score = round(max(0.0, min(1.0, one.score)), 3)
    joined = groups.find(one.pair.left) == groups.find(one.pair.right)
    return ReviewPair(left, right, score, joined, one.pair.rule, one.pair.words, one.apart)


def _is_settled(groups: Groups, pair: Pair, unsure: bool) -> bool:
    if groups.settled is None:
        return False
    left, right = (groups.parties[end].chain.id for end in (pair.left, pair.right))
    said = groups.settled.between(left, right)
    return said is not None and not (unsure and said == "unsure")


def _all_found(groups: Groups) -> list[_Found]:
    """Each pair of chains once, as the first kind below has it."""
    found: dict[tuple[int, int], _Found] = {}
    for one in (*_joined(groups), *_refused(groups), *_several_fit(groups), *_alike(groups)):
        left, right = sorted((one.pair.left, one.pair.right))
        if left != right:
            found.setdefault((left, right), one)
    return list(found.values())


def _joined(groups: Groups) -> Iterator[_Found]:
    for pair in groups.joined:
        if pair.score < 1.0:
            yield _Found(pair, pair.score, "")


def _refused(groups: Groups) -> Iterator[_Found]:
    """Once for two groups, however many pairs would have joined them."""
    seen: set[frozenset[int]] = set()
    for pair, why in groups.refused:
        ends = frozenset((groups.find(pair.left), groups.find(pair.right)))
        if why in _WHY_APART and len(ends) == 2 and ends not in seen:
            seen.add(ends)
            yield _Found(pair, min(pair.score, THRESHOLD + 0.1) - _REFUSED, _WHY_APART[why])


def _several_fit(groups: Groups) -> Iterator[_Found]:
    """Bare names that fit more than one entity."""
    parties = groups.parties
    index = index_groups(parties, [groups.find(number) for number in range(len(parties))])
    for number, party in enumerate(parties):
        if party.is_noun or not party.is_bare:
            continue
        main = party.main
        if isinstance(main, BodyName):
            fitting = index.acronyms.get(main.key) or index.initials.get(main.key) or set()
            rule = "initials of the full name"
        else:
            fitting = index.surnames.get(main.surname, set()) | index.surnames.get(main.core, set())
            rule = "surname, one bearer in the case"
        others = {groups.find(one) for one in fitting} - {groups.find(number)}
        if len({*others, groups.find(number)}) > 2 and len(others) <= _MOST_BEARERS:
            said = f"fits {len(others)} entities"
            score = WEIGHTS[rule] - _LESS_FOR_EACH * (len(others) - 1)
            for other in sorted(others):
                if parties[other].is_person == party.is_person:
                    yield _near(parties, other, number, "bare name", score, said)


def _alike(groups: Groups) -> Iterator[_Found]:
    """Persons of one surname whose given names fit, in more than one entity."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for number in range(len(groups.parties)):
        for name in groups.names(groups.find(number)):
            blocks[name.surname].add(groups.find(number))
    for _surname, block in sorted(blocks.items()):
        if len(block) > _MOST_BEARERS * 4:
            continue
        for left, right in combinations(sorted(block), 2):
            pairs = [(a, b) for a in groups.names(left) for b in groups.names(right)]
            if any(a.surname == b.surname and given_names_fit(a, b) for a, b in pairs):
                said = "another name of one of them does not fit, or fits a third"
                score = THRESHOLD - _LESS_FOR_EACH
                yield _near(groups.parties, left, right, "given names that fit", score, said)


def _near(
    parties: Sequence[Party], left: int, right: int, rule: str, score: float, apart: str
) -> _Found:
    left, right = sorted((left, right))
    pair = Pair(left, right, rule, score, words_of(parties[left], parties[right]))
    return _Found(pair, score, apart)
