"""A person's printed name → its parts, the family name last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.resolve.knowledge import load_name_words, load_titles
from dateline.resolve.matching.knowledge import (
    load_commonness,
    load_nicknames,
    load_phrases,
    load_spellings,
)
from dateline.resolve.matching.letters import fold, read_digits
from dateline.resolve.matching.parts import MOST_PARTS, WEIGHT_OF, Part, PreparedName
from dateline.resolve.sounds import sound

_HYPHENS = re.compile("[-‐‑‒–—_/·・•=]")
_HAN = re.compile("[\u4e00-\u9fff]{2,4}\\Z")
_HANGUL = re.compile("[\uac00-\ud7a3]{2,4}\\Z")
_SYLLABLES = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
"""Of Chinese and Korean: in Latin letters one spelling stands for many names."""
_CONSONANTS = re.compile("[BCDFGHJKLMNPQRSTVWXZ]{2,3}")


def prepare_person(printed: str, text: str) -> PreparedName:
    """The comparable form of a person's name; `text` is the print, cleaned."""
    family, comma, given = text.partition(",")
    suffix = ""
    if comma and _is_title(fold(given)):
        text, comma = family, ""
    elif comma and fold(given) in load_name_words("suffix"):
        text, comma, suffix = family, "", fold(given)
    rest, is_reversed = (
        (given, True) if comma and given.strip() else (text.replace(",", " "), False)
    )
    words = list(_person_words(rest, False))
    words = _without_titles(words)
    if is_reversed:
        words += list(_person_words(family, True))
    if len(words) > 2 and words[-1][0] in load_name_words("suffix"):
        suffix = words.pop()[0]
    while len(words) > 2 and words[-1][0] in load_phrases("form") and len(words[-1][0]) >= 3:
        if words[-1][0] in load_spellings():
            break
        words.pop()
    words = words[-MOST_PARTS:]
    parts = tuple(
        _person_part(folded, word, of, is_first=i == 0 and len(words) > 1)
        for i, (folded, word, of) in enumerate(words)
    )
    joined = "".join(part.text for part in parts if part.kind != "small")
    return PreparedName(printed, True, parts, frozenset(), suffix, joined, is_reversed)


def _is_title(folded: str) -> bool:
    return folded in load_phrases("title") or tuple(folded.split()) in load_titles()


def _person_words(text: str, is_family: bool) -> Iterator[tuple[str, str, bool]]:
    """Each word folded, as printed, and whether it is of the family name."""
    mixed = text.upper() != text
    for printed in _HYPHENS.sub(" ", text).split():
        bare = printed.strip(".,;:\"“”()[]'’")
        for word in _split_written_together(bare, mixed):
            for folded in fold(word).split():
                yield read_digits(folded), word, is_family


def _split_written_together(word: str, mixed: bool) -> Iterable[str]:
    if _HAN.match(word) or _HANGUL.match(word):
        return (word[0], word[1:])
    letters = [letter for letter in word.split(".") if letter]
    if len(letters) > 1 and all(len(letter) == 1 for letter in letters):
        return letters
    is_form = len(word) == 3 and fold(word) in load_phrases("form")
    if mixed and _CONSONANTS.fullmatch(word) and not is_form:
        return tuple(word)
    return (word,)


def _without_titles(words: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    titles, ours = load_phrases("title"), load_titles()
    start = 0
    while start < len(words) - 1:
        for count in range(min(4, len(words) - start - 1), 0, -1):
            phrase = tuple(word for word, _, _ in words[start : start + count])
            if " ".join(phrase) in titles or phrase in ours:
                start += count
                break
        else:
            break
    return words[start:]


def _person_part(folded: str, printed: str, is_family: bool, is_first: bool) -> Part:
    if len(folded) == 1 and len(printed) <= 2:
        return Part(folded, folded, "initial", WEIGHT_OF["initial"], is_family=is_family)
    is_given = is_first and folded in load_nicknames() and printed[1:].islower()
    if folded in load_name_words("particle") and not is_given:
        return Part(folded, sound(folded), "small", WEIGHT_OF["small"], is_family=is_family)
    weight = 1.0 - 0.75 * load_commonness().get(folded, 0.0)
    is_syllable = _SYLLABLES.match(printed) is not None
    if len(folded) <= 3 or is_syllable:
        weight = min(weight, 0.4)
    names = _known(folded, printed)
    return Part(folded, sound(folded), "name", weight, names, "", is_family, is_syllable)


def _known(folded: str, printed: str) -> frozenset[int]:
    spellings = load_spellings()
    return frozenset((*spellings.get(folded, ()), *spellings.get(printed.lower(), ())))
