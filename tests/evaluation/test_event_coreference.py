"""The set `event_coreference`: reading the marks of events, and what they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.coreference import BASELINE
from evaluation.entities_corpora import EVENTS, read_ecbplus, read_meantime
from evaluation.event_coreference import EVENT_COREFERENCE, figures, read_report
from tests.evaluation.test_entities import write

ECB = "ACTION_OCCURRENCE", "CROSS_DOC_COREF"
MEANTIME = "EVENT_MENTION", "REFERS_TO"


@pytest.fixture
def ecbplus(tmp_path: Path) -> Path:
    folder = tmp_path / "ecbplus"
    write(
        folder / "ECB+" / "2" / "2_1ecb.xml",
        "Thieves robbed the Kestrel museum in Tarn on Monday .\n"
        "Police announced a reward .\nIt rained .",
        {"1": "robbed", "2": "announced", "3": "rained", "4": "Monday*"},
        {"ACT1": ("1",), "ACT2": ("2",)},
        ECB,
    )
    write(
        folder / "ECB+" / "2" / "2_2ecb.xml",
        "The robbery of the Kestrel museum in Tarn by thieves shook the town on Monday .\n"
        "The announcement of a reward by police followed .",
        {"1": "robbery", "2": "announcement"},
        {"ACT1": ("1",), "ACT2": ("2",)},
        ECB,
    )
    write(
        folder / "ECB+" / "2" / "2_3ecbplus.xml",
        "Bandits robbed a ferry off Varn .",
        {"1": "robbed"},
        {"ACT3": ("1",)},
        ECB,
    )
    checked = ("2,1ecb,0", "2,1ecb,1", "2,2ecb,0", "2,2ecb,1", "2,3ecbplus,0")
    (folder / "ECBplus_coreference_sentences.csv").write_text(
        "\n".join(("Topic,File,Sentence Number", *checked)), encoding="utf-8"
    )
    return folder


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    folder = tmp_path / "meantime_en"
    write(
        folder / "intra_cross-doc_annotation" / "corpus_airbus" / "1_Ferry.xml",
        "Ferry sold\nMay 02 , 2011\nKestrel Lines bought it and announced the purchase .",
        {"1": "sold", "2": "bought", "3": "purchase", "4": "announced"},
        {"EVE1": ("1", "2"), "here": ("3",)},
        MEANTIME,
    )
    return folder


def test_only_events_of_checked_sentences_are_read(ecbplus: Path) -> None:
    first = next(iter(read_ecbplus(ecbplus, EVENTS)))
    text = first.report.text
    assert [text[m.start : m.end] for m in first.mentions] == ["robbed", "announced"]
    assert {m.kind for m in first.mentions} == {""}


def test_an_event_without_a_link_is_alone(meantime: Path) -> None:
    (report,) = read_meantime(meantime, EVENTS)
    text = report.report.text
    found = {text[m.start : m.end]: m.entity for m in report.mentions}
    assert found["sold"] == found["bought"] == "EVE1"
    assert len({found["purchase"], found["announced"], "EVE1"}) == 3


def test_the_product_finds_the_noun_of_a_verb_that_the_lemma_misses(ecbplus: Path) -> None:
    read = [read_report(labelled) for labelled in read_ecbplus(ecbplus, EVENTS)]
    ours = figures(read, "product", by_story=True)
    lemma = figures(read, BASELINE, by_story=True)
    assert ours["conll"] > lemma["conll"]
    assert lemma["muc"] == 0.0
    mixed = figures(read, BASELINE, by_story=False)
    assert mixed["b3"] < lemma["b3"]  # two robberies of two stories are one to it


def test_a_run_tells_of_both_corpora_or_says_what_is_missing(
    ecbplus: Path, meantime: Path, tmp_path: Path
) -> None:
    result = EVENT_COREFERENCE.run(tmp_path)
    assert result.documents == 4
    assert set(EVENT_COREFERENCE.headline) <= set(result.figures)
    assert set(result.peers[BASELINE]) == set(result.figures)
    (meantime / "intra_cross-doc_annotation").rename(tmp_path / "elsewhere")
    with pytest.raises(DataMissing):
        EVENT_COREFERENCE.run(tmp_path)
    with pytest.raises(DataMissing, match="holds none"):
        EVENT_COREFERENCE.run(tmp_path / "elsewhere")
