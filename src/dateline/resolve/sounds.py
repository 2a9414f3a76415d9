"""Folded words → the class of spellings that they belong to, by how they sound."""

from __future__ import annotations

from functools import lru_cache

_SOUNDS = (
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("shch", "S"), ("ch", "C"), ("sh", "S"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("zh", "j"), ("dj", "j"),
    ("dz", "j"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("ck", "k"), ("cs", "C"),
    ("q", "k"), ("w", "v"), ("x", "ks"),
    ("ae", "ai"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ea", "i"),
    ("eo", "u"), ("eu", "u"), ("iy", "y"), ("ij", "y"), ("yy", "y"), ("ii", "y"), ("ie", "y"),
)  # fmt: skip
_VOWELS = str.maketrans("ieyou", "iiiuu")


@lru_cache(maxsize=262_144)
def sound(word: str) -> str:
    """The class of spellings of a folded word: alike for the ways to write one sound."""
    if len(word) < 3:
        return word
    for spelling, letter in _SOUNDS:
        if spelling in word:
            word = word.replace(spelling, letter)
    word = word.translate(_VOWELS)
    if len(word) > 3 and word.endswith("h"):
        word = word[:-1]
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def has_vowels(word: str) -> bool:
    """Whether a folded word has any: one spelled out from Arabic or Hebrew script has none."""
    return any(c in "aeiou" for c in word)


def frame(sounded: str) -> str:
    """The consonants of a word's sound that each of its spellings has, long vowels left out."""
    return "".join(c for c in sounded if c not in "aiuvyh")


def consonants(sounded: str) -> str:
    """The consonants of a word's sound, with its first vowel if it begins with one."""
    return sounded[:1] + "".join(c for c in sounded[1:] if c not in "aiu")
