"""A mark is as precise as the words, and no more."""

from __future__ import annotations

import pytest

from dateline.records import Quote, edtf_bounds, read_when
from dateline.views.axis import lay_axis
from dateline.views.marks import Mark, draw_mark


def mark_of(edtf: str) -> Mark:
    laid = lay_axis([edtf_bounds("2023"), edtf_bounds("2024-06-15"), edtf_bounds("2024")])
    assert laid is not None
    return draw_mark(read_when(edtf, Quote(0, 1, "x"), "explicit"), laid)


@pytest.mark.parametrize(
    ("edtf", "shape", "fades", "arrow"),
    [
        ("2024-03-04", "dot", "", ""),
        ("2024-03-04/2024-03-09", "bar", "", ""),
        ("2024-03", "unit", "", ""),
        ("2024", "unit", "", ""),
        ("2024-03~", "unit", "both", ""),
        ("2024-03-04~", "bar", "both", ""),
        ("2024-01~/2024-03-01", "bar", "left", ""),
        ("2024-01-01/2024-03~", "bar", "right", ""),
        ("2024-03/..", "bar", "", "right"),
        ("../2024-03", "bar", "", "left"),
    ],
)
def test_the_shape_follows_the_precision(edtf: str, shape: str, fades: str, arrow: str) -> None:
    mark = mark_of(edtf)
    assert (mark.shape, mark.fades, mark.arrow) == (shape, fades, arrow)


def test_an_open_end_reaches_the_edge() -> None:
    assert mark_of("2024-03/..").right == pytest.approx(100)
    assert mark_of("../2024-03").left == 0


def test_a_month_takes_its_place_inside_its_year() -> None:
    month, year = mark_of("2024-03"), mark_of("2024")
    assert year.left < month.left < month.right < year.right
