"""PolNeAR: US political news with the source, cue and content of every attribution.

brat's stand-off: a line for each marked range, and one for each attribution that joins some.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.benchmark import DataMissing

Extent = tuple[int, int]
"""Code points, half-open."""
Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_MARK = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_JOINED = re.compile(r"E\d+\tAttribution(?:-no-source)?:T\d+(.*)")
_ARGUMENT = re.compile(r" (Source|Cue|Content)\d*:(T\d+)")
_DAMAGED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Credit:
    """One attribution, labelled or found: the ranges of each role, in text order.

    Attributes:
        source: Empty where nobody is named ("reportedly").
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class CreditedText:
    """A labelled report.

    Attributes:
        marks: Every range of each role, in an attribution or not.
        credits: The attributions, in the order of the file.
    """

    name: str
    text: str
    marks: Mapping[Role, tuple[Extent, ...]]
    credits: tuple[Credit, ...]


def find_texts(data: Path, part: str) -> list[Path]:
    """The texts of a part ("train", "dev"), sorted by name.

    Raises:
        DataMissing: If there is none.
    """
    texts = sorted((data / part / "text").glob("*.txt"))
    if not texts:
        raise DataMissing(f"attribution: {data} holds no {part}/text/*.txt")
    return texts


def read_credited(path: Path) -> CreditedText:
    """One report; of several annotators the first by name.

    Letters that were damaged into control characters are read as spaces.
    """
    with path.open(encoding="utf-8", newline="") as file:  # else the labels drift
        text = _DAMAGED.sub(" ", file.read())
    annotators = (path.parents[1] / "attributions").glob(f"{path.stem}_????.ann")
    ranges: dict[str, tuple[Role, tuple[Extent, ...]]] = {}
    joined: list[str] = []
    for line in sorted(annotators)[0].read_text(encoding="utf-8").split("\n"):
        if mark := _MARK.match(line):
            ranges[mark[1]] = _role(mark[2]), _extents(mark[3])
        elif event := _JOINED.fullmatch(line):
            joined.append(event[1])
    marks = {role: tuple(e for r, es in ranges.values() if r == role for e in es) for role in ROLES}
    found = [_credit(arguments, ranges) for arguments in joined]
    return CreditedText(path.stem, text, marks, tuple(c for c in found if c.content))


def _credit(arguments: str, ranges: Mapping[str, tuple[Role, tuple[Extent, ...]]]) -> Credit:
    parts: dict[Role, list[Extent]] = {role: [] for role in ROLES}
    for kind, label in _ARGUMENT.findall(arguments):
        if label in ranges:
            parts[_role(kind)] += ranges[label][1]
    return Credit(*(tuple(sorted(parts[role])) for role in ROLES))


def _role(kind: str) -> Role:
    return next(role for role in ROLES if role == kind.lower())


def _extents(written: str) -> tuple[Extent, ...]:
    pairs = [piece.split() for piece in written.split(";")]
    return tuple((int(start), int(end)) for start, end in pairs)
