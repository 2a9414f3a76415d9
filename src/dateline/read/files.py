"""The inputs that a user names: files, folders and standard input, one row for each."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UnreadableInput
from dateline.read.limits import MAX_BYTES, check_size
from dateline.read.printable import one_line

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read, or the reason why it can't be.

    Attributes:
        name: As a user would name it; for an entry of a folder, with the folder.
        path: None for standard input.
        reason: Why it can't be read, a sentence; None if it can be tried.
    """

    name: str
    path: Path | None = None
    reason: str | None = None

    @property
    def file(self) -> str | None:
        """The name without folders; None for standard input."""
        return self.path.name if self.path is not None else None


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input]:
    """What `paths` name, in their order; a folder gives its files, sorted, folders in it too.

    Hidden entries of a folder are skipped, and links that leave it are not followed. What is
    missing or can't be opened comes as an input with a reason; nothing is raised.
    """
    for path in paths:
        if str(path) == STDIN:
            yield Input(STDIN)
        elif os.path.isdir(path):
            yield from _walk_folder(Path(path))
        else:
            yield _as_input(Path(path))


def load_bytes(source: Input) -> bytes:
    """The bytes of an input. No more is read than the limit and one byte.

    Raises:
        UnreadableInput: With the reason of the input, or of the system.
        LimitHeld: If it is larger than `MAX_BYTES`.
    """
    if source.reason is not None:
        raise UnreadableInput(source.reason)
    if source.path is None:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        check_size(len(data), source.name)
        return data
    if (checked := _as_input(source.path, source.name)).reason is not None:
        raise UnreadableInput(checked.reason)
    try:
        check_size(source.path.stat().st_size, source.name)
        with source.path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(_refusal(source.name, error)) from None
    check_size(len(data), source.name)
    return data


def _walk_folder(root: Path) -> Iterator[Input]:
    """The files of a folder, depth first; a stack, so that deep folders are no trouble."""
    real_root = os.path.realpath(root)
    waiting, found_any = [root], False
    while waiting:
        path = waiting.pop()
        if path.is_symlink() and path != root:
            found = _linked(path, real_root)
            if found is not None:
                found_any = True
                yield found
        elif path.is_dir():
            try:
                names = sorted(name for name in os.listdir(path) if not name.startswith("."))
            except OSError as error:
                found_any = True
                yield Input(_shown(path), path, _refusal(_shown(path), error))
                continue
            waiting.extend(path / name for name in reversed(names))
        else:
            found_any = True
            yield _as_input(path)
    if not found_any:
        yield Input(_shown(root), root, f"{_shown(root)}: the folder has no files in it.")


def _linked(path: Path, real_root: str) -> Input | None:
    """A link in a folder: a row if it leaves it, nothing if its target is met there anyway."""
    target = os.path.realpath(path)
    if not target.startswith(real_root.rstrip(os.sep) + os.sep) and target != real_root:
        name = _shown(path)
        return Input(
            name, path, f"{name}: a link that leaves the folder is not followed; add its target."
        )
    return None if os.path.isdir(target) else _as_input(path)


def _as_input(path: Path, name: str | None = None) -> Input:
    name = name or _shown(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return Input(name, path, _refusal(name, error))
    if stat.S_ISDIR(mode):
        return Input(name, path, f"{name}: this is a folder, not a report.")
    if not stat.S_ISREG(mode):
        return Input(name, path, f"{name}: neither a file nor a folder; nothing was read.")
    return Input(name, path)


def _refusal(name: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name}: there is no such file; check the name."
    if isinstance(error, PermissionError):
        return f"{name}: no permission to read it; change that or copy it, and add it again."
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name}: it could not be read ({why})."


def _shown(path: Path) -> str:
    return one_line(str(path)) or "input"
