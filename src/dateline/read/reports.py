"""Bytes or a file to a `Report`: the one way in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dateline.errors import UnreadableInput
from dateline.read.agency_credits import find_credits
from dateline.read.encoding import Decoded, decode
from dateline.read.files import Input, load_bytes
from dateline.read.head import Head, read_head
from dateline.read.language import find_language
from dateline.read.limits import check_length, check_size
from dateline.read.media_type import find_media_type
from dateline.read.printable import base_name, one_line
from dateline.records import Report, report_id


def read_bytes(data: bytes, file: str | None = None, url: str | None = None) -> Report:
    """The report that the bytes hold. The same bytes, name and address give an equal report.

    Args:
        file: The name that they came with; folders in it are left out of the report.
        url: Where the report was published, if known; it is kept, never opened. If not known, it
            is the address that a page gives itself.

    Raises:
        UnreadableInput: If there is no text in the bytes.
        LimitHeld: If they are over a limit of `dateline.read.limits`.
    """
    shown = base_name(file) if file else None
    url = one_line(url) or None if url else None
    name = shown or url or "input"
    check_size(len(data), name)
    if not data.strip():
        raise UnreadableInput(f"{name}: the file is empty; nothing was added.")
    decoded = decode(data, name, _declared(data))
    media_type = find_media_type(decoded.text, shown)
    outlet: str | None = None
    if media_type == "application/xml":
        raise UnreadableInput(
            f"{name}: this is XML but no web page, which can't be read yet; save its text as .txt "
            "and add that."
        )
    if media_type == "text/html":
        text, head, outlet = _read_page(decoded, name, url)
    else:
        text, head = _read_text(decoded, name)
        outlet = head.outlet
    sha256 = hashlib.sha256(data).hexdigest()
    return Report(
        id=report_id(sha256),
        text=text,
        sha256=sha256,
        file=shown,
        url=url or head.address,
        media_type=media_type,
        encoding=decoded.encoding,
        outlet=outlet,
        title=head.title,
        authors=head.authors,
        published=head.published,
        published_from=head.published_from,
        modified=head.modified,
        dateline=head.dateline,
        language=find_language(text[head.body_start :]),
        body_start=head.body_start,
        notes=decoded.notes,
        credits=find_credits(text, head.body_start, head.authors),
    )


def read_report(path: str | Path) -> Report:
    """The report in a file.

    Raises:
        UnreadableInput: If the file is missing, can't be opened, or holds no text.
        LimitHeld: If it is over a limit of `dateline.read.limits`.
    """
    path = Path(path)
    return read_bytes(load_bytes(Input(str(path), path)), path.name)


def _declared(data: bytes) -> str | None:
    if b"<" not in data[:1024]:
        return None
    from dateline.read.html import declared_charset  # here: lxml is slow to import

    return declared_charset(data)


def _read_page(decoded: Decoded, name: str, url: str | None) -> tuple[str, Head, str | None]:
    from dateline.read.html import read_page

    return read_page(decoded.text, name, url)


def _read_text(decoded: Decoded, name: str) -> tuple[str, Head]:
    text = decoded.text
    check_length(text, name)
    if not text.strip():
        raise UnreadableInput(f"{name}: the file holds only white space; nothing was added.")
    return text, read_head(text)
