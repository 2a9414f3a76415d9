"""How a result is shown and written, and that writing twice leaves one of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evaluation.benchmark import BenchmarkSet, DataMissing, Result, find_data
from evaluation.scores import as_json, as_table, replace_headline, section, write_scores

RESULT = Result(
    set="stories",
    documents=12,
    figures={"claim_f1": 0.625, "reports_per_s": 1234.5},
    peers={"Other": {"claim_f1": 0.5}},
    parts={"s1": {"claim_f1": 1.0}},
    part="all of it",
    counts=tuple((f"kind {number}", 20 - number) for number in range(12)),
)
STORIES = BenchmarkSet("stories", "claims", lambda _: RESULT, headline=("claim_f1",))


def test_the_json_has_the_set_its_documents_its_figures_and_the_peers() -> None:
    assert as_json(Result("s", 2, {"value_f1": 0.5}, {"Peer": {"value_f1": 0.25}})) == {
        "set": "s",
        "documents": 2,
        "figures": {"value_f1": 0.5},
        "peers": {"Peer": {"value_f1": 0.25}},
    }


def test_the_table_has_the_peers_beside_us_and_a_dash_where_there_is_nothing() -> None:
    assert as_table(RESULT).splitlines() == [
        "| figure        | Dateline | Other |    s1 |",
        "|---------------|---------:|------:|------:|",
        "| claim F1      |    0.625 | 0.500 | 1.000 |",
        "| reports per s |    1,234 |     – |     – |",
    ]


def test_a_section_says_when_what_and_where_it_was_measured() -> None:
    text = section(RESULT, "claims", date(2024, 5, 6))
    assert text.startswith("## stories: claims\n\nMeasured 2024-05-06 with Dateline ")
    assert "on 12 reports (all of it); " in text
    assert "cores, Python 3." in text
    assert "kind 9 " in text
    assert "kind 10 " not in text, "the ten most common"


def test_notes_stand_under_the_table_and_in_the_json() -> None:
    result = replace(RESULT, notes=("Other is not set up.",))
    text = section(result, "claims", date(2024, 5, 6))
    assert text.index("| claim F1") < text.index("\n\nOther is not set up.\n")
    assert as_json(result)["notes"] == ["Other is not set up."]


def test_writing_again_replaces_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    scores = tmp_path / "docs" / "scores.md"
    scores.write_text("# Scores\n\nBefore.\n", encoding="utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("# D\n\n<!-- scores -->\n<!-- /scores -->\n\nLimits.\n", encoding="utf-8")
    write_scores(RESULT, STORIES, date(2024, 5, 6), tmp_path)
    first = scores.read_text(encoding="utf-8"), readme.read_text(encoding="utf-8")
    write_scores(RESULT, STORIES, date(2024, 5, 6), tmp_path)
    assert (scores.read_text(encoding="utf-8"), readme.read_text(encoding="utf-8")) == first
    assert first[0].count("## stories") == 1
    assert first[0].startswith("# Scores\n\nBefore.\n")
    assert "| `stories` | claim F1 | 0.625 | Other 0.500 | 2024-05-06 |" in first[1]
    assert first[1].endswith("<!-- /scores -->\n\nLimits.\n")


def test_the_rows_of_other_sets_stay_and_stand_by_name() -> None:
    text = "<!-- scores -->\n| `zoo` | f | 1 |\n| `ant` | f | 2 |\n<!-- /scores -->"
    written = replace_headline(text, "ant", [["`ant`", "f", "3"]])
    rows = [line for line in written.splitlines() if line.startswith("| `")]
    assert rows == ["| `ant` | f | 3 |", "| `zoo` | f | 1 |"]


def test_a_mark_that_is_never_closed_is_an_error_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    scores = tmp_path / "docs" / "scores.md"
    scores.write_text("<!-- stories -->\nold", encoding="utf-8")
    with pytest.raises(ValueError, match="never closed"):
        write_scores(RESULT, STORIES, date(2024, 5, 6), tmp_path)
    assert scores.read_text(encoding="utf-8") == "<!-- stories -->\nold"


def test_a_set_that_is_not_here_says_which_folder_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="--data DIR"):
        find_data(STORIES, None)
    with pytest.raises(DataMissing, match="nowhere is no folder"):
        find_data(STORIES, tmp_path / "nowhere")
    assert find_data(STORIES, tmp_path) == tmp_path
