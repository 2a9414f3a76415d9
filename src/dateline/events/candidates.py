"""Which tellings are worth comparing: from indexes, never all pairs.

Tellings that differ in nothing that is compared are one node. Nodes meet in blocks of one
type, one participant and one month; in a large block only neighbours in day and place meet,
so the cost grows in step with the claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateline.events.compare import (
    CONFLICT_DAYS,
    THRESHOLD,
    WEIGHTS,
    Match,
    compare_tellings,
)
from dateline.events.telling import Telling, words_of

WINDOW = 24
"""Neighbours that a node meets in a block, in order of day, place and id."""

LARGEST_BLOCK = 48
"""Groups that a vague telling is compared with in one block; in a larger one nothing is sure."""

LEAST_WORDS = 6
"""Words of a quote that is worth finding again; "The two leaders met" is printed of many."""

UNNAMED = frozenset({"ASSAULT", "PROTEST"})
"""Types that are told of people without a name, and so meet by their town too."""

MOST_PEOPLE = 12
"""Participants that a telling is indexed under; a list of more names meets by these."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two tellings that may be of one occurrence, by their place in the list of tellings."""

    left: int
    right: int
    match: Match


def same_words_edges(tellings: Sequence[Telling]) -> Iterator[Edge]:
    """Tellings whose quotes are the same words and mean the same days, as in copies of one text.

    Each meets the first of them and the one before it: should a constraint keep it from the
    first, it can still join the rest.
    """
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        claim = telling.claim
        words = words_of(claim.quote.exact)
        if len(words) >= LEAST_WORDS:
            before = len(words_of(claim.quote.exact[: claim.trigger.start - claim.quote.start]))
            days = (telling.start, telling.end)
            blocks[claim.type, claim.mode, words, before, days].append(number)
    rule = "same words throughout"
    for members in blocks.values():
        for place, other in enumerate(members[1:]):
            for earlier in {members[0], members[place]}:
                yield Edge(earlier, other, Match(WEIGHTS[rule], (rule,)))


def twin_edges(tellings: Sequence[Telling]) -> tuple[list[Edge], list[int]]:
    """Tellings that agree in all that is compared, each tied to the first of them.

    Returns:
        The edges, and the tellings that stand for the rest, in their order.
    """
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    edges, alone = [], []
    for number, telling in enumerate(tellings):
        where, mode = telling.where, telling.claim.mode
        place = (where.name, where.country, where.venue) if where else None
        days = (telling.start, telling.end)
        key = (telling.claim.type, mode, telling.who, telling.whom, days, place, telling.trigger)
        first = blocks[key][0] if blocks[key] else None
        match = compare_tellings(tellings[first], telling) if first is not None else None
        if first is None or match is None or match.score < THRESHOLD:
            alone.append(number)
            blocks[key].append(number)
        else:
            edges.append(Edge(first, number, match))
    return edges, alone


def dated_edges(tellings: Sequence[Telling], nodes: Iterable[int]) -> Iterator[Edge]:
    """Pairs of tellings with times no wider than a month."""
    blocks: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number in nodes:
        telling = tellings[number]
        if not telling.is_vague:
            for month in _months(telling):
                for person in sorted(telling.everyone)[:MOST_PEOPLE]:
                    blocks[telling.claim.type, person, month].append(number)
                if telling.where is not None and telling.claim.type in UNNAMED:
                    blocks[telling.claim.type, telling.where.name, month].append(number)
    seen: set[tuple[int, int]] = set()
    for _key, members in sorted(blocks.items()):
        yield from _compare_block(tellings, members, seen)


def _months(telling: Telling) -> list[int]:
    """Months that the telling's days, and the days that could conflict with them, lie in."""
    assert telling.start is not None
    assert telling.end is not None
    slack = timedelta(days=CONFLICT_DAYS)
    first = max(telling.start, date.min + slack) - slack
    last = min(telling.end, date.max - slack) + slack
    return list(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def _compare_block(
    tellings: Sequence[Telling], members: list[int], seen: set[tuple[int, int]]
) -> Iterator[Edge]:
    ordered = sorted(members, key=lambda number: _neighbourhood(tellings[number]))
    window = len(ordered) if len(ordered) <= LARGEST_BLOCK else WINDOW
    for place, number in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + window]:
            pair = (min(number, other), max(number, other))
            if pair in seen:
                continue
            seen.add(pair)
            match = compare_tellings(tellings[pair[0]], tellings[pair[1]])
            if match is not None and match.score >= THRESHOLD:
                yield Edge(*pair, match)


def _neighbourhood(telling: Telling) -> tuple[date, date, str, str]:
    where = telling.where
    assert telling.start is not None
    assert telling.end is not None
    return telling.start, telling.end, where.name if where else "", telling.claim.id


def vague_keys(telling: Telling) -> list[tuple[object, ...]]:
    """Where a vague telling looks for the group it belongs to, and where groups are found."""
    kind, report = telling.claim.type, telling.claim.report
    people = sorted(telling.everyone)[:MOST_PEOPLE]
    keys: list[tuple[object, ...]] = []
    for person in people:
        keys.append((kind, "paragraph", person, report, telling.paragraph))
        keys.append((kind, "trigger", person, telling.trigger))
        if telling.where is not None:
            keys.append((kind, "place", person, telling.where.name.casefold()))
    keys.extend((kind, "people", *pair) for pair in combinations(people[:8], 2))
    return keys
