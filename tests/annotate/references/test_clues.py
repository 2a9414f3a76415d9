"""What speaks for a pronoun's reference, and what forbids it."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.cues import load_cues
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.references import Discourse, Pronouns
from dateline.annotate.references.clues import ClueFinder
from dateline.annotate.references.pronouns import MOST, Option
from dateline.records import Grammar, Sentence, Token
from tests.annotate.reading import read


def options(text: str, pronoun: str) -> list[Option]:
    """What a pronoun of a text may refer to, as if nothing before it were a name."""
    reading = read(text)
    sentences: tuple[Sentence, ...] = reading.annotations.sentences
    discourse = Discourse(reading.grammar, sentences, [], load_knowledge())
    return Pronouns(discourse).options(reading.token(pronoun))


def words(text: str, pronoun: str) -> list[str]:
    """The head words of what it may refer to, nearest first."""
    return [o.mention.token.text for o in options(text, pronoun) if o.mention]


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # persons are "he", things "it", many "they"
        ("The driver left the boat with two nurses. He slept.", "He", ["driver"]),
        ("The driver left the boat with two nurses. It sank.", "It", ["boat"]),
        ("The driver left the boat. They slept.", "They", ["driver"]),
        # a quantity is what it is of; a span of time is nothing
        ("Thousands of fans waited for two days. They sang.", "They", ["fans", "Thousands"]),
        # a man is no "she"
        ("The waitress met a spokesman. She left.", "She", ["waitress"]),
        # what the pronoun owns is not its owner
        ("The company sold its boat.", "its", ["company"]),
        # nor is the subject of its own verb, unless it is reflexive
        ("The driver saw him.", "him", []),
        ("The driver saw himself.", "himself", ["driver"]),
        # who speaks is "I" in his own words, not one that they name
        ("The driver left. “The clerk slept,” he said.", "he", ["driver"]),
    ],
)
def test_only_what_agrees_and_what_grammar_allows_may_be_meant(
    text: str, pronoun: str, expected: list[str]
) -> None:
    assert words(text, pronoun) == expected


def test_nobody_is_always_the_last_option() -> None:
    assert [o.mention for o in options("It rained.", "It")] == [None]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It rained in Oslo.", "weather"),
        ("It is likely that the talks fail.", "is adjective that"),
        ("It is hard to swim.", "is adjective to"),
        ("It took three days to leave.", "takes to"),
    ],
)
def test_an_it_of_a_clause_or_the_weather_shows_signs_of_nobody(text: str, sign: str) -> None:
    assert f"nobody: {sign}" in options(text, "It")[-1].clues


def test_the_speaker_of_a_quotation_is_known_from_within() -> None:
    found = options('"The nurse says he lied," the driver said.', "he")

    assert "into quotation" not in found[0].clues
    later = options('The driver said: "I think he lied."', "he")
    assert "speaker of quotation" in later[0].clues


def test_every_clue_also_tells_the_family_of_the_pronoun() -> None:
    clues = options("The driver left. She slept.", "She")[0].clues

    assert {"is subject", "he: is subject", "1 sentences back", "he: 1 sentences back"} <= {*clues}


def test_a_list_without_end_is_looked_at_only_so_far_back() -> None:
    found = words(", ".join(f"boat {number}" for number in range(300)) + " and it sank.", "it")

    assert 0 < len(found) <= MOST


def test_thousands_of_pronouns_under_one_verb_cost_no_square_of_their_number() -> None:
    def seconds(count: int) -> float:
        tokens = [Token(0, 0, 4, "said", "say", "VERB", "VBD", "ROOT", 0, 0)]
        tokens += [
            Token(i, 5 * i, 5 * i + 2, "he", "he", "PRON", "PRP", "nsubj", 0, 0)
            for i in range(1, count)
        ]
        grammar = Grammar("said " + "he   " * count, tuple(tokens))
        sentences = (Sentence(0, 5 * count, 0, count, 0),)
        finder = ClueFinder(Discourse(grammar, sentences, [], load_knowledge()), load_cues())
        start = time.process_time()
        assert not any(finder.named_below(token) for token in tokens[1:])
        return time.process_time() - start

    assert seconds(8000) < 10 * min(seconds(2000) for _ in range(3))  # 4; 16 if quadratic
