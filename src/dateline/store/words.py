"""The words of a text as search compares them: one rule for both databases.

Case and accents do not count ("Zürich" is "zurich"); a word is a run of letters and digits;
a Chinese or Japanese character is a word of its own, since those scripts set no spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SINGLE = "\u3041-\u3096\u309d-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"([{_SINGLE}])[\u3099\u309a]?|[^\\W_{_SINGLE}]+")

_LONGEST = 48
"""Code points of a word that count: PostgreSQL indexes no word over 2 kB."""

MOST_IN_PART = 4_000
_REPEATS = 250
"""PostgreSQL keeps 256 places of a word, and 1 MB of words, in one indexed text."""

OVERLAP = 32
"""Words that two neighbouring parts share, so that a phrase across their border is found."""


class Word(NamedTuple):
    """One word: as it is compared, and its code points in the text (half-open)."""

    folded: str
    start: int
    end: int


def find_words(text: str, offset: int = 0) -> list[Word]:
    """The words of `text` in order; `offset` is added to their places."""
    words: list[Word] = []
    start = end = -1
    is_marked = False
    for run in _RUN.finditer(text):
        if not is_marked or run.start() != end or run[1]:
            _append(words, text, start, end, offset)
            start = run.start()
        end = _skip_marks(text, run.end())
        is_marked = end > run.end()
    _append(words, text, start, end, offset)
    return words


def _skip_marks(text: str, end: int) -> int:
    """The end of a word with the accents and vowel signs that follow: `\\w` knows none of them."""
    while end < len(text) and text[end] > "\u02ff" and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _append(words: list[Word], text: str, start: int, end: int, offset: int) -> None:
    if start < 0:
        return
    folded = _fold(text[start:end])
    if folded:
        words.append(Word(folded, start + offset, end + offset))


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()[:_LONGEST]
    letters = unicodedata.normalize("NFKD", word[:_LONGEST]).casefold()
    letters = unicodedata.normalize("NFKD", letters)
    # Combining classes under 10 are viramas, nuktas and voicing marks: they make another letter.
    # Unfolding "⑴" or "ﷺ" can bring in brackets and spaces, which are not of the word.
    kept = (
        letter
        for letter in letters
        if unicodedata.combining(letter) < 10
        and (letter.isalnum() or (letter > "\x7f" and not letter.isspace()))
    )
    return "".join(kept)[:_LONGEST]


def split_parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Parts of a long text that one row of an index can hold; a usual report is one part."""
    first = 0
    seen: Counter[str] = Counter()
    for place, word in enumerate(words):
        seen[word.folded] += 1
        if place - first >= MOST_IN_PART or seen[word.folded] > _REPEATS:
            yield words[first:place]
            first = place - OVERLAP
            seen = Counter(shared.folded for shared in words[first : place + 1])
    if words:
        yield words[first:]
