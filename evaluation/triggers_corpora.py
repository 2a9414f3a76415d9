"""The corpora of the set `triggers`: texts with the words that carry events, typed by each set.

`trigger_types.toml` says what their types come to in ours.
"""

from __future__ import annotations

import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.records import EVENT_TYPES
from evaluation.names_corpora import json_lines, part_of
from evaluation.running_text import Extent, set_sentences

TYPES_FILE = Path(__file__).with_name("trigger_types.toml")
_LAST_MARKED = 5
"""MEANTIME marks every event up to this sentence (0 is the title, 1 the date), some after it."""
_TAG = re.compile(r"\(([A-Z]+(?:/[A-Z]+)*): ?")

Types = Mapping[str, frozenset[str]]
"""For the types of a set those of ours that are right on them; others are open."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An event as a set marks it.

    Attributes:
        words: Ranges of code points, half-open: to find one of them is to find it.
        type: The set's own.
    """

    words: tuple[Extent, ...]
    type: str


@dataclass(frozen=True, slots=True)
class TriggerText:
    """A text with its labelled events; `body_start` is the first code point that is read."""

    id: str
    text: str
    events: tuple[Labelled, ...]
    body_start: int = 0


@lru_cache(maxsize=1)
def load_types() -> Mapping[str, Types]:
    """The types of each set that is not marked in ours, by its name."""
    table = tomllib.loads(TYPES_FILE.read_text(encoding="utf-8"))
    return {name: {t: frozenset(ours) for t, ours in of.items()} for name, of in table.items()}


OWN_TYPES: Types = {one: frozenset([one]) for one in EVENT_TYPES}
"""Of a set that is marked in our types."""


# ------------------------------------------------------------------------- WikiEvents, ours


def read_wikievents(folder: Path) -> list[TriggerText]:
    """The development part of WikiEvents, one sentence a line as its texts have no paragraphs."""
    texts = []
    for document in json_lines(folder / "dev.jsonl"):
        starts: list[int] = []
        ends: list[int] = []
        lines = []
        at = 0
        for tokens, line in document["sentences"]:
            first = tokens[0][1]
            starts += [at + start - first for _, start, _ in tokens]
            ends += [at + end - first for _, _, end in tokens]
            lines.append(line)
            at += len(line) + 1
        events = [
            Labelled(
                ((starts[event["trigger"]["start"]], ends[event["trigger"]["end"] - 1]),),
                event["event_type"],
            )
            for event in document["event_mentions"]
        ]
        texts.append(TriggerText(document["doc_id"], "\n".join(lines), tuple(events)))
    return texts


def read_wikinews(folder: Path, part: str = "untouched") -> list[TriggerText]:
    """The articles of one part of `wikinews_annotated`."""
    texts = []
    for article in json_lines(folder / "annotated.jsonl"):
        if part_of(article["id"]) == part:
            events = [
                Labelled(((span["start"], span["end"]),), span["label"])
                for span in article["spans"]
                if span["layer"] == "trigger"
            ]
            body = article["text"].find("\n") + 1  # after the line of its date
            texts.append(TriggerText(article["id"], article["text"], tuple(events), body))
    return texts


# ----------------------------------------------------------------------------------- PLOVER


def read_plover(folder: Path) -> list[TriggerText]:
    """The sentences of PLOVER's codebook; the records of one sentence are one text."""
    path = folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"
    events: defaultdict[str, list[Labelled]] = defaultdict(list)
    for record in json.loads(path.read_text(encoding="utf-8")):
        if record["event"] != "DOCUMENT":
            text, marked = read_markup(markup_of(record))
            words = tuple(extent for tag, *extent in marked if tag == "EVT")
            events[text].append(Labelled(tuple((a, b) for a, b in words), record["event"]))
    return [TriggerText(f"plover-{n}", t, tuple(e)) for n, (t, e) in enumerate(events.items())]


def markup_of(record: Mapping[str, Any]) -> str:
    """The marked-up sentence of a record."""
    info = record["textInfo"]  # one record has the bare string
    return str(info if isinstance(info, str) else info["markup"])


def read_markup(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of "The (SRC: mayor) (EVT: met) …", and its tags with their ranges.

    Tags nest; a bracket too many is no part of the text, a curly one closes too.
    """
    kept: list[str] = []
    opened: list[tuple[str, int]] = []
    marked: list[tuple[str, int, int]] = []
    at = length = 0
    while at < len(markup):
        piece = markup[at]
        if tag := _TAG.match(markup, at):
            opened.append((tag[1], length))
            at = tag.end()
            continue
        at += 1
        if piece == "(":
            opened.append(("", length))
        elif piece in ")}":
            if not opened:
                continue
            name, start = opened.pop()
            if name:
                marked.append((name, start, length))
                continue
        kept.append(piece)
        length += 1
    return "".join(kept), marked


# --------------------------------------------------------------------------------- MEANTIME


def read_meantime(folder: Path) -> list[TriggerText]:
    """The sentences of MEANTIME in which every event is marked, one a line, without the date."""
    paths = sorted((folder / "intra_cross-doc_annotation").glob("*/*.xml"))
    return [_meantime_text(path.stem, ET.parse(path).getroot()) for path in paths]


def _meantime_text(name: str, root: ET.Element) -> TriggerText:
    sentences: defaultdict[int, list[ET.Element]] = defaultdict(list)
    for token in root.iter("token"):
        number = int(token.get("sentence", ""))
        if number != 1 and number <= _LAST_MARKED:
            sentences[number].append(token)
    lines = [sentences[number] for number in sorted(sentences)]
    text, places = set_sentences([[token.text or "" for token in line] for line in lines])
    extents = {
        token.get("t_id"): extent
        for line, row in zip(lines, places, strict=True)
        for token, extent in zip(line, row, strict=True)
    }
    events = []
    for mention, kind in _meantime_events(root):
        inside = [extents.get(anchor.get("t_id")) for anchor in mention.iter("token_anchor")]
        words = tuple(extent for extent in inside if extent is not None)
        if words:
            events.append(Labelled(words, kind))
    return TriggerText(name, text, tuple(events))


def _meantime_events(root: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """The mentions of events with the class of what they refer to; "" if that is not given."""
    marked = {element.get("m_id"): element for element in root.iterfind("Markables/*")}
    classes: dict[str | None, str] = {}
    for relation in root.iterfind("Relations/REFERS_TO"):
        target = relation.find("target")
        kind = marked[target.get("m_id")].get("class", "") if target is not None else ""
        classes |= {source.get("m_id"): kind for source in relation.iterfind("source")}
    for number, element in marked.items():
        if element.tag == "EVENT_MENTION":
            yield element, classes.get(number, "")
