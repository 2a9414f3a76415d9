"""The coreference scores, on the worked examples of the papers that define them."""

from __future__ import annotations

from itertools import permutations

import pytest

from evaluation.conll import Coreference, Score, best_matching, score_chains


def figures(gold: str, found: str) -> list[float]:
    """Recall and precision of MUC, B³ and CEAFe, chains written as "abc de"."""
    scores = score_chains(gold.split(), found.split())
    return [
        figure
        for score in (scores.muc, scores.b3, scores.ceafe)
        for figure in (score.recall, score.precision)
    ]


def test_the_example_of_the_reference_scorer_gives_its_figures() -> None:
    """Pradhan et al. 2014, section 4: mentions that one side has alone stay in play."""
    found = figures("abc defg", "ab cd fghi")
    assert found == pytest.approx(
        [2 / 5, 2 / 5, (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, 4 / 8, 1.3 / 2, 1.3 / 3]
    )
    assert found == pytest.approx([0.40, 0.40, 0.42, 0.50, 0.65, 0.43], abs=0.005)


@pytest.mark.parametrize(
    ("found", "muc", "b3", "ceafe"),
    [
        # Bagga and Baldwin 1998: joining the two large chains is worse than a small to a large.
        ("12345 6789abc", (1.0, 9 / 10), (1.0, 16 / 21), None),
        ("1234589abc 67", (1.0, 9 / 10), (1.0, 7 / 12), None),
        # Luo 2005: one chain of all, and a chain for each mention.
        ("123456789abc", (1.0, 9 / 11), (1.0, 0.375), (2 * 5 / 17 / 3, 2 * 5 / 17)),
        ("1 2 3 4 5 6 7 8 9 a b c", (0.0, 0.0), (0.25, 1.0), (4 / 3 / 3, 4 / 3 / 12)),
    ],
)
def test_known_responses_get_their_published_figures(
    found: str,
    muc: tuple[float, float],
    b3: tuple[float, float],
    ceafe: tuple[float, float] | None,
) -> None:
    got = figures("12345 67 89abc", found)
    assert got[:2] == pytest.approx(muc)
    assert got[2:4] == pytest.approx(b3)
    if ceafe is not None:
        assert got[4:] == pytest.approx(ceafe)


def test_the_same_chains_are_perfect_in_any_order() -> None:
    scores = score_chains([{1, 2}, {3, 4, 5}, {6}], [[6], [5, 4, 3], [2, 1]])
    assert scores == Coreference(Score(1, 1), Score(1, 1), Score(1, 1))
    assert scores.conll == 1


def test_singletons_count_but_not_for_links() -> None:
    scores = score_chains(["a", "b"], ["a", "b"])
    assert (scores.muc.f1, scores.b3.f1, scores.ceafe.f1) == (0, 1, 1)


def test_nothing_found_is_worth_nothing() -> None:
    assert score_chains(["ab"], []).conll == 0
    assert score_chains([], ["ab"]).conll == 0
    assert score_chains([], [[]]).conll == 0


def test_the_score_is_the_mean_of_three() -> None:
    scores = score_chains(["abc", "defg"], ["ab", "cd", "fghi"])
    assert scores.conll == pytest.approx((0.4 + scores.b3.f1 + 0.52) / 3)


def test_a_mention_in_two_chains_is_refused() -> None:
    with pytest.raises(ValueError, match="found: in two chains: \\['b'\\]"):
        score_chains(["ab"], ["ab", "bc"])


def test_the_matching_is_the_best_there_is() -> None:
    """Against trying all; tables where taking the largest first, or row by row, goes wrong."""
    assert best_matching({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == pytest.approx(1.6)
    for seed in range(40):
        rows, columns = 2 + seed % 4, 2 + seed % 5
        table = {
            (row, column): weight / 97
            for row in range(rows)
            for column in range(columns)
            if (weight := (seed * 31 + row * 57 + column * 83 + row * column * 19) % 97) > 30
        }
        size = max(rows, columns)
        tried = (
            sum(table.get((row, column), 0.0) for row, column in enumerate(order))
            for order in permutations(range(size))
        )
        assert best_matching(table) == pytest.approx(max(tried))


def test_hundreds_of_chains_that_hang_together_are_matched_in_a_moment() -> None:
    ring = {(n, m % 300): 0.5 + (n == m) / 4 for n in range(300) for m in (n, n + 1)}
    assert best_matching(ring) == pytest.approx(300 * 0.75)
