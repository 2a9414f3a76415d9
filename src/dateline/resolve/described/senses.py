"""What nouns mean: which are one thing by another word, and which a kind of which.

From WordNet's nouns, their commoner senses only; see `senses_build`.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Kinship = Literal["same", "another word", "a kind of", "of one kind", "near", "far", "unknown"]
"""How two nouns stand to each other: "car" and "auto", "vehicle", "bus"; in the same or in
different of WordNet's fields; or one of them is in no list."""

_REACH = 4
"""Steps up from a noun to what it is a kind of."""
_SHALLOW = 5
"""Senses nearer to the root than this ("person", "object") are too wide to make two nouns kin."""


@dataclass(frozen=True, slots=True)
class Senses:
    """The nouns of the list.

    Attributes:
        of: Noun → numbers of its commoner senses, commonest first.
        above: Number of a sense → that of what it is a kind of, or -1.
        field: Number of a sense → the field that WordNet files it under.
    """

    of: dict[str, tuple[int, ...]]
    above: tuple[int, ...]
    field: tuple[str, ...]

    def up(self, sense: int, steps: int) -> list[int]:
        """A sense and those above it, nearest first, `steps` up at most."""
        found = [sense]
        while steps > 0 and self.above[found[-1]] >= 0:
            found.append(self.above[found[-1]])
            steps -= 1
        return found

    def is_narrow(self, sense: int) -> bool:
        """Whether a sense lies so deep that being of it says something."""
        return len(self.up(sense, _SHALLOW)) > _SHALLOW - 1


@lru_cache(maxsize=1)
def load_senses() -> Senses:
    """The list that ships with the package, read once."""
    packed = (files("dateline.resolve") / "data" / "noun_senses.tsv.gz").read_bytes()
    rows = gzip.decompress(packed).decode("utf-8").splitlines()
    above, fields = [], []
    of: dict[str, tuple[int, ...]] = {}
    for row in rows:
        if row.startswith("#"):
            continue
        first, second = row.split("\t")
        if first.startswith("="):
            above.append(int(second) if second else -1)
            fields.append(first[1:])
        else:
            of[first] = tuple(int(number) for number in second.split())
    return Senses(of, tuple(above), tuple(fields))


def is_noun(word: str) -> bool:
    """Whether the list has a word, given as its folded lemma."""
    return word in load_senses().of


@lru_cache(maxsize=65_536)
def field_of(noun: str) -> str:
    """The field of a noun's commonest sense ("person", "group", "artifact"); "" if unknown."""
    senses = load_senses()
    found = senses.of.get(noun)
    return senses.field[found[0]] if found else ""


@lru_cache(maxsize=65_536)
def wider(noun: str) -> frozenset[int]:
    """A noun's senses and the narrow ones above them: nouns that share none are not kin."""
    senses = load_senses()
    return frozenset(
        above
        for sense in senses.of.get(noun, ())
        for above in senses.up(sense, _REACH)
        if senses.is_narrow(above)
    )


@lru_cache(maxsize=262_144)
def kinship(left: str, right: str) -> Kinship:
    """How two nouns, given as their lemmas, stand to each other; the same either way round."""
    if left == right:
        return "same"
    senses = load_senses()
    one, other = senses.of.get(left, ()), senses.of.get(right, ())
    if not one or not other:
        return "unknown"
    if set(one) & set(other):
        return "another word"
    siblings = False
    for a in one:
        for b in other:
            over_a, over_b = senses.up(a, _REACH), senses.up(b, _REACH)
            if (b in over_a and senses.is_narrow(b)) or (a in over_b and senses.is_narrow(a)):
                return "a kind of"
            parents = {up[1] for up in (over_a, over_b) if len(up) > 1}
            siblings |= len(over_a) > 1 and len(over_b) > 1 and len(parents) == 1 and (
                len(senses.up(over_a[1], _SHALLOW)) > _SHALLOW
            )  # fmt: skip
    if siblings:
        return "of one kind"
    fields = [{senses.field[sense] for sense in side} for side in (one, other)]
    return "near" if fields[0] & fields[1] else "far"
