"""Which text of an address stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from dateline.events import find_current_texts, settle_copies
from dateline.events.revisions.current import Place
from dateline.records import Report
from tests.factory import make_report

URL = "https://harbourtimes.example/quay"


def text(words: str, **fields: Any) -> Report:
    return make_report(words, **{"url": URL, "published": "2024-03-01", **fields})


def order(*reports: Report) -> list[str]:
    """The texts of the one address, the earliest first, if they were added in this order."""
    numbers = {report.id: number for number, report in enumerate(reports, start=1)}
    (found,) = find_current_texts(reversed(reports), numbers).orders.values()
    by_id = {report.id: report.text for report in reports}
    return [by_id[id_] for id_ in found]


def test_what_was_changed_later_is_the_later_text_in_whatever_order_it_came() -> None:
    first, second = text("One."), text("Two.", modified="2024-03-02T09:00:00+01:00")
    third = text("Three.", modified="2024-03-02T10:00:00+01:00")
    for some in permutations((first, second, third)):
        assert order(*some) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("one", "other", "note"),
    [
        ({}, {}, "both give the same day"),
        ({"published": None}, {"published": None}, "neither gives one"),
        ({"published": None}, {"published": "2024-03-02"}, "one gives none"),
        ({"published": "2024-03-01T10:00:00Z"}, {"published": "2024-03-01"}, "of one day"),
        ({"published": "someday"}, {"published": "2024-03-01"}, "no date"),
    ],
)
def test_where_dates_do_not_tell_the_order_of_adding_does(
    one: dict[str, Any], other: dict[str, Any], note: str
) -> None:
    a, b = text("A.", **one), text("B.", **other)
    assert order(a, b) == ["A.", "B."], note
    assert order(b, a) == ["B.", "A."], note


def test_an_undated_text_comes_after_all_that_were_added_before_it() -> None:
    late, undated = text("Late.", published="2024-03-09"), text("Undated.", published=None)
    early = text("Early.", published="2024-03-02")
    assert order(late, undated, early) == ["Early.", "Late.", "Undated."]
    assert order(undated, late, early) == ["Undated.", "Early.", "Late."]


def test_each_text_names_the_one_before_it_and_the_one_that_stands() -> None:
    reports = [text(f"{n}.", modified=f"2024-03-0{n + 2}") for n in range(3)]
    a, b, c = (report.id for report in reports)
    current = find_current_texts(reports, {})
    assert current.places == {a: Place(None, c), b: Place(a, c), c: Place(b, None)}
    assert [current.stands(one) for one in (a, b, c, "r_other")] == [False, False, True, True]
    marked = current.mark(reports[1], {})
    assert (marked.revision_of, marked.replaced_by, marked.copy_of) == (a, c, None)


def test_the_same_words_captured_again_leave_the_first_capture_standing() -> None:
    first, again = text("The quay. Is wet", outlet="X"), text("the quay is WET!", outlet="X")
    assert first.id != again.id
    current = find_current_texts([first, again], {first.id: 1, again.id: 2})
    assert current.places == {first.id: Place(), again.id: Place(None, first.id, first.id)}
    assert settle_copies({again.id: first.id}, current.places) == {again.id: first.id}
    assert settle_copies({first.id: again.id}, current.places) == {again.id: first.id}


def test_a_text_that_comes_back_after_another_stands_again() -> None:
    first, other = text("Wet.", file="1"), text("Dry.", file="2")
    back = text("Wet.", file="3")
    current = find_current_texts([first, other, back], {first.id: 1, other.id: 2, back.id: 3})
    assert current.places[back.id] == Place(other.id, None)
    assert current.places[first.id].replaced_by == back.id


def test_another_headline_is_another_text_but_another_file_is_not() -> None:
    first = text("Wet.", title="Twelve dead", file="1")
    other = replace(first, id="r_2", title="14 dead")
    assert find_current_texts([first, other], {"r_2": 2}).places["r_2"] == Place(first.id, None)
    again = replace(first, id="r_2", file="2", authors=("Ida",))
    assert find_current_texts([first, again], {"r_2": 2}).places["r_2"].same_as == first.id


def test_what_another_outlet_prints_under_the_address_is_its_own_text() -> None:
    agency, taken = text("Wet.", outlet="Alpine Wire"), text("Damp.", outlet="Styria Post")
    assert find_current_texts([agency, taken], {}).places == {}


def test_reports_without_an_address_replace_nothing() -> None:
    assert find_current_texts([text("Wet.", url=None), text("Dry.", url=None)], {}).places == {}


def test_a_copy_of_a_text_that_was_replaced_is_a_copy_of_what_stands() -> None:
    places = {"old": Place(None, "now"), "now": Place("old", None)}
    assert settle_copies({"x": "old", "now": "old"}, places) == {"x": "now"}
    assert settle_copies({"old": "x"}, places) == {}  # a replaced text copies nothing
    assert settle_copies({"x": "old", "now": "wire"}, places) == {"x": "wire", "now": "wire"}
    assert settle_copies({"x": "old", "now": "x"}, places) == {"x": "now"}  # the least of a ring
