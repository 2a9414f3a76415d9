"""What holds a place by the words after it, and what only goes on a list."""

from __future__ import annotations

import pytest

from dateline.annotate.language import parse
from dateline.annotate.places import load_gazetteer
from dateline.annotate.places.candidates import find_candidates
from dateline.annotate.places.holders import find_chains
from dateline.records import Report


def holders(text: str) -> list[str]:
    """The names that hold the one before them."""
    gazetteer, parsed = load_gazetteer(), parse(text)
    report = Report("r_1", text, "0" * 64)
    found = find_candidates(report, parsed.tokens, (), parsed.names, gazetteer)
    chains = find_chains(text, found, [gazetteer.look_up(c.name) for c in found])
    return [c.name for c, chain in zip(found, chains, strict=True) if chain.is_holder]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Gujranwala, Punjab, Pakistan.", ["Punjab", "Pakistan"]),
        ("They met in Tripoli (Lebanon).", ["Lebanon"]),
        ("They met in Karachi, Lahore and Quetta.", []),
        ("They met in Turkey, Syria and Iraq.", []),
        ("They met in Leeds. Pakistan won.", []),
        ("They met in Georgia, Russia and Armenia.", []),
    ],
)
def test_a_holder_follows_what_lies_in_it(text: str, expected: list[str]) -> None:
    assert holders(text) == expected
