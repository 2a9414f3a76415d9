"""The style, the scripts and the icon: these files of the package and no others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SCRIPT = "text/javascript; charset=utf-8"
_KINDS = {
    "style.css": "text/css; charset=utf-8",
    "keys.js": _SCRIPT,
    "review.js": _SCRIPT,
    "add.js": _SCRIPT,
    "claim.js": _SCRIPT,
    "pictures.js": _SCRIPT,
    "icon.svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served.

    Attributes:
        kind: Its media type.
        version: Changes with its bytes.
    """

    data: bytes
    kind: str
    version: str


@cache
def find_asset(name: str) -> Asset | None:
    """The file of this name, if it is one of them."""
    if name not in _KINDS:
        return None
    data = (files(__package__) / "static" / name).read_bytes()
    return Asset(data, _KINDS[name], hashlib.sha256(data).hexdigest()[:16])


def asset_address(name: str) -> str:
    """Where a page gets a file; another address once the file is another, so that it can be kept.

    Raises:
        LookupError: If there is no such file.
    """
    found = find_asset(name)
    if found is None:
        raise LookupError(name)
    return f"/static/{name}?v={found.version}"
