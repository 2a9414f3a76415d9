"""In which cases a word is known to be written."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from dateline.annotate.knowledge import load_knowledge

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""),
    ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
    ("ness", ""), ("ism", ""), ("ist", ""), ("ists", ""), ("ization", "ize"), ("isation", "ise"),
)  # fmt: skip
_PREFIXES = ("anti", "counter", "inter", "non", "over", "para", "pre", "re", "sub", "super", "un")
_SHORTEST = 3


class Forms:
    """Words of English with the cases that dictionaries give them, and names of our own lists."""

    def __init__(
        self, small: frozenset[str], capital: frozenset[str], is_place: Callable[[str], bool]
    ) -> None:
        knowledge = load_knowledge()
        self._small = small
        self._capital = capital
        self._first_names = frozenset(name.casefold() for name in knowledge.given_names)
        self._demonyms = frozenset(knowledge.demonyms)
        self._is_place = is_place
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """What is known of a word in small letters, a letter each; "" for an unknown one.

        l: a dictionary's word; i: a form of one; c: a dictionary's name; g: a given name; d: a
        people or its adjective; p: a place.
        """
        found = self._known.get(word)
        if found is None:
            bare = word.removesuffix("'s").removesuffix("’s")
            found = self._known[word] = self._look_up(bare)
        return found

    def _look_up(self, word: str) -> str:
        marks = "l" if word in self._small else "i" if self._is_form(word) else ""
        marks += "c" if word in self._capital else ""
        marks += "g" if word in self._first_names else ""
        marks += "d" if word in self._demonyms else ""
        return marks + ("p" if len(word) > _SHORTEST and self._is_place(word) else "")

    def _is_form(self, word: str) -> bool:
        for part in word.split("-") if "-" in word else ():
            if part and part not in self._small and not self._is_inflected(part):
                return False
        return "-" in word or self._is_inflected(word) or self._is_prefixed(word)

    def _is_inflected(self, word: str) -> bool:
        for ending, instead in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST:
                continue
            doubled = not instead and len(stem) > _SHORTEST and stem[-1] == stem[-2]
            if stem + instead in self._small or (doubled and stem[:-1] in self._small):
                return True
        return False

    def _is_prefixed(self, word: str) -> bool:
        return any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= _SHORTEST
            and (word[len(prefix) :] in self._small or self._is_inflected(word[len(prefix) :]))
            for prefix in _PREFIXES
        )


@lru_cache(maxsize=1)
def load_forms() -> Forms:
    """The dictionary of the package, with the names of the stage's lists and its gazetteer."""
    from dateline.annotate.places import load_gazetteer

    small: set[str] = set()
    capital: set[str] = set()
    for line in read_lines("words.txt.gz"):
        (small if line.islower() else capital).add(line.casefold())
    return Forms(frozenset(small), frozenset(capital), load_gazetteer().has)


@lru_cache(maxsize=1)
def load_names() -> dict[str, tuple[str, ...]]:
    """Names of several words, by their words in small letters, as they are written."""
    return {name.casefold(): tuple(name.split()) for name in read_lines("names.txt.gz")}


def read_lines(name: str) -> Iterator[str]:
    """The lines of a packed table of the package, without its head."""
    packed = files(__package__).joinpath(f"data/{name}").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
