"""The set `triggers`: the words that carry events, with their types.

Measured on sets of others, whose types `trigger_types.toml` maps onto ours, and on the articles
of our own scheme that nothing was learnt from. A trigger is right if it shares a word with a
labelled one and its type is right there. Beside the triggers that the product sees: those of the
reader alone, and of the lexicon alone; and the triggers of event claims, with and without the
reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.records import Report
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.triggers_corpora import (
    OWN_TYPES,
    Labelled,
    TriggerText,
    Types,
    load_types,
    read_meantime,
    read_plover,
    read_wikievents,
    read_wikinews,
)
from evaluation.triggers_found import PRODUCT, SYSTEMS, Trigger, find_all

FEWEST = 10
"""Labelled triggers from which on a type has a figure of its own."""
SEVERAL = "several"
"""For labelled triggers on which several of our types are right."""

_CORPORA: Mapping[str, tuple[str, Callable[[Path], list[TriggerText]], str]] = {
    "wikievents": ("wikievents", read_wikievents, "WikiEvents dev"),
    "plover": ("plover_gsr", read_plover, "PLOVER's codebook sentences"),
    "meantime": ("meantime_en", read_meantime, "MEANTIME, title and first sentences"),
    "wikinews": (
        "wikinews_annotated",
        read_wikinews,
        "wikinews_annotated, untouched fifth",
    ),
}
"""For each corpus the set that holds it, its reader, and what was read of it."""

_NOTES = (
    "Types of a set without a counterpart in ours are left out, as is what is found on their "
    "words; so are our types without a counterpart in the set (`evaluation/trigger_types.toml`). "
    "“Words” asks for the word alone, whatever the type.",
    "PLOVER's sentences have one event marked each; others that are told in them count as wrong. "
    "“Class” asks for the type of a sentence's event, wherever it is found in it. Of MEANTIME the "
    "one type that is ours too, speech, is measured.",
    "An event claim needs more than a trigger: somebody who takes part, or a time; and headings "
    "make none.",
)


@dataclass(slots=True)
class Tally:
    """What one system found in the texts of one corpus, and what is there, by our types.

    Attributes:
        types: What the set's types come to in ours.
    """

    types: Types
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)

    def add(self, triggers: Iterable[Trigger], events: Sequence[Labelled]) -> None:
        """Count one text."""
        judged = frozenset[str]().union(*self.types.values())
        kept = sorted(t for t in triggers if t.type in judged)
        wanted = [self.types[event.type] for event in events if self.types.get(event.type)]
        self.there.update(next(iter(ours)) if len(ours) == 1 else SEVERAL for ours in wanted)
        for trigger, is_right in self._judged(kept, events, self._has_type):
            self.found[trigger.type] += 1
            self.right[trigger.type] += is_right
        for _, is_right in self._judged(kept, events, self._is_wanted):
            self.words["found"] += 1
            self.words["right"] += is_right
        self.words["there"] += len(wanted)
        classes, said = set(wanted), {trigger.type for trigger in kept}
        self.classes["right"] += sum(not ours.isdisjoint(said) for ours in classes)
        self.classes["found"] += len(said)
        self.classes["there"] += len(classes)

    def _judged(
        self,
        triggers: Iterable[Trigger],
        events: Sequence[Labelled],
        is_right: Callable[[Trigger, Labelled], bool],
    ) -> Iterator[tuple[Trigger, bool]]:
        """The triggers that count, and whether they are right; of several on one event the first.

        What stands on a word of an open type counts for nothing, unless it is right.
        """
        taken: set[int] = set()
        for trigger in triggers:
            touched = [i for i, event in enumerate(events) if _touch(trigger, event)]
            right = [i for i in touched if is_right(trigger, events[i])]
            new = [i for i in right if i not in taken]
            if new:
                taken.add(new[0])
                yield trigger, True
            elif not right and all(events[i].type in self.types for i in touched):
                yield trigger, False

    def _has_type(self, trigger: Trigger, event: Labelled) -> bool:
        return trigger.type in self.types.get(event.type, ())

    def _is_wanted(self, _: Trigger, event: Labelled) -> bool:
        return bool(self.types.get(event.type))

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 with types; F1 of words, of classes, of each frequent type."""
        right, found, there = self.right.total(), self.found.total(), self.there.total()
        figures = {
            "p": _share(right, found),
            "r": _share(right, there),
            "f1": _share(2 * right, found + there),
            "words_f1": _f1(self.words),
            "class_f1": _f1(self.classes),
        }
        for kind, count in sorted(self.there.items()):
            if kind != SEVERAL and count >= FEWEST:
                both = self.found[kind] + count
                figures[f"{kind.lower()}_f1"] = _share(2 * self.right[kind], both)
        return figures


def _touch(trigger: Trigger, event: Labelled) -> bool:
    """Whether they share a code point."""
    return any(a < d and c < b for a, b in trigger.words for c, d in event.words)


def _f1(counts: Mapping[str, int]) -> float:
    return _share(2 * counts["right"], counts["found"] + counts["there"])


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def measure_texts(texts: Sequence[TriggerText], types: Types) -> dict[str, dict[str, float]]:
    """The figures of each system on the texts of one corpus."""
    tallies = {system: Tally(types) for system in SYSTEMS}
    for text in texts:
        report = Report(text.id, text.text, sha256="0" * 64, body_start=text.body_start)
        for system, found in find_all(report).items():
            tallies[system].add(found, text.events)
    return {system: tally.figures() for system, tally in tallies.items()}


def run(data: Path) -> Result:
    """Measures all systems on the corpora below a folder.

    Raises:
        DataMissing: If it holds none of them.
    """
    figures: dict[str, dict[str, float]] = {system: {} for system in SYSTEMS}
    parts, missing, documents = [], [], 0
    with open_corpora(data, (name for name, _, _ in _CORPORA.values())) as folders:
        for corpus, (name, read, part) in _CORPORA.items():
            try:
                texts = read(folders[name])
            except (KeyError, OSError):
                missing.append(f"{name} is not there: {part} is left out.")
                continue
            documents += len(texts)
            parts.append(part)
            types = load_types().get(name, OWN_TYPES)
            for system, of_system in measure_texts(texts, types).items():
                figures[system] |= {
                    f"{corpus}_{what}": value
                    for what, value in of_system.items()
                    if what != "class_f1" or corpus == "plover"
                }
    if not parts:
        raise DataMissing(
            f"triggers: {data} holds none of its corpora; give their folder with --data DIR"
        )
    return Result(
        set="triggers",
        documents=documents,
        figures=figures.pop(PRODUCT),
        peers=figures,
        part="; ".join(parts),
        notes=(*missing, *_NOTES),
    )


TRIGGERS = BenchmarkSet(
    name="triggers",
    measures="words that carry events, with their types",
    run=run,
    default=ARCHIVES,
    headline=("wikievents_f1", "plover_f1", "meantime_f1", "wikinews_f1"),
)
