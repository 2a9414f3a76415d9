"""The word lists of this stage, read once from the TSV files in `data/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def load_plain_words() -> frozenset[str]:
    """Folded words that say nothing of what happened."""
    return frozenset(word for row in _rows("plain_words.tsv") for word in row[0].split())


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dateline.events") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    yield from rows[1:]
