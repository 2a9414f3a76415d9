"""What a person decides on any page: two names joined and split again, events, origins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from dateline import Case
from dateline.records import Entity
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401
from tests.web.browser import Answer
from tests.web.deciding import Reader, build

COPIES = {
    "first.txt": "BERN, May 4, 2024 (Bern Post) — Clara Hofer met Otto Wirz in Bern on May 3, "
    "2024, the two said.\n",
    "second.txt": "GENF, May 5, 2024 (Genf Post) — Clara Hofer met Otto Wirz in Bern on May 3, "
    "2024, and spoke of salt. Wirz is a member of the Harbour Union.\n",
}


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    with build(address, tmp_path / "in") as opened:
        (tmp_path / "more").mkdir()
        for name, text in COPIES.items():
            (tmp_path / "more" / name).write_text(text, encoding="utf-8")
        opened.add(tmp_path / "more")
        yield opened


def named(case: Case, name: str) -> list[Entity]:
    return [one for one in case.entities() if name in one.names]


def forms(page: Answer, part: str = "main") -> list[dict[str, str]]:
    """The forms of a part of a page that judge, each with all that its first button sends."""
    found = re.search(rf'<section id="{part}">.*?</section>', page.text, re.DOTALL)
    html = page.text if part == "main" else (found[0] if found else "")
    sent = []
    for form in re.findall(r'<form method="post" action="/judge">.*?</form>', html, re.DOTALL):
        values = re.findall(r'name="(\w+)" value="([^"]*)"', form)
        sent.append({name: unescape(value) for name, value in values})
    return sent


def test_two_spellings_are_joined_and_split_again(case: Case, reader: Reader) -> None:
    (jan,), (lenz,) = named(case, "Jan Keller"), named(case, "Viktor Lenz")
    before = {one.chains for one in case.entities()}
    assert f'name="about" value="{jan.id}"' in reader.get(f"/people/{jan.id}").text
    found = reader.get(f"/judge?about={jan.id}&name=Viktor+Lenz")
    join = next(one for one in forms(found, "merge") if one["answer"] == "same")
    assert {join["left"], join["right"]} == {jan.id, lenz.id}
    dossier = reader.press("/judge", **join)
    assert dossier.status == 200
    (one,) = named(case, "Jan Keller")
    assert set(one.chains) == {*jan.chains, *lenz.chains}
    assert "Viktor Lenz" in dossier.text
    assert "Jan Keller" in dossier.text
    page = reader.get(f"/judge?about={one.id}")
    split = [each for each in forms(page, "split") if each["left"] in jan.chains]
    assert reader.press("/judge", **split[0]).status == 200
    assert {each.chains for each in case.entities()} == before
    assert case.verify().problems == ()


def test_a_join_that_is_taken_back_is_as_it_was(case: Case, reader: Reader) -> None:
    (jan,), (lenz,) = named(case, "Jan Keller"), named(case, "Viktor Lenz")
    before = {one.chains for one in case.entities()}
    reader.press("/judge", left=jan.id, right=lenz.id, answer="same", back=f"/people/{lenz.id}")
    (one,) = named(case, "Jan Keller")
    (undo,) = forms(reader.get(f"/judge?about={one.id}"), "judged")
    reader.press("/judge", **undo)
    assert {each.chains for each in case.entities()} == before


def test_who_is_joined_to_another_is_found_under_either_address(case: Case, reader: Reader) -> None:
    (jan,), (lenz,) = named(case, "Jan Keller"), named(case, "Viktor Lenz")
    for back in (jan.id, lenz.id):
        answer = reader.send(
            "/judge", left=jan.id, right=lenz.id, answer="same", back=f"/people/{back}"
        )
        (one,) = named(case, "Jan Keller")
        assert answer.headers["location"] == f"/people/{one.id}"


def test_a_body_is_no_person(case: Case, reader: Reader) -> None:
    entities = case.entities()
    person = next(one for one in entities if one.schema == "Person")
    body = next(one for one in entities if one.name == "Harbour Union")
    answer = reader.send("/judge", left=person.id, right=body.id, answer="same", back="/people")
    assert answer.status == 400
    assert "one is a person and the other is not" in answer.text
    assert case.judgements() == ()


def test_a_claim_is_taken_out_of_an_event_and_put_back(case: Case, reader: Reader) -> None:
    event = max(case.events(), key=lambda one: len(one.claims))
    assert len(event.claims) == 3
    page = reader.get(f"/judge?about={event.id}")
    splits = forms(page, "split")
    assert {one["left"] for one in splits} == set(event.claims)
    reader.press("/judge", **splits[0])
    assert all(len(one.claims) < 3 for one in case.events())
    (last,) = case.judgements()
    reader.press("/judge", undo=last.id, back="/history")
    assert event.claims in {one.claims for one in case.events()}


def test_two_events_are_judged_one(case: Case, reader: Reader) -> None:
    event = next(one for one in case.events() if len(one.claims) == 3)
    page = reader.get(f"/judge?about={event.id}")
    joins = forms(page, "merge")
    assert joins
    other = next(one for one in case.events() if one.id == joins[0]["right"])
    shown = reader.press("/judge", **joins[0])
    assert shown.status == 200
    assert {*event.claims, *other.claims} in [set(one.claims) for one in case.events()]


def test_two_reports_are_judged_one_origin_and_two_again(case: Case, reader: Reader) -> None:
    def event_id() -> str:
        return next(e.id for e in case.events() if len(e.claims) > 1 and _is_told_by(e.claims))

    def event() -> tuple[int, list[str]]:
        one = next(e for e in case.events() if e.id == event_id())
        claims = {claim.id: claim.report for claim in case.claims()}
        return len(one.origins), sorted({claims[claim] for claim in one.claims})

    def _is_told_by(claims: tuple[str, ...]) -> bool:
        texts = [claim.quote.exact for claim in case.claims() if claim.id in claims]
        return any("Hofer" in text for text in texts)

    number, reports = event()
    assert (number, len(reports)) == (2, 2)
    left, right = reports
    page = reader.get(f"/events/{event_id()}").text
    assert "One copies the other</button>" in page
    assert all(f'<option value="{one}"' in page for one in reports)
    for answer, then in (("same", 1), ("different", 2), ("same", 1)):
        reader.press("/judge", left=left, right=right, answer=answer, back="/history")
        assert event()[0] == then


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer": "same"},
        {"answer": "same", "left": "h_0", "right": "h_0"},
        {"answer": "same", "left": "h_0", "right": "h_1"},
        {"answer": "same", "left": "r_0", "right": "c_1"},
        {"answer": "undo", "left": "h_0", "right": "h_1"},
        {"answer": "best", "left": "h_0", "right": "h_1"},
        {"undo": "j_0"},
        {"undo": "%"},
    ],
)
def test_a_form_that_judges_nothing_is_told_and_kept_nowhere(
    case: Case, reader: Reader, fields: dict[str, str]
) -> None:
    answer = reader.send("/judge", **fields)
    assert answer.status == 400
    assert "<h1>" in answer.text
    assert case.judgements() == ()


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "", "javascript:x",
     "/a\r\nSet-Cookie: x=1", "/\tevil", "/é"],
)  # fmt: skip
def test_a_form_leads_to_our_own_pages_alone(case: Case, reader: Reader, back: str) -> None:
    (jan,), (lenz,) = named(case, "Jan Keller"), named(case, "Viktor Lenz")
    answer = reader.send("/judge", left=jan.id, right=lenz.id, answer="unsure", back=back)
    assert (answer.status, answer.headers["location"]) == (303, "/history")


def test_nothing_is_decided_from_another_site_or_without_a_session(
    case: Case, reader: Reader
) -> None:
    (jan,), (lenz,) = named(case, "Jan Keller"), named(case, "Viktor Lenz")
    body = f"left={jan.id}&right={lenz.id}&answer=same".encode()
    for more in (
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ):
        assert reader.post("/judge", body, more).status == 403
    assert reader.post("/judge", body, ("content-type", "application/json")).status == 415
    reader.cookie = ""
    assert reader.post("/judge", body).status == 401
    assert case.judgements() == ()


def test_a_form_that_is_none_is_refused(reader: Reader) -> None:
    assert reader.post("/judge", b"left=%ff&right=x").status == 400
    assert reader.post("/judge", b"&".join([b"a=b"] * 500)).status == 400
    assert reader.post("/judge", b"\xff").status == 400


def test_nobody_is_called_so(case: Case, reader: Reader) -> None:
    (jan,) = named(case, "Jan Keller")
    page = reader.get(f"/judge?about={jan.id}&name=Nobody+Atall")
    assert "Nobody else in the case is called so." in page.text
    assert reader.get("/judge?about=e_0").status == 404
    assert reader.get("/judge").headers["location"] == "/review"


def test_a_conflict_marked_open_says_so_on_every_page(case: Case, reader: Reader) -> None:
    event = next(one for one in case.events() if one.conflicts)
    on = event.conflicts[0].on
    page = reader.press(
        "/judge", event=event.id, on=on, status="open", reason="no list yet",
        back=f"/events/{event.id}",
    )  # fmt: skip
    assert "looked at, stays open (" in page.text
    assert "no list yet" in page.text
    for where in ("/conflicts", "/conflicts?status=open"):
        assert "looked at, stays open (" in reader.get(where).text, where
    assert "no list yet" in reader.get("/history?about=conflict").text
    assert "looked at, stays open" in reader.get("/timeline").text
    assert event.id not in reader.get("/conflicts?status=new").text
    (undo,) = re.findall(r'name="undo" value="(j_[0-9a-f]+)"', page.text)
    back = reader.press("/judge", undo=undo, back="/conflicts?status=open")
    assert event.id not in back.text
    assert event.id in reader.get("/conflicts?status=new").text


def test_a_form_that_marks_no_conflict_is_refused(case: Case, reader: Reader) -> None:
    event = next(one for one in case.events() if one.conflicts)
    for fields in (
        {"event": event.id, "on": "weather", "status": "open"},
        {"event": event.id, "on": event.conflicts[0].on, "status": "settled"},
        {"event": "", "on": "when", "status": "open"},
        {"event": event.id, "on": event.conflicts[0].on, "status": "explained"},
    ):
        assert reader.send("/judge", **fields).status == 400, fields
    assert case.judgements() == ()
