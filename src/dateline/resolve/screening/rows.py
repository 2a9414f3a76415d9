"""Rows of a CSV file that may be hostile, numbered by the line on which they begin."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from dateline.resolve.screening.lines import MAX_LINE, decode
from dateline.resolve.screening.watch_list import WatchList

_TOO_LONG = "a field of more than 131,072 characters: perhaps a quotation mark is never closed"
_BLANK = " \t\x1a"
"""With the mark at the end of DOS files."""


def read_rows(
    lines: Iterable[bytes | None], delimiter: str, watch: WatchList
) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank and no remark (#), with the number of their first line."""
    texts = _Texts(lines, watch)
    reader = csv.reader(texts, delimiter=delimiter)
    while True:
        start = texts.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            said = str(error)
            watch.fail(start, _TOO_LONG if "limit" in said else f"no row of a CSV file ({said})")
            continue
        if any(cell.strip(_BLANK) for cell in row) and not row[0].startswith("#"):
            yield start, row


class _Texts:
    """Lines as text for the reader of rows; those that are too long are left out and told."""

    def __init__(self, lines: Iterable[bytes | None], watch: WatchList) -> None:
        self._lines = iter(lines)
        self._watch = watch
        self.number = 0

    def __iter__(self) -> _Texts:
        return self

    def __next__(self) -> str:
        for line in self._lines:
            self.number += 1
            if line is None:
                said = f"over {MAX_LINE / 1e6:.0f} MB long; take the line out"
                self._watch.fail(self.number, said)
                continue
            text = decode(line)
            return (text.removeprefix("\ufeff") if self.number == 1 else text) + "\n"
        raise StopIteration
