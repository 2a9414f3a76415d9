"""The word lists of who speaks, read once from ``data/speakers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.records import UnnamedSort


@dataclass(frozen=True, slots=True)
class Lists:
    """Lemmas in lower case, by what the file says of them.

    Attributes:
        outlet_noun_after: Nouns to the words before them that make them an outlet.
        sorts: For each sort the words before a noun, and the nouns; the first that fits counts.
    """

    no_report: frozenset[str]
    no_source: frozenset[str]
    addressing: frozenset[str]
    passing: frozenset[str]
    speaking: frozenset[str]
    voicing: frozenset[str]
    perceiving: frozenset[str]
    outlet_noun: frozenset[str]
    outlet_noun_after: Mapping[str, frozenset[str]]
    sorts: tuple[tuple[UnnamedSort, frozenset[str], frozenset[str]], ...]


@lru_cache(maxsize=1)
def load_lists() -> Lists:
    """The lists of the package."""
    table = tomllib.loads(
        (files("dateline.annotate") / "data" / "speakers.toml").read_text("utf-8")
    )
    return Lists(
        no_report=frozenset(table["no_report"]),
        no_source=frozenset(table["no_source"]),
        addressing=frozenset(table["addressing"]),
        passing=frozenset(table["passing"]),
        speaking=frozenset(table["speaking"]),
        voicing=frozenset(table["voicing"]),
        perceiving=frozenset(table["perceiving"]),
        outlet_noun=frozenset(table["outlet_noun"]),
        outlet_noun_after={
            noun: frozenset(words) for noun, words in table["outlet_noun_after"].items()
        },
        sorts=tuple(
            (row["sort"], frozenset(row["before"]), frozenset(row["nouns"]))
            for row in table["sort"]
        ),
    )
