"""Sets made of several corpora: each a folder or an archive below one folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from evaluation.benchmark import DataMissing, unpack


@contextmanager
def open_corpora(data: Path, names: Iterable[str]) -> Iterator[dict[str, Path]]:
    """The folders of corpora: NAME below `data`, or unpacked meanwhile from NAME.tar.xz there.

    A corpus that is neither is left out.
    """
    with ExitStack() as stack:
        found = {}
        for name in names:
            try:
                folder = data / name
                found[name] = folder if folder.is_dir() else stack.enter_context(unpack(name, data))
            except DataMissing:
                continue
        yield found
