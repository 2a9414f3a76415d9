"""What one mention says, read from the parse."""

from __future__ import annotations

from dateline.records import Quote, cut
from dateline.resolve.described import Phrase, head_word, read_telling
from tests.annotate.reading import read


def phrase(text: str, words: str) -> Phrase:
    found = read(text)
    start = text.index(words)
    telling = read_telling(
        found.report.id,
        found.grammar,
        [cut(text, start, start + len(words))],
        found.annotations.chains,
        found.annotations.times,
    )
    return telling.phrases[0]


def test_a_phrase_has_its_noun_and_what_is_said_beside_it() -> None:
    found = phrase("Police held the second of two young suspects.", "two young suspects")
    assert (found.kind, found.noun, found.is_plural) == ("noun", "suspect", True)
    assert found.numbers == {"two"}
    assert found.modifiers == {"young"}


def test_a_name_keeps_its_words_and_what_an_apposition_says_of_it() -> None:
    found = phrase("Mira Oduya, a baker from Tarn, slept.", "Mira Oduya")
    assert (found.kind, found.name, found.schema) == ("name", ("mira", "oduya"), "Person")
    assert "baker" in found.said


def test_a_part_in_an_act_is_the_same_in_the_passive() -> None:
    active = phrase("Robbers rammed the shop.", "the shop")
    passive = phrase("The shop was rammed by robbers.", "The shop")
    assert active.act == passive.act == ("object", "ram")
    assert phrase("The shop was rammed by robbers.", "robbers").act == ("subject", "ram")


def test_a_relative_pronoun_stands_for_the_word_before_its_clause() -> None:
    text = "The baker who lives in Tarn slept."
    who = phrase(text, "who")
    assert who.kind == "pronoun"
    assert who.stands_for == phrase(text, "The baker").head


def test_times_have_their_value_and_lists_are_marked() -> None:
    assert phrase("She left on 3 May 2023.", "3 May 2023").value == "2023-05-03"
    assert phrase("Ann Lee and Bo Rud left.", "Ann Lee and Bo Rud").is_list
    assert not phrase("Ann Lee and Bo Rud left.", "Ann Lee").is_list


def test_a_preposition_before_a_mention_is_passed_over_and_nothing_has_no_head() -> None:
    text = "They slept in a hotel in Tarn."
    found = read(text)
    start = text.index("in a hotel")
    head = head_word(found.grammar, cut(text, start, start + len("in a hotel")))
    assert head is not None
    assert head.text == "hotel"
    beyond = Quote(900, 903, "not")
    assert head_word(found.grammar, beyond) is None
