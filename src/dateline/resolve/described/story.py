"""What the reports that are read together say: whose nouns are whose, which reports are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, sqrt

from dateline.resolve.described.phrase import Phrase, Telling


class Story:
    """Counts over all phrases of some reports.

    Attributes:
        said_of: Last word of a name → nouns that reports say of its bearer, and how often.
        names_with: Noun → last words of the names that it is said of.
        main: Last words of the person and the body that are named most.
        main_in: Report → last word of the person's name that it gives most.
        reports_with: Noun → the reports that describe something by it.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.reports = len(tellings)
        self.said_of: dict[str, Counter[str]] = defaultdict(Counter)
        self.names_with: dict[str, set[str]] = defaultdict(set)
        self.reports_with: dict[str, set[str]] = defaultdict(set)
        self._variants: dict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
        self._nouns = {telling.report: telling.nouns for telling in tellings}
        self._spread = Counter(noun for nouns in self._nouns.values() for noun in nouns)
        self._vectors: dict[str, dict[str, float]] = {}
        self._likeness: dict[tuple[str, str], float] = {}
        named: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self.main_in: dict[str, str] = {}
        for telling in tellings:
            self._count(telling.phrases)
            people = Counter(p.name[-1] for p in telling.phrases if p.schema == "Person" and p.name)
            if people:
                self.main_in[telling.report] = min(people, key=lambda name: (-people[name], name))
            for phrase in telling.phrases:
                if phrase.name and phrase.schema:
                    named[phrase.schema == "Person"][phrase.name[-1]] += 1
        named[False] = Counter({n: k for n, k in named[False].items() if n not in named[True]})
        self.main = frozenset(
            min(counts, key=lambda name: (-counts[name], name))
            for counts in named.values()
            if counts
        )
        for name, nouns in self.said_of.items():
            for noun in nouns:
                self.names_with[noun].add(name)

    def _count(self, phrases: Sequence[Phrase]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            if phrase.name:
                self.said_of[phrase.name[-1]].update(sorted(phrase.said))
                if phrase.chain:
                    names[phrase.chain].add(phrase.name[-1])
            elif phrase.kind == "noun" and phrase.head >= 0:
                self._variants[phrase.report, phrase.noun].add(phrase.terms)
            if phrase.kind != "pronoun" and phrase.head >= 0:
                self.reports_with[phrase.noun].add(phrase.report)
        for phrase in phrases:
            if phrase.kind == "noun" and phrase.chain:
                for name in sorted(names.get(phrase.chain, ())):
                    self.said_of[name][phrase.noun] += 1

    def has_several(self, phrase: Phrase) -> bool:
        """Whether its report uses its noun in more than one way ("the ship", "the second ship")."""
        return len(self._variants[phrase.report, phrase.noun]) > 1

    def likeness(self, left: str, right: str) -> float:
        """How alike the nouns of two reports are: the cosine of their tf-idf vectors."""
        key = (left, right) if left < right else (right, left)
        if key not in self._likeness:
            short, long = sorted((self._vector(left), self._vector(right)), key=len)
            self._likeness[key] = sum(w * long.get(noun, 0.0) for noun, w in short.items())
        return self._likeness[key]

    def _vector(self, report: str) -> dict[str, float]:
        if report not in self._vectors:
            weights = {
                noun: (1 + log(count)) * log((self.reports + 1) / self._spread[noun])
                for noun, count in sorted(self._nouns.get(report, {}).items())
            }
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            self._vectors[report] = {noun: w / length for noun, w in weights.items()}
        return self._vectors[report]
