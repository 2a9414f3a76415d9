"""Pairs of event claims that a person should look at: may they be of one occurrence?

They are joins that rest on little, pairs alike enough that a constraint kept apart, claims that
fit several events, and pairs a little below the threshold. All come from the indexes that the
grouping uses, never from all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.events.candidates import Edge, edge_of, rule_of, telling_keys, tie_tellings
from dateline.events.cluster import Forbidden, Groups
from dateline.events.compare import THRESHOLD, Match, compare_tellings
from dateline.events.group import join_tellings
from dateline.events.judged import read_judged
from dateline.events.sides import DAYS, PLACES
from dateline.events.telling import Telling, read_tellings
from dateline.records import Claim, Entity, Judgement, Report

NEAR = 0.15
"""Scores that are no further from the threshold are doubtful."""

_NEIGHBOURS = 6
"""Neighbours in day and place that a claim is compared with in each of its blocks."""

_LARGEST = 200
"""Claims of one block of no day; of a larger one nothing can be told."""

_REFUSED = 0.06
"""How far from the threshold a pair ranks that a constraint kept apart."""

_WHY_APART: dict[Forbidden, str] = {
    "modes": "other claims with them say that it was something else",
    "people": "other claims with them name other people",
    "days": "their days differ",
    "places": "their places differ",
}
_SEVERAL = "it fits more than one event"
_LITTLE = "too little agrees"


@dataclass(frozen=True, slots=True)
class EventPair:
    """Two event claims that may tell of one occurrence, and what the machine did with them.

    Attributes:
        left, right: Ids of claims.
        score: The machine's score, 0 to 1.
        is_joined: Whether they are of one event now.
        features: What the score rests on, as in `compare.WEIGHTS`.
        apart: Why they were not joined; empty if they were.
    """

    left: str
    right: str
    score: float
    is_joined: bool
    features: tuple[str, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    edge: Edge
    distance: float
    apart: str


def events_to_review(
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    reports: Iterable[Report],
    judgements: Sequence[Judgement] = (),
    *,
    unsure: bool = False,
) -> tuple[EventPair, ...]:
    """The pairs that are not settled by a judgement; two events are one pair, however large.

    Those near the threshold come first, of equally near ones those that more claims hang on; of
    many joins in one event the second comes after the first of all.

    Args:
        unsure: Give also pairs that were judged "unsure".
    """
    judged = read_judged(judgements)
    tellings = read_tellings(claims, entities, reports)
    ties = tie_tellings(tellings)
    groups = join_tellings(tellings, ties, judged)
    open_ = _Open(groups, unsure)
    found = [
        *_joined(groups),
        *_refused(groups, (edge_of(tie, tellings) for tie in ties)),
        *_nearly(groups),
    ]
    size = Counter(groups.find(number) for number in range(len(tellings)))
    seen: Counter[tuple[int, ...]] = Counter()
    ranked: list[tuple[bool, float, _Found]] = []
    for one in sorted(found, key=lambda one: _order(groups, one, size)):
        ends = _ends(groups, one.edge)
        if open_.is_open(one.edge) and (len(ends) == 1 or not seen[ends]):
            seen[ends] += 1
            ranked.append((seen[ends] > 1, one.distance, one))
    ranked.sort(key=lambda item: item[:2])
    return tuple(_event_pair(groups, one) for *_, one in ranked)


class _Open:
    """Which pairs nobody settled, by a judgement on them or by what others come to."""

    def __init__(self, groups: Groups, unsure: bool) -> None:
        self._groups, self._settled = groups, groups.settled
        self._unsure: set[tuple[int, ...]] = set()
        number_of = {telling.claim.id: n for n, telling in enumerate(groups.tellings)}
        for said in groups.settled.holding if groups.settled and not unsure else ():
            left, right = number_of.get(said.left), number_of.get(said.right)
            if said.kind == "unsure" and left is not None and right is not None:
                ends = {groups.find(left), groups.find(right)}
                self._unsure.add(tuple(sorted(ends if len(ends) == 2 else {left, right})))

    def is_open(self, edge: Edge) -> bool:
        groups = self._groups
        ends = _ends(groups, edge)
        pair = (min(edge.left, edge.right), max(edge.left, edge.right))
        if (ends if len(ends) == 2 else pair) in self._unsure:
            return False
        if len(ends) == 2:
            return groups.forbidden(*pair, edge) != "judged different"
        if self._settled is None:
            return True
        left, right = (groups.tellings[end].claim.id for end in pair)
        return self._settled.cluster(left) != self._settled.cluster(right)


def _ends(groups: Groups, edge: Edge) -> tuple[int, ...]:
    """The groups of an edge, one or two."""
    return tuple(sorted({groups.find(edge.left), groups.find(edge.right)}))


def _order(groups: Groups, one: _Found, size: Counter[int]) -> tuple[float, int, int, int]:
    hanging = min(size[end] for end in _ends(groups, one.edge))
    return one.distance, -hanging, one.edge.left, one.edge.right


def _event_pair(groups: Groups, one: _Found) -> EventPair:
    left, right = (groups.tellings[end].claim.id for end in (one.edge.left, one.edge.right))
    is_joined = len(_ends(groups, one.edge)) == 1
    match = one.edge.match
    return EventPair(left, right, match.score, is_joined, match.features, one.apart)


def _distance(match: Match) -> float:
    return round(abs(match.score - THRESHOLD), 3)


def _joined(groups: Groups) -> Iterator[_Found]:
    """Joins that rest on little, or that hold a conflict."""
    for edge in groups.joined:
        near = edge.match.score < THRESHOLD + NEAR
        if near or DAYS in edge.match.features or PLACES in edge.match.features:
            yield _Found(edge, _distance(edge.match), "")


def _refused(groups: Groups, edges: Iterable[Edge]) -> Iterator[_Found]:
    """Edges that did not join."""
    for edge in edges:
        ends = _ends(groups, edge)
        if len(ends) == 2:
            why = groups.forbidden(edge.left, edge.right, edge)
            if why is None or why in _WHY_APART:
                yield _Found(edge, _REFUSED, _WHY_APART[why] if why else _SEVERAL)


def _nearly(groups: Groups) -> Iterator[_Found]:
    """Neighbours in a block that are alike, and not alike enough."""
    tellings = groups.tellings
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in telling_keys(telling):
            if rule_of(key) in ("dated", "vague"):
                blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key, members in sorted(blocks.items()):
        if rule_of(key) == "vague" and len(members) > _LARGEST:
            continue
        ordered = sorted(members, key=lambda number: _neighbourhood(tellings[number]))
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield from _near_pair(groups, *pair)


def _near_pair(groups: Groups, left: int, right: int) -> Iterator[_Found]:
    if groups.find(left) != groups.find(right):
        match = compare_tellings(groups.tellings[left], groups.tellings[right])
        if match is not None and THRESHOLD - NEAR <= match.score < THRESHOLD:
            yield _Found(Edge(left, right, match), _distance(match), _LITTLE)


def _neighbourhood(telling: Telling) -> tuple[str, str, str]:
    where = telling.where
    day = telling.start or telling.end
    return day.isoformat() if day else "", where.name if where else "", telling.claim.id
