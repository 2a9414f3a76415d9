"""Names in the network picture can be read: no label lies on another, or on a node."""

from __future__ import annotations

from math import cos, sin

from dateline.export.network_picture import HEIGHT, WIDTH, Drawn, Node, Tie, lay_picture


def wheel(count: int, spread: float = 1.0) -> tuple[list[Node], list[Tie]]:
    """A hub with `count` nodes round it; a small `spread` crowds them."""
    nodes = [Node("hub", "Harbour Committee", False, 0.0, 0.0, count)]
    for n in range(count):
        x, y = cos(n) * spread, sin(n * 1.7) * spread
        nodes.append(Node(f"n{n}", f"Somebody Number {n}", True, x, y, 1))
    ties = [Tie("hub", f"n{n}", "reported", 1 + n, (("c_1", "met"),)) for n in range(count)]
    return nodes, ties


def box(drawn: Drawn) -> tuple[float, float, float, float]:
    wide = len(drawn.label) * 7.0
    left = {"start": 0.0, "middle": wide / 2, "end": wide}[drawn.anchor]
    return (
        drawn.label_x - left, drawn.label_y - 11, drawn.label_x - left + wide, drawn.label_y + 2,
    )  # fmt: skip


def overlap(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def test_no_label_lies_on_another_or_leaves_the_picture() -> None:
    picture = lay_picture(*wheel(24))
    assert picture is not None
    boxes = [box(drawn) for drawn in picture.nodes if drawn.label]
    assert len(boxes) > 12
    assert not any(overlap(one, two) for n, one in enumerate(boxes) for two in boxes[n + 1 :])
    assert all(x1 >= 0 and y1 >= -2 and x2 <= WIDTH and y2 <= HEIGHT for x1, y1, x2, y2 in boxes)


def test_names_without_room_are_counted_and_stay_in_the_table() -> None:
    picture = lay_picture(*wheel(120))
    assert picture is not None
    assert picture.without_label == sum(not drawn.label for drawn in picture.nodes) > 0
    assert len(picture.ties) == 120


def test_more_origins_draw_a_wider_line() -> None:
    picture = lay_picture(*wheel(5))
    assert picture is not None
    widths = [line.width for line in picture.lines]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_a_network_without_ties_has_no_picture() -> None:
    assert lay_picture([], []) is None


def test_nodes_on_one_line_are_laid_out_too() -> None:
    nodes = [Node("a", "A", True, 0.5, 0.5, 1), Node("b", "B", True, 0.5, 0.5, 1)]
    picture = lay_picture(nodes, [Tie("a", "b", "asserted", 1, ())])
    assert picture is not None
    assert all(0 < drawn.x < WIDTH and 0 < drawn.y < HEIGHT for drawn in picture.nodes)
