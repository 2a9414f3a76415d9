"""What speaks for a name being a place's, each clue with its weight from ``data/place_clues.tsv``.

The weights are those of a logistic regression, in log-odds: a sum above 0 says rather yes.
``data/make_place_clues.py`` learns them from openly licensed reports alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from dateline.annotate.places.candidates import Candidate
from dateline.annotate.places.gazetteer import Place
from dateline.annotate.places.words import COMMON_WORDS, DIRECTIONS, PREPOSITIONS
from dateline.records import Token

LIKELY = -0.3
"""From here on a name is taken for a place's: a missed one costs more than a wrong one."""
SURE = 1.5
"""From here on a name is taken for a place's wherever it stands in the report."""
_CITY, _TOWN = 100_000, 15_000


class Standing(NamedTuple):
    """How a candidate stands among the other names of the report.

    Attributes:
        is_held: Whether what holds it follows ("Gujranwala, Punjab").
        is_holder: Whether it follows what it holds.
        is_sure_elsewhere: Whether the same name is surely a place's at another point.
        is_supported: Whether other names speak for its being the place it was taken for.
        is_listed: Whether a name that is surely a place's stands beside it in a list.
    """

    is_held: bool
    is_holder: bool
    is_sure_elsewhere: bool
    is_supported: bool
    is_listed: bool


def clues(
    candidate: Candidate, tokens: Sequence[Token], places: Sequence[Place], standing: Standing
) -> Iterator[str]:
    """The clues of a candidate; `places` are those of its name."""
    size = candidate.kind if candidate.kind != "known" else _size(places)
    yield f"is {size}"
    if candidate.inside:
        yield f"inside {candidate.inside}"
        yield f"inside {candidate.inside}, is {size}"
    else:
        yield f"named {candidate.named or 'nothing'}"
        yield f"named {candidate.named or 'nothing'}, is {size}"
    yield f"model {candidate.label or 'nothing'}"
    if candidate.within:
        yield f"model {candidate.within} round it"
    yield f"use {candidate.use}"
    if size in ("venue", "road", "ground", "guess"):
        yield f"use {candidate.use}, is {size}"
    if candidate.is_of_person:
        yield "in a person's name"
    if candidate.preposition in PREPOSITIONS:
        yield "after a preposition"
    yield from _of_words(candidate, tokens)
    if standing.is_held:
        yield "held"
    if standing.is_holder:
        yield "holder"
    if standing.is_sure_elsewhere:
        yield "sure elsewhere"
    if standing.is_listed:
        yield "listed"
    if standing.is_supported:
        yield "supported"
        yield f"supported, is {size}"


def _size(places: Sequence[Place]) -> str:
    """The best that a name is in the gazetteer, in a word."""
    exact = [p for p in places if not p.is_loose]
    printed = [p for p in exact if not p.is_alternate or p.kind == "region"]
    kinds = {p.kind for p in printed}
    for kind in ("country", "region", "admin1"):
        if kind in kinds:
            return kind
    population = max((p.population for p in printed if p.kind == "town"), default=-1)
    if population >= _CITY:
        return "city"
    if population >= _TOWN:
        return "town"
    others = [p for p in exact if p.is_alternate]
    if any(p.kind == "country" for p in others):
        return "other name of a state"
    if any(p.kind == "admin1" for p in others):
        return "other name of a province"
    if any(p.population >= _CITY for p in others):
        return "other name of a city"
    if printed:
        return "village" if population >= 0 else "district"
    return "small other name" if others else "alike"


def _of_words(candidate: Candidate, tokens: Sequence[Token]) -> Iterator[str]:
    """Clues of the words of the name and of those beside it."""
    head, first = tokens[candidate.last - 1], candidate.first
    if "PROPN" not in (head.pos, tokens[first].pos):
        yield "no proper noun"
    if candidate.last - first > 1:
        yield "several words"
    if candidate.name.isupper() and len(candidate.name) > 3:
        yield "in capitals"
    if candidate.name.lower() in COMMON_WORDS:
        yield "common word"
    if candidate.is_part:
        yield "after a party" if candidate.preposition == "-" else "part of a word"
    if first and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        if before.text.lower() in DIRECTIONS:
            yield "after a direction"
        elif before.text[:1].isupper() and before.pos == "PROPN":
            yield "after a capital"
        elif before.text.lower() == "the":
            yield "after the"
    else:
        yield "first in its sentence"
    if candidate.last < len(tokens):
        after = tokens[candidate.last]
        if after.text[:1].isupper() and after.pos == "PROPN":
            yield "before a capital"
        elif after.pos == "NOUN" and head.dep in ("compound", "nmod", "amod"):
            yield "before a noun"
        elif after.tag == "POS":
            yield "owner"
        elif after.text == ",":
            yield "before a comma"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = files("dateline.annotate").joinpath("data/place_clues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {clue: float(weight) for clue, weight in rows}


def weigh(found: Iterable[str]) -> float:
    """The sum of the clues' weights, and of what speaks for no name at all."""
    weights = _weights()
    return round(weights["always"] + sum(weights.get(clue, 0.0) for clue in found), 1)
