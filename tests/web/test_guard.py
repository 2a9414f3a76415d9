"""Only what is meant for the server gets past the guard."""

from __future__ import annotations

import asyncio
from itertools import product
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.guard import MOST_BODY, MOST_UPLOAD, POLICY, Guard, Safety
from dateline.web.server import own_hosts
from tests.web.browser import FORM, HOST, PORT, ask


async def _inside(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("inside")(scope, receive, send)


@pytest.fixture
def guarded() -> ASGIApp:
    return Guard(_inside, Safety(own_hosts("127.0.0.1", PORT)))


OWN = (f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}")
FOREIGN = (
    "", "127.0.0.1", "localhost", "[::1]", "evil.example", f"evil.example:{PORT}",
    f"127.0.0.1.evil.example:{PORT}", f"localhost.evil.example:{PORT}", f"127.0.0.1.nip.io:{PORT}",
    f"localtest.me:{PORT}", f"LOCALHOST:{PORT}", f"Localhost:{PORT}", f"localhost.:{PORT}",
    f"127.0.0.1.:{PORT}", "127.0.0.1:80", "localhost:8124", f"127.0.0.1:0{PORT}",
    f"127.0.0.1:{PORT}0", f"127.0.0.1:{PORT}:{PORT}", f"127.1:{PORT}", f"0.0.0.0:{PORT}",
    f"2130706433:{PORT}", f"0x7f000001:{PORT}", f"0177.0.0.1:{PORT}", f"127.0.0.2:{PORT}",
    f"[::]:{PORT}", f"[::ffff:127.0.0.1]:{PORT}", f"::1:{PORT}", f"[0:0:0:0:0:0:0:1]:{PORT}",
    f" 127.0.0.1:{PORT}", f"127.0.0.1:{PORT} ", f"127.0.0.1:{PORT}, evil.example",
    f"evil.example@127.0.0.1:{PORT}", f"127.0.0.1:{PORT}@evil.example", f"127.0.0.1:{PORT}/",
    f"127.0.0.1:{PORT}#", f"127.0.0.1\t:{PORT}", f"127.0.0.1%00:{PORT}", f"localhost%2e:{PORT}",
    f"xn--localhost:{PORT}",
)  # fmt: skip
ORIGINS = {
    None: False,
    "own": True,
    "null": False,
    "https://own": False,
    "http://evil.example": False,
    "http://127.0.0.1": False,
    f"http://127.0.0.1:{PORT}.evil.example": False,
    "http://localhost:8124": False,
    "": False,
}
"""What Origin says where nothing else is said, and whether what is sent then changes something."""
FILES = "multipart/form-data; boundary=x"
AS_FORM = ("content-type", FORM)
SITES = ("same-origin", "same-site", "cross-site", "none", "Same-Origin", "")


def _origin(origin: str | None, host: str) -> list[tuple[str, str]]:
    """The header that says so, if any."""
    own = {"own": f"http://{host}", "https://own": f"https://{host}"}
    return [] if origin is None else [("origin", own.get(origin, origin))]


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_host_that_is_not_ours_letter_by_letter_is_refused(
    guarded: ASGIApp, host: str, method: str
) -> None:
    headers = [("host", host), ("origin", f"http://{host}"), ("content-type", FORM)]
    answer = ask(guarded, "/", method=method, headers=headers)
    assert answer.status == 403
    assert b"inside" not in answer.body


@pytest.mark.parametrize(("host", "origin"), list(product(FOREIGN, ORIGINS)))
def test_a_form_with_a_foreign_host_is_refused_whatever_its_origin_says(
    guarded: ASGIApp, host: str, origin: str | None
) -> None:
    for own in (host, HOST):
        said = _origin(origin, own)
        headers = [("host", host), *said, ("sec-fetch-site", "same-origin"), AS_FORM]
        assert ask(guarded, "/judge", method="POST", headers=headers).status == 403


@pytest.mark.parametrize("host", OWN)
def test_our_own_hosts_are_let_in(guarded: ASGIApp, host: str) -> None:
    assert ask(guarded, "/", headers=[("host", host)]).text == "inside"


@pytest.mark.parametrize(
    "headers",
    [[], [("host", HOST), ("host", "evil.example")], [("host", HOST), ("host", HOST)]],
)
def test_a_request_has_one_host(guarded: ASGIApp, headers: list[tuple[str, str]]) -> None:
    assert ask(guarded, "/", headers=headers).status == 403


def test_a_forwarded_host_counts_for_nothing(guarded: ASGIApp) -> None:
    for name in ("x-forwarded-host", "forwarded", "x-host", "x-original-host"):
        assert ask(guarded, "/", headers=[("host", "evil.example"), (name, HOST)]).status == 403
        assert ask(guarded, "/", headers=[("host", HOST), (name, "evil.example")]).status == 200


@pytest.mark.parametrize(("host", "origin"), list(product(OWN, ORIGINS)))
def test_what_changes_something_comes_from_a_page_of_ours(
    guarded: ASGIApp, host: str, origin: str | None
) -> None:
    headers = [("host", host), *_origin(origin, host), AS_FORM]
    answer = ask(guarded, "/", method="POST", headers=headers)
    assert (answer.status == 200) is ORIGINS[origin]
    assert (b"inside" in answer.body) is ORIGINS[origin]


@pytest.mark.parametrize(("site", "origin"), list(product(SITES, ORIGINS)))
def test_where_a_browser_names_the_sender_too_both_must_fit(
    guarded: ASGIApp, site: str, origin: str | None
) -> None:
    headers = [("host", HOST), ("sec-fetch-site", site), *_origin(origin, HOST), AS_FORM]
    is_ours = site == "same-origin" and origin == "own"
    assert (ask(guarded, "/", method="POST", headers=headers).status == 200) is is_ours


@pytest.mark.parametrize("name", ["origin", "sec-fetch-site"])
def test_a_sender_is_named_once(guarded: ASGIApp, name: str) -> None:
    own = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
    headers = [("host", HOST), *own.items(), AS_FORM]
    assert ask(guarded, "/", method="POST", headers=headers).status == 200
    twice = [*headers, (name, own[name])]
    assert ask(guarded, "/", method="POST", headers=twice).status == 403


@pytest.mark.parametrize(
    ("path", "kind", "status"),
    [
        ("/judge", FORM, 200),
        ("/judge", FORM.upper(), 200),
        ("/judge", FORM + "; charset=utf-8", 200),
        ("/judge", None, 415),
        ("/judge", "", 415),
        ("/judge", "text/plain", 415),
        ("/judge", "application/json", 415),
        ("/judge", FORM + "x", 415),
        ("/judge", f"text/plain, {FORM}", 415),
        ("/judge", FILES, 415),
        ("/add", FILES, 200),
        ("/add", FORM, 200),
        ("/add/", FILES, 415),
        ("/ADD", FILES, 415),
        ("/review", FILES, 415),
    ],
)
def test_forms_alone_are_taken_and_files_at_one_address(
    guarded: ASGIApp, path: str, kind: str | None, status: int
) -> None:
    headers = [("host", HOST), ("origin", f"http://{HOST}")]
    headers += [] if kind is None else [("content-type", kind)]
    assert ask(guarded, path, method="POST", headers=headers).status == status


def test_the_origin_is_that_of_the_same_name(guarded: ASGIApp) -> None:
    headers = [("host", f"127.0.0.1:{PORT}"), ("origin", f"http://localhost:{PORT}"), AS_FORM]
    assert ask(guarded, "/", method="POST", headers=headers).status == 403
    assert ask(guarded, "/", headers=headers).status == 403


@pytest.mark.parametrize(
    ("site", "mode", "dest", "is_let_in"),
    [
        ("none", "navigate", "document", True),
        ("same-origin", "navigate", "document", True),
        ("same-origin", "no-cors", "style", True),
        ("cross-site", "navigate", "document", True),  # a link somewhere: it can only be read
        ("same-site", "navigate", "document", True),
        ("cross-site", "navigate", "iframe", False),
        ("same-site", "navigate", "frame", False),
        ("cross-site", "navigate", "embed", False),
        ("cross-site", "no-cors", "image", False),
        ("cross-site", "no-cors", "script", False),
        ("same-site", "cors", "empty", False),
        ("cross-site", "websocket", "empty", False),
    ],
)
def test_a_page_of_another_site_takes_no_part_of_ours(
    guarded: ASGIApp, site: str, mode: str, dest: str, is_let_in: bool
) -> None:
    headers = [("host", HOST), ("sec-fetch-site", site), ("sec-fetch-mode", mode)]
    answer = ask(guarded, "/", headers=[*headers, ("sec-fetch-dest", dest)])
    assert (answer.status == 200) is is_let_in


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_other_methods_are_not_answered(guarded: ASGIApp, method: str) -> None:
    headers = [("host", HOST), ("origin", f"http://{HOST}")]
    assert ask(guarded, "/", method=method, headers=headers).status == 405


@pytest.mark.parametrize("length", [str(MOST_BODY + 1), "-1", "1e3", "9" * 40, "", "0x10"])
def test_a_body_that_says_it_is_too_long_is_not_read(guarded: ASGIApp, length: str) -> None:
    headers = [("host", HOST), ("origin", f"http://{HOST}"), AS_FORM, ("content-length", length)]
    assert ask(guarded, "/", method="POST", headers=headers).status == 413


def test_a_body_that_grows_too_long_is_cut_off(guarded: ASGIApp) -> None:
    headers = [("host", HOST), ("origin", f"http://{HOST}"), AS_FORM]
    whole = ask(guarded, "/", method="POST", headers=headers, body=[b"x" * (MOST_BODY // 2)] * 2)
    assert whole.status == 200
    parts = [b"x" * (MOST_BODY // 2)] * 3
    assert ask(guarded, "/", method="POST", headers=headers, body=parts).status == 413


@pytest.mark.parametrize(
    ("path", "kind", "length", "status"),
    [
        ("/add", FILES, MOST_BODY + 1, 200),
        ("/add", FILES, MOST_UPLOAD, 200),
        ("/add", FILES, MOST_UPLOAD + 1, 413),
        ("/add", FORM, MOST_BODY + 1, 413),
    ],
)
def test_only_files_may_be_long_and_not_without_end(
    guarded: ASGIApp, path: str, kind: str, length: int, status: int
) -> None:
    own = [("host", HOST), ("origin", f"http://{HOST}"), ("content-type", kind)]
    headers = [*own, ("content-length", str(length))]
    assert ask(guarded, path, method="POST", headers=headers).status == status
    part = b"x" * (MOST_BODY // 2)
    parts = ask(guarded, path, method="POST", headers=own, body=[part] * 3)
    assert parts.status == (200 if kind == FILES else 413)


def test_an_address_that_is_none_or_is_too_long_is_refused(guarded: ASGIApp) -> None:
    assert ask(guarded, "http://evil.example/").status == 400
    assert ask(guarded, "*").status == 400
    assert ask(guarded, "/" + "x" * 9000).status == 400
    assert ask(guarded, "/?" + "x" * 9000).status == 414


@pytest.mark.parametrize(
    "headers", [[("host", HOST)], [("host", "evil.example")], [("host", HOST), ("origin", "null")]]
)
def test_every_answer_carries_the_policy(guarded: ASGIApp, headers: list[tuple[str, str]]) -> None:
    found = ask(guarded, "/", headers=headers).headers
    assert found["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "same-origin"
    assert found["cross-origin-opener-policy"] == "same-origin"
    assert found["cross-origin-resource-policy"] == "same-origin"
    assert found["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in found


def test_a_web_socket_is_closed(guarded: ASGIApp) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "headers": [(b"host", HOST.encode())], "path": "/"}
    asyncio.run(guarded(scope, receive, send))  # type: ignore[arg-type]
    assert sent == [{"type": "websocket.close", "code": 1008}]


def test_without_the_guard_these_hosts_would_get_in() -> None:
    assert ask(_inside, "/", headers=[("host", "evil.example")]).text == "inside"
