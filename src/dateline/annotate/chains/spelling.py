"""Whether two words are one name, spelt otherwise: "Khaled" and "Khalid"."""

from __future__ import annotations

from functools import lru_cache

from dateline.annotate.chains.words import Pair, load_spellings

SHORTEST = 4
"""Letters: shorter words differ in too much when they differ in one."""
LONGEST = 30
LETTERS_A_CHANGE = 3
"""One change of spelling in so many letters is let pass."""


@lru_cache(maxsize=4096)
def is_spelling(one: str, other: str) -> bool:
    """Whether two folded words, not the same, may be spellings of one name."""
    if min(len(one), len(other)) < SHORTEST or max(len(one), len(other)) > LONGEST:
        return False
    spellings = load_spellings()
    if frozenset((one, other)) in spellings.apart:
        return False
    most = min(len(one), len(other)) // LETTERS_A_CHANGE
    changes = _changes(_single(one) + "$", _single(other) + "$", most)
    return changes is not None and changes <= most


def _single(word: str) -> str:
    """The word with each doubled letter once."""
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _changes(one: str, other: str, most: int) -> int | None:
    """The fewest changes of the table that make one word of the other; None without a way."""
    best: dict[tuple[int, int], int] = {(0, 0): 0}
    for i in range(len(one)):
        for j in range(len(other)):
            sofar = best.get((i, j))
            if sofar is None or sofar > most:
                continue
            for taken, given, cost in _steps(one[i : i + 5], other[j : j + 5]):
                there = (i + taken, j + given)
                best[there] = min(best.get(there, most + 1), sofar + cost)
    return best.get((len(one), len(other)))


def _steps(one: str, other: str) -> list[tuple[int, int, int]]:
    """How far each word may be read on together, with the cost."""
    found = [(1, 1, 0)] if one[0] == other[0] else []
    spellings = load_spellings()
    for taken in range(1, len(one) + 1):
        for given in range(1, len(other) + 1):
            pair: Pair = (one[:taken], other[:given])
            if pair in spellings.pairs or (
                pair in spellings.inner and one[taken : taken + 1] not in ("", "$")
                and other[given : given + 1] not in ("", "$")
            ):  # fmt: skip
                found.append((taken, given, 1))
    return found
