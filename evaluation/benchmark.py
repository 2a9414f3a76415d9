"""What a set is, and what measuring on it gives."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

Figures = Mapping[str, float]

ARCHIVES = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
"""Where the archives of public sets lie, NAME.tar.xz each, beside the project."""


class DataMissing(Exception):
    """The documents of a set are not on this machine; the message says which folder to give."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one run measured.

    Attributes:
        set: The name of the set.
        documents: How many texts the product read.
        figures: Name of the figure (lower case, underscores) to its value; one that had nothing
            to judge is left out.
        peers: For each other tool its values of the same figures.
        part: Which part of the set was measured, in words.
        parts: The same figures for parts of the documents, where a set has them.
        counts: Kinds of miss and how often each came, most common first.
        notes: What a reader of the figures should know, a sentence each.
    """

    set: str
    documents: int
    figures: Figures
    peers: Mapping[str, Figures] = field(default_factory=dict)
    part: str = ""
    parts: Mapping[str, Figures] = field(default_factory=dict)
    counts: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BenchmarkSet:
    """One labelled collection and how to measure on it.

    Attributes:
        measures: What its figures are about, in a few words.
        run: Measures on the documents in a folder, whichever they are.
        default: Where the folder is looked for when none is given, or None.
        archive: The name of its archive, unpacked for the run when no folder is given, or None.
        headline: The figures that stand in the README.
        is_generated: Whether it makes its own documents; `run` gets an empty folder then.
    """

    name: str
    measures: str
    run: Callable[[Path], Result]
    default: Path | None = None
    archive: str | None = None
    headline: tuple[str, ...] = ()
    is_generated: bool = False


def find_data(chosen: BenchmarkSet, given: Path | None) -> Path:
    """The folder of a set's documents.

    Raises:
        DataMissing: If there is none.
    """
    folder = given or chosen.default
    if folder is None or not folder.is_dir():
        looked = f"{folder} is no folder" if folder else "it has no usual place"
        raise DataMissing(f"{chosen.name}: {looked}; give the unpacked set with --data DIR")
    return folder


@contextmanager
def open_data(
    chosen: BenchmarkSet, given: Path | None, archives: Path = ARCHIVES
) -> Iterator[Path]:
    """The folder of a set's documents: the one given, or the set's archive unpacked meanwhile.

    An empty one where the set makes its own.

    Raises:
        DataMissing: If there is neither.
    """
    if chosen.is_generated:
        with tempfile.TemporaryDirectory(prefix=f"dateline-{chosen.name}-") as folder:
            yield Path(folder)
    elif given is None and chosen.default is None and chosen.archive is not None:
        with unpack(chosen.archive, archives) as folder:
            yield folder
    else:
        yield find_data(chosen, given)


@contextmanager
def unpack(name: str, archives: Path = ARCHIVES) -> Iterator[Path]:
    """The folder of the archive NAME.tar.xz, unpacked into a temporary folder meanwhile.

    Raises:
        DataMissing: If there is no such archive, or it holds no folder of its name.
    """
    archive = archives / f"{name}.tar.xz"
    if not archive.is_file():
        raise DataMissing(f"{name}: {archive} is not there; give the unpacked set with --data DIR")
    with tempfile.TemporaryDirectory(prefix=f"dateline-{name}-") as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        if not (Path(folder) / name).is_dir():
            raise DataMissing(f"{name}: {archive} holds no folder {name}")
        yield Path(folder) / name
