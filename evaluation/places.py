"""The set `places`: names of places found in news, and put on the map.

Peers of the same run: spaCy's own names for recognition, the most populous place of a name in the
same gazetteer for resolution. Published figures of others, on other parts and gazetteers:
Mordecai 3 (Halterman 2023) within 161 km .827 on LGL, .941 on GeoWebNews; Google's names on
GeoWebNews F1 .813 (Gritta, Pilehvar and Collier 2020).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from dateline.annotate.annotate import place_weigher
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import find_names
from dateline.annotate.places import find_places, load_gazetteer, resolve
from dateline.read import read_bytes
from dateline.records import PlaceMention, Report, Span
from evaluation.benchmark import BenchmarkSet, Result
from evaluation.places_corpora import CORPORA, LITERAL, Article, Corpus, Toponym, load_articles
from evaluation.spacy_names import find_entities

WITHIN_KM = 161.0
"""100 miles: what the field calls right."""
_FARTHEST_KM = 20_038.0
"""Half round the earth: how far off a name counts that was given no point."""

_USES: Mapping[Corpus, frozenset[str]] = {
    "lgl": frozenset(["place", "actor", "people", "name"]),
    "geovirus": frozenset(["place", "actor", "name"]),
    "gwn": frozenset(["place", "actor", "people", "name"]),
}
"""The uses that a corpus labels: GeoVirus leaves out peoples and adjectives."""
_SPACY = frozenset(["GPE", "LOC", "FAC"])
"""What spaCy calls places; NORP, its peoples, where a corpus labels them."""
_SPACY_LABELS: Mapping[Corpus, frozenset[str]] = {
    "lgl": _SPACY | {"NORP"},
    "geovirus": _SPACY,
    "gwn": _SPACY | {"NORP"},
}

Extent = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article.

    Attributes:
        found: Each mention of the product with its point.
        literal: Extents of those whose use is "place".
        resolved: The product's point of each toponym of the article, or None.
        guessed: Extents of spaCy's names that the corpus would label.
        largest: The most populous namesake's point of each toponym, or None.
    """

    article: Article
    found: Mapping[Extent, Point | None]
    literal: frozenset[Extent]
    resolved: Sequence[Point | None]
    guessed: frozenset[Extent]
    largest: Sequence[Point | None]


def run(data: Path) -> Result:
    """Measures on the three corpora in a folder.

    Raises:
        DataMissing: If one is not there.
    """
    readings = {
        corpus: [read_article(article, corpus) for article in load_articles(data, corpus)]
        for corpus in CORPORA
    }
    figures, spacy, largest = _figures(readings, lambda _: True)
    return Result(
        set="places",
        documents=sum(map(len, readings.values())),
        figures=figures,
        peers={"spaCy": spacy, "most populous": largest},
        part="LGL, GeoVirus and GeoWebNews",
        parts={
            "development half": _figures(readings, lambda number: number % 2 == 0)[0],
            "untouched half": _figures(readings, lambda number: number % 2 == 1)[0],
        },
    )


def read_article(article: Article, corpus: Corpus) -> Reading:
    """What the product and its peers find in an article."""
    report = read_bytes(article.text.encode())
    if report.text != article.text:
        raise ValueError(f"{corpus} {article.number}: its text changes as it is read")
    parsed = parse(report.text, report.body_start)
    gazetteer = load_gazetteer()
    names = find_names(parsed, load_knowledge(), place_weigher(gazetteer))
    mentions = find_places(report, parsed.tokens, parsed.sentences, names, parsed.names)
    uses = _USES[corpus]
    kept = [mention for mention in mentions if mention.use in uses]
    line = _dateline(report)
    spans = [Span(name.start, name.end) for name in article.toponyms]
    printed = [article.text[span.start : span.end] for span in spans]
    points = [
        _point(where.lat, where.lon) if where else None
        for where in resolve(
            report, parsed.tokens, parsed.sentences, [*spans, *line], names, parsed.names
        )
    ]
    return Reading(
        article=article,
        found={_extent(m): _point(m.where.lat, m.where.lon) for m in kept}
        | {(s.start, s.end): point for s, point in zip(line, points[len(spans) :], strict=True)},
        literal=frozenset([_extent(m) for m in kept if m.use == "place"])
        | {(s.start, s.end) for s in line},
        resolved=points[: len(spans)],
        guessed=frozenset(_extents_of_entities(report, _SPACY_LABELS[corpus])),
        largest=[
            next((_point(p.lat, p.lon) for p in gazetteer.look_up(n) if p.lat is not None), None)
            for n in printed
        ],
    )


def _dateline(report: Report) -> list[Span]:
    """The place of the dateline, which the product reads apart from the body; at most one."""
    line = report.dateline
    if line is None or not line.place:
        return []
    printed = re.compile(re.escape(line.place.partition(",")[0].strip()), re.IGNORECASE)
    found = printed.search(report.text, line.words.start, line.words.end)
    return [Span(found.start(), found.end())] if found else []


