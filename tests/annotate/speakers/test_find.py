"""According to whom: the source chain of each crediting word, and what it credits."""

from __future__ import annotations

import pytest

from dateline.annotate import annotate
from dateline.annotate.cues import load_cues
from dateline.read import read_bytes
from tests.annotate.reading import Reading, not_yet, read


def contents(reading: Reading) -> list[str]:
    """What each attribution credits, without the marks and the "that" round it."""
    return [
        " … ".join(q.exact.strip(' ,.“”"').removeprefix("that ") for q in a.content)
        for a in reading.annotations.attributions
    ]


MET = "Omar Karsh met Lena Brandt in Tunis"

TOLD = [
    # reporting verbs: before, after, turned round, with and without "that"
    ("President Nadir Sol said that {}.", "person Nadir Sol: told, reported"),
    ("President Nadir Sol said {}.", "person Nadir Sol: told, reported"),
    ("{}, President Nadir Sol said.", "person Nadir Sol: told, reported"),
    ("{}, said President Nadir Sol.", "person Nadir Sol: told, reported"),
    ("“{},” President Nadir Sol said.", "person Nadir Sol: told, reported"),
    ("The Lamp Trust confirmed that {}.", "organization Lamp Trust: told, reported"),
    # a weaker verb weakens what it credits
    ("The Lamp Trust claimed that {}.", "organization Lamp Trust: told, alleged"),
    # according to, before and after
    ("According to the Lamp Trust, {}.", "organization Lamp Trust: told, reported"),
    ("{}, according to the Lamp Trust.", "organization Lamp Trust: told, reported"),
    # somebody without a name: of a body, or of nobody
    ("{}, a Turkish official said.", "organization Turkey: told, reported"),
    ("{}, a Lamp Trust spokesman said.", "organization Lamp Trust: told, reported"),
    ("{}, two officials said.", "unnamed two officials: told, reported"),
    ("{}, sources said.", "unnamed sources: told, reported"),
    # an outlet is a source, or passes on what it was told
    ("Reuters reported that {}.", "outlet Reuters: told, reported"),
    (
        "President Nadir Sol told Reuters that {}.",
        "person Nadir Sol < outlet Reuters: told, reported",
    ),
    (
        "{}, President Nadir Sol said in an interview with Reuters.",
        "person Nadir Sol < outlet Reuters: told, reported",
    ),
    (
        "Reuters reported, citing two officials, that {}.",
        "unnamed two officials < outlet Reuters: told, reported",
    ),
    (
        "{}, Reuters reported, citing two officials.",
        "unnamed two officials < outlet Reuters: told, reported",
    ),
    (
        "According to a Reuters report citing two officials, {}.",
        "unnamed two officials < outlet Reuters: told, reported",
    ),
    ("According to an article in The Times of India, {}.", "outlet Times of India: told, reported"),
    # adverbs and participles: a source without a name
    ("It was widely believed that {}.", "unnamed widely believed: told, reported"),
    # recordings are seen, documents are read
    ("A video shows that {}.", "media video: observed, reported"),
    ("Court records show that {}.", "document Court records: documented, reported"),
    pytest.param(
        "{}, a leaked memo shows.",
        "document a leaked memo: documented, reported",
        marks=not_yet("the clause before “a memo shows” is no content"),
    ),
    ("{}, according to a leaked memo.", "document a leaked memo: documented, reported"),
    # verbs and nouns that no list has
    ("The Lamp Trust quipped that {}.", "organization Lamp Trust: told, reported"),
    ("The Lamp Trust moaned that {}.", "organization Lamp Trust: told, reported"),
    ("President Nadir Sol made clear that {}.", "person Nadir Sol: told, reported"),
    ("The ministry's claim that {} has been published.", "organization ministry: told, alleged"),
    # who is quoted is the origin of what the one who quotes passes on
    (
        "Reuters quoted President Nadir Sol as saying that {}.",
        "person Nadir Sol < outlet Reuters: told, reported",
    ),
    (
        "The Lamp Trust released a statement saying that {}.",
        "organization Lamp Trust < document a statement: documented, reported",
    ),
    # who is asked does not ask
    (
        "When asked about the visit, President Nadir Sol said that {}.",
        "person Nadir Sol: told, reported",
    ),
    ("President Nadir Sol has repeatedly said that {}.", "person Nadir Sol: told, reported"),
    # who stands behind a document is its origin
    (
        "{}, according to a statement released by the Lamp Trust.",
        "organization Lamp Trust < document a statement: told, reported",
    ),
    # reports are nobody's by name
    ("Some reports say that {}.", "unnamed Some reports: told, reported"),
    pytest.param(
        "Some reports suggest that {}.",
        "unnamed Some reports: told, reported",
        marks=not_yet("a report that “suggests” is taken for the writer's reading"),
    ),
    # a fact as the subject: the writer's own reading
    ("The visit indicates that {}.", "author: inferred, inferred"),
]


