"""Builds the gazetteer's index of its places. The same places give the same bytes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.annotate.places.gazetteer_names import key_hash, loose_key, name_key
from dateline.annotate.places.gazetteer_rows import COUNTRY, TOWN, Row, all_rows

RECORD = np.dtype([
    ("geonames", "<i4"), ("lat", "<i4"), ("lon", "<i4"), ("radius", "<i4"), ("population", "<i4"),
    ("admin1", "<i4"), ("admin2", "<i4"), ("name", "<u4"), ("length", "<u2"),
    ("country", "S2"), ("kind", "u1"),
])  # fmt: skip
ALTERNATE = 1 << 31
"""Set in an owner's number where the name is not the place's first name."""

NOWHERE = -(1 << 31)
"""An unknown point. Points are in ten thousandths of a degree, radii in tenths of a kilometre."""
CAPITAL = 1 << 7
"""Set in a town's kind if it is the capital of its state."""

_LOOSE_POPULATION = 15_000
_ARABIC = re.compile("[‘’ʻʼʾʿ]")
_LATIN = re.compile("[\u0000-\u024f\u1e00-\u1eff‘’ʻʼʾʿ–]+")


def build_index() -> dict[str, bytes | npt.NDArray[Any]]:
    """The arrays of the index by file name: records, hashes (sorted), owners, names (UTF-8)."""
    rows = list(all_rows())
    records = np.zeros(len(rows), dtype=RECORD)
    blob = bytearray()
    keys: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        name = row.name.encode()
        records[number] = (
            row.geonames, _scaled(row.lat, 10_000), _scaled(row.lon, 10_000),
            _scaled(row.radius, 10), row.population, row.admin1, row.admin2,
            len(blob), len(name), row.country.encode(),
            row.kind | (CAPITAL if row.is_capital else 0),
        )  # fmt: skip
        blob += name
        keys.extend(_keys(number, row))
    unique = sorted(set(keys), key=lambda pair: (pair[0], pair[1] & ~ALTERNATE, pair[1]))
    kept = [
        pair
        for place, pair in enumerate(unique)
        if not place
        or (pair[0], pair[1] & ~ALTERNATE)
        != (unique[place - 1][0], unique[place - 1][1] & ~ALTERNATE)
    ]
    return {
        "records.npy": records,
        "hashes.npy": np.array([pair[0] for pair in kept], dtype="<u8"),
        "owners.npy": np.array([pair[1] for pair in kept], dtype="<u4"),
        "names.bin": bytes(blob),
    }


def _scaled(value: float, scale: int) -> int:
    """The value as a whole number of parts; the smallest number for an unknown one."""
    return NOWHERE if math.isnan(value) else round(value * scale)


def _keys(number: int, row: Row) -> Iterator[tuple[int, int]]:
    first = name_key(row.name)
    yield key_hash(first), number
    seen = {first}
    for name in row.names:
        if not _is_useful(name):
            continue
        key = name_key(name)
        if (len(key) > 2 or row.kind == COUNTRY) and key not in seen:
            seen.add(key)
            yield key_hash(key), number | ALTERNATE
    if row.kind != TOWN or row.population >= _LOOSE_POPULATION or _ARABIC.search(row.name):
        for key in sorted(seen):
            if len(key) >= 5:
                yield key_hash(loose_key(key)), number | ALTERNATE


def _is_useful(name: str) -> bool:
    """Whether a report in English may print the name: Latin letters, and no airport's code."""
    if len(name) <= 4 and name.isupper() and name.isascii() and "." not in name:
        return name in ("UAE", "USA", "US", "UK", "DRC", "CAR", "PRC", "DPRK", "PoK", "POK", "FATA")
    return name.isascii() or _LATIN.fullmatch(name) is not None
