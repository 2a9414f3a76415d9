"""Which tellings are worth comparing: from indexes, never all pairs.

Every telling has keys, and those of one key are a block. What a block ties depends on its own
tellings alone, so that a case can grow block by block (see `growth`). Blocks are of one type, one
participant and one month, or of one report's paragraph, and the like; in a large one only
neighbours in day and place meet, so the cost grows in step with the claims.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal, NamedTuple

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

DENIED_OF_ALL = frozenset(
    {
        "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "PROTEST", "AID",
        "CONCEDE",
    }
)  # fmt: skip
"""Types of which it is told that nobody did it, and so meet by their report alone."""

MOST_PEOPLE = 12
"""Participants that a telling is indexed under; a list of more names meets by these."""

Rule = Literal["words", "twins", "dated", "vague"]
"""How the tellings of a block are compared; a key begins with it."""


class Tie(NamedTuple):
    """Two tellings that a block ties, by their place in a list of tellings."""

    rule: Rule
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two tellings that may be of one occurrence, by their place in the list of tellings."""

    left: int
    right: int
    match: Match


def telling_keys(telling: Telling) -> list[str]:
    """The blocks that a telling is in, each once."""
    keys = [f"twins:{twin_key(telling)}", *_dated_keys(telling), *_vague_keys(telling)]
    if words := _words_key(telling):
        keys.append(words)
    return list(dict.fromkeys(keys))


def rule_of(key: str) -> Rule:
    """How the tellings of a key are compared."""
    found = key.partition(":")[0]
    return next(rule for rule in _RULES if rule == found)


_RULES: tuple[Rule, ...] = ("words", "twins", "dated", "vague")


def tie_tellings(tellings: Sequence[Telling]) -> list[Tie]:
    """All ties of the tellings of a case, sorted by claim id."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in telling_keys(telling):
            blocks[key].append(number)
    twins = {number: twin_key(telling) for number, telling in enumerate(tellings)}
    return sorted(
        {
            tie
            for key, members in blocks.items()
            if len(members) > 1
            for tie in tie_block(rule_of(key), tellings, members, twins)
        }
    )


def tie_block(
    rule: Rule, tellings: Sequence[Telling], members: Sequence[int], twins: Mapping[int, str]
) -> Iterator[Tie]:
    """The ties of one block.

    Args:
        members: All of the block, by place in the list of tellings, sorted by claim id.
        twins: The `twin_key` of each.
    """
    pairs: Pairs
    if rule == "words":
        pairs = _same_words_pairs(members)
    elif rule == "twins":
        pairs, _ = _twins(tellings, members, twins)
    else:
        _, nodes = _twins(tellings, members, twins)
        pairs = (_dated_pairs if rule == "dated" else _vague_pairs)(tellings, nodes)
    for one, other in pairs:
        yield Tie(rule, min(one, other), max(one, other))


def edge_of(tie: Tie, tellings: Sequence[Telling]) -> Edge:
    """What a tie comes to."""
    if tie.rule == "words":
        same = "same words throughout"
        return Edge(tie.left, tie.right, Match(WEIGHTS[same], (same,)))
    match = compare_tellings(tellings[tie.left], tellings[tie.right])
    assert match is not None  # else the block would not tie them
    return Edge(tie.left, tie.right, match)


Pairs = Iterable[tuple[int, int]]


def _words_key(telling: Telling) -> str | None:
    """Tellings whose quotes are the same words and mean the same days, as in copies of one text."""
    claim = telling.claim
    words = words_of(claim.quote.exact)
    if len(words) < LEAST_WORDS:
        return None
    before = len(words_of(claim.quote.exact[: claim.trigger.start - claim.quote.start]))
    return "words:" + _hash(claim.type, claim.mode, words, before, telling.start, telling.end)


def _same_words_pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with the first of them and the one before it.

    Should a constraint keep it from the first, it can still join the rest.
    """
    for place, other in enumerate(members[1:]):
        for earlier in {members[0], members[place]}:
            yield earlier, other


