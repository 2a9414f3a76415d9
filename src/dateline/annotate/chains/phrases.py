"""The words between two names of one: ", a commander better known by his nom de guerre"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.chains.words import load_alias_phrases
from dateline.records import Token

_MARKS = frozenset(",.([-–—:;\"“”'‘’«„") | {"``", "''"}
_LANGUAGES = ("JJ", "NNP")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What ties the names.

    Attributes:
        words: The phrase, in lower case ("better known as").
        noun: The noun before it, of whom it is said; None where the name itself stands there.
    """

    words: str
    noun: Token | None


def read_phrase(gap: Sequence[Token], *, is_body: bool) -> Phrase | None:
    """The phrase that the words between two names are; None if they tie nothing.

    Args:
        is_body: Whether the first name is an organisation's.
    """
    kept = [t for t in gap if t.text not in _MARKS and not t.text.isdigit()]
    words = [t.text.casefold() for t in kept]
    known = load_alias_phrases()
    phrases = known.any | known.bodies if is_body else known.any
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            if " ".join(words[first:last]) not in phrases or not _ends(kept[last:]):
                continue
            if words[first] in known.participles and kept[first].tag != "VBN":
                continue
            begin = _begin(words, first)
            if begin and kept[begin - 1].pos != "NOUN":
                continue
            return Phrase(" ".join(words[begin:]), kept[begin - 1] if begin else None)
    return None


def _begin(words: Sequence[str], first: int) -> int:
    """Where the small phrases before a phrase begin: at "also better" of "also better known"."""
    before = load_alias_phrases().before
    while first:
        size = next((n for n in (2, 1) if " ".join(words[max(0, first - n) : first]) in before), 0)
        if not size:
            break
        first = max(0, first - size)
    return first


def _ends(rest: Sequence[Token]) -> bool:
    """Whether what follows a phrase is small too: "by his French nickname"."""
    after = load_alias_phrases().after
    at = 0
    while at < len(rest):
        for size in (3, 2, 1):
            if " ".join(t.text.casefold() for t in rest[at : at + size]) in after:
                at += size
                break
        else:
            if (
                rest[at].tag not in _LANGUAGES
                or at + 1 >= len(rest)
                or not rest[at].text[0].isupper()
            ):
                return False
            at += 1
    return True