def _extents_of_entities(report: Report, labels: frozenset[str]) -> Iterator[Extent]:
    """spaCy's names without the article in front, which the corpora leave out."""
    for entity in find_entities(report.text, report.body_start):
        if entity.label in labels:
            start = entity.start
            article = 4 if report.text[start : start + 4].lower() == "the " else 0
            yield start + article, entity.end


def _extent(mention: PlaceMention) -> Extent:
    return mention.words.start, mention.words.end


def _point(lat: float | None, lon: float | None) -> Point | None:
    return None if lat is None or lon is None else (lat, lon)


# ---------------------------------------------------------------------------------- figures


def _figures(
    readings: Mapping[Corpus, Sequence[Reading]], is_in: Callable[[int], bool]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """The figures of the articles whose numbers are in: the product's, spaCy's, the largest's."""
    ours: dict[str, float] = {}
    spacy: dict[str, float] = {}
    largest: dict[str, float] = {}
    for corpus, all_of_it in readings.items():
        part = [reading for reading in all_of_it if is_in(reading.article.number)]
        ours |= _named(corpus, "recognition", recognised(part, lambda r: set(r.found)))
        spacy |= _named(corpus, "recognition", recognised(part, lambda r: r.guessed))
        if corpus == "gwn":
            ours |= _named(corpus, "literal", recognised(part, lambda r: r.literal, LITERAL))
        ours |= _named(corpus, "", on_the_map(part, lambda r: r.resolved))
        largest |= _named(corpus, "", on_the_map(part, lambda r: r.largest))
        ours |= _named(corpus, "end_to_end", end_to_end(part))
    return ours, spacy, largest


def _named(corpus: Corpus, what: str, figures: Mapping[str, float]) -> dict[str, float]:
    return {"_".join(filter(None, (corpus, what, name))): v for name, v in figures.items()}


def recognised(
    readings: Iterable[Reading],
    found: Callable[[Reading], Iterable[Extent]],
    labels: frozenset[str] | None = None,
) -> dict[str, float]:
    """Precision, recall and F1 of exact extents, against the names with one of the labels."""
    right = said = wanted = 0
    for reading in readings:
        gold = {
            (t.start, t.end)
            for t in reading.article.toponyms
            if labels is None or t.label in labels
        }
        extents = set(found(reading))
        right, said, wanted = right + len(gold & extents), said + len(extents), wanted + len(gold)
    return _prf(right, said, wanted)


def on_the_map(
    readings: Iterable[Reading], points: Callable[[Reading], Sequence[Point | None]]
) -> dict[str, float]:
    """Of the labelled names with a point, how many come near it, and the median distance."""
    distances = [
        distance_km(name.point, point)
        for reading in readings
        for name, point in zip(reading.article.toponyms, points(reading), strict=True)
        if name.point is not None
    ]
    if not distances:
        return {}
    near = sum(distance <= WITHIN_KM for distance in distances)
    return {"within_161_km": near / len(distances), "median_km": median(distances)}


def end_to_end(readings: Iterable[Reading]) -> dict[str, float]:
    """Exact extent and near; a found name whose label has no point counts for nothing."""
    right = said = wanted = 0
    for reading in readings:
        gold = {(t.start, t.end): t for t in reading.article.toponyms}
        wanted += sum(name.point is not None for name in gold.values())
        for extent, point in reading.found.items():
            name: Toponym | None = gold.get(extent)
            if name is not None and name.point is None:
                continue
            said += 1
            right += name is not None and distance_km(name.point, point) <= WITHIN_KM
    return _prf(right, said, wanted)


def _prf(right: int, said: int, wanted: int) -> dict[str, float]:
    figures = {}
    if said:
        figures["p"] = right / said
    if wanted:
        figures["r"] = right / wanted
    if said + wanted:
        figures["f1"] = 2 * right / (said + wanted)
    return figures


def distance_km(gold: Point | None, point: Point | None) -> float:
    """Great-circle distance; half round the earth if one point is missing."""
    if gold is None or point is None:
        return _FARTHEST_KM
    (lat, lon), (other_lat, other_lon) = gold, point
    first, second = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


PLACES = BenchmarkSet(
    name="places",
    measures="names of places in news, and where they lie, on LGL, GeoVirus and GeoWebNews "
    "(published elsewhere: Mordecai 3 within 161 km .827 LGL, .941 GeoWebNews; Google "
    "recognition F1 .813 GeoWebNews)",
    run=run,
    archive="geoparsing",
    headline=(
        "gwn_recognition_f1",
        "gwn_within_161_km",
        "lgl_recognition_f1",
        "lgl_within_161_km",
        "geovirus_within_161_km",
    ),
)
