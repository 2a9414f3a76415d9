"""Bodies whose names every state gives: "Foreign Ministry", "Supreme Court", "central bank"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.resolve.knowledge import load_countries
from dateline.resolve.names import BodyName, fold
from dateline.resolve.tables import read_table

SAME_OFFICE, SAME_OFFICE_SCORE = "same office of one state", 0.9
"""The feature of two names that say one office and one state ("Malta's", "Maltese")."""

_LONGEST_COUNTRY = 6


@dataclass(frozen=True, slots=True)
class Office:
    """What such a name says.

    Attributes:
        key: Its words in one order, without the state's ("defence ministry").
        country: ISO 3166-1 code of the state that it names; "" if it names none.
    """

    key: str
    country: str


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(w for row in read_table("office_words.tsv") if row[0] == kind
                     for w in row[1].split())  # fmt: skip


@cache
def _same() -> dict[str, str]:
    lines = [row[1].split() for row in read_table("office_words.tsv") if row[0] == "same"]
    return {word: words[0] for words in lines for word in words}


@cache
def _own() -> dict[str, str]:
    return {row[1]: row[2] for row in read_table("office_words.tsv") if row[0] == "own"}


@cache
def _states() -> dict[str, str]:
    """Folded name, adjective or people of a state → its code."""
    found = {fold(name): code for name, code in load_countries().items()}
    for code, words in (row[:2] for row in read_table("demonyms.tsv")):
        for word in words.split("|"):
            found.setdefault(fold(word), code)
    return found


@lru_cache(maxsize=65_536)
def read_office(body: BodyName) -> Office | None:
    """The office that a body's name says; None for a name with words of its own."""
    if body.known:
        return None
    words = list(body.words)
    own = _own().get(" ".join(words))
    country, rest = (own, words) if own else _without_state(words)
    rest = [word for word in rest if word not in _words_of("small")]
    if not all(_is_office_word(word) for word in rest):
        return None
    plain = [_same().get(word, word) for word in rest]
    if not any(word in _words_of("body") for word in plain):
        return None
    if len(plain) > 1:
        plain = [word for word in plain if word != "affairs"]  # "Ministry of Foreign Affairs"
    return Office(" ".join(sorted(set(plain))), country)


def _is_office_word(word: str) -> bool:
    word = _same().get(word, word)
    return any(word in _words_of(kind) for kind in ("body", "subject", "rank"))


def _without_state(words: list[str]) -> tuple[str, list[str]]:
    """The state that the words name, "" if none, and the other words."""
    for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            said = " ".join(words[start : start + length])
            code = _states().get(said) or _states().get(said.removesuffix("s"))  # "Maltas"
            if code:
                return code, words[:start] + words[start + length :]
    return "", words


def state_said(before: str, after: str) -> str:
    """The state that the words round such a name give it to ("Malta's", "of Malta"); "" if none.

    Args:
        before, after: The text of its sentence on either side.
    """
    words = before.rstrip().removesuffix("s").split()[-3:]
    if words and words[-1][-1:] in ("'", "’"):
        owner = fold(" ".join(words))
        code = _last_state(owner.split())
        if code:
            return code
    words = after.split()[:5]
    if words and words[0] in ("of", "in"):
        following = fold(" ".join(words[1:])).split()
        following = following[1:] if following[:1] == ["the"] else following
        for length in range(len(following), 0, -1):
            code = _states().get(" ".join(following[:length]), "")
            if code:
                return code
    return ""


def _last_state(words: list[str]) -> str:
    codes = (_states().get(" ".join(words[start:]), "") for start in range(len(words)))
    return next((code for code in codes if code), "")
