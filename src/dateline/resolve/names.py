"""Printed names → what is compared: folded words, given name and surname, acronym."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.records.folding import fold_name, strip_marks
from dateline.resolve.knowledge import (
    load_countries,
    load_legal_forms,
    load_name_words,
    load_organizations,
    load_spellings,
    load_titles,
)
from dateline.resolve.sounds import sound

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʾʿ`´"))
_HYPHENS = "-‐‑‒–"
LEAST_HEARD = 5
"""Letters of a name that is compared by its sound; of a shorter one too many sound alike."""
_AMERICAN = (
    (re.compile(r"isation(s?)\Z"), r"ization\1"),
    (re.compile(r"(?<=[a-z]{3})our\Z"), "or"),
    (re.compile(r"\A(def|off|lic)ence\Z"), r"\1ense"),
    (re.compile(r"(n|a)tre(s?)\Z"), r"\1ter\2"),
    (re.compile(r"programme(s?)\Z"), r"program\1"),
)
"""British endings of words in the names of bodies, and the American ones."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in comparable words.

    Attributes:
        given: Given and middle names, spelling folded; empty for a bare surname.
        surname: With its particle joined on ("vandrew").
        core: The surname without a leading article ("assad" of "al-Assad").
        suffix: "jr", "sr" or a numeral, or "".
        key: All of it as one string.
    """

    given: tuple[str, ...]
    surname: str
    core: str
    suffix: str
    key: str

    @property
    def is_bare(self) -> bool:
        """Whether it is no more than a surname, or a name of one word."""
        return not self.given


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of an organisation or a state in comparable words.

    Attributes:
        words: Folded, without article and legal form.
        key: All of it as one string; for a known name or a state the same for all its names.
        is_bare: Whether it is an acronym that no list knows.
        known: "country", "organization", or "" where no list has the name.
        acronyms: What its first letters spell, with and without the small words.
    """

    words: tuple[str, ...]
    key: str
    is_bare: bool
    known: str
    acronyms: frozenset[str]


@lru_cache(maxsize=262_144)
def fold(text: str) -> str:
    """`text` without case, marks, apostrophes and punctuation, its words one space apart."""
    plain = strip_marks(text.translate(_APOSTROPHES)).translate(_LETTERS)
    return fold_name(" ".join(_undot(word) for word in plain.replace("&", " and ").split()))


def _undot(word: str) -> str:
    """ "u.s." → "us"; a full stop elsewhere stays and parts words."""
    letters = word.split(".")
    return "".join(letters) if all(len(part) <= 1 for part in letters) else word


