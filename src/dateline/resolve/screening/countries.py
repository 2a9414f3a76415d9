"""States as lists and reports write them → their codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from dateline.records import fold_name
from dateline.resolve.knowledge import load_countries
from dateline.resolve.tables import read_table

_LONGEST = 5


@cache
def _peoples() -> dict[str, str]:
    """Folded adjective or people of a state → its code."""
    rows = (row[:2] for row in read_table("demonyms.tsv"))
    return {fold_name(word): code for code, words in rows for word in words.split("|")}


@cache
def _states() -> dict[str, str]:
    """Folded name, adjective or people of a state → its code."""
    return _peoples() | {fold_name(name): code for name, code in load_countries().items()}


@cache
def _codes() -> frozenset[str]:
    return frozenset(_states().values())


@lru_cache(maxsize=4_096)
def read_country(written: str) -> str:
    """The code of a state given as a code, a name or "Korea, North"; else the words as they are."""
    code = written.strip().upper()
    if code[:2] in _codes() and (len(code) == 2 or code[2:3] == "-"):
        return code[:2]
    known = _states().get(fold_name(written))
    if known is None and "," in written:
        last, _, first = written.partition(",")
        known = _states().get(fold_name(f"{first} {last}"))
    return known or " ".join(written.split())


def find_countries(words: str) -> Iterator[str]:
    """The codes of states that words name: "Deputy Transport Minister of Tunisia", "Maltese"."""
    return _find(words, _states())


def find_peoples(words: str) -> Iterator[str]:
    """The codes of states whose adjectives or peoples stand in words: "Tunisian lawyer"."""
    return _find(words, _peoples())


def _find(words: str, known: Mapping[str, str]) -> Iterator[str]:
    folded = fold_name(words).split()
    start = 0
    while start < len(folded):
        for length in range(min(_LONGEST, len(folded) - start), 0, -1):
            code = known.get(" ".join(folded[start : start + length]))
            if code:
                yield code
                start += length - 1
                break
        start += 1
