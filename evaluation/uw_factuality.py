"""UW's factuality: sentences of TimeBank, with how certain it is that each event happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.benchmark import DataMissing

_JOINED_LEFT = frozenset(
    (",", ".", ";", ":", "?", "!", "%", ")", "}", "''", "n't", "'", "'s", "'S", "'re", "'ve", "'ll",
     "'m", "'d")
)  # fmt: skip
_JOINED_RIGHT = frozenset(("(", "{", "$", "C$", "US$", "#", "``", "`"))
_WRITTEN = {"``": '"', "''": '"', "`": "'"}


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence with the values of its events.

    Attributes:
        text: Its words as a newspaper would set them.
        values: The code point that an event word starts at, to a value from -3 (it did not
            happen) to 3 (it did).
    """

    text: str
    values: Mapping[int, float]


def read_judged(data: Path, part: str) -> list[JudgedSentence]:
    """The sentences of a part ("train", "dev").

    Raises:
        DataMissing: If it is not there.
    """
    path = data / "uw" / f"{part}.conll"
    if not path.is_file():
        raise DataMissing(f"factuality: {data} holds no uw/{part}.conll")
    blocks = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    return [_sentence([line.split("\t") for line in block.splitlines()]) for block in blocks]


def _sentence(rows: Sequence[Sequence[str]]) -> JudgedSentence:
    text, starts = set_words(row[1] for row in rows)
    values = {
        start: float(row[2]) for start, row in zip(starts, rows, strict=True) if row[2] != "_"
    }
    return JudgedSentence(text, values)


def set_words(words: Iterable[str]) -> tuple[str, list[int]]:
    """A text of words, without the spaces that print does not set, and where each starts."""
    text, starts = "", []
    space, opened = "", False
    for word in words:
        joined_left, joined_right = word in _JOINED_LEFT, word in _JOINED_RIGHT
        if word == '"':  # opens and closes in turn
            joined_left, joined_right = opened, not opened
            opened = not opened
        if text and not joined_left:
            text += space
        starts.append(len(text))
        text += _WRITTEN.get(word, word)
        space = "" if joined_right else " "
    return text, starts
