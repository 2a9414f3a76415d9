"""The corpora of the set `names`: texts with the persons, organizations and places named in them.

What each labels comes to in these three types: wikigold and WNUT17 by their own types, with
WNUT17's corporations and groups (teams, bands) as organizations; `wikinews_annotated` with the
name of a place as a place even where it acts. re3d has a module of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evaluation.running_text import set_sentences

NameType = Literal["person", "organization", "place", "group"]
"""Groups (peoples, religions) are found by the systems and measured nowhere."""

_WNUT: Mapping[str, NameType] = {
    "person": "person",
    "location": "place",
    "corporation": "organization",
    "group": "organization",
}
_WIKIGOLD: Mapping[str, NameType] = {"PER": "person", "LOC": "place", "ORG": "organization"}
_WIKINEWS: Mapping[str, NameType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "place_as_actor": "place",
}


@dataclass(frozen=True, slots=True, order=True)
class TypedName:
    """A name in a text, labelled or found: code points, half-open; titles and articles outside."""

    start: int
    end: int
    type: NameType


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its labelled names, in text order and without overlaps.

    Attributes:
        body_start: The first code point that is read.
    """

    id: str
    text: str
    names: tuple[TypedName, ...]
    body_start: int = 0


def part_of(article: str) -> Literal["train", "development", "untouched"]:
    """The part that an article of `wikinews_annotated` belongs to, by its id alone.

    The same as where the reader is trained: nothing is learnt from one in five.
    """
    place = int(hashlib.sha256(article.encode()).hexdigest(), 16) % 10
    return "untouched" if place < 2 else "development" if place == 2 else "train"


# ---------------------------------------------------------------------------------- columns


def read_wikigold(folder: Path) -> list[NamedText]:
    """wikigold by article, one sentence a line."""
    path = folder / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    articles: list[list[list[tuple[str, str]]]] = [[]]
    for rows in _sentences(path):
        if rows[0][0] == "-DOCSTART-":
            articles.append([])
        else:
            articles[-1].append(rows)
    kept = [article for article in articles if article]
    return [_of_columns(f"wikigold-{n}", rows, _WIKIGOLD) for n, rows in enumerate(kept)]


def read_wnut(folder: Path) -> list[NamedText]:
    """The development part of WNUT17, every post a text of its own."""
    path = folder / "WNUT17" / "CONLL-format" / "data" / "dev" / "emerging.dev.conll"
    return [_of_columns(f"wnut17-{n}", [rows], _WNUT) for n, rows in enumerate(_sentences(path))]


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            columns = line.split()
            rows.append((columns[0], columns[-1]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _of_columns(
    name: str, sentences: Sequence[Sequence[tuple[str, str]]], types: Mapping[str, NameType]
) -> NamedText:
    """A text of labelled words; an I- that goes on from nothing (wikigold has no B-) begins."""
    text, places = set_sentences([[word for word, _ in rows] for rows in sentences])
    names: list[TypedName] = []
    for rows, extents in zip(sentences, places, strict=True):
        before = ""
        for (_, label), (start, end) in zip(rows, extents, strict=True):
            side, _, kind = label.partition("-")
            if kind in types:
                if side == "I" and before == kind:
                    start = names.pop().start
                names.append(TypedName(start, end, types[kind]))
            before = kind
    return NamedText(name, text, tuple(names))


# --------------------------------------------------------------------------------- wikinews


def read_wikinews(folder: Path, part: str = "untouched") -> list[NamedText]:
    """The articles of one part of `wikinews_annotated`; of nested names the longer one."""
    articles = json_lines(folder / "annotated.jsonl")
    texts = []
    for article in articles:
        if part_of(article["id"]) == part:
            names = [
                TypedName(span["start"], span["end"], _WIKINEWS[span["label"]])
                for span in article["spans"]
                if span["layer"] == "name" and span["label"] in _WIKINEWS
            ]
            body = article["text"].find("\n") + 1  # after the line of its date
            texts.append(NamedText(article["id"], article["text"], outermost(names), body))
    return texts


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def outermost(names: Iterable[TypedName]) -> tuple[TypedName, ...]:
    """Names without those that overlap a longer one, in text order."""
    kept: list[TypedName] = []
    for name in sorted(set(names), key=lambda n: (n.start - n.end, n)):
        if not any(name.start < other.end and other.start < name.end for other in kept):
            kept.append(name)
    return tuple(sorted(kept))
