"""The set `event-places`: given an event's word, the names of the places where it happened.

The labels name the finest place ("Aleppo" of "the Salah quarter in Aleppo, northern Syria" only
where the quarter has no name), without prepositions, directions and nouns; several are a list.
The sentences are halved, every second one of all distinct texts in order: the product's weights
were learnt on one half, and the figures are of the other, which nobody looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.annotate import annotate
from dateline.claims.event_places import EventPlaces
from dateline.claims.place_names import find_place_names, name_at
from dateline.records import Annotations, Grammar, Quote, Report, Span, Token
from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result
from evaluation.spacy_names import find_entities

FILE = "labeled_text.jsonl"
NEAREST = "nearest place of spaCy"
_PLACE_LABELS = {"GPE", "LOC", "FAC"}


@dataclass(frozen=True, slots=True)
class Record:
    """One event's word in a text, and the words of its places.

    Attributes:
        tokens: Of the set's own tokenizer; those of white space are left out.
        verb: The event's word.
        places: The labelled names, each the indices of its tokens.
    """

    text: str
    tokens: tuple[Span, ...]
    verb: Span
    places: tuple[frozenset[int], ...]

    @property
    def labelled(self) -> frozenset[int]:
        """The tokens of all labelled names."""
        return frozenset().union(*self.places)

    def covered(self, spans: Iterable[Span | Quote]) -> list[frozenset[int]]:
        """For each span the tokens that it touches."""
        return [
            frozenset(i for i, t in enumerate(self.tokens) if t.start < s.end and s.start < t.end)
            for s in spans
        ]

    def span_of(self, tokens: Iterable[int]) -> Span:
        """The range from the first of these tokens to the last."""
        inside = sorted(tokens)
        return Span(self.tokens[inside[0]].start, self.tokens[inside[-1]].end)


Answer = Sequence[frozenset[int]]
"""For each name that is given its tokens."""


def read_records(data: Path) -> list[Record]:
    """The records of the set.

    A third of the labels with one word give its place among the tokens for its place among the
    characters, so that only the tokens are read.

    Raises:
        DataMissing: If `data` does not hold them.
    """
    try:
        lines = (data / FILE).read_text("utf-8").splitlines()
    except OSError as error:
        raise DataMissing(f"event-places: {data} holds no {FILE} ({error})") from error
    return [_record(json.loads(line)) for line in lines]


def _record(row: Mapping[str, Any]) -> Record:
    tokens = [Span(token["start"], token["end"]) for token in row["tokens"]]
    kept = [i for i, token in enumerate(row["tokens"]) if token["text"].strip()]
    number = {old: new for new, old in enumerate(kept)}
    labelled = {"VERB": [], "LOCATION": []}  # type: dict[str, list[list[int]]]
    for span in row["spans"]:
        inside = range(span["token_start"], span["token_end"] + 1)
        labelled[span["label"]].append([number[i] for i in inside if i in number])
    verb = labelled["VERB"][0]
    return Record(
        text=row["text"],
        tokens=tuple(tokens[i] for i in kept),
        verb=Span(tokens[kept[verb[0]]].start, tokens[kept[verb[-1]]].end),
        places=tuple(frozenset(inside) for inside in labelled["LOCATION"] if inside),
    )


def halve(records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """The development half and the untouched half; all records of one text are in the same."""
    order = {text: n for n, text in enumerate(sorted({record.text for record in records}))}
    return (
        [record for record in records if order[record.text] % 2 == 0],
        [record for record in records if order[record.text] % 2 == 1],
    )


# --------------------------------------------------------------------------------- the product


class Product:
    """Answers for records, each text annotated once.

    Attributes:
        names: For each text the labelled names of all its records.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._annotated: dict[str, Annotations] = {}
        self.names: dict[str, set[Span]] = {}
        for record in records:
            spans = {record.span_of(place) for place in record.places}
            self.names.setdefault(record.text, set()).update(spans)

    def annotated(self, record: Record) -> tuple[Grammar, Annotations]:
        """What the product finds in the record's text."""
        if record.text not in self._annotated:
            report = Report(id="r-measured", text=record.text, sha256="0" * 64)
            self._annotated[record.text] = annotate(report)
        found = self._annotated[record.text]
        return Grammar(record.text, found.tokens), found

    def answer(self, record: Record) -> Answer:
        """Where the product puts the event."""
        grammar, annotations = self.annotated(record)
        places = EventPlaces(grammar, annotations)
        found = places.at(event_token(record, annotations.tokens))
        return record.covered(mention.words for mention in found)

    def answer_with_labelled_names(self, record: Record) -> Answer:
        """The same, with the labelled names of the text in place of those that overlap them."""
        grammar, annotations = self.annotated(record)
        labelled = sorted(self.names[record.text])
        own = find_place_names(grammar, annotations)
        names = [name_at(grammar, annotations, span) for span in labelled]
        names += [n for n in own if not any(_overlap(n.words, span) for span in labelled)]
        names.sort(key=lambda name: name.first)
        places = EventPlaces(grammar, annotations, names)
        found = places.at(event_token(record, annotations.tokens))
        return record.covered(mention.words for mention in found)


