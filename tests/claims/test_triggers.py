"""The words that carry events: the longest entry that a word and those round it make up."""

from __future__ import annotations

import pytest

from dateline.annotate.language import parse
from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.records import Grammar, TriggerGuess


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
        # the preposition of a date goes with no verb
        ("The queen called on the bishop.", [("called on", "REQUEST")]),
        ("The queen called him on Monday.", []),
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


def judged(text: str, *guesses: tuple[str, str, float]) -> list[str]:
    """What found each trigger, where a reader gives words a type and a share."""
    tokens = parse(text, with_reader=False).tokens
    grammar = Grammar(text, tokens)
    index = {token.text: token.index for token in tokens}
    said = [TriggerGuess(index[word], type_, share) for word, type_, share in guesses]
    reasons = [t.reason(grammar) for t in find_triggers(grammar, load_lexicon(), said)]
    return [f"{r.rule} {r.score:g} ({r.words})" for r in reasons]


@pytest.mark.parametrize(
    ("guesses", "expected"),
    [
        # without a reader, or with one that agrees, the lexicon decides
        ([], ["consult: meet 1 (met)", "sanction: fine 1 (fined)"]),
        (
            [("met", "CONSULT", 0.99), ("fined", "SANCTION", 0.7)],
            ["consult: meet 1 (met)", "sanction: fine 1 (fined)"],
        ),
        # a word that the reader is sure tells of nothing
        ([("met", "CONSULT", 0.99)], ["consult: meet 1 (met)"]),
        # a little doubt is none
        (
            [("met", "CONSULT", 0.99), ("fined", "COERCE", 0.06), ("fined", "AID", 0.06)],
            ["consult: meet 1 (met)", "sanction: fine 1 (fined)"],
        ),
        # another type, if the reader is sure of it
        (
            [("met", "CONSULT", 0.99), ("fined", "COERCE", 0.93)],
            ["consult: meet 1 (met)", "reader: COERCE 0.93 (fined)"],
        ),
        (
            [("met", "CONSULT", 0.99), ("fined", "COERCE", 0.6)],
            ["consult: meet 1 (met)", "sanction: fine 1 (fined)"],
        ),
    ],
)
def test_the_reader_has_a_say(guesses: list[tuple[str, str, float]], expected: list[str]) -> None:
    assert judged("The envoys met, and the court fined the banker.", *guesses) == expected


@pytest.mark.parametrize(
    ("text", "guess", "expected"),
    [
        ("The club fired its coach.", "fired", "sanction: fire 1 (fired)"),
        ("The club fired its cannon.", "fired", "reader: ASSAULT 0.95 (fired)"),
        ("The lawyer attacked the plan.", "attacked", "accuse: attack plan 1 (attacked the plan)"),
        ("The lawyer attacked the guard.", "attacked", "assault: attack 1 (attacked)"),
    ],
)
def test_an_object_may_tell_more_than_the_reader(text: str, guess: str, expected: str) -> None:
    assert judged(text, (guess, "ASSAULT", 0.95)) == [expected]


def test_another_entry_of_the_word_goes_before_one_made_for_the_reader() -> None:
    text = "The army evacuated the embassy."

    assert judged(text) == ["retreat: evacuate embassy 1 (evacuated the embassy)"]
    assert judged(text, ("evacuated", "AID", 0.95)) == ["aid: evacuate 1 (evacuated)"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The envoys palavered.", "palavered", ["reader: CONSULT 0.85 (palavered)"]),
        ("The envoys had a palaver.", "palaver", ["reader: CONSULT 0.85 (palaver)"]),
        # neither noun nor verb
        ("The envoys left quickly.", "quickly", []),
    ],
)
def test_a_word_that_only_the_reader_knows_carries_what_it_says(
    text: str, word: str, expected: list[str]
) -> None:
    found = [r for r in judged(text, (word, "CONSULT", 0.85)) if "reader" in r]

    assert found == expected
    assert not [r for r in judged(text, (word, "CONSULT", 0.5)) if "reader" in r]


def test_a_word_that_goes_with_a_trigger_is_no_trigger_of_the_reader() -> None:
    found = judged("The envoys held talks.", ("talks", "CONSULT", 0.95))

    assert found == ["consult: hold talk 1 (held talks)"]


def test_an_appearance_is_not_doubted_for_the_reader_has_seen_few() -> None:
    found = judged(
        "The mayor attended the rally, and the court fined her.", ("court", "STATE", 0.03)
    )

    assert found == ["appear: attend 1 (attended)"]


def test_words_of_a_type_have_its_usual_grammar() -> None:
    lexicon = load_lexicon()

    assault = lexicon.usual_entry("maul", "VERB", "ASSAULT")
    talk = lexicon.usual_entry("palaver", "NOUN", "CONSULT")

    assert (assault.frame, assault.mode, assault.name) == ("agent", None, "assault: maul")
    assert (talk.frame, "with" in talk.prep) == ("symmetric", True)
