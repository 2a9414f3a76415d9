"""re3d's relations: what is judged, and when one of ours is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.relations import Labelled, RelationText, Tally, Told, measure, read_texts


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
            relation("CoLocated", "Rebels", "the Coastal Guard"),
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
