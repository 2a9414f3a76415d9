"""How sure the words are of a happening."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.certainty import find_stances
from dateline.annotate.cues import load_cues
from dateline.annotate.language import parse
from dateline.annotate.reader import Reading as Shares
from dateline.records import Grammar, Stance
from tests.annotate.reading import Reading, read


def standing(reading: Reading, verb: str) -> str:
    """The stance on a word as "not planned", "supposed"; "" without one."""
    return shown(reading.stance(verb))


def shown(found: Stance | None) -> str:
    if found is None:
        return ""
    words = ["not"] * (found.polarity == "-") + [found.certainty or ""]
    return " ".join(w for w in [*words, "supposed" * found.hypothetical] if w)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Omar Karsh met Lena Brandt.", "met", ""),
        # negation
        ("Omar Karsh did not meet Lena Brandt.", "meet", "not"),
        ("Omar Karsh didn't meet Lena Brandt.", "meet", "not"),
        ("Omar Karsh never met Lena Brandt.", "met", "not"),
        ("No meeting of Omar Karsh and Lena Brandt took place.", "meeting", "not"),
        ("Omar Karsh has not yet met Lena Brandt.", "met", "not"),
        ("Omar Karsh cannot meet Lena Brandt.", "meet", "not alleged"),
        ("Omar Karsh no longer meets Lena Brandt.", "meets", "not"),
        ("No one met Lena Brandt.", "met", "not"),
        ("Nobody met Lena Brandt.", "met", "not"),
        ("Neither envoy met Lena Brandt.", "met", "not"),
        ("Omar Karsh held no talks.", "held", "not"),
        # what it is not, which is no word on whether it was
        ("The meeting of Omar Karsh and Lena Brandt was not a success.", "meeting", ""),
        ("The arrest of Omar Karsh was not a surprise.", "arrest", ""),
        ("Omar Karsh left without meeting Lena Brandt.", "meeting", "not"),
        # words whose infinitive did not happen
        ("Omar Karsh failed to meet Lena Brandt.", "meet", "not"),
        ("Omar Karsh refused to meet Lena Brandt.", "meet", "not"),
        # denial
        ("Omar Karsh denied that he met Lena Brandt.", "met", "not"),
        ("Omar Karsh denies having met Lena Brandt.", "met", "not"),
        ("Omar Karsh did not deny that he met Lena Brandt.", "met", ""),
        ("Omar Karsh denied visiting Lena Brandt.", "visiting", "not"),
        (
            "Omar Karsh denied meeting Lena Brandt.",
            "meeting",
            "not",
        ),
        ("Omar Karsh rejected claims that he had met Lena Brandt.", "met", "not"),
        ("Omar Karsh denied reports that Sami Nur had met Lena Brandt.", "met", "not"),
        ("Omar Karsh rejected allegations of meeting Lena Brandt.", "meeting", "not"),
        # what may be
        ("Omar Karsh may have met Lena Brandt.", "met", "alleged"),
        ("Omar Karsh might meet Lena Brandt.", "meet", "alleged"),
        ("Omar Karsh tried to kill Lena Brandt.", "kill", "alleged"),
        ("Omar Karsh appears to have met Lena Brandt.", "met", "alleged"),
        # what is to come
        ("Omar Karsh will meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh plans to meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh is to meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh is going to meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh is due to meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh is scheduled to meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh said he would meet Lena Brandt.", "meet", "planned"),
        ("Omar Karsh will not meet Lena Brandt.", "meet", "not planned"),
        (
            "The planned meeting of Omar Karsh drew crowds.",
            "meeting",
            "planned",
        ),
        # what is only supposed or asked
        ("If Omar Karsh meets Lena Brandt, crowds will come.", "meets", "supposed"),
        ("Unless Omar Karsh meets Lena Brandt, crowds will come.", "meets", "supposed"),
        ("It is unclear whether Omar Karsh met Lena Brandt.", "met", "supposed"),
        ("Did Omar Karsh meet Lena Brandt?", "meet", "supposed"),
        # what somebody else is to do
        ("Sami Nur urged Omar Karsh to meet Lena Brandt.", "meet", "supposed"),
        ("Sami Nur asked Omar Karsh to meet Lena Brandt.", "meet", "supposed"),
        # a duty is no happening
        (
            "Omar Karsh should meet Lena Brandt.",
            "meet",
            "supposed",
        ),
    ],
)
def test_the_words_round_a_happening_tell_how_sure_they_are(
    text: str, verb: str, expected: str
) -> None:
    assert standing(read(text), verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        # the object of a light verb carries the happening
        ("Omar Karsh and Lena Brandt did not hold talks.", "talks", "not"),
        # what is coordinated without a subject of its own is meant too
        ("Omar Karsh did not meet or call Lena Brandt.", "call", "not"),
        # but "but" ends a negation
        (
            "Omar Karsh did not meet Lena Brandt but visited Sami Nur.",
            "visited",
            "",
        ),
        # and so does a subject of its own
        ("Omar Karsh did not leave, and Lena Brandt met Sami Nur.", "met", ""),
        # the condition holds for its own clause only
        ("If crowds come, Omar Karsh will meet Lena Brandt.", "meet", "planned"),
        # a "not" before another word is no negation of the verb
        ("Not only Omar Karsh met Lena Brandt.", "met", ""),
        # what is rejected was nonetheless asked for
        (
            "Omar Karsh rejected the demands of the Falcon Brigade.",
            "demands",
            "",
        ),
        ("Omar Karsh rejected the report that Lena Brandt released.", "released", ""),
    ],
)
def test_a_cue_reaches_no_further_than_its_clause(text: str, verb: str, expected: str) -> None:
    assert standing(read(text), verb) == expected


def test_a_stance_shows_its_cue() -> None:
    found = read("Omar Karsh failed to meet Lena Brandt.").stance("meet")

    assert found is not None
    assert found.cue.exact == "failed"


def test_there_is_one_stance_for_a_word_in_text_order() -> None:
    stances = read(
        "Omar Karsh will not meet Lena Brandt. If he may not come, would she never leave?"
    ).annotations.stances
    tokens = [s.token for s in stances]

    assert tokens == sorted(set(tokens))


def with_reader(text: str, word: str, label: str, share: float) -> Stance | None:
    """The stance on a word that a reader gives a share, and all others that they happened."""
    tokens = parse(text, with_reader=False).tokens
    (token,) = [t for t in tokens if t.text == word]
    shares = np.zeros((len(tokens), 4), dtype=np.float32)
    shares[:, 0] = 1.0
    shares[token.index] = 0.0
    shares[token.index, "+-p?".index(label)] = share
    reading = Shares({"factuality": tuple("+-p?")}, {"factuality": shares})
    found = find_stances(Grammar(text, tokens), load_cues(), reading)
    return next((s for s in found if s.token == token.index), None)


TALKS = "Omar Karsh spoke of his mood before talks."


@pytest.mark.parametrize(
    ("text", "word", "label", "share", "expected"),
    [
        # where no words say so, the reader does, if it is sure enough
        (TALKS, "talks", "p", 0.6, "planned"),
        (TALKS, "talks", "?", 0.6, "alleged"),
        (TALKS, "talks", "p", 0.4, ""),
        (TALKS, "talks", "+", 0.9, ""),
        # to deny it must be surer
        (TALKS, "talks", "-", 0.6, ""),
        (TALKS, "talks", "-", 0.8, "not"),
        # and so of participles
        ("Omar Karsh kept on meeting Lena Brandt.", "meeting", "?", 0.6, ""),
        ("Omar Karsh kept on meeting Lena Brandt.", "meeting", "?", 0.9, "alleged"),
        # words go before it, but for a denial
        ("Omar Karsh may meet Lena Brandt.", "meet", "p", 0.9, "alleged"),
        ("Omar Karsh may meet Lena Brandt.", "meet", "+", 1.0, "alleged"),
        ("Omar Karsh may meet Lena Brandt.", "meet", "-", 0.9, "not alleged"),
        # it says nothing of names
        ("Omar Karsh met Lena Brandt.", "Karsh", "-", 1.0, ""),
    ],
)
def test_the_reader_sees_what_words_do_not_say(
    text: str, word: str, label: str, share: float, expected: str
) -> None:
    assert shown(with_reader(text, word, label, share)) == expected


def test_a_stance_of_the_reader_alone_has_the_word_as_its_cue() -> None:
    found = with_reader(TALKS, "talks", "p", 0.9)

    assert found is not None
    assert (found.cue.exact, found.cue.start) == ("talks", TALKS.index("talks"))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The king cancelled the meeting.", "meeting", "not"),
        ("The king called off the meeting.", "meeting", "not"),
        ("The meeting was cancelled.", "meeting", "not"),
        ("The king ruled out talks.", "talks", "not"),
        ("The king postponed the visit.", "visit", "planned"),
        ("The visit was put off.", "visit", "planned"),
        ("There is no proof that Omar Karsh met Lena Brandt.", "met", "not"),
        ("There is proof that Omar Karsh met Lena Brandt.", "met", ""),
        ("It is doubtful that Omar Karsh met Lena Brandt.", "met", "not inferred"),
        ("Instead of meeting Lena Brandt, Omar Karsh left.", "meeting", "not"),
        ("The court cleared Omar Karsh of killing Sami Nur.", "killing", "not"),
        ("The talks raise fears that Omar Karsh met Lena Brandt.", "met", "inferred"),
        # without "that" the parser takes the clause for a relative one
        ("There is no evidence Omar Karsh killed Lena Brandt.", "killed", "not"),
        # what does not hold, and what is said of a telling
        ("It is not true that Omar Karsh attacked Lena Brandt.", "attacked", "not inferred"),
        ("It is true that Omar Karsh attacked Lena Brandt.", "attacked", ""),
        ("It is not untrue that Omar Karsh met Lena Brandt.", "met", ""),
        ("The rumour that Lena Brandt was arrested is false.", "arrested", "not inferred"),
        ("Claims that Lena Brandt was killed are untrue.", "killed", "not inferred"),
        # what came close to being done
        ("Omar Karsh almost met Lena Brandt.", "met", "not"),
        ("Police killed almost all rebels.", "killed", ""),
        ("Omar Karsh stopped short of attacking Lena Brandt.", "attacking", "not"),
        ("Omar Karsh came close to killing Lena Brandt.", "killing", "not"),
    ],
)
def test_a_happening_as_a_whole_is_ended_doubted_or_feared(
    text: str, word: str, expected: str
) -> None:
    assert standing(read(text), word) == expected


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("Had Omar Karsh met Lena Brandt, she would have left.", True),
        ("Omar Karsh, had he met Lena Brandt, would have left.", True),
        ("Omar Karsh had met Lena Brandt.", False),
        ("Only then had Omar Karsh met Lena Brandt.", False),
    ],
)
def test_a_verb_before_its_subject_opens_a_condition(text: str, supposed: bool) -> None:
    found = read(text).stance("met")

    assert (found is not None and found.hypothetical) is supposed
