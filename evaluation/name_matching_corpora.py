"""Reads the set `name_matching`: labelled pairs, a sanctions list with aliases, invented people."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.benchmark import DataMissing

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, and whether they are one's.

    Attributes:
        frozen: What logic-v2 said when the set was made, or None.
    """

    left: str
    right: str
    schema: str
    is_same: bool
    frozen: bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list, with the names under which it is looked for."""

    name: str
    schema: str
    aliases: tuple[str, ...]


def read_cases(data: Path) -> list[Case]:
    """The labelled pairs, in the order of the file."""
    folder = data / "nomenklatura" / "name_bench"
    said = {
        (row["name1"], row["name2"], row["schema"]): row["predicted_match"] == "true"
        for row in _rows(folder / "run_data" / "logicv2-frozen.csv")
    }
    return [
        Case(
            row["name1"], row["name2"], row["schema"], row["is_match"] == "true",
            said.get((row["name1"], row["name2"], row["schema"])),
        )
        for row in _rows(folder / "cases.csv")
    ]  # fmt: skip


def read_entries(data: Path) -> list[Entry]:
    """The entries of the list of OFAC, in the order of the file, each with its aliases."""
    aliases: dict[str, list[str]] = {}
    for row in _lines(data / "ofac" / "alt.csv"):
        if len(row) > 3:
            aliases.setdefault(row[0].strip(), []).append(row[3].strip())
    return [
        Entry(
            row[1].strip(), _SCHEMAS.get(row[2].strip(), "Organization"),
            tuple(aliases.get(row[0].strip(), ())),
        )
        for row in _lines(data / "ofac" / "sdn.csv") if len(row) > 2
    ]  # fmt: skip


def read_invented(data: Path) -> list[str]:
    """The names of people who do not exist."""
    return [row["full_name"] for row in _rows(data / "yente" / "fixtures" / "negatives_global.csv")]


def read_treated(data: Path) -> list[tuple[str, str]]:
    """Names of the UN's list reordered or mistyped, each with the clean name."""
    folder = data / "yente" / "fixtures"
    treated = _rows(folder / "positives_un_treated.csv")
    clean = _rows(folder / "positives_un_untreated.csv")
    return [
        (one["full_name"], other["full_name"]) for one, other in zip(treated, clean, strict=True)
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with _open(path, "utf-8") as lines:
        yield from csv.DictReader(lines)


def _lines(path: Path) -> Iterator[list[str]]:
    with _open(path, "latin-1") as lines:
        yield from csv.reader(lines)


def _open(path: Path, encoding: str):  # type: ignore[no-untyped-def]
    if not path.is_file():
        raise DataMissing(f"name_matching: {path} is not there")
    return path.open(encoding=encoding, newline="")
