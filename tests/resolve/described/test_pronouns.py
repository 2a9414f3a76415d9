"""Pronouns that are left over go to what they most likely stand for."""

import pytest

from dateline.records import Quote
from dateline.resolve.described.phrase import Phrase
from dateline.resolve.described.pronouns import antecedent_of, pronoun_fits


def phrase(place: int, noun: str, sentence: int = 0, **more: object) -> Phrase:
    words = Quote(place, place + 1, "x")
    return Phrase("r", words, "noun", place, noun, sentence=sentence, **more)  # type: ignore[arg-type]


def pronoun(place: int, noun: str, sentence: int = 0, stands_for: int = -1) -> Phrase:
    words = Quote(place, place + 1, "x")
    return Phrase("r", words, "pronoun", place, noun, sentence=sentence, stands_for=stands_for)


BAKER = phrase(0, "baker")
FERRY = phrase(2, "ferry")
CAPTAINS = phrase(4, "captain", is_plural=True)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (pronoun(6, "she"), 0),
        (pronoun(6, "it"), 1),
        (pronoun(6, "they"), 2),
        (pronoun(6, "where"), 1),
        (pronoun(6, "that", stands_for=2), 1),
        (pronoun(6, "i", sentence=1), 0),
        (pronoun(6, "i", sentence=9), None),
        (pronoun(6, "she", sentence=9), None),
        (pronoun(6, "you"), None),
    ],
)
def test_a_pronoun_goes_to_the_nearest_that_fits(one: Phrase, expected: int | None) -> None:
    assert antecedent_of(one, [BAKER, FERRY, CAPTAINS]) == expected


def test_a_subject_comes_before_what_is_nearer_in_its_sentence() -> None:
    subject = phrase(0, "baker", governor=(1, "nsubj"))
    other = phrase(2, "teacher", governor=(1, "dobj"))
    assert antecedent_of(pronoun(5, "she", sentence=1), [subject, other]) == 0


def test_what_comes_after_a_pronoun_is_no_antecedent_but_may_speak() -> None:
    assert antecedent_of(pronoun(1, "it"), [FERRY]) is None
    assert antecedent_of(pronoun(1, "i"), [phrase(4, "baker")]) == 0


def test_number_and_kind_must_fit() -> None:
    assert pronoun_fits(pronoun(6, "she"), BAKER)
    assert not pronoun_fits(pronoun(6, "she"), FERRY)
    assert not pronoun_fits(pronoun(6, "he"), CAPTAINS)
