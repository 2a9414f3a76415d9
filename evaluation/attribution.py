"""The set `attribution`: who is credited with what in US political news (PolNeAR).

Each system reads the whole text of a report, its headline too. Nothing that ships was learnt from
this set, and errors are read in its train part alone; the figures are those of the development
part, beside them one report in twenty of the train part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.annotate import annotate
from dateline.annotate.language import Parse, parse
from dateline.annotate.reader import Mark
from dateline.read import read_bytes
from dateline.records import Attribution, Report, Token
from evaluation.attribution_scores import Found, Tally, Words, count, from_credits
from evaluation.benchmark import BenchmarkSet, Figures, Result
from evaluation.peers.environment import PeerMissing, ask
from evaluation.peers.known import QUOTE_EXTRACTOR
from evaluation.polnear import (
    ROLES,
    Credit,
    CreditedText,
    Extent,
    Role,
    find_texts,
    read_credited,
)

ONE_IN = 20
_TOGETHER = 5
"""Code points between those who are credited together: "Ann Lee and Bo Ray"."""
TRAIN = "one in twenty of train"
RULES, MODEL = "rules alone", "model alone"
REFERENCES: Mapping[str, Figures] = {
    "verb list and quotation marks": {"source_f1": 0.586, "cue_f1": 0.365, "content_f1": 0.747},
    "learnt from its train part": {"source_f1": 0.75, "cue_f1": 0.67, "content_f1": 0.88},
}
"""What was measured elsewhere: rules with 40 verbs on spaCy's small parser; what a model of the
size of ours comes to that learns for one epoch from the train part of this very set."""


def run(data: Path) -> Result:
    """Measures the product, its rules and its model alone, and the other tool if it is set up.

    Raises:
        DataMissing: If a part has no text.
    """
    texts = [read_credited(path) for path in find_texts(data, "dev")]
    product = _measure(texts)
    peers: dict[str, Figures] = {name: product[name] for name in (RULES, MODEL)}
    notes: list[str] = []
    try:
        peers[QUOTE_EXTRACTOR.title] = _peer_figures(texts)
    except PeerMissing as missing:
        notes.append(f"{missing}.")
    train = _measure([read_credited(path) for path in find_texts(data, "train")[::ONE_IN]])
    return Result(
        set="attribution",
        documents=len(texts),
        figures=product[""],
        peers={**peers, **REFERENCES},
        part="PolNeAR, development part",
        parts={f"{TRAIN}: {name}" if name else TRAIN: f for name, f in train.items()},
        notes=tuple(notes),
    )


def _measure(texts: Sequence[CreditedText]) -> dict[str, Figures]:
    """The figures of the product, under "", and of its two halves alone."""
    tallies = {"": Tally(), RULES: Tally(), MODEL: Tally()}
    for text in texts:
        report = as_report(text)
        parsed = parse(report.text)
        words = Words(parsed.tokens)
        found = {
            "": found_in(annotate(report).attributions),
            RULES: found_in(annotate(report, with_reader=False).attributions),
            MODEL: read_by_model(parsed),
        }
        for name, tally in tallies.items():
            count(tally, text, words, found[name])
    return {name: tally.figures() for name, tally in tallies.items()}


def as_report(text: CreditedText) -> Report:
    """The report that a user has of the text, with the headline as part of what is read.

    Raises:
        ValueError: If reading changes the text, so that labels would no longer fit.
    """
    report = read_bytes(text.text.encode(), f"{text.name}.txt")
    if report.text != text.text:
        raise ValueError(f"{text.name}: reading changes the text")
    return replace(report, body_start=0)


# ------------------------------------------------------------------------------- the product


def found_in(attributions: Iterable[Attribution]) -> Found:
    """What the product credits to others than the author."""
    return from_credits([_credit(one) for one in attributions if one.sources[0].words])


def _credit(found: Attribution) -> Credit:
    """The origin of an attribution as its source; words that are the cue itself name nobody."""
    cue = (found.cue.start, found.cue.end)
    origin: list[Extent] = []
    for source in found.sources:
        words = source.words
        if words is None or cue[0] <= words.start < cue[1]:
            break
        if origin and not 0 < words.start - origin[-1][1] <= _TOGETHER:
            break
        origin = [(origin[0][0] if origin else words.start, words.end)]
    return Credit(
        source=tuple(origin),
        cue=(cue,),
        content=tuple((words.start, words.end) for words in found.content),
    )


# ------------------------------------------------------------------------------ the model alone


def read_by_model(parsed: Parse) -> Found:
    """The marks of the reader, and the attributions that they make by nearness alone."""
    tokens = parsed.tokens
    marks = {role: parsed.reading.marks(role) for role in ROLES}
    return Found(
        marks={role: [_extent(tokens, mark) for mark in marks[role]] for role in ROLES},
        credits=list(_joined(parsed, marks)),
    )


def _joined(parsed: Parse, marks: Mapping[Role, Sequence[Mark]]) -> Iterator[Credit]:
    """For each content the nearest cue of its paragraph; for that the source nearest to it."""
    of_cue: dict[Mark, list[Mark]] = {}
    for content in marks["content"]:
        cue = _nearest(parsed, content, marks["cue"])
        if cue is not None:
            of_cue.setdefault(cue, []).append(content)
    for cue, contents in of_cue.items():
        source = _nearest(parsed, cue, marks["source"])
        yield Credit(
            source=(_extent(parsed.tokens, source),) if source else (),
            cue=(_extent(parsed.tokens, cue),),
            content=tuple(_extent(parsed.tokens, content) for content in contents),
        )


def _nearest(parsed: Parse, mark: Mark, others: Sequence[Mark]) -> Mark | None:
    """The nearest of some marks in the same paragraph; of two as near the one before."""

    def distance(other: Mark) -> int:
        return max(mark.first - other.last, other.first - mark.last, 0)

    paragraph = _paragraph(parsed, mark)
    near = [other for other in others if _paragraph(parsed, other) == paragraph]
    return min(near, key=distance, default=None)


def _paragraph(parsed: Parse, mark: Mark) -> int:
    return parsed.sentences[parsed.tokens[mark.first].sentence].paragraph


def _extent(tokens: Sequence[Token], mark: Mark) -> Extent:
    return tokens[mark.first].start, tokens[mark.last - 1].end


# ------------------------------------------------------------------------------- the other tool


def _peer_figures(texts: Sequence[CreditedText]) -> Figures:
    """The figures of the quote extractor.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    tally = Tally()
    answers = ask(QUOTE_EXTRACTOR, [text.text for text in texts])
    for text, rows in zip(texts, answers, strict=True):
        words = Words(parse(text.text, with_reader=False).tokens)
        count(tally, text, words, from_credits([quote_of(row) for row in rows if row[2]]))
    return tally.figures()


def quote_of(row: Sequence[Any]) -> Credit:
    """An answer of the quote extractor as an attribution."""
    source, cue, content = (((part[0], part[1]),) if part else () for part in row)
    return Credit(source, cue, content)


ATTRIBUTION = BenchmarkSet(
    name="attribution",
    measures="who is credited with what in news, and by which words",
    run=run,
    archive="polnear",
    headline=("source_f1", "cue_f1", "content_f1", "attribution_f1"),
)