def spell(word: str) -> str:
    """A folded word in the spelling that stands for all spellings of it ("youssef" → "yusuf")."""
    known = load_spellings().get(word)
    if known:
        return known
    if len(word) >= 5:
        for digraph, letter in (("ou", "u"), ("oo", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
            word = word.replace(digraph, letter)
        word = word.replace("iy", "y")
    if len(word) >= 4:
        word = "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
    return word


@lru_cache(maxsize=1)
def _title_starts() -> tuple[frozenset[str], int]:
    """The words that titles begin with, and how many words the longest has."""
    titles = load_titles()
    return frozenset(title[0] for title in titles), max(map(len, titles))


def strip_titles(words: list[str]) -> list[str]:
    """The printed words without the titles before them; a name that is all title is kept."""
    titles = load_titles()
    firsts, longest = _title_starts()
    start = 0
    while start < len(words) - 1:
        if not firsts.issuperset(fold(words[start]).split()[:1]):
            break
        folded = [fold(word) for word in words[start : start + longest]]
        found = next(
            (n for n in range(len(folded), 0, -1) if tuple(" ".join(folded[:n]).split()) in titles),
            0,
        )
        if not found or start + found >= len(words):
            break
        start += found
    return words[start:]


@lru_cache(maxsize=262_144)
def read_person(printed: str) -> PersonName:
    """The comparable form of a person's printed name; titles and a possessive fall away."""
    words = strip_titles(_without_possessive(printed).split())
    suffix = ""
    if len(words) > 1 and fold(words[-1]) in load_name_words("suffix"):
        suffix = fold(words.pop())
    parts = [_person_word(word) for word in words]
    keyed = [(word, part) for word, part in zip(words, parts, strict=True) if part]
    if not keyed:
        whole = fold(printed).replace(" ", "")
        return PersonName((), whole, whole, suffix, whole + suffix)
    cut = _surname_start([word for word, _ in keyed])
    given = tuple(part for _, part in keyed[:cut])
    if not given and len(_hyphen_parts(keyed[0][0])) >= 3:
        given = (keyed[0][1],)  # "Fazl-ur-Rehman" is a whole name in one word
    surname = _heard("".join(part for _, part in keyed[cut:]))
    key = "".join(part for _, part in keyed[:cut]) + surname + suffix
    return PersonName(given, surname, _core(keyed[cut:]), suffix, key)


def _person_word(word: str) -> str:
    return "".join(spell(part) for part in fold(word).split())


def _heard(surname: str) -> str:
    """What stands for all spellings of a surname: its sound, if it is long.

    Given names are not compared so: there a vowel tells two apart (Frances, Francis).
    """
    return sound(surname) if len(surname) >= LEAST_HEARD else surname


def _hyphen_parts(word: str) -> list[str]:
    for hyphen in _HYPHENS:
        word = word.replace(hyphen, "-")
    return [part for part in word.split("-") if part]


def _surname_start(words: list[str]) -> int:
    """Index of the first word of the surname: the last word and the particles before it."""
    cut = len(words) - 1
    while cut > 0 and fold(words[cut - 1]) in load_name_words("particle"):
        if cut == 1 and not words[0].islower() and len(words) > 2:
            break  # "La Toya Jackson": a particle that opens a long name is a given name
        cut -= 1
    return cut


def _core(parts: list[tuple[str, str]]) -> str:
    printed, word = parts[-1]
    pieces = _hyphen_parts(printed)
    if len(pieces) > 1 and fold(pieces[0]) in load_name_words("particle"):
        return _heard("".join(_person_word(piece) for piece in pieces[1:]))
    return _heard(word)


def _without_possessive(printed: str) -> str:
    for ending in ("'s", "’s"):
        if printed.endswith(ending):
            return printed[: -len(ending)]
    return printed


@lru_cache(maxsize=262_144)
def read_body(printed: str) -> BodyName:
    """The comparable form of an organisation's or a state's printed name."""
    printed = _without_possessive(printed)
    words = fold(printed).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    known, key = _look_up(" ".join(words))
    end = len(words)
    while end > 1 and words[end - 1] in load_legal_forms():
        end -= 1
    words = words[:end]
    if not known:
        key = "".join(_american(word) for word in words) or printed
    bare = not known and is_acronym(printed)
    return BodyName(tuple(words), key, bare, known, _initials(words))


def _american(word: str) -> str:
    for british, american in _AMERICAN:
        word, found = british.subn(american, word)
        if found:
            return word
    return word


def _look_up(folded: str) -> tuple[str, str]:
    code = _known_countries().get(folded)
    if code:
        return "country", f"={code}"
    name = _known_organizations().get(folded)
    return ("organization", f"={name}") if name else ("", "")


@lru_cache(maxsize=1)
def _known_countries() -> dict[str, str]:
    return {fold(name): code for name, code in load_countries().items()}


@lru_cache(maxsize=1)
def _known_organizations() -> dict[str, str]:
    return {fold(printed): name for printed, name in load_organizations().items()}


def is_acronym(printed: str) -> bool:
    """Whether a printed name looks like an acronym: one word, at least half of it capitals."""
    letters = [c for c in printed if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return (
        len(printed.split()) == 1
        and 2 <= len(letters) <= 8
        and capitals >= 2
        and capitals * 2 >= len(letters)
    )


def _initials(words: list[str]) -> frozenset[str]:
    every = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in load_name_words("small"))
    return frozenset(letters for letters in (every, large) if len(letters) >= 3)
