"""A claim that a reader finds misread: struck out beside its report, and counted nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Case
from dateline.records import Claim
from dateline.web.snapshot import Desk
from tests.test_readings import REPORTS
from tests.web.deciding import Reader


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Case(tmp_path / "my.case") as opened:
        opened.add(*(tmp_path / name for name in REPORTS))
        yield opened


def claim_of(case: Case, type_: str) -> Claim:
    return next(one for one in case.claims() if one.type == type_)


def undo_of(page: str) -> str:
    found = re.search(r'name="undo" value="(j_\w+)"', page)
    assert found is not None
    return found[1]


def test_a_misread_claim_is_struck_out_and_can_be_had_back(case: Case, reader: Reader) -> None:
    claim = claim_of(case, "ASSAULT")
    home = f"/reports/{claim.report}"
    before = reader.get(home).text
    assert f'data-claims="{claim.id}' in before
    page = reader.press(
        "/judge", claim=claim.id, reading="misread", reason="a <drill>", back=f"{home}#{claim.id}"
    )
    assert "1 claim said to be misread" in page.text
    assert "a &lt;drill&gt;" in page.text
    assert claim.id in page.text.split("said to be misread", 1)[1]
    assert not re.search(rf'data-claims="[^"]*{claim.id}', page.text)
    event = Desk(case).snapshot().event_of_claim.get(claim.id)
    assert event is None
    assert f"/claim?quote={claim.quote.exact[:4]}" in page.text
    back = reader.press("/judge", undo=undo_of(page.text), back=home)
    assert "said to be misread" not in back.text
    assert f'data-claims="{claim.id}' in back.text


def test_a_tie_that_is_misread_ties_nobody(case: Case, reader: Reader) -> None:
    claim = claim_of(case, "leads")
    (roe,) = [one for one in case.entities() if one.name == "Jan Roe"]
    assert "Graz Hospital Union" in reader.get(f"/network?person={roe.id}").text
    assert claim.id in reader.get(f"/api/v1/claims?entity={roe.id}").text
    reader.press("/judge", claim=claim.id, reading="misread", back="/history")
    assert "Graz Hospital Union" not in reader.get(f"/network?person={roe.id}").text
    assert claim.id not in reader.get(f"/api/v1/claims?entity={roe.id}").text
    assert '"misread": true' in reader.get(f"/api/v1/claims/{claim.id}").text.replace(":t", ": t")


def test_a_claim_that_was_checked_says_so_and_stays(case: Case, reader: Reader) -> None:
    claim = claim_of(case, "ASSAULT")
    home = f"/reports/{claim.report}"
    page = reader.press("/judge", claim=claim.id, reading="checked", back=home)
    assert "compared with its words by reader" in page.text
    assert f'data-claims="{claim.id}' in page.text
    assert Desk(case).snapshot().event_of_claim.get(claim.id) is not None


def test_the_history_and_what_cannot_be_said_tell_of_it(case: Case, reader: Reader) -> None:
    claim = claim_of(case, "ASSAULT")
    reader.press("/judge", claim=claim.id, reading="misread", back="/history")
    history = reader.get("/history?about=reading").text
    assert "the words do not say this" in history
    assert 'name="answer"' not in history
    assert claim.id in history
    unsaid = reader.get("/unsaid?part=misread").text
    assert f"{claim.report}#{claim.id}" in unsaid
    assert "Nobody judged any of these yet" in reader.get("/history?about=conflict").text
    reader.press("/judge", undo=undo_of(history), back="/history")
    assert "There are none" in reader.get("/unsaid?part=misread").text


def test_a_form_that_says_neither_is_refused(case: Case, reader: Reader) -> None:
    claim = claim_of(case, "ASSAULT")
    assert reader.send("/judge", claim=claim.id, reading="false").status == 400
    assert reader.send("/judge", claim="", reading="misread").status == 400
    assert reader.send("/judge", claim="c_0000000000000000", reading="misread").status == 400
    assert case.judgements() == ()
