"""The miss study counts what the scorer lists."""

from __future__ import annotations

import pytest

from evaluation.misses import count_misses

LISTING = """\
                       one      all      of
sourced claim P      0.500    0.500       4

missed: 2
  d9-01/c1 CONSULT: met the minister
  d9-01/c4 leads: which is led by Roe: gold and all, predicted nothing

spurious: 1
  d9-01/c_12ab STATE: Roe said so

restated (not counted): 1
  d9-01/c_34cd STATE: Roe said so again

when: 3
  d9-01/c2 STATE: gold None, predicted '2024-01-02'
  d9-01/c3 STATE: gold '2024-01-02', predicted None
  d9-01/c5 STATE: gold '2024-01-02', predicted '2024-01'

source kind: 1
  d9-01/c2 STATE: gold {'kind': 'person', 'name': 'Roe'}, predicted {'kind': 'author', 'name': None}

certainty: 2
  d9-01/c2 STATE: gold 'reported', predicted 'asserted'
  d9-01/c3 STATE: gold 'reported', predicted 'asserted'

who: 2
  d9-01/c2 STATE: gold ['roe'], predicted []
  d9-01/c3 STATE: gold ['roe'], predicted ['Poe']
"""


def test_kinds_of_miss_are_counted_the_most_common_first() -> None:
    assert count_misses(LISTING) == (
        ("certainty: reported taken for asserted", 2),
        ("claim missed: CONSULT", 1),
        ("claim missed: leads", 1),
        ("claim spurious: STATE", 1),
        ("source kind: person taken for author", 1),
        ("when: another", 1),
        ("when: given where there is none", 1),
        ("when: not found", 1),
        ("who: somebody else", 1),
        ("who: too few", 1),
    )


def test_what_the_scorer_does_not_count_is_not_counted() -> None:
    assert "again" not in str(count_misses(LISTING))
    assert sum(times for _, times in count_misses(LISTING)) == 11


@pytest.mark.parametrize("listing", ["", "sourced claim P   0.5\n", "missed: 0\n"])
def test_no_misses_are_no_kinds(listing: str) -> None:
    assert count_misses(listing) == ()


def test_a_line_that_cannot_be_read_still_counts() -> None:
    assert count_misses("where: 1\n  d9-01/c2 STATE: gold <Place>, predicted None\n") == (
        ("where: wrong", 1),
    )
