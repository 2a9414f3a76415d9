"""What is credited when it is longer than the clause that its cue governs."""

from __future__ import annotations

import pytest

from dateline.records import Attribution
from tests.annotate.reading import read


def only(text: str) -> Attribution:
    """The one attribution of a text."""
    (found,) = read(f"The minister left Tunis.\n\n{text}").annotations.attributions
    return found


def content(text: str) -> list[str]:
    return [words.exact for words in only(text).content]


def test_a_quotation_of_several_sentences_is_credited_as_a_whole() -> None:
    assert content("“We met on Monday. He was tired. They drank tea,” Anna Keller said.") == [
        "“We met on Monday.",
        "He was tired.",
        "They drank tea,”",
    ]


def test_a_quotation_on_either_side_of_its_cue_leaves_the_cue_out() -> None:
    assert content("“They met in Tunis,” said Anna Keller, “and they will meet again.”") == [
        "“They met in Tunis,”",
        "“and they will meet again.”",
    ]


def test_the_next_quotation_of_a_paragraph_has_the_same_source() -> None:
    assert content("“We met on Monday,” Anna Keller said. “He was tired.”") == [
        "“We met on Monday,”",
        "“He was tired.”",
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = content(
        "Anna Keller said: “We met on Monday. He was tired.\n\n“The talks went well.”\n\n"
        "The train to Sfax was late."
    )

    assert found[-1] == "“The talks went well.”"
    assert not any("Sfax" in words for words in found)


def test_no_words_of_the_report_itself_are_credited() -> None:
    found = content(
        "Anna Keller said that they met in Tunis. The train to Sfax was late. The harbour froze."
    )

    assert found == ["that they met in Tunis"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # the speaker speaks of himself: he is the source already
        ("“I think that the talks went well,” Anna Keller said.", ["Anna Keller"]),
        ("“You believe that the talks went well,” Anna Keller said.", ["Anna Keller"]),
        # the speaker passes on what another told
        (
            "“General Omar Karsh told us that the army attacked Tunis,” Anna Keller said.",
            ["Anna Keller", "Omar Karsh"],
        ),
    ],
)
def test_in_a_quotation_only_another_is_credited(text: str, sources: list[str]) -> None:
    reading = read(f"The minister left Tunis.\n\n{text}")

    assert sorted(a.sources[0].name or "" for a in reading.annotations.attributions) == sources
