"""Marks on rows: nothing covers anything."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.views.lane_rows import Bar, place_bars
from dateline.views.marks import Mark

LETTER, FINGER = 6.1 * 100 / 720, 26 * 100 / 720


def bar(left: float, label: str = "") -> Bar:
    return Bar(f"v_{left}", Mark("dot", left), "asserted", 1, False, "", label)


def ends(one: Bar) -> tuple[float, float]:
    left, right = one.mark.left - FINGER / 2, one.mark.left + FINGER / 2
    words = len(one.label) * LETTER
    return (left - words, right) if one.is_before else (left, right + words)


@given(st.lists(st.tuples(st.floats(0, 100), st.text("ab ", max_size=50)), max_size=30))
def test_no_mark_and_no_label_covers_another(given_: list[tuple[float, str]]) -> None:
    placed = place_bars([bar(left, label) for left, label in given_])
    if placed is None:
        return
    bars, rows = placed
    assert len(bars) == len(given_)
    assert {one.row for one in bars} == set(range(rows))
    for row in range(rows):
        on_row = sorted(ends(one) for one in bars if one.row == row)
        assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(on_row))


def test_a_label_at_the_right_edge_stands_before_its_mark() -> None:
    placed = place_bars([bar(97, "met Karim Haddad"), bar(3, "met Bo")])
    assert placed is not None
    assert {one.label: one.is_before for one in placed[0]} == {
        "met Karim Haddad": True, "met Bo": False,
    }  # fmt: skip


def test_long_labels_are_cut_at_a_word() -> None:
    placed = place_bars([bar(10, "told the members of the harbour board that it would close")])
    assert placed is not None
    assert placed[0][0].label == "told the members of the harbour board…"


def test_where_labels_have_no_room_the_marks_still_stand() -> None:
    placed = place_bars([bar(20 + n, "met the head of the harbour board") for n in range(25)])
    assert placed is not None
    assert len(placed[0]) == 25
    assert not all(one.label for one in placed[0])


def test_too_many_marks_at_one_place_are_not_drawn() -> None:
    assert place_bars([bar(50) for _ in range(11)]) is None
    assert place_bars([bar(50) for _ in range(10)]) is not None
