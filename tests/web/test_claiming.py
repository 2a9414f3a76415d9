"""A claim by hand in the browser: the form, what it refuses, its place in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Case
from tests.test_claiming import DRAFT, TEXT
from tests.web.deciding import Reader

FOUND = "Keller visited Graz on May 4, 2024.\n"
FIELDS = {
    "quote": DRAFT.quote, "type": "CONSULT", "trigger": "shared a bench",
    "who": "Anna Keller; Tomas Brandt", "when": "early May", "where": "Linz",
    "sources": "two officials", "reason": "missed <b>",
}  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "one.txt").write_text(TEXT + FOUND, encoding="utf-8")
    with Case(tmp_path / "my.case") as opened:
        opened.add(tmp_path / "one.txt")
        yield opened


def test_a_claim_is_made_in_the_form_and_stands_in_the_report_as_its_reader_s(
    case: Case, reader: Reader
) -> None:
    (report,) = case.reports()
    assert f'href="/reports/{report.id}/claim"' in reader.get(f"/reports/{report.id}").text
    assert "Claim by hand" in reader.get(f"/reports/{report.id}/claim").text
    page = reader.press(f"/reports/{report.id}/claim", **FIELDS)
    (made,) = [one for one in case.claims() if one.is_by_hand]
    assert f'id="{made.id}"' in page.text
    assert "missed &lt;b&gt;" in page.text
    assert ", by hand" in page.text
    assert "shared a bench" in reader.get("/timeline").text
    back = reader.press(f"/claims/{made.id}/drop")
    assert made.id not in back.text
    assert not [one for one in case.claims() if one.is_by_hand]


def test_what_does_not_fit_comes_back_with_a_sentence_and_all_that_was_typed(
    case: Case, reader: Reader
) -> None:
    (report,) = case.reports()
    answer = reader.send(
        f"/reports/{report.id}/claim", **{**FIELDS, "quote": "Nobody <i>wrote</i>"}
    )
    assert answer.status == 400
    assert "does not print" in answer.text
    assert "Nobody &lt;i&gt;wrote&lt;/i&gt;</textarea>" in answer.text
    assert re.search(r'name="who" value="Anna Keller; Tomas Brandt"', answer.text)
    for fields in ({"type": "GOSSIP"}, {"certainty": "sure"}, {"new_names": "Ghost"}):
        assert reader.send(f"/reports/{report.id}/claim", **{**FIELDS, **fields}).status == 400
    assert not [one for one in case.claims() if one.is_by_hand]


def test_the_address_fills_the_form_in(case: Case, reader: Reader) -> None:
    (report,) = case.reports()
    text = reader.get(f"/reports/{report.id}/claim?quote=shared+a+bench&type=CONSULT").text
    assert ">shared a bench</textarea>" in text
    assert re.search(r'value="CONSULT" selected', text)


def test_only_claims_by_hand_of_this_case_can_be_taken_back(case: Case, reader: Reader) -> None:
    found = next(one for one in case.claims() if not one.is_by_hand)
    assert reader.send(f"/claims/{found.id}/drop").status == 400
    assert reader.send("/claims/c_0000000000000000/drop").status == 404
    assert reader.get("/reports/r_nothing/claim").status == 404