def twin_key(telling: Telling) -> str:
    """The same for tellings that agree in all that is compared."""
    where = telling.where
    return _hash(
        telling.claim.type, telling.claim.mode, sorted(telling.who), sorted(telling.whom),
        telling.start, telling.end, telling.trigger,
        *((where.name, where.country, where.venue) if where else ()),
        *(_unnamed(telling) if not telling.everyone else ()),
    )  # fmt: skip


def _unnamed(telling: Telling) -> tuple[object, ...]:
    """What is compared of a telling that names nobody."""
    tolls = sorted((count.of, count.least, str(count.most)) for count in telling.claim.counts)
    return tolls, sorted(telling.targets)


def _hash(*parts: object) -> str:
    shown = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(shown, digest_size=9).hexdigest()


def _twins(
    tellings: Sequence[Telling], members: Iterable[int], twins: Mapping[int, str]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Those that are like the first of their twins, with it; and the rest, which stand for all."""
    first_of: dict[str, int] = {}
    pairs, nodes = [], []
    for number in members:
        first = first_of.setdefault(twins[number], number)
        if first != number and _fit(tellings[first], tellings[number]):
            pairs.append((first, number))
        else:
            nodes.append(number)
    return pairs, nodes


def _fit(left: Telling, right: Telling) -> bool:
    match = compare_tellings(left, right)
    return match is not None and match.score >= THRESHOLD


def _dated_keys(telling: Telling) -> Iterator[str]:
    """Where tellings with times no wider than a month meet."""
    if telling.is_vague:
        return
    kind, where = telling.claim.type, telling.where
    ends = sorted(telling.everyone)[:MOST_PEOPLE]
    if where is not None and kind in UNNAMED:
        ends.append(where.name)
    if kind in UNNAMED:
        ends.append(telling.claim.report)
        ends += [f"target:{word}" for word in sorted(telling.targets)[:MOST_PEOPLE]]
    for month in _months(telling):
        for end in ends:
            yield f"dated:{kind}:{month}:{end}"


def _months(telling: Telling) -> list[int]:
    """Months that the telling's days, and the days that could conflict with them, lie in."""
    assert telling.start is not None
    assert telling.end is not None
    slack = timedelta(days=CONFLICT_DAYS)
    first = max(telling.start, date.min + slack) - slack
    last = min(telling.end, date.max - slack) + slack
    return list(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def _dated_pairs(tellings: Sequence[Telling], nodes: list[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(nodes, key=lambda number: _neighbourhood(tellings[number]))
    window = len(ordered) if len(ordered) <= LARGEST_BLOCK else WINDOW
    for place, number in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + window]:
            left, right = min(number, other), max(number, other)
            if _fit(tellings[left], tellings[right]):
                yield left, right


def _neighbourhood(telling: Telling) -> tuple[date, date, str, str]:
    where = telling.where
    assert telling.start is not None
    assert telling.end is not None
    return telling.start, telling.end, where.name if where else "", telling.claim.id


def _vague_keys(telling: Telling) -> Iterator[str]:
    """Where a vague telling looks for the group it belongs to, and where groups are found."""
    kind, report = telling.claim.type, telling.claim.report
    people = sorted(telling.everyone)[:MOST_PEOPLE]
    for person in people:
        yield f"vague:{kind}:paragraph:{person}:{report}:{telling.paragraph}"
        yield f"vague:{kind}:trigger:{person}:{telling.trigger}"
        if telling.where is not None:
            yield f"vague:{kind}:place:{person}:{telling.where.name.casefold()}"
    if kind in DENIED_OF_ALL:
        yield f"vague:{kind}:nobody:{report}"
    if kind in UNNAMED:  # of a headline that names nobody the report tells who is meant
        yield f"vague:{kind}:headline:{report}:{telling.claim.mode}"
    for one, other in combinations(people[:8], 2):
        yield f"vague:{kind}:people:{one}:{other}"


def _vague_pairs(tellings: Sequence[Telling], nodes: list[int]) -> Iterator[tuple[int, int]]:
    """Each vague telling with what it could mean; none in a block too large to be sure of."""
    if len(nodes) > LARGEST_BLOCK:
        return
    for number in nodes:
        if tellings[number].is_vague:
            for other in nodes:
                is_pair = other > number or (other != number and not tellings[other].is_vague)
                if is_pair and _fit(tellings[number], tellings[other]):
                    yield number, other
