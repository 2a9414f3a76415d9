"""SemEval-2015 task 4: reports as raw text with their day, and the timelines of their entities."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from dateline.read import read_bytes
from dateline.records import Report
from evaluation.benchmark import DataMissing
from evaluation.running_text import Extent, set_sentences

Mention = tuple[str, int, str]
"""The number of a report, of a sentence, and the words of the event."""


@dataclass(frozen=True, slots=True)
class Line:
    """One event of a timeline; `order` 0 is for one without a place in it."""

    order: int
    day: str
    mentions: frozenset[Mention]


Timelines = Mapping[str, tuple[Line, ...]]
"""The name of an entity → its events."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report, its number in the set, and where each of its sentences stands."""

    number: str
    report: Report
    sentences: Mapping[int, Extent]


def read_told(path: Path) -> Told:
    """One file of the CAT format; of its marks only the day of the report is read."""
    root = ElementTree.fromstring(path.read_bytes())
    rows: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        rows[int(token.get("sentence", "0"))].append(token.text or "")
    text, places = set_sentences(rows[number] for number in sorted(rows))
    days = [
        mark.get("value", "")
        for mark in root.iter("TIMEX3")
        if mark.get("functionInDocument") == "CREATION_TIME"
    ]
    read = read_bytes(text.encode())
    if read.text != text:
        raise ValueError(f"{path.name} is not read as it stands")
    report = replace(read, file=path.stem, published=days[0] if days else None, body_start=0)
    extents = {
        number: (row[0][0], row[-1][1])
        for number, row in zip(sorted(rows), places, strict=True)
        if row
    }
    return Told(re.split(r"[-_]", path.stem)[0], report, extents)


def read_corpus(folder: Path) -> list[Told]:
    """The reports of a folder, by file.

    Raises:
        DataMissing: If it holds none.
    """
    paths = sorted(folder.glob("*.xml"))
    if not paths:
        raise DataMissing(f"timelines: {folder} holds no reports")
    return [read_told(path) for path in paths]


def read_timelines(folder: Path) -> Timelines:
    """The timelines of a folder, by the entity that each file is named for."""
    found: dict[str, tuple[Line, ...]] = {}
    for path in sorted(folder.glob("*.txt")):
        _, *rows = path.read_text(encoding="utf-8-sig").splitlines()
        found[path.stem.replace("_", " ")] = tuple(_line(row) for row in rows if row.strip())
    return found


def _line(row: str) -> Line:
    order, day, *mentions = row.split()
    return Line(int(order), day, frozenset(_mention(one) for one in mentions))


def _mention(words: str) -> Mention:
    report, sentence, event = words.split("-", 2)
    return report, int(sentence), event.casefold()
