"""The review in the browser: one card at a time, an answer, the next card."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Case
from dateline.web.deck_search import find_deck
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401
from tests.web.browser import HOST
from tests.web.deciding import Reader, build, hidden, wait_for


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    with build(address, tmp_path / "in") as opened:
        yield opened


def kinds(case: Case) -> list[str]:
    return [one.kind for one in case.judgements()]


def test_a_card_shows_both_sides_what_differs_first_and_the_passages(reader: Reader) -> None:
    page = reader.get("/review").text
    assert "Same person or body?" in page
    marks = [page.index(f'class="{one}"') for one in ("differs", "one-side", "agrees")]
    assert marks == sorted(marks)
    assert page.count("<blockquote") >= 2
    assert 'href="/reports/r_' in page
    for key, words in (("y", "Same"), ("n", "Different"), ("u", "Unsure"), ("z", "Undo")):
        assert f"<kbd>{key}</kbd> {words}" in page
    assert "The machine took them for one, and is not sure of it." in page


def test_each_answer_is_kept_and_the_next_card_comes(case: Case, reader: Reader) -> None:
    page, seen = reader.get("/review"), []
    for answer in ("same", "different", "unsure"):
        seen.append(hidden(page))
        page = reader.answer(answer, page=page)
        assert f"Kept: {answer}." in page.text
    assert len({one["left"] + one["right"] for one in seen}) == 3
    wait_for(lambda: len(case.judgements()) == 3)
    assert kinds(case) == ["same", "different", "unsure"]
    assert all(one.score is not None and one.user == "reader" for one in case.judgements())
    assert hidden(page) == {}
    assert "Nothing is left to ask here." in page.text


def test_what_is_skipped_comes_again_at_the_end(case: Case, reader: Reader) -> None:
    first = hidden(reader.get("/review"))
    page = reader.answer("skip")
    assert hidden(page) != first
    assert "1 of them skipped" in page.text
    reader.answer("unsure")
    assert hidden(reader.answer("unsure")) == first
    wait_for(lambda: kinds(case) == ["unsure", "unsure"])


def test_undo_takes_back_one_after_the_other_and_shows_the_pair(case: Case, reader: Reader) -> None:
    first = hidden(reader.get("/review"))
    second = hidden(reader.answer("different"))
    reader.answer("unsure")
    assert hidden(reader.answer("undo")) == second
    page = reader.answer("undo")
    assert hidden(page) == first
    assert "Taken back" in page.text
    assert case.settled().holding == ()
    assert "There is no judgement of yours to take back" in reader.answer("undo").text
    assert "Kept: same" in reader.answer("same", page=page).text
    wait_for(lambda: [one.kind for one in case.settled().holding] == ["same"])


def test_a_reason_is_kept_with_the_answer(case: Case, reader: Reader) -> None:
    card = hidden(reader.get("/review"))
    reader.press("/review", **card, answer="same", reason="one photograph")
    wait_for(lambda: [one.reason for one in case.judgements()] == ["one photograph"])


def test_a_button_that_is_pressed_twice_answers_once(case: Case, reader: Reader) -> None:
    card = hidden(reader.get("/review"))
    for _ in range(3):
        reader.press("/review", **card, answer="different")
    wait_for(lambda: len(case.judgements()) > 0)
    reader.answer("undo")
    assert kinds(case) == ["different", "undo"]


def test_events_are_joined_and_split_by_cards(case: Case, reader: Reader) -> None:
    def sizes() -> list[int]:
        return sorted(len(one.claims) for one in case.events() if len(one.claims) > 1)

    assert sizes() == [3]
    page = reader.get("/review?deck=events")
    assert "splits an event of 3 claims" in page.text
    assert "days that differ" in page.text
    reader.answer("different", "events", page)
    wait_for(lambda: sizes() == [])
    wait_for(lambda: "Nothing is left" in reader.get("/review?deck=events").text)


def test_the_next_card_does_not_wait_for_the_writer(case: Case, reader: Reader) -> None:
    first = reader.get("/review")
    is_done = threading.Event()
    busy = reader.state.writer.submit(lambda _: is_done.wait(30))
    try:
        page = reader.answer("same", page=first)
        assert hidden(page) not in ({}, hidden(first))
        assert "1 being written" in page.text
        assert kinds(case) == []
    finally:
        is_done.set()
    assert busy.result(30)
    wait_for(lambda: kinds(case) == ["same"])


def test_an_answer_that_could_not_be_written_is_told_and_asked_again(
    case: Case, reader: Reader
) -> None:
    first = reader.get("/review")
    card = hidden(first)
    gone = {one.report for one in case.chains() if one.id == card["left"]}
    for report in gone:
        case.remove(report, reason="asked for")
    pages = [reader.answer("same", page=first).text]
    wait_for(lambda: not reader.state.decisions.waiting)
    pages += [reader.get("/review").text for _ in range(2)]
    assert sum("A decision was not kept." in one for one in pages) == 1
    assert kinds(case) == []


def test_what_others_settle_is_not_asked(case: Case, reader: Reader) -> None:
    reader.get("/review")
    pair = case.pairs_to_review()[0]
    wait_for(lambda: "3 to ask" in reader.get("/review").text)
    done = reader.state.decisions.judge("same", pair.left, pair.right, "")
    done.result(30)
    assert "2 to ask" in reader.get("/review").text


def test_a_report_that_is_added_brings_its_pairs(
    case: Case, reader: Reader, tmp_path: Path
) -> None:
    reader.get("/review")
    new = tmp_path / "new.txt"
    new.write_text("BERN, March 9, 2024 (Bern Post) — Lenz visited Bern on March 8, 2024.\n")
    case.add(new)
    number = len(case.pairs_to_review())
    assert number > 3
    wait_for(lambda: f"{number} to ask" in reader.get("/review").text)


def test_a_large_case_is_looked_through_by_a_process_of_its_own(case: Case) -> None:
    for deck in ("entities", "events"):
        here, there = find_deck(case, deck, 1), find_deck(case, deck, 10**6)
        assert here == there
        assert here.pairs


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"deck": "origins", "answer": "same"}, 400),
        ({"deck": "entities", "answer": "perhaps", "left": "LEFT", "right": "RIGHT"}, 400),
        ({"deck": "entities", "answer": "same", "left": "h_0", "right": "h_1"}, 303),
    ],
)
def test_what_is_no_answer_changes_nothing(
    case: Case, reader: Reader, fields: dict[str, str], status: int
) -> None:
    card = hidden(reader.get("/review"))
    known = {"LEFT": card["left"], "RIGHT": card["right"]}
    answer = reader.send("/review", **{name: known.get(one, one) for name, one in fields.items()})
    assert answer.status == status
    assert "3 to ask" in reader.get("/review").text
    assert kinds(case) == []


def test_an_answer_from_another_site_is_none(case: Case, reader: Reader) -> None:
    for more in (("origin", "http://evil.example"), ("origin", "null"), ("host", "evil.example")):
        assert reader.post("/review", b"deck=entities&answer=undo", more).status == 403
    own = ("origin", f"http://{HOST}")
    plain = reader.post("/review", b"{}", own, ("content-type", "text/plain"))
    assert plain.status == 415
    cookie, reader.cookie = reader.cookie, ""
    assert reader.post("/review", b"deck=entities&answer=undo").status == 401
    reader.cookie = cookie
    assert kinds(case) == []


def test_an_empty_case_says_how_to_begin(address: str, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "none").mkdir()
    with Case(address) as case:
        case.add(tmp_path / "none")
        empty = Reader(case)
        empty.enter()
        assert "This case has no reports yet" in empty.get("/review").text
        empty.close()
