"""Why a name was taken for a place, in words that a reader can check against the report."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.annotate.places.evidence import COLUMN, Evidence, Floats, Group
from dateline.annotate.places.gazetteer import Place
from dateline.annotate.places.readings import Reading

_CLEAR = 0.3
"""How much of a voice makes a reason worth telling."""
_IN_WORDS = {
    "in_sentence": "is named in the same sentence",
    "in_report": "is named in the report",
}
_CLOSE_KM = 150.0


def supports(table: Floats, row: int) -> bool:
    """Whether other names speak for the reading in this row."""
    names = ("holder_follows", "holder_in_report", "country_in_report", "close_in_report")
    return any(table[row, COLUMN[name]] >= _CLEAR for name in names)


def tell(evidence: Evidence, table: Floats, belief: Floats, row: int) -> tuple[str, ...]:
    """The clauses for the reading in this row, the strongest first."""
    group = evidence.groups[evidence.owner[row]]
    return tuple(_clauses(evidence, table, belief, row, group))


def _clauses(
    evidence: Evidence, table: Floats, belief: Floats, row: int, group: Group
) -> Iterator[str]:
    reading = group.readings[row - evidence.starts[evidence.owner[row]]]
    place = reading.place
    yield from _as_read(reading)
    if table[row, COLUMN["holder_follows"]]:
        yield f"in {group.holder}, which follows it"
    else:
        yield from _held(evidence, table, belief, row)
    near = _closest(evidence, belief, row)
    if near is not None:
        other, km = near
        yield f"{km:.0f} km from {other.name}, also named"
    if table[row, COLUMN["holds_others"]] >= _CLEAR and place.kind != "country":
        yield "other places of the report lie in it"
    if len(group.readings) > 1:
        size = f", {place.population:,} people" if place.population else ""
        most = ", the largest" if place.population and not table[row, COLUMN["share"]] else ""
        yield f"chosen among {len(group.readings)} places of that name{most}{size}"
    elif reading.via == "name" and place.kind not in ("country", "region"):
        yield "the only place of that name"


def _as_read(reading: Reading) -> Iterator[str]:
    place, via = reading
    if via == "adjective":
        yield f"the word for what or who is of {place.name}"
    elif via == "abbreviation":
        yield f"short for {place.name}"
    elif via == "part":
        yield f"the name holds the name {place.name}"
    elif place.is_loose:
        yield f"written much like {place.name}"
    elif place.kind == "country":
        yield "name of a country"
    elif place.kind == "region":
        yield "name of a region"


def _held(evidence: Evidence, table: Floats, belief: Floats, row: int) -> Iterator[str]:
    """The area or region, else the state, that holds it, and where that is named."""
    for name, relation in (("holder", evidence.in_area), ("country", evidence.in_state)):
        for where, words in _IN_WORDS.items():
            if table[row, COLUMN[f"{name}_{where}"]] < _CLEAR:
                continue
            voices = relation[row] * belief
            if where == "in_sentence":
                voices = voices * evidence.same[row][evidence.owner]
            holder = evidence.places[int(np.argmax(np.round(voices, 6)))]
            yield f"{holder.name} {words}"
            return


def _closest(evidence: Evidence, belief: Floats, row: int) -> tuple[Place, float] | None:
    """The believed place nearest to the reading, if one is near."""
    closeness = evidence.closeness[row]
    is_heard = evidence.is_heard[evidence.owner]
    believed = np.where(
        (belief >= 0.5) & (closeness > 0) & is_heard, evidence.distance[row], np.inf
    )
    nearest = int(np.argmin(believed))
    km = float(believed[nearest])
    return (evidence.places[nearest], km) if km <= _CLOSE_KM else None
