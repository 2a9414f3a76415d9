"""Fifteen fictional reports and a watch-list of our own writing, to try the product on.

See README.md beside them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_SUFFIXES = (".html", ".txt")


def sample_paths() -> list[Path]:
    """The reports of the sample case, in the order in which they appeared.

    Raises:
        FileNotFoundError: If the package was installed in a form that has no files (a zip).
    """
    folder = Path(str(files(__name__)))
    paths = sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
    if not paths:
        raise FileNotFoundError(f"no sample reports in {folder}; install dateline from its wheel")
    return paths


def watch_list_path() -> Path:
    """A fictional watch-list to screen the sample case against."""
    return Path(str(files(__name__))) / "watch-list.csv"
