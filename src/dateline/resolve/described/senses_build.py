"""Makes `data/noun_senses.tsv.gz` from WordNet's own files; run by hand, when WordNet changes.

    python -m dateline.resolve.described.senses_build DICT > noun_senses.tsv.gz

DICT is the folder `dict` of WordNet 3.1 with `data.noun`, `index.noun` and `index.sense`. Kept are
nouns of one word and of each its commoner senses; what a sense is a kind of is the first that
WordNet gives. Fields that no news entity lies in (feelings, shapes) are left out.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_FIELDS = {
    3: "top", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition",
    10: "communication", 11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location",
    16: "motive", 17: "object", 18: "person", 19: "phenomenon", 20: "plant", 21: "possession",
    22: "process", 23: "quantity", 24: "relation", 25: "shape", 26: "state", 27: "substance",
    28: "time",
}  # fmt: skip
_LEFT_OUT = {"animal", "feeling", "motive", "plant", "shape", "substance"}
_NOUN = re.compile(r"[a-z]{2,}(-[a-z]+)?")
_MOST_SENSES = 3
_LEAST_SHARE = 0.1
"""A sense after the first is kept if so much of a noun's counted uses are of it."""

HEAD = (
    "# Nouns and their senses. A line with = is a sense, numbered from 0: its field, and the\n"
    "# number of what it is a kind of. Other lines: a noun, and the numbers of its senses.\n"
    "# Source: WordNet 3.1, Copyright 2011 by Princeton University, under the WordNet licence.\n"
)


def write_senses(folder: Path) -> bytes:
    """The packed list; the same files give the same bytes."""
    above, field = _read_senses(folder / "data.noun")
    uses = _read_uses(folder / "index.sense")
    kept: dict[str, list[str]] = {}
    for noun, senses in _read_nouns(folder / "index.noun"):
        counts = [uses.get((noun, sense), 0) for sense in senses]
        common = _common(senses, counts)
        if sum(counts) or any(field[sense] not in _LEFT_OUT for sense in common):
            kept[noun] = common
    needed: set[str] = set()
    for senses in kept.values():
        for sense in senses:
            while sense and sense not in needed:
                needed.add(sense)
                sense = above.get(sense, "")
    number = {sense: place for place, sense in enumerate(sorted(needed))}
    lines = [HEAD]
    lines += [f"={field[s]}\t{number.get(above.get(s, ''), '')}\n" for s in sorted(needed)]
    lines += [f"{n}\t{' '.join(str(number[s]) for s in kept[n])}\n" for n in sorted(kept)]
    return gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0)


def _common(senses: list[str], counts: list[int]) -> list[str]:
    if not sum(counts):
        return senses[:2]
    least = max(1.0, _LEAST_SHARE * sum(counts))
    return [
        sense
        for place, (sense, count) in enumerate(zip(senses, counts, strict=True))
        if place == 0 or count >= least
    ][:_MOST_SENSES]


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.split()


def _read_senses(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Sense → what it is a kind of; sense → its field."""
    above, field = {}, {}
    for row in _rows(path):
        field[row[0]] = _FIELDS[int(row[1])]
        at = 4 + 2 * int(row[3], 16)
        pointers = [row[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(row[at]))]
        kinds = [target for sign, target, _, _ in pointers if sign == "@"]
        if kinds:
            above[row[0]] = kinds[0]
    return above, field


def _read_nouns(path: Path) -> Iterator[tuple[str, list[str]]]:
    for row in _rows(path):
        if _NOUN.fullmatch(row[0]):
            yield row[0], row[6 + int(row[3]) :]


def _read_uses(path: Path) -> dict[tuple[str, str], int]:
    """How often WordNet's makers met a noun in a sense."""
    found = {}
    for key, sense, _, count in _rows(path):
        noun, _, rest = key.partition("%")
        if rest.startswith("1:"):
            found[noun, sense] = int(count)
    return found


if __name__ == "__main__":
    sys.stdout.buffer.write(write_senses(Path(sys.argv[1])))
