"""The word lists of names of one."""

from __future__ import annotations

from dateline.annotate.chains.words import (
    load_acting,
    load_alias_phrases,
    load_body_words,
    load_spellings,
)
from dateline.annotate.knowledge import load_knowledge


def test_every_capital_is_of_a_state_that_is_known() -> None:
    knowledge = load_knowledge()

    assert all(knowledge.country_of(state) for state in load_acting().capitals.values())


def test_words_are_kept_as_they_are_compared() -> None:
    lists = [*load_alias_phrases().any, *load_body_words().parts, *load_acting().verbs]
    spelt = [letters for pair in load_spellings().pairs for letters in pair]

    assert all(word == word.casefold() for word in [*lists, *spelt])


def test_no_pair_of_letters_has_a_letter_twice_in_a_row() -> None:
    pairs = load_spellings().pairs | load_spellings().inner

    assert not [p for p in pairs for letters in p if any(map(str.__eq__, letters, letters[1:]))]
