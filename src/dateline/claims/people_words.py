"""The words of ``lexicon/people.toml``, by which grammar tells who does what to whom."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Lists of lemmas; the head of each list in the file says what it is for."""

    light: frozenset[str]
    doing: frozenset[str]
    suffering: frozenset[str]
    answering: frozenset[str]
    entering: frozenset[str]
    giving: frozenset[str]
    forces: frozenset[str]
    object_control: frozenset[str]
    hiring: frozenset[str]
    accusing: frozenset[str]
    quantities: frozenset[str]
    tellings: frozenset[str]
    under: frozenset[str]
    at_will: frozenset[str]
    through: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_people_words() -> PeopleWords:
    """The lists of the package."""
    path = files("dateline.claims") / "lexicon" / "people.toml"
    rows = tomllib.loads(path.read_text("utf-8"))
    through = {type_: frozenset(words) for type_, words in rows.pop("through").items()}
    return PeopleWords(**{name: frozenset(words) for name, words in rows.items()}, through=through)
