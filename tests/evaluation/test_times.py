"""The set `times`: TimeML read, expressions counted one to one, values compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.records import Quote, TimeExpression, read_when
from evaluation.__main__ import main
from evaluation.benchmark import DataMissing
from evaluation.peers.environment import VARIABLE
from evaluation.timeml import Timex, read_as_report, read_timeml
from evaluation.times import DEVELOPMENT, UNTOUCHED, run
from evaluation.times_peers import read_dateparser, read_heideltime, read_recognizers
from evaluation.timex import as_timex, pair, sum_of, tally, timex_of_edtf

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-03-09T08:30">March 9, 2024</TIMEX3></DCT>
<TEXT>
GRAZ, Austria (AP) -- Anna Keller &amp; Sons <EVENT eid="e1">opened</EVENT> a mill
<TIMEX3 tid="t1" type="DATE" value="2024-03-07">on <SIGNAL>Thu</SIGNAL>rsday</TIMEX3>.

They <EVENT eid="e2">plan</EVENT> another <TIMEX3 tid="t2" type="DATE" value="2024-04">next \
month</TIMEX3><TIMEX3 tid="t3" type="DURATION" value="P1M"/>, Keller <EVENT eid="e3">said</EVENT>.
</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1"/>
<MAKEINSTANCE eiid="ei2" eventID="e2"/>
<MAKEINSTANCE eiid="ei3" eventID="e3"/>
<TLINK relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK relType="BEFORE" eventInstanceID="ei2" relatedToTime="t2"/>
<TLINK relType="INCLUDES" timeID="t2" relatedToEventInstance="ei3"/>
<TLINK relType="INCLUDES" timeID="t0" relatedToEventInstance="ei3"/>
</TimeML>
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-peers"))
    folder = tmp_path / "tempeval"
    (folder / "news").mkdir(parents=True)
    for name in ("a", "b", "c"):
        (folder / "news" / f"{name}.tml").write_text(TIMEML, encoding="utf-8")
    return folder


# ------------------------------------------------------------------------------------ documents


def test_labels_stand_at_code_points_of_the_text_without_tags(data: Path) -> None:
    document = read_timeml(data / "news" / "a.tml")
    assert document.published == "2024-03-09"
    assert "Keller & Sons opened a mill" in document.text
    assert [document.text[t.start : t.end] for t in document.times] == ["on Thursday", "next month"]
    assert [(t.type, t.value) for t in document.times] == [
        ("DATE", "2024-03-07"),
        ("DATE", "2024-04"),
    ]
    words = {event: document.text[at : at + 4] for event, at in document.events.items()}
    assert words == {"e1": "open", "e2": "plan", "e3": "said"}


def test_a_link_puts_an_event_into_its_narrowest_date_and_before_is_no_such_link(
    data: Path,
) -> None:
    document = read_timeml(data / "news" / "a.tml")
    assert document.dates == {"e1": "2024-03-07", "e3": "2024-03-09"}


def test_a_file_without_a_body_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.tml"
    path.write_text("<TimeML><TEXT>Words.</TEXT></TimeML>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.tml: no TEXT or no TIMEX3"):
        read_timeml(path)


def test_a_body_becomes_the_report_that_a_user_would_have() -> None:
    text = "GRAZ, Austria (AP) -- Anna Keller opened a mill on Thursday.\n"
    report = read_as_report(text, "2024-03-09", "mill")
    assert report.text == text
    assert report.published == "2024-03-09"
    assert report.dateline is not None, "its dateline is read like any report's"


def test_a_text_that_reading_would_change_is_refused() -> None:
    with pytest.raises(ValueError, match="reading changes the text"):
        read_as_report("One line.\r\nAnother, of the mill.\r\n", "2024-03-09", "mill")


# --------------------------------------------------------------------------------------- counts


def date(start: int, end: int, value: str | None = "2024", type_: str = "DATE") -> Timex:
    return Timex(start, end, type_, value)


def test_expressions_of_one_extent_are_paired_before_those_that_overlap() -> None:
    gold = [date(0, 4), date(5, 9)]
    found = [date(3, 9), date(5, 9)]
    assert pair(gold, found) == [(gold[1], found[1]), (gold[0], found[0])]


def test_each_expression_is_counted_once() -> None:
    """One long find over two labels makes one pair: the other label is missed."""
    counted = tally([date(0, 4), date(5, 9)], [date(0, 9)])
    assert (counted.gold, counted.found, counted.relaxed, counted.strict) == (2, 1, 1, 0)


def test_extents_are_half_open_so_that_neighbours_do_not_overlap() -> None:
    assert tally([date(0, 4)], [date(4, 8)]).relaxed == 0


def test_figures_over_documents_are_counted_by_hand() -> None:
    """4 labels, 3 finds; 2 of one extent, 3 overlap; 1 has the value, 2 the type."""
    first = tally(
        [date(0, 4, "2024"), date(10, 14, "P1D", "DURATION")],
        [date(0, 4, "2024"), date(10, 14, "2024")],
    )
    second = tally([date(0, 9), date(20, 24)], [date(5, 9, None)])
    figures = sum_of([first, second]).figures()
    assert figures["strict_p"] == pytest.approx(2 / 3)
    assert figures["strict_r"] == pytest.approx(2 / 4)
    assert figures["strict_f1"] == pytest.approx(4 / 7)
    assert figures["relaxed_f1"] == pytest.approx(6 / 7)
    assert figures["value_f1"] == pytest.approx(2 / 7)
    assert figures["type_f1"] == pytest.approx(4 / 7)


def test_nothing_found_is_zero_and_nothing_labelled_is_no_figure() -> None:
    assert tally([date(0, 4)], []).figures()["strict_p"] == 0
    assert tally([], [date(0, 4)]).figures() == {}


# --------------------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2024-03-07", "2024-03-07"),
        ("2024-03", "2024-03"),
        ("2024~", "2024"),
        ("199X", "199"),
        ("18XX", "18"),
        ("2024-21", "2024-SP"),
        ("2023-24", "2023-WI"),
        ("2024-03-04/2024-03-10", "2024-W10"),
        ("2024-03-09/2024-03-10", "2024-W10-WE"),
        ("2024-03-05/2024-03-11", "2024-03"),  # seven days that are no week of the calendar
        ("2024-04/2024-06", "2024-Q2"),
        ("2024-04-01/2024-06-30", "2024-Q2"),
        ("2024-07/2024-12", "2024-H2"),
        ("2024-02/2024-04", "2024"),
        ("../2024-03", "2024-03"),
        ("2024-03-07/..", "2024-03-07"),
        ("2023-12-30/2024-01-02", "2023-12-30"),
    ],
)
def test_edtf_becomes_timex3(edtf: str, value: str) -> None:
    assert timex_of_edtf(edtf) == value


def test_the_value_of_the_product_goes_before_that_of_its_date() -> None:
    words = Quote(3, 11, "Thursday")
    when = read_when("2024-03-07", words, "relative", "2024-03-09")
    assert as_timex(TimeExpression(words, "date", when)) == Timex(3, 11, "DATE", "2024-03-07")
    both = TimeExpression(words, "time", when, "2024-03-07TNI")
    assert as_timex(both) == Timex(3, 11, "TIME", "2024-03-07TNI")
    assert as_timex(TimeExpression(words, "duration")) == Timex(3, 11, "DURATION", None)


# ---------------------------------------------------------------------------------- other tools


def test_heideltime_gives_timex3_as_it_is() -> None:
    assert read_heideltime([0, 4, "SET", "P1W"]) == Timex(0, 4, "SET", "P1W")


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("date", {"timex": "XXXX-WXX-4", "value": "2024-03-07"}, ("DATE", "2024-03-07")),
        ("date", {"timex": "2024-03-07", "value": "2024-03-07"}, ("DATE", "2024-03-07")),
        ("daterange", {"timex": "2024-W10", "start": "2024-03-04"}, ("DATE", "2024-W10")),
        (
            "daterange",
            {"timex": "XXXX-03", "start": "2024-03-01", "end": "2024-04-01"},
            ("DATE", "2024-03"),
        ),
        (
            "datetimerange",
            {"timex": "XXXX-WXX-4TNI", "start": "2024-03-07 20:00:00"},
            ("TIME", "2024-03-07TNI"),
        ),
        (
            "datetime",
            {"timex": "XXXX-WXX-4T09", "value": "2024-03-07 09:00:00"},
            ("TIME", "2024-03-07T09:00"),
        ),
        ("duration", {"timex": "P3D", "value": "259200"}, ("DURATION", "P3D")),
        ("set", {"timex": "XXXX-WXX-5"}, ("SET", "XXXX-WXX-5")),
    ],
)
def test_recognizers_are_read_with_the_past_date_of_two(
    name: str, values: dict[str, str], expected: tuple[str, str]
) -> None:
    to_come = {"timex": "2031", "value": "2031-01-01"}
    found = read_recognizers([0, 8, f"datetimeV2.{name}", [values, to_come]])
    assert (found.type, found.value) == expected


def test_dateparser_is_as_wide_as_its_period() -> None:
    assert read_dateparser([0, 4, "2024-03-07T00:00:00", "year"]).value == "2024"
    assert read_dateparser([0, 4, "2024-03-07T00:00:00", "day"]).value == "2024-03-07"
    assert read_dateparser([0, 4, "2024-03-07T09:00:00", "time"]) == Timex(
        0, 4, "TIME", "2024-03-07T09:00"
    )


# -------------------------------------------------------------------------------------- the run


def test_the_product_reads_each_document_and_the_halves_are_every_other(data: Path) -> None:
    changed = TIMEML.replace("on <SIGNAL>Thu</SIGNAL>rsday", "the <SIGNAL>mill</SIGNAL>er")
    (data / "news" / "b.tml").write_text(changed, encoding="utf-8")
    result = run(data)
    assert result.documents == 3
    assert result.parts[DEVELOPMENT]["relaxed_r"] == 1
    assert result.parts[UNTOUCHED]["relaxed_r"] == 0.5, "a label that no words of time bear out"
    assert result.figures["relaxed_r"] == pytest.approx(5 / 6)


def test_tools_that_are_not_set_up_are_told_and_left_out(data: Path) -> None:
    shown = CliRunner().invoke(main, ["times", "--data", str(data), "--json"])
    found = json.loads(shown.stdout)
    assert shown.exit_code == 0
    assert found["peers"] == {}
    assert len(found["notes"]) == 3
    assert "HeidelTime with TreeTagger is not set up: python -m evaluation.peers.setup" in str(
        found["notes"]
    )
    table = CliRunner().invoke(main, ["times", "--data", str(data)])
    assert "dateparser is not set up" in table.stdout


def test_a_folder_without_timeml_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds no TimeML"):
        run(tmp_path)
