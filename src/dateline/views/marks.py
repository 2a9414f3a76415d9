"""The mark of one event on the axis, as precise as its words and no more.

A day is a dot; a range that the words give a bar; a month or a longer unit a light bar between
two ends; "about" fades out; an open end is an arrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from dateline.records import When
from dateline.views.axis import Axis

Shape = Literal["dot", "bar", "unit"]

_LEAST_PCT = 4.4
"""No bar is narrower, so that it is not taken for a dot, which is one day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What to draw; positions in per cent of the width of the axis.

    Attributes:
        left, width: Of a bar; a dot is at `left` and has no width.
        fades: "left", "right" or "both" where the words say "about"; else empty.
        arrows: "left" or "right" where that end is open; else empty.
    """

    shape: Shape
    left: float
    width: float = 0.0
    fades: str = ""
    arrow: str = ""

    @property
    def right(self) -> float:
        return round(self.left + self.width, 2)

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 2)


def draw_mark(when: When, axis: Axis) -> Mark:
    """The mark of a time on the axis."""
    first, _, last = when.edtf.partition("/")
    left = axis.at(when.start) if when.start else 0.0
    right = axis.at(when.end) if when.end else 100.0
    arrow = "left" if when.start is None else "right" if when.end is None else ""
    fades = _fades(first, last)
    if when.start and when.end == when.start + timedelta(days=1) and not fades:
        return Mark("dot", round((left + right) / 2, 2))
    if right - left < _LEAST_PCT:
        middle = (left + right) / 2
        left = min(max(0.0, middle - _LEAST_PCT / 2), 100 - _LEAST_PCT)
        right = left + _LEAST_PCT
    named = "bar" if last or len(first.rstrip("~?%")) == 10 else "unit"
    shape: Shape = "bar" if named == "bar" else "unit"
    return Mark(shape, round(left, 2), round(right - left, 2), fades, arrow)


def _fades(first: str, last: str) -> str:
    begins, ends = first.endswith(("~", "%")), (last or first).endswith(("~", "%"))
    return "both" if begins and ends else "left" if begins else "right" if ends else ""
