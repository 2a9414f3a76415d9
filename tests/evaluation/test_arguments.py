"""The set `arguments`: how its corpora are read, and when an argument is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.arguments import Tally, run
from evaluation.arguments_corpora import (
    Argument,
    group_of,
    read_rams,
    read_wikievents,
    sides_of,
)
from evaluation.benchmark import DataMissing

WHO, WHERE = frozenset(["who"]), frozenset(["where"])


def wikievents(folder: Path) -> Path:
    """An invented document: "Police arrested Sami Nur in Graz ." and "He left ."."""
    document = {
        "doc_id": "d",
        "sentences": [
            [[["Police", 0, 6], ["arrested", 7, 15], ["Sami", 16, 20],
              ["Nur", 21, 24],
              ["in", 25, 27], ["Graz", 28, 32], [".", 32, 33]],
             "Police arrested Sami Nur in Graz."],
            [[["He", 34, 36], ["died", 37, 41], [".", 41, 42]], "He died."],
        ],
        "entity_mentions": [
            {"id": "T1", "start": 0, "end": 1}, {"id": "T2", "start": 2, "end": 4},
            {"id": "T3", "start": 5, "end": 6}, {"id": "T4", "start": 7, "end": 8},
        ],
        "event_mentions": [
            {"event_type": "Justice.ArrestJailDetain.Unspecified",
             "trigger": {"start": 1, "end": 2},
             "arguments": [{"entity_id": "T1", "role": "Jailer"},
                           {"entity_id": "T2", "role": "Detainee"},
                           {"entity_id": "T3", "role": "Place"},
                           {"entity_id": "T3", "role": "Crime"}]},
            {"event_type": "Life.Die.Unspecified", "trigger": {"start": 8, "end": 9},
             "arguments": [{"entity_id": "T4", "role": "Victim"}]},
        ],
    }  # fmt: skip
    (folder / "coref").mkdir(parents=True)
    (folder / "dev.jsonl").write_text(json.dumps(document), encoding="utf-8")
    clusters = {"doc_key": "d", "clusters": [["T2", "T4"]]}
    (folder / "coref" / "dev.jsonlines").write_text(json.dumps(clusters), encoding="utf-8")
    return folder


def rams(folder: Path) -> Path:
    """Two invented examples of one event each, the second of a type that is not measured."""
    example = {
        "doc_key": "r",
        "sentences": [["Rebels", "bombed", "the", "port", "."]],
        "evt_triggers": [[1, 1, [["conflict.attack.bombing", 1.0]]]],
        "gold_evt_links": [
            [[1, 1], [0, 0], "evt011arg01attacker"],
            [[1, 1], [2, 3], "evt011arg02target"],
            [[1, 1], [2, 3], "evt011arg03instrument"],
        ],
    }
    other = example | {"evt_triggers": [[1, 1, [["life.die.n/a", 1.0]]]]}
    folder.mkdir()
    (folder / "dev.jsonlines").write_text(
        "\n".join(map(json.dumps, [example, other])), encoding="utf-8"
    )
    return folder


def test_types_and_roles_come_to_groups_and_sides() -> None:
    assert group_of("Conflict.Attack.Unspecified") == group_of("conflict.attack.n/a") == "conflict"
    assert group_of("Life.Die.Unspecified") is None
    assert sides_of("Attacker") == WHO
    assert sides_of("place") == WHERE
    assert sides_of("instrument") == frozenset()


def test_an_argument_of_wikievents_has_all_mentions_of_its_entity(tmp_path: Path) -> None:
    (text,) = read_wikievents(wikievents(tmp_path))

    assert text.text == "Police arrested Sami Nur in Graz.\nHe died."
    (event,) = text.events
    assert event.arguments == (
        Argument(WHO, ((0, 6),)),
        Argument(frozenset(["whom"]), ((16, 24), (34, 36))),
        Argument(WHERE, ((28, 32),)),
    )
    assert text.others == ((37, 41),)


def test_of_rams_measured_types_and_roles_are_read(tmp_path: Path) -> None:
    (text,) = read_rams(rams(tmp_path / "rams"))

    (event,) = text.events
    assert text.text[slice(*event.trigger)] == "bombed"
    words = [[text.text[a:b] for a, b in one.mentions] for one in event.arguments]
    assert words == [["Rebels"], ["the port"]]
    assert not text.is_whole


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (("who", frozenset([7])), 1),
        (("who", frozenset([7, 9])), 1),  # another mention of the same
        (("whom", frozenset([7])), 0),
        (("who", frozenset([8])), 0),
    ],
)
def test_an_argument_is_right_by_side_and_head(
    found: tuple[str, frozenset[int]], right: float
) -> None:
    tally = Tally()
    tally.add("conflict", [(Argument(WHO, ()), frozenset([7]))], [found])

    assert tally.f1() == right
    assert tally.f1("conflict") == right


def test_one_of_ours_answers_one_of_theirs() -> None:
    tally = Tally()
    wanted = [(Argument(WHO, ()), frozenset([7])), (Argument(WHO, ()), frozenset([7]))]
    tally.add("conflict", wanted, [("who", frozenset([7]))])

    assert (tally.share("found"), tally.share("there")) == (1.0, 1 / 2)


def test_the_product_finds_the_arguments_of_invented_events(tmp_path: Path) -> None:
    wikievents(tmp_path / "wikievents")
    text = (tmp_path / "wikievents" / "dev.jsonl").read_text(encoding="utf-8")
    (tmp_path / "wikievents" / "dev.jsonl").write_text(f"{text}\n{text}", encoding="utf-8")

    result = run(tmp_path)

    assert result.figures["wikievents_given_people_f1"] == 1.0
    assert result.figures["wikievents_trigger_f1"] == 1.0
    assert any("rams is not there" in note for note in result.notes)


def test_a_folder_without_the_corpora_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="arguments"):
        run(tmp_path)
