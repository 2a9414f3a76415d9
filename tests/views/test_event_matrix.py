from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.records import read_when
from dateline.views.event_matrix import EventMatrix, MatrixRow, Question, Stance, draw_matrix
from dateline.views.origin_tree import draw_origins
from tests.views.told_event import Told, tell_event


def matrix_of(told: Told) -> EventMatrix:
    origins = draw_origins(told.event, told.by_id, told.owners, told.reports_by_id)
    return draw_matrix(told.event, told.by_id, told.owners, origins)


def row_of(matrix: EventMatrix, report: str) -> MatrixRow:
    def walk(rows: tuple[MatrixRow, ...]) -> list[MatrixRow]:
        return [one for row in rows for one in (row, *walk(row.under))]

    (found,) = [row for row in walk(matrix.rows) if row.report == report]
    return found


def said(told: Told, name: str, on: Question) -> tuple[Stance, list[str]]:
    matrix = matrix_of(told)
    place = [column.on for column in matrix.columns].index(on)
    cell = row_of(matrix, told.reports[name].id).cells[place]
    return cell.stance, [saying.words for saying in cell.sayings]


@pytest.mark.parametrize(
    ("name", "on", "stance", "words"),
    [
        ("wire", "when", "differs", "12 Mar 2024"),
        ("denies", "when", "differs", "14 Mar 2024"),
        ("cites", "when", "coarser", "Mar 2024"),  # a month holds with either day
        ("hint", "when", "silent", None),
        ("wire", "where", "changed", "Tarn"),
        ("copy", "where", "agrees", "Tarn"),  # no step of the series
        ("denies", "where", "coarser", "Upper Valley"),
        ("cites", "where", "silent", None),
        ("wire", "who", "agrees", "Lena Okoro and Piet Maas"),
        ("hint", "who", "coarser", "Lena Okoro and A man"),  # names one of the two
        ("wire", "happened", "differs", "happened"),
        ("denies", "happened", "differs", "did not happen"),
        ("hint", "happened", "coarser", "may have happened"),
    ],
)
def test_a_cell_says_how_a_source_stands_to_the_others(
    name: str, on: Question, stance: Stance, words: str | None
) -> None:
    assert said(tell_event(), name, on) == (stance, [words] if words else [])


def test_an_origin_stands_before_its_reports_and_says_what_they_say_together() -> None:
    told = tell_event()
    matrix = matrix_of(told)
    assert [row.name for row in matrix.rows] == ["Ruth Abel", "Piet Maas", "Harbour Times"]
    abel = matrix.rows[0]
    assert abel.claims == told.event.origins[0].claims
    assert [saying.words for saying in abel.cells[0].sayings] == ["12 Mar 2024", "Mar 2024"]
    assert [saying.words for saying in abel.cells[0].shown] == ["12 Mar 2024"]
    assert [row.name for row in abel.under] == ["Alpine Wire"]
    assert [row.name for row in abel.under[0].under] == ["Tarn Post", "Coast Daily"]


def test_every_saying_names_the_claims_that_it_rests_on() -> None:
    told = tell_event()
    for row in matrix_of(told).rows:
        for cell in row.cells:
            for saying in cell.sayings:
                assert saying.claims
                assert set(saying.claims) <= set(row.claims)


def test_an_origin_of_one_report_stands_in_one_row_with_it() -> None:
    abel, maas, hint = matrix_of(tell_event()).rows
    assert abel.only is None
    assert maas.only is not None
    assert maas.only.name == "The Evening Star"
    assert not maas.is_own_voice
    assert hint.is_own_voice


def test_a_disputed_column_has_no_settled_value_and_what_nobody_says_has_no_column() -> None:
    matrix = matrix_of(tell_event())
    columns = {column.on: column for column in matrix.columns}
    assert columns["when"].is_disputed
    assert columns["when"].settled == ""
    assert columns["where"].settled == "Tarn"
    assert columns["who"].settled == "Lena Okoro and Piet Maas"
    assert matrix.unanswered == ("whom", "count")


@pytest.mark.parametrize(
    ("told_on", "settled", "stance"),
    [
        ("2024-03-12", "2024-03-12", "agrees"),
        ("2024-03", "2024-03-12", "coarser"),
        ("2024-03-12", "2024-03", "agrees"),
        ("2024-03-10/..", "2024-03-12", "coarser"),
        ("2024-04-02", "2024-03-12", "differs"),  # a plan for another day is no conflict
        ("../2024-03-20", "../2024-03-20", "agrees"),
    ],
)
def test_a_time_is_held_against_that_of_the_event(
    told_on: str, settled: str, stance: Stance
) -> None:
    made = tell_event()
    wire = made.claims["wire"]
    claims = made.claims | {
        "wire": replace(wire, when=read_when(told_on, wire.trigger, "explicit"))
    }
    event = replace(made.event, conflicts=(), when=read_when(settled, wire.trigger, "explicit"))
    assert said(replace(made, claims=claims, event=event), "wire", "when")[0] == stance


def test_a_coarser_place_agrees_and_says_less() -> None:
    made = tell_event()
    event = replace(made.event, series=())
    assert said(replace(made, event=event), "denies", "where") == ("coarser", ["Upper Valley"])
    assert said(replace(made, event=event), "wire", "where") == ("agrees", ["Tarn"])
