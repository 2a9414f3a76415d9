"""What a form brings, as inputs to read: files under harmless names, and pasted text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from starlette.datastructures import UploadFile

from dateline.errors import BadQuery
from dateline.read import Input

MOST_FILES = 2_000
"""Files that one form may bring."""

_LONGEST_NAME = 120
_LONGEST_FIELD = 300
_UNSAFE = re.compile(r"[^\w .,()+-]")


def safe_name(given: str, otherwise: str = "report") -> str:
    """A name of a file without folders, and without what a file system takes otherwise."""
    last = given.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = _UNSAFE.sub("_", last).strip(" .") or otherwise
    stem, dot, ending = plain.rpartition(".")
    if len(plain) <= _LONGEST_NAME:
        return plain
    return f"{stem[: _LONGEST_NAME - 10]}{dot}{ending[:9]}" if dot else plain[:_LONGEST_NAME]


def keep_files(files: Iterable[UploadFile], folder: Path) -> list[Input]:
    """Writes what was sent below a folder, each under a name of its own.

    A form without a file sends one without a name, which is left out, and so are hidden files.
    """
    found = []
    for number, one in enumerate(files, start=1):
        given = one.filename or ""
        name = safe_name(given)
        if not given or given.replace("\\", "/").rpartition("/")[2].startswith("."):
            continue
        path = folder / f"{number:05}" / name
        path.parent.mkdir()
        with path.open("wb") as target:
            shutil.copyfileobj(one.file, target)
        found.append(Input(name, path))
    return found


def keep_text(fields: Mapping[str, str], folder: Path) -> Input | None:
    """Writes pasted text below a folder; None if there is none.

    Title, outlet and day are put above plain text, as they stand above an article; a page says
    all that itself.

    Raises:
        BadQuery: If the day is none.
    """
    text = fields.get("text", "")
    if not text.strip():
        return None
    is_page = re.match(r"\s*<(?:!doctype|html|head|body)\b", text, re.IGNORECASE) is not None
    title, outlet = (" ".join(fields.get(n, "").split())[:_LONGEST_FIELD] for n in _HEAD)
    if not is_page:
        head = [title, " | ".join(filter(None, (outlet, _day(fields.get("published", "")))))]
        text = "\n\n".join([*filter(None, head), text.strip()]) + "\n"
    name = safe_name(title, "pasted text")[:80] + (".html" if is_page else ".txt")
    path = folder / "pasted" / name
    path.parent.mkdir()
    path.write_bytes(text.replace("\r\n", "\n").encode("utf-8", "replace"))
    return Input(name, path)


_HEAD = ("title", "outlet")


def _day(given: str) -> str:
    """A day as an article prints it."""
    if not given.strip():
        return ""
    try:
        day = date.fromisoformat(given.strip())
    except ValueError:
        raise BadQuery("That is no day: give it as 2024-05-31.") from None
    return f"{day.day} {day:%B} {day.year}"
