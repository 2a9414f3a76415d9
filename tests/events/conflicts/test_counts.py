"""Which counts of two claims cannot both hold."""

import pytest

from dateline.events.conflicts.counts import differ, main_counts, name_count
from dateline.records import Count, Quote
from tests.factory import make_chain, make_claim, make_report

WORDS, CHILDREN = Quote(0, 2, "12"), Quote(3, 11, "children")


def killed(least: int, most: int | None, *, about: bool = False) -> Count:
    return Count("killed", least, most, WORDS, about=about)


@pytest.mark.parametrize(
    ("left", "right", "conflict"),
    [
        (killed(12, 12), killed(15, 15), True),
        (killed(12, None), killed(15, 15), False),
        (killed(15, None), killed(12, 12), True),
        (killed(0, 9), killed(10, None), True),
        (killed(12, 12, about=True), killed(15, 15), False),
        (killed(12, 12), Count("injured", 15, 15, WORDS), False),
        (killed(10, 15), killed(12, 12), False),
        (killed(10, 15), killed(16, 20), True),
    ],
)
def test_counts_conflict_when_both_cannot_be(left: Count, right: Count, conflict: bool) -> None:
    assert differ(left, right) is differ(right, left) is conflict


@pytest.mark.parametrize(
    ("counts", "main"),
    [
        (
            (killed(12, 12), Count("killed", 3, 3, WORDS, CHILDREN)),
            ["12 killed", "3 children killed"],
        ),
        ((Count("killed", 3, 3, WORDS, CHILDREN),), ["3 children killed"]),
        ((Count("killed", 3, 3, WORDS, CHILDREN), Count("killed", 4, 4, WORDS, CHILDREN)), []),
        ((killed(12, 12), killed(15, 15)), []),
        (
            (killed(12, None), Count("injured", 0, 9, WORDS)),
            ["at most 9 injured", "at least 12 killed"],
        ),
    ],
)  # fmt: skip
def test_a_claim_has_one_main_count_of_each_kind_or_none(
    counts: tuple[Count, ...], main: list[str]
) -> None:
    report = make_report("Rebels struck Tarn.")
    claim = make_claim(report, "struck", "ASSAULT", [make_chain(report, "Rebels")], counts=counts)
    assert [name_count(count) for count in main_counts(claim)] == main
