"""Marks of one lane put on rows, so that neither they nor their labels cover one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.views.marks import Mark
from dateline.views.wording import Standing

WIDTH_PX = 720
"""The width that labels are measured for; a wider picture leaves more room."""
_TARGET_PCT = 26 * 100 / WIDTH_PX
"""A mark takes at least the room of a finger."""
_LETTER_PCT = 6.1 * 100 / WIDTH_PX
_GAP_PCT = 1.2
_LABEL_LETTERS = 42
_MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One event on a lane.

    Attributes:
        row: The row that it stands on, from 0.
        label: A few words beside it; empty where there is no room.
        is_before: Whether the label stands to the left of the mark.
        words: All that the mark says, for those who do not see it.
    """

    event: str
    mark: Mark
    standing: Standing
    origins: int
    is_disputed: bool
    words: str
    label: str = ""
    is_before: bool = False
    row: int = 0


def place_bars(bars: Sequence[Bar]) -> tuple[tuple[Bar, ...], int] | None:
    """The bars on rows, and how many rows there are; some or all without labels if need be.

    None if there are too many even so.
    """
    cut = [replace(bar, label=_shorten(bar.label)) for bar in bars]
    bare = [replace(bar, label="") for bar in bars]
    return _place(cut) or _place(bare)


def _place(bars: Sequence[Bar]) -> tuple[tuple[Bar, ...], int] | None:
    """Each bar on the first row with room for it and its label, or else for it alone."""
    ends: list[float] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.mark.left, one.mark.width)):
        for tried in (bar, replace(bar, label="")):
            left, right, is_before = _room(tried)
            row = next((n for n, end in enumerate(ends) if end <= left), len(ends))
            if row < _MOST_ROWS:
                break
        else:
            return None
        if row == len(ends):
            ends.append(0.0)
        ends[row] = right + _GAP_PCT
        placed.append(replace(tried, row=row, is_before=is_before))
    return tuple(placed), len(ends)


def _room(bar: Bar) -> tuple[float, float, bool]:
    """From where to where a bar and its label reach, and whether the label stands before it."""
    mark = bar.mark
    left = min(mark.left, mark.middle - _TARGET_PCT / 2)
    right = max(mark.right, mark.middle + _TARGET_PCT / 2)
    signs = 2 * bar.is_disputed + 3 * (bar.origins > 1)  # "≠ " and "2× " before it
    label = (len(bar.label) + signs) * _LETTER_PCT
    if not bar.label or right + label <= 100:
        return left, right + label, False
    return left - label, right, True


def _shorten(label: str) -> str:
    if len(label) <= _LABEL_LETTERS:
        return label
    return label[: label.rfind(" ", 12, _LABEL_LETTERS)].rstrip(" ,;:“") + "…"
