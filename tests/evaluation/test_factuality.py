"""The set `factuality`: how events stand, and the numbers that it comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.read import read_bytes
from dateline.records import Annotations, Attribution, Certainty, Source, Stance, Token, cut
from evaluation.factuality import (
    ALL_HAPPENED,
    FACTUALITY,
    MODEL,
    RULES,
    SYSTEMS,
    figures_of,
    judge,
    learn_numbers,
    standing,
)
from evaluation.uw_factuality import JudgedSentence

CONLL = """0\tThe\t_
1\tmiller\t_
2\tsold\t3.0
3\tthe\t_
4\tbridge\t_
5\t.\t_

0\tShe\t_
1\tdid\t_
2\tn't\t_
3\tresign\t-3.0
4\t.\t_
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "uw").mkdir()
    for part in ("train", "dev"):
        (tmp_path / "uw" / f"{part}.conll").write_text(CONLL, encoding="utf-8")
    return tmp_path


# ------------------------------------------------------------------------------- the standings

TEXT = "Officials say troops left"
CREDIT = Attribution(
    (Source("unnamed", "Officials", None, cut(TEXT, 0, 9)),),
    cut(TEXT, 10, 13),
    (cut(TEXT, 14, 25),),
    "told",
    "alleged",
)


def found(*stances: Stance, credits: tuple[Attribution, ...] = ()) -> Annotations:
    tokens = []
    at = 0
    for index, word in enumerate(TEXT.split()):
        tokens.append(Token(index, at, at + len(word), word, word, "X", "X", "dep", index, 0))
        at += len(word) + 1
    return Annotations("r", tuple(tokens), (), attributions=credits, stances=stances)


def left(certainty: Certainty | None, polarity: str = "+", *, supposed: bool = False) -> Stance:
    return Stance(3, "-" if polarity == "-" else "+", certainty, cut(TEXT, 14, 20), supposed)


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (left("planned"), "planned"),
        (left("planned", "-"), "denied"),
        (left("alleged", supposed=True), "supposed"),
        (left("asserted"), "happened"),
        (left(None), "happened"),
    ],
)
def test_the_words_on_an_event_say_how_it_stands(stance: Stance, expected: str) -> None:
    assert standing(found(stance), 3) == expected
    assert standing(found(stance), 2) == "happened", "they speak of one word alone"


def test_an_event_stands_as_its_attribution_says_if_it_has_no_words_of_its_own() -> None:
    assert standing(found(credits=(CREDIT,)), 3) == "alleged"
    assert standing(found(credits=(CREDIT,)), 1) == "happened", "the saying itself"
    assert standing(found(left(None, "-"), credits=(CREDIT,)), 3) == "denied"


def test_sentences_read_together_keep_the_places_of_their_events() -> None:
    text = "She didn't resign."
    many = [JudgedSentence(text, {text.index("resign"): -3.0})] * 60
    assert judge(many, SYSTEMS[RULES]) == [("denied", -3.0)] * 60


def test_the_model_alone_says_how_each_event_stands() -> None:
    report = read_bytes(b"The miller sold the bridge. The mayor did not resign.")
    text = report.text
    events = [text.index("sold"), text.index("resign")]
    assert SYSTEMS[MODEL](report, events) == ["happened", "denied"]


def test_the_product_says_how_an_event_stands() -> None:
    report = read_bytes(b"The miller may sell the bridge.")
    assert SYSTEMS["Dateline"](report, [report.text.index("sell")]) == ["alleged"]


# --------------------------------------------------------------------------------- the figures


def test_a_standing_comes_to_the_median_of_its_events() -> None:
    judged = [("happened", 3.0), ("happened", 2.0), ("happened", 3.0), ("denied", -3.0)]
    assert learn_numbers(judged) == {"denied": -3.0, "happened": 3.0}


def test_where_a_third_are_no_asserted_facts_the_number_says_so() -> None:
    doubted = [("planned", 1.0), ("planned", 2.4), ("planned", 2.6)]
    assert learn_numbers(doubted) == {"planned": 1.8}
    assert learn_numbers([*doubted, ("planned", 3.0)]) == {"planned": 2.5}


def test_figures_are_counted_by_hand() -> None:
    figures = figures_of([(3.0, 3.0), (1.0, 2.0), (-2.0, -3.0), (3.0, 1.0)])
    assert figures["mean_absolute_error"] == pytest.approx(1.0)
    assert figures["not_asserted_p"] == pytest.approx(1 / 2)
    assert figures["not_asserted_r"] == pytest.approx(1 / 2)
    assert figures["correlation"] == pytest.approx(16.25 / (16.75 * 20.75) ** 0.5)


def test_one_number_for_all_correlates_with_nothing() -> None:
    assert "correlation" not in figures_of([(3.0, 3.0), (3.0, 1.0)])


def test_all_systems_are_measured_and_say_their_numbers(data: Path) -> None:
    result = FACTUALITY.run(data)
    assert result.documents == 2
    assert result.peers[RULES]["mean_absolute_error"] == 0
    assert result.peers[ALL_HAPPENED]["mean_absolute_error"] == 3
    assert "correlation" not in result.peers[ALL_HAPPENED]
    assert [note.partition(":")[0] for note in result.notes] == [
        "Numbers of Dateline",
        "Numbers of rules alone",
        "Numbers of model alone",
    ]
