"""An index of prepared names: which may be one with a given name, the nearest first."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.resolve.matching.keys import name_keys
from dateline.resolve.matching.parts import PreparedName

MOST = 20
"""Candidates of a name, if no other number is asked for."""
LEAST = 0.2
"""Names that share less than this are no candidates (the cosine of what they share)."""


class NameIndex:
    """Names by what is heard in them: three sounds each, and the keys of `name_keys`.

    What few names have weighs more. It is a filter: `compare_names` decides.
    """

    def __init__(self, names: Sequence[PreparedName]) -> None:
        """Takes the names; a candidate is their place in this sequence."""
        self._names = tuple(names)
        postings: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            for gram in _grams(name):
                postings[gram].append(place)
        size = max(len(self._names), 1)
        self._weights = {gram: math.log(1 + size / len(of)) for gram, of in postings.items()}
        self._postings = {gram: np.array(of, dtype=np.intp) for gram, of in postings.items()}
        self._unknown = math.log(1 + size)
        squares = [self._square(_grams(name)) for name in self._names]
        self._lengths = np.sqrt(np.array(squares or [1.0]))

    def __len__(self) -> int:
        return len(self._names)

    def candidates(
        self, name: PreparedName, most: int = MOST, least: float = LEAST
    ) -> list[tuple[int, float]]:
        """The places of names that may be the same and how much they share, most first."""
        every = _grams(name)
        grams = [gram for gram in every if gram in self._postings]
        if not grams:
            return []
        found = [self._postings[gram] for gram in grams]
        shared = np.repeat([self._weights[gram] ** 2 for gram in grams], [len(of) for of in found])
        sums = np.bincount(np.concatenate(found), weights=shared, minlength=len(self._names))
        near = sums / (self._lengths * math.sqrt(self._square(every)))
        return self._best(near, most, least)

    def _best(
        self, near: npt.NDArray[np.float64], most: int, least: float
    ) -> list[tuple[int, float]]:
        places = np.flatnonzero(near >= least)
        if len(places) > most:
            places = places[np.argpartition(-near[places], most - 1)[:most]]
        return sorted(((int(p), float(near[p])) for p in places), key=lambda one: (-one[1], one[0]))

    def _square(self, grams: Sequence[str]) -> float:
        return sum(self._weights.get(gram, self._unknown) ** 2 for gram in grams) or 1.0


def _grams(name: PreparedName) -> list[str]:
    seen = set(name_keys(name))
    for part in name.parts:
        if part.kind != "small":
            heard = f"_{part.sound}_"
            seen.update(f"~{heard[i : i + 3]}" for i in range(len(heard) - 2))
    return sorted(seen)
