"""The words that carry events: the longest entry that a word and those round it make up."""

from __future__ import annotations

import pytest

from dateline.annotate.language import parse
from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.records import Grammar


def carried(text: str) -> list[tuple[str, str]]:
    """Each trigger's words in the text, and its type."""
    grammar = Grammar(text, parse(text).tokens)
    triggers = find_triggers(grammar, load_lexicon())
    return [(t.words(grammar).exact, t.entry.type) for t in triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a word alone
        ("The envoys met in Lima.", [("met", "CONSULT")]),
        # a longer entry goes before its head alone, and its words carry nothing more
        ("The envoys held talks in Lima.", [("held talks", "CONSULT")]),
        ("The queen paid a visit to the ward.", [("paid a visit", "CONSULT")]),
        ("Talks were held by the envoys.", [("Talks were held", "CONSULT")]),
        # the head of a noun phrase with what stands before it
        (
            "The coach held a press conference.",
            [("held a press conference", "STATE")],
        ),
        # a form whose lemma the model misses
        ("The court fined the banker.", [("fined", "SANCTION")]),
        # words of nobody's lexicon
        ("The sun shone on the town.", []),
    ],
)
def test_a_sentence_is_carried_by_its_triggers(text: str, expected: list[tuple[str, str]]) -> None:
    assert carried(text) == expected


def test_triggers_stand_in_text_order() -> None:
    text = "The envoys met, police arrested a man, and the court fined the banker after a visit."
    found = [text.index(words) for words, _ in carried(text)]

    assert len(found) == 4
    assert found == sorted(found)


def test_an_acronym_in_brackets_carries_nothing() -> None:
    assert all(words != "TALK" for words, _ in carried("The Lamp Trust (TALK) slept."))
