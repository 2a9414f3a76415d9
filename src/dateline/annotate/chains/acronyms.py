"""Whether a word is made of the first letters of a name: "LeT" of "Lashkar-e-Taiba"."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.annotate.chains.words import load_body_words
from dateline.records import strip_marks

LONGEST = 10
"""Letters of an acronym."""
MOST_SMALL = 4
"""Small words of which each may stand for a letter or not; of more none does."""
_PARTS = re.compile(r"[\s\-‐–/]+")


def is_acronym(text: str) -> bool:
    """Whether a word looks like initials: "NATO", "U.N.", "LeT"."""
    letters = text.replace(".", "")
    return (
        letters.isalpha()
        and 2 <= len(letters) <= LONGEST
        and letters[0].isupper()
        and letters[-1].isupper()
    )


@lru_cache(maxsize=4096)
def initials_of(name: str) -> frozenset[str]:
    """The initials that a name may have, in lower case: small words may go without.

    Empty for a name of one word, and for one too long to have any.
    """
    words = _words(name)
    if not 2 <= len(words) <= 2 * LONGEST:
        return frozenset()
    small = load_body_words().small
    found = {""}
    many = sum(word in small for word in words) > MOST_SMALL
    for word in words:
        with_word = {one + word[0] for one in found}
        found = with_word if word not in small else found if many else found | with_word
    return frozenset(one for one in found if 2 <= len(one) <= LONGEST)


def letters_of(acronym: str) -> str:
    """The letters of an acronym as `initials_of` gives them; "" for a word that is none."""
    return strip_marks(acronym.replace(".", "")) if is_acronym(acronym) else ""


def is_initials(acronym: str, name: str) -> bool:
    """Whether an acronym has the first letters of a name's words; small words may go without."""
    return letters_of(acronym) in initials_of(name)


def shares_letters(acronym: str, name: str) -> bool:
    """Whether every letter of an acronym begins some word of a name, as in another language."""
    first = {word[0] for word in _words(name)}
    return is_acronym(acronym) and set(strip_marks(acronym.replace(".", ""))) <= first


def _words(name: str) -> list[str]:
    """The words of a name, folded, parts joined by hyphens apart; apostrophes join."""
    parts = (re.sub(r"[^\w]", "", strip_marks(part)) for part in _PARTS.split(name))
    return [part for part in parts if part]
