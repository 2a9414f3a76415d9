"""What is known of the words in names: legal forms, common words, titles, places, spellings.

The tables lie in `data/`; each says at its top where it is from.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


@cache
def load_phrases(kind: str) -> Mapping[str, str]:
    """Folded words → their class, of a kind.

    "form" (legal forms), "word" (common words of bodies), "place" (states and peoples),
    "title", "number" or "small".
    """
    found: dict[str, str] = {}
    for of, name, forms in _rows("phrases.tsv"):
        if of == kind:
            for form in forms.split("|"):
                found.setdefault(form, name)
    return found


@cache
def longest_phrase(kind: str) -> int:
    """The most words that a phrase of the kind has."""
    return max((form.count(" ") + 1 for form in load_phrases(kind)), default=0)


@cache
def load_nicknames() -> Mapping[str, frozenset[str]]:
    """A folded given name → those it is a short form of, or that are short forms of it."""
    found: dict[str, set[str]] = {}
    for name, shorts in _rows("nicknames.tsv"):
        for short in shorts.split("|"):
            found.setdefault(name, set()).add(short)
            found.setdefault(short, set()).add(name)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def load_spellings() -> Mapping[str, tuple[int, ...]]:
    """A name in small letters → the numbers of the names that it is a spelling of."""
    found: dict[str, tuple[int, ...]] = {}
    packed = (files("dateline.resolve.matching") / "data" / "spellings.tsv.gz").read_bytes()
    number = 0
    for line in gzip.decompress(packed).decode().splitlines():
        if line and not line.startswith("#"):
            number += 1
            for form in line.split("|"):
                found[form] = (*found.get(form, ()), number)
    return found


@cache
def load_commonness() -> Mapping[str, float]:
    """How little a folded name says, over 0 to 1, of those that many people bear."""
    return {word: float(share) for word, share in _rows("common_names.tsv")}


@cache
def load_given_names() -> frozenset[str]:
    """Folded first names that many bear."""
    return frozenset(row[0] for row in _rows("given_names.tsv"))


def _rows(name: str) -> Iterator[list[str]]:
    path = files("dateline.resolve.matching") / "data" / name
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
