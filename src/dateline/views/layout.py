"""A small force layout without chance: the same network gives the same picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, pi, sin, sqrt

STEPS = 60


def lay_out(
    nodes: Sequence[str], ties: Sequence[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Where to draw each node: x and y from 0 to 1, rounded to thousandths.

    Nodes begin on a circle, the most tied first; then all push one another away, and ties pull,
    in `STEPS` ever smaller steps (Fruchterman and Reingold). The cost is the square of the nodes.
    """
    degree = Counter(end for tie in ties for end in tie)
    order = sorted(nodes, key=lambda node: (-degree[node], node))
    if len(order) < 2:
        return dict.fromkeys(order, (0.5, 0.5))
    turn = 2 * pi / len(order)
    # Rounded, so that the last bit of a machine's sine does not grow into another picture.
    xs = [round(0.5 + 0.4 * cos(turn * n), 6) for n in range(len(order))]
    ys = [round(0.5 + 0.4 * sin(turn * n), 6) for n in range(len(order))]
    place = {node: n for n, node in enumerate(order)}
    pairs = [(place[left], place[right]) for left, right in ties]
    for step in range(STEPS):
        _step(xs, ys, pairs, heat=0.1 * (1 - step / STEPS))
    return _scaled(order, xs, ys)


def _step(xs: list[float], ys: list[float], pairs: list[tuple[int, int]], heat: float) -> None:
    count = len(xs)
    ideal = 0.8 / sqrt(count)
    push_x, push_y = [0.0] * count, [0.0] * count
    for left in range(count):
        for right in range(left + 1, count):
            dx, dy = xs[left] - xs[right], ys[left] - ys[right]
            square = dx * dx + dy * dy or 1e-9
            force = ideal * ideal / square
            push_x[left] += dx * force
            push_y[left] += dy * force
            push_x[right] -= dx * force
            push_y[right] -= dy * force
    for left, right in pairs:
        dx, dy = xs[left] - xs[right], ys[left] - ys[right]
        force = sqrt(dx * dx + dy * dy) / ideal
        push_x[left] -= dx * force
        push_y[left] -= dy * force
        push_x[right] += dx * force
        push_y[right] += dy * force
    for node in range(count):
        push_x[node] += (0.5 - xs[node]) * 0.5  # keeps parts without a tie in the picture
        push_y[node] += (0.5 - ys[node]) * 0.5
        length = sqrt(push_x[node] ** 2 + push_y[node] ** 2) or 1e-9
        reach = min(length, heat)
        xs[node] = round(xs[node] + push_x[node] / length * reach, 9)
        ys[node] = round(ys[node] + push_y[node] / length * reach, 9)


def _scaled(
    order: Sequence[str], xs: list[float], ys: list[float]
) -> dict[str, tuple[float, float]]:
    def scaled(values: list[float]) -> list[float]:
        low, high = min(values), max(values)
        spread = high - low
        return [round((v - low) / spread, 3) if spread > 1e-6 else 0.5 for v in values]

    return dict(zip(order, zip(scaled(xs), scaled(ys), strict=True), strict=True))
