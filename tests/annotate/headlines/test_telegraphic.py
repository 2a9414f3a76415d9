"""What a headline leaves out."""

from __future__ import annotations

import pytest

from dateline.annotate.headlines.telegraphic import Edit, Seen, find_edits

VERBS = frozenset({"meet", "attack", "talk", "collapse", "sign", "deal", "kill"})


def seen(words: str) -> list[Seen]:
    """Words as "Keller/NNP to/TO"; the lemma is the word, or stands after a second stroke."""
    parts = [word.split("/") for word in words.split()]
    return [Seen(p[0], p[1], p[2] if len(p) > 2 else p[0]) for p in parts]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Keller/NNP to/TO meet/VB Karsh/NNP", [Edit(1, shown="will")]),
        ("Keller/NNP vows/VBZ to/TO meet/VB Karsh/NNP", []),
        ("Three/CD killed/VBN/kill in/IN blast/NN", [Edit(1, before="were")]),
        ("Man/NN killed/VBN/kill", [Edit(1, before="was")]),
        ("Man/NN killed/VBD/kill wife/NN", []),
        ("Man/NN killed/VBN/kill in/IN blast/NN was/VBD doctor/NN", []),
        ("Keller/NNP died/VBD/die in/IN Oslo/NNP", []),
        ("Gunmen/NNS attack/NN church/NN", [Edit(1, shown="attack", before="will")]),
        ("Strike/NN talks/NNS collapse/NN", [Edit(2, shown="collapse", before="will")]),
        ("Bomb/NN kills/VBZ/kill four/CD in/IN Oslo/NNP", [Edit(2, after="people")]),
        ("Bomb/NN kills/VBZ/kill four/CD dockers/NNS", []),
        ("Norway/NNP ,/, Malta/NNP sign/VB deal/NN", [Edit(1, shown="and")]),
        ("Minister/NN in/IN Oslo/NNP for/IN talks/NNS", []),
        ("Keller/NNP", []),
    ],
)
def test_the_words_that_are_put_in(words: str, expected: list[Edit]) -> None:
    assert find_edits(seen(words), VERBS.__contains__) == expected


def test_nothing_is_put_in_where_a_verb_tells() -> None:
    assert find_edits(seen("Keller/NNP meets/VBZ/meet Karsh/NNP"), VERBS.__contains__) == []
