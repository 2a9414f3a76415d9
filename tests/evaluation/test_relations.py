"""re3d's relations: what is judged, and when one of ours is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.records import Report
from evaluation.relations import Labelled, RelationText, Tally, measure, read_texts
from evaluation.relations_found import AT, Given, Told, find_told, find_told_given


def written(folder: Path) -> Path:
    """An invented document in the format of the set."""
    text = "Sami Nur leads the Falcon Brigade. Rebels fought the Coastal Guard."
    source = folder / "Invented"
    source.mkdir(parents=True)
    ends = {"Sami Nur": (0, 8), "the Falcon Brigade": (15, 33), "Rebels": (35, 41)}
    ends["the Coastal Guard"] = (49, 66)

    def relation(type_: str, one: str, other: str) -> dict[str, object]:
        (a, b), (c, d) = ends[one], ends[other]
        row: dict[str, object] = {"documentId": "1", "type": type_, "value": "so"}
        return row | {"sourceBegin": a, "sourceEnd": b, "targetBegin": c, "targetEnd": d}

    rows: dict[str, list[dict[str, object]]] = {
        "documents": [{"_id": "1", "text": text}],
        "entities": [
            {"documentId": "1", "begin": at[0], "end": at[1], "value": words, "type": "Person"}
            for words, at in ends.items()
        ],
        "relations": [
            relation("InChargeOf", "Sami Nur", "the Falcon Brigade"),
            relation("FightingAgainst", "the Coastal Guard", "Rebels"),
            relation("Likes", "Rebels", "the Coastal Guard"),
        ],
    }
    for name, lines in rows.items():
        (source / f"{name}.json").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (folder / "BBC Online").mkdir()
    return folder


def test_only_types_with_a_counterpart_are_read_and_mutual_ends_are_in_text_order(
    tmp_path: Path,
) -> None:
    (text,) = read_texts(written(tmp_path / "re3d"))

    assert text.relations == (
        Labelled("InChargeOf", (0, 8), (15, 33), "so"),
        Labelled("FightingAgainst", (35, 41), (49, 66), "so"),
    )
    assert text.names == {(0, 8), (15, 33), (35, 41), (49, 66)}


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (Told("leads", (0, 8), (19, 33)), 1),
        (Told("leads", (19, 33), (0, 8)), 0),  # the other way round
        (Told("member_of", (0, 8), (19, 33)), 0),  # another type
        (Told("ASSAULT", (53, 66), (35, 41)), 1),  # a mutual one counts either way
    ],
)
def test_a_relation_is_right_by_type_ends_and_direction(told: Told, right: int) -> None:
    labelled = (
        Labelled("InChargeOf", (0, 8), (15, 33), "leads"),
        Labelled("FightingAgainst", (35, 41), (49, 66), "fought"),
    )
    tally = Tally()
    tally.add(RelationText("1", "", labelled, frozenset()), [told])

    assert (tally.found_right, tally.right.total()) == (right, right)
    assert tally.there.total() == 2


def test_the_product_finds_who_leads_in_an_invented_document(tmp_path: Path) -> None:
    result = measure(written(tmp_path / "re3d"))

    assert result.figures["inchargeof_r"] == 1.0
    assert result.figures["relation_p"] == 1.0
    assert result.documents == 1


def test_an_event_ties_those_who_take_part_to_its_place() -> None:
    report = Report("1", "Omar Karsh met Lena Brandt in Malta on Monday.", sha256="0" * 64)

    told = set(find_told(report, frozenset({AT})))

    assert {Told(AT, (0, 10), (30, 35)), Told(AT, (15, 26), (30, 35))} <= told


def test_entities_that_are_given_take_the_place_of_the_product_s_names() -> None:
    text = "Rebels met the Coastal Guard on Monday."
    report = Report("1", text, sha256="0" * 64)
    given = [Given((0, 6), "Organisation"), Given((11, 28), "Organisation")]
    judged = frozenset({"CONSULT"})

    assert list(find_told_given(report, given, judged)) == [Told("CONSULT", (0, 6), (11, 28))]
    assert list(find_told_given(report, given[:1], judged)) == []


def test_what_is_no_actor_or_place_or_lies_outside_the_text_is_not_given() -> None:
    report = Report("1", "Rebels met.", sha256="0" * 64)

    given = [Given((0, 6), "Weapon"), Given((40, 44), "Person")]
    assert list(find_told_given(report, given, frozenset({"CONSULT"}))) == []


def test_even_and_odd_documents_stand_apart(tmp_path: Path) -> None:
    result = measure(written(tmp_path / "re3d"))

    assert set(result.parts) == {"even documents", "odd documents"}
    assert result.parts["even documents"]["relation_r"] == result.figures["relation_r"]
    assert result.parts["odd documents"]["relation_r"] == 0.0
