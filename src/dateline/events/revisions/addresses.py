"""Addresses of reports as they are compared: what names a text, without what follows readers.

Scheme, "www.", default port, fragment, a slash at the end and parameters that tell where a reader
came from are left out, and the rest is brought into one spelling (RFC 3986, section 6). Other forms
of a page, as for mobiles, are another address, unless the page itself names the one that counts.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_ADDRESS = re.compile(r"(?:https?:)?//([^/?#]+)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)?$")
_ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]")
_LONGEST = 4_000


def read_address(url: str | None) -> str | None:
    """The address in the one form that all its spellings have; None if it names no single text.

    A path without a host names none, and neither does the front page of a site: many sites give
    it as the address of every report.
    """
    found = _ADDRESS.match(url.strip()) if url and len(url) <= _LONGEST else None
    if found is None:
        return None
    host = _PORT.sub("", found[1].rpartition("@")[2].casefold()).rstrip(".").removeprefix("www.")
    path = _without_dots(_one_spelling(found[2])).rstrip("/")
    query = "&".join(sorted(filter(_is_telling, _one_spelling(found[3] or "").split("&"))))
    if not host or not (path or query):
        return None
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _one_spelling(part: str) -> str:
    """Escapes of plain letters undone, and all others in capitals."""

    def spell(found: re.Match[str]) -> str:
        letter = chr(int(found[1], 16))
        return letter if _PLAIN.match(letter) else found[0].upper()

    return _ESCAPED.sub(spell, part)


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(1, len(kept) - 1) :]
        elif part != ".":
            kept.append(part)
    return "/".join(kept)


def _is_telling(parameter: str) -> bool:
    name = parameter.partition("=")[0].casefold()
    whole, beginnings = _tracking()
    return bool(name) and name not in whole and not name.startswith(beginnings)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names of parameters that only follow readers, and beginnings of such names."""
    data = files("dateline.events") / "data" / "tracking_parameters.txt"
    names = [line for line in data.read_text("utf-8").splitlines() if line and line[0] != "#"]
    beginnings = tuple(name[:-1] for name in names if name.endswith("*"))
    return frozenset(name for name in names if not name.endswith("*")), beginnings
