"""How many people a quote says were harmed."""

import pytest

from dateline.events.counts import Count, find_counts


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The blast killed 12 people.", ["12 killed"]),
        ("Fifteen people were killed and thirty-two injured.", ["32 injured", "15 killed"]),
        ("killing at least 1,200 and wounding two dozen", ["24 injured", "at least 1200 killed"]),
        ("12 killed, 30 injured", ["30 injured", "12 killed"]),
        ("The death toll rose to 15 on Monday.", ["15 killed"]),
        ("Police detained more than 40 protesters.", ["at least 40 detained"]),
        ("Up to nine people were arrested.", ["at most 9 detained"]),
        ("About 30 people were hurt.", ["about 30 injured"]),
        ("A 12-year-old was killed.", []),
        ("He was killed on March 12.", []),
        ("He was killed in 2019.", []),
        ("Three soldiers and four civilians were killed.", ["4 killed"]),
        ("It met 12 times.", []),
        ("9" * 400 + " killed", []),
    ],
)
def test_a_number_counts_for_the_harm_beside_it(quote: str, words: list[str]) -> None:
    assert [count.words for count in find_counts(quote)] == words


@pytest.mark.parametrize(
    ("left", "right", "conflict"),
    [
        (Count("killed", 12, "exactly"), Count("killed", 15, "exactly"), True),
        (Count("killed", 12, "least"), Count("killed", 15, "exactly"), False),
        (Count("killed", 15, "least"), Count("killed", 12, "exactly"), True),
        (Count("killed", 9, "most"), Count("killed", 10, "least"), True),
        (Count("killed", 12, "about"), Count("killed", 15, "exactly"), False),
        (Count("killed", 12, "exactly"), Count("injured", 15, "exactly"), False),
    ],
)
def test_counts_conflict_when_both_cannot_be(left: Count, right: Count, conflict: bool) -> None:
    assert left.conflicts(right) is right.conflicts(left) is conflict
