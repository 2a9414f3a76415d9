"""Whether bytes are plain text or a page, from their content, then from the file's name."""

from __future__ import annotations

import re
from typing import Literal

MediaType = Literal["text/plain", "text/html", "application/xml"]

_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    r"<(?:article|div|main|meta|p|section|table|title|script|style|h1|span)\b", re.IGNORECASE
)
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_LOOKED_AT = 2_000


def find_media_type(text: str, file: str | None = None) -> MediaType:
    """What the decoded `text` is; `file` is the name that it came with."""
    opening = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if _PAGE.match(opening) or (opening.startswith(("<?xml", "<!--")) and _PAGE.search(opening)):
        return "text/html"
    if file is not None and file.lower().endswith(_PAGE_NAMES):
        return "text/html"
    if opening.startswith("<?xml"):
        return "application/xml"
    return "text/html" if _ELEMENT.match(opening) and "</" in text else "text/plain"
