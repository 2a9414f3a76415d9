"""The table reads back whole, and no cell of it runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from dateline.export.table import COLUMNS, safe_cell, write_csv
from dateline.records import Count, Quote
from tests.export.case import Made, make_case


def read_back(made: Made) -> list[dict[str, str]]:
    text = "".join(write_csv(made.reports, made.entities, made.claims, made.events))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_claim_by_id_with_every_column() -> None:
    made = make_case()
    rows = read_back(made)
    assert [row["id"] for row in rows] == sorted(claim.id for claim in made.claims)
    assert all(tuple(row) == COLUMNS for row in rows)


def test_a_row_says_who_when_where_and_according_to_whom() -> None:
    row = next(row for row in read_back(make_case()) if row["when"] == "2024-01-08/2024-01-11")
    assert row["who"] == "Karim Dallagi; Tarek Belhadi"
    assert (row["start"], row["end"]) == ("2024-01-08", "2024-01-12")
    assert row["sources"] == "video < reports"
    assert row["origins"] == "2"


def test_a_row_says_the_words_for_the_unnamed_and_how_many() -> None:
    made = make_case()
    said = Quote(0, 10, "=12 people")
    counts = (Count("killed", 12, None, said), Count("injured", 30, 30, said, about=True))
    made.claims[0] = replace(made.claims[0], unnamed_whom=(said,), counts=counts)
    row = next(row for row in read_back(made) if row["id"] == made.claims[0].id)
    assert (row["unnamed_who"], row["unnamed_whom"]) == ("", "'=12 people")
    assert row["counts"] == "at least 12 killed; about 30 injured"


def test_a_report_without_an_outlet_has_the_agency_of_its_dateline() -> None:
    made = make_case()
    made.reports = [replace(report, outlet=None) for report in made.reports]
    of_file = {row["file"]: row["outlet"] for row in read_back(made)}
    assert of_file["wire.txt"] == "Levant Wire"
    assert of_file["ledger.html"] == ""


def test_a_cut_of_the_text_at_the_given_places_is_the_quote() -> None:
    made = make_case()
    texts = {report.id: report.text for report in made.reports}
    for row in read_back(made):
        cut = texts[row["report"]][int(row["quote_start"]) : int(row["quote_end"])]
        assert cut == re.sub(r"^'('*[=+\-@])", r"\1", row["quote"])


def test_lines_end_as_rfc_4180_says_even_with_line_feeds_in_a_title() -> None:
    made = make_case()
    made.reports[0] = replace(made.reports[0], title='Two\nlines, and "marks"')
    text = "".join(write_csv(made.reports, made.entities, made.claims, made.events))
    assert text.endswith("\r\n")
    titles = {row["title"] for row in read_back(made)}
    assert 'Two\nlines, and "marks"' in titles


RISKY = {
    "=1+1": "a formula",
    "+1": "also begins one",
    "-2+3": "also begins one",
    "@SUM(A1)": "a function of an old spreadsheet",
    "\t=1": "a tab is trimmed, then it is a formula",
    "\r=1": "so is a carriage return",
    "\n=1": "and a line feed",
    " =1": "and a space, in some programs",
    "\u00a0=1": "and a space that does not break",
    "＝1+1": "full-width signs are folded in some places",
    "＋1": "likewise",
    "－1": "likewise",
    "＠SUM": "likewise",
    "=HYPERLINK(\"http://x.example\")": "sends data when clicked",
    "=cmd|' /C calc'!A0": "starts a program",
    "'=1": "looks like a guarded one, and must read back as it was",
    "''@x": "likewise",
}  # fmt: skip


@pytest.mark.parametrize("text", RISKY)
def test_a_cell_that_could_run_is_guarded_and_reads_back(text: str) -> None:
    guarded = safe_cell(text)
    assert guarded == "'" + text


@pytest.mark.parametrize("text", ["Dallagi", "12 - 15", "a=b", "’Tis", "'quoted'", "2024-01", ""])
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_no_text_of_a_report_reaches_a_cell_unguarded() -> None:
    made = make_case()
    for payload in RISKY:
        made.reports = [
            replace(report, outlet=payload, title=payload, file=payload) for report in made.reports
        ]
        made.entities = [replace(entity, name=payload) for entity in made.entities]
        for row in read_back(made):
            for column in ("outlet", "title", "file", "who"):
                assert not row[column] or row[column].startswith("'"), (column, payload)
