"""Numbers as reports write them: "at least 1,200", "two dozen", "between 10 and 15", "dozens"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.records import Token

LARGEST = 10_000_000
_TO = frozenset({"to", "-", "–", "and", "or"})
_LONGEST_BOUND = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        first, last: Places of its tokens, both included, with the words that bound it.
        least, most, about: As in `Count`.
    """

    first: int
    last: int
    least: int
    most: int | None
    about: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    number: Mapping[str, int]
    scale: Mapping[str, int]
    vague: Mapping[str, int]
    bounds: Mapping[tuple[str, ...], str]


@lru_cache(maxsize=1)
def count_table() -> dict[str, Any]:
    """The package's ``counts.toml``."""
    return tomllib.loads((files("dateline.claims") / "lexicon" / "counts.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _words() -> _Words:
    table = count_table()
    bounds = {tuple(w.split()): row["means"] for row in table["bound"] for w in row["words"]}
    return _Words(table["number"], table["scale"], table["vague"], bounds)


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a token, with its bounds; None if none begins there."""
    vague = _read_vague(tokens, at)
    if vague is not None:
        return vague
    value, end = _read_value(tokens, at)
    if value is None:
        return None
    if end < len(tokens) - 1 and tokens[end].text.casefold() in _TO:
        upper, upper_end = _read_value(tokens, end + 1)
        joins = tokens[end].text.casefold()
        between = at > 0 and tokens[at - 1].text.casefold() == "between"
        if upper is not None and upper > value and (between or joins != "and"):
            return Number(at - between, upper_end - 1, value, upper)
    start, bound = _bound_before(tokens, at)
    match bound:
        case "least":
            return Number(start, end - 1, value, None)
        case "most":
            return Number(start, end - 1, 0, value)
        case _:
            return Number(start, end - 1, value, value, about=bound == "about")


def _read_vague(tokens: Sequence[Token], at: int) -> Number | None:
    """ "Dozens", "tens of thousands", "hundreds of thousands": no end is told."""
    words, vague = _words(), _words().vague
    least = vague.get(tokens[at].text.casefold())
    following = [t.text.casefold() for t in tokens[at + 1 : at + 3]]
    has_scale = len(following) == 2 and following[0] == "of" and following[1] in vague
    if has_scale and (least is not None or tokens[at].text.casefold() == "tens"):
        factor = 10 if least is None else least // 2
        scale = words.scale.get(following[1].rstrip("s"), vague[following[1]])
        return Number(at, at + 2, min(factor * scale, LARGEST), None, about=True)
    return None if least is None else Number(at, at, least, None, about=True)


def _read_value(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The value of the number at a token and the place after it."""
    words = _words()
    text = tokens[at].text.casefold()
    digits = text.replace(",", "")
    end = at + 1
    if digits.isascii() and digits.isdigit() and len(digits) <= 7:
        value = int(digits)
    elif text in words.number:
        value = words.number[text]
        if 20 <= value < 100:
            value, end = _with_unit(tokens, end, value)
    elif text in words.scale and at > 0 and tokens[at - 1].text.casefold() in ("a", "half"):
        return words.scale[text], end
    else:
        return None, end
    while end < len(tokens) and tokens[end].text.casefold() in words.scale:
        value *= words.scale[tokens[end].text.casefold()]
        end += 1
    return min(value, LARGEST), end


def _with_unit(tokens: Sequence[Token], end: int, tens: int) -> tuple[int, int]:
    """ "Twenty-three", however it is cut into tokens."""
    after = [t.text.casefold() for t in tokens[end : end + 2]]
    if len(after) == 2 and after[0] in ("-", "‑") and _words().number.get(after[1], 10) < 10:
        return tens + _words().number[after[1]], end + 2
    if after and _words().number.get(after[0], 10) < 10:
        return tens + _words().number[after[0]], end + 1
    return tens, end


def _bound_before(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Where the words that bound a number begin, and what they make of it ("" if nothing)."""
    article = at > 0 and tokens[at - 1].text.casefold() in ("a", "an")
    for skip in (False, True) if article else (False,):
        end = at - skip
        for length in range(_LONGEST_BOUND, 0, -1):
            before = tuple(t.text.casefold() for t in tokens[max(0, end - length) : end])
            if len(before) == length and before in _words().bounds:
                return end - length, _words().bounds[before]
    return at, ""
