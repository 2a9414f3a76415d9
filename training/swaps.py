"""Other names in the same sentences, so that the reader learns the words around names.

Persons, places, groups and acronyms of a text are exchanged for others, each one the same way
all through the text. What was a town may become a surname: only the words around it tell then.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from training.labels import OUTSIDE, Marked, spans_of
from training.texts import Text

_PERSON_SHARE, _PLACE_SHARE, _GROUP_SHARE, _ACRONYM_SHARE = 0.5, 0.35, 0.25, 0.4
_TOWN_AS_SURNAME = 0.12


@dataclass(frozen=True, slots=True)
class Names:
    """Names to choose from, each as its words."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    places: tuple[tuple[str, ...], ...]
    adjectives: tuple[str, ...]
    peoples: tuple[str, ...]


def collect_names(
    texts: Iterable[Text],
    given: Iterable[str],
    places: Iterable[Sequence[str]],
    adjectives: Iterable[str],
    peoples: Iterable[str],
) -> Names:
    """The names of labelled texts, with others from lists."""
    first: set[str] = set(given)
    last: set[str] = set()
    for text in texts:
        for span in spans_of([label or OUTSIDE for label in text.labels.get("names", ())]):
            words = text.words[span.start : span.end]
            if span.type == "person" and len(words) > 1:
                first.update(w for w in words[:1] if w.isalpha())
                last.update(w for w in words[-1:] if w[:1].isupper())
    return Names(
        tuple(sorted(first)),
        tuple(sorted(last)),
        tuple(sorted({tuple(p) for p in places})),
        tuple(sorted(set(adjectives))),
        tuple(sorted(set(peoples))),
    )


def swap_names(text: Text, names: Names, chance: random.Random) -> Text:
    """The text with some of its names exchanged, its labels with them."""
    labelled = text.labels.get("names")
    if labelled is None:
        return text
    swaps = _Swaps(names, chance)
    spans = spans_of([label or OUTSIDE for label in labelled])
    new = [(s, swaps.words(s.type, text.words[s.start : s.end])) for s in spans]
    return _rebuilt(text, [(s, words) for s, words in new if words is not None])


class _Swaps:
    """Remembers within one text what became of each name."""

    def __init__(self, names: Names, chance: random.Random) -> None:
        self._names = names
        self._chance = chance
        self._known: dict[tuple[str, tuple[str, ...]], tuple[str, ...] | None] = {}

    def words(self, kind: str, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """The other name, or None where the name stays."""
        if kind == "person":
            return self._person(words)
        key = (kind.removesuffix("_as_actor"), words)
        if key not in self._known:
            self._known[key] = self._other(key[0], words)
        return self._known[key]

    def _other(self, kind: str, words: tuple[str, ...]) -> tuple[str, ...] | None:
        share = self._chance.random()
        if kind == "place" and share < _PLACE_SHARE:
            return self._chance.choice(self._names.places)
        if kind == "group" and share < _GROUP_SHARE and len(words) == 1:
            for known in (self._names.adjectives, self._names.peoples):
                if words[0] in known:
                    return (self._chance.choice(known),)
        is_acronym = len(words) == 1 and words[0].isupper() and 2 < len(words[0]) < 6
        if kind == "organization" and is_acronym and share < _ACRONYM_SHARE:
            letters = self._chance.choices(string.ascii_uppercase, k=self._chance.randint(2, 5))
            return ("".join(letters),)
        return None

    def _person(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        family = ("family", words[-1:])
        if family not in self._known:
            is_swapped = words[-1][:1].isupper() and self._chance.random() < _PERSON_SHARE
            self._known[family] = self._family() if is_swapped else None
        new = self._known[family]
        if new is None:
            return None
        given: list[str] = []
        for word in words[:-1]:
            key = ("given", (word,))
            if key not in self._known:
                self._known[key] = (self._chance.choice(self._names.given),)
            given.extend(self._known[key] or ())
        return (*given, *new)

    def _family(self) -> tuple[str, ...]:
        if self._chance.random() < _TOWN_AS_SURNAME:
            return self._chance.choice(self._names.places)[-1:]
        return (self._chance.choice(self._names.family),)


def _rebuilt(text: Text, swaps: Sequence[tuple[Marked, tuple[str, ...]]]) -> Text:
    """The text with these spans put in other words."""
    words: list[str] = []
    labels: dict[str, list[str | None]] = {layer: [] for layer in text.labels}
    moved: list[int] = []  # for each old word the place of its first new word
    starts = {span.start: (span, new) for span, new in swaps}
    i = 0
    while i < len(text.words):
        span, new = starts.get(i, (Marked(i, i + 1, ""), (text.words[i],)))
        moved.extend([len(words)] * (span.end - span.start))
        words.extend(new)
        for layer, old in text.labels.items():
            kind = "names" if layer == "names" else ""
            labels[layer].extend(_stretched(old[i : span.end], len(new), kind and span.type))
        i = span.end
    moved.append(len(words))
    sentences = tuple((moved[a], moved[b]) for a, b in text.sentences)
    return replace(text, words=tuple(words), sentences=sentences, labels=labels)


def _stretched(old: Sequence[str | None], length: int, kind: str) -> list[str | None]:
    """The labels of a name for another number of words."""
    if kind:
        return [f"{'I' if i else 'B'}-{kind}" for i in range(length)]
    last = old[-1]
    inside = f"I-{last[2:]}" if last and last.startswith("B-") else last
    return [old[0], *([inside] * (length - 1))]
