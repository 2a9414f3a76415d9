"""The word lists of this stage, read once from the TSV files in `data/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def load_plain_words() -> frozenset[str]:
    """Folded words that say nothing of what happened."""
    return frozenset(word for row in _rows("plain_words.tsv") for word in row[0].split())


@cache
def load_common_words() -> frozenset[str]:
    """Folded words that reports of any happening print, beside the plain ones."""
    return frozenset(word for row in _rows("common_words.tsv") for word in row[0].split())


@cache
def load_anybody() -> frozenset[str]:
    """Folded words for people of no kind: "12 people", "12 victims"."""
    return frozenset(row[0] for row in _rows("anybody.tsv"))


@cache
def load_bodies() -> frozenset[str]:
    """Folded words that the names of many bodies share: "forces"."""
    return frozenset(row[0] for row in _rows("bodies.tsv"))


@cache
def load_venues() -> frozenset[str]:
    """Folded words for buildings that hold no other building."""
    return frozenset(row[0] for row in _rows("venues.tsv"))


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dateline.events") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    yield from rows[1:]
