"""A plain table of names as CSV: whatever its head calls the columns, or one column alone."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.records import fold_name
from dateline.resolve.screening.births import read_birth
from dateline.resolve.screening.countries import read_country
from dateline.resolve.screening.entry import EntrySchema, ListEntry, tidy
from dateline.resolve.screening.ftm import SCHEMATA
from dateline.resolve.screening.watch_list import WatchList

DELIMITERS = (",", ";", "\t", "|")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "fullname", "caption", "name of individual or entity",
             "entity name", "person", "subject", "whole name", "primary name", "main name", "nom",
             "nombre"),
    "given": ("first name", "given name", "given names", "forename", "firstname", "first names"),
    "family": ("last name", "family name", "surname", "lastname"),
    "alias": ("alias", "aliases", "aka", "a k a", "also known as", "other names", "alt names",
              "alternative names", "name variants", "akas"),
    "weak": ("weak alias", "weak aliases", "nickname", "nicknames"),
    "schema": ("schema", "type", "entity type", "kind", "sdn type", "party type"),
    "birth": ("birth date", "birthdate", "date of birth", "dob", "born", "birth year",
              "year of birth"),
    "country": ("country", "countries", "nationality", "nationalities", "citizenship",
                "country code", "jurisdiction"),
    "position": ("position", "positions", "role", "roles", "title", "function", "occupation",
                 "post", "designation"),
    "organization": ("organization", "organizations", "organisation", "organisations", "employer",
                     "company", "affiliation", "affiliations", "party", "linked to", "group"),
    "program": ("program", "programs", "programme", "programmes", "regime", "reason",
                "sanctions", "listed under"),
    "id": ("id", "uid", "ref", "reference", "entity id", "number", "no", "unique id", "list id"),
    "dataset": ("dataset", "datasets"),
    "edition": ("last change", "last seen", "edition"),
}  # fmt: skip
"""What a column holds → what heads call it, folded."""

_BODIES = {"organization", "organisation", "entity", "group", "body", "undertaking", "o"}
_PERSONS = {"person", "individual", "natural person", "people", "human", "p"}
_COMPANIES = {"company", "business", "corporation", "firm", "enterprise", "bank"}
_OTHERS = {"vessel", "ship", "aircraft", "airplane", "address", "cryptowallet", "crypto wallet",
           "security", "vehicle"}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_ID = re.compile(r"[^\w.\-]+")

Head = Mapping[str, int]
"""What a column holds → its place."""


def sniff_delimiter(lines: Iterable[str]) -> str:
    """The delimiter that parts most lines into the same number of columns, the more the better."""
    some = list(lines)
    best, delimiter = (0, 1), ","
    for one in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(some, delimiter=one) if row]
        except csv.Error:
            continue
        if not widths or widths[0] == 1:  # the first row may be the head
            continue
        width = max(set(widths), key=lambda n: (widths.count(n), n))
        found = (widths.count(width) if width > 1 else 0, width)
        if found > best:
            best, delimiter = found, one
    return delimiter


def read_head(row: Sequence[str]) -> Head | None:
    """The columns that a first row names; None if it names none that holds names."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        folded = fold_name(cell.replace("_", " ")[:100])
        for kind, words in COLUMNS.items():
            if folded in words:
                found.setdefault(kind, place)
    return found if "name" in found or {"given", "family"} <= found.keys() else None


def read_names(
    rows: Iterator[tuple[int, list[str]]], head: Head, watch: WatchList
) -> Iterator[ListEntry]:
    """An entry a row; a row without a name is told."""
    is_open_sanctions = {"id", "schema", "dataset"} <= head.keys()
    for number, row in rows:
        cells = {kind: row[place] for kind, place in head.items() if place < len(row)}
        name = tidy(cells.get("name", ""))
        name = name or tidy(f"{cells.get('given', '')} {cells.get('family', '')}")
        if not any(c.isalpha() for c in name):
            watch.fail(number, "a row without a name; add it or take the row out")
            continue
        schema = _read_schema(cells.get("schema", ""))
        if schema is None:
            watch.other_kinds[tidy(cells["schema"])] += 1
            continue
        day = _DAY.match(cells.get("edition", ""))
        if day:
            watch.see_edition(day[0])
        watch.entries += 1
        prefix = "ftm" if is_open_sanctions else f"csv:{slug(watch.name)}"
        yield _read_entry(cells, name, schema, prefix, number, watch)


def _read_entry(
    cells: Mapping[str, str], name: str, schema: EntrySchema, prefix: str, line: int,
    watch: WatchList,
) -> ListEntry:  # fmt: skip
    births = [read_birth(day) for day in _several(cells.get("birth", ""))]
    dates = tuple(day for day in births if day)
    own = _NO_ID.sub("-", tidy(cells.get("id", ""))).strip("-")[:200]
    return ListEntry(
        id=f"{prefix}:{own or _hash(name, dates)}",
        list=watch.name,
        schema=schema,
        name=name,
        aliases=_several(cells.get("alias", "")),
        weak_aliases=_several(cells.get("weak", "")),
        birth_dates=dates,
        countries=tuple(dict.fromkeys(map(read_country, _several(cells.get("country", ""))))),
        positions=_several(cells.get("position", "")),
        organizations=_several(cells.get("organization", "")),
        programs=_several(cells.get("program", "")),
        line=line,
    )


def _several(cell: str) -> tuple[str, ...]:
    """The values of a cell, parted by semicolons or bars."""
    parts = (tidy(one) for one in re.split(r"[;|]", cell[:100_000]))
    return tuple(dict.fromkeys(filter(None, parts)))


def _read_schema(written: str) -> EntrySchema | None:
    """None for what is neither a person nor a body."""
    folded = fold_name(written[:100])
    known = {name.casefold(): schema for name, schema in SCHEMATA.items()}
    if folded.replace(" ", "") in known:
        return known[folded.replace(" ", "")]
    if folded in _PERSONS:
        return "Person"
    if folded in _COMPANIES:
        return "Company"
    if folded in _BODIES:
        return "Organization"
    return None if folded in _OTHERS else "LegalEntity"


def _hash(name: str, births: Iterable[str]) -> str:
    """What tells an entry without an id of its own from others, the same in every edition."""
    said = "\n".join((fold_name(name) or name, *births))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def slug(name: str) -> str:
    """A list's name as a part of an id: "My list (2024)" → "my-list-2024"."""
    plain = "-".join(re.findall(r"[a-z0-9]+", fold_name(name)))[:60]
    return plain or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
