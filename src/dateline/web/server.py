"""The server: which address it listens on, and what it prints before it does."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from dateline.errors import DatelineError
from dateline.pipeline import Case
from dateline.views.wording import count
from dateline.web.app import close_app, make_app
from dateline.web.guard import Safety
from dateline.web.sessions import Sessions, read_password
from dateline.web.snapshot import Desk

LOOPBACK = "127.0.0.1"

_PATIENCE_S = 2.0
"""After how long a person should be told why nothing happens."""


class CannotServe(DatelineError):
    """An address that the server can't or must not listen on."""

    exit_code = 2


def serve(
    case: Case,
    say: Callable[[str], None],
    *,
    host: str = LOOPBACK,
    port: int = 0,
    password_file: Path | None = None,
    user: str = "reader",
) -> None:
    """Serves a case until it is stopped.

    Args:
        say: Called with each line for the user; the first holds the link that opens the case.
        port: 0 for one that is free.
        password_file: A file whose one line is the password; needed where `host` is not this
            machine's own loopback.
        user: Whose word the judgements are that are made in the browser.

    Raises:
        CannotServe, BadPasswordFile: If it must not, or can't.
    """
    is_own = is_loopback(host)
    if not is_own and password_file is None:
        raise CannotServe(
            f"{host} can be reached by others: give --password-file, or leave --host out."
        )
    password = read_password(password_file) if password_file else None
    desk = Desk(case)
    _read(desk, say)  # what is wrong with the case is said now, and the first page comes at once
    listening = _listen(host, port)
    with listening:
        number = listening.getsockname()[1]
        sessions = Sessions(number, password)
        app = make_app(desk, sessions, Safety(own_hosts(host, number)), user)
        try:
            say(f"Open http://{_name(host)}:{number}/open?token={sessions.new_token()}")
            say("The link works once. Press Ctrl-C to stop.")
            if not is_own:
                say(
                    "What is sent can be read on the way: use it behind TLS, or in a net you trust."
                )
            _make_server(app).run(sockets=[listening])
        finally:
            close_app(app)


def _make_server(app: ASGIApp) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app, http="h11", ws="none", lifespan="off", loop="asyncio", access_log=False,
            log_level="error", server_header=False, proxy_headers=False,
            timeout_keep_alive=5, limit_concurrency=200, timeout_graceful_shutdown=3,
        )
    )  # fmt: skip


def _read(desk: Desk, say: Callable[[str], None]) -> None:
    """Reads the case, and says so if that takes long."""
    began = time.monotonic()
    slow = "Reading the case: that of ten thousand reports takes some ten seconds."
    waiting = threading.Timer(_PATIENCE_S, say, (slow,))
    waiting.daemon = True
    waiting.start()
    try:
        found = desk.snapshot()
    finally:
        waiting.cancel()
    if time.monotonic() - began > _PATIENCE_S:
        say(f"{count(len(found.reports), 'report')} and {count(len(found.claims), 'claim')} read.")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def own_hosts(host: str, port: int) -> frozenset[str]:
    """The values of the Host header that mean this server."""
    names = ("127.0.0.1", "localhost", "[::1]") if is_loopback(host) else (_name(host).lower(),)
    return frozenset([f"{name}:{port}" for name in names] + (list(names) if port == 80 else []))


def _name(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, address = _resolve(host, port)
        # Named as TCP, or asyncio leaves Nagle's delay on, and each page comes 40 ms later.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(100)  # before the link is printed: who follows it at once must wait
        except BaseException:
            listening.close()
            raise
        return listening
    except (OSError, UnicodeError) as error:
        shown = getattr(error, "strerror", None) or error
        raise CannotServe(f"Nothing can listen on {host}, port {port} ({shown}).") from error


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        number = ipaddress.ip_address(LOOPBACK if host == "localhost" else host)
    except ValueError:  # a name
        found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)[0][4]
        number = ipaddress.ip_address(found[0])
    if number.is_unspecified:
        raise CannotServe(f"{host} is every address at once: give the one that others will use.")
    return socket.AF_INET6 if number.version == 6 else socket.AF_INET, (str(number), port)
