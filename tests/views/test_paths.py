"""The way between two entities."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from dateline.views.paths import MOST_HOPS, find_path


def ties(*pairs: tuple[str, str, int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for left, right, support in pairs:
        found.setdefault(left, {})[right] = support
        found.setdefault(right, {})[left] = support
    return found


def path(known: Mapping[str, Mapping[str, int]], start: str, goal: str) -> str | None:
    found = find_path(start, goal, lambda one: known.get(one, {}))
    return "".join(found) if found else None


def test_the_shortest_way_is_taken_however_well_a_longer_one_is_supported() -> None:
    known = ties(("a", "b", 1), ("b", "d", 1), ("a", "c", 9), ("c", "e", 9), ("e", "d", 9))
    assert path(known, "a", "d") == "abd"
    assert path(known, "d", "a") == "dba"


def test_of_ways_of_one_length_the_weakest_tie_counts_then_all_then_the_ids() -> None:
    known = ties(("a", "b", 9), ("b", "d", 1), ("a", "c", 2), ("c", "d", 2))
    assert path(known, "a", "d") == "acd"
    known = ties(("a", "b", 2), ("b", "d", 2), ("a", "c", 3), ("c", "d", 2))
    assert path(known, "a", "d") == "acd"
    known = ties(("a", "b", 2), ("b", "d", 2), ("a", "c", 2), ("c", "d", 2))
    assert path(known, "a", "d") == "abd"


def test_there_is_no_way_where_nothing_ties_or_it_is_too_long() -> None:
    chain = "abcdefghi"
    known = ties(*((one, other, 1) for one, other in pairwise(chain)))
    assert path(known, "a", chain[MOST_HOPS]) == chain[: MOST_HOPS + 1]
    assert path(known, "a", chain[MOST_HOPS + 1]) is None
    assert path(known, "a", "z") is None


@pytest.mark.parametrize("one", ["a", "z"])
def test_everybody_is_where_he_is(one: str) -> None:
    assert path(ties(("a", "b", 1)), one, one) == one


def test_a_case_in_which_all_know_all_is_searched_in_no_time() -> None:
    names = [str(number) for number in range(20_000)]

    def all_of_a_hundred(one: str) -> dict[str, int]:
        start = int(one) // 100 * 100
        return {names[number]: 1 for number in range(start, start + 101) if number < 20_000}

    assert find_path("0", "19999", all_of_a_hundred) is None
