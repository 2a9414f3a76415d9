"""UW's factuality: sentences set as print sets them, with a value where an event begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.uw_factuality import read_judged, set_words

CONLL = """0\tShe\t_\tPRP\t3\tnsubj\tshe
1\tdid\t_\tVBD\t3\taux\tdo
2\tn't\t_\tRB\t3\tneg\tnot
3\tresign\t-2.8\tVB\t0\tROOT\tresign
4\t.\t_\t.\t3\tpunct\t.

0\tThe\t_\tDT\t1\tdet\tthe
1\tsale\t3.0\tNN\t0\tROOT\tsale
"""


def test_a_sentence_has_a_value_where_an_event_begins(tmp_path: Path) -> None:
    (tmp_path / "uw").mkdir()
    (tmp_path / "uw" / "dev.conll").write_text(CONLL, encoding="utf-8")
    resigned, sale = read_judged(tmp_path, "dev")
    assert resigned.text == "She didn't resign."
    assert resigned.values == {len("She didn't "): -2.8}
    assert (sale.text, sale.values) == ("The sale", {4: 3.0})


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("`` We close , '' he said .", '"We close," he said.'),
        ('" We close , " he said .', '"We close," he said.'),
        ("It cost $ 4 ( 3 % ) ; it 's his .", "It cost $4 (3%); it's his."),
    ],
)
def test_words_are_set_as_in_print_and_their_places_are_kept(words: str, text: str) -> None:
    found, starts = set_words(words.split())
    assert found == text
    for word, start in zip(words.split(), starts, strict=True):
        assert text.startswith(word.replace("``", '"').replace("''", '"'), start)


def test_a_part_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"holds no uw/train\.conll"):
        read_judged(tmp_path, "train")
