"""The set of events over reports from raw text: what is judged, and what it comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.coreference import BASELINE
from evaluation.entities_corpora import EVENTS, read_ecbplus
from evaluation.event_coreference_raw import (
    CLAIMS,
    EVENT_COREFERENCE_RAW,
    TRIGGERS,
    Read,
    figures,
    read_report,
)
from tests.evaluation.test_entities import write

ECB = "ACTION_OCCURRENCE", "CROSS_DOC_COREF"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "ecbplus"
    write(
        folder / "ECB+" / "2" / "2_1ecb.xml",
        "Police arrested Mira Oduya in Tarn on Monday .\nPolice searched a boat .",
        {"1": "arrested", "2": "searched"},
        {"ACT1": ("1",)},
        ECB,
    )
    write(
        folder / "ECB+" / "2" / "2_2ecb.xml",
        "The arrest of Mira Oduya by police in Tarn shook the town .",
        {"1": "arrest", "2": "shook"},
        {"ACT1": ("1",)},
        ECB,
    )
    (folder / "ECBplus_coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n2,1ecb,0\n2,2ecb,0", encoding="utf-8"
    )
    return folder


@pytest.fixture
def told(corpus: Path) -> list[Read]:
    return [read_report(one) for one in read_ecbplus(corpus, EVENTS)]


def test_mentions_are_found_in_checked_sentences_alone(told: list[Read]) -> None:
    words = [[m.words.exact for m in one.telling.mentions] for one in told]
    assert words == [["arrested"], ["arrest", "shook"]]


def test_a_mention_found_is_the_labelled_one_if_they_are_about_one_word(told: list[Read]) -> None:
    found = figures(told, "product", by_story=True)
    assert (found["mention_precision"], found["mention_recall"]) == (1.0, 1.0)
    assert found["conll"] >= figures(told, BASELINE, by_story=True)["conll"] > 0.5


def test_triggers_and_claims_find_fewer(told: list[Read]) -> None:
    for way in (TRIGGERS, CLAIMS):
        assert figures(told, way, by_story=True)["mention_recall"] < 1.0


def test_a_run_gives_the_peer_the_same_mentions(corpus: Path) -> None:
    result = EVENT_COREFERENCE_RAW.run(corpus.parent)
    peer = result.peers[BASELINE]
    assert result.figures["ecbplus_story_mention_recall"] == peer["ecbplus_story_mention_recall"]
    assert {TRIGGERS, CLAIMS} <= set(result.parts)
    assert set(EVENT_COREFERENCE_RAW.headline) <= set(result.figures)


def test_a_folder_without_the_corpus_is_said_to_miss_it(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="ecbplus"):
        EVENT_COREFERENCE_RAW.run(tmp_path)
