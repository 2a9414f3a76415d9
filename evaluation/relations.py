"""The set `relations`: who belongs to whom, leads, is allied with, met or fights whom, in re3d.

A relation of ours is right if the set has one of a type that ours comes to, with both ends on
words that ours share a word with. Ends in the set are names and descriptions alike ("rebels"), and
ours are people and bodies that a report names or describes by a body, so that many of the set's
ends can't be found: the figures for the relations between two names stand apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.records import Report
from evaluation.benchmark import BenchmarkSet, Result
from evaluation.names_corpora import json_lines
from evaluation.relations_found import AT, Given, Told, find_told, find_told_given
from evaluation.running_text import Extent

TYPES: Mapping[str, frozenset[str]] = {
    "BelongsTo": frozenset({"member_of", "part_of", "works_for", "represents", "leads"}),
    "InChargeOf": frozenset({"leads"}),
    "AlliesOf": frozenset({"allied_with", "COOPERATE"}),
    "CommWith": frozenset({"CONSULT", "AGREE"}),
    "FightingAgainst": frozenset({"ASSAULT"}),
    "CoLocated": frozenset({"located_in", AT}),
}
"""Types of the set, and those of ours that are right for each; the set's other types are open.

To lead is to belong as well: where the set says only that somebody belongs, ours may say more.
"""
_MUTUAL = frozenset({"AlliesOf", "CommWith", "FightingAgainst", "CoLocated"})
_JUDGED = frozenset().union(*TYPES.values())
_GIVEN = ("given_relation_p", "given_relation_r", "given_relation_f1")
_NON_COMMERCIAL = "BBC Online"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A relation that the set marks; the ends of a mutual one in text order."""

    type: str
    source: Extent
    target: Extent
    words: str


@dataclass(frozen=True, slots=True)
class RelationText:
    """A document, its relations, its entities, and the extents of those that are names."""

    name: str
    text: str
    relations: tuple[Labelled, ...]
    names: frozenset[Extent]
    entities: tuple[Given, ...] = ()


@dataclass(slots=True)
class Tally:
    """Right, found and there, in all and by type of the set."""

    right: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    found: int = 0
    found_right: int = 0
    named_right: int = 0
    named_there: int = 0

    def add(self, document: RelationText, told: Iterable[Told]) -> None:
        """Count one document."""
        ours = sorted(set(told), key=lambda one: (one.who, one.whom, one.type))
        self.found += len(ours)
        self.found_right += sum(any(_fits(o, g) for g in document.relations) for o in ours)
        for labelled in document.relations:
            is_right = any(_fits(one, labelled) for one in ours)
            is_named = {labelled.source, labelled.target} <= document.names
            self.there[labelled.type] += 1
            self.right[labelled.type] += is_right
            self.named_there += is_named
            self.named_right += is_named and is_right
            if not is_right:
                ends = "two names" if is_named else "a description"
                self.missed[f"{labelled.type}, {ends}: {labelled.words}"] += 1

    def plus(self, other: Tally) -> Tally:
        """The counts of two together."""
        return Tally(
            self.right + other.right,
            self.there + other.there,
            self.missed + other.missed,
            self.found + other.found,
            self.found_right + other.found_right,
            self.named_right + other.named_right,
            self.named_there + other.named_there,
        )

    def figures(self) -> dict[str, float]:
        """Precision over ours, recall over the set's, and recall by type."""
        precision = self.found_right / self.found if self.found else 0.0
        recall = self.right.total() / self.there.total() if self.there else 0.0
        both = precision + recall
        found = {
            "relation_p": precision,
            "relation_r": recall,
            "relation_f1": 2 * precision * recall / both if both else 0.0,
        }
        if self.named_there:
            found["between_names_r"] = self.named_right / self.named_there
        for type_ in sorted(self.there):
            found[f"{type_.lower()}_r"] = self.right[type_] / self.there[type_]
        return found


def read_texts(folder: Path) -> list[RelationText]:
    """The documents of all sources but the non-commercial one, by source and place in the file."""
    texts = []
    for source in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != _NON_COMMERCIAL):
        relations = list(json_lines(source / "relations.json"))
        entities = list(json_lines(source / "entities.json"))
        for document in json_lines(source / "documents.json"):
            key = document["_id"]
            marked = {_labelled(r) for r in relations if r["documentId"] == key}
            own = [e for e in entities if e["documentId"] == key]
            extents = {(e["begin"], e["end"]): e["value"] for e in own}
            texts.append(
                RelationText(
                    key,
                    document["text"],
                    tuple(sorted((m for m in marked if m), key=lambda m: (m.source, m.target))),
                    frozenset(at for at, words in extents.items() if _is_name(words)),
                    tuple(Given((e["begin"], e["end"]), e["type"]) for e in own),
                )
            )
    return texts


def _labelled(row: Mapping[str, object]) -> Labelled | None:
    type_ = str(row["type"])
    if type_ not in TYPES:
        return None
    source = (int(str(row["sourceBegin"])), int(str(row["sourceEnd"])))
    target = (int(str(row["targetBegin"])), int(str(row["targetEnd"])))
    if type_ in _MUTUAL:
        source, target = sorted((source, target))
    return Labelled(type_, source, target, str(row.get("value") or "").strip().lower()[:40])


def _is_name(words: str) -> bool:
    inside = [w for w in words.split() if w.lower() not in ("the", "of", "and", "al")]
    return bool(inside) and all(word[0].isupper() for word in inside)


def _fits(told: Told, labelled: Labelled) -> bool:
    if told.type not in TYPES[labelled.type]:
        return False
    ends = [(told.who, told.whom)]
    if labelled.type in _MUTUAL:
        ends.append((told.whom, told.who))
    return any(
        _overlap(who, labelled.source) and _overlap(whom, labelled.target) for who, whom in ends
    )


def _overlap(left: Extent, right: Extent) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def measure(folder: Path) -> Result:
    """Measures on every document of re3d but the BBC's, with our entities and with the set's."""
    texts = read_texts(folder)
    even, odd, given = Tally(), Tally(), Tally()
    for place, document in enumerate(texts):
        report = Report(document.name, document.text, sha256="0" * 64)
        (odd if place % 2 else even).add(document, find_told(report, _JUDGED))
        given.add(document, find_told_given(report, document.entities, _JUDGED))
    own = even.plus(odd)
    given_figures = {f"given_{name}": value for name, value in given.figures().items()}
    return Result(
        set="relations",
        documents=len(texts),
        figures={**own.figures(), **{k: given_figures[k] for k in _GIVEN if k in given_figures}},
        part="re3d without its non-commercial folder; errors were read on even documents alone",
        parts={"odd documents": odd.figures(), "even documents": even.figures()},
        counts=tuple(_commonest(even.missed)),
        notes=(
            "Precision asks of every pair that ours tie in these types whether the set has it; "
            "the set leaves many out, so it is a floor. No published figures are known.",
            "given: the same with the set's entities in place of the product's names.",
            "CoLocated is ours where a body sits, and where an event with its place is told.",
        ),
    )


def _commonest(missed: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(missed.items(), key=lambda item: (-item[1], item[0]))[:10]


RELATIONS = BenchmarkSet(
    name="relations",
    measures="ties and dealings between people and bodies",
    run=measure,
    archive="re3d",
    headline=("relation_f1", "between_names_r", "given_relation_f1"),
)
