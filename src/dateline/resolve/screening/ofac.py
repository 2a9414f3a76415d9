"""OFAC's lists as CSV (SDN.CSV, CONS_PRIM.CSV), with the file of aliases (ALT.CSV).

They have no head; "-0-" stands for nothing; what has no column of its own is in the remarks.
Source: OFAC, "Specially Designated Nationals List — Data Formats & Data Schemas".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from dateline.resolve.screening.births import read_birth
from dateline.resolve.screening.countries import read_country
from dateline.resolve.screening.entry import EntrySchema, ListEntry, tidy
from dateline.resolve.screening.rows import read_rows
from dateline.resolve.screening.watch_list import WatchList

COLUMNS = 12
_NUMBER, _NAME, _TYPE, _PROGRAM, _TITLE, _REMARKS = 0, 1, 2, 3, 4, 11
_ALIAS_KINDS = ("aka", "fka", "nka")
_NOTHING = "-0-"
_LABELLED = re.compile(r"(?:alt\. )?(DOB|nationality|citizen|Linked To:) ?(.{1,300})")
_NICKNAME = re.compile(r"(?:alt\. )?[afn]\.k\.a\. '(.{1,200}?)'")
_MOST_REMARKS = 400

Aliases = Mapping[str, tuple[str, ...]]
"""Number of an entry → its other names."""


def is_ofac(row: list[str]) -> bool:
    """Whether a row is of a list of OFAC."""
    return (
        len(row) == COLUMNS and row[_NUMBER].strip().isdigit() and _NOTHING in map(str.strip, row)
    )


def is_alias_row(row: list[str]) -> bool:
    """Whether a row is of a file of aliases."""
    return len(row) == 5 and row[0].strip().isdigit() and row[2].strip() in _ALIAS_KINDS


def read_aliases(lines: Iterable[bytes | None], watch: WatchList) -> Aliases:
    """The other names in a file of aliases."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for number, row in read_rows(lines, ",", watch):
        if len(row) < 4:
            watch.fail(number, "(of the aliases) fewer than the 4 columns of a file of aliases")
        elif name := _value(row[3]):
            found[row[0].strip()][name] = None
    return {number: tuple(names) for number, names in found.items()}


def read_ofac(
    lines: Iterable[bytes | None], watch: WatchList, aliases: Aliases
) -> Iterator[ListEntry]:
    """The people and bodies of the list; ships and aircraft are left out."""
    for number, row in read_rows(lines, ",", watch):
        if len(row) < COLUMNS or not row[_NUMBER].strip().isdigit() or not _value(row[_NAME]):
            watch.fail(number, f"no line of an OFAC list: {COLUMNS} columns, number and name first")
            continue
        kind = _value(row[_TYPE])
        if kind and kind.casefold() != "individual":
            watch.other_kinds[kind] += 1
            continue
        watch.entries += 1
        yield _read_entry(row, "Person" if kind else "Organization", number, watch, aliases)


def _value(cell: str) -> str:
    tidied = tidy(cell)
    return "" if tidied == _NOTHING else tidied


def _read_entry(
    row: list[str], schema: EntrySchema, line: int, watch: WatchList, aliases: Aliases
) -> ListEntry:
    number = row[_NUMBER].strip()
    remarks = row[_REMARKS][:100_000].strip().rstrip(".")
    said: dict[str, list[str]] = defaultdict(list)
    for part in remarks.split(";")[:_MOST_REMARKS]:
        _read_remark(part.strip(), said, schema == "Person")
    title = _value(row[_TITLE])
    births = (read_birth(day) for day in said["DOB"])
    programs = (tidy(one.strip(" []")) for one in _value(row[_PROGRAM]).split("]"))
    return ListEntry(
        id=f"ofac-sdn:{number}",
        list=watch.name,
        schema=schema,
        name=_value(row[_NAME]),
        aliases=aliases.get(number, ()),
        weak_aliases=_once(said["nickname"]),
        birth_dates=_once(day for day in births if day),
        countries=_once(map(read_country, (*said["nationality"], *said["citizen"]))),
        positions=_once([title, *said["position"]]),
        organizations=_once(said["Linked To:"]),
        programs=_once(programs),
        line=line,
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _read_remark(part: str, said: dict[str, list[str]], is_person: bool) -> None:
    labelled = _LABELLED.fullmatch(part)
    nickname = _NICKNAME.match(part)
    if labelled:
        said[labelled[1]].append(tidy(labelled[2]))
    elif nickname:
        said["nickname"].append(tidy(nickname[1]))
    elif is_person and _is_position(part):
        said["position"].append(tidy(part))


def _is_position(part: str) -> bool:
    """Whether a remark is a post ("Secretary General of Hizballah"): it has no label of its own."""
    if len(part) > 200 or any(c.isdigit() or c == ":" for c in part):
        return False
    words = part.casefold().removeprefix("alt. ")
    if words.startswith(_labels()):
        return False
    return " of " in words or " for " in words or " in " in words or ", " in words


@cache
def _labels() -> tuple[str, ...]:
    path = files("dateline.resolve.screening") / "ofac_remarks.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.casefold() for line in lines if line and not line.startswith("#"))
