"""Happenings in plain English."""

from __future__ import annotations

import pytest

from dateline.export.wording import happening_words


@pytest.mark.parametrize(
    ("type_", "mode", "who", "whom", "words"),
    [
        ("CONSULT", "meet", ["A", "B"], [], "A and B met"),
        ("CONSULT", "visit", ["A"], ["B", "C", "D"], "A visited B, C and D"),
        ("COERCE", "arrest", [], ["B"], "B was arrested"),
        ("ASSAULT", "kill", [], ["B", "C"], "B and C were killed"),
        ("STATE", "speech", ["A"], [], "A gave a speech"),
        ("ASSAULT", "attack", [], [], "attack"),
        ("CONSULT", "a mode of tomorrow", ["A"], ["B"], "a mode of tomorrow: A and B"),
        ("COERCE", "seize", [], ["A"], "seizure: A"),  # from A, or A itself: not known
        ("STATE", "say", ["A"], [], "A said"),
        ("STATE", "say", ["A"], ["B"], "A said to B"),
        ("leads", None, ["A"], ["B"], "A leads B"),
    ],
)
def test_a_happening_reads_as_a_headline(
    type_: str, mode: str | None, who: list[str], whom: list[str], words: str
) -> None:
    assert happening_words(type_, mode, who, whom) == words


@pytest.mark.parametrize(
    ("type_", "mode", "words"),
    [
        ("ASSAULT", "kill", "killing in Sfax"),
        ("ASSAULT", "attack", "attack in Sfax"),
        ("CONSULT", None, "meeting in Sfax"),
        ("CONSULT", "a mode of tomorrow", "a mode of tomorrow in Sfax"),
    ],
)
def test_with_nobody_named_a_headline_is_a_noun_and_the_place(
    type_: str, mode: str | None, words: str
) -> None:
    assert happening_words(type_, mode, [], [], where="Sfax") == words


@pytest.mark.parametrize(
    ("type_", "mode", "who", "whom", "words"),
    [
        ("CONSULT", "visit", ["A"], [], "A to visit"),
        ("CONSULT", "meet", ["A", "B"], [], "A and B to meet"),
        ("CONSULT", "travel", ["A"], ["B"], "A to travel to B"),
        ("COERCE", "arrest", [], ["B"], "B to be arrested"),
        ("STATE", "speech", ["A"], [], "speech by A"),  # the mode is no verb
        ("REQUEST", "request", ["A"], ["B"], "request by A (B)"),
        ("APPEAR", "share stage", ["A", "B"], [], "shared stage by A and B"),
    ],
)
def test_what_is_planned_is_not_told_in_the_past(
    type_: str, mode: str, who: list[str], whom: list[str], words: str
) -> None:
    assert happening_words(type_, mode, who, whom, is_planned=True) == words
