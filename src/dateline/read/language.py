"""The language that a text is written in."""

from __future__ import annotations

import re

from dateline.read.wordlists import load_words

_MIN_LETTERS = 60
_SAMPLE = 5_000
_WORD = re.compile(r"[a-z]+")
_PARTS = 4
_LETTERS_TO_A_WORD = 80
"""English news has one of its small words in about 25 letters, other languages one in thousands."""
_MIN_WORDS = 10
_FOREIGN = 0.01
"""The share of letters beyond a–z that English news stays under."""


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None under 60 letters, too few to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    if _is_plainly_english(sample):
        return "en"
    import py3langid  # here: its model takes longer to load than a report to read

    code, _ = py3langid.classify(sample)
    return str(code)


def _is_plainly_english(sample: str) -> bool:
    """Whether every part of the sample is full of small English words, and hardly a letter odd."""
    small = frozenset(load_words("english_words.txt"))
    letters = [c for c in sample if c.isalpha()]
    if sum(not c.isascii() for c in letters) > _FOREIGN * len(letters):
        return False
    words = _WORD.findall(sample.lower())
    size = max(1, -(-len(words) // _PARTS))
    parts = [words[i : i + size] for i in range(0, len(words), size)]
    found = [sum(word in small for word in part) for part in parts]
    return sum(found) >= _MIN_WORDS and all(
        n * _LETTERS_TO_A_WORD >= sum(map(len, part)) for n, part in zip(found, parts, strict=True)
    )
