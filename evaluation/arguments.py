"""The set `arguments`: who, whom and where of events in news that others have marked.

Two questions. With the event's word given, as those ask who publish figures on these sets: which
arguments does our grammar find for it? And of the claims that we make of our own: is the word
found, and are its arguments? An argument is right if its side is (`argument_roles.toml`) and it is
the marked one by a head word: in WikiEvents that of any mention of the same entity, in RAMS that
of the marked words; ours stand for all mentions of the entity that they name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.claims.reading import read_for_claims
from dateline.records import Claim, Report
from evaluation.archives import open_corpora
from evaluation.arguments_corpora import (
    Argument,
    ArgumentText,
    group_of,
    read_rams,
    read_wikievents,
)
from evaluation.arguments_found import Filler, Found, Heads
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Figures, Result
from evaluation.nearest_words import NEAREST
from evaluation.running_text import Extent
from evaluation.triggers import Tally as TriggerTally
from evaluation.triggers_corpora import Labelled, Types, load_types
from evaluation.triggers_found import of_claims

READ, UNTOUCHED = "even documents, read for errors", "odd documents, untouched"
_CORPORA: Mapping[str, tuple[Callable[[Path], list[ArgumentText]], str]] = {
    "wikievents": (read_wikievents, "WikiEvents dev"),
    "rams": (read_rams, "RAMS dev"),
}
_OPEN = "open"


@dataclass(slots=True)
class Tally:
    """Right, found and there, in all and by side and group."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(
        self, group: str, wanted: Sequence[tuple[Argument, Heads]], found: list[Filler]
    ) -> None:
        """Count one event: its arguments, each with its head words, and ours."""
        left = list(found)
        for argument, heads in wanted:
            side = "+".join(sorted(argument.sides))
            fits = (one for one in left if one[0] in argument.sides and one[1] & heads)
            hit = next(fits, None)
            for name in ("", group, "where" if side == "where" else "people"):
                self.counts[name, "there"] += 1
                self.counts[name, "right"] += hit is not None
            if hit is not None:
                left.remove(hit)
        for side, _ in found:
            for name in ("", group, "where" if side == "where" else "people"):
                self.counts[name, "found"] += 1

    def f1(self, name: str = "") -> float:
        """The F1 of all ("") or of one side or group."""
        both = self.counts[name, "found"] + self.counts[name, "there"]
        return 2 * self.counts[name, "right"] / both if both else 0.0

    def share(self, of: str) -> float:
        """Precision ("found") or recall ("there") in all."""
        count = self.counts["", of]
        return self.counts["", "right"] / count if count else 0.0

    def figures(self, begin: str) -> dict[str, float]:
        """Precision, recall and F1, F1 of people and of places, and F1 of each group."""
        names = sorted({name for name, _ in self.counts if name})
        shown = {f"{begin}_p": self.share("found"), f"{begin}_r": self.share("there")}
        shown[f"{begin}_f1"] = self.f1()
        return shown | {f"{begin}_{name}_f1": self.f1(name) for name in names}


