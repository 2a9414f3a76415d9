"""The model card: figures stand between their marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.card import write_page

ROW = {"precision": 0.5, "recall": 0.25, "f1": 0.333, "count": 8}
CARD: dict[str, object] = {
    "date": "2026-01-02",
    "minutes": 3.5,
    "megabytes": 22.9,
    "sentences_a_second": 400,
    "held_out": {"names, spans": {"all": ROW, "person": ROW}},
    "others": {"a set": {"reader": {"all": ROW}, "reader_overlap_f1": 0.75}},
}


def test_figures_are_put_between_their_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "CARD.md"
    before, after = "# Card\n<!-- figures: written by python -m training -->\n", "\nEnd\n"
    page.write_text(before + "old\n<!-- end of figures -->" + after, encoding="utf-8")
    write_page(CARD, page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(before)
    assert text.endswith("<!-- end of figures -->" + after)
    assert "| names, spans | person | 0.5 | 0.25 | 0.333 | 8 |" in text
    assert "| a set | reader: all | 0.5 | 0.25 | 0.333 | 8 |" in text
    assert "- a set: reader overlap f1 0.75" in text
    assert "old" not in text
    write_page(CARD, page)
    assert page.read_text(encoding="utf-8") == text


def test_a_page_without_a_place_for_figures_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "CARD.md"
    page.write_text("# Card\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place for figures"):
        write_page(CARD, page)
