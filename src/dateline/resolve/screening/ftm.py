"""FollowTheMoney's entities as JSON Lines, the way OpenSanctions publishes lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from dateline.resolve.screening.births import read_birth
from dateline.resolve.screening.countries import read_country
from dateline.resolve.screening.entry import EntrySchema, ListEntry, tidy, tidy_all
from dateline.resolve.screening.lines import MAX_LINE
from dateline.resolve.screening.watch_list import WatchList

SCHEMATA: Mapping[str, EntrySchema] = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Company",
    "PublicBody": "PublicBody",
    "LegalEntity": "LegalEntity",
}
"""Those that people and bodies of reports can be; others (ships, addresses) are left out."""

_LONGEST_ID = 200
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PROGRAM = ("program", "programId", "programUrl", "authority")
_MOST_PROGRAMS = 20


class _Line(msgspec.Struct):
    """What is read of a line; whatever else it holds is skipped."""

    schema: str
    id: str = ""
    caption: str = ""
    properties: dict[str, Any] = {}
    datasets: list[str] = []
    referents: list[str] = []
    last_change: str | None = None
    last_seen: str | None = None


def read_ftm(lines: Iterable[bytes | None], watch: WatchList) -> Iterator[ListEntry]:
    """The people and bodies of the list; a Sanction's programme goes to `watch.programs`."""
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(lines, start=1):
        if line is None:
            watch.fail(number, f"over {MAX_LINE / 1e6:.0f} MB long; take the line out")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            found = decoder.decode(line)
        except RecursionError:
            watch.fail(number, "JSON nested too deep for an entity; take the line out")
            continue
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            watch.fail(number, f"no entity as JSON ({tidy(str(error))}); mend or take it out")
            continue
        yield from _read_line(found, number, watch)


def _read_line(found: _Line, number: int, watch: WatchList) -> Iterator[ListEntry]:
    for day in (found.last_change, found.last_seen):
        if day and _DAY.match(day):
            watch.see_edition(day[:10])
    if found.schema == "Sanction":
        _keep_programs(found.properties, watch)
    schema = SCHEMATA.get(found.schema)
    if schema is None:
        watch.other_kinds[tidy(found.schema) or "?"] += 1
        return
    entry = _read_entry(found, schema, number, watch)
    if entry is None:
        watch.fail(number, "an entity without an id or a name; add one or take it out")
        return
    watch.entries += 1
    yield entry


def _read_entry(
    found: _Line, schema: EntrySchema, number: int, watch: WatchList
) -> ListEntry | None:
    said = found.properties
    names = tidy_all(said.get("name", ()))
    names = names or tidy_all(found.caption) or tidy_all(said.get("alias", ()))
    if not names or not _is_id(found.id):
        return None
    others = (*names[1:], *tidy_all(said.get("alias", ())), *tidy_all(said.get("previousName", ())))
    weak = tidy_all(said.get("weakAlias", ()))
    births = (read_birth(day) for day in tidy_all(said.get("birthDate", ())))
    states = [*tidy_all(said.get("nationality", ())), *tidy_all(said.get("citizenship", ()))]
    states += tidy_all(said.get("country", ()))
    states += tidy_all(said.get("jurisdiction", ()))
    return ListEntry(
        id=f"ftm:{found.id}",
        list=watch.name,
        schema=schema,
        name=names[0],
        aliases=tuple(name for name in dict.fromkeys(others) if name != names[0]),
        weak_aliases=weak,
        birth_dates=tuple(dict.fromkeys(filter(None, births))),
        countries=tuple(dict.fromkeys(map(read_country, states))),
        positions=tidy_all(said.get("position", ())),
        organizations=tidy_all(said.get("political", ())),
        programs=_programs(said),
        former_ids=tuple(
            f"ftm:{id_}" for id_ in found.referents if _is_id(id_) and id_ != found.id
        ),
        line=number,
    )


def _is_id(written: str) -> bool:
    return 0 < len(written) <= _LONGEST_ID and written.isprintable() and " " not in written


def _programs(said: Mapping[str, Any]) -> tuple[str, ...]:
    """What an entry is listed under: its own programmes, or those of sanctions nested in it."""
    found = [*tidy_all(said.get("program", ())), *tidy_all(said.get("programId", ()))]
    nested = said.get("sanctions")
    for one in nested if isinstance(nested, list) else ():
        inner = one.get("properties") if isinstance(one, dict) else None
        if isinstance(inner, dict):
            found += _programs_of_sanction(inner)
    return tuple(dict.fromkeys(found))[:_MOST_PROGRAMS]


def _programs_of_sanction(said: Mapping[str, Any]) -> tuple[str, ...]:
    return next((named for key in _PROGRAM if (named := tidy_all(said.get(key, ())))), ())


def _keep_programs(said: Mapping[str, Any], watch: WatchList) -> None:
    programs = _programs_of_sanction(said)
    for id_ in tidy_all(said.get("entity", ())) if programs else ():
        known = watch.programs.get(f"ftm:{id_}", ())
        if len(known) < _MOST_PROGRAMS:
            watch.programs[f"ftm:{id_}"] = tuple(dict.fromkeys((*known, *programs)))
