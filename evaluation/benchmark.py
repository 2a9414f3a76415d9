"""What a set is, and what measuring on it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Figures = Mapping[str, float]


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
    """

    set: str
    documents: int
    figures: Figures
    peers: Mapping[str, Figures] = field(default_factory=dict)
    part: str = ""
    parts: Mapping[str, Figures] = field(default_factory=dict)
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class BenchmarkSet:
    """One labelled collection and how to measure on it.

    Attributes:
        measures: What its figures are about, in a few words.
        run: Measures on the documents in a folder, whichever they are.
        default: Where the folder is looked for when none is given, or None.
        headline: The figures that stand in the README.
    """

    name: str
    measures: str
    run: Callable[[Path], Result]
    default: Path | None = None
    headline: tuple[str, ...] = ()


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
