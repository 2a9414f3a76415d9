"""A browser for tests: it sends what it is told to, letter by letter, and keeps no secrets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import cast
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.types import ASGIApp, Message

from dateline.pipeline import Case
from dateline.web.app import close_app, make_app
from dateline.web.guard import Guard, Safety
from dateline.web.server import own_hosts
from dateline.web.sessions import Sessions
from dateline.web.snapshot import Desk

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
FORM = "application/x-www-form-urlencoded"
Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(
    app: ASGIApp,
    target: str,
    *,
    method: str = "GET",
    headers: Headers = (("host", HOST),),
    body: bytes | list[bytes] = b"",
) -> Answer:
    """One request; `headers` are all that is sent."""
    path, _, query = target.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "scheme": "http", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode("utf-8", "surrogateescape"),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", PORT),
    }  # fmt: skip
    parts = body if isinstance(body, list) else [body]
    coming: list[Message] = [
        {"type": "http.request", "body": part, "more_body": number < len(parts)}
        for number, part in enumerate(parts, start=1)
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        if coming:
            return coming.pop(0)
        await asyncio.sleep(3600)
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    try:
        asyncio.run(_run(app, scope, receive, send))
    except Exception as error:
        error.answer = _answer_of(sent)  # type: ignore[attr-defined]
        raise
    return _answer_of(sent)


def _answer_of(sent: list[Message]) -> Answer:
    start = sent[0]
    assert start["type"] == "http.response.start"
    assert [one["type"] for one in sent].count("http.response.start") == 1
    found = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
    return Answer(start["status"], found, b"".join(one.get("body", b"") for one in sent[1:]))


async def _run(app: ASGIApp, scope: Message, receive: object, send: object) -> None:
    await app(scope, receive, send)  # type: ignore[arg-type]


class Browser:
    """Keeps the cookie of one server."""

    def __init__(self, case: Case, password: str | None = None) -> None:
        self.sessions = Sessions(PORT, password)
        self.app = make_app(Desk(case), self.sessions, Safety(own_hosts("127.0.0.1", PORT)))
        self.cookie = ""

    @property
    def state(self) -> State:
        """What the server keeps while it runs."""
        guard = cast(Guard, self.app)
        return cast(Starlette, guard.inside).state

    def enter(self) -> Browser:
        """Opens the link that the server prints."""
        answer = self.get(f"/open?token={self.sessions.new_token()}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return self

    def close(self) -> None:
        """Stops the server; what was decided is in the case then."""
        close_app(self.app)

    def get(self, target: str, *more: tuple[str, str], method: str = "GET") -> Answer:
        cookie = [("cookie", self.cookie)] if self.cookie else []
        headers = [("host", HOST), *cookie, *more]
        return ask(self.app, target, method=method, headers=headers)

    def post(self, target: str, body: bytes, *more: tuple[str, str]) -> Answer:
        """A form of a page of ours; `more` takes the place of headers of the same name."""
        cookie = [("cookie", self.cookie)] if self.cookie else []
        given = {name for name, _ in more}
        own = [("origin", f"http://{HOST}"), ("content-type", FORM)]
        headers = [("host", HOST), ("content-length", str(len(body))), *cookie, *more]
        headers += [one for one in own if one[0] not in given]
        return ask(self.app, target, method="POST", headers=headers, body=body)

    def send(self, target: str, **fields: str) -> Answer:
        """A form of a page of ours with these fields."""
        return self.post(target, urlencode(fields).encode())


class Page(HTMLParser):
    """The elements of a page with the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def inner(self) -> list[str]:
        """The addresses of this server that it links to, without their fragments."""
        found = (urlsplit(one)._replace(fragment="").geturl() for one in self.links)
        return [one for one in dict.fromkeys(found) if one.startswith("/")]
