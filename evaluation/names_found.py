"""What the product, its parts and spaCy's small model find in a text for the set `names`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from dateline.annotate import annotate
from dateline.annotate.language import parse
from dateline.records import Annotations, Report, Schema
from evaluation.names_corpora import NameType, TypedName
from evaluation.running_text import covered, trim, words_of
from evaluation.spacy_names import find_entities

SPACY, MODEL, RULES = "spaCy", "model alone", "rules alone"

_SCHEMAS: Mapping[Schema, NameType] = {"Person": "person", "Country": "place"}
_READER: Mapping[str, NameType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "place_as_actor": "place",
    "group": "group",
}
_ONTONOTES: Mapping[str, NameType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What one system finds in one text.

    Attributes:
        names: With their types, without overlaps.
        mentions: Words that name or refer to somebody who acts, and whether a person.
    """

    names: frozenset[TypedName]
    mentions: frozenset[tuple[str, bool]]


def find_with_product(report: Report, *, with_reader: bool = True) -> Found:
    """The result of the product, or of its rules alone."""
    annotations = annotate(report, with_reader=with_reader)
    mentions = {
        (mention.words.exact, chain.schema == "Person")
        for chain in annotations.chains
        for mention in chain.mentions
    }
    return Found(names_of(annotations), frozenset(mentions))


def names_of(annotations: Annotations) -> frozenset[TypedName]:
    """The names in what a user gets: those in chains, and places that are in none.

    A place's name is a place even where those who act for it are a chain; an adjective of a place
    is none.
    """
    places = {(p.words.start, p.words.end) for p in annotations.places if p.use != "people"}
    names: set[TypedName] = set()
    for chain in annotations.chains:
        kind = _SCHEMAS.get(chain.schema, "organization")
        for mention in chain.mentions:
            extent = mention.words.start, mention.words.end
            if mention.kind == "name":
                acts = kind != "person" and extent in places
                names.add(TypedName(*extent, "place" if acts else kind))
    taken = sorted((n.start, n.end) for n in names)
    names |= {
        TypedName(start, end, "place")
        for start, end in places
        if not any(start < after and before < end for before, after in taken)
    }
    return frozenset(names)


def find_with_model(report: Report) -> Found:
    """What the reader marks."""
    parsed = parse(report.text, report.body_start)
    return _found(
        report.text,
        (
            TypedName(
                parsed.tokens[mark.first].start,
                parsed.tokens[mark.last - 1].end,
                _READER[mark.type],
            )
            for mark in parsed.reading.marks("names")
        ),
    )


def find_with_spacy(report: Report) -> Found:
    """The names of spaCy's small model, paragraph by paragraph; articles and 's taken off."""
    names = []
    words = words_of(report.text)
    for entity in find_entities(report.text, report.body_start):
        inside = trim(report.text, covered(words, entity.start, entity.end))
        if inside and entity.label in _ONTONOTES:
            kind = _ONTONOTES[entity.label]
            names.append(TypedName(inside[0][0], inside[-1][1], kind))
    return _found(report.text, names)


def _found(text: str, names: Iterable[TypedName]) -> Found:
    """Names alone: each may stand for somebody who acts."""
    kept = frozenset(names)
    return Found(kept, frozenset((text[n.start : n.end], n.type == "person") for n in kept))


PEERS: Mapping[str, Callable[[Report], Found]] = {
    SPACY: find_with_spacy,
    MODEL: find_with_model,
    RULES: partial(find_with_product, with_reader=False),
}
"""All that is measured beside the product, by what a table calls it."""
