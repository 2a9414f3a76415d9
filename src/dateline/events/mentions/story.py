"""What the reports of one story have in common, against which two mentions are weighed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from dateline.events.mentions.read import EventMention, EventTelling

Weighed = Mapping[str, float]


class MentionStory:
    """Counts over reports that are compared with one another.

    Attributes:
        reports, mentions: How many there are.
        reports_with: Lemma of a mention → the reports that have such a mention.
        told_twice: Lemmas of which one report has several mentions.
        sentences_with: Lemma of a mention → the sentences that use the word.
        uses: Term → how many mentions it takes part in.
    """

    def __init__(self, tellings: Sequence[EventTelling]) -> None:
        self.reports = len(tellings)
        self.mentions = sum(len(one.mentions) for one in tellings)
        self.reports_with: dict[str, set[str]] = defaultdict(set)
        self.sentences_with: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self.told_twice: set[str] = set()
        self.uses = Counter[str]()
        self._around = Counter[str]()
        lemmas = {mention.lemma for one in tellings for mention in one.mentions}
        for one in tellings:
            self._count(one, lemmas)
        self._rarity = self._rarities(tellings)
        self._weighed: dict[tuple[str, int], Weighed] = {}
        self._likeness: dict[tuple[str, str], float] = {}

    def _count(self, one: EventTelling, lemmas: set[str]) -> None:
        for mention in one.mentions:
            if one.report in self.reports_with[mention.lemma]:
                self.told_twice.add(mention.lemma)
            self.reports_with[mention.lemma].add(one.report)
            self.uses.update(mention.everyone | mention.modifiers)
            self._around.update(mention.around)
        for number, words in enumerate(one.sentences):
            for lemma in words & lemmas:
                self.sentences_with[lemma].add((one.report, number))

    def _rarities(self, tellings: Sequence[EventTelling]) -> dict[str, Weighed]:
        """Each report's words by tf-idf; a word of all reports weighs nothing."""
        reports = Counter(word for one in tellings for word in one.words)
        return {
            one.report: _unit(
                {
                    word: (1 + log(count)) * log((self.reports + 1) / reports[word])
                    for word, count in one.words.items()
                    if reports[word] < self.reports
                }
            )
            for one in tellings
        }

    def likeness(self, left: str, right: str) -> float:
        """How alike the words of two reports are, 0 to 1."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._likeness:
            self._likeness[pair] = _cosine(self._rarity[left], self._rarity[right])
        return self._likeness[pair]

    def around(self, left: EventMention, right: EventMention) -> float:
        """How alike the sentences of two mentions are, their rarer words counting more."""
        return _cosine(self._words_round(left), self._words_round(right))

    def _words_round(self, mention: EventMention) -> Weighed:
        key = (mention.report, mention.words.start)
        if key not in self._weighed:
            self._weighed[key] = _unit(
                {word: log((self.mentions + 1) / self._around[word]) for word in mention.around}
            )
        return self._weighed[key]

    def share_of_uses(self, terms: frozenset[str]) -> float:
        """The share of the mentions in which the rarest of some terms takes part."""
        return min(self.uses[term] for term in terms) / self.mentions


def _unit(weighed: dict[str, float]) -> Weighed:
    length = sqrt(sum(value * value for _, value in sorted(weighed.items()))) or 1.0
    return {word: value / length for word, value in sorted(weighed.items())}


def _cosine(left: Weighed, right: Weighed) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[word] for word, value in left.items() if word in right)
