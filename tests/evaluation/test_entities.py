"""The set `entities`: reading the two corpora, and what their mentions come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.entities import ENTITIES, figures, read_report
from evaluation.entities_corpora import LabelledReport, read_ecbplus, read_meantime

ECB = "HUMAN_PART_PER", "CROSS_DOC_COREF"
MEANTIME = "ENTITY_MENTION", "REFERS_TO"


def write(
    path: Path, lines: str, marks: dict[str, str], links: dict[str, tuple[str, ...]],
    tags: tuple[str, str] = ECB,
) -> None:  # fmt: skip
    """A file in the CAT format.

    Args:
        marks: Mark → the words that it anchors in, each once in the text; "*" makes it a time.
        links: Instance → the marks that speak of it; "here N" makes it one of this file alone.
    """
    rows: list[str] = []
    place: dict[str, str] = {}
    for number, line in enumerate(lines.split("\n")):
        for word in line.split():
            place[word] = str(len(rows) + 1)
            rows.append(f'<token t_id="{len(rows) + 1}" sentence="{number}">{word}</token>')
    found = []
    for mark, words in marks.items():
        anchors = "".join(f'<token_anchor t_id="{place[w]}"/>' for w in words.strip("*").split())
        tag = "TIME_DATE" if words.endswith("*") else tags[0]
        found.append(f'<{tag} m_id="{mark}">{anchors}</{tag}>')
    related = []
    for number, (instance, mentions) in enumerate(links.items()):
        named = "" if instance.startswith("here") else f' instance_id="{instance}"'
        found.append(f'<ENTITY m_id="i{number}"{named}/>')
        sources = "".join(f'<source m_id="{mark}"/>' for mark in mentions)
        related.append(
            f'<{tags[1]} r_id="{number}">{sources}<target m_id="i{number}"/></{tags[1]}>'
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"<Document>{''.join(rows)}<Markables>{''.join(found)}</Markables>"
        f"<Relations>{''.join(related)}</Relations></Document>",
        encoding="utf-8",
    )


@pytest.fixture
def ecbplus(tmp_path: Path) -> Path:
    folder = tmp_path / "ecbplus"
    write(
        folder / "ECB+" / "2" / "2_1ecb.xml",
        "The actress Mira Oduya left Tarn on Friday .\nShe slept .\nHer lawyer waited .",
        {"1": "Mira Oduya", "2": "Tarn", "3": "She", "4": "lawyer", "5": "Friday*"},
        {"HUM1": ("1", "3")},
    )
    write(
        folder / "ECB+" / "2" / "2_2ecb.xml",
        "Police said Mira Oduya , the actress , had left .",
        {"1": "Mira Oduya", "2": "Police", "3": "actress"},
        {"HUM1": ("1", "3")},
    )
    write(
        folder / "ECB+" / "2" / "2_3ecbplus.xml",
        "Posted : Fri , 7 June 2013\nAnother actress left .",
        {"1": "actress"},
        {"HUM2": ("1",)},
    )
    checked = ("2,1ecb,0", "2,1ecb,1", "2,2ecb,0", "2,3ecbplus,1")
    (folder / "ECBplus_coreference_sentences.csv").write_text(
        "\n".join(("Topic,File,Sentence Number", *checked)), encoding="utf-8"
    )
    return folder


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    folder = tmp_path / "meantime_en"
    write(
        folder / "intra_cross-doc_annotation" / "corpus_airbus" / "1_Ferry.xml",
        "Ferry sold\nMay 02 , 2011\nKestrel Lines bought the ferry .",
        {"1": "Kestrel Lines", "2": "ferry", "3": "Ferry"},
        {"ORG1": ("1",), "here": ("2", "3")},
        MEANTIME,
    )
    return folder


def entities(labelled: LabelledReport) -> dict[str, str]:
    text = labelled.report.text
    return {text[m.start : m.end]: m.entity for m in labelled.mentions}


def test_mentions_of_unchecked_sentences_are_left_out(ecbplus: Path) -> None:
    first = next(iter(read_ecbplus(ecbplus)))
    assert list(entities(first)) == ["Mira Oduya", "Tarn", "Friday", "She"]
    assert [m.kind for m in first.mentions] == ["human", "human", "time", "human"]
    assert first.report.text.startswith("The actress Mira Oduya left Tarn on Friday.\nShe")


def test_one_instance_is_one_entity_over_reports_and_no_link_is_one_alone(ecbplus: Path) -> None:
    first, second, third = map(entities, read_ecbplus(ecbplus))
    assert first["Mira Oduya"] == first["She"] == second["Mira Oduya"] == second["actress"]
    alone = {first["Tarn"], first["Friday"], second["Police"], third["actress"]}
    assert len(alone) == 4
    assert first["She"] not in alone


def test_stories_part_a_topic_and_a_page_gives_its_date(ecbplus: Path) -> None:
    reports = list(read_ecbplus(ecbplus))
    assert [(r.topic, r.story) for r in reports] == [("2", "2 ecb")] * 2 + [("2", "2 ecbplus")]
    assert [r.report.published for r in reports] == [None, None, "2013-06-07"]


def test_an_instance_without_an_id_is_of_its_report_alone(meantime: Path) -> None:
    (report,) = read_meantime(meantime)
    found = entities(report)
    assert found["ferry"] == found["Ferry"] != found["Kestrel Lines"] == "ORG1"
    assert (report.topic, report.report.published) == ("airbus", "2011-05-02")


def test_the_product_finds_by_name_and_description_what_the_lemma_misses(ecbplus: Path) -> None:
    read = [read_report(labelled) for labelled in read_ecbplus(ecbplus)]
    ours = figures(read, "product", by_story=True)
    lemma = figures(read, "same head lemma", by_story=True)
    assert ours["conll"] > lemma["conll"]
    assert ours["muc"] > 0.6
    mixed = figures(read, "same head lemma", by_story=False)
    assert mixed["b3"] < lemma["b3"]  # two actresses of two stories are one to it


def test_a_run_tells_of_both_corpora_or_says_what_is_missing(
    ecbplus: Path, meantime: Path, tmp_path: Path
) -> None:
    result = ENTITIES.run(tmp_path)
    assert result.documents == 4
    assert set(ENTITIES.headline) <= set(result.figures)
    assert set(result.peers["same head lemma"]) == set(result.figures)
    (meantime / "intra_cross-doc_annotation").rename(tmp_path / "elsewhere")
    with pytest.raises(DataMissing):
        ENTITIES.run(tmp_path)
    with pytest.raises(DataMissing, match="holds none"):
        ENTITIES.run(tmp_path / "elsewhere")
