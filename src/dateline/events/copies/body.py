"""A report's body as it is compared with others: its words, and runs of the words that tell.

Hashes are of CRC-32 and of sums modulo 2⁶⁴, so they are the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dateline.records import Report

WORD = re.compile(r"[^\W_]+")
RUN = 3
"""Words in a run (a shingle), words that do not tell left out."""

FULL = 4_000
"""Of a body with more runs, those that 4 divides lead to others."""

_LEAST_WORDS = 5
"""A shorter body says too little to be the same as another."""

_ENDINGS = ("ing", "ed", "es", "s", "e", "d")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_TELLING, _NUMBER = 1, 2
_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
_MOST_WORDS = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A report's text below title, byline and dateline.

    Attributes:
        place: Sorts bodies as their reports were published, of one moment the fullest first, then
            by id.
        whole: Hash of all words; 0 if there are too few.
        words: The words that tell, in order, hashed without case and endings.
        names, numbers: Which of these are printed with a capital or are numbers; which are numbers.
        runs: Hashes of runs of three of these, each once, sorted.
    """

    report: str
    place: str
    whole: int
    words: NDArray[np.uint32]
    names: NDArray[np.bool_]
    numbers: NDArray[np.bool_]
    runs: NDArray[np.int64]

    @property
    def leads(self) -> NDArray[np.int64]:
        """The runs by which other bodies are found."""
        return self.runs if len(self.runs) <= FULL else self.runs[self.runs % 4 == 0]


class Reader:
    """Reads bodies; remembers the words that it has met."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def read(self, report: Report) -> Body:
        """The body of a report, in time linear in its text."""
        return self._body(report, WORD.findall(report.text, report.body_start))

    def read_all(self, reports: Iterable[Report]) -> list[Body]:
        """The bodies of reports, sorted by place."""
        return sorted(map(self.read, reports), key=lambda body: body.place)

    def tells(self, word: str) -> bool:
        """Whether a printed word is one of `Body.words`."""
        return self._read(word) & 0xFFFFFFFF != 0

    def _read(self, word: str) -> int:
        if word not in self._known:
            self._known[word] = _read_word(word)
        return self._known[word]

    def _body(self, report: Report, printed: list[str]) -> Body:
        known = self._known
        for word in set(printed).difference(known):
            known[word] = _read_word(word)
        codes = np.fromiter(map(known.__getitem__, printed), np.uint64, len(printed))
        whole = 0
        if len(printed) >= _LEAST_WORDS:
            all_words = (codes >> np.uint64(34)).astype("<u4").tobytes()
            digest = hashlib.blake2b(all_words, digest_size=8)
            whole = int.from_bytes(digest.digest(), "little") >> 3
        words = codes.astype(np.uint32)
        marks = (codes >> np.uint64(32)).astype(np.uint8)
        tells = words != 0
        words, marks = words[tells], marks[tells]
        names, numbers = (marks & mark != 0 for mark in (_TELLING, _NUMBER))
        place = place_of(report, len(printed))
        return Body(report.id, place, whole, words, names, numbers, _hash_runs(words))


def _read_word(word: str) -> int:
    """30 bits for the word, two for its marks, 32 for its stem: 0 if the word does not tell."""
    folded = word.casefold()
    code = (_hash(folded) >> 2) << 34
    if folded in plain_words():
        return code
    mark = _TELLING if word[0].isupper() or word[0].isdigit() else 0
    mark |= _NUMBER if word[0].isdigit() else 0
    return code | mark << 32 | (_hash(stem_of(folded)) or 1)


def stem_of(word: str) -> str:
    """A folded word without a common ending: "visited" and "visits" are one."""
    for ending in _ENDINGS:
        if len(word) >= len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _hash_runs(words: NDArray[np.uint32]) -> NDArray[np.int64]:
    wide = words.astype(np.uint64)
    count = max(0, len(wide) - RUN + 1)
    runs = np.zeros(count, np.uint64)
    for number, factor in enumerate(_FACTORS):
        runs = (runs ^ (runs >> np.uint64(29))) + wide[number : number + count] * np.uint64(factor)
    return np.unique((runs >> np.uint64(2)).astype(np.int64))


@cache
def plain_words() -> frozenset[str]:
    """Words that most texts have, and that another writer or translator changes first."""
    path = files("dateline.events") / "data" / "function_words.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def place_of(report: Report, length: int) -> str:
    """See `Body.place`.

    Args:
        length: Of the body, in words.
    """
    passed = (instant_of(report.published) - _FIRST) // timedelta(microseconds=1)
    return f"{max(0, passed):015x}.{max(0, _MOST_WORDS - length):08x}.{report.id}"


def instant_of(published: str | None) -> datetime:
    """When a report came out, for sorting: a bare day counts from its first second, UTC."""
    if not published:
        return _LATEST
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return _LATEST
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
