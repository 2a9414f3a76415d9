"""Sets that nothing is learnt from: they tell how the reader does on texts of others.

wikigold (names in encyclopedic text), re3d without its non-commercial folder (names in reports on
Syria and Iraq), PolNeAR (attribution in US news) and UW's factuality (TimeBank). spaCy's small
model reads the names beside it, in the same run.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from training.figures import Tally, span_tally, word_tally
from training.labels import FACTUALITIES, OUTSIDE, Marked, labels_of, spans_of
from training.opinions import parser_opinions, trimmed
from training.predict import Predicted
from training.texts import Text, from_sentences, read_words

PLAIN_TYPES: Mapping[str, str] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "place_as_actor": "place",
}
"""Our types as sets of three types have them."""

_RE3D = {"Person": "person", "Organisation": "organization", "Location": "place"}
_NON_COMMERCIAL = "BBC Online"
_LINKS = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "al", "bin", "&", "-", "'s"))
_PRONOUNS = frozenset(("i", "he", "she", "it", "we", "they", "you", "this", "these", "both", "all"))


# ----------------------------------------------------------------------------------- names


def read_re3d(folder: Path) -> list[Text]:
    """re3d's documents with the persons, bodies and places that are names.

    A mention is a name if, its article aside, it begins and ends with a capital and has nothing
    between but capitals and little words; a person's last word must not be a common noun ("the
    Foreign Secretary"), one that is also written small in the set. A body that is elsewhere a
    place ("Russia") is the place here. Of nested persons the inner one is the name, of others the
    outer one.
    """
    documents = [
        (document, read_words(document["text"]), marks)
        for source in sorted(p for p in folder.iterdir() if p.is_dir())
        if source.name != _NON_COMMERCIAL
        for document, marks in _marked_documents(source)
    ]
    small = {word for _, words, _ in documents for word in words.words if word.islower()}
    places = {
        mark["value"].lower() for _, _, marks in documents for mark in marks if _is_place(mark)
    }
    texts = []
    for document, words, marks in documents:
        spans = []
        for mark in marks:
            covered = words.covered(mark["begin"], mark["end"])
            name = covered and _name_of(words.words, *covered)
            kind = "place" if mark["value"].lower() in places else _RE3D[mark["type"]]
            if name and not (kind == "person" and words.words[name[1] - 1].lower() in small):
                spans.append(Marked(*name, kind))
        labels = {"names": labels_of(_innermost_persons(spans), len(words.words))}
        texts.append(Text(document["_id"], words.words, words.sentences, words.paragraphs, labels))
    return texts


def _marked_documents(source: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    marks = defaultdict(list)
    for entity in _json_lines(source / "entities.json"):
        if entity["type"] in _RE3D:
            marks[entity["documentId"]].append(entity)
    for document in _json_lines(source / "documents.json"):
        yield document, marks[document["_id"]]


def _is_place(mark: Mapping[str, Any]) -> bool:
    return bool(mark["type"] == "Location")


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _name_of(words: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """The range without its article and possessive, or None if it is no name."""
    start, end = trimmed(words, start, end)
    inside = words[start:end]
    if not inside or (len(inside) == 1 and inside[0].lower() in _PRONOUNS):
        return None
    is_name = all(w[:1].isupper() or w.lower() in _LINKS for w in inside)
    return (start, end) if is_name and inside[0][0].isupper() and inside[-1][0].isupper() else None


def _innermost_persons(spans: Sequence[Marked]) -> list[Marked]:
    persons = [s for s in spans if s.type == "person"]
    outer = {
        s for s in persons for t in persons if t != s and s.start <= t.start and t.end <= s.end
    }
    return [s for s in spans if s not in outer]


def name_figures(texts: Sequence[Text], predicted: Sequence[Predicted]) -> dict[str, object]:
    """Typed F1 of persons, bodies and places: the reader's and spaCy's, exact and by overlap."""
    there = [[label or OUTSIDE for label in t.labels["names"]] for t in texts]
    ours = [p.joined("names") for p in predicted]
    theirs = [opinion.names for opinion in parser_opinions(texts)]
    return {
        "reader": span_tally(ours, there, PLAIN_TYPES).rows(),
        "spacy": span_tally(theirs, there, PLAIN_TYPES).rows(),
        "reader_overlap_f1": round(overlap_f1(ours, there), 3),
        "spacy_overlap_f1": round(overlap_f1(theirs, there), 3),
    }


def overlap_f1(found: Sequence[Sequence[str]], there: Sequence[Sequence[str]]) -> float:
    """F1 of spans of the same plain type that share a word."""
    hits = total_found = total_there = hit_there = 0
    for one, other in zip(found, there, strict=True):
        ours, gold = _plain(one), _plain(other)
        hits += sum(any(_meets(a, b) for b in gold) for a in ours)
        hit_there += sum(any(_meets(a, b) for a in ours) for b in gold)
        total_found += len(ours)
        total_there += len(gold)
    precision, recall = hits / max(1, total_found), hit_there / max(1, total_there)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _plain(labels: Sequence[str]) -> list[Marked]:
    return [
        Marked(s.start, s.end, PLAIN_TYPES[s.type])
        for s in spans_of(labels)
        if s.type in PLAIN_TYPES
    ]


def _meets(left: Marked, right: Marked) -> bool:
    return left.type == right.type and left.start < right.end and right.start < left.end


# ----------------------------------------------------------------------------- attribution


def read_polnear(folder: Path, part: str = "dev") -> list[Text]:
    """PolNeAR's reports with source, cue and content; the first of several annotators."""
    texts = []
    for path in sorted((folder / part / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        words = read_words(text)
        marks = sorted((folder / part / "attributions").glob(f"{path.stem}_????.ann"))
        labels = {role: [OUTSIDE] * len(words.words) for role in ("source", "cue", "content")}
        for role, start, end in _brat(marks[0]) if marks else ():
            covered = words.covered(start, end)
            if covered:
                for i in range(*covered):
                    labels[role][i] = f"I-{role}"
        texts.append(Text(path.stem, words.words, words.sentences, words.paragraphs, labels))
    return texts


def _brat(path: Path) -> Iterator[tuple[str, int, int]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t", line)
        if found:
            for piece in found[2].split(";"):
                start, end = piece.split()
                yield found[1].lower(), int(start), int(end)


def role_figures(texts: Sequence[Text], predicted: Sequence[Predicted]) -> dict[str, object]:
    """Word F1 of source, cue and content."""
    found: dict[str, object] = {}
    for role in ("source", "cue", "content"):
        there = [[label or OUTSIDE for label in t.labels[role]] for t in texts]
        found[role] = word_tally([p.joined(role) for p in predicted], there).rows()["all"]
    return found


# ------------------------------------------------------------------------------- certainty


@dataclass(frozen=True, slots=True)
class Judged:
    """Sentences with a number for some words: how certain it is that it happened, -3 to 3."""

    text: Text
    values: Mapping[int, float]


def read_factuality(path: Path) -> Judged:
    """One file of UW's factuality."""
    sentences: list[list[str]] = [[]]
    values: dict[int, float] = {}
    place = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            sentences.append([])
            continue
        columns = line.split("\t")
        sentences[-1].append(columns[1])
        if columns[2] != "_":
            values[place] = float(columns[2])
        place += 1
    return Judged(from_sentences(path.stem, [s for s in sentences if s], {}), values)


def factuality_figures(judged: Judged, predicted: Predicted) -> dict[str, object]:
    """Error and F1 of "not asserted as fact" (< 2) on the odd sentences.

    The number for each certainty is the median of its words in the even sentences. Which ones
    count as not asserted is what gives the best F1 there, of those with the lowest numbers.
    """
    halves = [_half(judged, parity) for parity in (0, 1)]
    labels = predicted.labels("factuality")
    numbers = {
        label: median([judged.values[i] for i in halves[0] if labels[i] == label] or [3.0])
        for label in FACTUALITIES
    }
    pairs = [(numbers[labels[i]], judged.values[i]) for i in halves[1]]
    order = sorted(FACTUALITIES, key=lambda label: numbers[label])
    doubted = max(
        (frozenset(order[:count]) for count in range(1, len(order))),
        key=lambda some: _doubted_f1(judged, labels, halves[0], some),
    )
    return {
        "numbers": ", ".join(f"{label} is {value}" for label, value in numbers.items()),
        "mean_absolute_error": round(sum(abs(a - b) for a, b in pairs) / len(pairs), 3),
        "all_happened_error": round(sum(abs(3 - b) for _, b in pairs) / len(pairs), 3),
        "not_asserted_is": " ".join(label for label in FACTUALITIES if label in doubted),
        "not_asserted_f1": round(_doubted_f1(judged, labels, halves[1], doubted), 3),
        "count": len(pairs),
    }


def _doubted_f1(
    judged: Judged, labels: Sequence[str], places: Sequence[int], doubted: frozenset[str]
) -> float:
    """F1 of values under 2, at some places, where `doubted` are the labels of such."""
    tally = Tally()
    tally.add(
        (("doubted", i) for i in places if labels[i] in doubted),
        (("doubted", i) for i in places if judged.values[i] < 2),
    )
    return tally.f1()


def _half(judged: Judged, parity: int) -> list[int]:
    places: Iterable[tuple[int, tuple[int, int]]] = enumerate(judged.text.sentences)
    return [
        i
        for number, (a, b) in places
        if number % 2 == parity
        for i in range(a, b)
        if i in judged.values
    ]
