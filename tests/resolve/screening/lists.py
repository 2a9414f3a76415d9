"""Fictional watch-lists in every format: no person, body or programme in them exists."""

from __future__ import annotations

import io
import json
from typing import Any

from dateline.resolve.screening import ListEntry, ListFile, ListKind, WatchList, open_list

SDN = (
    b'7101,"DALLO, Karim Ben Salah","individual","FICT1] [FICT2","Deputy Minister",'
    b"-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
    b'"DOB 10 Dec 1948; alt. DOB circa 1950; POB Sousse, Tunisia; nationality Tunisia; '
    b"Gender Male; Passport 1084010 (Tunisia); Secretary General of GREY HARBOUR FRONT; "
    b"a.k.a. 'ABU SADD'; Additional Sanctions Information - Subject to nothing; "
    b'Linked To: GREY HARBOUR FRONT."\n'
    b'7102,"GREY HARBOUR FRONT",-0- ,"FICT1",'
    b"-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'GHF'.\"\n"
    b'7103,"SADD STAR","vessel","FICT1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    b'7104,"N\xda\xd1EZ, Ana","individual","FICT2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    b'"DOB 1961; citizen Korea, North."\n'
    b"\x1a"
)
ALT = b'7101,1,"aka","DALO, Kareem",-0- \n7102,2,"fka","HARBOUR LEAGUE",-0- \n\x1a'


def ftm(id_: str, schema: str, names: list[str], **fields: Any) -> str:
    """A line of OpenSanctions; fields that a property has go among the properties."""
    beside = [key for key in ("last_change", "referents") if key in fields]
    line: dict[str, Any] = {key: fields.pop(key) for key in beside}
    line |= {"id": id_, "schema": schema, "caption": (names or [""])[0]}
    line["properties"] = {"name": names, **fields}
    return json.dumps(line, ensure_ascii=False)


def read(
    data: bytes | str, *, kind: ListKind | None = None, aliases: bytes | None = None,
    edition: str | None = None, changed: str | None = None, name: str = "Test list",
) -> tuple[WatchList, list[ListEntry]]:  # fmt: skip
    """What is known of a list once it is read, and its entries."""
    raw = data.encode() if isinstance(data, str) else data
    beside = io.BytesIO(aliases) if aliases is not None else None
    file = ListFile("list.txt", name, io.BytesIO(raw), kind, edition, changed, beside)
    watch, entries = open_list(file)
    return watch, list(entries)