def event_token(record: Record, tokens: Sequence[Token]) -> Token:
    """The product's token for the event's word: a verb if there is one."""
    inside = [t for t in tokens if t.start < record.verb.end and record.verb.start < t.end]
    return min(inside, key=lambda t: (t.pos != "VERB", t.index))


def _overlap(one: Span | Quote, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


# ------------------------------------------------------------------------------------ the peer


def nearest_places(records: Sequence[Record]) -> Iterator[Answer]:
    """For each record the place of spaCy's small model that stands nearest to the event's word."""
    found = {
        text: [Span(e.start, e.end) for e in find_entities(text) if e.label in _PLACE_LABELS]
        for text in sorted({record.text for record in records})
    }
    for record in records:
        names = [place for place in record.covered(found[record.text]) if place]
        (event,) = record.covered([record.verb])
        names.sort(key=lambda place: (min(abs(i - j) for i in place for j in event), min(place)))
        yield names[:1]


# ------------------------------------------------------------------------------------- figures


def figures(records: Sequence[Record], answers: Iterable[Answer]) -> dict[str, float]:
    """The figures of one way of answering.

    The tokens of places, over all records; `sentence_accuracy` as the set counts it: right if both
    name no place or one token is shared; `name_f1`: over names, right if one token is shared,
    however far the name goes on.
    """
    right = given = labelled = sentences = 0
    names_right = names_given = names_found = names_labelled = 0
    for record, answer in zip(records, answers, strict=True):
        said, true = frozenset[int]().union(*answer), record.labelled
        right += len(said & true)
        given += len(said)
        labelled += len(true)
        sentences += bool(said & true) or not (said or true)
        names_given += len(answer)
        names_labelled += len(record.places)
        names_right += sum(bool(name & true) for name in answer)
        names_found += sum(bool(place & said) for place in record.places)
    precision, recall = _share(right, given), _share(right, labelled)
    return {
        "token_precision": precision,
        "token_recall": recall,
        "token_f1": _mean(precision, recall),
        "sentence_accuracy": _share(sentences, len(records)),
        "name_f1": _mean(_share(names_right, names_given), _share(names_found, names_labelled)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def run(data: Path) -> Result:
    """Measures the product and its peer on both halves.

    Raises:
        DataMissing: If `data` does not hold the set.
    """
    records = read_records(data)
    product = Product(records)
    development, untouched = halve(records)

    def measured(part: Sequence[Record], answer: Callable[[Record], Answer]) -> Figures:
        return figures(part, [answer(record) for record in part])

    return Result(
        set="event-places",
        documents=len({record.text for record in records}),
        figures=measured(untouched, product.answer),
        peers={NEAREST: figures(untouched, nearest_places(untouched))},
        part="untouched half of the sentences",
        parts={
            "all": measured(records, product.answer),
            f"all: {NEAREST}": figures(records, nearest_places(records)),
            "development half": measured(development, product.answer),
            "untouched half, labelled names": measured(
                untouched, product.answer_with_labelled_names
            ),
        },
    )


EVENT_PLACES = BenchmarkSet(
    name="event-places",
    measures="the places of an event, given its word",
    run=run,
    archive="event_location",
    headline=("token_f1", "sentence_accuracy"),
)
