"""Exports on their way out: standard output byte for byte, a file wholly or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from dateline.cli.terminal import clean_lines


def print_export(lines: Iterable[str]) -> None:
    """Writes an export to standard output: its exact bytes, unless a terminal would run them."""
    if sys.stdout.isatty():
        for line in lines:
            click.echo(clean_lines(line), nl=False)
        return
    stream = sys.stdout.buffer
    for line in lines:
        stream.write(_encode(line))
    stream.flush()


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Writes an export to a file; if it fails on the way, what was there before stays.

    Raises:
        OSError: If the file can't be written, or its folder is not there.
    """
    target = path.resolve()  # a link stays a link: what it points to is replaced
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "The folder is not there", str(path.parent))
    if target.exists() and not target.is_file():  # a device or a pipe can't be replaced
        with target.open("wb") as device:
            device.writelines(map(_encode, lines))
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(map(_encode, lines))
            file.flush()
            os.fsync(file.fileno())
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _encode(line: str) -> bytes:
    # File names may hold bytes that are no UTF-8; as \udcXX they stay readable JSON.
    return line.encode("utf-8", "backslashreplace")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
