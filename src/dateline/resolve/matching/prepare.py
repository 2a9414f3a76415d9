"""A printed name → its comparable form, by what it is the name of."""

from __future__ import annotations

from functools import lru_cache

from dateline.resolve.matching.bodies import prepare_body
from dateline.resolve.matching.knowledge import load_phrases
from dateline.resolve.matching.letters import clean, fold
from dateline.resolve.matching.parts import MOST_LETTERS, PreparedName
from dateline.resolve.matching.people import prepare_person

PERSON = "Person"
_UNSURE = ("LegalEntity", "Thing", "")


@lru_cache(maxsize=131_072)
def prepare_name(printed: str, schema: str = PERSON) -> PreparedName:
    """The comparable form of a printed name.

    Args:
        schema: Of FollowTheMoney: "Person", or that of a body ("Company", "Organization" …). A
            "LegalEntity" is taken for a body if its words are those of one, else for a person.
    """
    text = clean(printed[:MOST_LETTERS])
    if schema in _UNSURE:
        schema = "Company" if _looks_like_a_body(text) else PERSON
    return prepare_person(printed, text) if schema == PERSON else prepare_body(printed, text)


def _looks_like_a_body(text: str) -> bool:
    words = fold(text).split()
    known = (load_phrases("form"), load_phrases("word"), load_phrases("place"))
    return len(words) < 2 or any(word in table for word in words for table in known)
