"""The labels of EventTime on TimeBank-Dense: on which day each event was, as far as they tell."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.records.edtf import edtf_bounds

_SINGLE = Path("input/2_SingleDay")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document as the set prints it: its words."""

    document: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventLabel:
    """An event of a single day, and what its labels say of that day.

    Attributes:
        event: The label of its word in the document.
        word: Its place among the words of `sentence`.
        published: ISO date of the document.
        value: The day, or month, that it was in; None where the labels give none.
        side: "before", "same" or "after" the document's date.
        start: First day that it can have been on; None if open.
        end: First day that it can't have been on any more; None if open.
    """

    event: str
    sentence: Sentence
    word: int
    published: str
    value: str | None
    side: str
    start: date | None
    end: date | None


def read_events(data: Path, part: str) -> list[EventLabel]:
    """The single-day events of "dev" or "train", in the order of the file; none if it is missing.

    The training part labels only the side of the document's date.
    """
    published = dict(
        line.split("\t")
        for line in (data / "0_Preprocessing/corpus/dct.txt").read_text("utf-8").splitlines()
        if "\t" in line
    )
    events = {
        (row["corpusFile"], row["eId"]): _against_report(row, published[row["corpusFile"]][:10])
        for row in _rows(data / _SINGLE / "1_DCTRelations" / f"{part}.txt")
    }
    for row in _rows(data / _SINGLE / "3_TimexRelations" / f"{part}.txt"):
        key = row["corpusFile"], row["eId"]
        if key in events:
            events[key] = _against_time(events[key], row["label"], row["value"][:10])
    return list(events.values())


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """One Python literal a line."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield ast.literal_eval(line)


def _against_report(row: Mapping[str, Any], published: str) -> EventLabel:
    day = date.fromisoformat(published)
    side = {"DCT": "same", "beforeDCT": "before", "afterDCT": "after"}[row["label"]]
    return EventLabel(
        event=row["eId"],
        sentence=Sentence(row["corpusFile"], tuple(row["sentence"])),
        word=row["eventPosition"],
        published=published,
        value=published if side == "same" else None,
        side=side,
        start=None if side == "before" else day if side == "same" else day + timedelta(days=1),
        end=None if side == "after" else day + timedelta(days=1) if side == "same" else day,
    )


def _against_time(label: EventLabel, relation: str, value: str) -> EventLabel:
    """What one more relation says: "s" in that time, "b" before it, "a" after it."""
    if relation == "s" and label.value is None:
        label = replace(label, value=value)
    try:
        first, after = edtf_bounds(value)
    except ValueError:
        return label
    if relation in "sa":
        first, after = (after, None) if relation == "a" else (first, after)
    else:
        first, after = None, first
    return replace(
        label,
        start=max((day for day in (label.start, first) if day), default=None),
        end=min((day for day in (label.end, after) if day), default=None),
    )
