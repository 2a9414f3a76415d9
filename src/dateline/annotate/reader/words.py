"""From words to what the model reads: the exact steps, for training and for run time alike.

A word is cut into pieces by the tokenizer, at most `PIECES_A_WORD` of them. A window is a run of
words of at most `LONGEST` pieces, the two marks at its ends included. The labels of a word are
read at its first piece. All pieces of a word share its shape, for the tokenizer has no case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 256
"""Pieces in a window, with the mark before it and the one after it."""

PIECES_A_WORD = 16
"""Pieces of one word that are read: what is longer is no word, and is cut."""

SHAPES = ("none", "digit", "punctuation", "lower", "upper", "title", "mixed", "other")
"""The shapes in the order of their numbers; "none" is that of the marks and of padding."""

_NONE, _DIGIT, _PUNCTUATION, _LOWER, _UPPER, _TITLE, _MIXED, _OTHER = range(len(SHAPES))


def shape_of(word: str) -> int:
    """The number of a word's shape.

    "digit" has a digit; "punctuation" no letter and no digit; "title" one capital, at its
    beginning; "upper" capitals only, two or more; "mixed" a capital at its beginning and others;
    "other" a capital only later ("iPhone"), or letters without case.
    """
    if any(c.isdigit() for c in word):
        return _DIGIT
    if not any(c.isalpha() for c in word):
        return _PUNCTUATION
    capitals = sum(c.isupper() for c in word)
    if capitals == 0:
        return _LOWER if any(c.islower() for c in word) else _OTHER
    if not next(c for c in word if c.isalpha()).isupper():
        return _OTHER
    if capitals == 1:
        return _TITLE
    return _MIXED if any(c.islower() for c in word) else _UPPER


@dataclass(frozen=True, slots=True)
class Window:
    """What the model reads at once.

    Attributes:
        first: The place of its first word among the words that it was cut from.
        ids: Numbers of pieces, from the mark [CLS] to the mark [SEP].
        shapes: A number a piece.
        places: For each of its words the place of its first piece in `ids`; -1 for a word
            without pieces (control characters), which has no label.
    """

    first: int
    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    places: tuple[int, ...]


class WordReader:
    """Cuts words into pieces, and sentences into windows."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._begin, self._end = _number(tokenizer, "[CLS]"), _number(tokenizer, "[SEP]")

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """The numbers of the pieces of each word."""
        found: list[list[int]] = [[] for _ in words]
        encoded = self._tokenizer.encode(
            list(words), is_pretokenized=True, add_special_tokens=False
        )
        for number, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None and len(found[word]) < PIECES_A_WORD:
                found[word].append(number)
        return found

    def windows(self, sentences: Sequence[Sequence[str]], longest: int = LONGEST) -> list[Window]:
        """Windows over consecutive sentences of one paragraph, each word in exactly one.

        Whole sentences as long as they fit; a sentence that is too long alone is cut between
        words. An empty list for no words.
        """
        cut = [self.pieces(sentence) for sentence in sentences]
        shapes = [[shape_of(word) for word in sentence] for sentence in sentences]
        flat_shapes = [shape for sentence in shapes for shape in sentence]
        windows: list[Window] = []
        first = 0
        for group in _groups(cut, longest - 2):
            if group:
                windows.append(self._window(first, group, flat_shapes[first : first + len(group)]))
            first += len(group)
        return windows

    def _window(self, first: int, words: list[list[int]], shapes: list[int]) -> Window:
        ids, of_pieces, places = [self._begin], [_NONE], []
        for pieces, shape in zip(words, shapes, strict=True):
            places.append(len(ids) if pieces else -1)
            ids.extend(pieces)
            of_pieces.extend([shape] * len(pieces))
        return Window(first, (*ids, self._end), (*of_pieces, _NONE), tuple(places))


def _number(tokenizer: Tokenizer, mark: str) -> int:
    number = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"the tokenizer lacks {mark}")
    return number


def _groups(sentences: list[list[list[int]]], room: int) -> Iterator[list[list[int]]]:
    """Runs of words that fit: whole sentences where possible."""
    group: list[list[int]] = []
    used = 0
    for sentence in sentences:
        size = sum(map(len, sentence))
        if used + size > room and group:
            yield group
            group, used = [], 0
        for word in sentence:
            if used + len(word) > room:
                yield group
                group, used = [], 0
            group.append(word)
            used += len(word)
    yield group
