"""Only what is meant for the server gets past the guard."""

from __future__ import annotations

import asyncio
from itertools import product
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.guard import MOST_BODY, POLICY, Guard, Safety
from dateline.web.server import own_hosts
from tests.web.browser import HOST, PORT, ask


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
SITES = ("same-origin", "same-site", "cross-site", "none", "Same-Origin", "")


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_host_that_is_not_ours_letter_by_letter_is_refused(
    guarded: ASGIApp, host: str, method: str
) -> None:
    headers = [("host", host), ("origin", f"http://{host}")]
    answer = ask(guarded, "/", method=method, headers=headers)
    assert answer.status == 403
    assert b"inside" not in answer.body


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
    said = f"http://{host}" if origin == "own" else origin
    said = f"https://{host}" if origin == "https://own" else said
    headers = [("host", host)] + ([] if said is None else [("origin", said)])
    assert (ask(guarded, "/", method="POST", headers=headers).status == 200) is ORIGINS[origin]


@pytest.mark.parametrize(("site", "origin"), list(product(SITES, ORIGINS)))
def test_what_a_browser_says_of_the_sender_prevails(
    guarded: ASGIApp, site: str, origin: str | None
) -> None:
    said = f"http://{HOST}" if origin == "own" else origin
    said = f"https://{HOST}" if origin == "https://own" else said
    headers = [("host", HOST), ("sec-fetch-site", site)]
    headers += [] if said is None else [("origin", said)]
    # "null" is what a page that sends no referrer says of itself
    is_ours = site == "same-origin" and origin in (None, "own", "null")
    assert (ask(guarded, "/", method="POST", headers=headers).status == 200) is is_ours


def test_the_origin_is_that_of_the_same_name(guarded: ASGIApp) -> None:
    headers = [("host", f"127.0.0.1:{PORT}"), ("origin", f"http://localhost:{PORT}")]
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
    headers = [("host", HOST), ("origin", f"http://{HOST}"), ("content-length", length)]
    assert ask(guarded, "/", method="POST", headers=headers).status == 413


def test_a_body_that_grows_too_long_is_cut_off(guarded: ASGIApp) -> None:
    headers = [("host", HOST), ("origin", f"http://{HOST}")]
    whole = ask(guarded, "/", method="POST", headers=headers, body=[b"x" * (MOST_BODY // 2)] * 2)
    assert whole.status == 200
    parts = [b"x" * (MOST_BODY // 2)] * 3
    assert ask(guarded, "/", method="POST", headers=headers, body=parts).status == 413


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
    assert found["referrer-policy"] == "no-referrer"
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
