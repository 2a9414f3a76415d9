"""Items of a list that opens "… in Pakistan …:" are there too, where they say no place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claims.reading import Reading
from dateline.records import Claim, Where


def place_listed(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of a placed list that say no place with that of the list."""
    lists = list(_placed_lists(reading))
    starts = [start for start, _, _ in lists]
    placed = []
    for claim in claims:
        at = bisect_right(starts, claim.trigger.start) - 1
        if claim.kind == "event" and claim.where is None and at >= 0:
            _, end, where = lists[at]
            claim = replace(claim, where=where) if claim.trigger.start < end else claim
        placed.append(claim)
    return placed


def _placed_lists(reading: Reading) -> Iterator[tuple[int, int, Where]]:
    """The range and the place of each list: up to the next heading, or the next such list."""
    places = [p for p in reading.annotations.places if p.use == "place"]
    begins = [p.words.start for p in places]
    start, where = 0, None
    for sentence in reading.annotations.sentences:
        if sentence.heading and where is not None:
            yield start, sentence.start, where
            where = None
        if not reading.report.text[sentence.start : sentence.end].rstrip().endswith(":"):
            continue
        first, last = (bisect_left(begins, edge) for edge in (sentence.start, sentence.end))
        if last - first == 1:
            if where is not None:
                yield start, sentence.start, where
            start, where = sentence.end, places[first].where
            where = replace(where, reasons=(*where.reasons, "told of the whole list"))
    if where is not None:
        yield start, len(reading.report.text), where
