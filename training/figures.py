"""How right labels are: spans exactly, words by layer, certainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from training.labels import OUTSIDE, spans_of


@dataclass(slots=True)
class Tally:
    """Counts of what was found, what was there, and what was both."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[tuple[str, object]], there: Iterable[tuple[str, object]]) -> None:
        """Count items of (type, what); an item that stands on both sides is right."""
        predicted, gold = set(found), set(there)
        self.right.update(kind for kind, _ in predicted & gold)
        self.found.update(kind for kind, _ in predicted)
        self.there.update(kind for kind, _ in gold)

    def f1(self, kind: str | None = None) -> float:
        """2 x right / (found + there) of a type, or of all together; 0 where there is nothing."""
        precision, recall = self.precision(kind), self.recall(kind)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def precision(self, kind: str | None = None) -> float:
        """Right among what was found."""
        return _share(self.right, self.found, kind)

    def recall(self, kind: str | None = None) -> float:
        """Right among what was there."""
        return _share(self.right, self.there, kind)

    def rows(self) -> dict[str, dict[str, float]]:
        """All figures, for all types together first."""
        kinds: list[str | None] = [None, *sorted(self.there)]
        return {
            kind or "all": {
                "precision": round(self.precision(kind), 3),
                "recall": round(self.recall(kind), 3),
                "f1": round(self.f1(kind), 3),
                "count": sum(self.there.values()) if kind is None else self.there[kind],
            }
            for kind in kinds
        }


def _share(part: Counter[str], whole: Counter[str], kind: str | None) -> float:
    total = whole[kind] if kind else sum(whole.values())
    return (part[kind] if kind else sum(part.values())) / total if total else 0.0


def span_tally(
    found: Sequence[Sequence[str]],
    there: Sequence[Sequence[str]],
    types: Mapping[str, str] | None = None,
) -> Tally:
    """Spans with the same words and type; `types` renames types, and leaves out others."""
    tally = Tally()
    for number, (one, other) in enumerate(zip(found, there, strict=True)):
        tally.add(_spans(number, one, types), _spans(number, other, types))
    return tally


def _spans(
    number: int, labels: Sequence[str], types: Mapping[str, str] | None
) -> Iterable[tuple[str, object]]:
    for span in spans_of(labels):
        kind = span.type if types is None else types.get(span.type)
        if kind is not None:
            yield kind, (number, span.start, span.end)


def word_tally(found: Sequence[Sequence[str]], there: Sequence[Sequence[str]]) -> Tally:
    """Words with the same type, whatever span they stand in."""
    tally = Tally()
    for number, (one, other) in enumerate(zip(found, there, strict=True)):
        tally.add(_words(number, one), _words(number, other))
    return tally


def _words(number: int, labels: Sequence[str]) -> Iterable[tuple[str, object]]:
    for i, label in enumerate(labels):
        if label != OUTSIDE:
            yield label[2:] if label[:2] in ("B-", "I-") else label, (number, i)
