"""The folder of a case: `case.toml`, `case.db` and `blobs/`, and how each reaches the disk."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import tomllib
from pathlib import Path
from typing import Final

from dateline.errors import CaseNotFound, CaseTooNew

FORMAT: Final = 1
"""The layout of the folder. The tables have their own steps in `migrations`."""

_OURS: Final = re.compile(r"case\.(toml|db)(-wal|-shm|-journal|\.part)?|blobs|publishers\.tsv")
_TICK_NS: Final = 50_000_000
"""Within so many nanoseconds a file system may give two changes of a file the same time."""

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class Folder:
    """The folder of a case that is there."""

    def __init__(self, path: Path, name: str, parser: str | None = None) -> None:
        self.path = path
        self.name = name
        self.parser = parser

    @property
    def database(self) -> Path:
        return self.path / "case.db"

    def is_read_only(self) -> bool:
        """Whether there is a database that this user may not write to."""
        database = self.database
        return database.exists() and not (self.can_hold_files() and os.access(database, os.W_OK))

    def can_hold_files(self) -> bool:
        """Whether this user may make files in it."""
        return os.access(self.path, os.W_OK | os.X_OK)

    def has_wal(self) -> bool:
        """Whether there may be changes that are not in the database yet."""
        return self.path.joinpath("case.db-wal").exists()

    def write_blob(self, sha256: str, data: bytes) -> None:
        """Puts the bytes on the disk; when it returns, a power cut doesn't lose them.

        One caller at a time: the case's write lock must be held.
        """
        path = self._blob_path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, data)
        _sync_folder(path.parent.parent)

    def read_blob(self, sha256: str) -> bytes | None:
        """The bytes as they are on the disk; None if there are none."""
        if not _SHA256.fullmatch(sha256):
            return None
        try:
            return self._blob_path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def state(self) -> object:
        """What the file system says of the files that every change of the case writes to.

        Equal to no other where one was written to just now: it may be again at the same time.
        """
        now, found = time.time_ns(), []
        for path in (self.database, self.database.with_name("case.db-wal")):
            try:
                about = path.stat()
                found.append((about.st_mtime_ns, about.st_size, about.st_ino))
            except OSError:
                found.append((0, 0, 0))
        return tuple(found) if all(abs(now - one[0]) > _TICK_NS for one in found) else object()

    def drop_blob(self, sha256: str) -> None:
        """Deletes the bytes, if there are any."""
        path = self._blob_path(sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)

    def _blob_path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256: {sha256!r}")
        return self.path / "blobs" / sha256[:2] / sha256


def make_folder(path: Path) -> None:
    """Makes the folder of a new case, or goes on with one that was left half made.

    `name_folder` ends the making.

    Raises:
        CaseNotFound: If other things are in the way.
    """
    if path.is_file():
        raise CaseNotFound(f"{path} is a file; a case is a folder.")
    try:
        path.mkdir(parents=True, exist_ok=True)
        strangers = sorted(one.name for one in path.iterdir() if not _OURS.fullmatch(one.name))
        if strangers:
            raise CaseNotFound(
                f"{path} is a folder of other things ({strangers[0]}); "
                "give a case a new or empty folder."
            )
        (path / "blobs").mkdir(exist_ok=True)
        _sync_folder(path)
        _sync_folder(path.absolute().parent)
    except OSError as error:
        raise CaseNotFound(f"No case can be made at {path}: {error.strerror}.") from error


def name_folder(path: Path) -> Folder:
    """Writes `case.toml`, which makes the folder a case."""
    name = path.absolute().name or "case"
    shown = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007F")
    lines = (
        "# A case of Dateline. The records are in case.db; the bytes of each report, as they",
        "# came, are in blobs/ under their SHA-256. Copy the whole folder to keep it.",
        f"name = {shown}",
        f"format = {FORMAT}",
        "# To parse with another spaCy pipeline that is installed:",
        '# parser = "en_core_web_trf"',
    )
    text = "\n".join(lines) + "\n"
    write_durably(path / "case.toml", text.encode("utf-8", "replace"))
    return open_folder(path)


def open_folder(path: Path) -> Folder:
    """The folder of the case at `path`.

    Raises:
        CaseNotFound: If it is no case.
        CaseTooNew: If a newer version made it.
    """
    if not path.exists():
        raise CaseNotFound(f"There is no case at {path}.")
    if not path.is_dir():
        raise CaseNotFound(f"{path} is a file; a case is a folder.")
    try:
        about = tomllib.loads((path / "case.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise CaseNotFound(f"{path} is a folder but no case: it has no case.toml.") from None
    except OSError as error:
        raise CaseNotFound(f"{path / 'case.toml'} can't be read: {error.strerror}.") from error
    except ValueError as error:
        raise CaseNotFound(f"{path / 'case.toml'} is damaged: {error}.") from error
    version, name = about.get("format"), about.get("name")
    if type(version) is not int or not isinstance(name, str):
        raise CaseNotFound(f"{path / 'case.toml'} is damaged: it must give a name and a format.")
    parser = about.get("parser")
    if parser is not None and not isinstance(parser, str):
        raise CaseNotFound(f"{path / 'case.toml'} is damaged: its parser must be a name.")
    if version > FORMAT:
        raise CaseTooNew(
            f"The case {path} has format {version} and this version of Dateline reads up to "
            f"{FORMAT}; update Dateline to open it."
        )
    if not (path / "case.db").is_file():
        raise CaseNotFound(f"The case {path} has lost its case.db; restore it from a copy.")
    return Folder(path, name, parser)


def find_case(path: Path, root: Path) -> Path | None:
    """The topmost folder that is a case, of those from `root` down to the folder of `path`."""
    above = [one for one in reversed(path.parents) if one == root or root in one.parents]
    return next((one for one in above if _is_case(one)), None)


def _is_case(path: Path) -> bool:
    return (path / "case.toml").is_file() and (path / "case.db").is_file()


def write_durably(path: Path, data: bytes) -> None:
    """Writes a whole file or none: a crash or a power cut at any point leaves no torn one."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows opens no folders, and needs no sync of them
        return
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def has_hash(data: bytes, sha256: str) -> bool:
    """Whether the bytes are those that the hash was taken of."""
    return hashlib.sha256(data).hexdigest() == sha256
