"""The network as a small picture: where nodes, labels and lines stand, so that names can be read.

Coordinates come from the view; here they are fitted to the picture, and each label takes the free
side of its node that fewest of its lines leave by, the most connected node first. A name without a
free side is left out of the picture; it stands in the table beneath, and in the title of its node.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from dateline.views.wording import Standing

WIDTH, HEIGHT = 960, 560
_MARGIN_X, _MARGIN_Y = 170, 40
_LETTER, _LINE = 7.0, 17
"""Width and height of a letter of the label in pixels, at 13 pixels, somewhat generous."""
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; `x` and `y` in any unit, `ties` the number of its lines."""

    id: str
    name: str
    is_person: bool
    x: float
    y: float
    ties: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins two entities: an event or a relation, at its surest.

    Attributes:
        origins: Independent origins; the width of the line.
        links: Anchor and words of what it stands for, in order.
    """

    left: str
    right: str
    standing: Standing
    origins: int
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node with its label; pixels of the picture; an empty label had no room."""

    node: Node
    x: float
    y: float
    radius: float
    label: str
    label_x: float
    label_y: float
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two places of the picture."""

    tie: Tie
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole network; `ties` with the names of both ends, for the table."""

    nodes: tuple[Drawn, ...]
    lines: tuple[Line, ...]
    ties: tuple[tuple[str, str, Tie], ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def without_label(self) -> int:
        """How many nodes have no room for their names."""
        return sum(not drawn.label for drawn in self.nodes)


def lay_picture(nodes: Sequence[Node], ties: Sequence[Tie]) -> Picture | None:
    """The picture of a network; None if nothing is tied to anything."""
    if not ties:
        return None
    places = _fit(nodes)
    boxes = [_Box(x - 9, y - 9, x + 9, y + 9) for x, y in places.values()]
    drawn = []
    for node in sorted(nodes, key=lambda node: (-node.ties, node.name, node.id)):
        ends = [
            places[tie.right if tie.left == node.id else tie.left]
            for tie in ties
            if node.id in (tie.left, tie.right)
        ]
        drawn.append(_label(node, *places[node.id], ends, boxes))
    lines = tuple(
        Line(tie, *places[tie.left], *places[tie.right], round(1 + min(tie.origins, 6) * 0.8, 1))
        for tie in ties
    )
    names = {node.id: node.name for node in nodes}
    table = tuple((names[tie.left], names[tie.right], tie) for tie in ties)
    return Picture(tuple(drawn), lines, table)


def _fit(nodes: Sequence[Node]) -> dict[str, tuple[float, float]]:
    """Places in the picture, half by coordinate and half by rank, so that knots loosen."""
    xs = _spread([node.x for node in nodes])
    ys = _spread([node.y for node in nodes])
    return {
        node.id: (
            round(_MARGIN_X + x * (WIDTH - 2 * _MARGIN_X), 1),
            round(_MARGIN_Y + y * (HEIGHT - 2 * _MARGIN_Y), 1),
        )
        for node, x, y in zip(nodes, xs, ys, strict=True)
    }


def _spread(values: Sequence[float]) -> list[float]:
    low, wide = min(values), max(values) - min(values)
    ranks = sorted(values)
    last = max(1, len(values) - 1)
    return [
        ((value - low) / wide + bisect_left(ranks, value) / last) / 2 if wide else 0.5
        for value in values
    ]


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def crossings(self, x: float, y: float, ends: Sequence[tuple[float, float]]) -> int:
        """How much of the lines from a node to these ends lies in the box, in steps of 6 pixels."""
        count = 0
        for end_x, end_y in ends:
            length = max(1.0, hypot(end_x - x, end_y - y))
            for step in range(6, int(min(length, 150)), 6):
                at_x, at_y = x + (end_x - x) * step / length, y + (end_y - y) * step / length
                count += self.left <= at_x <= self.right and self.top <= at_y <= self.bottom
        return count

    @property
    def is_inside(self) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


_Anchor = Literal["start", "middle", "end"]


def _label(
    node: Node, x: float, y: float, ends: Sequence[tuple[float, float]], boxes: list[_Box]
) -> Drawn:
    """Place the label on its best free side, and note its box as taken."""
    radius = round(5 + min(node.ties, 8) * 0.5, 1)
    name = node.name if len(node.name) <= _LONGEST else node.name[: _LONGEST - 1] + "…"
    wide = len(name) * _LETTER
    gap = radius + 5
    sides: tuple[tuple[_Anchor, float, float, _Box], ...] = (
        ("start", x + gap, y + 4, _Box(x + gap, y - _LINE / 2, x + gap + wide, y + _LINE / 2)),
        ("end", x - gap, y + 4, _Box(x - gap - wide, y - _LINE / 2, x - gap, y + _LINE / 2)),
        ("middle", x, y - gap, _Box(x - wide / 2, y - gap - _LINE, x + wide / 2, y - gap)),
        ("middle", x, y + gap + 10, _Box(x - wide / 2, y + gap, x + wide / 2, y + gap + _LINE)),
    )
    free = [
        (box.crossings(x, y, ends), place)
        for place, (_, _, _, box) in enumerate(sides)
        if box.is_inside and not any(box.touches(other) for other in boxes)
    ]
    if not free:
        return Drawn(node, x, y, radius, "", x, y, "middle")
    anchor, label_x, label_y, box = sides[min(free)[1]]
    boxes.append(box)
    return Drawn(node, x, y, radius, name, round(label_x, 1), round(label_y, 1), anchor)
