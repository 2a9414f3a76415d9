"""Which entries of a list each system finds for a name, the best first, with its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from dateline.resolve.matching import compare_names, prepare_name
from dateline.resolve.matching.index import NameIndex
from evaluation.name_matching_corpora import Entry
from evaluation.peers.environment import ask
from evaluation.peers.known import NOMENKLATURA

DEEPEST = 10
FIRST = 50
"""Entries that a system too slow for the whole list is asked about."""
Found = list[tuple[int, float]]
"""Places in the list and scores, best first."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A name that is looked for among the entries of one schema."""

    name: str
    schema: str


def find_ours(entries: Sequence[Entry], sought: Sequence[Sought]) -> list[Found]:
    """The product: its index gives candidates, its comparison the scores."""
    prepared = [prepare_name(entry.name, entry.schema) for entry in entries]
    index = NameIndex(prepared)
    answers = []
    for one in sought:
        name = prepare_name(one.name, one.schema)
        places = [place for place, _ in index.candidates(name, FIRST, 0.1)]
        scored = [(place, compare_names(name, prepared[place]).score) for place in places]
        answers.append(best(scored))
    return answers


def best(scored: Found) -> Found:
    """The best ones; of equal ones that which came first."""
    return sorted(scored, key=lambda one: -one[1])[:DEEPEST]


def find_similar(
    entries: Sequence[Entry], sought: Sequence[Sought], most: int = DEEPEST
) -> list[Found]:
    """rapidfuzz: the words sorted, then the share of the letters, against each entry."""
    answers: list[Found] = [[] for _ in sought]
    for schema in sorted({one.schema for one in sought}):
        places = [i for i, entry in enumerate(entries) if entry.schema == schema]
        asked = [i for i, one in enumerate(sought) if one.schema == schema]
        names = [default_process(entries[i].name) for i in places]
        for start in range(0, len(asked), 1000):
            some = asked[start : start + 1000]
            grid = process.cdist(
                [default_process(sought[i].name) for i in some], names,
                scorer=fuzz.token_sort_ratio, dtype=np.float32,
            )  # fmt: skip
            for i, row in zip(some, grid, strict=True):
                order = np.argsort(-row, kind="stable")[:most]
                answers[i] = [(places[j], float(row[j]) / 100) for j in order]
    return answers


def find_logic(entries: Sequence[Entry], sought: Sequence[Sought]) -> list[Found]:
    """logic-v2, asked about what rapidfuzz and our index hold to be nearest.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    index = NameIndex([prepare_name(entry.name, entry.schema) for entry in entries])
    questions, asked = [], []
    for one, similar in zip(sought, find_similar(entries, sought, FIRST), strict=True):
        places = [place for place, _ in similar]
        name = prepare_name(one.name, one.schema)
        more = [place for place, _ in index.candidates(name, FIRST, 0.1)]
        places += [p for p in more if p not in places and entries[p].schema == one.schema]
        asked.append(places)
        questions.append([one.name, one.schema, [entries[place].name for place in places]])
    answers = ask(NOMENKLATURA, questions)
    return [
        best(list(zip(places, scores, strict=True)))
        for places, scores in zip(asked, answers, strict=True)
    ]
