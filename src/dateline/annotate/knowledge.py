"""What the stage knows beforehand: the word lists of ``data/``, read once."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

LONGEST_TITLE = 5
"""Words: no title in the data is longer."""

_UNION = frozenset(["EU", "E.U.", "European Union", "Eurozone", "euro zone"])
"""Stands among the adjectives of Europe, but is a body."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state as an actor: its usual name and ISO 3166-1 alpha-2 code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Word lists, in lower case unless they say otherwise.

    Attributes:
        titles: Phrases that stand in front of a person's name ("prime minister").
        honorifics: Those that are no post ("dr.").
        body_words: Last words of organisations' names ("ministry", "league").
        group_words: Words inside names of movements ("jabhat", "tehrik").
        particles: Small words inside persons' names ("al", "bin").
        occasion_words: Last words of names of occasions and works ("conference").
        demonyms: Adjectives and peoples ("turkish", "turks") to their country.
        peoples: Adjectives and peoples of places that are no states, and of beliefs, as written
            ("Iowan", "Sunnis").
        countries: Names and usual aliases of states, in lower case.
        never_names: Capitalised words that are no names, as written.
        given_names: First words of persons' names, as written, to "f", "m" or "".
        platforms: Where things are posted ("telegram").
        outlets, outlet_words: Names of outlets, and last words of such names ("gazette").
    """

    titles: frozenset[str]
    honorifics: frozenset[str]
    body_words: frozenset[str]
    group_words: frozenset[str]
    particles: frozenset[str]
    occasion_words: frozenset[str]
    role_nouns: frozenset[str]
    kin_nouns: frozenset[str]
    group_nouns: frozenset[str]
    body_nouns: frozenset[str]
    organization_nouns: frozenset[str]
    never_names: frozenset[str]
    given_names: dict[str, str]
    platforms: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    demonyms: dict[str, Country]
    peoples: frozenset[str]
    countries: dict[str, Country]

    def country_of(self, text: str) -> Country | None:
        """The state that a name is a name of, or None."""
        folded = text.casefold()
        if folded.startswith("the "):
            folded = folded[4:]
        return self.countries.get(folded)

    def last_title(self, words: Sequence[str]) -> tuple[int, int] | None:
        """The range of the last title in a run of words, widest first; None without one."""
        lower = [w.casefold() for w in words]
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - LONGEST_TITLE), end):
                if " ".join(lower[start:end]) in self.titles:
                    return self._stacked(lower, start, end)
        return None

    def _stacked(self, lower: list[str], start: int, end: int) -> tuple[int, int]:
        """Take in titles right before: "former Prime Minister Dr."."""
        for before in range(max(0, start - LONGEST_TITLE), start):
            if " ".join(lower[before:start]) in self.titles:
                return self._stacked(lower, before, end)
        return start, end


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """The word lists of the package."""
    nouns, titles, sources = _toml("nouns.toml"), _toml("titles.toml"), _toml("sources.toml")
    demonyms, countries = _countries()
    return Knowledge(
        titles=frozenset(e["title"].casefold() for e in titles["title"]),
        honorifics=frozenset(
            e["title"].casefold() for e in titles["title"] if e["kind"] == "honorific"
        ),
        body_words=frozenset(w.casefold() for w in titles["organization_heads"]),
        group_words=frozenset(w.casefold() for w in titles["group_words"]),
        particles=frozenset(w.casefold() for w in titles["particles"]),
        occasion_words=frozenset(nouns["occasion"]),
        role_nouns=frozenset(nouns["role"]),
        kin_nouns=frozenset(nouns["kin"]),
        group_nouns=frozenset(nouns["group"]),
        body_nouns=frozenset(nouns["body"]),
        organization_nouns=frozenset(nouns["organization"]),
        never_names=frozenset(nouns["never"]),
        given_names=dict(_pairs("given_names.tsv")),
        platforms=frozenset(p.casefold() for p in sources["platforms"]),
        outlets=frozenset(o.casefold().removeprefix("the ") for o in sources["outlet"]),
        outlet_words=frozenset(w.casefold() for w in sources["outlet_words"]),
        demonyms=demonyms,
        peoples=frozenset([*_peoples(), *nouns["belief"]]),
        countries=countries,
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dateline.annotate") / "data" / name).read_text("utf-8"))


def _pairs(name: str) -> list[tuple[str, str]]:
    text = (files("dateline.annotate") / "data" / name).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(first, second) for first, second in rows]


def _peoples() -> Iterator[str]:
    text = (files("dateline.annotate") / "data" / "short_names.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#") and line.endswith("\tadjective"):
            yield from (form for form in line.split("\t")[0].split("|") if form not in _UNION)


def _countries() -> tuple[dict[str, Country], dict[str, Country]]:
    demonyms: dict[str, Country] = {}
    countries: dict[str, Country] = {}
    text = (files("dateline.annotate") / "data" / "demonyms.tsv").read_text("utf-8")
    rows = csv.DictReader(
        (line for line in text.splitlines() if line and not line.startswith("#")), delimiter="\t"
    )
    for row in rows:
        country = Country(row["country"], row["iso2"])
        countries.setdefault(country.name.casefold(), country)
        for word in (*row["adjective"].split("|"), *row["people"].split("|")):
            if word:
                demonyms.setdefault(word.casefold(), country)
    for alias, name in _toml("nouns.toml").get("country_alias", {}).items():
        countries[alias.casefold()] = countries[name.casefold()]
    return demonyms, countries
