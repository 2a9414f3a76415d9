"""What every request must pass before anything else looks at it, and what every answer carries.

A page of any other site can send requests to a server of this machine, and a name of its own can
be made to lead here ("DNS rebinding"). So the host must be one of ours, letter by letter, what
changes something must come from a page of ours, and no page of another site may show one of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page of ours may load and do: its own style and script, and nothing else."""

MOST_BODY = 64 * 1024
"""Bytes that a form may bring."""

MOST_UPLOAD = 256 * 1024 * 1024
"""Bytes that the form for reports may bring; they are counted as they come, and never held here."""

MOST_ADDRESS = 8 * 1024

_UPLOADS = "/add"
_FORM, _FILES = b"application/x-www-form-urlencoded", b"multipart/form-data"
_READING = frozenset(["GET", "HEAD"])
_METHODS = _READING | {"POST"}
_FRAMES = frozenset([b"iframe", b"frame", b"embed", b"object"])


@dataclass(frozen=True, slots=True)
class Safety:
    """What a server lets in.

    Attributes:
        hosts: The only values of the Host header: "127.0.0.1:8123" and the like.
    """

    hosts: frozenset[str]


class TooMuch(Exception):
    """A body that grew over the limit."""


class Guard:
    """Lets through what is meant for the server; the first of all that sees a request.

    Attributes:
        inside: The server that it guards.
    """

    def __init__(self, app: ASGIApp, safety: Safety) -> None:
        self.inside, self._safety = app, safety

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.inside(scope, receive, send)
            return
        if scope["type"] != "http":  # there is no WebSocket here
            await send({"type": "websocket.close", "code": 1008})
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_headers(scope, message)
            await send(message)

        refused = refuse(scope, self._safety.hosts)
        if refused is not None:
            status, words = refused
            await PlainTextResponse(words + "\n", status)(scope, receive, sending)
            return
        try:
            most = MOST_UPLOAD if _is_upload(scope) else MOST_BODY
            await self.inside(scope, _limited(receive, most), sending)
        except TooMuch:
            await PlainTextResponse("That is too much to send at once.\n", 413)(
                scope, receive, sending
            )

    def _add_headers(self, scope: Scope, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers["Content-Security-Policy"] = POLICY
        headers["X-Content-Type-Options"] = "nosniff"
        # not "no-referrer": a form's Origin, which shows that it is ours, would be "null" then
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["X-Frame-Options"] = "DENY"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        headers.setdefault("Cache-Control", "no-store")


def refuse(scope: Scope, hosts: Iterable[str]) -> tuple[int, str] | None:
    """Why a request goes no further, as a status and a sentence; None if it may."""
    headers = _headers_of(scope)
    host = _only(headers, b"host")
    if host not in {one.encode("ascii") for one in hosts}:
        return 403, "This address is not one of this server."
    if not scope["path"].startswith("/") or len(scope.get("raw_path", b"")) > MOST_ADDRESS:
        return 400, "That is no address of a page."
    if len(scope["query_string"]) > MOST_ADDRESS:
        return 414, "That address is too long."
    if scope["method"] not in _METHODS:
        return 405, "This server answers GET, HEAD and POST."
    is_reading = scope["method"] in _READING
    foreign = _reads_from_outside if is_reading else _writes_from_outside
    if foreign(headers, host):
        return 403, "This request comes from another site."
    if not is_reading and not _is_form(scope, headers):
        return 415, "This server takes forms only."
    if not _is_short(headers, MOST_UPLOAD if _is_upload(scope) else MOST_BODY):
        return 413, "That is too much to send at once."
    return None


def _headers_of(scope: Scope) -> dict[bytes, list[bytes]]:
    """Each header with all its values, since one that comes twice is a trap."""
    headers: dict[bytes, list[bytes]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.lower(), []).append(value)
    return headers


def _only(headers: Mapping[bytes, list[bytes]], name: bytes) -> bytes | None:
    """The value of a header that stands there once; None if it does not, or more often."""
    values = headers.get(name, [])
    return values[0] if len(values) == 1 else None


def _writes_from_outside(headers: Mapping[bytes, list[bytes]], host: bytes) -> bool:
    """Whether nothing shows that a page of ours sends it; every browser gives a form its origin."""
    if headers.get(b"origin") != [b"http://" + host]:
        return True
    return headers.get(b"sec-fetch-site", [b"same-origin"]) != [b"same-origin"]


def _is_form(scope: Scope, headers: Mapping[bytes, list[bytes]]) -> bool:
    """Whether it says that it is a form: a page of another site can send other things unasked."""
    kind = _kind_of(headers)
    return kind == _FORM or (kind == _FILES and scope["path"] == _UPLOADS)


def _is_upload(scope: Scope) -> bool:
    """Whether it may bring files."""
    is_posted = scope["method"] == "POST" and scope["path"] == _UPLOADS
    return is_posted and _kind_of(_headers_of(scope)) == _FILES


def _kind_of(headers: Mapping[bytes, list[bytes]]) -> bytes:
    return (_only(headers, b"content-type") or b"").partition(b";")[0].strip().lower()


def _reads_from_outside(headers: Mapping[bytes, list[bytes]], host: bytes) -> bool:
    """Whether a page of another site asks for a part of its own: a picture, a frame, a script.

    That it leads a reader here by a link is well: what is only read changes nothing.
    """
    origins, sites = headers.get(b"origin", []), headers.get(b"sec-fetch-site", [])
    if origins and origins != [b"http://" + host]:
        return True
    if not sites or sites in ([b"same-origin"], [b"none"]):
        return False
    is_followed = headers.get(b"sec-fetch-mode") == [b"navigate"]
    return not is_followed or not _FRAMES.isdisjoint(headers.get(b"sec-fetch-dest", []))


def _is_short(headers: Mapping[bytes, list[bytes]], most: int) -> bool:
    lengths = headers.get(b"content-length", [])
    if not lengths:
        return True
    given = _only(headers, b"content-length") or b""
    return given.isdigit() and len(given) < 12 and int(given) <= most


def _limited(receive: Receive, most: int) -> Receive:
    """The same, which ends with `TooMuch` when the bytes that come are too many."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooMuch
        return message

    return receiving
