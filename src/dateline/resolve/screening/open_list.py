"""A file of any known format → its watch-list and its entries."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dateline.errors import UnreadableInput
from dateline.resolve.screening.entry import ListEntry
from dateline.resolve.screening.ftm import read_ftm
from dateline.resolve.screening.lines import decode, read_lines
from dateline.resolve.screening.ofac import is_alias_row, is_ofac, read_aliases, read_ofac
from dateline.resolve.screening.rows import read_rows
from dateline.resolve.screening.table import read_head, read_names, sniff_delimiter
from dateline.resolve.screening.watch_list import ListKind, WatchList

_HEAD = 65_536
_NO_LISTS = (
    (b"PK\x03\x04", "a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV"),
    (b"\x1f\x8b", "packed with gzip: unpack it first (gunzip)"),
    (b"%PDF", "a PDF: look for the list's CSV or JSON Lines edition"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save the sheet as CSV"),
    (b"SQLite format 3", "a database: export the names as CSV"),
    (b"\xff\xfe", "UTF-16: save it as CSV in UTF-8"),
    (b"\xfe\xff", "UTF-16: save it as CSV in UTF-8"),
    (b"<", "XML or HTML: give the list's CSV or JSON Lines edition"),
    (b"[", "one JSON list: give JSON Lines, one entity a line (jq -c '.[]' FILE)"),
)


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file to read a list from.

    Attributes:
        path: As the user gave it; for messages.
        name: What to call the list.
        stream: Its bytes.
        kind: Its format; None to find out.
        edition: The user's word on the day of the edition, an ISO date.
        changed: The day on which the file was last changed, where nothing better is known.
        aliases: The bytes of an OFAC file of aliases.
    """

    path: str
    name: str
    stream: BinaryIO
    kind: ListKind | None = None
    edition: str | None = None
    changed: str | None = None
    aliases: BinaryIO | None = None


def open_list(file: ListFile) -> tuple[WatchList, Iterator[ListEntry]]:
    """What is known of a list, and its entries, to be read once; the first grows as they are.

    Raises:
        UnreadableInput: If the file is no list, with what to do about it.
    """
    head = file.stream.read(_HEAD)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise UnreadableInput(f"{file.path}: the file is empty, so it holds no list.")
    for mark, said in _NO_LISTS:
        if start.startswith(mark):
            raise UnreadableInput(f"{file.path} is {said}.")
    some = _first_lines(head)
    kind = file.kind or _find_kind(some, file.path)
    watch = WatchList(file.name, kind, file.edition, "user" if file.edition else None)
    if file.changed and not file.edition:
        watch.edition, watch.edition_from = file.changed, "file"
    lines = read_lines(file.stream, head)
    if kind == "ftm":
        return watch, read_ftm(lines, watch)
    if kind == "ofac":
        named = read_aliases(read_lines(file.aliases), watch) if file.aliases else {}
        return watch, read_ofac(lines, watch, named)
    return watch, _open_table(lines, some, file, watch)


def _first_lines(head: bytes) -> list[str]:
    lines = [decode(line) for line in head.splitlines()]
    if len(lines) > 1 and not head.endswith(b"\n"):
        lines = lines[:-1]  # it may be cut
    some = (line.removeprefix("\ufeff") for line in lines)
    return [line for line in some if line.strip() and not line.startswith("#")][:20]


def _are_whole_names(some: list[str]) -> bool:
    """Whether each line is one name, with the family name before a comma ("KELLER, Anna")."""
    return all(after.startswith(" ") for line in some for after in line.split(",")[1:])


def _find_kind(some: list[str], path: str) -> ListKind:
    if some and some[0].lstrip().startswith("{"):
        return "ftm"
    try:
        rows = list(csv.reader(some))
    except csv.Error:
        return "csv"
    if any(map(is_alias_row, rows)):
        raise UnreadableInput(
            f"{path} is an OFAC file of aliases: give the list itself (SDN.CSV), and this file "
            "with --aliases."
        )
    return "ofac" if any(map(is_ofac, rows)) else "csv"


def _open_table(
    lines: Iterable[bytes | None], some: list[str], file: ListFile, watch: WatchList
) -> Iterator[ListEntry]:
    delimiter = sniff_delimiter(some)
    rows = read_rows(lines, delimiter, watch)
    first = next(rows, None)
    if first is None:
        raise UnreadableInput(f"{file.path}: no row of names in it.")
    head = read_head(first[1])
    if head is not None:
        return read_names(rows, head, watch)
    if len(first[1]) == 1 or _are_whole_names(some):
        whole = ((number, [",".join(row)]) for number, row in itertools.chain([first], rows))
        return read_names(whole, {"name": 0}, watch)
    raise UnreadableInput(
        f"{file.path} has {len(first[1])} columns and no head that says which one holds the names; "
        "put a first line on it such as: name,alias,birth date,country"
    )
