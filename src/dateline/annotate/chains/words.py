"""What the stage knows of names of one: spellings, phrases of aliases, places that act."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Letters that one name is written with one way or the other, and pairs that are two names.

    Attributes:
        inner: Pairs that count inside a word only.
    """

    pairs: frozenset[Pair]
    inner: frozenset[Pair]
    apart: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class AliasPhrases:
    """Phrases between two names of one, and small phrases before and after them.

    Attributes:
        participles: Verbs that tie only as such.
    """

    any: frozenset[str]
    bodies: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    participles: frozenset[str]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words in names of bodies, in lower case.

    Attributes:
        parts: Of a part of a body, or of one called after it.
        standing: Last words that are names by themselves.
        kinds: Last words that say what a body is.
        turned: Whose names have two orders.
        small: That initials may leave out.
    """

    parts: frozenset[str]
    standing: frozenset[str]
    kinds: frozenset[str]
    turned: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Acting:
    """How a place or people acts as a body; lemmas in lower case.

    Attributes:
        capitals: As written, with the usual name of the state.
        seats: Buildings and streets that stand for a body, as written.
    """

    capitals: dict[str, str]
    seats: frozenset[str]
    verbs: frozenset[str]
    dealings: frozenset[str]
    belongings: frozenset[str]
    deeds: frozenset[str]


@lru_cache(maxsize=1)
def load_spellings() -> Spellings:
    """The table of spellings."""
    table = _toml("spellings.toml")
    return Spellings(
        pairs=_both_ways(table["pairs"]),
        inner=_both_ways(table["inner_vowels"]),
        apart=frozenset(frozenset(pair) for pair in table["apart"]),
    )


@lru_cache(maxsize=1)
def load_alias_phrases() -> AliasPhrases:
    """The phrases that tie two names."""
    table = _toml("aliases.toml")
    kinds = ("any", "bodies", "before", "after", "participles")
    return AliasPhrases(*(frozenset(table[kind]) for kind in kinds))


@lru_cache(maxsize=1)
def load_body_words() -> BodyWords:
    """The words in names of bodies."""
    table = _toml("body_names.toml")
    lists = ("parts", "standing", "kinds", "turned", "small")
    return BodyWords(*(frozenset(table[key]) for key in lists))


@lru_cache(maxsize=1)
def load_acting() -> Acting:
    """The words of places and peoples that act."""
    table = _toml("acting.toml")
    lists = {k: frozenset(table[k]) for k in ("seats", "verbs", "dealings", "belongings", "deeds")}
    return Acting(capitals=_capitals(), **lists)


def _capitals() -> dict[str, str]:
    text = (files("dateline.annotate") / "data" / "capitals.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {capital: state for names, state in rows for capital in names.split("|")}


def _both_ways(pairs: list[list[str]]) -> frozenset[Pair]:
    return frozenset(found for one, other in pairs for found in ((one, other), (other, one)))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dateline.annotate") / "data" / name).read_text("utf-8"))
