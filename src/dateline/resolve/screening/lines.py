"""The lines of a list that may be hostile: never more than a set number of bytes at once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

MAX_LINE = 4_000_000
"""Bytes of one line: the largest of real lists have a few hundred thousand."""


def read_lines(stream: BinaryIO, head: bytes = b"") -> Iterator[bytes | None]:
    """Each line without its end; None for a line over `MAX_LINE`.

    Args:
        head: What was read of the stream already.
    """
    first = io.BytesIO(head)
    while True:
        line = first.readline(MAX_LINE + 1)
        if not line.endswith(b"\n"):
            line += stream.readline(MAX_LINE + 1 - len(line))
        if not line:
            return
        if line.endswith(b"\n") or len(line) <= MAX_LINE:
            yield line.rstrip(b"\r\n")
        else:
            _skip_rest(first)
            _skip_rest(stream)
            yield None


def _skip_rest(stream: BinaryIO | io.BytesIO) -> None:
    while (chunk := stream.readline(MAX_LINE)) and not chunk.endswith(b"\n"):
        pass


def decode(line: bytes) -> str:
    """A line as UTF-8, or, if it is not, in the encoding of older Western lists."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
