"""Phrases of several reports → what they speak of: best pairs first, while they fit as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from dateline.resolve.described.features import (
    compare_phrases,
    load_weights,
    names_fit,
)
from dateline.resolve.described.phrase import Phrase, Telling
from dateline.resolve.described.pronouns import antecedent_of, pronoun_fits
from dateline.resolve.described.senses import wider
from dateline.resolve.described.story import Story

Pairs = Mapping[tuple[int, int], Sequence[str]]
"""Places of two phrases, the first less → their features."""

LARGEST_BLOCK = 400
"""A key that more phrases share than this is too common to compare all of them by it."""
THRESHOLD = 0.0
"""Log-odds from which two groups of phrases are joined."""
BEST_SHARE = 0.75
"""How much the best pair between two groups weighs against the mean of all pairs."""
UNCOMPARED = -3.0
"""Log-odds of a pair that shares no key."""
LEFT_OVER = "pronoun: left over"
NEAREST = 3
WINDOW = 20
"""A pronoun is compared with so many phrases that fit, of so many before it."""
_MOST = 6.0
"""One pair's log-odds count no more than so much, either way."""

Key = tuple[str, str] | tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Joined:
    """Phrases that are held to speak of one entity.

    Attributes:
        phrases: Their places in the row of all phrases of the tellings given, sorted.
        reasons: Names of the features that spoke for the joins, the weightiest first.
    """

    phrases: tuple[int, ...]
    reasons: tuple[str, ...] = ()


def join_phrases(tellings: Sequence[Telling]) -> list[Joined]:
    """The entities that phrases of reports speak of; every phrase is in exactly one.

    The reports should tell of related things: in what they share, a noun is one entity's.
    """
    phrases = [phrase for telling in tellings for phrase in telling.phrases]
    story = Story(tellings)
    pairs = {
        (left, right): compare_phrases(phrases[left], phrases[right], story)
        for left, right in candidates(phrases, story)
    }
    return group_phrases(phrases, pairs, load_weights())


def keys_of(phrase: Phrase, story: Story) -> Iterator[Key]:
    """What a phrase can be found by: two that share no key are never compared."""
    if phrase.head < 0:
        return
    report = phrase.report
    yield "word", report, phrase.head
    yield "word", report, phrase.governor[0]
    if phrase.chain:
        yield "chain", phrase.chain
    if phrase.kind == "pronoun":
        yield "word", report, phrase.stands_for
        return
    yield from (("term", term) for term in (phrase.noun, *phrase.terms, *phrase.name))
    if len(phrase.name) > 1:
        yield "term", "".join(word[0] for word in phrase.name)
    if phrase.act:
        yield "act", phrase.act[1]
    if phrase.value:
        yield "value", phrase.value
    for noun in story.said_of.get(phrase.name[-1], ()) if phrase.name else (phrase.noun,):
        yield "term", noun
        yield from (("sense", str(sense)) for sense in wider(noun))


def candidates(phrases: Sequence[Phrase], story: Story) -> list[tuple[int, int]]:
    """The pairs that share a key, from an index, sorted."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, phrase in enumerate(phrases):
        for key in dict.fromkeys(keys_of(phrase, story)):
            if key[-1] != -1:
                blocks[key].append(number)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= LARGEST_BLOCK:
            found.update(combinations(members, 2))
    return sorted(found | set(_antecedents(phrases)))


def _antecedents(phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """Each pronoun that its report ties to nothing, with the nearest phrases before it."""
    before: list[int] = []
    for number in sorted(range(len(phrases)), key=lambda n: (phrases[n].report, phrases[n].words)):
        phrase = phrases[number]
        if phrase.kind == "pronoun" and not phrase.chain and phrase.stands_for < 0:
            fits = [
                other
                for other in reversed(before)
                if phrases[other].report == phrase.report and pronoun_fits(phrase, phrases[other])
            ]
            yield from ((min(other, number), max(other, number)) for other in fits[:NEAREST])
        elif phrase.kind != "pronoun" and phrase.head >= 0:
            before = [*before, number][-WINDOW:]


def group_phrases(
    phrases: Sequence[Phrase], pairs: Pairs, weights: Mapping[str, float]
) -> list[Joined]:
    """Groups by the weights of the pairs' features, sorted by their first phrase."""
    groups = _Groups(phrases, pairs, weights)
    groups.join()
    groups.place_pronouns()
    return groups.joined()


@dataclass(slots=True)
class _Link:
    """What the pairs between two groups come to.

    Attributes:
        excess: Sum over pairs of how far each is above one that was not compared.
        best: The highest of a pair.
    """

    excess: float
    best: float
    why: Sequence[str]


