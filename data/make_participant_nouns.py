"""Makes `participant_nouns.tsv` of `src/dateline/claims/lexicon/` anew; run by hand.

    python data/make_participant_nouns.py src/dateline/resolve/data/noun_senses.tsv.gz OUT

The list of senses is WordNet 3.1's, as `dateline.resolve.described.senses_build` packs it. A noun
goes by its commonest sense: a person, a group of persons, a weapon, or another thing that is made.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

HEAD = """\
# What nouns stand for that take part in events: persons, groups of persons, weapons, other things that are made.
# Made by data/make_participant_nouns.py from WordNet 3.1: the commonest sense of each noun, and what stands above it.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and without fee
# or royalty is hereby granted, provided that you agree to comply with the following copyright notice and statements, including
# the disclaimer, and that the same appear on ALL copies of the software, database and documentation, including modifications that
# you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of
# Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or
# database. Title to copyright in this software, database and any associated documentation shall at all times remain with Princeton
# University and LICENSEE agrees to preserve same.
# kind\tnouns with one first letter
"""  # noqa: E501  # one line each in the file

WEAPONS = ("weapon", "weaponry", "ammunition", "explosive", "projectile")
BODIES = ("people", "social_group", "gathering", "unit", "organization", "family")
"""Groups below these are of persons; a series or a fleet of words is a group in WordNet too."""


def find_kinds(packed: bytes) -> dict[str, list[str]]:
    """Kind to the nouns that mostly stand for it, sorted."""
    fields: list[str] = []
    above: list[int] = []
    senses: dict[str, list[int]] = {}
    for row in gzip.decompress(packed).decode("utf-8").splitlines():
        if row.startswith("="):
            field, _, upper = row[1:].partition("\t")
            fields.append(field)
            above.append(int(upper) if upper else -1)
        elif not row.startswith("#"):
            noun, numbers = row.split("\t")
            senses[noun] = [int(number) for number in numbers.split()]
    weapons, bodies = ({s for n in of for s in senses.get(n, ())[:1]} for of in (WEAPONS, BODIES))
    found: dict[str, list[str]] = defaultdict(list)
    for noun in sorted(senses):
        first = senses[noun][0]
        higher = set(_up(above, first))
        if fields[first] == "person":
            found["person"].append(noun)
        elif fields[first] == "group" and higher & bodies:
            found["group"].append(noun)
        elif higher & weapons:
            found["weapon"].append(noun)
        elif fields[first] == "artifact":
            found["made"].append(noun)
    return found


def _up(above: Sequence[int], sense: int) -> Iterator[int]:
    while sense >= 0:
        yield sense
        sense = above[sense]


def main() -> None:
    found = find_kinds(Path(sys.argv[1]).read_bytes())
    lines = [HEAD]
    for kind in ("person", "group", "weapon", "made"):
        by_letter: dict[str, list[str]] = defaultdict(list)
        for noun in found[kind]:
            by_letter[noun[0]].append(noun)
        lines += [f"{kind}\t{' '.join(nouns)}\n" for _, nouns in sorted(by_letter.items())]
    Path(sys.argv[2]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
