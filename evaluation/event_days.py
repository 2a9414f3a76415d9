"""The set `event-days`: given an event's word, the day that its report gives it.

Two labellings of the same news. EventTime says of each single-day event its day, or between which
days it was. TimeBank's own links say in which date of the text an event was: many more of them.
The product dates the labelled word as it would the trigger of a claim. Where it gives no time, the
figures take the report's date, which the product itself never fills in; the last three are
without that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims.find import date_words
from dateline.records import Annotations, Grammar, Token, When
from dateline.records.edtf import edtf_bounds
from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result, unpack
from evaluation.eventtime import EventLabel, Sentence, read_events
from evaluation.timeml import TimeDocument, find_documents, read_as_report, read_timeml
from evaluation.timex import timex_of_edtf

PEERS = {"the report's date": "report", "the nearest time in the sentence": "nearest"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The times that are given for one word, as EDTF: by the product, and by the simple ways."""

    product: str | None
    nearest: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled event and what was answered."""

    label: EventLabel
    answer: Answer
    document: TimeDocument = field(repr=False)

    def given(self, way: str = "product") -> str | None:
        """The answer of one way, without filling in."""
        return {"product": self.answer.product, "nearest": self.answer.nearest}.get(way)


# --------------------------------------------------------------------------------- the product


def answer(document: TimeDocument, starts: Sequence[int]) -> list[Answer]:
    """What is given for the words that start at these code points, in their order."""
    report = read_as_report(document.text, document.published, document.name)
    annotations = annotate(report)
    grammar = Grammar(report.text, annotations.tokens)
    words = [_token_at(grammar, start) for start in starts]
    given = date_words(report, annotations, words)
    return [
        Answer(_edtf(when), _nearest(annotations, word))
        for word, when in zip(words, given, strict=True)
    ]


def _token_at(grammar: Grammar, start: int) -> Token:
    """The token that covers a code point; the next one where it is white space."""
    return next((t for t in grammar.tokens if t.end > start), grammar.tokens[-1])


def _edtf(when: When | None) -> str | None:
    return when.edtf if when is not None else None


def _nearest(annotations: Annotations, word: Token) -> str | None:
    """The time that stands nearest to a word in its sentence, as the product reads it."""
    sentence = annotations.sentences[word.sentence]
    near = [
        (abs(time.words.start - word.start), time.when.edtf)
        for time in annotations.times
        if time.when is not None and sentence.start <= time.words.start < sentence.end
    ]
    return min(near)[1] if near else None


# ------------------------------------------------------------------------------------- figures


def figures(judged: Sequence[Judged], way: str = "product") -> dict[str, float]:
    """The figures of one way of answering; one that has nothing to judge is left out.

    `exact_day`: the time is the labelled one, among events whose day the labels give.
    `interval_consistency`: some day of it fits the labels, among the others.
    `right_side`: the time is before, on or after the report's date as the label says.
    `time_given`: a time is given at all, where the labels give one; `given_right`: it is theirs;
    `given_fits`: of all times that are given, some day fits the labels.
    """
    known = [one for one in judged if one.label.value is not None]
    moved = [one for one in known if one.label.value != one.label.published]
    given = [one for one in known if one.given(way) is not None]
    marks: dict[str, list[bool]] = {
        "exact_day": [is_exact(one.label, _filled(one, way)) for one in known],
        "exact_day_not_report_date": [is_exact(one.label, _filled(one, way)) for one in moved],
        "interval_consistency": [
            fits(one.label, _filled(one, way)) for one in judged if one.label.value is None
        ],
        "right_side": [
            side_of(_filled(one, way), one.label.published) == one.label.side
            for one in judged
            if one.label.side
        ],
        "time_given": [one.given(way) is not None for one in known],
        "given_right": [is_exact(one.label, _filled(one, way)) for one in given],
        "given_fits": [
            fits(one.label, _filled(one, way)) for one in judged if one.given(way) is not None
        ],
    }
    return {name: sum(of) / len(of) for name, of in marks.items() if of}


def _filled(one: Judged, way: str) -> str:
    return one.given(way) or one.label.published


def is_exact(label: EventLabel, edtf: str) -> bool:
    """Whether a time is the labelled day (or month), neither wider nor narrower."""
    return timex_of_edtf(edtf) == label.value


def fits(label: EventLabel, edtf: str) -> bool:
    """Whether some day of a time lies where the labels put the event."""
    start, end = edtf_bounds(edtf)
    starts = [day for day in (start, label.start) if day is not None]
    ends = [day for day in (end, label.end) if day is not None]
    return not starts or not ends or max(starts) < min(ends)


def side_of(edtf: str, published: str) -> str | None:
    """ "before", "same" or "after" the report's date; None for a time on both sides of it."""
    start, end = edtf_bounds(edtf)
    day = date.fromisoformat(published)
    if edtf == published:
        return "same"
    if end is not None and end <= day:
        return "before"
    return "after" if start is not None and start > day else None


