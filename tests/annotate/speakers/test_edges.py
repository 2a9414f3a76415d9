"""Where what is credited ends: at its speaker, at a later reporting clause."""

from __future__ import annotations

import pytest

from dateline.records import AUTHOR
from tests.annotate.reading import read

MET = "Omar Karsh met Lena Brandt in Tunis"


def contents(text: str) -> list[list[str]]:
    return [[q.exact.strip(" ,.") for q in a.content] for a in read(text).annotations.attributions]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        # a reporting clause at the end credits the whole sentence before it
        (
            f"In December, a clerk said that {MET}, the Evening Star reported.",
            [[f"that {MET}"], [f"In December, a clerk said that {MET}"]],
        ),
        (f"Ida Lind left, and {MET}, police said on Monday.", [[f"Ida Lind left, and {MET}"]]),
        (f"After {MET}, police said nothing.", [["nothing"]]),
        # what is said of the speaker is no part of what he says
        (f"{MET}, said Nadir Sol, who heads the Lamp Trust.", [[MET]]),
        (f"{MET}, a source close to Nadir Sol said.", [[MET]]),
        # the speaker's next act, and what the report sets against his words
        (
            "Nadir Sol said that Omar Karsh met Lena Brandt but denied that she left.",
            [["that Omar Karsh met Lena Brandt"], ["that she left"]],
        ),
        (f"{MET}, police said, but Ida Lind denied it.", [[MET], ["it"]]),
        (
            f"Nadir Sol said that {MET}, but the Lamp Trust said that Omar Karsh visited Sfax.",
            [[f"that {MET}, but"], ["that Omar Karsh visited Sfax"]],
        ),
        (
            "They signed a deal, according to which Omar Karsh will visit Tunis.",
            [["Omar Karsh will visit Tunis"]],
        ),
    ],
)
def test_each_source_is_credited_with_its_own_words(text: str, credited: list[list[str]]) -> None:
    assert contents(text) == credited


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("In the footage, Omar Karsh threatened Lena Brandt.", "media the footage"),
        ("In the letter, Omar Karsh threatened Lena Brandt.", "document the letter"),
        (
            "The palace released a transcript. In it, Omar Karsh threatened Lena Brandt.",
            "document a transcript",
        ),
        ("Omar Karsh was seen in a video threatening Lena Brandt.", "media a video"),
        (
            "A recording obtained by the Evening Star captures Omar Karsh threatening Lena Brandt.",
            "media recording < outlet the Evening Star",
        ),
    ],
)
def test_what_is_in_a_recording_or_a_document_has_it_as_its_source(text: str, chain: str) -> None:
    credits = [c.rsplit(": ", 1)[0] for c in read(text).credits()]

    assert chain in credits


@pytest.mark.parametrize(
    "text",
    [
        f"“{MET}.” So said Nadir Sol on Monday.",
        f"“{MET}.” The speaker was Nadir Sol.",
        f"“{MET}.” Those were the words of Nadir Sol.",
        f"Nadir Sol spoke on Monday. “{MET}. They drank tea.”",
        f"Nadir Sol arrived. He spoke to reporters. “{MET}. They drank tea.”",
        f"Nadir Sol arrived on Monday. “{MET},” he said.",
    ],
)
def test_a_quotation_is_credited_to_who_is_named_beside_it(text: str) -> None:
    sources = read(text).claim("CONSULT", "met").sources

    assert [(s.kind, s.name) for s in sources] == [("person", "Nadir Sol")]


def test_words_in_quotation_marks_that_nobody_says_stay_the_report_s() -> None:
    text = f"The harbour froze on Monday. “{MET}.” The town slept."

    assert read(text).claim("CONSULT", "met").sources == (AUTHOR,)


def test_a_quotation_left_open_goes_on_until_another_speaks() -> None:
    reading = read(
        f"Nadir Sol said: “{MET}.\n\n“Omar Karsh visited Sfax.”\n\n"
        "“Omar Karsh will visit Gabes,” Ida Lind said."
    )
    said = {c.trigger.exact: c.sources[0].name for c in reading.claims if c.type == "CONSULT"}

    assert said == {"met": "Nadir Sol", "visited": "Nadir Sol", "visit": "Ida Lind"}
