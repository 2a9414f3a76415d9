"""What holds a place by the words after its name: "Gujranwala, Punjab, Pakistan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.annotate.places.candidates import Candidate
from dateline.annotate.places.choice import SMALL_TOWN, contains
from dateline.annotate.places.gazetteer import Place
from dateline.annotate.places.words import DIRECTIONS

_GAP = re.compile(
    r"(?:,[ \n]{1,2}(?:in[ \n])?|[ \n]in[ \n]|[ ]?\()(?:the[ \n])?"
    rf"(?:(?:{'|'.join(sorted(DIRECTIONS))})[ \n])?"
)
_OPENINGS = (",", "(", " (", " in ", " in\n", "\nin ")
_LIST_GOES_ON = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")
_LONGEST = 4
_CODE = 2
_KINDS = frozenset(["country", "admin1", "admin2", "region"])
_MOST_READINGS = 60
_KNOWN_TOWN = 100_000


class Chain(NamedTuple):
    """What a name's followers say that it lies in; whether it holds the name before it."""

    containers: list[Place]
    is_holder: bool


def find_chains(
    text: str, candidates: Sequence[Candidate], readings: Sequence[Sequence[Place]]
) -> list[Chain]:
    """The chain of each candidate, whose places are the `readings` of the same number."""
    chains: list[Chain] = []
    while len(chains) < len(candidates):
        containers, after = _chain(text, candidates, readings, len(chains))
        chains.append(Chain(containers, is_holder=False))
        while len(chains) < after:
            chains.append(Chain([], is_holder=True))
    return chains


def _chain(
    text: str, candidates: Sequence[Candidate], readings: Sequence[Sequence[Place]], index: int
) -> tuple[list[Place], int]:
    """What holds the name, and the index after the chain's last name."""
    if not text.startswith(_OPENINGS, candidates[index].end):
        return [], index + 1
    containers: list[Place] = []
    after = index + 1
    while after < min(index + _LONGEST, len(candidates)):
        if not _GAP.fullmatch(text, candidates[after - 1].end, candidates[after].start):
            break
        code = candidates[after]
        if code.kind == "short" and len(code.name) == _CODE and text[code.start - 1] == "(":
            break  # "Manchester (PA)": whose photograph it is
        outer = [
            place
            for place in readings[after]
            if place.kind in _KINDS and _holds(place, readings[index], readings[after])
        ]
        if not outer or _is_list(text, candidates[after], readings[after - 1], readings[after]):
            break
        containers += outer
        after += 1
    return containers, after


def _is_list(
    text: str, candidate: Candidate, before: Sequence[Place], readings: Sequence[Place]
) -> bool:
    """Whether the name goes on a list ("in Turkey, Syria and Iraq"), and holds nothing."""
    return (
        any(place.kind == "country" for place in readings)
        and any(place.kind == "country" for place in before)
        and _LIST_GOES_ON.match(text, candidate.end) is not None
    )


def _holds(outer: Place, inner: Sequence[Place], outer_readings: Sequence[Place]) -> bool:
    """Whether the one name holds the other, rather than following it in a list of towns."""
    inner = inner[:_MOST_READINGS]
    held = max((p.population for p in inner if contains(outer, p)), default=-1)
    if held < 0:
        return False
    if any(place.kind == "country" for place in inner):
        return outer.kind == "country" and any(
            p.kind == "admin1" and contains(outer, p) for p in inner
        )
    is_known_town = any(p.kind == "town" and p.population >= _KNOWN_TOWN for p in outer_readings)
    best = max((place.population for place in inner), default=0)
    return not (is_known_town and held < SMALL_TOWN and best >= _KNOWN_TOWN)
