"""Adding reports in the browser: files, a folder, pasted text; how far it is; taking one out."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Case, Outcome
from dateline.errors import BadQuery
from dateline.web.jobs import Job, Jobs
from dateline.web.uploads import keep_text, safe_name
from dateline.web.writing import Writer
from tests.web.browser import Answer, Browser

FIRE = (
    "Fire closes bridge\n\nHarbour Times | 4 March 2024\n\nMayor Anna Brandt met Omar Karsh in {}."
)
EDGE = "e0a1"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "new.case") as opened:
        opened.add()
        yield opened


@pytest.fixture
def browser(case: Case) -> Iterator[Browser]:
    made = Browser(case).enter()
    yield made
    made.close()


def send(browser: Browser, files: dict[str, bytes], **fields: str) -> Answer:
    """The form for reports as a browser sends it."""
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, data in files.items():
        head = f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        parts.append(f"{head}Content-Type: text/plain\r\n\r\n".encode() + data + b"\r\n")
    body = b"".join(parts) + f"--{EDGE}--\r\n".encode()
    return browser.post("/add", body, ("content-type", f"multipart/form-data; boundary={EDGE}"))


def finish(browser: Browser, answer: Answer) -> str:
    """The page of a sending at its end."""
    assert (answer.status, answer.headers["location"][:5]) == (303, "/add/")
    end = time.monotonic() + 60
    while time.monotonic() < end:
        page = browser.get(answer.headers["location"]).text
        if 'data-open="no"' in page:
            return page
        time.sleep(0.05)
    raise AssertionError("it does not end")


def report(number: int) -> bytes:
    return FIRE.format(f"Aldmouth {number}").encode()


def test_an_empty_case_offers_to_add_reports_as_the_one_action(browser: Browser) -> None:
    page = browser.get("/").text
    assert "This case has no reports yet" in page
    assert page.count('class="go" href="/add"') == 1


def test_what_is_sent_is_read_and_stands_among_the_reports(browser: Browser, case: Case) -> None:
    page = finish(browser, send(browser, {"one.txt": report(1), "two.txt": report(2)}))
    assert "Done: 2 inputs read." in page
    assert "2 added" in page
    assert sorted(one.file or "" for one in case.reports()) == ["one.txt", "two.txt"]
    assert "one.txt" in browser.get("/").text or "Fire closes bridge" in browser.get("/").text
    again = finish(browser, send(browser, {"one.txt": report(1)}))
    assert "1 in the case already" in again


def test_of_many_files_each_that_is_not_read_is_told_with_its_reason(
    browser: Browser, case: Case
) -> None:
    good = {f"good{number}.txt": report(number) for number in range(25)}
    bad = {
        "empty.txt": b"", "blank.txt": b" \n\n ", "feed.xml": b"<?xml version='1.0'?><rss/>",
        "huge.txt": b"a" * 10_000_001, "deep.html": b"<html><body>" + b"<div>" * 500 + b"x",
    }  # fmt: skip
    page = finish(browser, send(browser, good | bad))
    assert "25 added" in page
    rows = dict(
        re.findall(r"<tr><td><bdi>([^<]+)</bdi></td><td>(?:held|failed)</td><td><bdi>([^<]+)", page)
    )
    assert rows.keys() == bad.keys()
    assert "10 MB" in rows["huge.txt"]
    assert "empty" in rows["empty.txt"]
    assert len(case.reports()) == 25
    assert {one.name for one in case.inputs() if one.state in ("failed", "held")} == bad.keys()


def test_a_folder_s_files_come_without_their_folders_and_two_may_have_one_name(
    browser: Browser, case: Case
) -> None:
    files = {
        "saved/a/report.txt": report(1),
        "saved/b/report.txt": report(2),
        "saved/.hidden": b"x",
    }
    assert "2 added" in finish(browser, send(browser, files))
    assert [one.file for one in case.reports()] == ["report.txt", "report.txt"]


@pytest.mark.parametrize(
    "name",
    ["../../../etc/evil.txt", "..\\..\\evil.txt", "/abs/evil.txt", "a\x00b.txt", "..",
     "CON\u202etxt.exe",
     "<img src=x onerror=alert(1)>.txt", "x" * 300 + ".txt"],
)  # fmt: skip
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe not in ("", ".", "..")
    assert not set(safe) & set('/\\\0<>"')
    assert len(safe) <= 120
    assert safe.isprintable()


def test_pasted_text_is_read_with_its_headline_outlet_and_day(browser: Browser, case: Case) -> None:
    answer = send(
        browser, {}, text="Mayor Anna Brandt met Omar Karsh in Sfax on Monday.",
        title="Mayor meets Karsh", outlet="Harbour Times", published="2024-03-05",
    )  # fmt: skip
    assert "1 added" in finish(browser, answer)
    (found,) = case.reports()
    assert (found.title, found.outlet) == ("Mayor meets Karsh", "Harbour Times")
    assert found.published == "2024-03-05"
    (claim,) = [one for one in case.claims() if one.type == "CONSULT" and not one.in_headline]
    assert claim.when is not None
    assert claim.when.edtf == "2024-03-04"
    assert found.text[claim.quote.start : claim.quote.end] == claim.quote.exact


def test_a_pasted_page_is_kept_as_a_page(tmp_path: Path) -> None:
    kept = keep_text({"text": "<!DOCTYPE html><html><p>Wet.</html>", "title": "x"}, tmp_path)
    assert kept is not None
    assert kept.path is not None
    assert (kept.path.suffix, kept.path.read_text()) == (
        ".html",
        "<!DOCTYPE html><html><p>Wet.</html>",
    )
    with pytest.raises(BadQuery, match="2024-05-31"):
        keep_text({"text": "Wet.", "published": "soon"}, tmp_path)


def test_nothing_sent_is_said_and_leaves_nothing_behind(browser: Browser) -> None:
    answer = send(browser, {"": b""}, text="  ")
    assert answer.status == 400
    assert "choose files or a folder" in answer.text
    assert browser.state.jobs.latest() == []


def test_a_form_with_too_much_is_refused(browser: Browser) -> None:
    files = {f"{number}.txt": b"x" for number in range(2_001)}
    assert send(browser, files).status == 400


def test_a_sending_that_the_server_does_not_know_says_what_to_do(browser: Browser) -> None:
    answer = browser.get("/add/0123456789abcdef")
    assert answer.status == 404
    assert "send the rest again" in answer.text


def test_a_sending_that_is_stopped_keeps_what_was_read(tmp_path: Path, case: Case) -> None:
    from dateline.read import Input

    writer = Writer(case)
    jobs = Jobs(writer)
    folder = jobs.make_folder()
    inputs = []
    for number in range(30):
        path = folder / f"{number}.txt"
        path.write_bytes(report(number))
        inputs.append(Input(path.name, path))
    job = Job(inputs, folder)
    seen: list[int] = []

    def stop_after_two(case: Case) -> None:
        note = job._note

        def noting(done: int, total: int, outcome: Outcome) -> None:
            note(done, total, outcome)
            seen.append(done)
            if len(seen) == 2:
                job.stop()

        job._note = noting  # type: ignore[method-assign, assignment]
        job.run(case, writer)

    writer.submit(stop_after_two).result(60)
    assert (job.state, len(job.outcomes), len(case.reports())) == ("stopped", 2, 2)
    assert not folder.exists()
    writer.close()


def test_a_report_is_taken_out_after_it_was_said_what_goes_with_it(
    browser: Browser, case: Case
) -> None:
    finish(browser, send(browser, {"one.txt": report(1), "two.txt": report(2)}))
    gone = case.reports()[0].id
    page = browser.get(f"/reports/{gone}/remove").text
    assert "Take it out" in page
    assert f"/reports/{gone}/remove" in browser.get(f"/reports/{gone}").text
    answer = browser.send(f"/reports/{gone}/remove", reason="sent twice")
    assert answer.status == 200
    assert "went with it" in answer.text
    assert [one.id for one in case.reports()] != [gone]
    assert len(case.reports()) == 1
    assert [one.reason for one in case.inputs() if one.state == "removed"] == ["sent twice"]
    assert browser.get(f"/reports/{gone}/remove").status == 404
