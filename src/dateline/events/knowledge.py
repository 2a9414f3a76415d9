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
def load_numbers() -> dict[str, int]:
    """Number word → number; a tens word and a unit ("twenty-three") are added."""
    return {row[0]: int(row[1]) for row in _rows("numbers.tsv")}


@cache
def load_harms() -> dict[str, str]:
    """Folded word → the harm that it counts: "killed", "injured" or "detained"."""
    return {word: row[0] for row in _rows("harms.tsv") for word in row[1].split()}


@cache
def load_not_counts(place: str) -> frozenset[str]:
    """Folded words "before" or "after" a number that make it no count of people."""
    rows = [row for row in _rows("not_counts.tsv") if row[0] == place]
    return frozenset(word for row in rows for word in row[1].split())


@cache
def load_bounds() -> dict[tuple[str, ...], str]:
    """Folded words before a number → "least", "most" or "about"."""
    return {tuple(row[1].split()): row[0] for row in _rows("bounds.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dateline.events") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    yield from rows[1:]
