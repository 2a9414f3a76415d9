"""Links between two names in a sentence: what is read, told and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import extract_claims
from dateline.records import RELATION_TYPES, Report
from evaluation.storyweb import (
    LINKS,
    Row,
    commonest_links,
    find_link,
    measure,
    read_rows,
    score_links,
)

SENTENCE = "Sami Nur, chairman of the Harbour Bank, met Ana Ruiz and his wife Peng Li."


def written(folder: Path) -> Path:
    """Invented rows in the format of the set."""
    folder.mkdir(parents=True)
    rows = [
        ("Sami Nur", "Harbour Bank", "MANAGER"),
        ("Sami Nur", "Ana Ruiz", "ASSOCIATE"),
        ("Peng Li", "Harbour Bank", "BUSINESS"),
    ]
    lines = ['"sentence","src_label","tgt_label","link_type"']
    lines += [f'" {SENTENCE}","{a}","{b}","{link}"' for a, b, link in rows]
    (folder / "tagged_sentences_20990101.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_rows_of_one_sentence_have_its_number(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path / "links"))

    assert [row.number for row in rows] == [0, 0, 0]
    assert rows[0] == Row(SENTENCE, 0, "Sami Nur", "Harbour Bank", "MANAGER")


@pytest.mark.parametrize(
    ("ends", "link"),
    [
        (("Sami Nur", "Harbour Bank"), "MANAGER"),
        (("Harbour Bank", "Nur"), "MANAGER"),  # either way round, and by a part of the name
        (("Sami Nur", "Ana Ruiz"), "ASSOCIATE"),
        (("Ana Ruiz", "Harbour Bank"), None),
        (("Sam", "Harbour Bank"), None),  # a part of a word is none of the name
    ],
)
def test_a_link_is_what_a_claim_tells_between_the_two(
    ends: tuple[str, str], link: str | None
) -> None:
    claims = extract_claims(Report("1", SENTENCE, sha256="0" * 64))

    assert find_link(Row(SENTENCE, 0, *ends, ""), claims) == link


def test_every_tie_of_ours_has_a_link() -> None:
    assert set(RELATION_TYPES) <= set(LINKS)


def test_the_commonest_link_is_that_of_the_other_sentences() -> None:
    rows = [Row("", n, "", "", link) for n, link in ((0, "A"), (0, "A"), (0, "A"), (1, "B"))]

    assert commonest_links(rows) == ["B", "A", "A", "A", "A"]


def test_macro_f1_counts_each_type_once() -> None:
    figures = score_links([("A", "A"), ("A", "A"), ("A", "B"), ("B", "A")])

    assert figures == {"accuracy": 0.5, "macro_f1": pytest.approx((4 / 6 + 0) / 2)}


def test_what_is_told_stands_apart_from_what_is_guessed(tmp_path: Path) -> None:
    result = measure(written(tmp_path / "links"))

    assert result.documents == 1
    assert result.figures["coverage"] == pytest.approx(2 / 3)
    assert result.figures["accuracy_where_told"] == 1.0
    assert result.peers["always BUSINESS"]["accuracy"] == pytest.approx(1 / 3)
    assert result.counts == (("BUSINESS, told as nothing", 1),)
