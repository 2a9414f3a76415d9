"""The corpora of `triggers`: every event stands on its words, its type in the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.records import EVENT_TYPES
from evaluation.triggers_corpora import (
    OWN_TYPES,
    TriggerText,
    load_types,
    read_markup,
    read_meantime,
    read_plover,
    read_wikievents,
    read_wikinews,
)
from tests.evaluation.corpora import meantime, plover, wikievents, wikinews


def shown(text: TriggerText) -> list[tuple[str, list[str]]]:
    return [(e.type, [text.text[start:end] for start, end in e.words]) for e in text.events]


def test_sentences_of_wikievents_are_lines_and_places_follow(tmp_path: Path) -> None:
    (text,) = read_wikievents(wikievents(tmp_path))
    assert text.text == "Blast kills two\nPolice held a man."
    assert shown(text) == [
        ("Conflict.Attack.DetonateExplode", ["Blast"]),
        ("Justice.ArrestJailDetain.Unspecified", ["held a man"]),
    ]


def test_of_meantime_what_is_marked_throughout_is_read(tmp_path: Path) -> None:
    (text,) = read_meantime(meantime(tmp_path))
    assert text.text == "Lynx sale\nMira spoke out.\n"
    assert shown(text) == [("OTHER", ["sale"]), ("SPEECH_COGNITIVE", ["spoke", "out"])]


def test_records_of_one_sentence_are_one_text_of_plover(tmp_path: Path) -> None:
    first, second = read_plover(plover(tmp_path))
    assert first.text == "Graz agreed to talks."
    assert shown(first) == [("AGREE", ["agreed to", "talks"]), ("CONSULT", ["talks"])]
    assert shown(second) == [("PROTEST", ["struck"])]
    assert second.text == "Miners (North) struck."


@pytest.mark.parametrize(
    ("markup", "text", "marked"),
    [
        ("(LOC:in (TAR: Graz)) now", "in Graz now", [("TAR", "Graz"), ("LOC", "in Graz")]),
        ("(EVT: left} Graz) (EVT: now)", "left Graz now", [("EVT", "left"), ("EVT", "now")]),
        ("(SRC/TAR: Mira) sat (alone)", "Mira sat (alone)", [("SRC/TAR", "Mira")]),
    ],
)
def test_markup_nests_and_stray_brackets_are_no_text(
    markup: str, text: str, marked: list[tuple[str, str]]
) -> None:
    found, tags = read_markup(markup)
    assert found == text
    assert [(name, found[start:end]) for name, start, end in tags] == marked


def test_triggers_of_untouched_articles_are_read(tmp_path: Path) -> None:
    (text,) = read_wikinews(wikinews(tmp_path))
    assert shown(text) == [("ACCUSE", ["sued"])]


def test_the_table_names_our_types_alone() -> None:
    for types in load_types().values():
        assert frozenset().union(*types.values()) <= set(EVENT_TYPES)
    assert set(OWN_TYPES) == set(EVENT_TYPES)