@pytest.mark.parametrize(("frame", "credit"), TOLD)
def test_a_crediting_word_names_its_source_and_how_it_knows(frame: str, credit: str) -> None:
    reading = read(frame.format(MET))

    assert reading.credits() == [credit]
    assert MET in contents(reading)[0]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Omar Karsh reportedly met Lena Brandt.", "unnamed reportedly: told, reported"),
        ("Omar Karsh allegedly met Lena Brandt.", "unnamed allegedly: told, alleged"),
        (
            "The Lamp Trust is widely believed to be a front for the Falcon Brigade.",
            "unnamed widely believed: told, reported",
        ),
        (
            "The Lamp Trust was described by Omar Karsh as a front for the Falcon Brigade.",
            "person Omar Karsh: told, reported",
        ),
        # a relative clause is said of the recording before it
        (
            "Police released a recording, which shows Omar Karsh threatening Lena Brandt.",
            "media recording: observed, reported",
        ),
        pytest.param(
            "As a leaked memo shows, Omar Karsh met Lena Brandt.",
            "document a leaked memo: documented, reported",
            marks=not_yet("the clause before “a memo shows” is no content"),
        ),
        pytest.param(
            "Receipts seen by the Valletta Ledger show that Omar Karsh met Lena Brandt.",
            "document Receipts: documented, reported",
            marks=not_yet("receipts are no document"),
        ),
    ],
)
def test_other_words_credit_too(text: str, credit: str) -> None:
    assert read(text).credits() == [credit]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Karsh met Lena Brandt in Tunis.",
        "Omar Karsh told a joke in Tunis.",  # a thing is no content of "tell"
        "Omar Karsh released a video in Tunis.",
        "The play shows at noon in Tunis.",  # nothing is shown
    ],
)
def test_the_reports_own_voice_has_no_attribution(text: str) -> None:
    assert read(text).credits() == []


def test_nested_sources_are_each_credited_with_their_part() -> None:
    reading = read(f"Reuters reported that President Nadir Sol said that {MET}.")

    assert reading.credits() == [
        "outlet Reuters: told, reported",
        "person Nadir Sol: told, reported",
    ]
    assert contents(reading) == [f"President Nadir Sol said that {MET}", MET]


def test_the_footage_is_the_video_of_before() -> None:
    reading = read(
        "A viral video on X shows Omar Karsh hugging Lena Brandt. The footage also shows Omar "
        "Karsh leaving a car."
    )

    assert reading.credits() == 2 * ["media viral video on X: observed, reported"]


@not_yet("“another” is no part of a recording's name")
def test_the_footage_is_no_photo_and_no_second_video() -> None:
    reading = read(
        "A photo shows Omar Karsh praising Lena Brandt. A video shows Omar Karsh addressing a "
        "crowd. Another video shows Lena Brandt addressing a crowd."
    )

    assert [a.sources[0].name for a in reading.annotations.attributions] == [
        "photo",
        "video",
        "Another video",
    ]


def test_every_credit_shows_its_words() -> None:
    text = f"Reuters reported that President Nadir Sol said that {MET}, a leaked memo shows."
    for found in read(text).annotations.attributions:
        quotes = [found.cue, *found.content, *(s.words for s in found.sources if s.words)]
        assert found.sources
        assert found.content
        assert all(text[q.start : q.end] == q.exact for q in quotes)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"President Nadir Sol did not say that {MET}.", "did not say"),
        (f"President Nadir Sol has also said that {MET}.", "has also said"),
        (f"President Nadir Sol said in an interview that {MET}.", "said in an interview"),
        (f"President Nadir Sol said on Telegram that {MET}.", "said on Telegram"),
        ("President Nadir Sol talked about the harvest in Tunis.", "talked about"),
        (f"President Nadir Sol made clear that {MET}.", "made clear"),
        (f"The Lamp Trust released a statement saying that {MET}.", "released a statement saying"),
        (f"President Nadir Sol said in Tunis that {MET}.", "said"),  # where, not in what
    ],
)
def test_the_cue_is_the_whole_group_of_its_verb(text: str, cue: str) -> None:
    (found,) = read(text).annotations.attributions

    assert found.cue.exact == cue
    assert all(cue not in words.exact for words in found.content)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Lena Brandt, mayor of Bergen, said that {MET}.", "Lena Brandt, mayor of Bergen"),
        (f"Lena Brandt, who lives in Bergen, said that {MET}.", "Lena Brandt"),
        (f"Two officials at the port said that {MET}.", "Two officials at the port"),
        (f"“{MET},” said the mayor of Bergen.", "the mayor of Bergen"),
    ],
)
def test_the_source_is_named_by_all_that_is_said_of_it_but_clauses(text: str, words: str) -> None:
    (found,) = read(text).annotations.attributions

    assert found.sources[0].words is not None
    assert found.sources[0].words.exact == words


def test_words_that_credit_nobody_give_the_source_no_name() -> None:
    reading = read("Said Karim arrested Bob Hill, a clerk in Porto.")
    names = {source.name for one in reading.annotations.attributions for source in one.sources}
    assert names <= {"unnamed source"}


def test_rules_alone_find_what_they_know() -> None:
    report = read_bytes(f"President Nadir Sol said that {MET}. The town slept.".encode())
    (found,) = annotate(report, with_reader=False).attributions

    assert found.sources[0].name == "Nadir Sol"
    assert [words.exact for words in found.content] == [f"that {MET}"]


def test_an_outlet_is_known_by_its_name_or_its_last_word() -> None:
    reading = read(f"The Quayside Gazette reported that {MET}.")

    assert "gazette" in load_cues().outlet_words
    assert reading.credits() == ["outlet Quayside Gazette: told, reported"]


def test_a_person_credited_is_the_chain_of_the_report() -> None:
    reading = read(f"President Nadir Sol left. Sol said that {MET}.")
    (found,) = reading.annotations.attributions

    assert found.sources[0].chain == reading.chain("Nadir Sol").id
    assert found.sources[0].words is not None
    assert found.sources[0].words.exact == "Sol"


def test_the_name_after_a_description_is_who_is_credited() -> None:
    agency = read(f"Reuters, citing the state news agency TASS, reported that {MET}.")
    lawyer = read(f"A lawyer, Lena Brandt, said that {MET}.")

    assert agency.credits() == ["outlet TASS < outlet Reuters: told, reported"]
    assert lawyer.credits() == ["person Lena Brandt: told, reported"]
