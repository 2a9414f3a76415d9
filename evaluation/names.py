"""The set `names`: persons, organizations and places named in texts that nothing is learnt from.

A name is right if its extent and its type are. Beside the product, in the same run: spaCy's small
model, the reader alone, and the product's rules alone. Apart from the labelled corpora, the
participants of the set `gold` that are found under their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.records import Report
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.gold import GOLD
from evaluation.names_corpora import (
    NamedText,
    NameType,
    TypedName,
    read_wikigold,
    read_wikinews,
    read_wnut,
)
from evaluation.names_found import PEERS, Found, find_with_product
from evaluation.names_gold import GoldReport, found_participants, read_gold
from evaluation.names_re3d import read_re3d

TYPES: tuple[NameType, ...] = ("person", "organization", "place")
PRODUCT = "Dateline"

_CORPORA: Mapping[str, tuple[str, Callable[[Path], list[NamedText]], str]] = {
    "wikigold": ("ner_open", read_wikigold, "wikigold"),
    "wnut17": ("ner_open", read_wnut, "WNUT17 dev"),
    "re3d": ("re3d", read_re3d, "re3d without BBC Online"),
    "wikinews": ("wikinews_annotated", read_wikinews, "wikinews_annotated, untouched fifth"),
}
"""For each corpus the set that holds it, its reader, and what was read of it."""

_GOLD_NOTE = (
    "Of `gold` those who take part in claims and have a name, a report at a time: found if a "
    "mention has one of the names there and is a person's or not, as it should be. To spaCy and "
    "the model every name counts as a mention, those of places and peoples too; to Dateline only "
    "those of entities that can act."
)


@dataclass(slots=True)
class Tally:
    """What one system found in the texts of one corpus, and what is there, by type."""

    right: Counter[NameType] = field(default_factory=Counter)
    found: Counter[NameType] = field(default_factory=Counter)
    there: Counter[NameType] = field(default_factory=Counter)
    met: int = 0
    """How many that are there share a code point with one of their type that was found."""
    meeting: int = 0
    """How many that were found share one with one of their type that is there."""

    def add(self, names: Iterable[TypedName], labelled: Iterable[TypedName]) -> None:
        """Count one text; groups are left out."""
        ours, gold = ({n for n in side if n.type in TYPES} for side in (names, labelled))
        self.right.update(n.type for n in ours & gold)
        self.found.update(n.type for n in ours)
        self.there.update(n.type for n in gold)
        self.meeting += sum(any(_meet(n, other) for other in gold) for n in ours)
        self.met += sum(any(_meet(n, other) for other in ours) for n in gold)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 over all types, F1 by overlap, and F1 of each type."""
        right, found, there = self.right.total(), self.found.total(), self.there.total()
        figures = {
            "p": _share(right, found),
            "r": _share(right, there),
            "f1": _share(2 * right, found + there),
            "overlap_f1": _mean(_share(self.meeting, found), _share(self.met, there)),
        }
        for kind in TYPES:
            both = self.found[kind] + self.there[kind]
            figures[f"{kind}_f1"] = _share(2 * self.right[kind], both)
        return figures


def _meet(left: TypedName, right: TypedName) -> bool:
    return left.type == right.type and left.start < right.end and right.start < left.end


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


SYSTEMS: Mapping[str, Callable[[Report], Found]] = {PRODUCT: find_with_product, **PEERS}


def measure_texts(texts: Sequence[NamedText]) -> dict[str, dict[str, float]]:
    """The figures of each system on the texts of one corpus."""
    tallies = {system: Tally() for system in SYSTEMS}
    for text in texts:
        # As a report that is all body: what stands above a body is not in these corpora.
        report = Report(text.id, text.text, sha256="0" * 64, body_start=text.body_start)
        for system, find in SYSTEMS.items():
            tallies[system].add(find(report).names, text.names)
    return {system: tally.figures() for system, tally in tallies.items()}


def measure_gold(reports: Sequence[GoldReport]) -> dict[str, dict[str, float]]:
    """For each system the recall of participants: of all, by type, and by case."""
    figures = {}
    for system, find in SYSTEMS.items():
        counted: dict[str, list[bool]] = {
            f"gold{of}": [] for of in ("", "_person", "_organization")
        }
        for gold in reports:
            found = found_participants(gold.participants, find(gold.report).mentions)
            for participant, is_found in zip(gold.participants, found, strict=True):
                kind = "person" if participant.is_person else "organization"
                for what in ("gold", f"gold_{kind}", f"gold_{gold.case}"):
                    counted.setdefault(what, []).append(is_found)
        figures[system] = {f"{w}_recall": sum(f) / len(f) for w, f in counted.items() if f}
    return figures


def measure(data: Path, gold: Path | None) -> Result:
    """Measures all systems on the corpora below `data`, and on the cases of `gold`.

    Raises:
        DataMissing: If `data` holds none of the corpora.
    """
    figures: dict[str, dict[str, float]] = {system: {} for system in SYSTEMS}
    parts, missing, documents = [], [], 0
    with open_corpora(data, sorted({name for name, _, _ in _CORPORA.values()})) as folders:
        for corpus, (name, read, part) in _CORPORA.items():
            try:
                texts = read(folders[name])
            except (KeyError, OSError):
                missing.append(f"{name} is not there: {part} is left out.")
                continue
            documents += len(texts)
            parts.append(part)
            for system, of_system in measure_texts(texts).items():
                figures[system] |= {f"{corpus}_{what}": v for what, v in of_system.items()}
    if not parts:
        raise DataMissing(
            f"names: {data} holds none of its corpora; give their folder with --data DIR"
        )
    reports = read_gold(gold) if gold is not None else []
    for system, of_system in measure_gold(reports).items():
        figures[system] |= of_system
    notes = [*missing, _GOLD_NOTE if reports else "The set `gold` is not there: it is left out."]
    return Result(
        set="names",
        documents=documents + len(reports),
        figures=figures.pop(PRODUCT),
        peers=figures,
        part="; ".join([*parts, *(["participants of gold"] if reports else [])]),
        notes=tuple(notes),
    )


def run(data: Path) -> Result:
    """Measures on the corpora in a folder, and on `gold` where it usually lies."""
    return measure(data, GOLD.default)


NAMES = BenchmarkSet(
    name="names",
    measures="persons, organizations and places named in texts that nothing is learnt from",
    run=run,
    default=ARCHIVES,
    headline=("wikigold_f1", "re3d_f1", "wikinews_f1", "gold_recall"),
)
