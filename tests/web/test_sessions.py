"""Whoever has the link or the password may look, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.pipeline import Case
from dateline.web.guard import MOST_BODY
from dateline.web.sessions import BadPasswordFile, Busy, Sessions, read_password
from tests.web.browser import FORM, HOST, PORT, Browser, ask

PASSWORD = "a harbour at night 1974"
SCREENS = (
    "/", "/timeline", "/events", "/people", "/conflicts", "/search?q=met", "/unsaid", "/reports/r",
    "/claims/c", "/events/v", "/people/e", "/nowhere", "/api/v1/reports", "/api/v1/openapi.json",
    "/static", "/open/", "//open", "/login/x", "/STATIC/style.css",
)  # fmt: skip


@pytest.fixture
def case(built_case: Path) -> Case:
    return Case(built_case, create=False)


@pytest.mark.parametrize("target", SCREENS)
def test_without_a_session_nothing_of_the_case_is_shown(case: Case, target: str) -> None:
    answer = Browser(case).get(target)
    assert answer.status == 401
    assert not any(word in answer.text for word in ("Keller", "Brandt", "Alpine", "r_", "my"))


def test_the_closed_page_says_how_to_open_the_case(case: Case) -> None:
    assert "dateline serve" in Browser(case).get("/").text
    assert Browser(case).get("/static/style.css").status == 200


def test_the_link_opens_the_case_once_and_leads_to_a_clean_address(case: Case) -> None:
    browser = Browser(case)
    token = browser.sessions.new_token()
    first = browser.get(f"/open?token={token}")
    assert (first.status, first.headers["location"]) == (303, "/")
    assert first.headers["cache-control"] == "no-store"
    again = browser.get(f"/open?token={token}")
    assert again.status == 403
    assert "set-cookie" not in again.headers


def test_a_new_link_takes_the_place_of_the_one_before(case: Case) -> None:
    browser = Browser(case)
    old, new = browser.sessions.new_token(), browser.sessions.new_token()
    assert browser.get(f"/open?token={old}").status == 403
    assert browser.get(f"/open?token={new}").status == 303


@pytest.mark.parametrize("token", ["", "x", "%00", "None", "%ff%fe", "a" * 5000])
def test_a_wrong_token_opens_nothing_and_uses_none_up(case: Case, token: str) -> None:
    browser = Browser(case)
    right = browser.sessions.new_token()
    assert browser.get(f"/open?token={token}").status == 403
    assert browser.get(f"/open?token={right}").status == 303


def test_the_cookie_is_for_this_server_alone_and_no_script_reads_it(case: Case) -> None:
    browser = Browser(case)
    given = browser.get(f"/open?token={browser.sessions.new_token()}").headers["set-cookie"]
    name, *flags = (part.strip() for part in given.split(";"))
    assert name.startswith(f"dateline_{PORT}=")
    assert {flag.casefold() for flag in flags} == {"httponly", "path=/", "samesite=strict"}


@pytest.mark.parametrize("value", ["", "x", "' or 1=1", "a" * 4000, "dateline_8123"])
def test_a_made_up_cookie_opens_nothing(case: Case, value: str) -> None:
    browser = Browser(case)
    browser.cookie = f"dateline_{PORT}={value}"
    assert browser.get("/").status == 401


def test_a_closed_session_is_closed() -> None:
    sessions = Sessions(PORT)
    value = sessions.redeem(sessions.new_token())
    assert sessions.is_open(value)
    sessions.close(value)
    assert not sessions.is_open(value)


def test_the_password_opens_a_shared_case(case: Case) -> None:
    browser = Browser(case, PASSWORD)
    assert browser.get("/").headers["location"] == "/login"
    assert browser.get("/login").status == 200
    own = ("origin", f"http://{HOST}")
    wrong = browser.post("/login", b"password=a+harbour+at+night+1975", own)
    assert (wrong.status, "set-cookie" in wrong.headers) == (403, False)
    right = browser.post("/login", b"password=a+harbour+at+night+1974", own)
    browser.cookie = right.headers["set-cookie"].partition(";")[0]
    assert browser.get("/").status == 200


def test_a_password_from_another_site_is_not_looked_at(case: Case) -> None:
    body = b"password=a+harbour+at+night+1974"
    for more in (
        [("origin", "null")],
        [("origin", "http://evil.example")],
        [("sec-fetch-site", "cross-site")],
    ):
        answer = Browser(case, PASSWORD).post("/login", body, *more)
        assert (answer.status, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize("body", [b"", b"password", b"&&&&&&&&&", b"password=%ff", b"a=b;c=d"])
def test_a_login_that_is_none_is_refused(case: Case, body: bytes) -> None:
    answer = Browser(case, PASSWORD).post("/login", body, ("origin", f"http://{HOST}"))
    assert answer.status in (400, 403)


def test_a_login_that_grows_too_long_is_cut_off(case: Case) -> None:
    browser = Browser(case, PASSWORD)
    headers = [("host", HOST), ("origin", f"http://{HOST}"), ("content-type", FORM)]
    parts = [b"password=" + b"x" * MOST_BODY, b"x"]
    assert ask(browser.app, "/login", method="POST", headers=headers, body=parts).status == 413


def test_without_a_password_there_is_no_login(case: Case) -> None:
    assert Browser(case).get("/login").status == 404


def test_guesses_are_compared_one_at_a_time() -> None:
    sessions = Sessions(PORT, PASSWORD)
    with sessions._checking, pytest.raises(Busy):
        sessions.log_in(PASSWORD)
    assert sessions.log_in(PASSWORD)


@pytest.mark.parametrize(
    ("text", "mode", "why"),
    [
        (PASSWORD, 0o644, "chmod 600"),
        ("short", 0o600, "one line"),
        ("", 0o600, "one line"),
        (f"{PASSWORD}\n{PASSWORD}\n", 0o600, "one line"),
    ],
)
def test_a_password_file_that_protects_nothing_is_refused(
    tmp_path: Path, text: str, mode: int, why: str
) -> None:
    file = tmp_path / "password"
    file.write_text(text)
    file.chmod(mode)
    with pytest.raises(BadPasswordFile, match=why):
        read_password(file)


def test_a_password_file_holds_one_line(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD + "\n")
    file.chmod(0o600)
    assert read_password(file) == PASSWORD
    with pytest.raises(BadPasswordFile, match="can't be read"):
        read_password(tmp_path / "none")
