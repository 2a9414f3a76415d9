"""Learning the weights of clues: which names are places', and what speaks for it."""

from __future__ import annotations

import numpy as np
import pytest

from data.make_place_clues import ALWAYS, BY_HAND, as_table, is_place, regress
from dateline.annotate.places.candidates import Candidate

ROWS = [["in a list", "known"], ["known"], ["known"], ["a person's"], ["a person's"], ["rare"]] * 4
LABELS = np.array([1, 1, 0, 0, 0, 1] * 4, dtype=float)


def test_clues_of_places_weigh_more_than_clues_of_others() -> None:
    weights = regress(ROWS, LABELS, rarest=8)
    assert weights["known"] > 0 > weights["a person's"]


def test_a_rare_clue_has_no_weight() -> None:
    assert "rare" in regress(ROWS, LABELS, rarest=4)
    assert "rare" not in regress(ROWS, LABELS, rarest=8)


def test_the_table_is_sorted_and_leaves_out_what_has_no_weight() -> None:
    table = as_table({"b": 0.5, ALWAYS: 0.0, "a": -1.0, "none": 0.0})
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert rows == ["a\t-1.0", "always\t0.0", "b\t0.5"]


def test_each_number_set_by_hand_has_its_reason() -> None:
    assert all(more and why for more, why in BY_HAND.values())


TEXT = "The Lahore Times saw Lahore and Alan Winslow saw a Winslow Cup in Hyde Park."


def extent(name: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(name, TEXT.index(after))
    return start, start + len(name)


MARKED = {
    extent("Lahore Times"): "organization",
    extent("Lahore", after="saw "): "place",
    extent("Alan Winslow"): "person",
    extent("Hyde Park"): "place",
}


@pytest.mark.parametrize(
    ("start", "name", "is_a_place"),
    [
        (TEXT.index("Lahore and"), "Lahore", True),
        (TEXT.index("Lahore Times"), "Lahore", True),  # in a body's name, marked elsewhere
        (TEXT.index("Times"), "Times", False),
        (TEXT.index("Winslow saw"), "Winslow", False),  # in a person's name
        (TEXT.index("Winslow Cup"), "Winslow", False),  # unmarked, and nowhere a place
        (TEXT.index("Hyde"), "Hyde", False),  # half of a place's name
        (TEXT.index("Hyde"), "Hyde Park in", False),  # more than a name
    ],
)
def test_a_name_is_a_place_s_by_what_is_marked(start: int, name: str, is_a_place: bool) -> None:
    candidate = Candidate(start, start + len(name), name, 0, 1, "no")
    assert is_place(candidate, MARKED, frozenset(["Lahore", "Hyde Park"])) == is_a_place