# ------------------------------------------------------------------------------------- the sets


def judge_events(
    labels: Iterable[EventLabel], documents: Mapping[str, TimeDocument]
) -> list[Judged]:
    """The events of EventTime with the answers, each document read whole."""
    by_document: dict[str, list[EventLabel]] = {}
    for label in labels:
        by_document.setdefault(label.sentence.document, []).append(label)
    judged: list[Judged] = []
    for name, of_document in by_document.items():
        document = documents.get(name) or _from_sentences(of_document)
        starts = [document.events[label.event] for label in of_document]
        answers = answer(document, starts)
        judged += [
            Judged(label, given, document)
            for label, given in zip(of_document, answers, strict=True)
        ]
    return judged


def _from_sentences(labels: Sequence[EventLabel]) -> TimeDocument:
    """A document that TimeBank does not have: the sentences with events, a paragraph each."""
    text = ""
    at: dict[Sentence, int] = {}
    events: dict[str, int] = {}
    for label in labels:
        if label.sentence not in at:
            at[label.sentence] = len(text)
            text += " ".join(label.sentence.words) + "\n\n"
        before = label.sentence.words[: label.word]
        events[label.event] = at[label.sentence] + sum(len(word) + 1 for word in before)
    return TimeDocument(labels[0].sentence.document, text, labels[0].published, (), events, {})


def judge_links(documents: Iterable[TimeDocument]) -> list[Judged]:
    """The events that TimeBank's links put into a date, with the answers."""
    judged: list[Judged] = []
    for document in documents:
        linked = {event: document.events[event] for event in document.dates
                  if event in document.events}  # fmt: skip
        answers = answer(document, list(linked.values())) if linked else []
        judged += [
            Judged(_label_of(document, event), given, document)
            for event, given in zip(linked, answers, strict=True)
        ]
    return judged


def _label_of(document: TimeDocument, event: str) -> EventLabel:
    """A label that says the date and no more."""
    try:
        start, end = edtf_bounds(document.dates[event])
    except ValueError:  # a week, a quarter: its own value must do
        start, end = None, None
    return EventLabel(
        event=event,
        sentence=Sentence(document.name, ()),
        word=0,
        published=document.published,
        value=document.dates[event],
        side="",
        start=start,
        end=end,
    )


def run(data: Path) -> Result:
    """Measures the product on both labellings, and the simple ways beside it.

    TimeBank is looked for beside `data`, as `tempeval3`, and else among the archives.

    Raises:
        DataMissing: If `data` holds no labels, or TimeBank is not there.
    """
    try:
        dev, train = read_events(data, "dev"), read_events(data, "train")
    except OSError as error:
        raise DataMissing(f"event-days: {data} holds no EventTime ({error})") from error
    with _timebank(data) as folder:
        documents = [read_timeml(path) for path in find_documents(folder)]
    by_name = {document.name: document for document in documents}
    judged = judge_events(dev, by_name)
    parts = {
        "training part": judge_events(train, by_name),
        "links, development half": judge_links(documents[::2]),
        "links, untouched half": judge_links(documents[1::2]),
    }
    return Result(
        set="event-days",
        documents=len({one.document.name for of in (judged, *parts.values()) for one in of}),
        figures=figures(judged),
        peers={peer: figures(judged, way) for peer, way in PEERS.items()},
        part="EventTime, development part; the report's date where the product gives none",
        parts=dict(_with_peers(parts)),
        notes=(_sizes({"development part": judged, **parts}),),
    )


def _sizes(parts: Mapping[str, Sequence[Judged]]) -> str:
    """How many events the figures rest on: of some there are few."""
    sizes: list[str] = []
    for part, judged in parts.items():
        known = [one.label for one in judged if one.label.value is not None]
        moved = sum(label.value != label.published for label in known)
        sizes.append(f"{part} {len(judged)}, {len(known)}, {moved}")
    return f"Events, those with a labelled day, those not on the report's: {'; '.join(sizes)}."


def _with_peers(parts: Mapping[str, Sequence[Judged]]) -> Iterator[tuple[str, Figures]]:
    for part, judged in parts.items():
        yield part, figures(judged)
        yield f"{part}: nearest time", figures(judged, "nearest")


@contextmanager
def _timebank(data: Path) -> Iterator[Path]:
    beside = data.parent / "tempeval3"
    if beside.is_dir():
        yield beside
    else:
        with unpack("tempeval3") as folder:
            yield folder


EVENT_DAYS = BenchmarkSet(
    name="event-days",
    measures="the day of an event, given its word",
    run=run,
    archive="eventtime_timebank",
    headline=("exact_day_not_report_date", "exact_day"),
)
