"""Sets that are columns of words, read with our types."""

from __future__ import annotations

from pathlib import Path

from training.columns import read_wikigold, read_wnut, retype
from training.labels import spans_of


def test_spans_of_other_types_are_left_out_and_inside_labels_are_joined() -> None:
    labels = ["I-PER", "I-PER", "O", "I-MISC", "I-LOC"]
    assert retype(labels, {"PER": "person", "LOC": "place"}) == [
        "B-person",
        "I-person",
        "O",
        "O",
        "B-place",
    ]


def test_two_neighbours_with_beginnings_stay_two() -> None:
    assert retype(["B-PER", "B-PER"], {"PER": "person"}) == ["B-person", "B-person"]


def test_posts_are_read_with_our_types(tmp_path: Path) -> None:
    file = tmp_path / "WNUT17" / "CONLL-format" / "data" / "dev" / "emerging.dev.conll"
    file.parent.mkdir(parents=True)
    file.write_text("Mira\tB-person\nsang\tO\n\nBig\tB-group\nBand\tI-group\n", encoding="utf-8")
    text = read_wnut(tmp_path)
    assert text.sentences == ((0, 2), (2, 4))
    assert text.labels["names"] == ["B-person", "O", "B-organization", "I-organization"]


def test_wikigold_is_read_with_our_types(tmp_path: Path) -> None:
    file = tmp_path / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    file.parent.mkdir(parents=True)
    file.write_text("Olsen I-PER\nof O\nTarnby I-ORG\nTown I-ORG\n. O\n\n", encoding="utf-8")
    labels = read_wikigold(tmp_path).labels["names"]
    found = spans_of([label or "O" for label in labels])
    assert [(s.start, s.end, s.type) for s in found] == [(0, 1, "person"), (2, 4, "organization")]
