"""The word lists that lie beside this module: one entry a line, ``#`` begins a comment line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> tuple[str, ...]:
    """The entries of the list `name` ("cities.txt"), in its order."""
    lines = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def cities() -> dict[str, str]:
    """Places that open a report alone: name in small letters to its ordinary form."""
    return {name.casefold(): name for name in load_words("cities.txt")}


@cache
def agencies() -> frozenset[str]:
    """News agencies, in small letters."""
    return frozenset(name.casefold() for name in load_words("agencies.txt"))


@cache
def labels() -> tuple[frozenset[str], frozenset[str]]:
    """What is no place: whole names ("opinion"), and first words ("in"), in small letters."""
    words = load_words("not_places.txt")
    first = frozenset(word[:-1] for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), first


@cache
def particles() -> frozenset[str]:
    """Small words inside names, in small letters."""
    return frozenset(load_words("particles.txt"))
