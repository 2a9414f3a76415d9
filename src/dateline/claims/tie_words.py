"""Words of ``lexicon/ties.toml`` that tell of parties, crowds and seats, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TieWords:
    """Word lists, in lower case.

    Attributes:
        camps: Last words of the names of parties and movements, which people have ("his party").
        crowds: Nouns for one of a crowd that a report may tell of ("protester").
        seats: Nouns for who sits in a chamber, to the last words of such chambers' names.
        shorts: Words for a body that may stand for its name before a post ("committee member").
        letters: Letters for a party in brackets after a name ("R" in "(R-Texas)") to its names.
    """

    camps: frozenset[str]
    crowds: frozenset[str]
    seats: Mapping[str, tuple[str, ...]]
    shorts: frozenset[str]
    letters: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_tie_words() -> TieWords:
    """The word lists of the package."""
    text = (files("dateline.claims") / "lexicon" / "ties.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return TieWords(
        camps=frozenset(row["lemma"] for row in rows["camp"]),
        crowds=frozenset(row["lemma"] for row in rows["crowd"]),
        seats={row["lemma"]: tuple(row["in"]) for row in rows["seat"]},
        shorts=frozenset(row["lemma"] for row in rows["short"]),
        letters={row["letter"]: frozenset(row["party"]) for row in rows["letter"]},
    )
