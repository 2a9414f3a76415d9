"""The features that say two names are one, their weights, and what forbids it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.resolve.names import PersonName

WEIGHTS: dict[str, float] = {
    "same name": 1.0,  # letter for letter after titles, case, article and legal form
    "same known name": 1.0,  # both are names of one state or body in our lists
    "another spelling": 0.9,  # marks, hyphens, letters of another script
    "a report gives both names": 0.9,  # "X, also known as Y" or "X (Y)" in one report
    "same acronym": 0.85,
    "middle name left out": 0.85,
    "short form that a report uses": 0.75,
    "initials of the full name": 0.75,
    "initial of the given name": 0.75,
    "surname, one bearer in the case": 0.75,
    "surname, one bearer with this post": 0.75,
    "same noun, one country": 0.75,
    "same noun, shared name": 0.7,
    "same single name": 0.7,
}
"""Score of the feature that brings a pair together."""

RAISES: dict[str, float] = {"same post": 0.1, "same organisation": 0.1}
"""What is added to a score, up to 1, when both chains carry it."""

THRESHOLD = 0.7
"""Pairs below this are left apart."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties that may be one, by their place in the list of parties.

    Attributes:
        rule: A key of `WEIGHTS`.
        is_weak: Whether the rule forbids joining two chains of one report.
    """

    left: int
    right: int
    rule: str
    score: float
    words: str
    is_weak: bool = False


def given_names_fit(left: PersonName, right: PersonName) -> bool:
    """Whether the given names of two names with one surname can belong to one person.

    A bare surname fits any. Otherwise the first given names must be the same, or one the
    initial of the other, and of the rest one side must hold the other.
    """
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return False
    if left.is_bare or right.is_bare:
        return True
    if not _same_or_initial(left.given[0], right.given[0]):
        return False
    short, long = sorted((left.given[1:], right.given[1:]), key=len)
    rest = list(long)
    for word in short:
        match = next((other for other in rest if _same_or_initial(word, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def _same_or_initial(left: str, right: str) -> bool:
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) == 1 and long.startswith(short)


def names_conflict(left: PersonName, right: PersonName) -> bool:
    """Whether two names share a surname but not the person ("Joe Biden", "Hunter Biden")."""
    if left.key == right.key:
        return False
    return left.surname == right.surname and not given_names_fit(left, right)