@dataclass(slots=True)
class Measured:
    """The tallies of one part of a corpus."""

    given: Tally = field(default_factory=Tally)
    nearest: Tally = field(default_factory=Tally)
    claimed: Tally = field(default_factory=Tally)
    triggers: TriggerTally = field(default_factory=lambda: TriggerTally(_measured_types()))
    words: Counter[str] = field(default_factory=Counter)

    def add(self, text: ArgumentText) -> None:
        """Read and count one text."""
        report = Report(text.id, text.text, sha256="0" * 64)
        annotations = annotate(report)
        claims = [c for c in find_claims(report, annotations) if c.kind == "event"]
        found = Found(read_for_claims(report, annotations))
        for event in text.events:
            wanted = [(a, found.heads(a.mentions)) for a in event.arguments]
            mine = [c for c in claims if _touch(_trigger(c), event.trigger)]
            self.words["there"] += 1
            self.words["right"] += bool(mine)
            self.claimed.add(event.group, wanted, found.of_claims(mine))
            self.given.add(event.group, wanted, found.of_word(event, mine))
            self.nearest.add(event.group, wanted, found.nearest(event))
        if text.is_whole:
            self._add_whole(text, found, claims)

    def _add_whole(self, text: ArgumentText, found: Found, claims: Sequence[Claim]) -> None:
        """Count the triggers, and what we claim beside the events of a text."""
        events = [Labelled((event.trigger,), event.type) for event in text.events]
        events += [Labelled((other,), _OPEN) for other in text.others]
        self.triggers.add(of_claims(claims), events)
        judged = frozenset[str]().union(*_measured_types().values())
        for claim in claims:
            marked = any(_touch(_trigger(claim), one) for event in events for one in event.words)
            if claim.type in judged and not marked:
                self.claimed.add("", (), found.of_claims([claim]))

    def figures(self, corpus: str) -> dict[str, float]:
        """The figures of the product."""
        shown = self.given.figures(f"{corpus}_given")
        types = self.triggers.figures()
        if self.triggers.there:
            shown |= {f"{corpus}_trigger_f1": types["f1"]}
        shown[f"{corpus}_trigger_r"] = self.words["right"] / max(self.words["there"], 1)
        shown[f"{corpus}_claimed_f1"] = self.claimed.f1()
        return shown


def _measured_types() -> Types:
    """Of WikiEvents' types with a counterpart in ours those of the measured groups."""
    types = load_types()["wikievents"]
    return {type_: ours for type_, ours in types.items() if group_of(type_)}


def _trigger(claim: Claim) -> Extent:
    return claim.trigger.start, claim.trigger.end


def _touch(left: Extent, right: Extent) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def measure_texts(texts: Iterable[ArgumentText]) -> Measured:
    """The tallies of some texts."""
    measured = Measured()
    for text in texts:
        measured.add(text)
    return measured


def run(data: Path) -> Result:
    """Measures on the corpora below a folder.

    Raises:
        DataMissing: If it holds none of them.
    """
    figures: dict[str, float] = {}
    nearest: dict[str, float] = {}
    read: dict[str, float] = {}
    parts, missing, documents = [], [], 0
    with open_corpora(data, _CORPORA) as folders:
        for corpus, (load, part) in _CORPORA.items():
            if corpus not in folders:
                missing.append(f"{corpus} is not there: {part} is left out.")
                continue
            texts = load(folders[corpus])
            documents += len(texts)
            parts.append(part)
            untouched = measure_texts(texts[1::2])
            figures |= untouched.figures(corpus)
            nearest |= untouched.nearest.figures(f"{corpus}_given")
            read |= measure_texts(texts[::2]).figures(corpus)
    if not parts:
        raise DataMissing(f"arguments: {data} holds none of its corpora; give it with --data DIR")
    peers: dict[str, Figures] = {NEAREST: nearest}
    return Result(
        set="arguments",
        documents=documents,
        figures=figures,
        peers=peers,
        part=f"{' and '.join(parts)}, conflict, contact, movement and justice; {UNTOUCHED}",
        parts={READ: read},
        notes=(*missing, *_NOTES),
    )


_NOTES = (
    "“Given” is told which word carries the event, as published figures are; nothing was learnt "
    "from either set, whose supervised systems reach 65–71 (WikiEvents, head F1) and 48–52 (RAMS, "
    "span F1) over all types.",
    "“Trigger” and “claimed” are of our own claims. In RAMS one event of a text is marked, so that "
    "what is claimed beside it is not judged there; “trigger R” asks for a claim on the word, "
    "whatever its type.",
)

ARGUMENTS = BenchmarkSet(
    name="arguments",
    measures="who, whom and where of events",
    run=run,
    default=ARCHIVES,
    headline=("wikievents_given_f1", "rams_given_f1", "wikievents_claimed_f1"),
)
