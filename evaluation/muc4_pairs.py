"""One-to-one pairs of two lists that are worth most together."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs of row and column, each used once, with the largest sum; those worth 0 are left out.

    The Hungarian method with shortest augmenting paths, over a table of at least one row.
    """
    if len(worth) > len(worth[0]):
        turned = [[row[j] for row in worth] for j in range(len(worth[0]))]
        return sorted((i, j) for j, i in best_pairs(turned))
    rows, columns = len(worth), len(worth[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    matched = [0] * (columns + 1)  # row and column 0 stand for "none"
    for row in range(1, rows + 1):
        matched[0] = row
        _augment(worth, matched, of_row, of_column)
    pairs = ((matched[j] - 1, j - 1) for j in range(1, columns + 1) if matched[j])
    return sorted((i, j) for i, j in pairs if worth[i][j] > 0)


def _augment(
    worth: Sequence[Sequence[float]],
    matched: list[int],
    of_row: list[float],
    of_column: list[float],
) -> None:
    """Matches the row in `matched[0]`, moving others where that is worth more."""
    size = len(of_column)
    nearest, came_from, used = [float("inf")] * size, [0] * size, [False] * size
    column = 0
    while matched[column]:
        used[column] = True
        here = matched[column]
        for j in range(1, size):
            if not used[j]:
                reached = -worth[here - 1][j - 1] - of_row[here] - of_column[j]
                if reached < nearest[j]:
                    nearest[j], came_from[j] = reached, column
        following = min((j for j in range(1, size) if not used[j]), key=lambda j: nearest[j])
        step = nearest[following]
        for j in range(size):
            if used[j]:
                of_row[matched[j]] += step
                of_column[j] -= step
            else:
                nearest[j] -= step
        column = following
    while column:
        matched[column] = matched[came_from[column]]
        column = came_from[column]
