"""The names of a case in an index: which of them a name of a list may be.

The case is the small side, so it is indexed and lists stream by; no list is ever held whole.
Two names of several parts meet where a part sounds alike in both and another part begins alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from dateline.resolve.matching import Part, PreparedName, prepare_name
from dateline.resolve.matching.knowledge import load_nicknames
from dateline.resolve.matching.letters import consonants

_LETTERS = str.maketrans(
    {letter: group for group, letters in
     {"a": "aeiouyhw", "b": "bfpv", "k": "kgqcx", "s": "szjSC", "t": "td", "m": "mn"}.items()
     for letter in letters}
)  # fmt: skip
_MOST_PARTS = 12
"""Parts of a name that are looked at; longer ones are found by their beginning."""
_KEY = 4
"""Consonants of a key."""
_LEAST_LIKE = 0.6
"""Parts that are less alike than this are not taken for one, unless they are known to be."""
_LEAST_TOGETHER = 0.75
"""What a part is alike at least to two neighbours that it may be."""
_LEAST_TOTAL = 0.7
"""What the parts that have their like are alike on average."""

Owner = TypeVar("Owner")


def count_words(name: PreparedName) -> int:
    """How many words of its own a name has; of a person one is no more than a surname."""
    return sum(part.kind not in ("small", "initial") for part in name.parts)


class CaseIndex(Generic[Owner]):
    """Prepared names of one kind, persons or bodies, each with what it is a name of."""

    def __init__(self, names: Iterable[tuple[PreparedName, Owner]]) -> None:
        self._names = tuple(names)
        self._parts = tuple(_own_parts(name) for name, _ in self._names)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, (name, _) in enumerate(self._names):
            for key in {key for one in _with_nicknames(name) for key in _keys(one, False)}:
                self._places[key].append(place)

    def __len__(self) -> int:
        return len(self._names)

    def candidates(self, name: PreparedName) -> Iterator[tuple[PreparedName, Owner]]:
        """The names that may be the same, in the order in which they were given."""
        parts = _own_parts(name)
        found: set[int] = set()
        for key in _keys(name, True):
            found.update(self._places.get(key, ()))
        for place in sorted(found):
            if not name.is_person or _may_be_same(parts, self._parts[place]):
                yield self._names[place]


def _own_parts(name: PreparedName) -> tuple[Part, ...]:
    return tuple(part for part in name.parts if part.kind != "small")[:_MOST_PARTS]


def _keys(name: PreparedName, is_listed: bool) -> Iterator[str]:
    """What a name is found by."""
    parts = _own_parts(name)
    yield f"={_skeleton(name.joined)}"  # for names that are written together
    if len(parts) == 1 or not name.is_person:
        for part in parts:
            if len(parts) == 1 or part.kind == "name":
                yield from _keys_of(part)
    if not name.is_person and len(parts) > 2:
        yield "=" + _skeleton("".join(part.text[0] for part in parts))
        yield "^" + "".join(part.text[0] for part in parts)
    elif not name.is_person and len(parts) == 1:
        yield f"^{name.joined}"
    for place, part in enumerate(parts):
        if part.kind != "initial":
            others = {key for at, one in enumerate(parts) if at != place
                      for key in _rough_keys(one, is_listed)}  # fmt: skip
            for key in _keys_of(part):
                yield from (f"{key}|{other}" for other in others)


def _keys_of(part: Part) -> Iterator[str]:
    yield consonants(part.sound)[:_KEY] or part.text
    yield from (f"#{number}" for number in part.names)
    if part.means:
        yield f"~{part.means}"


def _skeleton(text: str) -> str:
    """The consonants of a text as groups of sounds."""
    return text.translate(_LETTERS).replace("a", "")


def _rough_keys(part: Part, is_listed: bool) -> tuple[str, ...]:
    """What a part shares with one that is like it: its first or last two consonants, roughly.

    With an initial on either side it is the letter.
    """
    first = part.text[0]
    if part.kind == "initial":
        return f"{first}!", f"{first}<" if is_listed else f"{first}>"
    heard = consonants(part.sound).translate(_LETTERS)
    ends = heard[:1] + heard[-1:]
    return heard[:2], f"-{heard[-2:]}", f"-{ends}-", f"{first}>" if is_listed else f"{first}<"


def _with_nicknames(name: PreparedName) -> Iterator[PreparedName]:
    """A person's name, and the same with short and long forms of its given names."""
    yield name
    if not name.is_person or len(name.parts) < 2:
        return
    words = [part.text for part in name.parts]
    for place, word in enumerate(words):
        for other in sorted(load_nicknames().get(word, ())):
            yield _prepare(" ".join((*words[:place], other, *words[place + 1 :])), "Person")


def _may_be_same(left: Sequence[Part], right: Sequence[Part]) -> bool:
    """Whether nearly all parts of the shorter name have their like, each another, in the longer."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    free = list(long)
    missing, total = 0, 0.0
    for part in short:
        best, found = 0.0, part
        for other in free:
            likeness = 1.0 if part.text == other.text else _likeness(part, other)
            if likeness > best:
                best, found = likeness, other
                if likeness == 1:
                    break
        if best:
            free.remove(found)
            total += best
        elif len(long) > len(short) and _is_written_together(part, long):
            total += _LEAST_TOTAL
        else:
            missing += 1
            if missing > 1 or len(short) < 3:
                return False
    return total >= _LEAST_TOTAL * (len(short) - missing)


def _is_written_together(part: Part, others: Sequence[Part]) -> bool:
    """Whether a part is two neighbours of the other name: "Abdulrahman", "Abd al-Rahman"."""
    return any(
        OSA.normalized_similarity(part.text, one.text + other.text) >= _LEAST_TOGETHER
        for one, other in pairwise(others)
    )


def _likeness(one: Part, other: Part) -> float:
    """How alike two parts are; 0 below `_LEAST_LIKE`."""
    if one.kind == "initial" or other.kind == "initial":
        return float(one.text[0] == other.text[0])
    if not one.names.isdisjoint(other.names):
        return 1.0
    return _word_likeness(one.text, one.sound, other.text, other.sound)


@lru_cache(maxsize=65_536)
def _word_likeness(one: str, sound: str, other: str, other_sound: str) -> float:
    if other in load_nicknames().get(one, ()):
        return 1.0
    return max(
        OSA.normalized_similarity(sound, other_sound, score_cutoff=_LEAST_LIKE),
        OSA.normalized_similarity(one, other, score_cutoff=_LEAST_LIKE),
    )


_prepare = prepare_name.__wrapped__
"""Names of a list pass but once: to keep 131,072 of them would take 160 MB."""


def prepare_once(printed: str, schema: str) -> PreparedName:
    """A name of a list made comparable, and not kept."""
    return _prepare(printed, schema)


def prepare_all(names: Sequence[str], schema: str) -> list[PreparedName]:
    """The names of an entity made comparable; those without a letter are left out."""
    prepared = (prepare_name(name, schema) for name in names if any(map(str.isalpha, name)))
    return [name for name in prepared if name.parts]
