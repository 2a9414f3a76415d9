"""Mistakes of the parser that are put right."""

import pytest

from dateline.annotate.language import parse
from dateline.annotate.repairs import DEEPEST, repair
from dateline.records import Token


def relations(text: str) -> list[str]:
    """What an -ing word governs and is governed by, as "Keller nsubj meeting"."""
    tokens = parse(text).tokens
    return [
        f"{t.text} {t.dep} {tokens[t.head].text}"
        for t in tokens
        if tokens[t.head].text.endswith("ing") or t.text.endswith("ing")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A video shows Anna Keller meeting Tomas Brandt.",
            ["Keller nsubj meeting", "meeting ccomp shows", "Brandt dobj meeting"],
        ),
        (
            "A clip shows Omar Karsh meeting with Lena Brandt.",
            ["Karsh nsubj meeting", "meeting ccomp shows", "with prep meeting"],
        ),
        ("Omar Karsh denied meeting Lena Brandt.", ["meeting xcomp denied", "Brandt dobj meeting"]),
        # no participle: rooms for meetings, a firm's name
        (
            "The video shows Porto meeting rooms.",
            ["Porto compound meeting", "meeting compound rooms"],
        ),
        (
            "The court fined Delmar Shipping on Monday.",
            ["Delmar compound Shipping", "Shipping dobj fined"],
        ),
    ],
)
def test_a_participle_after_a_showing_or_denying_verb_is_one(
    text: str, expected: list[str]
) -> None:
    assert [r for r in relations(text) if r.split()[1] != "punct"] == expected


def test_a_past_form_is_not_joined_to_an_infinitive() -> None:
    tokens = parse("Chirwa rejected the call to step down and accused Moyo of plotting.").tokens

    (accused,) = (t for t in tokens if t.text == "accused")
    assert (accused.dep, tokens[accused.head].text) == ("conj", "rejected")


def test_no_word_hangs_deeper_than_a_reader_can_follow() -> None:
    chain = [
        Token(i, 2 * i, 2 * i + 1, "x", "x", "NOUN", "NN", "conj", max(0, i - 1), 0)
        for i in range(3000)
    ]
    flat = repair(chain)

    def depth(at: int) -> int:
        steps = 0
        while flat[at].head != at:
            at, steps = flat[at].head, steps + 1
        return steps

    assert max(map(depth, range(len(flat)))) == DEEPEST
    assert [t.head for t in flat[:DEEPEST]] == [t.head for t in chain[:DEEPEST]]
