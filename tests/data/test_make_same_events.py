"""Learning which mentions of events are one: what is counted, and what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data.make_same_events import HEAD, Row, as_table, reason_of, regress, rows_of
from dateline.events.mentions.join import load_weights
from evaluation.entities_corpora import Labelled, LabelledReport
from evaluation.event_coreference import Read, read_report
from tests.factory import make_report

ROWS = [
    Row(("words: same",), True, 1.0),
    Row(("words: same", "one is denied"), True, 1.0),
    Row(("words: other",), False, 1.0),
    Row(("words: other", "one is denied"), False, 1.0),
    Row(("words: same", "seldom"), False, 0.1),
] * 8


def test_what_speaks_for_one_event_weighs_more_than_what_speaks_against_it() -> None:
    weights = regress(ROWS, rarest=10)
    assert weights["words: same"] > 0.5 > -0.5 > weights["words: other"]
    assert abs(weights["one is denied"]) < 0.3


def test_a_rare_feature_has_no_weight() -> None:
    assert "seldom" in regress(ROWS, rarest=8)
    assert "seldom" not in regress(ROWS, rarest=9)


def test_a_pair_that_counts_more_pulls_more() -> None:
    heavy = [row._replace(counts=9.0) if "seldom" in row.features else row for row in ROWS]
    assert regress(heavy, rarest=8)["seldom"] < regress(ROWS, rarest=8)["seldom"]


def test_the_table_starts_with_the_start_and_leaves_out_small_weights() -> None:
    table = as_table({"words: same": 1.26, "start": -0.84, "numbers shared": 0.09, "a pronoun": -1})
    assert table.startswith(HEAD)
    rows = [line.split("\t")[:2] for line in table.removeprefix(HEAD).splitlines()]
    assert rows == [["start", "-0.8"], ["a pronoun", "-1"], ["words: same", "1.3"]]


def test_every_feature_that_ships_has_its_reason() -> None:
    shipped = load_weights()
    assert len(shipped) > 200
    assert all(reason_of(name) for name in shipped)
    assert reason_of("kin: doers shared") == "who does it"


@pytest.fixture(scope="module")
def told() -> list[Read]:
    """Two reports of a robbery, and one of another story in their topic."""
    found = []
    for number, (story, text, words) in enumerate(
        (
            ("2 a", "Thieves robbed the Kestrel museum.", {"robbed": "r"}),
            ("2 a", "The robbery shook Tarn. It was the first robbery.", {"robbery": "r"}),
            ("2 b", "Bandits robbed a ferry off Varn.", {"robbed": "f"}),
        )
    ):
        report = replace(make_report(text), file=f"{number}")
        mentions = tuple(
            Labelled(text.index(word), text.index(word) + len(word), event, "")
            for word, event in words.items()
        )
        found.append(read_report(LabelledReport(report, "2", story, mentions)))
    return found


def test_pairs_are_one_event_where_the_labels_say_so(told: list[Read]) -> None:
    (row,) = rows_of(told[:2])
    assert row.is_one
    assert "words: derived" in row.features


def test_each_mention_counts_alike_however_many_it_meets(told: list[Read]) -> None:
    rows = list(rows_of(told))
    assert len(rows) == 3
    assert sum(row.counts for row in rows) == pytest.approx(3 * 10.0)
    (alone,) = rows_of(told[:2])
    assert alone.counts == 2 * 10.0


def test_across_stories_no_pair_of_one_story_is_learnt_from(told: list[Read]) -> None:
    rows = list(rows_of(told, across=True))
    assert len(rows) == 2
    assert not any(row.is_one for row in rows)


def test_the_head_is_that_of_the_file_that_ships() -> None:
    home = Path(__file__).resolve().parents[2] / "src" / "dateline" / "events" / "data"
    assert (home / "same.tsv").read_text(encoding="utf-8").startswith(HEAD)
