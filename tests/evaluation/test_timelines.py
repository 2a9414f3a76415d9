"""The set `timelines`: figures worked out by hand, and a small corpus made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate import annotate
from evaluation.benchmark import DataMissing
from evaluation.timelines import TIMELINES
from evaluation.timelines_corpus import Line, read_corpus, read_timelines
from evaluation.timelines_found import UNKNOWN, draw_simply, draw_timeline, read_report
from evaluation.timelines_scores import awareness, closed, reduced, share, words_of_days

MET, SPOKE, LEFT = ("7", 1, "met"), ("7", 2, "spoke"), ("8", 1, "left")
EVENT = {word: ("event", *word) for word in (MET, SPOKE, LEFT)}
DAY = ("date", "2024-03-05")


def line(order: int, day: str, *mentions: tuple[str, int, str]) -> Line:
    return Line(order, day, frozenset(mentions))


GOLD = (
    line(0, UNKNOWN, ("9", 4, "hoped")),
    line(1, "2024-03-05", MET, SPOKE),
    line(2, "2024-03-07", LEFT),
)


def test_a_timeline_is_reduced_to_each_event_at_its_date_and_each_time_before_the_next() -> None:
    first = EVENT[MET]
    assert reduced(GOLD) == {
        ("with", EVENT[MET], DAY),
        ("with", EVENT[SPOKE], DAY),
        ("with", EVENT[LEFT], ("date", "2024-03-07")),
        ("before", first, EVENT[LEFT]),
    }


def test_all_that_follows_is_in_its_closure_and_what_has_no_place_is_not() -> None:
    found = closed(GOLD)
    assert ("with", EVENT[SPOKE], EVENT[MET]) in found
    assert ("before", DAY, EVENT[LEFT]) in found
    assert len(found) == 6 + 2 + 3 * 2  # pairs of the first time, of the second, and between them
    assert not [one for one in found if ("event", "9", 4, "hoped") in one]


def test_words_without_a_date_hang_together_by_themselves() -> None:
    assert reduced([line(1, UNKNOWN, MET, SPOKE)]) == {("with", EVENT[MET], EVENT[SPOKE])}


def test_each_event_of_one_time_is_at_the_date_of_its_own_line() -> None:
    lines = [line(1, "2024-03-05", MET), line(1, "2024-03", SPOKE), line(1, UNKNOWN, LEFT)]
    found = reduced(lines)
    assert ("with", EVENT[MET], DAY) in found
    assert ("with", EVENT[SPOKE], ("date", "2024-03")) in found
    assert len(found) == 4, "five nodes of one time hang together by four relations"


def test_a_year_that_is_not_known_gives_a_place_and_no_date() -> None:
    lines = [line(1, "2023", MET), line(2, "XXXX-05-01", SPOKE), line(3, "2024", LEFT)]
    dates = {node for one in closed(lines) for node in one[1:] if node[0] == "date"}
    assert dates == {("date", "2023"), ("date", "2024")}
    assert ("before", EVENT[SPOKE], EVENT[LEFT]) in closed(lines)


def test_precision_looks_up_ours_and_recall_looks_up_theirs() -> None:
    found = (line(1, "2024-03-05", MET), line(2, "2024-03-08", LEFT))
    figures = awareness({"x": GOLD}, {"x": found})
    # ours: met at its day (right), left at the 8th (wrong), met before left (right)
    assert figures["precision"] == pytest.approx(2 / 3)
    # theirs: met at its day, spoke, left at the 7th, met before left: two of four
    assert figures["recall"] == pytest.approx(2 / 4)
    assert figures["f1"] == pytest.approx(4 / 7)
    assert awareness({"x": GOLD}, {"x": GOLD})["f1"] == 1.0
    assert awareness({"x": GOLD}, {})["f1"] == 0.0


def test_the_lenient_reading_compares_the_head_word_and_the_day() -> None:
    found = (line(5, "2024-03-05", ("1", 9, "met_with")), line(6, "2024-03-05", ("1", 9, "sang")))
    figures = share({"x": GOLD}, {"x": found}, words_of_days)
    assert (figures["precision"], figures["recall"]) == (1 / 2, 1 / 3)


TITLE = "Ferry firm names new head"
SENTENCES = (
    "Harbour Ferries appointed Mira Oduya on Monday .",
    "She was born in 1970 .",
    "Rosa Vidal did not resign .",
    "The rain stopped .",
)


def write_corpus(folder: Path) -> None:
    tokens, number = [], 0
    for sentence, words in enumerate((TITLE, *SENTENCES)):
        for word in words.split():
            number += 1
            tokens.append(f'<token t_id="{number}" sentence="{sentence}">{word}</token>')
    day = '<TIMEX3 functionInDocument="CREATION_TIME" value="2024-03-06" />'
    for part in ("SemEval_Task4_data/corpus_1/corpus_trackA_CAT", "Corpus-trial-data_task4"):
        (folder / part).mkdir(parents=True)
        (folder / part / "77_Ferries.xml").write_text(
            f"<Document>{''.join(tokens)}<Markables>{day}</Markables></Document>"
        )
    gold = "Mira Oduya\n1\t1970\t77-2-born\n2\t2024-03-04\t77-1-appointed\n"
    for part in (
        "SemEval_Task4_data/corpus_1/TimeLines_Gold_Standard",
        "TimeLines_trial_data_task4_v1.2",
    ):
        (folder / part).mkdir(parents=True)
        (folder / part / "mira_oduya.txt").write_text(gold)


def test_a_timeline_has_the_words_in_which_an_entity_takes_part(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    (told,) = read_corpus(tmp_path / "Corpus-trial-data_task4")
    read = [read_report(told, annotate(told.report))]
    assert told.report.published == "2024-03-06"
    lines = draw_timeline("mira oduya", read)
    assert [(one.order, one.day, sorted(one.mentions)) for one in lines] == [
        (1, "1970", [("77", 2, "born")]),
        (2, "2024-03-04", [("77", 1, "appointed")]),
    ]
    assert draw_timeline("rosa vidal", read) == (), "what did not happen is in no timeline"
    simple = {mention for one in draw_simply("mira oduya", read) for mention in one.mentions}
    assert simple == {("77", 1, "appointed")}, "it knows no pronouns"


def test_the_set_is_measured_on_its_first_corpus(tmp_path: Path) -> None:
    write_corpus(tmp_path / "semeval2015_task4_timeline")
    result = TIMELINES.run(tmp_path)
    assert result.figures["f1"] == 1.0
    assert result.peers["words of a sentence with the name, at the nearest time"]["f1"] < 1.0


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="timelines"):
        TIMELINES.run(tmp_path)


def test_a_name_is_taken_from_the_file_and_odd_rows_are_read(tmp_path: Path) -> None:
    (tmp_path / "harbour_ferries.txt").write_text("Harbour Feries\n0\tXXX-XX-XX\t7-3-took_on\n")
    assert read_timelines(tmp_path) == {
        "harbour ferries": (line(0, "XXX-XX-XX", ("7", 3, "took_on")),)
    }
