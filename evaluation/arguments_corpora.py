"""The corpora of the set `arguments`: texts with events, and who and what plays which part in each.

`argument_roles.toml` says which sides of a claim their roles come to.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from evaluation.names_corpora import json_lines
from evaluation.running_text import Extent, set_sentences

ROLES_FILE = Path(__file__).with_name("argument_roles.toml")


@dataclass(frozen=True, slots=True)
class Argument:
    """Somebody or something that plays a part.

    Attributes:
        sides: Where a claim of ours has it: "who", "whom", "where".
        mentions: The words of each of its mentions that the set knows.
    """

    sides: frozenset[str]
    mentions: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event of a measured type, and its arguments whose roles have a counterpart."""

    group: str
    type: str
    trigger: Extent
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class ArgumentText:
    """A text with its events of measured types, and the triggers of its other events.

    Attributes:
        is_whole: Whether all events of the text are marked, not one alone.
    """

    id: str
    text: str
    events: tuple[MarkedEvent, ...]
    others: tuple[Extent, ...] = ()
    is_whole: bool = True


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    table = tomllib.loads(ROLES_FILE.read_text(encoding="utf-8"))
    return table["types"], {role: frozenset(sides) for role, sides in table["roles"].items()}


def group_of(type_: str) -> str | None:
    """The group that a type is measured in; None if it is not."""
    types, _ = _tables()
    return next((g for g, begins in types.items() if type_.casefold().startswith(begins)), None)


def sides_of(role: str) -> frozenset[str]:
    """The sides of a claim that a role comes to; none if it has no counterpart."""
    return _tables()[1].get(role.casefold(), frozenset())


# ----------------------------------------------------------------------------------- WikiEvents


def read_wikievents(folder: Path) -> list[ArgumentText]:
    """The development part; any mention of the same cluster is an argument's."""
    clusters = {
        row["doc_key"]: row["clusters"] for row in json_lines(folder / "coref" / "dev.jsonlines")
    }
    return [
        _wikievents_text(document, clusters.get(document["doc_id"], ()))
        for document in json_lines(folder / "dev.jsonl")
    ]


def _wikievents_text(
    document: Mapping[str, Any], clusters: Sequence[Sequence[str]]
) -> ArgumentText:
    lines, extents = [], []
    at = 0
    for tokens, line in document["sentences"]:
        first = tokens[0][1]
        extents += [(at + start - first, at + end - first) for _, start, end in tokens]
        lines.append(line)
        at += len(line) + 1

    def extent(row: Mapping[str, Any]) -> Extent:
        return extents[row["start"]][0], extents[row["end"] - 1][1]

    mentions = {m["id"]: extent(m) for m in document["entity_mentions"]}
    same = {one: cluster for cluster in clusters for one in cluster}
    events, others = [], []
    for event in document["event_mentions"]:
        group, trigger = group_of(event["event_type"]), extent(event["trigger"])
        if group is None:
            others.append(trigger)
            continue
        arguments = [
            Argument(
                sides_of(row["role"]),
                tuple(
                    mentions[one]
                    for one in dict.fromkeys((row["entity_id"], *same.get(row["entity_id"], ())))
                    if one in mentions
                ),
            )
            for row in event["arguments"]
        ]
        kept = tuple(dict.fromkeys(a for a in arguments if a.sides and a.mentions))
        events.append(MarkedEvent(group, event["event_type"], trigger, kept))
    return ArgumentText(document["doc_id"], "\n".join(lines), tuple(events), tuple(others))


# ----------------------------------------------------------------------------------------- RAMS


def read_rams(folder: Path) -> list[ArgumentText]:
    """The development part: five sentences and one event each, those of measured types."""
    return [text for text in map(_rams_text, _rows(folder / "dev.jsonlines")) if text.events]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _rams_text(row: Mapping[str, Any]) -> ArgumentText:
    text, places = set_sentences(row["sentences"])
    extents = [extent for sentence in places for extent in sentence]

    def extent(ends: Sequence[int]) -> Extent:
        return extents[ends[0]][0], extents[ends[1]][1]

    events = []
    for start, end, types in row["evt_triggers"]:
        type_ = types[0][0]
        group = group_of(type_)
        if group is None:
            continue
        arguments = [
            Argument(sides_of(role.partition("arg")[2][2:]), (extent(span),))
            for trigger, span, role in row["gold_evt_links"]
            if list(trigger) == [start, end]
        ]
        kept = tuple(dict.fromkeys(a for a in arguments if a.sides))
        events.append(MarkedEvent(group, type_, extent((start, end)), kept))
    return ArgumentText(row["doc_key"], text, tuple(events), is_whole=False)
