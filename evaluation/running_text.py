"""Words of a corpus as a text that can be read as a report is, and the words of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

_OPENING = frozenset("([{$£€#“‘") | {"``"}
_CLOSING = re.compile(r"[.,;:!?)\]}%”’…]+|''")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))", re.IGNORECASE)
_AFTER_APOSTROPHE = frozenset(("s", "re", "ve", "ll", "d", "m", "t"))

Extent = tuple[int, int]

_MARGIN = frozenset(("the", "a", "an", "'s", "’s", "'", "’"))
_LETTERS = r"\w[\w\u0300-\u036f]*"
_ENDING = r"['’](?:s|ve|re|m|d|ll)\b"
_WORD = re.compile(
    rf"{_ENDING}|(?:[^\W\d_]\.){{2,}}|\b[A-Z]\.(?=\s[A-Z])"
    rf"|{_LETTERS}(?:(?!{_ENDING})['’]{_LETTERS})*|[^\w\s]"
)
"""A possessive, an acronym with stops, an initial ("Mira J. Olsen"), a word, a mark."""


def set_sentences(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Extent]]]:
    """A text with one sentence a line, and where each word stands in it, by sentence."""
    pieces: list[str] = []
    places: list[list[Extent]] = []
    at = 0
    for words in sentences:
        places.append([])
        for space, word in zip(_spaces(words), words, strict=True):
            at += len(space)
            places[-1].append((at, at + len(word)))
            at += len(word)
            pieces += [space, word]
        pieces.append("\n")
        at += 1
    return "".join(pieces), places


def _spaces(words: Sequence[str]) -> Iterator[str]:
    """What stands before each word of a sentence: a space or nothing."""
    is_open = dict.fromkeys("\"'", False)
    before = ""
    glued = True
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        opens = word in _OPENING
        closes = bool(_CLOSING.fullmatch(word) or _CLITIC.fullmatch(word))
        if word == "'" and (
            after.lower() in _AFTER_APOSTROPHE or (before[-1:] == "s" and not is_open["'"])
        ):  # an apostrophe
            closes, opens = True, after.lower() in _AFTER_APOSTROPHE
        elif word in is_open:
            closes, opens = is_open[word], not is_open[word]
            is_open[word] = opens
        yield "" if glued or closes else " "
        before, glued = word, opens


def words_of(text: str) -> list[Extent]:
    """The words of a text, marks among them."""
    return [found.span() for found in _WORD.finditer(text)]


def covered(words: Sequence[Extent], start: int, end: int) -> Sequence[Extent]:
    """The words that share a code point with [start, end)."""
    first = bisect_right(words, start, key=lambda word: word[1])
    last = bisect_left(words, end, key=lambda word: word[0])
    return words[first:last]


def trim(text: str, words: Sequence[Extent]) -> Sequence[Extent]:
    """The words of a name without an article before it and a possessive after it."""
    inside = [text[start:end].lower() for start, end in words]
    first, last = 0, len(inside)
    while first < last and inside[first] in _MARGIN:
        first += 1
    while first < last and inside[last - 1] in _MARGIN:
        last -= 1
    return words[first:last]
