"""Names that say of themselves that a newspaper or a station bears them: "The Quay Herald"."""

from __future__ import annotations

import re
from functools import cache

from dateline.read.wordlists import cities, load_words, particles

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.\-](?=[^\W_]))*\.?")
_MAX_WORDS = 7


@cache
def _last_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that only outlets' names end in, and words that others end in too."""
    words = load_words("outlet_words.txt")
    doubtful = frozenset(word[:-1] for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), doubtful


def is_outlet(text: str) -> bool:
    """Whether the words are an outlet's name by their form: "Lahore Post", "The Times of Yarl"."""
    words = text.split()
    if not 2 <= len(words) <= _MAX_WORDS or not _is_capitalised(words):
        return False
    if words[0].casefold() in load_words("section_words.txt"):
        return False
    surely, perhaps = _last_words()
    if words[0] == "The" and words[1].casefold() in surely | perhaps and "of" in words[2:3]:
        return True
    parts = frozenset(words[-1].casefold().split("-"))  # "News-Leaf"
    if parts & surely:
        return True
    if not parts & perhaps:
        return False
    before = [word.casefold() for word in words[:-1]]
    return before[0] == "the" or " ".join(before) in cities() or not surely.isdisjoint(before)


def has_outlet_form(text: str) -> bool:
    """Whether the words could be an outlet's name, as "Dawn" could."""
    words = text.split()
    return 1 <= len(words) <= _MAX_WORDS and _is_capitalised(words)


def _is_capitalised(words: list[str]) -> bool:
    return words[0][0].isupper() and all(
        word == "&"
        or (
            _WORD.fullmatch(word) is not None
            and (word[0].isupper() or word[0].isdigit() or word.casefold() in particles())
            and not (word.endswith(".") and len(word) > 5)
        )
        for word in words
    )
