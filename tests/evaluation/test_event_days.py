"""The set `event-days`: what labels say of an event's day, and what an answer is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.event_days import (
    Answer,
    Judged,
    answer,
    figures,
    fits,
    is_exact,
    judge_events,
    judge_links,
    run,
    side_of,
)
from evaluation.eventtime import EventLabel, Sentence, read_events
from evaluation.timeml import TimeDocument

TEXT = (
    "GRAZ, Austria (AP) -- Anna Keller opened the mill on Thursday.\n\n"
    "She had bought it in May 2019, a clerk said.\n"
)
WORDS = ("Anna", "Keller", "opened", "the", "mill", "on", "Thursday", ".")
BOUGHT = ("She", "had", "bought", "it", "in", "May", "2019", ",", "a", "clerk", "said", ".")


def row(event: str, word: str, sentence: tuple[str, ...], **fields: object) -> str:
    return repr(
        {"corpusFile": "mill", "eId": event, "Token[0]": word, "sentence": list(sentence),
         "eventPosition": sentence.index(word), **fields}
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "eventtime"
    rows = {
        "0_Preprocessing/corpus/dct.txt": ["mill\t2024-03-09T10:00"],
        "input/2_SingleDay/1_DCTRelations/dev.txt": [
            row("e1", "opened", WORDS, label="beforeDCT"),
            row("e2", "bought", BOUGHT, label="beforeDCT"),
            row("e3", "said", BOUGHT, label="DCT"),
        ],
        "input/2_SingleDay/3_TimexRelations/dev.txt": [
            row("e1", "opened", WORDS, label="s", value="2024-03-07"),
            row("e2", "bought", BOUGHT, label="b", value="2024-03-07T09:00"),
            row("e2", "bought", BOUGHT, label="a", value="2018"),
            row("e2", "bought", BOUGHT, label="a", value="PAST_REF"),
        ],
        "input/2_SingleDay/1_DCTRelations/train.txt": [
            row("e1", "opened", WORDS, label="afterDCT"),
        ],
    }
    for name, lines in rows.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def mill(**dates: str) -> TimeDocument:
    at = {"e1": TEXT.index("opened"), "e2": TEXT.index("bought"), "e3": TEXT.index("said")}
    return TimeDocument("mill", TEXT, "2024-03-09", (), at, dates)


# --------------------------------------------------------------------------------------- labels


def test_labels_give_the_day_or_the_days_between_which_it_lies(data: Path) -> None:
    opened, bought, said = read_events(data, "dev")
    assert (opened.value, opened.side) == ("2024-03-07", "before")
    assert (opened.start, opened.end) == (date(2024, 3, 7), date(2024, 3, 8))
    assert bought.value is None
    assert (bought.start, bought.end) == (date(2019, 1, 1), date(2024, 3, 7))
    assert (said.value, said.side) == ("2024-03-09", "same")


def test_the_training_part_gives_the_side_of_the_report_s_date(data: Path) -> None:
    (later,) = read_events(data, "train")
    assert (later.value, later.side, later.start, later.end) == (
        None,
        "after",
        date(2024, 3, 10),
        None,
    )


# -------------------------------------------------------------------------------------- answers


LABEL = EventLabel(
    event="e1",
    sentence=Sentence("mill", WORDS),
    word=2,
    published="2024-03-09",
    value="2024-03-07",
    side="before",
    start=date(2024, 3, 7),
    end=date(2024, 3, 8),
)


def test_an_exact_time_is_neither_wider_nor_narrower_than_the_label() -> None:
    assert is_exact(LABEL, "2024-03-07")
    assert not is_exact(LABEL, "2024-03")
    assert is_exact(replace(LABEL, value="2024-W10"), "2024-03-04/2024-03-10")
    assert not is_exact(replace(LABEL, value="2024-03"), "2024-03-07")


def test_a_time_fits_if_one_of_its_days_does() -> None:
    assert fits(LABEL, "2024-03")
    assert not fits(LABEL, "2024-03-08"), "ends are half-open"
    assert fits(replace(LABEL, start=None), "2020")
    assert fits(LABEL, "../2024-03-07")
    assert not fits(LABEL, "../2024-03-06")


@pytest.mark.parametrize(
    ("edtf", "side"),
    [
        ("2024-03-09", "same"),
        ("2024-03-08", "before"),
        ("2023", "before"),
        ("2024-04", "after"),
        ("2024-03", None),
        ("2024-03-08/2024-03-09", None),
        ("2024-03-09/..", None),
        ("2024-03-10/..", "after"),
    ],
)
def test_a_time_on_both_sides_of_the_report_is_on_none(edtf: str, side: str | None) -> None:
    assert side_of(edtf, "2024-03-09") == side


def test_figures_are_counted_by_hand() -> None:
    """Three with a day (one the report's), two without; the product gives a time for three."""
    report_day = replace(LABEL, value="2024-03-09", side="same")
    open_day = replace(LABEL, value=None, start=None, end=date(2024, 3, 9))
    judged = [
        Judged(LABEL, Answer("2024-03-07", None), mill()),
        Judged(LABEL, Answer("2024-03-01", "2024-03-07"), mill()),
        Judged(report_day, Answer(None, None), mill()),
        Judged(open_day, Answer("2023", None), mill()),
        Judged(open_day, Answer(None, "2024"), mill()),
    ]
    counted = figures(judged)
    assert counted["exact_day"] == pytest.approx(2 / 3), "the report's date fills in"
    assert counted["exact_day_not_report_date"] == pytest.approx(1 / 2)
    assert counted["interval_consistency"] == pytest.approx(1 / 2)
    assert counted["right_side"] == pytest.approx(4 / 5)
    assert counted["time_given"] == pytest.approx(2 / 3)
    assert counted["given_right"] == pytest.approx(1 / 2)
    assert counted["given_fits"] == pytest.approx(2 / 3)
    always = figures(judged, "report")
    assert always["exact_day"] == pytest.approx(1 / 3)
    assert always["exact_day_not_report_date"] == 0
    assert "given_right" not in always, "nothing was given"
    assert figures(judged, "nearest")["exact_day_not_report_date"] == pytest.approx(1 / 2)


def test_the_product_dates_any_word_by_its_own_clause() -> None:
    document = mill()
    opened, bought = answer(document, [document.events["e1"], document.events["e2"]])
    assert (opened.product, opened.nearest) == ("2024-03-07", "2024-03-07")
    assert (bought.product, bought.nearest) == ("2019-05", "2019-05")


def test_a_document_that_timebank_lacks_is_made_of_its_sentences(data: Path) -> None:
    labels = read_events(data, "dev")
    judged = judge_events(labels, {})
    assert [one.document.text[one.document.events[one.label.event] :][:4] for one in judged] == [
        "open",
        "boug",
        "said",
    ]
    assert judged[0].answer.product == "2024-03-07"


def test_links_are_judged_by_the_date_that_they_name() -> None:
    judged = judge_links([mill(e1="2024-03-07", e2="2019-06", e9="2024")])
    assert [one.label.event for one in judged] == ["e1", "e2"], "e9 has no word"
    counted = figures(judged)
    assert counted["exact_day"] == pytest.approx(1 / 2)
    assert "right_side" not in counted


def test_the_run_takes_timebank_from_beside_the_labels(data: Path) -> None:
    (data.parent / "tempeval3").mkdir()
    result = run(data)
    assert result.documents == 1
    assert result.figures["exact_day"] == 1
    assert result.parts["training part"]["right_side"] == 0
    assert result.peers["the report's date"]["exact_day"] == pytest.approx(1 / 2)
    assert "development part 3, 2, 1; training part 1, 0, 0;" in result.notes[0]


def test_a_folder_without_labels_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds no EventTime"):
        run(tmp_path)
