"""Who may look: whoever has the link that the server printed, or the password of a shared one.

The link holds a token that works once. It is exchanged for a cookie, so that no address in the
history of the browser opens the case again. Only hashes are kept, and only in memory: a server
that is started anew knows nobody.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections import deque
from pathlib import Path

from dateline.errors import DatelineError

_MOST_SESSIONS = 64
_SHORTEST_PASSWORD = 12


class BadPasswordFile(DatelineError):
    """A password file that can't be used."""

    exit_code = 2


class Sessions:
    """The open sessions of one server.

    Attributes:
        cookie: The name of the cookie. The port is in it, since browsers send the cookies of one
            server of this machine to the others too.
        has_password: Whether a password opens a session; the link does so too.
    """

    def __init__(self, port: int, password: str | None = None) -> None:
        self.cookie = f"dateline_{port}"
        self.has_password = password is not None
        self._token: bytes | None = None
        self._open: deque[bytes] = deque(maxlen=_MOST_SESSIONS)
        self._salt = secrets.token_bytes(16)
        self._password = None if password is None else self._hash_password(password)
        self._lock = threading.Lock()
        self._checking = threading.Lock()

    def new_token(self) -> str:
        """A token that opens one session; the one before it opens none any more."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._token = _digest(token)
        return token

    def redeem(self, token: str) -> str | None:
        """The value of the cookie that a token is worth, once; None if it is worth none."""
        with self._lock:
            if self._token is None or not hmac.compare_digest(_digest(token), self._token):
                return None
            self._token = None
            return self._begin()

    def log_in(self, password: str) -> str | None:
        """The value of the cookie for the password; None if it is another one.

        Raises:
            Busy: If another one is being compared: one at a time, so that guessing is slow.
        """
        if not self._checking.acquire(blocking=False):
            raise Busy
        try:
            if self._password is None:
                return None
            if not hmac.compare_digest(self._hash_password(password), self._password):
                return None
            with self._lock:
                return self._begin()
        finally:
            self._checking.release()

    def is_open(self, value: str | None) -> bool:
        """Whether a cookie of this value belongs to an open session."""
        if not value:
            return False
        digest = _digest(value)
        with self._lock:
            return any(hmac.compare_digest(digest, one) for one in self._open)

    def close(self, value: str | None) -> None:
        """Ends the session of this cookie."""
        with self._lock:
            digest = _digest(value or "")
            if digest in self._open:
                self._open.remove(digest)

    def _begin(self) -> str:
        value = secrets.token_urlsafe(32)
        self._open.append(_digest(value))
        return value

    def _hash_password(self, password: str) -> bytes:
        given = password.encode("utf-8", "replace")[:1024]
        return hashlib.scrypt(given, salt=self._salt, n=2**14, r=8, p=1)


class Busy(Exception):
    """Another password is being compared."""


def read_password(path: Path) -> str:
    """The password in a file that holds it as its one line.

    Raises:
        BadPasswordFile: If others can read the file, or it holds no line or more than one, or a
            short one.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        is_shared = path.stat().st_mode & 0o077
    except (OSError, UnicodeError) as error:
        raise BadPasswordFile(f"The password file {path} can't be read ({error}).") from error
    if is_shared:
        raise BadPasswordFile(f"Others can read {path}: run chmod 600 {path}.")
    if len(lines) != 1 or len(lines[0].strip()) < _SHORTEST_PASSWORD:
        raise BadPasswordFile(
            f"{path} must hold one line, a password of {_SHORTEST_PASSWORD} characters or more."
        )
    return lines[0].strip()


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "replace")).digest()
