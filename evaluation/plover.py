"""The set `plover`: who did what to whom in the sentences of PLOVER's codebook.

A triple is a source, a class and a target, of which either end may be nobody. One of ours is right
if the sentence has one whose class ours comes to (`trigger_types.toml`) and whose ends share their
head words with ours: the head of theirs stands in words of ours, or the head of ours in theirs. To
words of ours belong all that name the same entity in the sentence. Of mutual deeds every two who
take part are a triple, in either order. What our claims come to is told in `plover_claims`.

"Either side may be empty" is read in two ways: strictly, nobody matches nobody alone, which is the
figure; leniently, an empty end of theirs or ours matches whatever the other has.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.records import Grammar, Report, Token
from evaluation.benchmark import BenchmarkSet, Figures, Result
from evaluation.nearest_words import NEAREST, nearest_deeds
from evaluation.plover_claims import MUTUAL, Actor, Deed, deeds_of_claims, main_deed
from evaluation.running_text import Extent
from evaluation.triggers_corpora import load_types, markup_of, read_markup

_ENDS = {"SRC": ("SRC",), "TAR": ("TAR",), "SRC/TAR": ("SRC",), "TAR/LOC": ("TAR",)}
LENIENT, EVERY = "an empty end matches any", "every claim of a sentence"
READ, UNTOUCHED = "even records, read for errors", "odd records, errors not read"


@dataclass(frozen=True, slots=True)
class DeedText:
    """A sentence with the events that its records mark; actors are marked words as they stand."""

    number: int
    text: str
    deeds: tuple[Deed, ...]


@dataclass(slots=True)
class Tally:
    """What one system found, and what is there.

    Attributes:
        is_lenient: Whether an empty end matches any.
    """

    is_lenient: bool = False
    triples: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)

    def add(self, wanted: Sequence[Deed], found: Iterable[Deed]) -> None:
        """Count one sentence."""
        types = load_types()["plover_gsr"]
        judged = _judged()
        ours = [t for deed in found if deed.type in judged for t in deed.triples()]
        ours = list(dict.fromkeys(ours))
        theirs = [(t, deed.is_mutual) for deed in wanted for t in deed.triples()]
        mutual = MUTUAL | {o for deed in wanted if deed.is_mutual for o in types[deed.type]}
        left = list(range(len(ours)))
        for triple, _ in theirs:
            fits = (
                i
                for i in left
                if _fits(ours[i], triple, types, ours[i][1] in mutual, self.is_lenient)
            )
            hit = next(fits, None)
            if hit is not None:
                left.remove(hit)
                self.triples["right"] += 1
        self.triples["found"] += len(ours)
        self.triples["there"] += len(theirs)
        self._add_fields([t for t, _ in theirs], ours, types)

    def _add_fields(
        self,
        theirs: Sequence[tuple[Actor, str, Actor]],
        ours: Sequence[tuple[Actor, str, Actor]],
        types: Mapping[str, frozenset[str]],
    ) -> None:
        classes = {type_ for _, type_, _ in theirs}
        said = {type_ for _, type_, _ in ours}
        self.classes["right"] += sum(bool(types[one] & said) for one in classes)
        self.classes["found"] += len(said)
        self.classes["there"] += len(classes)
        for source, type_, target in theirs:
            same = [one for one in ours if one[1] in types[type_]]
            if same:
                self.ends["there"] += 1
                self.ends["source"] += any(_same(one[0], source) for one in same)
                self.ends["target"] += any(_same(one[2], target) for one in same)

    def figures(self) -> dict[str, float]:
        """Of triples and of classes; of triples whose class is found the share of right ends."""
        count = self.triples
        return {
            "triple_p": _share(count["right"], count["found"]),
            "triple_r": _share(count["right"], count["there"]),
            "triple_f1": _share(2 * count["right"], count["found"] + count["there"]),
            "class_f1": _share(
                2 * self.classes["right"], self.classes["found"] + self.classes["there"]
            ),
            "source_right": _share(self.ends["source"], self.ends["there"]),
            "target_right": _share(self.ends["target"], self.ends["there"]),
        }


def _fits(
    ours: tuple[Actor, str, Actor],
    theirs: tuple[Actor, str, Actor],
    types: Mapping[str, frozenset[str]],
    is_mutual: bool,
    is_lenient: bool,
) -> bool:
    if ours[1] not in types[theirs[1]]:
        return False
    if _same(ours[0], theirs[0], is_lenient) and _same(ours[2], theirs[2], is_lenient):
        return True
    turned = _same(ours[2], theirs[0], is_lenient) and _same(ours[0], theirs[2], is_lenient)
    return is_mutual and turned


def _same(ours: Actor, theirs: Actor, is_lenient: bool = False) -> bool:
    """Whether they share a head word, or are both nobody; leniently, whether either is."""
    if not ours or not theirs:
        return is_lenient or (not ours and not theirs)
    return any(a < d and c < b for a, b in ours for c, d in theirs)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


# ----------------------------------------------------------------------------------- the corpus


def read_sentences(folder: Path) -> list[DeedText]:
    """The sentences of the codebook, each with the events of all its records.

    A sentence goes by the number of the first of its records in the file.
    """
    path = folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"
    deeds: dict[str, list[Deed]] = {}
    numbers: dict[str, int] = {}
    for number, record in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        if record["event"] == "DOCUMENT":
            continue
        text, marked = read_markup(markup_of(record))
        ends: dict[str, list[Actor]] = {"SRC": [], "TAR": []}
        for tag, start, end in marked:
            for side in _ENDS.get(tag, ()):
                ends[side].append(frozenset([(start, end)]))
        both = any(tag == "SRC/TAR" for tag, _, _ in marked)
        deed = Deed(tuple(ends["SRC"]), record["event"], tuple(ends["TAR"]), both)
        deeds.setdefault(text, []).append(deed)
        numbers.setdefault(text, number)
    return [DeedText(numbers[text], text, tuple(those)) for text, those in deeds.items()]


def with_heads(deed: Deed, grammar: Grammar) -> Deed:
    """A deed whose marked words are cut down to the word that governs the others."""
    ends = (
        tuple(frozenset(_head(extent, grammar) for extent in actor) for actor in side)
        for side in (deed.sources, deed.targets)
    )
    sources, targets = ends
    return Deed(sources, deed.type, targets, deed.is_mutual)


def _head(extent: Extent, grammar: Grammar) -> Extent:
    """The word under which all others of an extent hang; its last if there is none."""
    inside = [t for t in grammar.tokens if t.start < extent[1] and extent[0] < t.end]
    places = {t.index for t in inside}
    tops = [t for t in inside if t.head not in places or t.head == t.index]
    nouns = [t for t in tops if t.pos in ("NOUN", "PROPN", "PRON", "ADJ")]
    token = (nouns or inside)[-1] if inside else None
    return (token.start, token.end) if token is not None else extent


# ---------------------------------------------------------------------------------- the systems


def _judged() -> frozenset[str]:
    return frozenset[str]().union(*load_types()["plover_gsr"].values())


def _measure(texts: Sequence[DeedText]) -> dict[str, Figures]:
    tallies = {"": Tally(), LENIENT: Tally(is_lenient=True), EVERY: Tally(), NEAREST: Tally()}
    for text in texts:
        report = Report(f"plover-{text.number}", text.text, sha256="0" * 64)
        annotations = annotate(report)
        grammar = Grammar(report.text, annotations.tokens)
        wanted = [with_heads(deed, grammar) for deed in text.deeds]
        deeds = deeds_of_claims(annotations, find_claims(report, annotations), _judged())
        for name in ("", LENIENT):
            tallies[name].add(wanted, main_deed(grammar, deeds))
        tallies[EVERY].add(wanted, [deed for _, deed in deeds])
        nearest = (
            Deed(_one(who), type_, _one(whom))
            for who, type_, whom in nearest_deeds(grammar, annotations.triggers)
        )
        tallies[NEAREST].add(wanted, nearest)
    return {name: tally.figures() for name, tally in tallies.items()}


def _one(token: Token | None) -> tuple[Actor, ...]:
    return (frozenset([(token.start, token.end)]),) if token is not None else ()


def measure(folder: Path) -> Result:
    """Measures the product and the nearest words on both halves of the sentences."""
    texts = read_sentences(folder)
    odd = _measure([text for text in texts if text.number % 2])
    even = _measure([text for text in texts if not text.number % 2])
    return Result(
        set="plover",
        documents=len(texts),
        figures=odd[""],
        peers={NEAREST: odd[NEAREST]},
        part=f"PLOVER's codebook sentences, {UNTOUCHED}",
        parts={
            **{f"{UNTOUCHED}; {name}": odd[name] for name in (LENIENT, EVERY)},
            READ: even[""],
            **{f"{READ}; {name}": even[name] for name in (LENIENT, EVERY, NEAREST)},
        },
        notes=(
            "The set marks one event a sentence as a rule: of our claims the main one of each "
            "sentence is judged, and of the nearest words all. Targets are people, bodies, states "
            "and towns.",
        ),
    )


PLOVER = BenchmarkSet(
    name="plover",
    measures="who did what to whom, sentence by sentence",
    run=measure,
    archive="plover_gsr",
    headline=("triple_f1", "class_f1"),
)
