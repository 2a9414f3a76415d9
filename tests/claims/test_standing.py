"""What each claim rests on: its source chain, polarity, certainty and way of knowing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.claims.standing import Standings
from dateline.records import Stance
from tests.annotate.reading import not_yet, read

MET = "Omar Karsh met Lena Brandt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET}.", "author: told, asserted"),
        (f"President Nadir Sol said that {MET}.", "person Nadir Sol: told, reported"),
        (f"A video shows that {MET}.", "media video: observed, reported"),
        (f"Court records show that {MET}.", "document Court records: documented, reported"),
        ("Omar Karsh allegedly met Lena Brandt.", "unnamed allegedly: told, alleged"),
        # the writer's reading of facts
        (f"The visit suggests that {MET}.", "author: inferred, inferred"),
        # who is meant in a recording is the report's own word
        (
            "A video shows Lena Brandt and the envoy who met Omar Karsh.",
            "author: told, asserted",
        ),
        # nested sources: origin first, then whoever passed it on
        (
            f"Reuters reported that President Nadir Sol said that {MET}.",
            "person Nadir Sol < outlet Reuters: told, reported",
        ),
        (
            f"President Nadir Sol said that a video shows that {MET}.",
            "media video < person Nadir Sol: observed, reported",
        ),
        # the words of the clause go before the cue's
        (
            "President Nadir Sol said that Omar Karsh may have met Lena Brandt.",
            "person Nadir Sol: told, alleged",
        ),
        (
            "President Nadir Sol said that Omar Karsh would meet Lena Brandt.",
            "person Nadir Sol: told, planned",
        ),
        ("Omar Karsh will meet Lena Brandt.", "author: told, planned"),
        pytest.param(
            f"Some reports suggest that {MET}.",
            "unnamed Some reports: told, reported",
            marks=not_yet("a report that “suggests” is taken for the writer's reading"),
        ),
    ],
)
def test_a_claim_rests_on_whom_its_words_credit(text: str, expected: str) -> None:
    reading = read(text)

    assert reading.credited(reading.claim("CONSULT")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET}.", "+"),
        ("Omar Karsh did not meet Lena Brandt.", "-"),
        ("Omar Karsh never met Lena Brandt.", "-"),
        ("Omar Karsh failed to meet Lena Brandt.", "-"),
        ("Omar Karsh and Lena Brandt did not hold talks.", "-"),
        (f"The Lamp Trust denied that {MET}.", "-"),
        (f"Reuters reported that the Lamp Trust denied that {MET}.", "-"),
    ],
)
def test_what_is_said_not_to_have_happened_is_kept_as_denied(text: str, expected: str) -> None:
    assert read(text).claim("CONSULT").polarity == expected


def test_who_denies_is_the_source_of_the_denied_act_and_rejects_in_the_reports_voice() -> None:
    reading = read(f"The Lamp Trust denied that {MET}.")

    assert reading.credited(reading.claim("CONSULT")) == "organization Lamp Trust: told, reported"
    assert reading.credited(reading.claim("REJECT")) == "author: told, asserted"


def test_saying_something_is_the_reports_own_claim() -> None:
    reading = read(f"President Nadir Sol said that {MET}.")

    assert reading.credited(reading.claim("STATE")) == "author: told, asserted"


def test_a_source_speaks_for_its_own_content_only() -> None:
    reading = read(f"{MET}, and President Nadir Sol said that police arrested Sami Nur.")

    assert reading.credited(reading.claim("CONSULT")) == "author: told, asserted"
    assert reading.credited(reading.claim("COERCE")) == "person Nadir Sol: told, reported"


def test_what_somebody_is_accused_of_is_the_accusers_word() -> None:
    reading = read("Marco Sol accused Elena Brandt of financing the Falcon Brigade.")

    assert reading.shown(reading.claim("AID")) == "AID Elena Brandt > Falcon Brigade"
    assert reading.credited(reading.claim("AID")) == "person Marco Sol: told, alleged"
    assert reading.credited(reading.claim("ACCUSE")) == "author: told, asserted"


def test_what_is_called_part_of_a_pattern_is_the_writers_reading() -> None:
    reading = read("Omar Karsh's visit to Porto is part of a growing pattern of contacts.")

    assert reading.claim("CONSULT").certainty == "inferred"


def certainty_with(cue: str) -> str:
    """The certainty of a meeting that a source tells of, planned by the word that is the cue."""
    text = f"President Nadir Sol said that, as planned, {MET}."
    reading = read(text)
    met = reading.token("met")
    word = reading.token(cue)
    stance = Stance(met.index, "+", "planned", reading.grammar.words(word.index, word.index))
    annotations = replace(reading.annotations, stances=(stance,))
    return Standings(annotations).of(met).certainty


def test_what_a_source_says_is_planned_if_words_say_so_not_if_the_reader_alone_does() -> None:
    assert certainty_with(cue="planned") == "planned"
    assert certainty_with(cue="met") == "reported"


def test_what_nobody_is_credited_with_is_planned_if_the_reader_says_so() -> None:
    reading = read(f"{MET}.")
    met = reading.token("met")
    stance = Stance(met.index, "+", "planned", reading.grammar.words(met.index, met.index))
    annotations = replace(reading.annotations, stances=(stance,))

    assert Standings(annotations).of(met).certainty == "planned"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # what a speaker does beside the telling is told by the report
        (
            "Omar Karsh called the bank a trap and accused Lena Brandt of theft.",
            "ACCUSE",
            "author: told, asserted",
        ),
        # what is coordinated with the content is told by the speaker
        (
            "President Nadir Sol said that Sami Nur left and Omar Karsh met Lena Brandt.",
            "CONSULT",
            "person Nadir Sol: told, reported",
        ),
        # a happening that is named by its date is taken for known, not told
        (
            "Nadir Sol called the March 3 meeting of Omar Karsh and Lena Brandt a farce.",
            "CONSULT",
            "author: told, asserted",
        ),
    ],
)
def test_only_what_a_speaker_tells_rests_on_the_speaker(
    text: str, type_: str, expected: str
) -> None:
    found = {read(text).credited(c) for c in read(text).claims if c.type == type_}

    assert expected in found
    assert type_ == "ACCUSE" or found == {expected}
