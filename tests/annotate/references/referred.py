"""What refers to whom in a reading, in words that a test can compare."""

from __future__ import annotations

from tests.annotate.reading import Reading


def referred(reading: Reading) -> dict[str, list[str]]:
    """For each entity the pronouns and descriptions that refer to it."""
    return {
        c.name: words
        for c in reading.annotations.chains
        if (words := [m.words.exact for m in c.mentions if m.kind != "name"])
    }
