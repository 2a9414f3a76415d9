"""Which of the things told of one point cannot hold together, as sides; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST_VALUES = 64
"""Distinct values that are compared with one another; an event with more is no one event."""

T = TypeVar("T")

Sides = tuple[tuple[str, tuple[str, ...]], ...]
"""For each side what it says, and the ids of its claims."""


@dataclass(slots=True)
class Value(Generic[T]):
    """One thing that is told of a point.

    Attributes:
        says: In words; two values of one point have two.
        thing: What is compared.
        width: How much it leaves open: of two that fit, the less says more.
        claims: Ids of those that tell it.
    """

    says: str
    thing: T
    width: float
    claims: set[str]


def part(values: Sequence[Value[T]], differ: Callable[[T, T], bool]) -> Sides:
    """The sides of what cannot hold together; empty if everything can.

    A value that fits one side alone stands on it ("March" beside "3 March"), and one that fits
    several of them is a side of its own if it conflicts with another.
    """
    compared = _most_told(values)
    at_odds = [v for v in compared if any(differ(v.thing, other.thing) for other in compared)]
    sides: list[tuple[Value[T], set[str]]] = []
    for value in sorted(at_odds, key=lambda one: (one.width, one.says)):
        fits = [claims for first, claims in sides if not differ(first.thing, value.thing)]
        if len(fits) == 1:
            fits[0].update(value.claims)
        else:
            sides.append((value, set(value.claims)))
    found = sorted((first.says, tuple(sorted(claims))) for first, claims in sides)
    return tuple(found)


def _most_told(values: Sequence[Value[T]]) -> Sequence[Value[T]]:
    if len(values) <= MOST_VALUES:
        return values
    return sorted(values, key=lambda one: (-len(one.claims), one.says))[:MOST_VALUES]