def _people(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Last words of names that most reports take for a person's: one may take it for a body's."""
    votes: Counter[str] = Counter()
    for phrase in phrases:
        if phrase.name and phrase.schema:
            votes[phrase.name[-1]] += 1 if phrase.schema == "Person" else -1
    return frozenset(name for name, count in votes.items() if count > 0)


class _Groups:
    """Groups that only grow; one holds no person and body, and no two names that are at odds."""

    def __init__(
        self, phrases: Sequence[Phrase], pairs: Pairs, weights: Mapping[str, float]
    ) -> None:
        self._phrases = phrases
        self._members: list[list[int]] = [[number] for number in range(len(phrases))]
        self._full = [int(phrase.kind != "pronoun") for phrase in phrases]
        self._names = [{p.name} if p.name else set() for p in phrases]
        self._chains = [{p.chain} if p.chain else set() for p in phrases]
        people = _people(phrases)
        self._persons = [{p.name[-1] in people} if p.name and p.schema else set() for p in phrases]
        self._turn = [0] * len(phrases)
        self._weights = weights
        self._links: list[dict[int, _Link]] = [{} for _ in phrases]
        self._why: list[set[str]] = [set() for _ in phrases]
        start = weights.get("start", 0.0)
        for (left, right), features in pairs.items():
            odds = start + sum(weights.get(name, 0.0) for name in features)
            odds = max(-_MOST, min(_MOST, odds))
            full = self._full[left] and self._full[right]
            link = _Link(odds - UNCOMPARED if full else 0.0, odds, features)
            self._links[left][right] = self._links[right][left] = link

    def _odds(self, left: int, right: int) -> float:
        link = self._links[left][right]
        pairs = self._full[left] * self._full[right]
        mean = UNCOMPARED + link.excess / pairs if pairs else link.best
        return BEST_SHARE * link.best + (1 - BEST_SHARE) * mean

    def join(self) -> None:
        """Join the best two groups until none is good enough."""
        queue = [
            (-odds, left, right, 0, 0)
            for left, links in enumerate(self._links)
            for right in links
            if left < right and (odds := self._odds(left, right)) > THRESHOLD
        ]
        heapify(queue)
        while queue:
            _, left, right, turn, other = heappop(queue)
            current = (self._turn[left], self._turn[right]) == (turn, other)
            if not current or self._conflict(left, right):
                continue
            self._unite(left, right)
            for near in self._links[left]:
                odds = self._odds(left, near)
                if odds > THRESHOLD:
                    one, two = sorted((left, near))
                    heappush(queue, (-odds, one, two, self._turn[one], self._turn[two]))

    def place_pronouns(self) -> None:
        """Give groups of nothing but pronouns to what the first of each most likely stands for."""
        at = {n: number for number, members in enumerate(self._members) for n in members}
        of_report: dict[str, list[int]] = defaultdict(list)
        for n in sorted(at, key=lambda n: (self._phrases[n].report, self._phrases[n].words)):
            of_report[self._phrases[n].report].append(n)
        for number, members in enumerate(self._members):
            if not members or self._full[number]:
                continue
            first = min(members, key=lambda n: (self._phrases[n].report, self._phrases[n].words))
            others = of_report[self._phrases[first].report]
            found = antecedent_of(self._phrases[first], [self._phrases[n] for n in others])
            if found is not None:
                into = at[others[found]]
                self._members[into] += members
                self._members[number] = []
                self._why[into] |= {*self._why[number], LEFT_OVER}
                at.update(dict.fromkeys(members, into))

    def _conflict(self, left: int, right: int) -> bool:
        if len(self._persons[left] | self._persons[right]) > 1:
            return True
        if not self._chains[left].isdisjoint(self._chains[right]):
            return False
        if any(len(name) > 1 for name in self._names[left] & self._names[right]):
            return False
        return any(
            names_fit(one, other) in ("different", "same last word", "a shared word")
            for one in self._names[left]
            for other in self._names[right]
        )

    def _unite(self, left: int, right: int) -> None:
        self._why[left] |= self._why[right] | set(self._links[left].pop(right).why)
        del self._links[right][left]
        for near, link in self._links[right].items():
            old = self._links[left].get(near)
            if old is not None:
                best = max(old, link, key=lambda one: one.best)
                link = _Link(old.excess + link.excess, best.best, best.why)
            self._links[left][near] = self._links[near][left] = link
            del self._links[near][right]
        self._links[right] = {}
        self._turn[left] += 1
        self._turn[right] = -1
        self._members[left] += self._members[right]
        self._members[right] = []
        self._full[left] += self._full[right]
        self._names[left] |= self._names[right]
        self._chains[left] |= self._chains[right]
        self._persons[left] |= self._persons[right]

    def joined(self) -> list[Joined]:
        return [
            Joined(tuple(sorted(members)), self._reasons(number))
            for number, members in enumerate(self._members)
            if members
        ]

    def _reasons(self, number: int) -> tuple[str, ...]:
        spoke: Iterable[str] = (f for f in self._why[number] if self._weights.get(f, 0.0) > 0)
        return tuple(sorted(spoke, key=lambda name: (-self._weights[name], name)))
