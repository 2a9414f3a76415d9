"""The set `standing`: what MEANTIME labels of an event, and how often the product says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.claims.standing import Standing
from evaluation.benchmark import DataMissing
from evaluation.standing import (
    ALL_CERTAIN,
    READ,
    STANDING,
    Judged,
    figures_of,
    kinds_of,
    read_meantime,
)

LABELS = {
    "sold": 'certainty="CERTAIN" polarity="POS" time="NON_FUTURE"',
    "resign": 'certainty="CERTAIN" polarity="NEG" time="NON_FUTURE"',
    "leave": 'certainty="POSSIBLE" polarity="POS" time="FUTURE"',
    "ferry": 'certainty="" polarity="" time=""',
}
LINES = "Ferry sold\nMay 02 , 2011\nMira Oduya did not resign .\nTomas Brandt may leave on Friday ."


def write(path: Path) -> None:
    """A file in the CAT format with our own words."""
    words = [(n, w) for n, line in enumerate(LINES.split("\n")) for w in line.split()]
    tokens = "".join(
        f'<token t_id="{i}" sentence="{n}" number="{i}">{word}</token>'
        for i, (n, word) in enumerate(words, 1)
    )
    marks = "".join(
        f'<EVENT_MENTION m_id="{i}" {LABELS[word]}><token_anchor t_id="{i}"/></EVENT_MENTION>'
        for i, (_, word) in enumerate(words, 1)
        if word in LABELS
    )
    path.parent.mkdir(parents=True)
    path.write_text(f"<Document>{tokens}<Markables>{marks}</Markables></Document>", "utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for topic in ("airbus", "apple"):
        write(tmp_path / "intra_cross-doc_annotation" / f"corpus_{topic}" / "1_Ferry.xml")
    return tmp_path


def test_events_keep_what_is_labelled_and_the_date_line_is_left_out(data: Path) -> None:
    text = next(read_meantime(data))
    words = {text.report.text[e.start : e.end]: dict(e.rare) for e in text.events}

    assert (text.topic, text.report.text.split("\n")[1]) == ("airbus", "Mira Oduya did not resign.")
    assert words == {
        "sold": {"certainty": False, "polarity": False, "time": False},
        "resign": {"certainty": False, "polarity": True, "time": False},
        "leave": {"certainty": True, "polarity": False, "time": True},
    }


def test_what_is_planned_is_certain_and_to_come() -> None:
    planned = kinds_of(Standing(certainty="planned", polarity="-"))

    assert planned == {"certainty": False, "polarity": True, "time": True}
    assert kinds_of(Standing(certainty="alleged"))["certainty"]
    assert kinds_of(Standing(hypothetical=True))["certainty"]
    assert not kinds_of(Standing(certainty="reported"))["certainty"]


def test_figures_are_counted_by_hand() -> None:
    judged = [
        Judged({"polarity": there}, {"polarity": found})
        for there, found in ((True, True), (True, False), (False, False), (False, False))
    ]
    figures = figures_of(judged)

    assert figures == {"polarity_accuracy": 3 / 4, "denied_f1": pytest.approx(2 / 3)}


def test_the_product_is_measured_beside_the_majority(data: Path) -> None:
    result = STANDING.run(data)

    assert result.documents == 2
    assert result.figures["polarity_accuracy"] == 1
    assert result.figures["denied_f1"] == result.figures["uncertain_f1"] == 1
    assert result.peers[ALL_CERTAIN]["denied_f1"] == 0
    assert result.peers[ALL_CERTAIN]["polarity_accuracy"] == pytest.approx(2 / 3)
    assert result.parts[READ]["polarity_accuracy"] == 1


def test_without_the_reports_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"corpus_\*"):
        STANDING.run(tmp_path)
