"""Which words of a report may tell of an event."""

import pytest

from dateline.events.mentions.words import find_event_words
from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thieves robbed the museum and fled.", ["robbed", "fled"]),
        ("The robbery shook the town.", ["robbery", "shook"]),
        ("She has been arrested.", ["arrested"]),  # auxiliaries tell of nothing
        ("The town is small and has a tower.", []),
    ],
)
def test_verbs_and_nouns_of_events_are_found(text: str, words: list[str]) -> None:
    assert [token.text for token in find_event_words(read(text).grammar)] == words
