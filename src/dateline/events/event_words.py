"""How two words for what happened stand to each other: one word, derived, another word for it, …

From WordNet's verbs and nouns, and from vectors of single words; `data/make_event_words.py`.
"""

from __future__ import annotations

import gzip
from base64 import b64decode
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Kinship = Literal[
    "same", "derived", "another word", "brings with it", "a kind of", "of one kind", "compound",
    "near in spelling", "other", "unknown",
]  # fmt: skip
"""How two words stand: "kill" and "killing", "assassination" and "killing", "snore" and "sleep",
"stab" and "wound", siblings of these, "quake" and "earthquake"; or one is in no list."""

_SHORTEST = 4
"""Letters of a word that a compound may end in."""
_ALIKE = 5
"""Letters that words of no list must share at their beginning."""
_ENDINGS = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """What the list says of a word.

    Attributes:
        concepts: Its commoner senses, and those of the words derived from it.
        above: What these are kinds of.
        brings: What they cause, or what cannot but go with them.
        derived: The words derived from it.
        senses: How many senses WordNet gives it.
        vector: What it is like in use; numbers from -127 to 127; empty for most nouns of things.
    """

    concepts: frozenset[int]
    above: frozenset[int]
    brings: frozenset[int]
    derived: frozenset[str]
    senses: int
    vector: tuple[int, ...]


@cache
def load_words() -> dict[str, tuple[str, ...]]:
    """The rows of the list that ships with the package, by word."""
    packed = (files("dateline.events") / "data" / "event_words.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {row[0]: tuple(row[1:]) for row in rows if not row[0].startswith("#")}


@lru_cache(maxsize=16_384)
def find_word(word: str) -> Word | None:
    """What the list says of a word, given as its folded lemma; None if it is not in it."""
    row = load_words().get(word.replace("-", "")) or load_words().get(word)
    if row is None:
        return None
    concepts, above, brings = (frozenset(map(int, column.split())) for column in row[:3])
    vector = tuple(n - 256 if n > 127 else n for n in b64decode(row[5]))
    return Word(concepts, above, brings, frozenset(row[3].split()), int(row[4]), vector)


@lru_cache(maxsize=262_144)
def kinship(left: str, right: str) -> Kinship:
    """How two words, given as their lemmas, stand to each other; the same either way round."""
    left, right = left.replace("-", ""), right.replace("-", "")
    if left == right:
        return "same"
    one, other = find_word(left), find_word(right)
    if one is None or other is None:
        return _by_spelling(left, right)
    if left in other.derived or right in one.derived:
        return "derived"
    if one.concepts & other.concepts:
        return "another word"
    if _is_compound(left, right):
        return "compound"
    if one.brings & other.concepts or other.brings & one.concepts:
        return "brings with it"
    if one.above & other.concepts or other.above & one.concepts:
        return "a kind of"
    return "of one kind" if one.above & other.above else "other"


def _is_compound(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) >= _SHORTEST and long.endswith(short)


def _by_spelling(left: str, right: str) -> Kinship:
    if _is_compound(left, right):
        return "compound"
    shared = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        shared += 1
    near = shared >= _ALIKE and shared >= min(len(left), len(right)) - 2
    return "near in spelling" if near else "unknown"


@lru_cache(maxsize=262_144)
def likeness(left: str, right: str) -> float | None:
    """How alike two words are in use, -1 to 1; None if it is not known of one."""
    one, other = find_word(left), find_word(right)
    if one is None or other is None or not one.vector or not other.vector:
        return None
    return sum(a * b for a, b in zip(one.vector, other.vector, strict=True)) / 127**2


def lemma_of(text: str, lemma: str, pos: str) -> str:
    """The folded lemma of a word, also where a headline's capitals hid it from the parser.

    Args:
        text, lemma, pos: As a token has them.
    """
    folded, printed = lemma.casefold(), text.casefold()
    if folded in load_words() and not (pos == "PROPN" and folded.endswith("s")):
        return folded
    for ending, instead in _ENDINGS:
        stem = printed.removesuffix(ending)
        if stem == printed or len(stem) < 3:
            continue
        for last in instead:
            if stem + last in load_words():
                return stem + last
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in load_words():
            return stem[:-1]
    return folded
